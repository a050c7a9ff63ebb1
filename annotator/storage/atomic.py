"""The one writer of the program: files are replaced whole or not at all, a log grows by lines."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Iterable
from io import BufferedWriter
from pathlib import Path

from annotator.core.errors import ExistsError, NotSavedError

# Annotated articles name sources: only their owner may read what the program makes.
PRIVATE = 0o600
# How many files are held open while files are written together.
MOST_OPEN = 64

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENOENT: "the folder is gone",
    errno.EIO: "the disk reported an error",
}


def not_saved(path: Path, error: OSError) -> NotSavedError:
    """Turn an operating-system error into a sentence about `path`."""
    reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
    return NotSavedError(path=path, reason=reason)


def write_whole(path: Path, chunks: Iterable[bytes]) -> None:
    """Replace `path` by the chunks, or leave it as it was and raise NotSavedError.

    The new content is on disk before the name points to it; a link is followed, so
    that the file it points to is replaced and not the link.
    """
    target = Path(os.path.realpath(path))
    temporary: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(".tmp", f".{target.name}.", target.parent)
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as stream:
            with contextlib.suppress(FileNotFoundError):
                temporary.chmod(target.stat().st_mode & 0o777)
            for chunk in chunks:
                stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
        temporary = None
        sync_folder(target.parent)
    except OSError as error:
        raise not_saved(path, error) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def write_together(
    path: Path,
    pieces: Iterable[tuple[str, bytes]],
    check: Callable[[Path], None],
    *,
    folder: bool,
) -> None:
    """Write files that appear at `path` together, or not at all.

    Each piece is the next bytes of the file it names. All is written to a folder beside
    `path` and flushed; `check` may look at it there and raise. Then it is renamed to `path`,
    or, if `folder` is false, its one file is. Raises ExistsError or NotSavedError.
    """
    if path.exists() or path.is_symlink():
        raise ExistsError(path=path)
    try:
        with tempfile.TemporaryDirectory(
            ".tmp", f".{path.name}.", path.parent, ignore_cleanup_errors=True
        ) as name:
            staged = Path(name) / "whole"
            staged.mkdir(PRIVATE | 0o100)
            _stage(staged, pieces)
            check(staged)
            _appear(staged if folder else _only_file(staged), path)
    except OSError as error:
        raise not_saved(path, error) from error


def _stage(folder: Path, pieces: Iterable[tuple[str, bytes]]) -> None:
    """Write pieces to their files and flush them all to disk."""
    open_: dict[str, BufferedWriter] = {}
    seen: set[str] = set()
    try:
        for name, data in pieces:
            stream = open_.get(name)
            if stream is None:
                if len(open_) == MOST_OPEN:
                    open_.pop(next(iter(open_))).close()
                target = _inside(folder, name)
                target.parent.mkdir(parents=True, exist_ok=True)
                stream = open_[name] = target.open("ab" if name in seen else "xb")
                target.chmod(PRIVATE)
                seen.add(name)
            stream.write(data)
        _flush(open_.values(), all_of_them=len(seen) <= MOST_OPEN)
    finally:
        for stream in open_.values():
            stream.close()


def _flush(streams: Iterable[BufferedWriter], *, all_of_them: bool) -> None:
    """Bring files to disk, one by one; thousands at once, since each would wait for the disk."""
    for stream in streams:
        stream.flush()
        if all_of_them:
            os.fsync(stream.fileno())
    if not all_of_them and hasattr(os, "sync"):
        os.sync()


def _inside(folder: Path, name: str) -> Path:
    """Return where a named file lies; a name that leads out of the folder is a fault."""
    parts = name.split("/")
    if any(part in ("", ".", "..") or "\\" in part or ":" in part for part in parts):
        raise ValueError(f"{name!r} is no name inside a folder")
    return folder.joinpath(*parts)


def _only_file(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def _appear(staged: Path, path: Path) -> None:
    """Give what is staged its name; unlike a plain rename, never over something."""
    if staged.is_dir():
        staged.rename(path)
    else:
        try:
            os.link(staged, path)
        except FileExistsError as error:
            raise ExistsError(path=path) from error
        except OSError:
            # A file system without links.
            staged.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Flush a folder's own entries to disk, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems refuse to sync a folder; the file itself is synced.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


class AppendLog:
    """A file that only grows, a line at a time; a line is on disk whole or not there."""

    def __init__(self, path: Path) -> None:
        """Open or create the log; raise NotSavedError where it can't be written."""
        self.path = path
        try:
            new = not path.exists()
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, PRIVATE)
            if new:
                sync_folder(path.parent)
        except OSError as error:
            raise not_saved(path, error) from error

    def append(self, line: bytes) -> int:
        """Write a line and its end, flush it to disk, and return where it starts.

        What a full disk let through of a line is cut off again before NotSavedError
        is raised.
        """
        try:
            held = os.fstat(self._descriptor)
            there = os.stat(self.path)  # noqa: PTH116 - the same call as for the descriptor
        except OSError as error:
            raise not_saved(self.path, error) from error
        if not os.path.samestat(held, there):
            raise NotSavedError(path=self.path, reason="another program moved or replaced it")
        start = held.st_size
        rest = memoryview(line + b"\n")
        try:
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
            os.fsync(self._descriptor)
        except OSError as error:
            with contextlib.suppress(OSError):
                os.ftruncate(self._descriptor, start)
            raise not_saved(self.path, error) from error
        return start

    def truncate(self, size: int) -> None:
        """Cut the log to its first `size` bytes."""
        try:
            os.ftruncate(self._descriptor, size)
            os.fsync(self._descriptor)
        except OSError as error:
            raise not_saved(self.path, error) from error

    def close(self) -> None:
        """Close the file."""
        os.close(self._descriptor)
