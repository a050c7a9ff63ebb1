"""Join quotations that have no tag of their own to the claim they belong to."""

from __future__ import annotations

from annotator.language.attribution.drafts import Draft
from annotator.language.attribution.quotes import Quote
from annotator.language.attribution.units import Unit
from annotator.language.attribution.view import View


class Joining:
    """Gives each quotation without a tag to a claim, or makes one of it."""

    def __init__(self, view: View) -> None:
        self._view = view

    def read(self, unit: Unit, before: list[Draft], last_unit: Unit | None) -> list[Draft] | None:
        """Return the claims of a unit that is nothing but quotations, None if it is more."""
        quotes = self._only_quotes(unit)
        if not quotes:
            return None
        spans = [(quote.start, min(quote.end, unit.end)) for quote in quotes]
        last = before[-1] if before else None
        adjacent = last_unit is not None and (
            last_unit.paragraph == unit.paragraph or unit.paragraph - last_unit.paragraph == 1
        )
        if last is not None and adjacent and not last.reporter and last.pattern != "hearsay":
            last.content.extend(spans)
            return []
        return [Draft("quote", spans, frame=[(unit.start, unit.end)])]

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
