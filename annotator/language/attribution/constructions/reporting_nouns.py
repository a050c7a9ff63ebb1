"""Nouns and adverbs that carry a claim: spekulasi bahwa …, the claim that …, reportedly …"""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.lexicon import Cue
from annotator.language.words import (
    ADJECTIVE,
    ADVERB,
    COMMA,
    COORDINATOR,
    FINITE,
    NAME,
    NEGATOR,
    NOUN,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
)

_MAX_OWNER = 8


class ReportingNouns(Construction):
    """Reporting nouns followed by a clause."""

    def __init__(self, view: PassageView) -> None:
        super().__init__(view)
        self._owned_by = view.grammar.words("cues", "owned_by")
        self._spread = view.grammar.words("cues", "spread")

    def match(self, unit: Unit, at: Range, cue: Cue) -> Candidate | None:
        """Return the claim that the noun at `at` carries, None if no clause follows."""
        start, end = at
        if end >= unit.end or self._is_verb(start):
            return None
        owner = self._owner_behind(unit, end)
        content = self._clause(unit, owner[1] if owner else end, cue)
        if content is None:
            return None
        if owner is not None and self.words.low[owner[0]] in self._owned_by:
            owner = (owner[0] + 1, owner[1])
        return Candidate(
            "noun",
            [content],
            cue=[at],
            source=owner or self._owner(unit, start),
            frame=[(start, content[0])],
        )

    def _owner_behind(self, unit: Unit, at: int) -> Range | None:
        """Return whose claim it is in 'Klaim Rusia bahwa' and 'the claim by Russia that'."""
        marked = self.words.low[at] in self._owned_by
        if not marked and self.view.grammar.inflects:
            return None
        phrase = self.speakers.after(at + 1 if marked else at, unit.end)
        if phrase is None or phrase.end >= unit.end or phrase.end - at > _MAX_OWNER:
            return None
        if not self.kind[phrase.end] & THAT or self.kind[phrase.end] & QUESTION:
            return None
        if (
            not self.words.has(phrase.start, phrase.end, NAME)
            and phrase.start not in self.view.roles
        ):
            return None
        return (at, phrase.end)

    def _is_verb(self, start: int) -> bool:
        return bool(
            self.words.tag[start] and self.kind[start] & VERB and not self.kind[start] & NOUN
        )

    def _clause(self, unit: Unit, after: int, cue: Cue) -> Range | None:
        if self.words.low[after] in self._spread and after + 1 < unit.end:
            after += 1
        after = self._after_place(after, unit.end)
        k = self.kind[after]
        if k & THAT and not k & QUESTION:
            after += 1
        elif (
            cue.stance not in ("hedging", "accusing")
            or not self.view.grammar.inflects
            or not k & (PRONOUN | NAME)
        ):
            return None
        if after >= unit.end or not self.contents.is_clause(after, unit.end):
            return None
        if self._has_gap(unit, after):
            return None
        return self.contents.trim(after, self._main_verb(unit, after))

    def _after_place(self, at: int, high: int) -> int:
        """Step over 'di Wall Street' between 'rumor' and 'bahwa'."""
        if not self.kind[at] & PREPOSITION:
            return at
        for index in range(at + 1, min(high, at + _MAX_OWNER)):
            if self.kind[index] & THAT and not self.kind[index] & (QUESTION | RELATIVE):
                return index
            if self.kind[index] & (VERB | COMMA | STOP) and not self.kind[index] & NAME:
                break
        return at

    def _has_gap(self, unit: Unit, start: int) -> bool:
        """Return True for 'a forecast that critics dismissed at the time'.

        That is a relative clause.
        """
        if not self.view.grammar.inflects:
            return False
        for at in range(start, unit.end):
            if not self.kind[at] & FINITE or self.kind[at] & NAME:
                continue
            found = self.view.lexicon.cues.at(self.words.low, at)
            light = self.words.low[at] in self.view.grammar.words("cues", "light")
            denies = found is not None and found[1][0].stance in ("denying", "voicing")
            after = found[0] if found else at + 1
            loose = after >= unit.end or self.kind[after] & (STOP | COMMA | PREPOSITION | TIME)
            return bool((light or denies) and loose)
        return False

    def _main_verb(self, unit: Unit, start: int) -> int:
        """Return where the sentence 'Isu bahwa … juga beredar' continues after the clause."""
        if self.view.grammar.inflects:
            return self._second_verb(unit, start)
        for at in range(start + 2, unit.end):
            if self.words.low[at] in self._spread:
                return self.word_before(at, start) + 1
        return unit.end

    def _second_verb(self, unit: Unit, start: int) -> int:
        """Cut 'The claim that he lied [was denied]' at the verb of the sentence itself."""
        kind = self.kind
        if any(k & FINITE and not k & NAME for k in kind[unit.start : start]):
            return unit.end
        seen = False
        for at in range(start, unit.end):
            k = kind[at]
            if k & (COMMA | COORDINATOR | SUBORDINATOR | RELATIVE | THAT) and not k & NAME:
                return unit.end
            if k & FINITE and not k & NAME:
                if seen and not kind[at - 1] & (ADVERB | NEGATOR | FINITE):
                    return at
                seen = True
        return unit.end

    def _owner(self, unit: Unit, noun: int) -> Range | None:
        """Return whose claim it is in 'the minister's claim that'."""
        words = self.words
        at = noun - 1
        while (
            at > unit.start
            and self.kind[at] & (ADVERB | ADJECTIVE)
            and words.tag[at] != "possessive"
        ):
            at -= 1
        if at >= unit.start and at == noun - 1 and self._is_person(at):
            return (at, noun)
        if self._is_made(unit, at):
            verb = self._last_verb(unit, noun)
            subject = self.subjects.before(verb, unit.start)
            return (subject.start, subject.end) if subject else None
        if at > unit.start and words.tag[at] == "possessive":
            owner = self.subjects.before(at, unit.start)
            if owner is not None:
                return (owner.start, owner.end)
        return None

    def _is_made(self, unit: Unit, at: int) -> bool:
        """Return True if the noun is the object of 'made', 'issued' or 'voiced'."""
        light = self.view.grammar.words("cues", "light")
        return any(self.words.low[i] in light for i in range(max(unit.start, at - 4), at + 1))

    def _last_verb(self, unit: Unit, noun: int) -> int:
        at = noun - 1
        while at > unit.start and not self.kind[at] & VERB:
            at -= 1
        return at

    def _is_person(self, at: int) -> bool:
        """Return True for 'employee concerns', not for 'safety concerns'."""
        found = self.view.roles.get(at)
        return self.view.grammar.inflects and found is not None and found[1][0].kind != "thing"


class HearsayAdverbs(Construction):
    """Words that make a sentence hearsay, wherever they are in it."""

    def match(self, unit: Unit, at: Range) -> Candidate | None:
        """Return the sentence as hearsay."""
        span = self.contents.trim(unit.start, unit.end)
        if span is None or self.in_relative(at[0], unit.start):
            return None
        if not self.view.hedging.scopes(at, [span]):
            return None
        return Candidate("hearsay", [span], cue=[at], frame=[at])
