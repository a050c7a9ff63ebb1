"""Cut a passage into paragraphs and units: sentences, with a quotation never cut in two."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from annotator.language.attribution.chunking.datelines import skip_lead
from annotator.language.attribution.chunking.quotations import Quote
from annotator.language.words import BREAK, SPACE, Words


class Unit(NamedTuple):
    """A token range that is read as one: a sentence and the quotations it contains."""

    start: int
    end: int
    paragraph: int


def paragraphs_of(words: Words) -> list[tuple[int, int]]:
    """Return the token ranges between line ends that break a sentence."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    last = 0
    for index, kind in enumerate(words.kind):
        if kind & BREAK and (start is None or index + 1 in words.starts or _at_end(words, index)):
            if start is not None:
                found.append((start, last + 1))
                start = None
        elif not kind & (SPACE | BREAK):
            if start is None:
                start = index
            last = index
    if start is not None:
        found.append((start, last + 1))
    return found


def _at_end(words: Words, index: int) -> bool:
    after = index + 1
    while after < len(words.kind) and words.kind[after] & (SPACE | BREAK):
        after += 1
    return after >= len(words.kind) or after in words.starts


def units_of(words: Words, paragraphs: list[tuple[int, int]], quotes: list[Quote]) -> list[Unit]:
    """Return the units of all paragraphs."""
    inner: set[int] = set()
    for quote in quotes:
        inner.update(range(quote.start + 1, quote.end))
    units: list[Unit] = []
    for number, (begin, end) in enumerate(paragraphs):
        start = skip_lead(words, begin, end)
        borders = [i for i in range(start + 1, end) if i in words.starts and i not in inner]
        edges = [start, *borders, end]
        for a, b in itertools.pairwise(edges):
            stop = b
            while stop > a and words.kind[stop - 1] & (SPACE | BREAK):
                stop -= 1
            if stop > a:
                units.append(Unit(a, stop, number))
    return units
