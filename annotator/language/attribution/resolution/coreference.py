"""Resolve sources that are a pronoun, a clitic or a short name."""

from __future__ import annotations

from annotator.core.reasons import say
from annotator.language.attribution.candidate import Candidate
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.resolution.antecedents import Antecedents
from annotator.language.attribution.resolution.mentions import Mentions
from annotator.language.discourse import ROLE, Discourse, Figure, name_words
from annotator.language.roles import Verdict
from annotator.language.spokespersons import of_body, principal
from annotator.language.words import (
    COMMA,
    DEMONSTRATIVE,
    DETERMINER,
    FINITE,
    NAME,
    PREPOSITION,
    QUOTE,
)

_REMEMBERED = frozenset(("PER", "ORG", "GPE"))
_TOPIC_WORDS = 3


class Coreference:
    """Fill source_ref, reading a passage from start to end."""

    def __init__(self, view: PassageView, memory: Discourse) -> None:
        self._view = view
        self._words = view.words
        self._memory = memory
        self._introductions = Mentions(view, memory)
        self._antecedents = Antecedents(view, memory, self._introductions)

    def resolve(self, unit: Unit, drafts: list[Candidate]) -> None:
        """Resolve the sources of a unit's claims, then remember the names in it."""
        for draft in drafts:
            if draft.reporter or draft.pattern in ("hearsay", "refuted"):
                continue
            edge = draft.frame[0][0] if draft.frame else unit.start
            self._introductions.read(edge)
            self._resolve(draft)
        self._introductions.read(unit.end)
        if all(draft.reporter for draft in drafts):
            self._note_topic(unit)

    def _note_topic(self, unit: Unit) -> None:
        """Make the person a sentence is about the antecedent of 'he' in the next one."""
        words = self._words
        opening = min(unit.end, unit.start + _TOPIC_WORDS)
        first = unit.start
        if words.kind[first] & PREPOSITION and words.low[first] in self._view.grammar.words(
            "names", "topical"
        ):
            first += 1
        if self._take_topic(first, opening):
            return
        for verb in range(unit.start, unit.end):
            if self._view.inside[verb] >= 0:
                return
            if words.kind[verb] & FINITE and not words.kind[verb] & NAME:
                subject = self._view.subjects.before(verb, unit.start)
                if subject is not None and self._take_topic(subject.start, subject.end):
                    return
                if subject is not None and subject.start == first:
                    self._take_office(subject.start, subject.end)

    def _take_topic(self, start: int, end: int) -> bool:
        name = self._antecedents.name_in(start, end, human=True)
        figure = self._memory.named(name) if name else None
        if figure is None or figure.label != "PER":
            return False
        self._memory.last_human = self._memory.last_speaker = figure.name
        return True

    def _take_office(self, start: int, end: int) -> None:
        """Remember "the prime minister's spokesman" as the subject of a sentence."""
        verdict = self._view.role_judge.judge(start, end)
        if verdict is None or not verdict.human or verdict.type == "person":
            return
        if not self._is_definite(start, end) or self._is_plural(start, end):
            return
        figure = self._remember_role(self._words.slice(start, end), verdict, (start, end))
        self._memory.last_human = self._memory.last_speaker = figure.name

    def _is_definite(self, start: int, end: int) -> bool:
        """Return True for 'the governor', 'her spokesman', 'gubernur itu'; a headline drops it."""
        words = self._words
        if self._view.headline is not None and start < self._view.headline.end:
            return True
        one = words.low[start] in self._view.grammar.words("names", "one")
        if not self._view.grammar.inflects:
            return not one and not words.kind[start] & DETERMINER
        return not one and bool(words.kind[start] & DETERMINER or words.text[start][0].isupper())

    def _resolve(self, draft: Candidate) -> None:
        if draft.inherits is not None and draft.source is None:
            draft.source = draft.inherits.source
            draft.source_ref = draft.inherits.source_ref
            draft.clitic = draft.inherits.clitic
            return
        if draft.source is None:
            if draft.pattern in ("transcript", "interview"):
                draft.source_ref = self._antecedents.antecedent(
                    next(iter(self._view.grammar.singular), "")
                )
            elif draft.pattern != "noun":
                draft.source_ref = draft.source_ref or self._memory.last_speaker
            return
        draft.source_ref = self._antecedents.referent(*draft.source)
        if draft.source_ref is None and self._goes_on(draft):
            draft.source_ref = self._memory.last_human
        if draft.outer is None:
            self._remember_speaker(draft)

    def _goes_on(self, draft: Candidate) -> bool:
        """Return True for 'the commissioner went on', not for 'the commissioner said'."""
        assert draft.source is not None
        start, end = draft.source
        words, grammar = self._words, self._view.grammar
        continuing = grammar.words("cues", "continuing")
        definite = (
            words.low[start] in grammar.words("names", "definite")
            or words.kind[end - 1] & DEMONSTRATIVE
        )
        said = [words.low[at] for a, b in draft.cue for at in range(a, b)]
        return bool(definite) and any(word in continuing for word in said)

    def _remember_speaker(self, draft: Candidate) -> None:
        assert draft.source is not None
        start, end = draft.source
        memory = self._memory
        verdict = self._view.role_judge.judge(start, end)
        human = verdict is not None and verdict.human
        name = draft.source_ref or self._antecedents.name_in(start, end, human=human)
        name = name or self._words.slice(start, end)
        if verdict is not None and self._is_fresh(start, end):
            first = self._words.low[start]
            draft.principal = of_body(verdict, self._view.grammar, memory, first)
        memory.last_speaker = name
        figure = memory.named(name)
        named = any(self._words.ent[at] == "PER" for at in range(start, end))
        person = figure is not None and figure.label == "PER"
        if figure is not None and person and figure.type is None and verdict is not None:
            known = memory.described(name_words(verdict.words)) if verdict.default else None
            kind = known if known is not None and known.type is not None else verdict
            figure.type, figure.because = kind.type, kind.because
        if figure is None and verdict is not None and verdict.human and not named:
            figure = self._remember_role(name, verdict, (start, end))
        if figure is None and self._is_bare_name(start, end):
            figure = memory.introduce(name, "PER")
        if figure is not None and figure.label in ("PER", ROLE) and not self._is_plural(start, end):
            memory.last_human = figure.name
        self._name_unnamed(figure, verdict, (start, end))
        memory.last_type = verdict.type if verdict else (figure.type if figure else None)
        memory.last_body = None if named else self._body(start, end, verdict)

    def _body(self, start: int, end: int, verdict: Verdict | None) -> tuple[str, str] | None:
        """Return what kind of body a source is, None if it is a person or a paper."""
        if verdict is not None:
            whole = not verdict.human and not verdict.paper
            return (verdict.type, verdict.because) if whole else None
        if any(self._words.ent[at] == "ORG" for at in range(start, end)):
            return "organization", say("organization_name")
        return None

    def _is_fresh(self, start: int, end: int) -> bool:
        """Return True for a phrase that does not name a body: 'spokesperson Ana Costa'."""
        words = self._words
        return not any(
            words.tag[at] == "possessive"
            or (words.ent[at] in ("ORG", "GPE") and at in self._view.roles)
            for at in range(start, end)
        )

    def _is_plural(self, start: int, end: int) -> bool:
        """Return True for 'two experts', whom 'he' cannot mean."""
        words = self._words
        return words.tag[end - 1] == "plural" or words.low[start] in self._view.grammar.plural

    def _is_bare_name(self, start: int, end: int) -> bool:
        """Return True if a source is a name that the model did not see as one."""
        words = self._words
        return all(words.kind[at] & NAME and not words.ent[at] for at in range(start, end))

    def _remember_role(self, name: str, verdict: Verdict, span: tuple[int, int]) -> Figure:
        """Remember 'an official at the agency', so that 'the official' means the same."""
        known = principal(self._words, span, verdict, self._memory)
        figure = self._memory.introduce(name, ROLE)
        figure.type, figure.because = known or (verdict.type, verdict.because)
        figure.roles = name_words(verdict.words)
        headline = self._view.headline
        if headline is not None and span[0] < headline.end:
            self._memory.office = figure
        return figure

    def _name_unnamed(
        self, figure: Figure | None, verdict: Verdict | None, span: tuple[int, int]
    ) -> None:
        """Take 'Alexei Polishchuk said' for 'an official said' or 'the minister said' before.

        A name without an office belongs to the last office without a name: the last
        speaker's or, in the whole article, the headline's.
        """
        memory = self._memory
        if figure is not None and figure.label == ROLE and verdict is not None:
            memory.unnamed = None if self._is_plural(*span) else (verdict.type, verdict.because)
            memory.known = frozenset(who.name for who in memory.figures)
            return
        fresh = figure is not None and figure.label == "PER" and figure.type is None
        if figure is not None and fresh and verdict is None and not self._is_told_of(span[1]):
            unnamed = memory.unnamed if figure.name not in memory.known else None
            unnamed = unnamed or self._titled()
            if unnamed is not None:
                figure.type, figure.because = unnamed
                memory.office = None
        memory.unnamed = None

    def _is_told_of(self, at: int) -> bool:
        """Return True if ', who saw the crash,' or another aside follows a name."""
        kind = self._words.kind
        return at + 1 < len(kind) and bool(kind[at] & COMMA) and not kind[at + 1] & QUOTE

    def _titled(self) -> tuple[str, str] | None:
        """Return the kind of the office in the headline, if nobody has been named with it."""
        memory = self._memory
        if memory.office is None:
            return None
        role = memory.office.roles
        held = any(who.label == "PER" and who.roles & role for who in memory.figures)
        return None if held else (memory.office.type or "", memory.office.because)
