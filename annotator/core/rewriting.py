"""Replace stretches of an article's text and move every mark along."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from annotator.core.article import Article, text_sha256
from annotator.core.spans import Claim, Span


class Replacement(Struct, frozen=True, order=True):
    """A stretch of the text, in code points, and its replacement."""

    start: int
    end: int
    text: str


def rewrite(article: Article, replacements: Sequence[Replacement]) -> tuple[Article, int]:
    """Return the article with its text replaced, and how many marks vanished with it.

    A mark that begins or ends inside a replaced stretch takes in the whole replacement.
    Replacements must not overlap.
    """
    if not replacements:
        return article, 0
    moved = _Moved(article.text, sorted(replacements))
    claims = tuple(filter(None, (moved.claim(claim) for claim in article.claims)))
    ids = {claim.id for claim in claims}
    zones = [(zone, moved.span(Span(zone.start, zone.end))) for zone in article.zones]
    entities = [(entity, moved.span(Span(entity.start, entity.end))) for entity in article.entities]
    new = replace(
        article,
        text=moved.text,
        sha256=text_sha256(moved.text),
        zones=tuple(replace(zone, start=span.start, end=span.end) for zone, span in zones if span),
        entities=tuple(
            replace(entity, start=span.start, end=span.end) for entity, span in entities if span
        ),
        claims=tuple(
            claim if claim.nested_in in ids else replace(claim, nested_in=None) for claim in claims
        ),
    )
    return new, sum(1 for _ in article.marks()) - sum(1 for _ in new.marks())


class _Moved:
    """Maps each position of a text to its place after stretches were replaced."""

    def __init__(self, text: str, replacements: Sequence[Replacement]) -> None:
        pieces, done = [], 0
        for item in replacements:
            pieces += [text[done : item.start], item.text]
            done = item.end
        self.text = "".join([*pieces, text[done:]])
        self._replacements = replacements
        self._starts = [item.start for item in replacements]
        shifts = (len(item.text) - (item.end - item.start) for item in replacements)
        # How far everything after the first n replacements has moved.
        self._shift = [0, *accumulate(shifts)]

    def span(self, span: Span) -> Span | None:
        """Return where a span is now, None if nothing of it is left."""
        start, end = self._start(span.start), self._end(span.end)
        return Span(start, end) if start < end else None

    def claim(self, claim: Claim) -> Claim | None:
        """Return a claim with its spans moved, None if its content is gone."""
        content = tuple(filter(None, map(self.span, claim.content)))
        if not content:
            return None
        return replace(
            claim,
            content=content,
            source=self.span(claim.source) if claim.source else None,
            cue=tuple(filter(None, map(self.span, claim.cue))),
            hedges=tuple(filter(None, map(self.span, claim.hedges))),
        )

    def _start(self, position: int) -> int:
        before = bisect_right(self._starts, position)
        if before and position < self._replacements[before - 1].end:
            return self._starts[before - 1] + self._shift[before - 1]
        return position + self._shift[before]

    def _end(self, position: int) -> int:
        before = bisect_right(self._starts, position - 1)
        if before and position < self._replacements[before - 1].end:
            item = self._replacements[before - 1]
            return item.start + self._shift[before - 1] + len(item.text)
        return position + self._shift[before]
