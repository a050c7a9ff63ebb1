"""Headlines: the first line without a stop, and 'Study: …' or '…: BNPB' in it."""

from __future__ import annotations

from annotator.language.attribution.candidate import Draft, Range
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.constructions.construction import Pattern
from annotator.language.words import COLON, COMMA, FINITE, STOP, VERB

_MAX_WORDS = 30
_MAX_SOURCE = 6


class Headline(Pattern):
    """Reads the first line of an article."""

    def is_headline(self, unit: Unit) -> bool:
        """Tell whether a unit is the line over the article."""
        paragraphs = self.view.paragraphs
        if unit.paragraph != 0 or len(paragraphs) < 2 or unit.end != paragraphs[0][1]:
            return False
        return unit.end - unit.start <= _MAX_WORDS and not self.kind[unit.end - 1] & STOP

    def match(self, unit: Unit) -> Draft | None:
        """Return the claim of a headline that names its source before or after a colon."""
        colons = [at for at in range(unit.start + 1, unit.end - 1) if self.kind[at] & COLON]
        if len(colons) != 1 or self.view.inside[colons[0]] >= 0:
            return None
        before, after = (
            (self._last_part(unit.start, colons[0]), colons[0]),
            (colons[0] + 1, unit.end),
        )
        for source, content in ((before, after), (after, before)):
            named = source == before or self._is_name(source)
            if named and self._can_say(source) and content[1] - content[0] > 2:
                return Draft("headline", [content], source=source, frame=[source])
        return None

    def _last_part(self, start: int, colon: int) -> int:
        """Return where the source begins in 'Warga Menolak, Pemkot: …'."""
        for at in range(colon - 1, start, -1):
            if self.kind[at] & COMMA:
                return at + 1
        return start

    def _is_name(self, span: Range) -> bool:
        """Tell whether a stretch is the name of a person or a body, or 'Study', and no more."""
        if span[1] - span[0] == 1 and self.words.low[span[0]] in self.view.grammar.evidence:
            return True
        known = self.words.ent[span[0]] in ("PER", "ORG")
        return known and self.words.ent_end[span[0]] >= span[1]

    def _can_say(self, span: Range) -> bool:
        """Tell whether a few words of a headline name someone who says something."""
        if span[1] - span[0] > _MAX_SOURCE or self.words.has(*span, FINITE | VERB | COMMA):
            return False
        labels = {self.words.ent[at] for at in range(*span)}
        if labels & {"PER", "ORG"}:
            return True
        return self.view.role_judge.judge(*span) is not None
