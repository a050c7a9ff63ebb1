"""Code points to UTF-16 units and back: the only place that knows how Qt counts."""

import re
from bisect import bisect_left

from annotator.core.spans import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class OffsetMap:
    """Translate positions in one text between code points and UTF-16 units.

    Positions are borders between characters: 0 is before the first one. A UTF-16
    position inside a surrogate pair is taken as the border before the character.
    """

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._qt_astral = [start + index for index, start in enumerate(self._astral)]

    def to_qt(self, position: int) -> int:
        """Return the UTF-16 position of a code-point position."""
        return position + bisect_left(self._astral, position)

    def from_qt(self, qt_position: int) -> int:
        """Return the code-point position of a UTF-16 position."""
        return qt_position - bisect_left(self._qt_astral, qt_position)

    def span_from_qt(self, qt_start: int, qt_end: int) -> Span:
        """Return the span between two UTF-16 positions."""
        return Span(self.from_qt(qt_start), self.from_qt(qt_end))
