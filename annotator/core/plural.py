"""English plurals for the command line."""


def counted(number: int, noun: str) -> str:
    """Return "1 article", "2,500 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
