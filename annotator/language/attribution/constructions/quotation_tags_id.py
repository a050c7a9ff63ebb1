"""Indonesian quotation tags after or inside their content: '…,' kata X; ujarnya."""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.chunking.subject_phrases import Phrase
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.lexicon import Cue
from annotator.language.words import (
    AUXILIARY,
    COLON,
    COMMA,
    DASH,
    DETERMINER,
    FINITE,
    NAME,
    NEGATOR,
    PRONOUN,
    QUOTE,
    STOP,
    VERB,
)

_FRAGMENT = 2
_NOUN_TAGS = frozenset(("base", "noun", "plural", "adjective", "name"))


class IndonesianTags(Construction):
    """Indonesian tags: a bare verb before its source (kata X) or with -nya (ujarnya)."""

    def match(self, unit: Unit, at: Range, cue: Cue) -> Candidate | None:
        """Return the claim that the tag at `at` closes, None if no tag is there."""
        start, end = at
        opening = self._opening(unit, start)
        if opening is None or (end < unit.end and self._leads_on(end)):
            return None
        clitic = self.view.is_clitic(at)
        quoted = self.view.quote_ending_at(opening) is not None
        speaker = None if clitic else self.speakers.after(end, unit.end, enclosed=not quoted)
        if speaker is None and not clitic:
            return None
        if speaker is not None and not self._may_be_tag(unit, opening, speaker, cue):
            return None
        after = speaker.end if speaker else end
        content = self._content(unit, opening, after)
        if not content:
            return None
        return Candidate(
            "tag",
            content,
            cue=[at],
            source=(speaker.start, speaker.end) if speaker else None,
            clitic=clitic,
            frame=[(opening, after)],
        )

    def _opening(self, unit: Unit, start: int) -> int | None:
        """Return where a tag begins, at 'kata' or at 'demikian kata', if a comma is before it."""
        asides = self.view.grammar.words("cues", "asides")
        if start > unit.start and self.words.low[start - 1] in asides:
            start -= 1
        if start > unit.start and not self.kind[start - 1] & (COMMA | QUOTE | DASH | STOP):
            return None
        return start

    def _content(self, unit: Unit, start: int, after: int) -> list[Range]:
        """Return the content before a tag and its continuation, or all that follows the tag."""
        content = [span for span in self.before_tag(unit, start) if not self.only_connectives(span)]
        more = self.resumed(unit, after, content)
        if more:
            return [*content, *more]
        rest: Range | None = None
        if start == unit.start:
            rest = self._after_comma(unit, after)
        elif self._is_fragment(content) and self.contents.is_assertion(after, unit.end):
            rest = self.contents.trim(after, unit.end)
        else:
            return content
        return [rest] if rest else []

    def _leads_on(self, at: int) -> bool:
        """Return True if the next word is the tag: 'demikian ujar Rudi'."""
        found = self.view.lexicon.cues.at(self.words.low, at)
        return found is not None and any(cue.kind in ("bare", "passive") for cue in found[1])

    def _is_fragment(self, content: list[Range]) -> bool:
        """Return True for 'Sehingga' before 'kata Ahmad keputusan itu tetap'.

        Not for a word of the content.
        """
        return all(
            b - a <= _FRAGMENT and not self.words.has(a, b, FINITE | QUOTE) for a, b in content
        )

    def _may_be_tag(self, unit: Unit, start: int, speaker: Phrase, cue: Cue) -> bool:
        """Return True for 'lanjut Rudi'.

        Not for 'nilai kontrak' and 'nilai Pochettino tak berkurang'.
        """
        if self.view.quote_ending_at(start) is not None:
            return True
        if cue.takes != "ambiguous":
            return start > unit.start or self._is_speaker(speaker.start)
        goes_on = self._goes_on(speaker.end, unit.end)
        return start > unit.start and self._is_speaker(speaker.start) and not goes_on

    def _is_speaker(self, at: int) -> bool:
        """Return True if a phrase begins like a source: with a name, a role or a pronoun."""
        if self.kind[at] & DETERMINER:
            at += 1
        return bool(self.kind[at] & (NAME | PRONOUN)) or at in self.view.roles

    def _goes_on(self, at: int, high: int) -> bool:
        """Return True if a predicate follows the name."""
        return at < high and bool(self.kind[at] & (VERB | NEGATOR | AUXILIARY))

    def _after_comma(self, unit: Unit, at: int) -> Range | None:
        while at < unit.end and not self.kind[at] & (COMMA | COLON | QUOTE):
            at += 1
        return self.contents.trim(at, unit.end)
