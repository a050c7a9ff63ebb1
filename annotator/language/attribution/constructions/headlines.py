"""Headlines: the first line without a stop. 'Study: …', '…: BNPB', 'Bupati Akui …'."""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.lexicon import Cue
from annotator.language.words import (
    AUXILIARY,
    COLON,
    COMMA,
    FINITE,
    FIRST_PERSON,
    NAME,
    NEGATOR,
    NOUN,
    PREPOSITION,
    QUESTION,
    QUOTE,
    STOP,
    SUBORDINATOR,
    THAT,
    VERB,
)

_MAX_WORDS = 30
_MAX_SOURCE = 6
_MAX_SUBJECT = 10
_MIN_CONTENT = 2


class Headline(Construction):
    """Read the first line of an article."""

    def is_headline(self, unit: Unit) -> bool:
        """Return True if a unit is the headline."""
        paragraphs = self.view.paragraphs
        last = unit.paragraph + 1 >= len(paragraphs)
        if last or unit.end != paragraphs[unit.paragraph][1]:
            return False
        return unit.end - unit.start <= _MAX_WORDS and not self.kind[unit.end - 1] & STOP

    def match(self, unit: Unit) -> Candidate | None:
        """Return the claim of a headline that names its source before or after a colon."""
        colons = [at for at in range(unit.start + 1, unit.end - 1) if self.kind[at] & COLON]
        if len(colons) != 1 or self.view.inside[colons[0]] >= 0:
            return None
        before = (self._last_part(unit.start, colons[0]), colons[0])
        after = (colons[0] + 1, unit.end)
        quote = self.view.quote_ending_at(colons[0])
        if quote is None or quote.start > before[0]:
            source = self._without_topic(before)
            if self._can_say(source) or self._speaks(source, after):
                return self._claim(source, after, before)
        source = self._without_topic(after)
        if not self.words.has(*before, FINITE | VERB | QUOTE):
            return None
        if self._is_name(source) and self._can_say(source):
            return self._claim(source, before, after)
        return None

    def _claim(self, source: Range, content: Range, part: Range) -> Candidate | None:
        if content[1] - content[0] < _MIN_CONTENT:
            return None
        return Candidate("headline", [content], source=source, frame=[part])

    def _without_topic(self, span: Range) -> Range:
        """Leave out the topic: 'Jokowi [soal Ijazah]', 'Residents [on Dam Failure]'."""
        topical = self.view.grammar.words("headline", "topical")
        stop = (at for at in range(span[0] + 1, span[1]) if self.words.low[at] in topical)
        return (span[0], next(stop, span[1]))

    def _last_part(self, start: int, colon: int) -> int:
        """Return where the source begins in 'Warga Menolak, Pemkot: …'."""
        for at in range(colon - 1, start, -1):
            if self.kind[at] & COMMA:
                return at + 1
        return start

    def _is_name(self, span: Range) -> bool:
        """Return True if a stretch is only the name of a person or a body, or 'Study'."""
        if span[1] - span[0] == 1 and self.words.low[span[0]] in self.view.grammar.evidence:
            return True
        role = self.view.roles.get(span[0])
        if role is not None and role[0] >= span[1]:
            return True
        known = self.words.ent[span[0]] in ("PER", "ORG")
        return known and self.words.ent_end[span[0]] >= span[1]

    def _can_say(self, span: Range) -> bool:
        """Return True if a few words of a headline name a source."""
        if span[0] in self.view.roles and self.view.roles[span[0]][0] >= span[1]:
            return True
        if span[1] - span[0] > _MAX_SOURCE or self.words.has(*span, FINITE | VERB | COMMA):
            return False
        if self._is_named(span):
            return True
        return self.view.role_judge.judge(*span) is not None

    def _is_named(self, span: Range) -> bool:
        """Return True if the head of a phrase is a name: not 'Lion Air disaster'."""
        head = span[0] if self.view.grammar.modifier_after_noun else span[1] - 1
        return self.words.ent[head] in ("PER", "ORG")

    def _speaks(self, span: Range, content: Range) -> bool:
        """Return True if 'I' or 'we' follows a short phrase: 'Perakit Bom: Target Saya …'."""
        if span[1] - span[0] > _MAX_SOURCE or self.words.has(*span, FINITE | PREPOSITION | COMMA):
            return False
        return self.words.has(*content, FIRST_PERSON)


