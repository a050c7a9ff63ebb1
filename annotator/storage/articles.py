"""The articles of a corpus file as they are now: its lines, and what was changed since."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.changes import Change
from annotator.core.errors import (
    AnnotatorError,
    BrokenRecordError,
    ChangedOnDiskError,
    NotReadableError,
    UnknownArticleError,
)
from annotator.core.identity import Identity
from annotator.storage import index
from annotator.storage.history import History, history_path
from annotator.storage.index import BOM, Index, Stamp, Summary
from annotator.storage.seal import Seal, opened
from annotator.storage.snapshot import Snapshot, broken, read_line


class Articles:
    """Reads the articles of a corpus file, with the changes that are not in the file yet.

    `problems` are the lines that were left out, and whatever else a person must know.
    """

    def __init__(
        self, path: Path, found: Index, articles: Iterable[Article], seal: Seal | None
    ) -> None:
        # A link and what it points to are one corpus, with one lock and one history.
        self.path = path = Path(os.path.realpath(path))
        self.problems: list[AnnotatorError] = list(found.problems)
        self.history = History(history_path(path), seal)
        self._seal = seal
        self._stamp = found.stamp
        self._lines = found.lines
        self._order = {line.summary.id: at for at, line in enumerate(found.lines) if line.summary}
        # Articles that differ from their line, or have no line yet.
        self._changed = {article.id: article for article in articles}
        self._shown: Article | None = None
        # Changes of a corpus that has no file yet.
        self._pending: list[Change] = []

    @property
    def stored(self) -> bool:
        """True if the corpus has a file."""
        return self._stamp is not None

    @property
    def unsaved(self) -> bool:
        """True if the history has changes that the corpus file lacks."""
        return self.stored and bool(self._changed)

    def ids(self) -> list[str]:
        """Return the articles' ids in the order of the file."""
        return list(self._order)

    def summary(self, id_: str) -> Summary:
        """Return what a list shows of an article."""
        summary = self._lines[self._order[id_]].summary
        assert summary is not None
        return summary

    def article(self, id_: str) -> Article:
        """Read an article as it is now."""
        if id_ in self._changed:
            return self._changed[id_]
        if self._shown is None or self._shown.id != id_:
            self._shown = self._read(id_)
        return self._shown

    def peek(self, id_: str) -> Article:
        """Read an article as it is now without keeping it; may be called from any thread."""
        return self._changed.get(id_) or self._read(id_)

    def articles(self) -> Iterator[Article]:
        """Yield every article as it is now, in order; one that can't be read joins `problems`."""
        with open(self.path if self.stored else os.devnull, "rb") as stream:  # noqa: PTH123
            for id_ in self._order:
                try:
                    yield self._changed[id_] if id_ in self._changed else self._decode(id_, stream)
                except BrokenRecordError as error:
                    if str(error) not in map(str, self.problems):
                        self.problems.append(error)

    def changes(self, id_: str) -> list[Change]:
        """Read every change ever made to an article, oldest first."""
        pending = [change for change in self._pending if change.article == id_]
        return [change for _, change in self.history.changes(id_)] + pending

    def knows(self, id_: str) -> bool:
        """Return True if an id stands for an article here, or did in the history."""
        return id_ in self._order or bool(self.history.places(id_))

    def identities(self) -> Iterator[Identity]:
        """Yield what each article is known by; one that can't be read is left out."""
        with open(self.path if self.stored else os.devnull, "rb") as stream:  # noqa: PTH123
            for id_, at in self._order.items():
                if id_ in self._changed:
                    yield Identity.of(self._changed[id_])
                    continue
                line = self._lines[at]
                stream.seek(line.offset)
                with contextlib.suppress(ValueError):
                    raw = stream.read(line.length).removeprefix(BOM)
                    yield index.identity(opened(self._seal, raw))

    def snapshot(self) -> Snapshot:
        """Freeze all that saving needs."""
        return Snapshot(self.path, self._stamp, tuple(self._lines), dict(self._changed), self._seal)

    def _read(self, id_: str) -> Article:
        if id_ not in self._order:
            raise UnknownArticleError(id=id_, path=self.path)
        try:
            with self.path.open("rb") as stream:
                return self._decode(id_, stream)
        except (BrokenRecordError, UnknownArticleError):
            if self.stored and Stamp.of(self.path) != self._stamp:
                raise ChangedOnDiskError(path=self.path, history=self.history.path) from None
            raise
        except OSError as error:
            raise NotReadableError(path=self.path, reason=error.strerror or error) from error

    def _decode(self, id_: str, stream: BinaryIO) -> Article:
        at = self._order[id_]
        try:
            article = read_line(stream, self._lines[at], self._seal)
        except ValueError as error:
            raise broken(self.path, at + 1, error) from error
        if article.id != id_:
            raise UnknownArticleError(id=id_, path=self.path)
        return self._tied(article)

    def _tied(self, article: Article) -> Article:
        """Tie an article of schema 1 to its history: its chain starts here."""
        if article.digest is not None or not article.revision:
            return article
        return replace(article, digest=self.history.digest_at(article.id, article.revision))

    def _set(self, article: Article, change: Change | None = None) -> None:
        """Keep an article as it is now; it is counted whole unless one change led to it."""
        self._changed[article.id] = article
        at = self._order[article.id]
        before = self._lines[at].summary
        after = before.after(article, change) if before and change else Summary.of(article)
        self._lines[at] = replace(self._lines[at], summary=after)
