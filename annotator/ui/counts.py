"""Counts in the interface's language: "1 article", "2,500 articles"."""

from annotator.ui.i18n import translate


def articles(count: int) -> str:
    """Return a number of articles in words."""
    return translate("Counts", "%Ln articles", "", count)


def claims(count: int) -> str:
    """Return a number of claims in words."""
    return translate("Counts", "%Ln claims", "", count)


def entities(count: int) -> str:
    """Return a number of entities in words."""
    return translate("Counts", "%Ln entities", "", count)


def files(count: int) -> str:
    """Return a number of files in words."""
    return translate("Counts", "%Ln files", "", count)


def lost(what: str, count: int) -> str:
    """Return a format's loss in words: "1 cue"; the translations have each with its number."""
    return translate("Losses", f"%Ln {what}", "", count)
