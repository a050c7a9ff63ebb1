"""Word borders, so that edges move and selections snap by whole words."""

import re
from bisect import bisect_left, bisect_right

from annotator.core.spans import Span

# A word holds its inner apostrophes, hyphens, dots and commas: Ma'ruf, orang-orang, 5,2, U.S.
_WORD = re.compile(r"\w+(?:[’'\-.,:/]\w+)*|[^\w\s]")
# How many characters around a position are searched for words; edges move within them.
REACH = 400


def snap(text: str, span: Span) -> Span:
    """Widen a span to whole words; white space at its ends falls away."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return Span(start, start)
    words = _around(text, start, end)
    first = next((word for word in words if word.end > start), Span(start, start))
    last = next((word for word in reversed(words) if word.start < end), Span(end, end))
    return Span(min(start, first.start), max(end, last.end))


def next_start(text: str, position: int, step: int) -> int:
    """Return where the next (`step` 1) or previous (-1) word starts, `position` if none does."""
    starts = [word.start for word in _around(text, position, position)]
    return _neighbour(starts, position, step)


def next_end(text: str, position: int, step: int) -> int:
    """Return where the next (`step` 1) or previous (-1) word ends, `position` if none does."""
    ends = [word.end for word in _around(text, position, position)]
    return _neighbour(ends, position, step)


def _neighbour(borders: list[int], position: int, step: int) -> int:
    if step > 0:
        at = bisect_right(borders, position)
        return borders[at] if at < len(borders) else position
    at = bisect_left(borders, position)
    return borders[at - 1] if at > 0 else position


def _around(text: str, start: int, end: int) -> list[Span]:
    """Return the words near a stretch, none of them cut at the edge of the search."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    return [Span(low + m.start(), low + m.end()) for m in _WORD.finditer(text[low:high])]
