"""Relabel claims in every open article after a label was renamed or removed.

Articles are changed one by one between two turns of the event loop, so that the window stays
usable; each is on disk before the next one begins.
"""

import time
from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.article import Article
from annotator.core.changes import Change, ClaimEdit, Edit, invert
from annotator.core.errors import AnnotatorError
from annotator.core.scheme import SchemeSource
from annotator.core.spans import Claim
from annotator.shelf import Place
from annotator.ui.session.desk import Desk

# Seconds that a person waits for the count in a question.
PATIENCE = 0.5


def uses(desk: Desk, labels: set[str], patience: float = PATIENCE) -> tuple[dict[str, int], bool]:
    """Count the claims of open articles that have one of these labels.

    Return the counts, and True if there was time to count every article.
    """
    found = dict.fromkeys(labels, 0)
    end, complete = time.monotonic() + patience, True
    for place in desk.shelf.places:
        if time.monotonic() > end:
            complete = False
            break
        for claim in _claims(place):
            if claim.label in found:
                found[claim.label] += 1
    return {label: count for label, count in found.items() if count}, complete


class Relabelling(QObject):
    """Change or remove labels of claims, for one scheme at a time."""

    # Progress in words and per cent; "" when it is over.
    progressed = Signal(str, int)
    # The number of articles changed, True if it was stopped, and the scheme before.
    ended = Signal(int, bool, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._done: list[tuple[Place, Change]] = []
        self._steps: Iterator[int] = iter(())
        self._count = 0
        self._stopped = False
        self._after: Callable[[], object] = lambda: None
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Return True while articles are being changed."""
        return self._turn.isActive()

    def start(self, before: SchemeSource, renamed: Mapping[str, str | None]) -> None:
        """Relabel every claim; `renamed` has the new key of each old one of `before`."""
        self._done = []
        places = [place for place in self._desk.shelf.places if place.summary.decided]
        self._run(self._relabel(places, renamed), len(places), lambda: self._end(before))

    def stop(self) -> None:
        """Stop changing articles; changes made so far stay."""
        if self.busy:
            self._stopped = True
            self._steps = iter(())

    def take_back(self) -> None:
        """Restore every label that was changed."""
        done, self._done = self._done, []
        self._run(self._restore(done), len(done), lambda: None)

    # Inside

    def _run(self, steps: Iterator[int], count: int, after: Callable[[], object]) -> None:
        self._steps, self._count, self._after = steps, count, after
        self._stopped = False
        self._turn.start()

    def _step(self) -> None:
        done = next(self._steps, None)
        if done is None:
            self._turn.stop()
            self.progressed.emit("", -1)
            self._after()
        else:
            said = self.tr("Changing labels, {done} of {count} articles")
            said = said.format(done=done, count=self._count)
            self.progressed.emit(said, 100 * done // max(1, self._count))

    def _relabel(self, places: list[Place], renamed: Mapping[str, str | None]) -> Iterator[int]:
        for number, place in enumerate(places, 1):
            edits = [_edit(claim, renamed) for claim in _claims(place) if claim.label in renamed]
            change = self._desk.do_at(place, "relabel", edits) if edits else None
            if change is not None:
                self._done.append((place, change))
            yield number

    def _end(self, before: SchemeSource) -> None:
        if self._done:
            self.ended.emit(len(self._done), self._stopped, before)

    def _restore(self, done: list[tuple[Place, Change]]) -> Iterator[int]:
        for number, (place, change) in enumerate(done, 1):
            person = self._desk.person()
            if person is None:
                return
            try:
                article: Article = place.corpus.article(place.id)
                self._desk.record(place, invert(change, article, person))
            except AnnotatorError as error:
                self._desk.failed.emit(error)
            yield number


def _claims(place: Place) -> tuple[Claim, ...]:
    """Return the claims of an article in which any is tagged."""
    return place.corpus.article(place.id).claims if place.summary.decided else ()


def _edit(claim: Claim, renamed: Mapping[str, str | None]) -> Edit:
    new = renamed[claim.label or ""]
    decision = claim.decision if new else None
    return ClaimEdit(before=claim, after=replace(claim, label=new, decision=decision))
