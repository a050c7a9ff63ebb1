"""Claims that the article itself refutes: '[SALAH] …', 'klaim bahwa … adalah keliru'.

The refuted claim belongs to whoever spread it; the verdict is the outlet's own.
"""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.words import (
    ADVERB,
    AUXILIARY,
    CLOSE,
    COLON,
    COMMA,
    DETERMINER,
    FINITE,
    NAME,
    OPEN,
    STOP,
)

_MAX_TAG = 4
_VERDICT_WORDS = 5
_REFERENT_WORDS = 6


class Refutations(Construction):
    """Find verdicts and the claims that they refute."""

    def tagged(self, unit: Unit) -> Candidate | None:
        """Return the claim behind '[SALAH]', 'HOAKS:' or 'False:' at the head of a line."""
        opening = self._after_tag(unit)
        if opening is None:
            return None
        content = self.contents.trim(opening, unit.end) or self._rest(unit)
        if content is None:
            return None
        tag = (unit.start, opening)
        return Candidate("refuted", [content], frame=[tag], refuted=True, verdict=tag)

    def _rest(self, unit: Unit) -> Range | None:
        """Return the rest of a line whose first sentence is the tag: 'Hoaks! Air garam …'."""
        end = self.view.paragraphs[unit.paragraph][1]
        return self.contents.trim(unit.end, end) if end > unit.end else None

    def _after_tag(self, unit: Unit) -> int | None:
        tags = self.view.grammar.words("refuting", "tags")
        at = unit.start
        bracketed = bool(self.kind[at] & OPEN)
        first = at + bracketed
        end = first
        while end < min(unit.end, first + _MAX_TAG) and self.words.low[end] in tags:
            end += 1
        if end == first or end > unit.end - 1:
            return None
        closes = CLOSE if bracketed else COLON | STOP
        if self.view.in_headline(unit) or unit.paragraph == 0:
            closes |= 0 if bracketed else COMMA
        return end + 1 if self.kind[end] & closes else None

    def judge(self, unit: Unit, drafts: list[Candidate]) -> Candidate | None:
        """Mark the claims of a unit that its main predicate refutes; return the verdict.

        That is 'The claim that the dam broke | is false', and 'a false claim that …'.
        """
        for draft in drafts:
            if draft.entry is None or not draft.content or not draft.cue or draft.outer:
                continue
            if self._is_qualified(draft):
                draft.refuted = True
                return None
            start = draft.content[0][0]
            in_subject = draft.entry.kind == "noun" or self.in_relative(draft.cue[0][0], unit.start)
            verdict = self._verdict(start, unit.end) if in_subject else None
            span = self.contents.trim(unit.start, unit.end)
            content = self.contents.trim(start, verdict) if verdict and verdict > start else None
            if verdict is None or span is None or content is None:
                continue
            draft.content = [content]
            draft.refuted = True
            draft.source = draft.source or self._carrier(unit, draft)
            return Candidate("reporter", [span], frame=[span])
        return None

    def refers_back(self, unit: Unit) -> bool:
        """Return True for 'Klaim itu keliru' and 'The claim is false', about an earlier claim."""
        referents = self.view.grammar.words("refuting", "referents")
        near = range(unit.start, min(unit.end, unit.start + _REFERENT_WORDS))
        named = next((at for at in near if self.words.low[at] in referents), None)
        return named is not None and self._verdict(named + 1, unit.end) is not None

    def _is_qualified(self, draft: Candidate) -> bool:
        """Return True for 'falsely claimed', 'false claim' and 'klaim palsu'."""
        beside = self.view.grammar.words("refuting", "qualifiers")
        start, end = draft.cue[0]
        before = self.words.low[start - 1] if start else ""
        after = (
            self.words.low[end] if end < len(self.kind) and not self.view.grammar.inflects else ""
        )
        return before in beside or after in beside

    def _verdict(self, low: int, high: int) -> int | None:
        """Return where a predicate such as 'adalah konten tidak benar' begins, None if none."""
        links = self.view.grammar.words("refuting", "links")
        for at in range(low, high):
            bare = self._is_verdict(at) and not self.view.grammar.inflects and at > low
            if self.view.inside[at] >= 0:
                continue
            if bare:
                return self._with_adverbs(at, low)
            linked = self.words.low[at] in links and self.kind[at] & (FINITE | AUXILIARY)
            if linked and self._judges(at + 1, high):
                return at
        return None

    def _judges(self, at: int, high: int) -> bool:
        """Return True if a verdict follows a copula: 'is false', 'merupakan informasi keliru'."""
        for index in range(at, min(high, at + _VERDICT_WORDS)):
            if self._is_verdict(index):
                return True
            if self.kind[index] & (COMMA | STOP | FINITE) and not self.kind[index] & NAME:
                return False
        return False

    def _is_verdict(self, at: int) -> bool:
        """Return True if a verdict of one or two words begins at a token."""
        verdicts = self.view.grammar.words("refuting", "verdicts")
        low = self.words.low
        pair = "_".join(low[at : at + 2])
        return (low[at] in verdicts or pair in verdicts) and not self.kind[at] & DETERMINER

    def _with_adverbs(self, at: int, low: int) -> int:
        while at > low + 1 and self.kind[at - 1] & (AUXILIARY | ADVERB):
            at -= 1
        return at

    def _carrier(self, unit: Unit, draft: Candidate) -> Range | None:
        """Return 'Unggahan video' in 'Unggahan video dengan klaim bahwa …'."""
        means = self.view.grammar.words("refuting", "carrying")
        at = draft.cue[0][0] - 1
        while at > unit.start and self.kind[at] & DETERMINER:
            at -= 1
        if at <= unit.start or self.words.low[at] not in means:
            return None
        carrier = self.subjects.before(at, unit.start)
        return (carrier.start, carrier.end) if carrier else None
