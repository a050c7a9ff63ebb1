"""The log of changes beside a corpus: crash journal, undo, audit trail in one."""

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from annotator.core import changes
from annotator.core.changes import Change, without_edits
from annotator.core.errors import (
    AnnotatorError,
    HistoryMismatchError,
    NewerSchemaError,
    NotReadableError,
)
from annotator.storage.atomic import AppendLog, exists, write_whole
from annotator.storage.chain import Chain, Place, chain, regular
from annotator.storage.seal import Seal, closed, is_first_line, opened

# The index is kept again once the log has grown by this many lines.
WORTH_LINES = 10_000
TAIL_BYTES = 4_096
VERSION = 2


class _Peek(Struct):
    # A line without an article records a removal (forgetting.py).
    article: str = ""
    revision: int = 0
    removed: int = 0
    schema: int = 1
    previous: str | None = None
    joins: str | None = None
    digest: str | None = None


_peek = msgspec.json.Decoder(_Peek)


def history_path(corpus: Path) -> Path:
    """Return where a corpus keeps its history: `x.jsonl` has `x.history.jsonl` beside it."""
    return corpus.with_name(f"{corpus.stem}.history.jsonl")


class _Kept(Struct, array_like=True):
    """The content of an index file: the log up to `end`, and a digest of the bytes before it."""

    version: int
    end: int
    lines: int
    tail: bytes
    places: dict[str, list[Place]]


_kept_encoder = msgspec.msgpack.Encoder()
_kept_decoder = msgspec.msgpack.Decoder(_Kept)


