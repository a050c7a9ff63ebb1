"""The desk, the only mutable object: the open corpora, the current article and claim."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.core import decisions
from annotator.core.article import Article
from annotator.core.changes import (
    Change,
    ClaimEdit,
    Did,
    Edit,
    make_change,
    new_text,
    take_back,
    undo_stacks,
)
from annotator.core.claim_navigation import at_or_after, neighbour
from annotator.core.errors import AnnotatorError, ReaderError
from annotator.core.spans import Claim, Origin
from annotator.shelf import Place, Shelf
from annotator.storage.settings import Settings
from annotator.ui.session.reading_process import ReadingProcess
from annotator.ui.session.saver import Saver


class Desk(QObject):
    """Turn a person's actions into changes, write each to disk, and signal it."""

    opened = Signal()
    # The current claim is about to change: unsaved typing must be saved now.
    leaving = Signal()
    article_shown = Signal(Article)
    # The last corpus was closed.
    emptied = Signal()
    changed = Signal(Article, Change)
    summary_changed = Signal(int)
    # A person undid or redid a change.
    taken_back = Signal(Change)
    focused = Signal(str)
    reading_changed = Signal()
    failed = Signal(AnnotatorError)
    # A change is about to be made, and the person's name is unknown.
    name_wanted = Signal()

    def __init__(
        self,
        shelf: Shelf,
        reader: ReadingProcess,
        saver: Saver,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.shelf = shelf
        self.saver = saver
        self.settings = settings
        self.row = -1
        self.article: Article | None = None
        self.focus: str | None = None
        # True if a claim gets the focus because it was read, not because a person moved.
        self.taking_passage = False
        self._looked_up: tuple[Article | None, Claim | None] = None, None
        self._changes: list[Change] = []
        self.reader = reader
        self._jobs: dict[int, Place] = {}
        reader.passage_read.connect(self._take_passage)
        reader.finished.connect(self._end_reading)
        reader.failed.connect(self._fail_reading)

    # Opening

    def open(self, paths: Sequence[Path], read: Mapping[Path, Article] | None = None) -> None:
        """Open files and folders; show their first article.

        `read` has the articles of files that were read already.
        """
        first: int | None = None
        for path in paths:
            row, problems = self.shelf.open(path, read)
            first = row if first is None else first
            for problem in problems:
                self.failed.emit(problem)
        self.opened.emit()
        if first is not None:
            self.show(first)

    def add(self, article: Article, path: Path) -> None:
        """Put a new article, to be kept at `path`, on the desk."""
        try:
            row = self.shelf.add(article, path)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self.opened.emit()
        self.show(row)

    def show(self, row: int) -> None:
        """Make another article the current one; on an error the old one stays."""
        if not 0 <= row < len(self.shelf.places):
            return
        self.leaving.emit()
        place = self.shelf.places[row]
        try:
            article = place.corpus.article(place.id)
            # If nothing can be recorded, nothing can be undone either.
            changes = [] if place.corpus.refusal else place.corpus.changes(place.id)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self.row, self.article, self._changes = row, article, changes
        self.focus = None
        self.article_shown.emit(article)
        self._read(place, article)
        first = neighbour(article.claims, None, 1, only_open=True)
        self.set_focus(first or at_or_after(article.claims, 0))

    def close(self) -> None:
        """Close the corpus of the current article, and show another one if there is one."""
        place = self.place
        if place is None:
            return
        self.leaving.emit()
        for job, other in list(self._jobs.items()):
            if other.corpus is place.corpus:
                self.reader.drop(job)
                self._jobs.pop(job)
        row = self.shelf.close(place.corpus)
        self.row, self.article, self.focus, self._changes = -1, None, None, []
        self.opened.emit()
        self.focused.emit("")
        if self.shelf.places:
            self.show(min(row, len(self.shelf.places) - 1))
        else:
            self.emptied.emit()

    def leave(self) -> None:
        """Close every corpus and end the reading process."""
        self.leaving.emit()
        self.shelf.leave()
        self.reader.close()

    @property
    def place(self) -> Place | None:
        """The row of the current article on the shelf."""
        return self.shelf.places[self.row] if 0 <= self.row < len(self.shelf.places) else None

    def is_being_read(self, place: Place | None) -> bool:
        """Return True if the machine is still reading an article."""
        return place in self._jobs.values()

    def stop_reading(self) -> None:
        """Stop reading the current article; opening it again continues."""
        if self.place is not None:
            self._drop_reading(self.place)

    # The claim in focus

    def claim(self) -> Claim | None:
        """Return the claim in focus."""
        article, claim = self._looked_up
        # Several panes ask at each key, and a long article has thousands of claims.
        if article is not self.article or (claim.id if claim else None) != self.focus:
            claim = self.article.claim(self.focus) if self.article and self.focus else None
            self._looked_up = self.article, claim
        return claim

    def set_focus(self, claim: Claim | None) -> None:
        """Move the focus to a claim."""
        self.leaving.emit()
        self.focus = claim.id if claim else None
        self.focused.emit(self.focus or "")

    def point_to(self, claim_id: str) -> None:
        """Move the focus to the claim with this id."""
        if self.article is not None:
            self.set_focus(self.article.claim(claim_id))

    def move(self, step: int, *, only_open: bool = False) -> None:
        """Go to the next or previous claim; without open ones left, `only_open` stays put."""
        if self.article is not None:
            claim = neighbour(self.article.claims, self.focus, step, only_open=only_open)
            if claim is not None:
                self.set_focus(claim)

    # Changes

    def undo(self) -> None:
        """Undo the last action on this article."""
        self._take_back(undo_stacks(self._changes)[0])

    def undo_of_last(self) -> Callable[[], bool]:
        """Return a function that undoes the last action; it returns True if that was still last."""
        place, last = self.place, undo_stacks(self._changes)[0][-1:]

        def undo() -> bool:
            stack = undo_stacks(self._changes)[0]
            fits = self.place == place and stack[-1:] == last
            if fits:
                self._take_back(stack)
            return fits

        return undo

    def redo(self) -> None:
        """Redo the last undone action."""
        self._take_back(undo_stacks(self._changes)[1])

    def do(self, did: Did, edits: Sequence[Edit]) -> bool:
        """Put a change of the current article on disk; return True if that worked."""
        place = self.place
        return place is not None and self.do_at(place, did, edits) is not None

    def do_at(self, place: Place, did: Did, edits: Sequence[Edit]) -> Change | None:
        """Put a change of any article on disk and return it, None if that failed."""
        if not edits:
            return None
        person = self.person()
        if person is None:
            return None
        article = place.corpus.article(place.id)
        assist = self.settings.assist
        change = make_change(article, did, edits, origin=person, assist=assist)
        return change if self.record(place, change) else None

    def record(self, place: Place, change: Change) -> bool:
        """Put a change on disk and signal it; on an error nothing changed."""
        try:
            article = place.corpus.record(change)
        except AnnotatorError as error:
            self.failed.emit(error)
            return False
        if new_text(change):
            self._drop_reading(place)
        if place == self.place:
            self.article = article
            self._changes.append(change)
            if new_text(change):
                self.focus = None
                self.article_shown.emit(article)
                self._read(place, article)
            else:
                self.changed.emit(article, change)
            self.summary_changed.emit(self.row)
        else:
            self.summary_changed.emit(self.shelf.places.index(place))
        if place.corpus.stored:
            self.saver.save_soon(place.corpus)
        return True

    def person(self) -> Origin | None:
        """Return the person making changes; ask for the name before the first one.

        None if no name was given: then nothing may be changed, and the next change asks again.
        """
        if not self.settings.person:
            self.name_wanted.emit()
        name = self.settings.person
        return Origin("person", name, datetime.now(UTC)) if name else None

    # Inside

    def _take_back(self, stack: list[Change]) -> None:
        if self.article is None or not stack:
            return
        place, person = self.place, self.person()
        if person is None:
            return
        try:
            change = take_back(stack[-1], self.article, self._changes, person)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        if place is not None and self.record(place, change):
            back = [edit.after for edit in change.edits if isinstance(edit, ClaimEdit)]
            claim = next((claim for claim in back if claim), None)
            self.set_focus(claim or self.claim() or at_or_after(self.article.claims, 0))
            self.taken_back.emit(change)

    def _read(self, place: Place, article: Article) -> None:
        """Start reading an article without marks, or whose reading was interrupted."""
        reading = article.header.reading
        marked = bool(article.claims or article.entities)
        unread = not marked if reading is None else reading.to < len(article.text)
        if unread and place.corpus.refusal is None and not self.is_being_read(place):
            self._jobs[self.reader.read(article.text, article.header.lang)] = place
            self.reading_changed.emit()

    def _take_passage(self, job: int, passage: decisions.Passage) -> None:
        place = self._jobs.get(job)
        if place is None:
            return
        article = place.corpus.article(place.id)
        now = datetime.now(UTC)
        edits = decisions.take_in(article, passage, now)
        if not edits:
            return
        origin = Origin("model", passage.by, now)
        change = make_change(article, "read", edits, origin=origin, assist=self.settings.assist)
        if not self.record(place, change):
            self.reader.drop(job)
            self._end_reading(job)
        elif place == self.place and self.focus is None and self.article is not None:
            # The person may be reading further down: the page must not scroll.
            self.taking_passage = True
            self.set_focus(neighbour(self.article.claims, None, 1, only_open=True))
            self.taking_passage = False

    def _drop_reading(self, place: Place) -> None:
        for job in [job for job, other in self._jobs.items() if other == place]:
            self.reader.drop(job)
            self._end_reading(job)

    def _end_reading(self, job: int) -> None:
        self._jobs.pop(job, None)
        self.reading_changed.emit()

    def _fail_reading(self, job: int, reason: str, report: str) -> None:
        place = self._jobs.pop(job, None)
        if place is not None:
            self.failed.emit(ReaderError(article=place.id, reason=reason, report=report))
        self.reading_changed.emit()
