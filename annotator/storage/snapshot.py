"""Saving a corpus: everything needed is frozen first, so that another thread can write it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from annotator.core import record
from annotator.core.article import Article
from annotator.core.errors import ChangedOnDiskError, NotReadableError
from annotator.storage import atomic
from annotator.storage.history import history_path
from annotator.storage.index import Line


class Stamp(Struct, frozen=True):
    """What tells whether a file is still the one that was read."""

    inode: int
    size: int
    modified_ns: int

    @classmethod
    def of(cls, path: Path) -> "Stamp | None":
        """Take the stamp of a file, None if there is none."""
        try:
            found = path.stat()
        except OSError:
            return None
        return cls(found.st_ino, found.st_size, found.st_mtime_ns)


class Saved(Struct, frozen=True):
    """What was written: the new file's stamp and lines, and the articles it holds anew."""

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

    def write(self, target: Path | None = None) -> Saved:
        """Replace the corpus whole; raise NotSavedError or ChangedOnDiskError and change nothing.

        With a `target` the corpus is written there and the old file is left alone.
        """
        if Stamp.of(self.path) != self.stamp:
            raise ChangedOnDiskError(path=self.path, history=history_path(self.path))
        path = target or self.path
        lines: list[Line] = []
        try:
            old = open(self.path if self.stamp else os.devnull, "rb")  # noqa: PTH123, SIM115
        except OSError as error:
            raise NotReadableError(path=self.path, reason=error.strerror or error) from error
        with old:
            atomic.write_whole(path, self._chunks(old, lines))
        return Saved(path, Stamp.of(path), lines, self.changed)

    def _chunks(self, old: BinaryIO, lines: list[Line]) -> Iterator[bytes]:
        offset = 0
        for line in self.lines:
            article = self.changed.get(line.summary.id) if line.summary else None
            if article is not None:
                raw = record.encode(article) + b"\n"
            else:
                old.seek(line.offset)
                raw = old.read(line.length)
                if not raw.endswith(b"\n"):
                    raw += b"\n"
            lines.append(Line(offset, len(raw), line.summary))
            offset += len(raw)
            yield raw
