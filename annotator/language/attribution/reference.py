"""Say whom a pronoun, a clitic or a short name means, from what the article said before."""

from __future__ import annotations

from annotator.language.attribution.drafts import Draft
from annotator.language.attribution.units import Unit
from annotator.language.attribution.view import View
from annotator.language.memory import Memory
from annotator.language.words import PRONOUN, Words


class Reference:
    """Fills source_ref, reading a passage from its start to its end."""

    def __init__(self, view: View, memory: Memory) -> None:
        self._view = view
        self._words: Words = view.words
        self._memory = memory
        self._read_to = 0

    def resolve(self, unit: Unit, drafts: list[Draft]) -> None:
        """Resolve the sources of a unit's claims, then remember whom the unit names."""
        for draft in drafts:
            if draft.reporter or draft.pattern == "hearsay":
                continue
            edge = draft.frame[0][0] if draft.frame else unit.start
            self._remember(max(edge, self._read_to))
            self._resolve(draft)
        self._remember(unit.end)

    def _resolve(self, draft: Draft) -> None:
        memory = self._memory
        if draft.inherits is not None and draft.source is None:
            draft.source = draft.inherits.source
            draft.source_ref = draft.inherits.source_ref
        if draft.source is None:
            if draft.pattern != "noun":
                draft.source_ref = draft.source_ref or memory.last_speaker
            return
        start, end = draft.source
        text = self._words.slice(start, end)
        if self._words.kind[start] & PRONOUN and end - start == 1:
            draft.source_ref = self._antecedent(self._words.low[start])
        else:
            figure = memory.named(self._name_in(start, end) or "")
            if figure is not None and figure.name.lower() not in text.lower():
                draft.source_ref = figure.name
        memory.last_speaker = draft.source_ref or self._name_in(start, end) or text

    def _antecedent(self, pronoun: str) -> str | None:
        memory, grammar = self._memory, self._view.grammar
        if pronoun in grammar.singular:
            if memory.last_speaker is not None:
                figure = memory.named(memory.last_speaker)
                if figure is not None and figure.label == "PER":
                    return figure.name
            person = memory.latest("PER")
            return person.name if person else memory.last_speaker
        return memory.last_speaker

    def _name_in(self, start: int, end: int) -> str | None:
        words = self._words
        best: str | None = None
        for at in range(start, end):
            if words.ent[at] == "PER":
                return words.slice(at, min(words.ent_end[at], end))
            if words.ent[at] in ("ORG", "GPE") and best is None:
                best = words.slice(at, min(words.ent_end[at], end))
        return best

    def _remember(self, to: int) -> None:
        words = self._words
        at = self._read_to
        while at < to:
            if words.ent[at] in ("PER", "ORG", "GPE"):
                end = words.ent_end[at]
                self._memory.introduce(words.slice(at, end), words.ent[at])
                at = end
            else:
                at += 1
        self._read_to = max(self._read_to, at)