class History:
    """The changes of a corpus, indexed by article and read when they are asked for."""

    def __init__(self, path: Path, seal: Seal | None = None) -> None:
        """Index the log at `path`, if there is one; see `torn` and `broken`."""
        self.path = path
        self._seal = seal
        self._places: dict[str, list[Place]] = {}
        # Articles whose lines branch; `chains` orders them.
        self._irregular: set[str] = set()
        self.chains: dict[str, Chain] = {}
        self._log: AppendLog | None = None
        self._lines = 0
        self._end = 0
        # Bytes after the last whole line: a write that was cut short, never acknowledged.
        self.torn = 0
        self._unended = False
        # The first line that can't be read, and why.
        self.broken: tuple[int, str] | None = None
        self._kept = 0
        if exists(path):
            if seal is None:
                self._load_kept()
            self._index()
            self._sort_out()

    def __len__(self) -> int:
        return sum(len(places) for places in self._places.values())

    def articles(self) -> Iterable[str]:
        """Return the ids of the articles that have changes here."""
        return self._places

    def branches(self, article: str) -> list[list[Place]]:
        """Return an article's changes, one list for each branch that was never merged."""
        found = self.chains.get(article)
        return found.branches if found else [self.places(article)]

    def follow(self, article: str, branch: list[Place]) -> None:
        """Use one branch of an article as its changes."""
        self._places[article] = branch

    def last_revision(self, article: str) -> int:
        """Return the revision an article has after all its changes, 0 if it has none."""
        places = self._places.get(article)
        return places[-1].revision if places else 0

    def read(self, places: list[Place]) -> Iterator[tuple[Place, Change]]:
        """Read the changes at some places.

        Raises NotReadableError, or HistoryMismatchError at a line that isn't a change.
        """
        if not places:
            return
        try:
            with self.path.open("rb") as stream:
                for place in places:
                    stream.seek(place.offset)
                    yield place, self._decoded(place, stream.read(place.length))
        except OSError as error:
            raise NotReadableError(path=self.path, reason=error.strerror or error) from error

    def digest_at(self, article: str, revision: int) -> str | None:
        """Return the digest of the change that gave an article this revision."""
        found = (place.digest for place in self.places(article) if place.revision == revision)
        return next(found, None)

    def places(self, article: str) -> list[Place]:
        """Return the places of an article's changes, oldest first."""
        return self._places.get(article, [])

    def changes(self, article: str) -> Iterator[tuple[Place, Change]]:
        """Read an article's changes, oldest first; raises the errors of `read`."""
        return self.read(self.places(article))

    def _decoded(self, place: Place, line: bytes) -> Change:
        try:
            return changes.decode(opened(self._seal, line))
        except ValueError as error:
            raise HistoryMismatchError(path=self.path, line=place.line, reason=error) from error

    def append(self, change: Change) -> None:
        """Write a change to disk; raise NotSavedError if it can't be, and change nothing."""
        if self._log is None:
            self._log = AppendLog(self.path)
            if self.torn:
                self._log.cut(self._end, self.torn)
                self.torn = 0
            elif self._unended:
                self._log.append(b"")
                self._unended = False
            if self._seal is not None and self._end == 0:
                self._log.append(self._seal.first_line())
                self._lines += 1
        plain = changes.encode(change)
        line = closed(self._seal, plain)
        offset = self._log.append(line)
        self._lines += 1
        self._end = offset + len(line) + 1
        place = self._place(offset, len(line), change, changes.line_digest(plain))
        self._add(change.article, place)

    def copy(
        self,
        path: Path,
        more: Iterable[Change] = (),
        *,
        whole: bool = True,
        seal: Seal | None = None,
    ) -> None:
        """Write the log, if `whole`, and `more` changes after it, to another place."""

        def lines() -> Iterator[bytes]:
            if seal is not None:
                yield seal.first_line() + b"\n"
            for line in self._plain_lines() if whole and exists(self.path) else ():
                yield closed(seal, line) + b"\n"
            for change in more:
                yield closed(seal, changes.encode(change)) + b"\n"

        write_whole(path, lines())

    def _plain_lines(self) -> Iterator[bytes]:
        """Yield the whole lines of the log, decrypted."""
        try:
            with self.path.open("rb") as stream:
                while stream.tell() < self._end and (line := stream.readline()):
                    if not is_first_line(line):
                        yield opened(self._seal, line.rstrip(b"\n"))
        except (OSError, ValueError) as error:
            raise NotReadableError(path=self.path, reason=error) from error

    def compact(self) -> tuple[int, int]:
        """Rewrite the log without what the machine read; return its size before and after.

        People's changes stay whole: who decided what, when, and how to undo it. Only for a
        saved corpus: the log alone can't rebuild it any more.
        """
        self.close()
        before = self._end

        def kept() -> Iterator[bytes]:
            if self._seal is not None:
                yield self._seal.first_line() + b"\n"
            for line in self._plain_lines():
                yield closed(self._seal, self._compacted(line)) + b"\n"

        write_whole(self.path, kept())
        self._places, self._lines, self._end, self._kept = {}, 0, 0, 0
        self._irregular, self.chains = set(), {}
        self._index()
        self._sort_out()
        return before, self._end

    @staticmethod
    def _compacted(line: bytes) -> bytes:
        if not line.strip() or _peek.decode(line).removed:
            return line
        change = changes.decode(line)
        if change.origin.kind != "model":
            return line
        return changes.encode(without_edits(change))

    def close(self) -> None:
        """Close the log, and keep the index of a long one."""
        if self._log is not None:
            self._log.close()
            self._log = None
            long = self._lines - self._kept > WORTH_LINES
            if long and self.broken is None and self._seal is None and not self._irregular:
                self._keep()

    def _load_kept(self) -> None:
        """Use a kept index of the log's beginning, if the log still begins like that."""
        try:
            kept = _kept_decoder.decode(kept_index_path(self.path).read_bytes())
            if kept.version == VERSION and kept.tail == _tail(self.path, kept.end):
                self._places, self._end, self._lines = kept.places, kept.end, kept.lines
                self._kept = kept.lines
        except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
            return

    def _keep(self) -> None:
        with contextlib.suppress(AnnotatorError, OSError):
            tail = _tail(self.path, self._end)
            kept = _Kept(VERSION, self._end, self._lines, tail, self._places)
            write_whole(kept_index_path(self.path), [_kept_encoder.encode(kept)])

    def _index(self) -> None:
        try:
            with self.path.open("rb") as stream:
                stream.seek(self._end)
                for line in stream:
                    if not line.endswith(b"\n"):
                        self._unended = self._whole(line)
                        if not self._unended:
                            self.torn = len(line)
                            return
                    self._lines += 1
                    self._take(line.rstrip(b"\n"))
                    self._end += len(line)
        except OSError as error:
            raise NotReadableError(path=self.path, reason=error.strerror or error) from error

    def _take(self, line: bytes) -> None:
        if self.broken or not line.strip() or is_first_line(line):
            return
        try:
            plain = opened(self._seal, line)
            peek = _peek.decode(plain)
            if peek.schema > changes.SCHEMA:
                raise NewerSchemaError(path=self.path, schema=peek.schema)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            self.broken = (self._lines, str(error))
            return
        if peek.removed:
            return
        if not peek.article:
            self.broken = (self._lines, "it is no change: it names no article")
            return
        place = self._place(self._end, len(line), peek, changes.line_digest(plain))
        self._add(peek.article, place)

    def _place(self, offset: int, length: int, of: _Peek | Change, digest: str) -> Place:
        return Place(
            self._lines, offset, length, of.revision, of.digest or digest, of.previous, of.joins
        )

    def _sort_out(self) -> None:
        for article in self._irregular:
            found = self.chains[article] = chain(self._places[article])
            self._places[article] = found.branches[0]

    def _add(self, article: str, place: Place) -> None:
        places = self._places.setdefault(article, [])
        if not regular(places, place):
            self._irregular.add(article)
        places.append(place)

    def _whole(self, line: bytes) -> bool:
        """Only the line end of the last change is missing."""
        try:
            changes.decode(opened(self._seal, line))
        except ValueError:
            return False
        return True


def kept_index_path(path: Path) -> Path:
    """Return the path of a long history's index."""
    return path.with_name(f".{path.name}.index")


def _tail(path: Path, end: int) -> bytes:
    """Return a digest of the last bytes before `end`, and of how many there are at all."""
    with path.open("rb") as stream:
        stream.seek(max(0, end - TAIL_BYTES))
        last = stream.read(min(end, TAIL_BYTES))
    return hashlib.blake2b(last + str(end).encode(), digest_size=16).digest()
