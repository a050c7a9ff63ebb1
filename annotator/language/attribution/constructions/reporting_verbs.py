"""Verbs of saying between source and content: X said (that) …, X mengatakan …"""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.attribution.constructions.verb_subjects import Subject, VerbSubjects
from annotator.language.lexicon import Cue
from annotator.language.words import (
    COMMA,
    CONTRAST,
    COORDINATOR,
    DETERMINER,
    FINITE,
    FRAME,
    NAME,
    NOUN,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SEMICOLON,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
)

# Whoever denies or doubts "that statement" takes a stand on it.
_JUDGING = frozenset(("denying", "voicing"))
_MAY_BE_NEGATED = frozenset(("denying", "hedging", "voicing"))


class ReportingVerbs(Construction):
    """Reporting verbs with the source before and the content after them."""

    def __init__(self, view: PassageView) -> None:
        super().__init__(view)
        self._subjects = VerbSubjects(view)
        self._timing = view.grammar.words("cues", "timing")

    def match(self, unit: Unit, at: Range, cue: Cue, drafts: list[Candidate]) -> Candidate | None:
        """Return the claim that the verb at `at` introduces, or None."""
        _start, end = at
        if not self.is_active(at, unit.start, unit.end) or self._leads_on(end, unit.end):
            return None
        return self._introduce(unit, at, cue, drafts)

    def match_adjective(
        self, unit: Unit, at: Range, cue: Cue, drafts: list[Candidate]
    ) -> Candidate | None:
        """Return the claim of 'They are concerned that …'."""
        start, end = at
        if end >= unit.end or not self.kind[end] & (THAT | PRONOUN | DETERMINER | NAME):
            return None
        if not self.helpers(start, unit.start) & self.view.grammar.words("cues", "be"):
            return None
        return self._introduce(unit, at, cue, drafts)

    def _introduce(
        self, unit: Unit, at: Range, cue: Cue, drafts: list[Candidate]
    ) -> Candidate | None:
        start, end = at
        low = self._floor(unit, drafts)
        negated = self.negated(start, unit.start)
        if negated and cue.stance not in _MAY_BE_NEGATED:
            return self._unsaid(unit, at, low, drafts[-1]) if drafts else None
        subject = self._subjects.find(unit, at, drafts[-1] if drafts else None, low)
        if subject is None:
            return None
        if cue.takes == "evidence" and not self._is_evidence(subject, end, unit.end):
            return None
        if cue.stance == "denying" and self._is_act(end, unit.end):
            return None
        if cue.stance == "accusing" and self._is_mutual(end, unit.end):
            return None
        if self._is_supposed(subject.anchor, unit.start) or self._fills_gap(subject.anchor, end):
            return None
        if self._is_planned(start, unit.start, cue) and not self._quotes_next(end, unit.end):
            return None
        if self._points_back(end, unit.end, cue):
            return Candidate(
                "announcement", [], cue=[at], source=subject.source, frame=[(start, end)]
            )
        aside = self._is_aside(unit, subject)
        high = self._high(unit, subject, end)
        if subject.source is not None and self._is_found(subject.source):
            high = self._before_time_clause(end, high)
        content = self._after_aside(unit, end) if aside else self.contents.after(end, high, cue)
        if content is None:
            return None
        return Candidate(
            "verb",
            [content],
            cue=[at],
            source=subject.source,
            inherits=subject.inherits,
            via=subject.via,
            negated=negated,
            frame=[(subject.anchor, content[0])],
        )

    def _is_supposed(self, anchor: int, low: int) -> bool:
        """Return True for 'if the survey confirms it', which attributes nothing."""
        conditional = self.view.grammar.words("hedges", "conditional")
        return any(
            self.words.low[at] in conditional for at in range(max(low, anchor - 1), anchor + 1)
        )

    def _fills_gap(self, anchor: int, after: int) -> bool:
        """Return True for 'which Politico reported left experts uneasy'.

        No content follows there.
        """
        if not self.view.grammar.inflects or anchor < 1:
            return False
        k = self.kind[anchor - 1]
        if k & THAT and anchor > 1 and self.kind[anchor - 2] & NOUN:
            return after < len(self.kind) and bool(self.kind[after] & FINITE)
        in_which = anchor > 1 and self.kind[anchor - 2] & PREPOSITION
        return bool(k & RELATIVE) and not k & NAME and not in_which

    def _is_planned(self, verb: int, low: int, cue: Cue) -> bool:
        """Return True for an announcement to come: 'will announce', 'akan mengumumkan'."""
        planned = self.view.grammar.words("cues", "planned")
        if cue.stance == "demanding":
            planned |= self.view.grammar.words("cues", "supposed")
        return any(
            self.words.low[at] in planned for at in range(self.word_before(verb, low) + 1, verb)
        )

    def _points_back(self, at: int, high: int, cue: Cue) -> bool:
        """Return True for 'mengatakan hal itu usai rapat', which says nothing new."""
        if self.view.grammar.inflects:
            return False
        pointers = self.view.grammar.words("cues", "pointers")
        if cue.stance in _JUDGING:
            pointers -= self.view.grammar.words("cues", "statements")
        last = at
        while last < high and self.words.low[last] in pointers:
            last += 1
        ends = last >= high or self.kind[last] & (STOP | COMMA | FRAME | TIME | SUBORDINATOR)
        return last > at and bool(ends)

    def _quotes_next(self, at: int, high: int) -> bool:
        return any(self.kind[i] & QUOTE for i in range(at, min(high, at + 3)))

    def _unsaid(self, unit: Unit, at: Range, low: int, last: Candidate) -> Candidate | None:
        """Read '…, but the guard has not confirmed that', which the reporter says."""
        before = self.word_before(at[0], unit.start)
        if before >= unit.start and self.kind[before] & (CONTRAST | COORDINATOR):
            return Candidate("refusal", [], frame=[(before, at[1])])
        subject = self._subjects.own(low, at[0])
        if subject is None or subject.source is None or subject.anchor <= unit.start:
            return None
        if not self.kind[subject.anchor - 1] & (CONTRAST | COORDINATOR):
            return None
        said = last.content[0][0] if last.content else unit.start
        if said < subject.anchor and not self.words.has(said, subject.anchor, FINITE):
            return None
        span = self.contents.trim(subject.source[0], unit.end)
        return Candidate("reporter", [span], frame=[(subject.anchor, at[1])]) if span else None

    def _floor(self, unit: Unit, drafts: list[Candidate]) -> int:
        """Return the earliest start of a subject: after 'According to X,'."""
        last = drafts[-1] if drafts else None
        if last is None or last.pattern != "according":
            return unit.start
        at = last.frame[0][1]
        return at + 1 if at < unit.end and self.kind[at] & COMMA else unit.start

    def _leads_on(self, after: int, high: int) -> bool:
        """Return True if the next word is the cue: 'bersikeras mendesak'."""
        if self.view.grammar.inflects or after >= high or not self.kind[after] & VERB:
            return False
        found = self.view.lexicon.cues.at(self.words.low, after)
        return found is not None and any(cue.kind == "verb" for cue in found[1])

    def _high(self, unit: Unit, subject: Subject, after: int) -> int:
        """Return where a content must end: at a semicolon, or with a leading 'When …,'."""
        leads = unit.start + 1 >= subject.anchor and self._depends(unit.start)
        leads = leads or (subject.anchor > unit.start and self._depends(subject.anchor - 1))
        edge = SEMICOLON | COMMA if leads else SEMICOLON
        for at in range(after, unit.end):
            if self.kind[at] & edge and self.view.inside[at] < 0:
                return at
        return unit.end

    def _is_found(self, source: Range) -> bool:
        """Return True for an autopsy, a study or a report as the source."""
        verdict = self.view.role_judge.judge(*source)
        return verdict is not None and verdict.paper

    def _before_time_clause(self, start: int, high: int) -> int:
        """End the finding of an autopsy or a study before 'before she was cremated'."""
        if not self.view.grammar.inflects:
            return high
        seen = False
        for at in range(start, high - 2):
            k = self.kind[at]
            timed = k & SUBORDINATOR and k & FRAME and self.words.low[at] in self._timing
            if seen and timed and self.kind[at + 1] & PRONOUN:
                return at
            seen = seen or bool(k & FINITE and not k & NAME)
        return high

    def _depends(self, at: int) -> bool:
        """Return True if a clause opens with 'When', 'After' or 'Although', not with 'But'."""
        k = self.kind[at]
        return bool(k & SUBORDINATOR) and not k & NAME

    def _is_act(self, after: int, high: int) -> bool:
        """Return True for 'dismissed a lawsuit', an act.

        Not for 'dismissed the claims', a statement.
        """
        acts = self.view.grammar.words("cues", "acted_on")
        return any(self.words.low[at] in acts for at in range(after, min(high, after + 4)))

    def _is_mutual(self, at: int, high: int) -> bool:
        """Return True for 'blaming each other', which names nobody."""
        mutual = self.view.grammar.words("cues", "mutual")
        return at + 1 < high and " ".join(self.words.low[at : at + 2]).replace(" ", "_") in mutual

    def _is_evidence(self, subject: Subject, after: int, high: int) -> bool:
        """Return True for 'data menunjukkan', not for 'ia menunjukkan kebolehannya'."""
        if after < high and self.kind[after] & THAT:
            return True
        ends_relative = after < high and self.kind[after] & FINITE and self.view.grammar.inflects
        if subject.source is None or (ends_relative and not self.kind[after] & NAME):
            return False
        evidence = self.view.grammar.evidence
        if any(self.words.low[at] in evidence for at in range(*subject.source)):
            return True
        verdict = self.view.role_judge.judge(*subject.source)
        if verdict is not None and (verdict.type == "expert" or not verdict.human):
            return verdict.type == "expert" or self.contents.is_clause(after, high)
        return self.view.grammar.inflects and self.contents.is_clause(after, high)

    def _is_aside(self, unit: Unit, subject: Subject) -> bool:
        """Return True for 'As X told the BBC, …', where a comma ends the saying."""
        if subject.source is None:
            return False
        at = subject.anchor - 1
        if at > unit.start and self.kind[at - 1] & (CONTRAST | SUBORDINATOR):
            return False
        return at >= unit.start and self.words.low[at] in self.view.grammar.words("cues", "asides")

    def _after_aside(self, unit: Unit, at: int) -> Range | None:
        while at < unit.end and not self.kind[at] & COMMA:
            at += 1
        if at >= unit.end or not self.contents.is_assertion(at + 1, unit.end):
            return None
        return self.contents.trim(at, unit.end)
