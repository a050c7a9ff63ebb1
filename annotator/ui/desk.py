"""The desk: the one mutable object; what is open, which article and claim are in hand."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.core import decisions
from annotator.core.article import Article
from annotator.core.changes import Change, ClaimEdit, Edit, invert, make_change, undo_stacks
from annotator.core.errors import AnnotatorError, ReaderError
from annotator.core.order import at_or_after, neighbour
from annotator.core.spans import Claim, Decision, Origin, Span
from annotator.shelf import Place, Shelf
from annotator.storage.settings import Settings
from annotator.ui.reader import Reader
from annotator.ui.saver import Saver


class Desk(QObject):
    """Turn wishes into changes, put each on disk, and say what changed."""

    opened = Signal()
    article_shown = Signal(Article)
    changed = Signal(Article, Change)
    summary_changed = Signal(int)
    focused = Signal(str)
    reading_changed = Signal()
    failed = Signal(AnnotatorError)

    def __init__(
        self,
        shelf: Shelf,
        reader: Reader,
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
        self._focus_since = time.monotonic()
        self._changes: list[Change] = []
        self.reader = reader
        self._jobs: dict[int, Place] = {}
        reader.passage_read.connect(self._take_passage)
        reader.finished.connect(self._end_reading)
        reader.failed.connect(self._fail_reading)

    # Opening

    def open(self, paths: Sequence[Path]) -> None:
        """Open files and folders; show the first article that came of them."""
        first: int | None = None
        for path in paths:
            row, problems = self.shelf.open(path)
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
        """Take another article in hand; on an error the old one stays."""
        if not 0 <= row < len(self.shelf.places):
            return
        place = self.shelf.places[row]
        try:
            article = place.corpus.article(place.id)
            changes = place.corpus.changes(place.id)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self.row, self.article, self._changes = row, article, changes
        self.focus = None
        self.article_shown.emit(article)
        self._read(place, article)
        first = neighbour(article.claims, None, 1, only_open=True)
        self.set_focus(first or at_or_after(article.claims, 0))

    def leave(self) -> None:
        """Give every corpus back and let the reading process go."""
        self.shelf.leave()
        self.reader.close()

    @property
    def place(self) -> Place | None:
        """Where the article in hand stands on the shelf."""
        return self.shelf.places[self.row] if 0 <= self.row < len(self.shelf.places) else None

    def is_being_read(self, place: Place | None) -> bool:
        """Tell whether the machine is still reading an article."""
        return place in self._jobs.values()

    # The claim in focus

    def claim(self) -> Claim | None:
        """Return the claim in focus."""
        return self.article.claim(self.focus) if self.article and self.focus else None

    def set_focus(self, claim: Claim | None) -> None:
        """Take a claim in focus."""
        self.focus = claim.id if claim else None
        self._focus_since = time.monotonic()
        self.focused.emit(self.focus or "")

    def point_to(self, claim_id: str) -> None:
        """Take the claim with this id in focus."""
        if self.article is not None:
            self.set_focus(self.article.claim(claim_id))

    def move(self, step: int, *, only_open: bool = False) -> None:
        """Go to the next or previous claim; going to open ones stays put when none is left."""
        if self.article is not None:
            claim = neighbour(self.article.claims, self.focus, step, only_open=only_open)
            if claim is not None:
                self.set_focus(claim)

    # Decisions

    def tag(self, label: str) -> None:
        """Tag the claim in focus and go on to the next open one."""
        claim = self.claim()
        if claim is None:
            return
        decision = Decision(
            by=self.settings.name,
            at=datetime.now(UTC),
            assist=self.settings.assist,
            shown=claim.suggestion.label
            if claim.suggestion and self.settings.assist == "suggest"
            else None,
            seconds=round(time.monotonic() - self._focus_since, 1),
        )
        if self.do("tag", decisions.tag(claim, label, decision)):
            self.move(1, only_open=True)

    def accept(self) -> None:
        """Tag the claim in focus as suggested, where suggestions are shown."""
        claim = self.claim()
        if claim is not None and claim.suggestion and self.settings.assist == "suggest":
            self.tag(claim.suggestion.label)

    def clear(self) -> None:
        """Take the label of the claim in focus back."""
        claim = self.claim()
        if claim is not None and claim.label is not None:
            self.do("clear", decisions.clear(claim))

    def reject(self) -> None:
        """Remove the claim in focus, which is none, and go on to the next."""
        claim = self.claim()
        if claim is not None and self.article is not None:
            following = neighbour(self.article.claims, claim.id, 1)
            if self.do("reject", decisions.reject(self.article, claim)):
                self.set_focus(following if following and following.id != claim.id else None)

    def create_claim(self, selection: Span) -> bool:
        """Make a claim of a selection and take it in focus; tell whether one was made."""
        if self.article is None:
            return False
        edits = decisions.create_claim(self.article, selection, self._person())
        if not edits or not self.do("create", edits):
            return False
        self.point_to(f"c{self.article.last_id}")
        return True

    def undo(self) -> None:
        """Take the last action on this article back."""
        self._take_back(undo_stacks(self._changes)[0])

    def redo(self) -> None:
        """Do again what was last taken back."""
        self._take_back(undo_stacks(self._changes)[1])

    def do(self, did: str, edits: Sequence[Edit]) -> bool:
        """Put a change of the article in hand on disk; tell whether it is there."""
        if self.article is None:
            return False
        change = make_change(
            self.article, did, edits, origin=self._person(), assist=self.settings.assist
        )
        return self._record(self.place, change)

    # Inside

    def _person(self) -> Origin:
        return Origin("person", self.settings.name, datetime.now(UTC))

    def _take_back(self, stack: list[Change]) -> None:
        if self.article is None or not stack:
            return
        change = invert(stack[-1], self.article, self._person())
        if self._record(self.place, change):
            back = [edit.after for edit in change.edits if isinstance(edit, ClaimEdit)]
            claim = next((claim for claim in back if claim), None)
            self.set_focus(claim or self.claim() or at_or_after(self.article.claims, 0))

    def _record(self, place: Place | None, change: Change) -> bool:
        if place is None:
            return False
        try:
            article = place.corpus.record(change)
        except AnnotatorError as error:
            self.failed.emit(error)
            return False
        if place == self.place:
            self.article = article
            self._changes.append(change)
            self.changed.emit(article, change)
            self.summary_changed.emit(self.row)
        else:
            self.summary_changed.emit(self.shelf.places.index(place))
        if place.corpus.stored:
            self.saver.save_soon(place.corpus)
        return True

    def _read(self, place: Place, article: Article) -> None:
        """Have an article read that nobody has marked yet, or whose reading was cut short."""
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
        if not self._record(place, change):
            self.reader.drop(job)
            self._end_reading(job)
        elif place == self.place and self.focus is None and self.article is not None:
            self.set_focus(neighbour(self.article.claims, None, 1, only_open=True))

    def _end_reading(self, job: int) -> None:
        self._jobs.pop(job, None)
        self.reading_changed.emit()

    def _fail_reading(self, job: int, reason: str) -> None:
        place = self._jobs.pop(job, None)
        if place is not None:
            self.failed.emit(ReaderError(article=place.id, reason=reason))
        self.reading_changed.emit()
