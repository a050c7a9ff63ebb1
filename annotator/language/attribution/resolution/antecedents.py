"""Find the antecedent of a pronoun, a clitic or a short name among the names so far."""

from __future__ import annotations

from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.attribution.resolution.mentions import Mentions
from annotator.language.discourse import Discourse, Figure, name_words
from annotator.language.gender import Genders
from annotator.language.words import DEMONSTRATIVE, NAME, NOUN, PREPOSITION, PRONOUN, RELATIVE

_TITLE_WORDS = 12


class Antecedents:
    """Look antecedents up, without remembering anything."""

    def __init__(self, view: PassageView, memory: Discourse, mentions: Mentions) -> None:
        self._view = view
        self._words = view.words
        self._memory = memory
        self._introductions = mentions
        self._genders = Genders(view.grammar)

    def referent(self, start: int, end: int) -> str | None:
        """Return the full name that a source refers to, None if the source is complete itself."""
        words, memory = self._words, self._memory
        if end - start == 1 and words.low[start] in self._view.grammar.words("names", "one_of"):
            return self._last_group()
        if words.kind[start] & RELATIVE and not words.kind[start] & NAME:
            head = self._view.subjects.before(start, max(0, start - _TITLE_WORDS))
            return words.slice(head.start, head.end) if head else None
        if words.kind[start] & PRONOUN and end - start == 1:
            return self.antecedent(words.low[start])
        verdict = self._view.role_judge.judge(start, end)
        name = self.name_in(start, end, human=verdict is not None and verdict.human)
        if name is None:
            return self._described(start, end)
        self._introductions.read(end)
        figure = memory.named(name)
        if figure is not None and figure.name.lower() not in words.slice(start, end).lower():
            return figure.name
        return None

    def antecedent(self, pronoun: str) -> str | None:
        """Return the antecedent of a pronoun, None if nobody fits."""
        memory, grammar = self._memory, self._view.grammar
        if pronoun in grammar.neuter:
            return self._last_body()
        if pronoun not in grammar.singular:
            return self._last_group()
        gender = self._genders.of_pronoun(pronoun)
        last = memory.named(memory.last_human) if memory.last_human else None
        if memory.last_human is not None and (last is None or _agree(last, gender)):
            return memory.last_human
        people = [figure for figure in memory.figures if figure.label == "PER"]
        person = next((who for who in reversed(people) if _agree(who, gender)), None)
        if person is not None:
            return person.name
        return None if people else memory.last_speaker

    def name_in(self, start: int, end: int, *, human: bool = False) -> str | None:
        """Return the person named in a source, else the body, unless a person of it speaks."""
        words = self._words
        best: str | None = None
        for at in range(start, end):
            if words.ent[at] == "PER" and not self._belongs(start, at):
                return words.slice(at, min(words.ent_end[at], end))
            if words.ent[at] == "ORG" and not human:
                return words.slice(at, min(words.ent_end[at], end))
            if words.ent[at] == "GPE" and best is None and not human:
                best = words.slice(at, min(words.ent_end[at], end))
        return best or self._known_in(start, end)

    def _last_group(self) -> str | None:
        """Return the antecedent of 'they' and 'one': people named together, or a body."""
        memory = self._memory
        speaker = memory.named(memory.last_speaker) if memory.last_speaker else None
        if memory.last_group is None and (speaker is None or speaker.label != "PER"):
            return memory.last_speaker
        return memory.last_group

    def _last_body(self) -> str | None:
        """Return the antecedent of 'it': the speaker if no person, else the last organization."""
        memory = self._memory
        speaker = memory.named(memory.last_speaker) if memory.last_speaker else None
        if speaker is not None and speaker.label != "PER":
            return speaker.name
        body = memory.latest("ORG", "GPE")
        return body.name if body else memory.last_speaker

    def _described(self, start: int, end: int) -> str | None:
        """Resolve 'the governor' and 'pria itu' to who was introduced as such or spoke last."""
        words, memory = self._words, self._memory
        if words.low[start] in self._view.grammar.words("names", "definite"):
            figure = memory.described(name_words(words.slice(start, end)))
            return figure.name if figure and self._fits(figure, start, end) else None
        verdict = self._view.role_judge.judge(start, end)
        if verdict is not None and not verdict.human:
            return None
        if words.kind[end - 1] & DEMONSTRATIVE:
            figure = memory.described(name_words(words.slice(start, end)))
            return figure.name if figure else memory.last_human
        return None

    def _fits(self, figure: Figure, start: int, end: int) -> bool:
        """Return True for 'the minister'.

        Not for 'the health minister', if another minister is known.
        """
        words = self._words
        return all(
            words.low[at] in figure.roles
            or words.low[at] in figure.words
            or not words.kind[at] & NOUN
            or at in self._view.roles
            for at in range(start, end)
        )

    def _belongs(self, start: int, at: int) -> bool:
        """Return True for 'a spokesperson for Reyes' and 'pengacara Trump'.

        Not for the person named.
        """
        if at <= start:
            return False
        words = self._words
        if words.kind[at - 1] & PREPOSITION and not words.kind[at - 1] & NAME:
            return True
        relational = self._view.grammar.words("names", "relational")
        return words.low[at - 1] in relational or words.low[at - 2] in relational

    def _known_in(self, start: int, end: int) -> str | None:
        """Return the name of a known person that the model did not see this time."""
        words = self._words
        for at in range(start, end):
            if words.kind[at] & NAME and words.ent[at] in ("", "ORG"):
                figure = self._memory.named(words.text[at])
                if figure is not None and figure.label == "PER":
                    return words.text[at]
        return None


def _agree(figure: Figure, gender: str | None) -> bool:
    """Return True if a person may be 'she' or 'he', or if their gender is unknown."""
    return gender is None or figure.gender is None or figure.gender == gender
