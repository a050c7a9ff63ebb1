"""Load the articles of this folder: their text, and a person's marks.

An article's file is its text, a line of equals signs, and a line a claim:

    label | source type | source > whom it means | cue | content … second piece

`-` means none; the source "nya" is the end of its cue. Pieces are
looked for in the text from left to right.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
DIVIDER = "\n========\n"
Record = dict[str, Any]


def articles() -> list[Record]:
    """Return all articles in the shape the scorer takes."""
    return [article(path) for path in sorted(HERE.glob("*.*.txt"))]


def article(path: Path) -> Record:
    """Return one article."""
    text, claims = path.read_text("utf-8").split(DIVIDER)
    name, lang, _ = path.name.split(".")
    marked: list[Record] = []
    start = 0
    for number, line in enumerate(claims.strip().splitlines(), 1):
        claim = _claim(text, line, start)
        start = claim["content"][0][0]
        marked.append({"id": f"c{number}", **claim})
    return {"id": name, "lang": lang, "text": text, "entities": [], "claims": marked}


def _claim(text: str, line: str, start: int) -> Record:
    label, kind, source, cue, content = line.split(" | ")
    pieces = _find_all(text, content.split(" … "), start)
    near = pieces[0][0]
    cues = [] if cue == "-" else [_nearest(text, piece, near) for piece in cue.split(" … ")]
    named, _, meant = source.partition(" > ")
    return {
        "label": label,
        "source_type": kind,
        "content": pieces,
        "cue": cues,
        "source": _source(text, named, cues, near),
        "source_ref": meant or None,
        "hedges": [],
        "direct": None,
        "checkable": None,
    }


def _source(text: str, name: str, cues: list[list[int]], near: int) -> list[int] | None:
    if name == "-":
        return None
    if name == "nya":
        return [cues[0][1] - 3, cues[0][1]]
    return _nearest(text, name, cues[0][0] if cues else near)


def _find_all(text: str, pieces: list[str], start: int) -> list[list[int]]:
    found = []
    for piece in pieces:
        match = _pattern(piece).search(text, start)
        if match is None:
            raise ValueError(f"not in the text: {piece!r}")
        found.append([match.start(), match.end()])
        start = match.end()
    return found


def _pattern(piece: str) -> re.Pattern[str]:
    """Match a piece where it does not begin or end inside a word."""
    return re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)")


def _nearest(text: str, piece: str, near: int) -> list[int]:
    """Return the occurrence of a piece that stands nearest to a place."""
    places = [match.start() for match in _pattern(piece).finditer(text)]
    if not places:
        raise ValueError(f"not in the text: {piece!r}")
    best = min(places, key=lambda place: abs(place - near))
    return [best, best + len(piece)]
