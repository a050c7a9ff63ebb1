"""Source V content between dashes or commas: 'an ambitious - some say unrealistic - pledge'."""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.words import (
    COMMA,
    CONTRAST,
    COORDINATOR,
    DASH,
    FINITE,
    PRONOUN,
    QUOTE,
    STOP,
    TIME,
)

_MAX_WORDS = 12
_SHORT = 3
_MIN_WORDS = 2


class Parentheticals(Construction):
    """Find what others say about a single word or phrase of the sentence."""

    def match(self, unit: Unit, at: Range) -> Candidate | None:
        """Return the claim of the verb at `at` between two dashes or commas."""
        start, end = at
        subject = self.subjects.before(start, unit.start)
        if subject is None or subject.clause <= unit.start + 1:
            return None
        opening = subject.clause - 1
        mark = self.kind[opening] & (DASH | COMMA)
        close = self._close(end, unit.end, mark) if mark else None
        if close is None or (mark & COMMA and not self._is_word(end, close, subject.start)):
            return None
        content = self.contents.trim(end, close)
        if content is None or self.kind[content[0]] & (TIME | COORDINATOR | CONTRAST):
            return None
        if self.kind[content[0]] & PRONOUN and content[1] - content[0] < _MIN_WORDS:
            return None
        return Candidate(
            "verb",
            [content],
            cue=[at],
            source=(subject.start, subject.end),
            frame=[(opening, close)],
        )

    def _close(self, at: int, high: int, mark: int) -> int | None:
        """Return the position of the second mark, if words precede it."""
        for index in range(at, min(high - 1, at + _MAX_WORDS)):
            if self.kind[index] & mark:
                return index if index > at else None
            if self.kind[index] & (STOP | QUOTE):
                return None
        return None

    def _is_word(self, start: int, end: int, subject: int) -> bool:
        """Return True for 'some say unrealistic' between commas: neither a clause nor a name."""
        vague = self.words.low[subject] in self.view.grammar.words("names", "vague")
        return vague and end - start <= _SHORT and not self.words.has(start, end, FINITE)
