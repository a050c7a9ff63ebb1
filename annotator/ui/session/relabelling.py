"""Following a scheme that renamed or lost a label: every claim that has it, in one go."""

from collections.abc import Mapping

from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.changes import Change, ClaimEdit, Edit, invert
from annotator.core.scheme import SchemeSource
from annotator.core.spans import Claim
from annotator.shelf import Place
from annotator.ui.session.desk import Desk


def uses(desk: Desk, labels: set[str]) -> dict[str, int]:
    """Count the claims of all open articles that have one of these labels."""
    found = dict.fromkeys(labels, 0)
    for place in desk.shelf.places:
        if place.summary.decided:
            for claim in place.corpus.article(place.id).claims:
                if claim.label in found:
                    found[claim.label] += 1
    return {label: count for label, count in found.items() if count}


class Relabelling:
    """Give claims other labels, or none, and take all of it back if asked."""

    def __init__(self, desk: Desk, before: SchemeSource, renamed: Mapping[str, str | None]) -> None:
        """`before` is the scheme as it was; `renamed` has the new key of each old one."""
        self.before = before
        self._desk = desk
        self._renamed = renamed
        self._done: list[tuple[Place, Change]] = []

    def do(self) -> int:
        """Relabel every claim of the open articles; return how many articles changed."""
        for place in self._desk.shelf.places:
            if place.summary.decided:
                edits = self._edits(place.corpus.article(place.id))
                change = self._desk.do_at(place, "relabel", edits) if edits else None
                if change is not None:
                    self._done.append((place, change))
        return len(self._done)

    def undo(self) -> None:
        """Take everything back that was relabelled."""
        for place, change in self._done:
            article = place.corpus.article(place.id)
            self._desk.record(place, invert(change, article, self._desk.person()))
        self._done = []

    def _edits(self, article: Article) -> list[Edit]:
        return [
            ClaimEdit(before=claim, after=self._relabelled(claim.label, claim))
            for claim in article.claims
            if claim.label in self._renamed
        ]

    def _relabelled(self, label: str | None, claim: Claim) -> Claim:
        new = self._renamed[label or ""]
        return replace(claim, label=new, decision=claim.decision if new else None)
