"""Read the units of a passage in order; only here is the order of the readers decided."""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.constructions.dispatch import Frames
from annotator.language.attribution.constructions.headlines import Headline
from annotator.language.attribution.constructions.quotation_continuation import (
    QuotationContinuation,
)
from annotator.language.attribution.constructions.refutations import Refutations
from annotator.language.attribution.constructions.transcripts import Transcript
from annotator.language.attribution.constructions.unattributed import Unattributed
from annotator.language.attribution.resolution.claim_attributes import finish
from annotator.language.attribution.resolution.coreference import Coreference
from annotator.language.discourse import Discourse
from annotator.language.words import STOP

# A word or two in quotation marks are not speech.
_MARKS = 4
# What "that claim is false" can mean: what somebody claims, or hearsay.
_DOUBTFUL = frozenset(("accusing", "hearsay", "hedging"))


class PassageReader:
    """Read one passage, and remember the people it names."""

    def __init__(self, view: PassageView, memory: Discourse) -> None:
        self._view = view
        self._memory = memory
        self._frames = Frames(view)
        self._reporter = Unattributed(view)
        self._joining = QuotationContinuation(view)
        self._transcript = Transcript(view, memory)
        self._headline = Headline(view)
        self._refutations = Refutations(view)
        self._reference = Coreference(view, memory)
        self._found: list[Candidate] = []
        self._last: Unit | None = None
        self._in_turn = False

    def read(self, zones: list[Range]) -> list[Candidate]:
        """Return the claims of the passage, none inside the page furniture of `zones`.

        In a language that nothing is known of, these are its quotations.
        """
        if not self._view.grammar.data:
            return self._quotations(zones)
        for unit in self._view.units:
            if not self._in_zone(unit, zones):
                self._keep(unit, self._read_unit(unit))
        self._found.extend(self._joining.flush())
        self._memory.started = True
        for draft in self._found:
            finish(self._view, draft)
        return self._found

    def _quotations(self, zones: list[Range]) -> list[Candidate]:
        units = [unit for unit in self._view.units if not self._in_zone(unit, zones)]
        drafts = [
            Candidate("unknown", [(quote.start, quote.end)], frame=[(quote.start, quote.end)])
            for unit in units
            for quote in self._view.quotes
            if quote.end - quote.start > _MARKS and unit.start <= quote.start < unit.end
        ]
        for draft in drafts:
            finish(self._view, draft)
        return drafts

    def _keep(self, unit: Unit, drafts: list[Candidate]) -> None:
        drafts.sort(key=lambda draft: draft.content or draft.frame)
        self._reference.resolve(unit, drafts)
        self._found.extend(draft for draft in drafts if self._asserts(draft))
        self._last = unit

    def _asserts(self, draft: Candidate) -> bool:
        """Return True for a claim; False for a frame without content, or a quoted question."""
        return bool(draft.content) and not all(self._asks(*piece) for piece in draft.content)

    def _asks(self, start: int, end: int) -> bool:
        """Return True if a piece is only a question in quotation marks."""
        words, inside = self._view.words, self._view.inside
        if inside[start] < 0 or inside[end - 1] != inside[start]:
            return False
        stops = [at for at in range(start, end) if words.kind[at] & STOP]
        if len(stops) != 1 or not words.text[stops[0]].startswith("?"):
            return False
        return not any(words.text[at][0].isalnum() for at in range(stops[0] + 1, end))

    def _in_zone(self, unit: Unit, zones: list[Range]) -> bool:
        words = self._view.words
        start, end = words.start[unit.start], words.end[unit.end - 1]
        return any(a < end and start < b for a, b in zones)

    def _read_unit(self, unit: Unit) -> list[Candidate]:
        begun = self._last is not None and self._last.paragraph == unit.paragraph
        if begun and self._in_turn:
            return []
        turn = self._transcript.turn(unit.paragraph, self._found)
        self._in_turn = turn is not None
        if turn is not None:
            return turn
        joined = self._joining.read(unit, self._found, self._last)
        if joined is not None:
            return joined
        drafts = self._read_sentence(unit)
        self._joining.take_waiting(unit, drafts)
        return drafts

    def _read_sentence(self, unit: Unit) -> list[Candidate]:
        refuted = self._refutations.tagged(unit)
        if refuted is not None:
            self._in_turn = refuted.content[-1][1] > unit.end
            return [refuted]
        if self._reporter.is_question(unit):
            spoken = self._frames.read(unit)
            return [draft for draft in spoken if self._view.is_speech(draft.content)]
        first = self._last is None and not self._memory.started
        if first and self._headline.is_headline(unit):
            return self._read_headline(unit)
        spoken = self._frames.read(unit)
        verdict = self._refutations.judge(unit, spoken)
        if verdict is not None:
            return [verdict, *spoken]
        if not spoken and self._refutations.refers_back(unit):
            self._refute_last()
        return [*spoken, *self._reporter.read(unit, spoken, self._frames.hearsay)]

    def _refute_last(self) -> None:
        """Mark the claim before that only claims or passes on, behind 'Klaim itu keliru'."""
        last = next((draft for draft in reversed(self._found) if not draft.reporter), None)
        if last is not None and (last.entry is None or last.entry.stance in _DOUBTFUL):
            last.refuted = True

    def _read_headline(self, unit: Unit) -> list[Candidate]:
        self._view.headline = unit
        titled = self._headline.match(unit)
        rest = unit._replace(end=titled.frame[0][0]) if titled else unit
        spoken = self._frames.read(rest) if rest.end > rest.start else []
        if titled is not None:
            spoken.append(titled)
        drafts = [*spoken, *self._reporter.read(unit, spoken, self._frames.hearsay)]
        for draft in drafts:
            draft.note = "headline"
        return drafts
