"""Verbs of saying between source and content: X said (that) …, X mengatakan …"""

from __future__ import annotations

from typing import NamedTuple

from annotator.language.attribution.drafts import Draft, Range
from annotator.language.attribution.pattern import Pattern
from annotator.language.attribution.units import Unit
from annotator.language.lexicon import Cue
from annotator.language.words import (
    COMMA,
    CONTRAST,
    COORDINATOR,
    FINITE,
    NAME,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    SPACE,
    SUBORDINATOR,
    THAT,
    VERB,
)

_NO_VERB = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "IN"))
_MAY_BE_NEGATED = frozenset(("denying", "hedging", "voicing"))


class Subject(NamedTuple):
    """Whose verb it is, and where the frame begins."""

    source: Range | None
    inherits: Draft | None
    anchor: int


class Verbs(Pattern):
    """Verbs with their source before and their content behind."""

    def match(self, unit: Unit, at: Range, cue: Cue, drafts: list[Draft]) -> Draft | None:
        """Return the claim that the verb at `at` introduces, None if it introduces none."""
        start, end = at
        if not self._is_verb(start):
            return None
        negated = self.negated(start, unit.start)
        if negated and cue.stance not in _MAY_BE_NEGATED:
            return None
        subject = self._subject(unit, at, drafts[-1] if drafts else None)
        if subject is None:
            return None
        content = self.contents.after(end, unit.end, cue)
        if content is None:
            return None
        return Draft(
            "verb",
            [content],
            cue=[at],
            source=subject.source,
            inherits=subject.inherits,
            negated=negated,
            frame=[(subject.anchor, content[0])],
        )

    def _is_verb(self, start: int) -> bool:
        tag = self.words.tag[start]
        if tag in _NO_VERB:
            return False
        return self.view.head_first or not tag or bool(self.kind[start] & VERB)

    def _subject(self, unit: Unit, at: Range, last: Draft | None) -> Subject | None:
        start = at[0]
        before = self.word_before(start, unit.start)
        if before < unit.start:
            return Subject(None, None, start)
        k = self.kind[before]
        participle = self.words.tag[start] == "VBG"
        joined = k & (COORDINATOR | CONTRAST | SUBORDINATOR) and not k & NAME
        if participle or joined:
            hung = COMMA | SUBORDINATOR | COORDINATOR | PREPOSITION
            if participle and not k & hung:
                return None
            return self._shared(unit, before, last)
        if k & RELATIVE:
            return self._head_of_relative(unit, before, at[1])
        return self._own(unit, start)

    def _shared(self, unit: Unit, before: int, last: Draft | None) -> Subject | None:
        """Share the source of the saying before: 'X said A and warned B'."""
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
            if k & FINITE and not k & NAME and self.view.inside[index] < 0:
                subject = self.subjects.before(index, unit.start)
                if subject is not None:
                    return (subject.start, subject.end)
        return None

    def _head_of_relative(self, unit: Unit, relative: int, after: int) -> Subject | None:
        """Read 'a report which says that …', only where the content is plainly marked."""
        if after >= unit.end or not self.kind[after] & (THAT | QUOTE):
            return None
        head = self.subjects.before(relative, unit.start)
        return Subject((head.start, head.end), None, head.start) if head else None

    def _own(self, unit: Unit, start: int) -> Subject | None:
        words = self.words
        subject = self.subjects.before(start, unit.start)
        if subject is None or self.view.inside[subject.start] >= 0:
            return None
        dated = words.ent[subject.start] in ("DATE", "TIME")
        if dated and words.ent_end[subject.start] >= subject.end:
            return None
        return Subject((subject.start, subject.end), None, subject.clause)
