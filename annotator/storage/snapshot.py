"""Save a corpus: everything needed is frozen first, so that another thread can write it."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from annotator.core import record
from annotator.core.article import Article
from annotator.core.errors import (
    AnnotatorError,
    BrokenRecordError,
    ChangedOnDiskError,
    NotReadableError,
)
from annotator.storage import atomic, index_cache
from annotator.storage.history import history_path
from annotator.storage.index import BOM, Line, Stamp, Summary
from annotator.storage.seal import Seal, closed, is_first_line, opened

# Bytes copied at once; the window has its turn in between.
COPY_BYTES = 2**20


class Saved(Struct, frozen=True):
    """The result of a save: the new file's stamp and lines, and the articles rewritten."""

    path: Path
    stamp: Stamp | None
    lines: list[Line]
    articles: dict[str, Article]


class Snapshot(Struct, frozen=True):
    """A corpus at one moment. Lines whose article did not change are copied as they are."""

    path: Path
    stamp: Stamp | None
    lines: tuple[Line, ...]
    changed: dict[str, Article]
    seal: Seal | None = None

    def articles(self, problems: list[AnnotatorError]) -> Iterator[Article]:
        """Yield every article, in order; unreadable ones are added to `problems`.

        Raises ChangedOnDiskError if the file is not as it was, or NotReadableError.
        """
        self._check()
        with self._open() as stream:
            for number, line in enumerate(self.lines, 1):
                if line.summary is None:
                    continue
                changed = self.changed.get(line.summary.id)
                try:
                    yield changed or read_line(stream, line, self.seal)
                except ValueError as error:
                    problems.append(broken(self.path, number, error))

    def write(
        self,
        target: Path | None = None,
        seal: Seal | None = None,
        more: Iterable[Article] = (),
    ) -> Saved:
        """Replace the corpus whole; raise NotSavedError or ChangedOnDiskError and change nothing.

        With a `target` the corpus is written there, under `seal` or under none, and the old
        file is left alone. `more` articles are written after the others as they come.
        """
        self._check()
        path = target or self.path
        lines: list[Line] = []
        same = target is None or seal is self.seal
        old = self._old_lines(lines, seal, same=same)
        chunks = chain(old, self._added(more, lines, self.seal if same else seal))
        atomic.write_whole(path, chunks, self._check if target is None else lambda: None)
        stamp = Stamp.of(path)
        if self.seal is None and seal is None:
            index_cache.keep(path, stamp, lines)
        return Saved(path, stamp, lines, self.changed)

    def _check(self) -> None:
        """Raise ChangedOnDiskError if another program changed the file meanwhile."""
        if Stamp.of(self.path) != self.stamp:
            raise ChangedOnDiskError(path=self.path, history=history_path(self.path))

    def _old_lines(self, lines: list[Line], seal: Seal | None, *, same: bool) -> Iterator[bytes]:
        with self._open() as old:
            yield from self._chunks(old, lines) if same else self._sealed_anew(old, lines, seal)

    def _open(self) -> BinaryIO:
        try:
            return open(self.path if self.stamp else os.devnull, "rb")  # noqa: PTH123
        except OSError as error:
            raise NotReadableError(path=self.path, reason=error.strerror or error) from error

    def _chunks(self, old: BinaryIO, lines: list[Line]) -> Iterator[bytes]:
        """Yield the corpus's new content; neighbouring lines are copied together."""
        offset = 0
        run: list[Line] = []
        for line in self.lines:
            article = self._differing(old, line)
            if article is None and (not run or _follows(run, line)):
                run.append(line)
                continue
            offset, copied = self._copy(old, run, lines, offset)
            yield copied
            run = [] if article is not None else [line]
            if article is not None:
                raw = closed(self.seal, record.encode(article)) + b"\n"
                lines.append(Line(offset, len(raw), Summary.of(article)))
                offset += len(raw)
                yield raw
        yield self._copy(old, run, lines, offset)[1]

    def _differing(self, old: BinaryIO, line: Line) -> Article | None:
        """Return the article to write in place of a line, None if the line stays as it is.

        All lines of schema 1 are upgraded at once: version 0.1.0 would read those that were
        left, write to them, and take what the machine suggested in them for labels.
        """
        if line.summary is None:
            return None
        changed = self.changed.get(line.summary.id)
        if changed is not None or line.summary.schema == record.SCHEMA:
            return changed
        try:
            return read_line(old, line, self.seal)
        except ValueError:
            return None

    def _sealed_anew(self, old: BinaryIO, lines: list[Line], seal: Seal | None) -> Iterator[bytes]:
        """Yield the corpus under another seal, line by line."""
        if seal is not None:
            lines.append(Line(0, len(seal.first_line()) + 1))
            yield seal.first_line() + b"\n"
        offset = lines[-1].length if lines else 0
        for line in self.lines:
            article = self._differing(old, line)
            if article is not None:
                plain = record.encode(article)
            else:
                old.seek(line.offset)
                plain = old.read(line.length).rstrip(b"\n")
                if is_first_line(plain):
                    continue
                # An unreadable line may still be decrypted; if not, it is kept unchanged.
                with contextlib.suppress(ValueError):
                    plain = opened(self.seal, plain) if plain.strip() else plain
            raw = closed(seal, plain) + b"\n"
            lines.append(Line(offset, len(raw), line.summary))
            offset += len(raw)
            yield raw

    @staticmethod
    def _added(
        articles: Iterable[Article], lines: list[Line], seal: Seal | None
    ) -> Iterator[bytes]:
        for article in articles:
            offset = lines[-1].offset + lines[-1].length if lines else 0
            # Its history is not copied.
            bare = replace(article, digest=None)
            raw = closed(seal, record.encode(bare)) + b"\n"
            lines.append(Line(offset, len(raw), Summary.of(bare)))
            yield raw

    @staticmethod
    def _copy(old: BinaryIO, run: list[Line], lines: list[Line], offset: int) -> tuple[int, bytes]:
        if not run:
            return offset, b""
        old.seek(run[0].offset)
        copied = old.read(run[-1].offset + run[-1].length - run[0].offset)
        if not copied.endswith(b"\n"):
            copied += b"\n"
        shift = offset - run[0].offset
        lines += [Line(line.offset + shift, line.length, line.summary) for line in run[:-1]]
        start = run[-1].offset + shift
        lines.append(Line(start, offset + len(copied) - start, run[-1].summary))
        return offset + len(copied), copied


def _follows(run: list[Line], line: Line) -> bool:
    together = run[-1].offset + run[-1].length == line.offset
    return together and line.offset - run[0].offset < COPY_BYTES


def read_line(stream: BinaryIO, line: Line, seal: Seal | None) -> Article:
    """Read the article of one line of a corpus; raise ValueError if it isn't one."""
    stream.seek(line.offset)
    return record.decode(opened(seal, stream.read(line.length).removeprefix(BOM)))


def broken(path: Path, number: int, error: ValueError) -> BrokenRecordError:
    """Say which line of a corpus can't be read, and why."""
    field = error.field if isinstance(error, record.RecordError) else "line"
    reason = getattr(error, "reason", error)
    return BrokenRecordError(path=path, line=number, field=field, reason=reason)
