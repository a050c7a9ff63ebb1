"""An index of an article's spans by position."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.core.article import Article
from annotator.core.changes import Change, ClaimEdit, EntityEdit, ZoneEdit
from annotator.core.spans import Claim, Entity, Mark, Zone


class Stretch(NamedTuple):
    """One span of one mark: its place, field (content, source, cue, hedge, ...), and mark."""

    start: int
    end: int
    role: str
    id: str


class Touched(NamedTuple):
    """The effect of a change: the stretches to repaint, and those whose letters change."""

    painted: list[Stretch]
    relaid: list[Stretch]


class MarkIndex:
    """Find the stretches that touch a part of the text, without checking all of them."""

    def __init__(self, article: Article) -> None:
        self.claims: dict[str, Claim] = {claim.id: claim for claim in article.claims}
        self.entities: dict[str, Entity] = {entity.id: entity for entity in article.entities}
        self.zones: dict[str, Zone] = {zone.id: zone for zone in article.zones}
        # By how many bits their length has: what touches a place begins at most so far before
        # it, and one long stretch does not make every look a long one.
        self._by_length: dict[int, list[Stretch]] = {}
        marks: tuple[Mark, ...] = (*article.claims, *article.entities)
        for mark in marks:
            for stretch in stretches(mark):
                self._alike(stretch).append(stretch)
        for alike in self._by_length.values():
            alike.sort()

    def between(self, start: int, end: int) -> list[Stretch]:
        """Return the stretches of claims and entities that touch [start, end), in order."""
        found: list[Stretch] = []
        for bits, alike in self._by_length.items():
            at = bisect_left(alike, (start - (1 << bits),))
            while at < len(alike) and alike[at].start < end:
                if alike[at].end > start:
                    found.append(alike[at])
                at += 1
        return sorted(found)

    def take(self, change: Change) -> Touched:
        """Follow a change, and return its effect on the look of the text."""
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

    def _remove(self, gone: Iterable[Stretch]) -> None:
        for stretch in gone:
            alike = self._alike(stretch)
            at = bisect_left(alike, stretch)
            if at < len(alike) and alike[at] == stretch:
                del alike[at]

    def _insert(self, new: Iterable[Stretch]) -> None:
        for stretch in new:
            insort(self._alike(stretch), stretch)

    def _alike(self, stretch: Stretch) -> list[Stretch]:
        """Return the stretches of about the same length."""
        return self._by_length.setdefault((stretch.end - stretch.start).bit_length(), [])


def stretches(mark: Mark) -> Iterator[Stretch]:
    """Yield the stretches of one mark."""
    for role, span in mark.spans():
        yield Stretch(span.start, span.end, role, mark.id)