class HeadlineVerbs(Construction):
    """Source V content, with the verb's prefix dropped: 'Bupati Akui Dana Mengendap'."""

    def match(self, unit: Unit, at: Range, cue: Cue, drafts: list[Candidate]) -> Candidate | None:
        """Return the claim of the bare verb at `at` in a headline."""
        start, end = at
        if not self.view.in_headline(unit):
            return None
        source = self._source(unit, start)
        shares = source is None and drafts and self.kind[start - 1] & COMMA
        if source is None and not shares:
            return None
        stop = self._teaser(end, unit.end)
        opening = end + 1 if end < stop and self.kind[end] & THAT else end
        if opening >= stop or (cue.takes == "clause" and not self._is_told(opening, stop)):
            return None
        content = self.contents.trim(opening, stop)
        if content is None or not self._says_enough(content):
            return None
        anchor = source[0] if source else start - 1
        return Candidate(
            "verb",
            [content],
            cue=[at],
            source=source,
            inherits=drafts[-1] if source is None else None,
            frame=[(anchor, content[0])],
        )

    def is_no_tag(self, unit: Unit, at: Range, drafts: list[Candidate]) -> bool:
        """Return True for a bare verb of a headline that does not stand before its speaker.

        It opens or continues the line: 'Anies Kritik Tanggul, Sebut Merusak Laut'.
        """
        if not self.view.in_headline(unit):
            return False
        if at[0] == unit.start:
            return True
        predicate = VERB | FINITE | AUXILIARY
        after = at[1] < unit.end and self.kind[at[1]] & predicate and not self.kind[at[1]] & NAME
        return bool(drafts and after)

    def mistaken(
        self, unit: Unit, at: Range, cue: Cue, drafts: list[Candidate]
    ) -> Candidate | None:
        """Return the claim of a verb that the tagger mistook for a noun: 'Union Rejects Offer'."""
        noun = self.kind[at[0]] & NOUN and not self.kind[at[0]] & VERB
        found = self.view.lexicon.cues.at(self.words.low, at[0])
        if not noun or found is None or any(other.kind == "noun" for other in found[1]):
            return None
        return self.match(unit, at, cue, drafts) if cue.takes in ("any", "clause") else None

    def _says_enough(self, content: Range) -> bool:
        """Return True for two words or a verb: not for the 'Warga' of 'Isi Surat Protes Warga'."""
        return content[1] - content[0] >= _MIN_CONTENT or self.words.has(*content, VERB | FINITE)

    def _is_told(self, start: int, stop: int) -> bool:
        return bool(self.kind[start] & QUOTE) or self.contents.is_clause(start, stop)

    def _source(self, unit: Unit, verb: int) -> Range | None:
        """Return the phrase before a verb, from the last comma or colon on."""
        end = verb
        while end > unit.start and self.kind[end - 1] & AUXILIARY and not self.kind[end - 1] & NAME:
            if self.kind[end - 1] & NEGATOR:
                return None
            end -= 1
        start = end
        while start > unit.start and not self.kind[start - 1] & (COMMA | COLON | QUOTE | STOP):
            start -= 1
        while start < end and self.kind[start] & AUXILIARY and not self.kind[start] & NAME:
            start += 1
        teasers = self.view.grammar.words("headline", "teasers")
        if start < end and self.words.low[start] in teasers:
            return None
        if not 0 < end - start <= _MAX_SUBJECT or self.kind[start] & (SUBORDINATOR | PREPOSITION):
            return None
        verbal = any(
            self.kind[i] & (FINITE | VERB | SUBORDINATOR) and not self.kind[i] & NAME
            for i in range(start, end)
        )
        return None if verbal or self.kind[start] & QUESTION else (start, end)

    def _teaser(self, start: int, high: int) -> int:
        """Return where ', Begini Caranya' begins, which asserts nothing."""
        teasers = self.view.grammar.words("headline", "teasers")
        for at in range(start, high - 1):
            outside = self.view.inside[at] < 0
            if outside and self.kind[at] & COMMA and self.words.low[at + 1] in teasers:
                return at
            if outside and self.kind[at] & STOP:
                return at
        return high
