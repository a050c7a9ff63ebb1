"""Skip a dateline, a clock time or a list mark at the start of a paragraph."""

from __future__ import annotations

import re

from annotator.language.words import (
    CLOSE,
    COLON,
    COMMA,
    DASH,
    NAME,
    NUMBER,
    OPEN,
    STOP,
    VERB,
    Words,
)

_MAX_DATELINE = 14
_PLACE_WORDS = 3
_BULLETS = frozenset("-–—•*·▪►●◦>»›")
# A clock time at the start of a line, as in live blogs.
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_TIMES = frozenset(("DATE", "TIME"))


def skip_lead(words: Words, start: int, end: int) -> int:
    """Return the first token of a paragraph's own text, `start` if it has no lead."""
    at = _after_mark(words, start, end)
    at = _after_clock(words, at, end)
    return _after_dateline(words, at, end)


def _after_mark(words: Words, start: int, end: int) -> int:
    """Step over '-', '•', '3.' and '3)'."""
    if start + 1 >= end:
        return start
    if words.text[start] in _BULLETS:
        return start + 1
    numbered = words.text[start].rstrip(".").isdigit() and len(words.text[start]) <= 3
    if numbered and words.text[start + 1] in (".", ")"):
        return start + 2
    return start + 1 if numbered and words.text[start].endswith(".") else start


def _after_clock(words: Words, start: int, end: int) -> int:
    """Step over the time of an entry in a live blog: '10:42 am –' or '[10.42 WIB]'."""
    at = start
    if at < end and words.kind[at] & OPEN:
        at += 1
    if at < end and words.low[at] in words.clock:
        at += 1
    if at >= end or words.ent[at] not in _TIMES or not words.text[at][0].isdigit():
        return start
    exact = bool(_CLOCK.fullmatch(words.text[at]))
    at = words.ent_end[at]
    while at < end and (words.kind[at] & CLOSE or words.low[at] in words.zones):
        at += 1
    if at < end and words.kind[at] & (DASH | COLON):
        return at + 1
    return at if exact and at < end and words.text[at][0].isupper() else start


def _after_dateline(words: Words, start: int, end: int) -> int:
    """Step over 'JAKARTA, KOMPAS.com –' and 'WASHINGTON (AP) —'."""
    if not words.text[start][0].isupper() and not words.kind[start] & OPEN:
        return start
    upper = words.text[start].isupper() and len(words.text[start]) > 2
    wire = _after_wire_date(words, start, end) if upper else None
    if wire is not None:
        return wire
    for at in range(start + 1, min(end, start + _MAX_DATELINE)):
        k = words.kind[at]
        if k & DASH:
            spaced = words.end[at - 1] < words.start[at] or len(words.text[at]) > 1
            placed = upper or words.ent[start] in ("GPE", "LOC") or ")" in words.text[at - 1]
            return at + 1 if spaced and placed and at + 1 < end else start
        if k & STOP and words.text[at] != ".":
            return start
        if k & VERB and not k & NAME and not words.ent[at] and not upper:
            return start
        if (
            not k & (NAME | OPEN | CLOSE | NUMBER)
            and words.text[at][0].islower()
            and not _domain(words.text[at])
        ):
            return start
    return start


def _domain(text: str) -> bool:
    return "." in text[1:-1]


def _after_wire_date(words: Words, start: int, end: int) -> int | None:
    """Step over 'BRASILIA Jan 15', where no dash parts place and date from the text."""
    at = start
    while at < min(end, start + _PLACE_WORDS) and words.text[at].isupper():
        at += 1
    if at < end and words.kind[at] & COMMA:
        at += 1
    if at >= end or words.ent[at] not in _TIMES or not words.text[at][0].isupper():
        return None
    stop = words.ent_end[at]
    if stop >= end or not words.text[stop - 1].isdigit() or not words.text[stop][0].isupper():
        return None
    return stop
