"""Quotations in a sentence without a known cue: 'Biden was blunt: “No.”'"""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.quotations import Quote
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.words import AUXILIARY, COLON, COMMA, NAME, PRONOUN, STOP, VERB

_MIN_LETTERS = 4


class UncuedQuotations(Construction):
    """Attribute speech that no construction matched to the subject of its sentence."""

    def match(self, unit: Unit, drafts: list[Candidate]) -> Candidate | None:
        """Return a claim for the first speech of a unit that is in no draft."""
        for quote in self._speech(unit):
            if any(a < quote.end and quote.start < b for d in drafts for a, b in d.content):
                continue
            draft = self._led(unit, quote, drafts) or self._followed(unit, quote)
            if draft is not None:
                return draft
        return None

    def _speech(self, unit: Unit) -> list[Quote]:
        found: list[Quote] = []
        at = unit.start
        while at < unit.end:
            quote = self.view.quote_starting_at(at)
            if quote is not None and quote.speech:
                found.append(quote)
                at = quote.end
            else:
                at += 1
        return found

    def _led(self, unit: Unit, quote: Quote, drafts: list[Candidate]) -> Candidate | None:
        """Read 'Biden was blunt: “No.”' and 'Rudi tampak kesal, “…”'."""
        if quote.start <= unit.start or drafts or not self._closes_unit(unit, quote):
            return None
        if not self.kind[quote.start - 1] & (COLON | COMMA):
            return None
        verb = self._verb_before(quote.start, unit.start)
        source = self._named(verb, unit.start) if verb else None
        cue = [(verb, verb + 1)] if verb and source else []
        source = source or self._subject(unit.start, quote.start)
        if source is None:
            return None
        span = (quote.start, min(quote.end, unit.end))
        return Candidate(
            "uncued", [span], cue=cue, source=source, frame=[(unit.start, quote.start)]
        )

    def _verb_before(self, quote: int, low: int) -> int | None:
        """Return the verb right before ': “…”', None if something else stands there."""
        at = quote - 2
        plain = at > low and self.kind[at] & VERB and not self.kind[at] & (NAME | AUXILIARY)
        return at if plain and self.kind[quote - 1] & COLON else None

    def _named(self, verb: int, low: int) -> Range | None:
        subject = self.subjects.before(verb, low)
        if subject is None or not self._can_speak(subject.start, subject.end):
            return None
        return (subject.start, subject.end)

    def _followed(self, unit: Unit, quote: Quote) -> Candidate | None:
        """Read '“No,” Smith laughed.': a name and a verb that the lexicon lacks."""
        if quote.start > unit.start or unit.end - quote.end > 12 or quote.end >= unit.end:
            return None
        misspelt = self._misspelt_tag(unit, quote)
        if misspelt is not None:
            return misspelt
        source = self._subject(quote.end, unit.end)
        if source is None or source[0] > quote.end + 1:
            return None
        return Candidate(
            "uncued", [(quote.start, quote.end)], source=source, frame=[(quote.end, unit.end)]
        )

    def _misspelt_tag(self, unit: Unit, quote: Quote) -> Candidate | None:
        """Read '“…,” jawa Dodi' and '“…,” ujanya': a misspelt tag."""
        at = quote.end
        while at < unit.end and self.kind[at] & COMMA:
            at += 1
        if at >= unit.end or not self._is_misspelt(self.words.text[at]):
            return None
        clitic = self.view.is_clitic((at, at + 1))
        speaker = None if clitic else self.speakers.after(at + 1, unit.end)
        if not clitic and (speaker is None or not self.kind[speaker.start] & NAME):
            return None
        return Candidate(
            "tag",
            [(quote.start, quote.end)],
            cue=[(at, at + 1)],
            source=(speaker.start, speaker.end) if speaker else None,
            clitic=clitic,
            frame=[(at, speaker.end if speaker else at + 1)],
        )

    def _is_misspelt(self, text: str) -> bool:
        """Return True if a word is one letter away from a tag."""
        if len(text) < _MIN_LETTERS or not text.isalpha() or not text.islower():
            return False
        return any(_one_letter_off(text, tag) for tag in self.view.lexicon.tags)

    def _closes_unit(self, unit: Unit, quote: Quote) -> bool:
        return all(self.kind[at] & (STOP | COMMA) for at in range(quote.end, unit.end))

    def _subject(self, start: int, end: int) -> Range | None:
        """Return the first subject of a stretch, if it can speak."""
        for at in range(start + 1, end):
            if self.kind[at] & VERB and not self.kind[at] & NAME:
                subject = self.subjects.before(at, start)
                if subject is None:
                    continue
                return (
                    (subject.start, subject.end)
                    if self._can_speak(subject.start, subject.end)
                    else None
                )
        return None

    def _can_speak(self, start: int, end: int) -> bool:
        words = self.words
        if words.kind[start] & PRONOUN and end - start == 1:
            grammar = self.view.grammar
            return words.low[start] in grammar.singular or words.low[start] in grammar.plural
        labels = {words.ent[at] for at in range(start, end)}
        return "PER" in labels or any(at in self.view.roles for at in range(start, end))


def _one_letter_off(one: str, other: str) -> bool:
    """Return True if a letter is missing, added, wrong, or swapped with the next."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return True
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    rests = (
        (one[at + 1 :], other[at + 1 :]),
        (one[at:], other[at + 1 :]),
        (one[at + 1 :], other[at:]),
    )
    return swapped or any(a == b for a, b in rests)
