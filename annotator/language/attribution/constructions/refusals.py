"""Refusals to comment: they make no claim, but end the claim before them."""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.words import COMMA, CONTRAST, COORDINATOR, SPACE


class Refusals(Construction):
    """'… and declined to elaborate', '… tetapi enggan berkomentar'."""

    def match(self, unit: Unit, at: Range, drafts: list[Candidate]) -> Candidate | None:
        """Return a draft without content, which ends the content before it."""
        before = self.word_before(at[0], unit.start)
        if not drafts or before < unit.start or not self.kind[before] & (COORDINATOR | CONTRAST):
            return None
        anchor = before
        while anchor > unit.start and self.kind[anchor - 1] & (COMMA | SPACE):
            anchor -= 1
        return Candidate("refusal", [], inherits=drafts[-1], frame=[(anchor, at[1])])
