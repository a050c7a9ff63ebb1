"""Join quotations without a tag to the claim they belong to."""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.attribution.chunking.quotations import Quote
from annotator.language.attribution.chunking.sentence_units import Unit


class QuotationContinuation:
    """Join each quotation without a tag to a claim, or make it a claim.

    Speech of several paragraphs reopens its quotation in each and closes it only in the
    last; while it is open, it waits for the claim that takes the next paragraph.
    """

    def __init__(self, view: PassageView) -> None:
        self._view = view
        self._waiting: list[Range] = []
        # The claim right before the waiting speech, which receives it if no tag follows.
        self._holder: Candidate | None = None

    def read(
        self, unit: Unit, before: list[Candidate], last: Unit | None
    ) -> list[Candidate] | None:
        """Return the claims of a unit that consists of quotations only, None for any other unit."""
        quotes = self._only_quotes(unit)
        if not quotes:
            return None
        spans = [(quote.start, min(quote.end, unit.end)) for quote in quotes]
        holder = before[-1] if before else None
        tagged = last is not None and last.paragraph == unit.paragraph and holder is not None
        opens = not quotes[-1].closed and self._goes_on(unit) and not self._continues(before)
        if opens and not (tagged and holder is not None and self._can_hold(holder)):
            if not self._waiting:
                near = holder is not None and self._adjacent(unit, last) and self._can_hold(holder)
                self._holder = holder if near else None
            self._waiting.extend(spans)
            return []
        if holder is not None and self._adjacent(unit, last) and self._can_hold(holder):
            holder.content.extend(spans)
            return []
        spans = [*self._waiting, *spans]
        self._waiting = []
        if self._holder is not None:
            self._holder.content.extend(spans)
            self._holder = None
            return []
        return [Candidate("quote", spans, frame=[(unit.start, unit.end)])]

    def take_waiting(self, unit: Unit, drafts: list[Candidate]) -> None:
        """Give the waiting speech to the claim that continues it in this unit."""
        if not self._waiting:
            return
        for draft in drafts:
            if draft.content and draft.content[0][0] == unit.start and not draft.reporter:
                draft.content = [*self._waiting, *draft.content]
                break
        else:
            drafts.insert(0, Candidate("quote", list(self._waiting), frame=[self._waiting[0]]))
        self._waiting = []

    def flush(self) -> list[Candidate]:
        """Return the speech that is still waiting at the end of the passage."""
        waiting, self._waiting = self._waiting, []
        if waiting and self._holder is not None:
            self._holder.content.extend(waiting)
            return []
        return [Candidate("quote", waiting, frame=[waiting[0]])] if waiting else []

    def _can_hold(self, draft: Candidate) -> bool:
        return not draft.reporter and draft.pattern != "hearsay" and not self._waiting

    def _adjacent(self, unit: Unit, last: Unit | None) -> bool:
        return last is not None and unit.paragraph - last.paragraph <= 1

    def _continues(self, before: list[Candidate]) -> bool:
        """Return True if the claim before ends in speech that is still open."""
        if self._waiting or not before or not before[-1].content:
            return False
        number = self._view.inside[before[-1].content[-1][1] - 1]
        return number >= 0 and not self._view.quotes[number].closed

    def _goes_on(self, unit: Unit) -> bool:
        """Return True if the next paragraph opens with a quotation."""
        following = unit.paragraph + 1
        if following >= len(self._view.paragraphs):
            return False
        return self._view.quote_starting_at(self._view.paragraphs[following][0]) is not None

    def _only_quotes(self, unit: Unit) -> list[Quote]:
        view = self._view
        found: list[Quote] = []
        at = unit.start
        while at < unit.end:
            number = view.inside[at]
            if number >= 0:
                quote = view.quotes[number]
                found.append(quote)
                at = quote.end
            elif any(char.isalnum() for char in view.words.text[at]):
                return []
            else:
                at += 1
        return found if any(quote.speech for quote in found) else []
