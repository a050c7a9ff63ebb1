"""Read a Doc's tokens by column: one by one takes ten times as long."""

from __future__ import annotations

from spacy.tokens import Doc

_BEGINS = 1


def texts(doc: Doc) -> list[str]:
    """Return the text of every token."""
    return _strings(doc, "ORTH")


def tags(doc: Doc) -> list[str]:
    """Return the fine part-of-speech tag of every token, empty where there is none."""
    return _strings(doc, "TAG")


def spaces(doc: Doc) -> list[bool]:
    """Return for each token if a space follows it."""
    return [bool(space) for space in doc.to_array("SPACY").tolist()]


def sentence_starts(doc: Doc) -> set[int]:
    """Return the tokens that begin a sentence."""
    marks = doc.to_array("SENT_START").tolist()
    return {index for index, mark in enumerate(marks) if mark == _BEGINS}


def _strings(doc: Doc, column: str) -> list[str]:
    found: dict[int, str] = {0: ""}
    strings = doc.vocab.strings
    keys = doc.to_array(column).tolist()
    for key in set(keys):
        found[key] = strings[key] if key else ""
    return [found[key] for key in keys]
