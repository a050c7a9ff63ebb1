"""A corpus on disk: its articles, the changes made to them, and saving both."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.change_record import Change
from annotator.core.changes import apply, difference, make_change
from annotator.core.errors import (
    AnnotatorError,
    AppearedError,
    ExistsError,
    HistoryMismatchError,
    InUseError,
    NoLocksError,
    NotSavedError,
    PassphraseNeededError,
    SidesDifferError,
)
from annotator.core.spans import Origin
from annotator.review.three_way import Sides, together
from annotator.storage import atomic, index, index_cache, leftovers, upgrade
from annotator.storage.articles import Articles
from annotator.storage.history import history_path
from annotator.storage.index import Index, Line, Stamp, Summary
from annotator.storage.lock import CorpusLock
from annotator.storage.replay import Replayed
from annotator.storage.seal import Seal, is_sealed
from annotator.storage.snapshot import Saved, Snapshot


class Corpus(Articles):
    """The articles of one JSONL file with the history beside it.

    A corpus made of articles that were just read (`Corpus.of`) has no file until a
    person's first change. `refusal` says why nothing can be recorded, None if it can.
    """

    def __init__(
        self,
        path: Path,
        found: Index,
        articles: Iterable[Article] = (),
        seal: Seal | None = None,
    ) -> None:
        super().__init__(path, found, articles, seal)
        self.refusal: AnnotatorError | None = None
        # Articles of which corpus and history hold different work, by id.
        self.sides: dict[str, Sides] = {}
        self._lock = CorpusLock(self.path)
        self._base = dict(self._changed)
        self._old = found.stamp is not None and upgrade.is_old(found.lines)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        writable: bool = True,
        check: bool | None = None,
        seal: Seal | None = None,
    ) -> "Corpus":
        """Open a corpus file and replay what its history holds beyond it.

        `check` is that of `index.build`; raises PassphraseNeededError if the corpus is
        encrypted and no seal is given.
        """
        if seal is None and is_sealed(path):
            raise PassphraseNeededError(path=path)
        kept = index_cache.load(path) if check is None and seal is None else None
        found = kept or index.build(path, check=check, seal=seal)
        corpus = cls(path, found, seal=seal)
        if writable:
            corpus._take_lock()
            fit = corpus.refusal is None and not found.problems and seal is None
            if kept is None and fit:
                index_cache.keep(path, found.stamp, found.lines)
        corpus._replay()
        return corpus

    @classmethod
    def of(cls, path: Path, articles: list[Article]) -> "Corpus":
        """Make a corpus of articles that is kept at `path` from the first decision on.

        A history found there without its corpus is replayed over the articles.
        """
        if atomic.exists(path):
            raise ExistsError(path=path)
        lines = [Line(0, 0, Summary.of(article)) for article in articles]
        corpus = cls(path, Index(None, lines), articles)
        corpus._replay()
        return corpus

    def record(self, change: Change) -> Article:
        """Put a change on disk and return the article after it; on an error nothing changed.

        What the machine read of an article without a file is kept in memory until a
        person's first change, so that looking at a text leaves no trace beside it.
        """
        if self.refusal is not None:
            raise self.refusal
        article = apply(self.article(change.article), change)
        if not self.stored and change.origin.kind != "model":
            self._create()
        if self.stored:
            self._keep_old()
            while self._pending:
                self.history.append(self._pending[0])
                del self._pending[0]
            self.history.append(change)
        else:
            self._pending.append(change)
        self._set(article, change)
        return article

    def add(self, articles: Iterable[Article]) -> None:
        """Write new articles after the others, together with what is unsaved, or none of them.

        Their ids must be free (`knows`); they are taken one by one as they are written.
        """
        if self.refusal is not None:
            raise self.refusal
        stored = self.stored
        if not stored:
            if atomic.exists(self.path):
                raise AppearedError(path=self.path)
            self._lock.acquire()
        try:
            self._keep_old()
            saved = self.snapshot().write(more=articles)
        except BaseException:
            if not stored:
                self._lock.release()
            raise
        self.saved(saved)
        self._order = {line.summary.id: at for at, line in enumerate(saved.lines) if line.summary}

    def saved(self, saved: Saved) -> None:
        """Take note that a snapshot is on disk."""
        self._stamp = saved.stamp
        self._lines = saved.lines
        for id_, article in saved.articles.items():
            if self._changed.get(id_) == article:
                self._shown = self._changed.pop(id_)
        for article in self._changed.values():
            self._set(article)

    def save(self) -> None:
        """Write the corpus whole, if anything in it changed."""
        if self.refusal is None and self.unsaved:
            self._keep_old()
            self.saved(self.snapshot().write())

    def reopened(self) -> "Corpus":
        """Open the file as it is now, with what was done here on top, and give this one back.

        Raises HistoryMismatchError where the two do not go together; then this corpus goes on.
        """
        self.leave()
        try:
            corpus = Corpus.open(self.path, seal=self._seal)
            if isinstance(corpus.refusal, HistoryMismatchError):
                corpus.leave()
                raise corpus.refusal
        except AnnotatorError:
            if self.refusal is None:
                self._take_lock()
            raise
        return corpus

    def put_together(self, by: Origin) -> list[str]:
        """Put both sides together, one change an article; return the claims in dispute."""
        disputed: list[str] = []
        if isinstance(self.refusal, SidesDifferError):
            self.refusal = None
        for id_, sides in list(self.sides.items()):
            now = self.article(id_)
            merged = together(sides)
            change = make_change(now, "put together", difference(now, merged.article), origin=by)
            self.record(replace(change, joins=sides.mine.digest))
            disputed += merged.conflicts
            del self.sides[id_]
        return disputed

    def compact(self) -> tuple[int, int]:
        """Save, then make the history smaller; return its size in bytes before and after."""
        if self.refusal is not None:
            raise self.refusal
        self.save()
        return self.history.compact() if len(self.history) else (0, 0)

    def save_elsewhere(self, path: Path, seal: Seal | None = None) -> "Corpus":
        """Write corpus and history to a new place, under a seal or none, and open it there.

        Where another program changed the file, the new one holds its articles, and
        over them every article that was changed here.
        """
        for target in (path, history_path(path)):
            if atomic.exists(target):
                raise ExistsError(path=target)
        snapshot = self.snapshot()
        if Stamp.of(self.path) != self._stamp:
            lines = (
                index.build(self.path, seal=self._seal).lines if atomic.exists(self.path) else []
            )
            there = {line.summary.id for line in lines if line.summary}
            lines += [
                Line(0, 0, Summary.of(article))
                for article in self._changed.values()
                if article.id not in there
            ]
            snapshot = replace(snapshot, stamp=Stamp.of(self.path), lines=tuple(lines))
        fits = not isinstance(self.refusal, HistoryMismatchError)
        self.history.copy(history_path(path), self._pending, whole=fits, seal=seal)
        if not fits:
            # It stays where it is; what is shown starts a new one.
            bare = {id_: replace(self.article(id_), digest=None) for id_ in self._order}
            snapshot = replace(snapshot, changed=bare)
        snapshot.write(path, seal)
        return Corpus.open(path, seal=seal)

    def close(self) -> None:
        """Save what is unsaved and give the corpus back."""
        try:
            self.save()
        finally:
            self.leave()

    def leave(self) -> None:
        """Give the corpus back without saving; what was done is in the history."""
        self.history.close()
        self._lock.release()

    def _keep_old(self) -> None:
        """Copy a corpus of schema 1 once, before its first line is rewritten."""
        if self._old:
            upgrade.keep_copies(self.path)
            self._old = False

    def _take_lock(self) -> None:
        try:
            self._lock.acquire()
        except (InUseError, NotSavedError) as error:
            self.refusal = error
            return
        if self._lock.missing:
            self.problems.append(NoLocksError(path=self.path))
            return
        leftovers.clear(self.path.parent)
        for path in (self.path, self.history.path):
            atomic.clear_leftovers(path)

    def _create(self) -> None:
        """Write the articles as they were read, so that the history has a base to stand on."""
        if atomic.exists(self.path):
            raise AppearedError(path=self.path)
        self._lock.acquire()
        try:
            base = Snapshot(self.path, None, tuple(self._lines), self._base).write()
        except AnnotatorError:
            self._lock.release()
            raise
        self.saved(base)

    def _replay(self) -> None:
        """Fold in what the history holds beyond the file; refuse to write if it does not fit."""
        summaries = [line.summary for line in self._lines if line.summary]
        found = Replayed(self.path, self.history, summaries, self.article)
        self.problems += found.problems
        self.refusal = found.refusal or self.refusal
        self.sides = found.sides
        for article in found.articles.values():
            self._set(article)
