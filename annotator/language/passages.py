"""Cut a text into passages at paragraph borders, the first one short."""

from __future__ import annotations

import re
from collections.abc import Iterator

FIRST = 1_500
LATER = 10_000
_LONGEST = 1_000
_NO_SPACE = re.compile(rf"\S{{{_LONGEST + 1},}}")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s+")


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) in code points, without gaps; a text without words is one passage."""
    start = 0
    limit = FIRST
    while start < len(text):
        end = _cut(text, start, limit)
        yield start, end
        start, limit = end, LATER
    if not text:
        yield 0, 0


def _cut(text: str, start: int, limit: int) -> int:
    """Return the end of the passage from `start` on, never far into text without spaces.

    Cutting tokens off a run of marks takes time with the square of its length.
    """
    end = _border(text, start, limit)
    run = _NO_SPACE.search(text, start, end)
    if run is None:
        return end
    return run.start() if run.start() > start else start + _LONGEST


def _in_speech(text: str, start: int, end: int) -> bool:
    """Return True if a place lies in a quotation that its paragraph opened."""
    line = text[max(start, text.rfind("\n", start, end)) : end]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


def _border(text: str, start: int, limit: int) -> int:
    """Return the best end of a passage: after a line end, else a sentence, else a word."""
    if len(text) - start <= limit * 1.2:
        return len(text)
    line_end = text.rfind("\n", start + limit // 3, start + limit)
    if line_end < 0:
        line_end = text.find("\n", start + limit, start + 2 * limit)
    if line_end >= 0:
        end = line_end + 1
        while end < len(text) and text[end].isspace():
            end += 1
        return end
    ends = [m.end() for m in _SENTENCE_END.finditer(text, start + limit // 3, start + limit)]
    if ends:
        return next((end for end in reversed(ends) if not _in_speech(text, start, end)), ends[-1])
    space = text.rfind(" ", start + limit // 3, start + limit)
    return space + 1 if space >= 0 else start + limit
