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


class Touched(NamedTuple):
    """What a change did: the stretches to paint again, and those whose letters are others."""

    painted: list[Stretch]
    relaid: list[Stretch]


# Longer stretches are kept apart: a look for what touches a place begins so far before it.
LONG = 2_000


class MarkIndex:
    """Answer which stretches touch a part of the text, without looking at all of them."""

    def __init__(self, article: Article) -> None:
        self.claims: dict[str, Claim] = {claim.id: claim for claim in article.claims}
        self.entities: dict[str, Entity] = {entity.id: entity for entity in article.entities}
        self.zones: dict[str, Zone] = {zone.id: zone for zone in article.zones}
        all_ = sorted(
            stretch
            for marks in (article.claims, article.entities)
            for mark in marks
            for stretch in stretches(mark)
        )
        self._short = [stretch for stretch in all_ if not _is_long(stretch)]
        self._long = [stretch for stretch in all_ if _is_long(stretch)]

    def between(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield the stretches of claims and entities that touch [start, end), long ones first."""
        for stretch in self._long:
            if stretch.start < end and stretch.end > start:
                yield stretch
        at = bisect_left(self._short, (start - LONG,))
        while at < len(self._short) and self._short[at].start < end:
            if self._short[at].end > start:
                yield self._short[at]
            at += 1

    def take(self, change: Change) -> Touched:
        """Follow a change, and say what it did to the looks of the text."""
        touched = Touched([], [])
        for edit in change.edits:
            match edit:
                case ClaimEdit(before, after):
                    self._swap(self.claims, before, after, touched)
                case EntityEdit(before, after):
                    self._swap(self.entities, before, after, touched)
                case ZoneEdit(before, after):
                    self._swap(self.zones, before, after, touched, in_text=False)
        return touched

    def _swap(
        self,
        marks: dict[str, Claim] | dict[str, Entity] | dict[str, Zone],
        before: Mark | None,
        after: Mark | None,
        touched: Touched,
        *,
        in_text: bool = True,
    ) -> None:
        old = list(stretches(before)) if before else []
        new = list(stretches(after)) if after else []
        if before:
            del marks[before.id]
        if after:
            marks[after.id] = after  # type: ignore[assignment]
        touched.painted.extend(old + new)
        if old != new:
            moved = set(old) ^ set(new)
            touched.relaid.extend(s for s in moved if s.role in ("source", "cue"))
            if in_text:
                self._remove(old)
                self._insert(new)

    def _remove(self, stretches: Iterable[Stretch]) -> None:
        for stretch in stretches:
            kept = self._long if _is_long(stretch) else self._short
            at = bisect_left(kept, stretch)
            if at < len(kept) and kept[at] == stretch:
                del kept[at]

    def _insert(self, stretches: Iterable[Stretch]) -> None:
        for stretch in stretches:
            insort(self._long if _is_long(stretch) else self._short, stretch)


def _is_long(stretch: Stretch) -> bool:
    return stretch.end - stretch.start > LONG


def stretches(mark: Mark) -> Iterator[Stretch]:
    """Yield the stretches of one mark."""
    for role, span in mark.spans():
        yield Stretch(span.start, span.end, role, mark.id)
