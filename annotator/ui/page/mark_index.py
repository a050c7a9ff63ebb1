"""An article's spans in the order of the text, found by where they stand."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.core.article import Article
from annotator.core.changes import Change, ClaimEdit, EntityEdit, ZoneEdit
from annotator.core.spans import Claim, Entity, Mark, Zone


class Stretch(NamedTuple):
    """One span of one mark: where, as what (content, source, cue, hedge, entity, zone), whose."""

    start: int
    end: int
    role: str
    id: str


class MarkIndex:
    """Answer which stretches touch a part of the text, without looking at all of them."""

    def __init__(self, article: Article) -> None:
        self.claims: dict[str, Claim] = {claim.id: claim for claim in article.claims}
        self.entities: dict[str, Entity] = {entity.id: entity for entity in article.entities}
        self.zones: dict[str, Zone] = {zone.id: zone for zone in article.zones}
        self._stretches = sorted(
            stretch
            for marks in (article.claims, article.entities)
            for mark in marks
            for stretch in _stretches(mark)
        )
        self._longest = max((stretch.end - stretch.start for stretch in self._stretches), default=0)

    def between(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield the stretches of claims and entities that touch [start, end)."""
        at = bisect_left(self._stretches, (start - self._longest,))
        while at < len(self._stretches) and self._stretches[at].start < end:
            if self._stretches[at].end > start:
                yield self._stretches[at]
            at += 1

    def take(self, change: Change) -> list[Stretch]:
        """Follow a change; return the stretches whose looks may have changed."""
        touched: list[Stretch] = []
        for edit in change.edits:
            match edit:
                case ClaimEdit(before, after):
                    touched += self._swap(self.claims, before, after)
                case EntityEdit(before, after):
                    touched += self._swap(self.entities, before, after)
                case ZoneEdit(before, after):
                    self._swap(self.zones, before, after, in_text=False)
                    touched += [s for mark in (before, after) if mark for s in _stretches(mark)]
        return touched

    def _swap(
        self,
        marks: dict[str, Claim] | dict[str, Entity] | dict[str, Zone],
        before: Mark | None,
        after: Mark | None,
        *,
        in_text: bool = True,
    ) -> list[Stretch]:
        old = list(_stretches(before)) if before else []
        new = list(_stretches(after)) if after else []
        if before:
            del marks[before.id]
        if after:
            marks[after.id] = after  # type: ignore[assignment]
        if in_text and old != new:
            self._remove(old)
            self._insert(new)
        return old + new

    def _remove(self, stretches: Iterable[Stretch]) -> None:
        for stretch in stretches:
            at = bisect_left(self._stretches, stretch)
            if at < len(self._stretches) and self._stretches[at] == stretch:
                del self._stretches[at]

    def _insert(self, stretches: Iterable[Stretch]) -> None:
        for stretch in stretches:
            insort(self._stretches, stretch)
            self._longest = max(self._longest, stretch.end - stretch.start)


def _stretches(mark: Mark) -> Iterator[Stretch]:
    for role, span in mark.spans():
        yield Stretch(span.start, span.end, role, mark.id)
