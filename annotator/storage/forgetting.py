"""Remove an article to protect a source: from corpus, history, index and copies.

One line in the history says who removed an article and when, and not which.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from pathlib import Path

import msgspec
from msgspec import Struct

from annotator.core.errors import NotSavedError, UnknownArticleError
from annotator.storage import atomic, index_cache
from annotator.storage.corpus import Corpus
from annotator.storage.history import history_path, kept_index_path
from annotator.storage.seal import Seal, closed, is_first_line, opened
from annotator.storage.upgrade import copy_of


class _Article(Struct):
    id: str = ""
    article: str = ""


class Removed(Struct, frozen=True, omit_defaults=True):
    """A line of a history that records a removal; replaying skips it."""

    removed: int
    by: str
    at: datetime


def what_goes(path: Path, id_: str, seal: Seal | None = None) -> list[Path]:
    """Return the files that an article is removed from, to show them before.

    Raises UnknownArticleError, or the error that prevents opening the corpus.
    """
    corpus = Corpus.open(path, writable=False, seal=seal)
    if id_ not in corpus.ids():
        raise UnknownArticleError(id=id_, path=path)
    files = (corpus.path, history_path(corpus.path), *_copies(corpus.path))
    return [file for file in files if atomic.exists(file)]


def forget(path: Path, id_: str, by: str, at: datetime, seal: Seal | None = None) -> None:
    """Remove an article and its whole history.

    Unsaved work is saved first. Old blocks of the disk may still hold the text until they
    are overwritten, and so may backups: the program can't reach those. Raises
    UnknownArticleError, the error that prevents writing the corpus, or NotSavedError.
    """
    corpus = Corpus.open(path, seal=seal)
    try:
        if corpus.refusal is not None:
            raise corpus.refusal
        if id_ not in corpus.ids():
            raise UnknownArticleError(id=id_, path=path)
        corpus.save()
        corpus.history.close()
        _rewrite(corpus.path, id_, Removed(1, by, at), seal)
    finally:
        corpus.leave()


def _rewrite(path: Path, id_: str, removed: Removed, seal: Seal | None) -> None:
    """Write both files without the article, while nobody else may."""
    history = history_path(path)
    note = closed(seal, msgspec.json.encode(removed)) + b"\n"
    # The history first: an article without its history is reported and still there.
    if atomic.exists(history):
        atomic.write_whole(history, chain(_without(history, id_, seal), [note]))
    atomic.write_whole(path, _without(path, id_, seal))
    for file in (*_copies(path), index_cache.cache_path(path), kept_index_path(history)):
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise NotSavedError(path=file, reason=error.strerror or error) from error


def _copies(path: Path) -> tuple[Path, ...]:
    return copy_of(path), copy_of(history_path(path))


def _without(file: Path, id_: str, seal: Seal | None) -> Iterator[bytes]:
    """Yield the lines of a file that don't belong to an article; unreadable lines stay."""
    with file.open("rb") as stream:
        for line in stream:
            if not _is_of(line, id_, seal):
                yield line


def _is_of(line: bytes, id_: str, seal: Seal | None) -> bool:
    if is_first_line(line):
        return False
    try:
        found = msgspec.json.decode(opened(seal, line), type=_Article)
    except (ValueError, RecursionError):
        return False
    return id_ in (found.id, found.article)
