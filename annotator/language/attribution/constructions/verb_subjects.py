"""Find the source of a reporting verb: its own subject, or one that it shares."""

from __future__ import annotations

from typing import NamedTuple

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.words import (
    AGENT,
    AUXILIARY,
    COMMA,
    CONTRAST,
    COORDINATOR,
    DEMONSTRATIVE,
    DETERMINER,
    FINITE,
    FIRST_PERSON,
    NAME,
    PRONOUN,
    PURPOSE,
    QUESTION,
    QUOTE,
    RELATIVE,
    SPACE,
    SUBORDINATOR,
    THAT,
    VERB,
)

_NEAR = 9


class Subject(NamedTuple):
    """The source of a verb, and the start of the frame."""

    source: Range | None
    inherits: Candidate | None
    anchor: int
    via: Range | None = None


class VerbSubjects(Construction):
    """Find the sources of reporting verbs."""

    def find(self, unit: Unit, at: Range, last: Candidate | None, low: int) -> Subject | None:
        """Return the source of the verb at `at`; one without a subject shares that of `last`."""
        start = at[0]
        before = self.word_before(start, unit.start)
        if before < unit.start:
            return self._all_of_it(unit, start)
        k = self.kind[before]
        if not self.view.grammar.inflects and k & PURPOSE and not k & NAME:
            return None
        tag = self.words.tag[start]
        progressive = self.helpers(start, unit.start) & self.view.grammar.words("cues", "be")
        participle = tag == "gerund" and not progressive
        quoted = self._quoted(unit, start) if participle else None
        if quoted is not None:
            return quoted
        if participle and self._is_thing(before):
            main = self._main_subject(unit, before)
            return Subject(main, None, start) if main else self.own(low, start)
        if tag == "base" and not self.helpers(start, unit.start):
            return None
        joined = k & (COORDINATOR | CONTRAST | SUBORDINATOR) and not k & NAME
        if k & COMMA and last is not None and self.view.in_headline(unit):
            return self._shared(unit, before, last)
        if participle or joined:
            hung = COMMA | SUBORDINATOR | COORDINATOR | CONTRAST
            if participle and not k & hung:
                return self._with_participle(unit, start)
            return self._shared(unit, before, last)
        if k & RELATIVE:
            return self._head_of_relative(unit, before, at[1])
        return self.own(low, start)

    def _all_of_it(self, unit: Unit, start: int) -> Subject | None:
        """Read 'Both said they would go', where only 'both' names the source."""
        first = self.kind[unit.start]
        if start == unit.start or not (first & DETERMINER and first & AUXILIARY):
            return None
        return Subject((unit.start, unit.start + 1), None, unit.start)

    def _quoted(self, unit: Unit, start: int) -> Subject | None:
        """Read 'The Herald quoted X as saying' and 'X was quoted as saying'."""
        words = self.words
        as_ = start - 1
        if words.low[as_] not in self.view.grammar.words("cues", "asides"):
            return None
        quoting = self.view.grammar.words("cues", "quoting")
        verb = next((at for at in range(as_ - 1, unit.start, -1) if words.low[at] in quoting), None)
        carrier = self.subjects.before(verb, unit.start) if verb is not None else None
        if verb is None or carrier is None:
            return None
        if verb == as_ - 1:
            return Subject((carrier.start, carrier.end), None, carrier.clause)
        speaker = self.speakers.after(verb + 1, as_)
        if speaker is None:
            return None
        source = (speaker.start, speaker.end)
        return Subject(source, None, carrier.clause, (carrier.start, carrier.end))

    def _shared(self, unit: Unit, before: int, last: Candidate | None) -> Subject | None:
        """Share the source of the verb before: 'X said A and warned B'."""
        anchor = before
        while anchor > unit.start and self.kind[anchor - 1] & (COMMA | SPACE):
            anchor -= 1
        if last is not None:
            return Subject(None, last, anchor)
        main = self._main_subject(unit, before)
        return Subject(main, None, anchor) if main else None

    def _main_subject(self, unit: Unit, before: int) -> Range | None:
        """Return the subject of the clause that a subjectless verb depends on."""
        for index in range(unit.start, before):
            k = self.kind[index]
            if k & VERB and not k & NAME and self.view.inside[index] < 0:
                subject = self.subjects.before(index, unit.start)
                if subject is not None:
                    return (subject.start, subject.end)
        return None

    def _with_participle(self, unit: Unit, start: int) -> Subject | None:
        """Read '…, with one poster writing “…”'."""
        for at in range(start - 1, max(unit.start, start - _NEAR), -1):
            if self.kind[at] & (FINITE | COMMA):
                return None
            if self.words.low[at] in self.view.grammar.words("cues", "comitative"):
                return Subject((at + 1, start), None, at) if at + 1 < start else None
        return None

    def _cannot_say(self, at: int) -> bool:
        """Return True for 'who', 'that' and, outside quotations, the reporter's own 'I'."""
        k = self.kind[at]
        if self.words.low[at] in self.view.grammar.words("names", "second"):
            return True
        if self.words.low[at] in self.view.grammar.words("names", "articles"):
            return True
        return bool(k & (RELATIVE | FIRST_PERSON | DEMONSTRATIVE | QUESTION)) and not k & NAME

    def _is_thing(self, at: int) -> bool:
        """Return True if a noun is the source: 'posted findings estimating', 'a letter saying'."""
        grammar = self.view.grammar
        return self.words.low[at] in grammar.thing or self.words.low[at] in grammar.evidence

    def _head_of_relative(self, unit: Unit, relative: int, after: int) -> Subject | None:
        """Read 'a report which says that …', only where the content is plainly marked."""
        head = self.subjects.before(relative, unit.start)
        if head is None or after >= unit.end:
            return None
        marked = self.kind[after] & (THAT | QUOTE)
        if not marked and self._tells_of(relative, after, unit.end):
            return Subject((relative, relative + 1), None, relative)
        if not marked and not any(self._is_thing(at) for at in range(head.start, head.end)):
            return None
        start = head.start
        for at in range(head.start, head.end):
            if self.kind[at] & AGENT and not self.kind[at] & NAME:
                start = at + 1
        return Subject((start, head.end), None, start) if start < head.end else None

    def _tells_of(self, relative: int, after: int, high: int) -> bool:
        """Return True for 'an architect who said he was never paid'."""
        if (
            not self.view.grammar.inflects
            or self.words.low[relative] not in self.view.grammar.people
        ):
            return False
        opens = self.kind[after] & (PRONOUN | DETERMINER) and not self.kind[after] & RELATIVE
        return bool(opens) and self.contents.is_clause(after, high)

    def own(self, low: int, start: int) -> Subject | None:
        """Return the subject right before a verb, none before token `low`."""
        words = self.words
        subject = self.subjects.before(start, low)
        if subject is None or self.view.inside[subject.start] >= 0:
            return None
        if self.words.low[subject.start] in self.view.grammar.words("names", "nobody"):
            return None
        alone = subject.end - subject.start == 1
        asks = self.kind[subject.start] & QUESTION and not self.kind[subject.start] & NAME
        if asks or (alone and self._cannot_say(subject.start)):
            return None
        object_of = subject.clause > low and self.kind[subject.clause - 1] & VERB
        if (
            not self.view.grammar.inflects
            and object_of
            and not self.kind[subject.clause - 1] & NAME
        ):
            return None
        dated = words.ent[subject.start] in ("DATE", "TIME")
        if dated and words.ent_end[subject.start] >= subject.end:
            return None
        return Subject((subject.start, subject.end), None, subject.clause)
