"""Find the offset unit of a file, by whether its spans match whole words."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from annotator.core.offsets import OffsetMap

Unit = Literal["code point", "UTF-16 unit", "grapheme"]

JOINER = "\u200d"
# Variation selectors, combining marks, skin tones.
_EXTENDS = re.compile("[\ufe00-\ufe0f\u0300-\u036f\U0001f3fb-\U0001f3ff]")
# As many spans as are looked at.
MOST_SPANS = 2_000


class Places(NamedTuple):
    """A text and the spans that a file says are in it, with their words where it says them."""

    text: str
    spans: list[tuple[int, int]]
    said: list[str | None]


def find_unit(found: Iterable[Places], usual: Unit) -> Unit:
    """Return the unit that makes most spans whole words, the usual one of the tool in doubt."""
    order: list[Unit] = [usual, "code point", "UTF-16 unit", "grapheme"]
    fits = dict.fromkeys(order, 0)
    seen = 0
    for place in found:
        if place.text.isascii() or not place.spans:
            continue
        for unit in fits:
            converted = to_code_points(place.text, place.spans, unit)
            fits[unit] += sum(
                _is_whole(place.text, span, said)
                for span, said in zip(converted, place.said, strict=True)
            )
        seen += len(place.spans)
        if seen > MOST_SPANS:
            break
    return max(fits, key=lambda unit: fits[unit])


def to_code_points(
    text: str, spans: Iterable[tuple[int, int]], unit: Unit
) -> list[tuple[int, int]]:
    """Return spans given in a unit as spans in code points; one outside the text stays outside."""
    if unit == "code point" or text.isascii():
        return list(spans)
    if unit == "UTF-16 unit":
        units = OffsetMap(text)
        return [(units.from_qt(start), units.from_qt(end)) for start, end in spans]
    starts = [*_graphemes(text), len(text)]

    def at(place: int) -> int:
        return starts[place] if 0 <= place < len(starts) else len(text) + 1

    return [(at(start), at(end)) for start, end in spans]


def _graphemes(text: str) -> Iterator[int]:
    import regex

    return (found.start() for found in regex.finditer(r"\X", text))


def _is_whole(text: str, span: tuple[int, int], said: str | None) -> bool:
    start, end = span
    if not 0 <= start < end <= len(text):
        return False
    words = text[start:end]
    if said is not None:
        return words == said
    inside = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cut = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    blank = words[0].isspace() or words[-1].isspace()
    return not (inside or cut or blank or _is_joined(text, start) or _is_joined(text, end))


def _is_joined(text: str, at: int) -> bool:
    """Return True if a position lies inside a character that is made of several code points."""
    if not 0 < at < len(text):
        return False
    return text[at - 1] == JOINER or text[at] == JOINER or bool(_EXTENDS.match(text[at]))
