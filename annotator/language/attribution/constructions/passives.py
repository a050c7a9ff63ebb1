"""Passives: with an agent they name a source (diminta Jokowi), without one they are hearsay."""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.chunking.subject_phrases import Phrase
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.lexicon import Cue
from annotator.language.words import (
    ADJECTIVE,
    ADVERB,
    AGENT,
    AUXILIARY,
    CLAUSE_EDGE,
    COLON,
    COMMA,
    CONTRAST,
    DETERMINER,
    FINITE,
    NAME,
    NEGATOR,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SEMICOLON,
    STOP,
    SUBORDINATOR,
    THAT,
    VERB,
)

_JUDGEMENT = 8
_HEARSAY = frozenset(("hedging", "hearsay"))
_SPEAKING = frozenset(("person", "office", "body", "expert", "politician", "organization"))
_PAPERS = frozenset(("document", "thing", "paper"))
_LINKS = COMMA | CONTRAST | ADVERB | AUXILIARY
_AGENTS = frozenset(("PER", "ORG", ""))
_TIMES = frozenset(("DATE", "TIME"))
_PARTICIPLES = frozenset(("participle", "past", "adjective", ""))


class Passives(Construction):
    """Passives of both languages."""

    def match(self, unit: Unit, at: Range, cue: Cue) -> Candidate | None:
        """Return the claim of the passive at `at`, or None."""
        if self.view.grammar.prefix_passive:
            return self._prefixed(unit, at, cue)
        return self._with_auxiliary(unit, at, cue)

    def _prefixed(self, unit: Unit, at: Range, cue: Cue) -> Candidate | None:
        """Read 'Tim itu diminta Jokowi untuk …' and 'Warga disebut murka'."""
        start = at[0]
        if start > unit.start and self.kind[start - 1] & RELATIVE:
            modifies = self.words.low[start] in self.view.grammar.words("hedges", "modifiers")
            rumour = cue.stance in _HEARSAY and not modifies
            return self._identified(unit, at) if rumour else None
        if self.negated(start, unit.start) or self._is_modal(start - 1):
            return None
        agent = self._agent(unit, at[1], cue)
        if agent is not None:
            return self._by_agent(unit, at, agent, cue)
        if cue.stance == "factive" or self._describes_paper(at):
            return None
        document = self._in_document(unit, at)
        if document is not None:
            return document
        if cue.stance not in _HEARSAY:
            return None
        if self.in_relative(start, unit.start):
            return self._identified(unit, at) if cue.stance == "hearsay" else None
        return self._hearsay(unit, at)

    def _identified(self, unit: Unit, at: Range) -> Candidate | None:
        """Read 'Klub yang diklaim tertarik adalah Persib': the content is the predicate."""
        links = self.view.grammar.words("hedges", "links")
        span = self.contents.trim(unit.start, unit.end)
        linked = any(self.words.low[i] in links for i in range(at[1], unit.end))
        if span is None or not linked or self.words.has(unit.start, at[0], VERB):
            return None
        return Candidate("hearsay", [span], cue=[at], frame=[at])

    def _agent(self, unit: Unit, end: int, cue: Cue) -> Phrase | None:
        if end >= unit.end:
            return None
        # After a passive that opens the sentence comes the content, not an apposition.
        leads = end - 1 <= unit.start
        if self.kind[end] & AGENT:
            return self._speaker(end + 1, unit.end, leads=leads)
        if cue.stance == "hearsay":
            by = self._late_agent(unit, end)
            if by is not None:
                return self.speakers.after(by + 1, unit.end)
        if cue.stance == "hedging":
            return None
        if self.kind[end] & DETERMINER and end + 1 in self.view.roles:
            return self._speaker(end, unit.end, leads=leads)
        named = self.kind[end] & NAME and self.words.ent[end] in _AGENTS
        if named or (end in self.view.roles and self.view.roles[end][1][0].kind in _SPEAKING):
            return self._speaker(end, unit.end, leads=leads)
        return None

    def _speaker(self, start: int, high: int, *, leads: bool) -> Phrase | None:
        """Return the source, cut at a comma if the content would otherwise be empty."""
        phrase = self.speakers.after(start, high)
        if phrase is None or not leads:
            return phrase
        comma = next((at for at in range(start, phrase.end) if self.kind[at] & COMMA), None)
        whole = all(self.kind[at] & STOP for at in range(phrase.end, high))
        return self.speakers.after(start, comma) if whole and comma else phrase

    def _late_agent(self, unit: Unit, end: int) -> int | None:
        """Return the position of 'oleh' in 'dinilai tidak memadai oleh warga'."""
        for at in range(end, min(unit.end, end + _JUDGEMENT)):
            if self.kind[at] & AGENT:
                return at
            if self.kind[at] & (COMMA | CLAUSE_EDGE | SUBORDINATOR | THAT):
                return None
            if self.kind[at] & FINITE and self._is_passive(self.words.low[at]):
                return None
        return None

    def _is_passive(self, low: str) -> bool:
        return low.startswith(tuple(self.view.grammar.words("verbs", "passive_prefixes")))

    def _by_agent(self, unit: Unit, at: Range, agent: Phrase, cue: Cue) -> Candidate | None:
        subject = self.subjects.before(at[0], unit.start)
        content: list[Range] = [(subject.start, subject.end)] if subject else []
        if subject is not None and self._points_back(subject, cue):
            content = self._reported(unit, subject.start)
            return Candidate(
                "passive" if content else "announcement",
                content,
                cue=[at],
                source=(agent.start, agent.end),
                frame=[(subject.start, unit.end)],
            )
        by = agent.start - 1 if self.kind[agent.start - 1] & AGENT else agent.start
        after = agent.end
        if after < unit.end and self.kind[after] & THAT:
            after += 1
        rest = self.contents.trim(at[1], by) or self.contents.trim(after, unit.end)
        if rest is not None:
            content.append(rest)
        if not content:
            return None
        return Candidate(
            "passive",
            content,
            cue=[at],
            source=(agent.start, agent.end),
            frame=[(at[0], agent.end)],
        )

    def _in_document(self, unit: Unit, at: Range) -> Candidate | None:
        """Read 'Dalam dakwaan X, disebut(kan) …': the document is the source."""
        start, end = at
        document = self._document(unit, start)
        if document is None:
            return None
        subject = self._subject_between(document.end, start)
        if subject is not None:
            rest = self.contents.trim(end, unit.end)
            content = [subject, rest] if rest else [subject]
            source = (document.start, document.end)
            return Candidate("passive", content, cue=[at], source=source, frame=[(unit.start, end)])
        if not (self.kind[start - 1] & COMMA or document.end == start):
            return None
        after = end + 1 if end < unit.end and self.kind[end] & (THAT | COMMA) else end
        if after == end and not self.contents.is_assertion(after, unit.end):
            return None
        span = self.contents.trim(after, unit.end)
        if span is None:
            return None
        return Candidate(
            "passive",
            [span],
            cue=[at],
            source=(document.start, document.end),
            frame=[(unit.start, span[0])],
        )

    def _describes_paper(self, at: Range) -> bool:
        """Return True for 'keterangan tertulis', where the passive describes the noun before."""
        start, end = at
        paper = start > 0 and self.words.low[start - 1] in self.view.grammar.thing
        says = end < len(self.kind) and self.kind[end] & (THAT | COLON | QUOTE | PRONOUN)
        return paper and not says

    def _document(self, unit: Unit, high: int) -> Phrase | None:
        """Return the document named after a preposition at the start of a sentence."""
        words = self.view.grammar.evidence | self.view.grammar.thing
        for index in range(unit.start + 1, high):
            named = index in self.view.roles and self.view.roles[index][1][0].kind in _PAPERS
            if (self.words.low[index] in words or named) and self.kind[index - 1] & PREPOSITION:
                return self.speakers.after(index, high)
        return None

    def _subject_between(self, start: int, verb: int) -> Range | None:
        """Return 'ia' in 'Dalam dakwaan, ia disebut melihatnya'."""
        if not self.kind[start] & COMMA or start + 1 >= verb:
            return None
        subject = self.subjects.before(verb, start + 1)
        return (subject.start, subject.end) if subject else None

    def _is_modal(self, at: int) -> bool:
        return at >= 0 and self.words.low[at] in self.view.grammar.words("cues", "modal")

    def _points_back(self, subject: Phrase, cue: Cue) -> bool:
        """Return True if a subject is only 'hal itu' or 'demikian'."""
        pointers = self.view.grammar.words("cues", "pointers")
        if cue.stance == "factive":
            return False
        if cue.stance == "denying":
            pointers -= self.view.grammar.words("cues", "statements")
        if self.words.low[subject.end - 1] in self.view.grammar.words("cues", "similar"):
            return True
        return all(self.words.low[at] in pointers for at in range(subject.start, subject.end))

    def _reported(self, unit: Unit, edge: int) -> list[Range]:
        """Return the clause before ', demikian disampaikan X'."""
        span = self.contents.trim(unit.start, edge)
        return [span] if span and not self.only_connectives(span) else []

    def _hearsay(self, unit: Unit, at: Range) -> Candidate | None:
        framed = self._framed(unit, at)
        if framed is not None:
            return Candidate("hearsay", [framed], cue=[at], frame=[at])
        span = self.contents.trim(unit.start, unit.end)
        if span is None or self._in_adverbial(at[0], unit.start):
            return None
        if not self.view.hedging.scopes(at, [span]):
            span = self._second_clause(unit, at[0])
        return Candidate("hearsay", [span], cue=[at], frame=[at]) if span else None

    def _framed(self, unit: Unit, at: Range) -> Range | None:
        """Return the clause of 'It is believed that …' and 'Disebutkan bahwa …'."""
        start, end = at
        if end + 1 >= unit.end or not self.kind[end] & THAT:
            return None
        before = range(unit.start, self.word_before(start, unit.start) + 1)
        if not all(self.kind[i] & (PRONOUN | _LINKS) and not self.kind[i] & NAME for i in before):
            return None
        return self.contents.trim(end + 1, unit.end)

    def _second_clause(self, unit: Unit, at: int) -> Range | None:
        """Return the main clause of the passive, after 'but' or a semicolon."""
        for index in range(at - 1, unit.start, -1):
            if self.kind[index] & (CONTRAST | SEMICOLON) and not self.kind[index] & NAME:
                span = self.contents.trim(index + 1, unit.end)
                return span if span and self.view.hedging.scopes((at, at + 1), [span]) else None
        return None

    def _in_adverbial(self, start: int, low: int) -> bool:
        for back in range(start - 1, low - 1, -1):
            k = self.kind[back]
            if k & (COMMA | CLAUSE_EDGE):
                return False
            if k & SUBORDINATOR and not k & (NAME | CONTRAST):
                return True
        return False

    def _with_auxiliary(self, unit: Unit, at: Range, cue: Cue) -> Candidate | None:
        """Read 'The charge was denied by X' and 'No deaths were reported'."""
        start, end = at
        be = self._auxiliary(start, unit.start)
        if be is None or self.words.tag[start] not in _PARTICIPLES:
            return None
        by = self._by(unit, end)
        if by is not None:
            return self._done_by(unit, at, by, be, cue) if cue.stance != "neutral" else None
        if cue.stance not in _HEARSAY or self.in_relative(be, unit.start):
            return None
        if cue.takes == "to" and not self._has_complement(unit, end):
            return None
        return self._hearsay(unit, at)

    def _by(self, unit: Unit, at: int) -> int | None:
        """Return the position of 'by' after a participle, directly or after a time."""
        for index in range(at, min(unit.end, at + 5)):
            if self.kind[index] & AGENT:
                return index
            if not (self.kind[index] & PREPOSITION or self.words.ent[index] in _TIMES):
                return None
        return None

    def _done_by(self, unit: Unit, at: Range, by: int, be: int, cue: Cue) -> Candidate | None:
        """Read 'The charge was denied by X' and '…, it was announced by X'."""
        agent = self.speakers.after(by + 1, unit.end)
        subject = self.subjects.before(at[0], unit.start)
        if agent is None or subject is None:
            return None
        content: list[Range] = [(subject.start, subject.end)]
        if self._points_back(subject, cue):
            if cue.stance == "denying" or self.kind[subject.start - 1] & CONTRAST:
                return None
            content = self._reported(unit, subject.start)
        if content and cue.stance in _HEARSAY:
            rest = self.contents.trim(agent.end, unit.end)
            content = [*content, rest] if rest else content
        if not content:
            return None
        return Candidate(
            "passive",
            content,
            cue=[at],
            source=(agent.start, agent.end),
            frame=[(be, agent.end)],
        )

    def _has_complement(self, unit: Unit, at: int) -> bool:
        """Return True for 'is believed to', 'is considered safe'.

        Not for 'were considered because'.
        """
        if at >= unit.end:
            return False
        k, low = self.kind[at], self.words.low[at]
        return low in ("to", "that") or bool(k & (DETERMINER | ADJECTIVE) and not k & SUBORDINATOR)

    def _auxiliary(self, participle: int, low: int) -> int | None:
        forms = self.view.grammar.words("cues", "be")
        at = participle - 1
        while at > low and self._is_between(at) and self.words.low[at] not in forms:
            at -= 1
        return at if at >= low and self.words.low[at] in forms else None

    def _is_between(self, at: int) -> bool:
        return bool(self.kind[at] & (ADVERB | NEGATOR)) or self.words.ent[at] in _TIMES
