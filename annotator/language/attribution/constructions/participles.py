"""Participles that open a sentence: 'Saying “it failed”, the minister resigned.'"""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.lexicon import Cue
from annotator.language.words import COMMA, DETERMINER, FINITE, NAME, PRONOUN

_OPENS_SUBJECT = NAME | DETERMINER | PRONOUN


class Participles(Construction):
    """Claims whose source is the subject of the clause that follows."""

    def match(self, unit: Unit, at: Range, cue: Cue) -> Candidate | None:
        """Return the claim of a participle at the head of a sentence."""
        start, end = at
        if self.words.tag[start] != "gerund" or self.word_before(start, unit.start) >= unit.start:
            return None
        comma = self._main_clause(end, unit.end)
        if comma is None:
            return None
        speaker = self.speakers.after(comma + 1, unit.end)
        content = self.contents.after(end, comma, cue)
        if speaker is None or content is None:
            return None
        source = (speaker.start, speaker.end)
        return Candidate("participle", [content], cue=[at], source=source, frame=[(start, comma)])

    def _main_clause(self, start: int, high: int) -> int | None:
        """Return the comma behind which the main clause begins."""
        for at in range(start, high - 2):
            if not self.kind[at] & COMMA or self.view.inside[at] >= 0:
                continue
            phrase = self.speakers.after(at + 1, high) if self._opens(at + 1) else None
            if phrase is not None and phrase.end < high and self.kind[phrase.end] & FINITE:
                return at
        return None

    def _opens(self, at: int) -> bool:
        return bool(self.kind[at] & _OPENS_SUBJECT)
