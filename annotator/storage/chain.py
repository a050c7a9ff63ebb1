"""Check a history's digests: they show missing, doubled or swapped lines, and two writers.

Each change names the digest of the article's change before it. So an article's changes form
a chain, or several branches where two programs wrote at the same time.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, NamedTuple

from msgspec import Struct


class Place(Struct, frozen=True, array_like=True, gc=False):
    """The place of a change in the history, and its links to other changes.

    `previous` is None in histories of schema 1. `joins` is the digest of the last change of
    another branch that this change merges into its own.
    """

    line: int
    offset: int
    length: int
    revision: int
    digest: str
    previous: str | None = None
    joins: str | None = None

    def follows(self, other: "Place") -> bool:
        """Return True if this change can be the next one after `other`."""
        next_one = self.revision == other.revision + 1
        return next_one and self.previous in (None, other.digest)


class Fault(NamedTuple):
    """A fault in an article's lines: the line, and the changes affected."""

    kind: Literal["missing", "twice", "swapped"]
    line: int
    first: int
    last: int


class Chain(NamedTuple):
    """An article's changes in order, one list for each branch, and the faults."""

    branches: list[list[Place]]
    faults: list[Fault]


def regular(places: list[Place], place: Place) -> bool:
    """Return True if a place follows the others without a branch, as nearly all do."""
    return not places or place.follows(places[-1])


def chain(places: Iterable[Place]) -> Chain:
    """Sort out an article's places, which may be in any order."""
    unique: dict[str, Place] = {}
    faults: list[Fault] = []
    for place in places:
        if place.digest in unique:
            faults.append(Fault("twice", place.line, place.revision, place.revision))
        else:
            unique[place.digest] = place
    branches: list[list[Place]] = []
    for place in sorted(unique.values(), key=lambda place: (place.revision, place.line)):
        if not _attach(branches, place):
            longest = max(branches, key=len, default=None)
            if longest is None or place.joins is not None:
                branches.append([place])
                continue
            if longest[-1].revision < place.revision - 1:
                missing = (longest[-1].revision + 1, place.revision - 1)
                faults.append(Fault("missing", place.line, *missing))
                longest.append(place)
            else:
                branches.append([place])
    for branch in branches:
        for one, other in pairwise(branch):
            if other.line < one.line:
                faults.append(Fault("swapped", other.line, other.revision, one.revision))
    return Chain(_unjoined(branches), faults)


def _attach(branches: list[list[Place]], place: Place) -> bool:
    """Append a place to the branch that it follows, or start a branch where it diverges."""
    for branch in branches:
        if place.follows(branch[-1]):
            branch.append(place)
            return True
    for branch in branches:
        for at, other in enumerate(branch):
            # Without a named predecessor, as in schema 1, it diverges where another continued.
            if place.follows(other):
                branches.append([*branch[: at + 1], place])
                return True
    return False


def _unjoined(branches: list[list[Place]]) -> list[list[Place]]:
    """Leave out the branches that a later change merged into its own."""
    joined = {place.joins for branch in branches for place in branch}
    left = [branch for branch in branches if branch[-1].digest not in joined]
    return left or branches
