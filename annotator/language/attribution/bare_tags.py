"""Indonesian tags that close or cut what they report: '…,' kata X; ujarnya."""

from __future__ import annotations

from annotator.language.attribution.drafts import Draft, Range
from annotator.language.attribution.pattern import Pattern
from annotator.language.attribution.subject import Phrase
from annotator.language.attribution.units import Unit
from annotator.language.lexicon import Cue
from annotator.language.words import (
    AUXILIARY,
    COLON,
    COMMA,
    DASH,
    NAME,
    NEGATOR,
    PRONOUN,
    QUOTE,
    STOP,
    VERB,
)

_NOUN_TAGS = frozenset(("VB", "NN", "NNS", "JJ", "NNP"))


class BareTags(Pattern):
    """Indonesian tags: a bare verb before its speaker (kata X) or with -nya (ujarnya)."""

    def match(self, unit: Unit, at: Range, cue: Cue) -> Draft | None:
        """Return the claim that the tag at `at` closes, None if it is no tag."""
        start, end = at
        if start > unit.start and not self.kind[start - 1] & (COMMA | QUOTE | DASH | STOP):
            return None
        clitic = self.view.is_clitic(at)
        speaker = None if clitic else self.speakers.after(end, unit.end)
        if speaker is None and not clitic:
            return None
        if speaker is not None and not self._may_be_tag(unit, start, speaker, cue):
            return None
        after = speaker.end if speaker else end
        content = [span for span in self.before_tag(unit, start) if not self.only_connectives(span)]
        more = self.resumed(unit, after, content)
        if start == unit.start and not more:
            rest = self._after_comma(unit, after)
            content = [rest] if rest else []
        if not content and not more:
            return None
        return Draft(
            "tag",
            [*content, *more],
            cue=[at],
            source=(speaker.start, speaker.end) if speaker else None,
            clitic=clitic,
            frame=[(start, after)],
        )

    def _may_be_tag(self, unit: Unit, start: int, speaker: Phrase, cue: Cue) -> bool:
        """Tell 'lanjut Rudi' from 'nilai kontrak' and 'nilai Pochettino tak berkurang'."""
        if self.view.quote_ending_at(start) is not None:
            return True
        if cue.takes != "ambiguous":
            return start > unit.start or self._is_speaker(speaker.start)
        goes_on = self._goes_on(speaker.end, unit.end)
        return start > unit.start and self._is_speaker(speaker.start) and not goes_on

    def _is_speaker(self, at: int) -> bool:
        """Tell whether a phrase begins as who speaks does: a name, a role or a pronoun."""
        return bool(self.kind[at] & (NAME | PRONOUN)) or at in self.view.roles

    def _goes_on(self, at: int, high: int) -> bool:
        """Tell whether a predicate follows the name."""
        return at < high and bool(self.kind[at] & (VERB | NEGATOR | AUXILIARY))

    def _after_comma(self, unit: Unit, at: int) -> Range | None:
        while at < unit.end and not self.kind[at] & (COMMA | COLON | QUOTE):
            at += 1
        return self.contents.trim(at, unit.end)
