"""Extension attributes for the results of the components."""

from spacy.tokens import Doc


def register() -> None:
    """Register the attributes with spaCy; calling it twice is harmless."""
    for name in ("claims", "zones", "drafts"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=[])
    for name in ("memory", "view", "titled"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
