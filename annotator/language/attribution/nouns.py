"""Nouns and adverbs that carry a claim: spekulasi bahwa …, the claim that …, reportedly …"""

from __future__ import annotations

from annotator.language.attribution.drafts import Draft, Range
from annotator.language.attribution.pattern import Pattern
from annotator.language.attribution.units import Unit
from annotator.language.lexicon import Cue
from annotator.language.words import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    NAME,
    NOUN,
    PRONOUN,
    QUESTION,
    THAT,
    VERB,
)


class Nouns(Pattern):
    """Nouns of saying with a clause behind them."""

    def match(self, unit: Unit, at: Range, cue: Cue) -> Draft | None:
        """Return the claim that the noun at `at` carries, None if no clause follows."""
        start, end = at
        if end >= unit.end or self._is_verb(start):
            return None
        content = self._clause(unit, end, cue)
        if content is None:
            return None
        return Draft(
            "noun",
            [content],
            cue=[at],
            source=self._owner(unit, start),
            frame=[(start, content[0])],
        )

    def _is_verb(self, start: int) -> bool:
        return bool(
            self.words.tag[start] and self.kind[start] & VERB and not self.kind[start] & NOUN
        )

    def _clause(self, unit: Unit, after: int, cue: Cue) -> Range | None:
        k = self.kind[after]
        if k & THAT and not k & QUESTION:
            after += 1
        elif cue.stance != "hedging" or self.view.head_first or not k & (PRONOUN | NAME):
            return None
        if after >= unit.end or not self.contents.is_clause(after, unit.end):
            return None
        return self.contents.trim(after, self._main_verb(unit, after))

    def _main_verb(self, unit: Unit, start: int) -> int:
        """Return where the sentence of 'Isu bahwa … juga beredar' goes on behind the clause."""
        spread = self.view.grammar.words("cues", "spread")
        for at in range(start + 2, unit.end):
            if self.words.low[at] in spread:
                while self.kind[at - 1] & (ADVERB | AUXILIARY) and not self.kind[at - 1] & NAME:
                    at -= 1
                return at
        return unit.end

    def _owner(self, unit: Unit, noun: int) -> Range | None:
        """Return whose claim it is in 'the minister's claim that'."""
        words = self.words
        at = noun - 1
        while at > unit.start and self.kind[at] & (ADVERB | ADJECTIVE) and words.low[at] != "'s":
            at -= 1
        if at >= unit.start and at == noun - 1 and self._is_person(at):
            return (at, noun)
        if at > unit.start and words.low[at] in ("'s", "'"):
            owner = self.subjects.before(at, unit.start)
            if owner is not None:
                return (owner.start, owner.end)
        return None

    def _is_person(self, at: int) -> bool:
        """Tell 'employee concerns' from 'safety concerns'."""
        found = self.view.roles.get(at)
        return not self.view.head_first and found is not None and found[1][0].kind != "thing"


class Adverbs(Pattern):
    """Words that make a sentence hearsay wherever they stand in it."""

    def match(self, unit: Unit, at: Range) -> Draft | None:
        """Return the sentence as hearsay."""
        span = self.contents.trim(unit.start, unit.end)
        if span is None or self.in_relative(at[0], unit.start):
            return None
        if not self.view.hedging.scopes(at, [span]):
            return None
        return Draft("hearsay", [span], cue=[at], frame=[at])
