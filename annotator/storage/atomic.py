"""The program's only writer: files are replaced whole or not at all, a log grows by lines."""

import contextlib
import errno
import glob
import os
import tempfile
from collections.abc import Callable, Iterable
from io import BufferedWriter
from pathlib import Path

from annotator.core.errors import ExistsError, NotReadableError, NotSavedError
from annotator.storage import leftovers

# Annotated articles name sources: only their owner may read what the program makes.
PRIVATE = 0o600
# How many files are held open while files are written together.
MOST_OPEN = 64

# Errors of file systems without modes (FUSE, some network drives).
_NO_MODES = (errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL)

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENOENT: "the file or its folder is gone",
    errno.EIO: "the disk reported an error",
    errno.ESTALE: "the network drive is gone",
    errno.ENOTCONN: "the network drive is gone",
    errno.EHOSTDOWN: "the network drive is gone",
    errno.EFBIG: "the disk takes no file that large",
}


def not_saved(path: Path, error: OSError) -> NotSavedError:
    """Turn an operating-system error into a sentence about `path`."""
    reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
    return NotSavedError(path=path, reason=reason)


def exists(path: Path) -> bool:
    """Return True if a file exists; raise NotReadableError if the disk gives no answer."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
        raise NotReadableError(path=path, reason=reason) from error
    return True


def write_whole(
    path: Path, chunks: Iterable[bytes], check: Callable[[], None] = lambda: None
) -> None:
    """Replace `path` by the chunks, or leave it as it was and raise NotSavedError.

    `check` is called right before the file is replaced, and may raise. All chunks have been
    taken by then, so that what they were read from is closed: Windows replaces no open file.

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
                _give_mode(temporary, target.stat().st_mode & 0o777)
            for chunk in chunks:
                stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())
        check()
        temporary.replace(target)
        temporary = None
        sync_folder(target.parent)
    except OSError as error:
        raise not_saved(path, error) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def _give_mode(path: Path, mode: int) -> None:
    """Set a file's mode, if the file system has modes."""
    try:
        path.chmod(mode)
    except OSError as error:
        if error.errno not in _NO_MODES:
            raise


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
        leftovers.clear(path.parent)
        with tempfile.TemporaryDirectory(
            leftovers.SUFFIX, leftovers.prefix(path.name), path.parent, ignore_cleanup_errors=True
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
                _give_mode(target, PRIVATE)
                seen.add(name)
            stream.write(data)
        _flush(open_.values(), all_of_them=len(seen) <= MOST_OPEN)
    finally:
        for stream in open_.values():
            stream.close()


def _flush(streams: Iterable[BufferedWriter], *, all_of_them: bool) -> None:
    """Flush files to disk, thousands at a time, since each would wait for the disk."""
    for stream in streams:
        stream.flush()
        if all_of_them:
            os.fsync(stream.fileno())
    if not all_of_them and hasattr(os, "sync"):
        os.sync()


def _inside(folder: Path, name: str) -> Path:
    """Return the path of a named file; a name that leads out of the folder is a fault."""
    parts = name.split("/")
    if any(part in ("", ".", "..") or "\\" in part or ":" in part for part in parts):
        raise ValueError(f"{name!r} is no name inside a folder")
    return folder.joinpath(*parts)


def _only_file(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def _appear(staged: Path, path: Path) -> None:
    """Move staged files to their name; unlike a plain rename, never over an existing one."""
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


def clear_leftovers(path: Path) -> None:
    """Remove a killed process's temporary files for `path`; nobody else may be writing it."""
    with contextlib.suppress(OSError):
        for leftover in path.parent.glob(f".{glob.escape(path.name)}.*.tmp"):
            leftover.unlink()


def sync_folder(folder: Path) -> None:
    """Flush a folder's own entries to disk, where the system can."""
    if os.name != "posix":  # pragma: no cover - Windows can't open a folder
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


def log_flags(binary: int) -> int:
    """Return how a log is opened."""
    return os.O_RDWR | os.O_CREAT | os.O_APPEND | binary


# Windows writes CR LF for every LF without this flag; other systems don't have the flag.
_FLAGS = log_flags(getattr(os, "O_BINARY", 0))


class AppendLog:
    """A file that only grows, line by line; a line is on disk whole or not at all."""

    def __init__(self, path: Path) -> None:
        """Open or create the log; raise NotSavedError where it can't be written."""
        self.path = path
        # The bytes of a failed write that could not be cut off yet.
        self._leftover = 0
        try:
            new = not exists(path)
            self._descriptor = os.open(path, _FLAGS, PRIVATE)
            self._size = os.fstat(self._descriptor).st_size
            if new:
                sync_folder(path.parent)
        except OSError as error:
            raise not_saved(path, error) from error

    def append(self, line: bytes) -> int:
        """Write a line and its end, flush it to disk, and return where it starts.

        A line that a full disk took in part is cut off again, now or before the next line, and
        NotSavedError is raised.
        """
        rest = memoryview(line + b"\n")
        try:
            if not os.path.samestat(os.fstat(self._descriptor), os.stat(self.path)):  # noqa: PTH116
                raise NotSavedError(path=self.path, reason="another program moved or replaced it")
            if self._leftover:
                self._cut_leftover()
            start = self._end()
            while rest:
                written = os.write(self._descriptor, rest)
                self._leftover += written
                rest = rest[written:]
            os.fsync(self._descriptor)
        except OSError as error:
            with contextlib.suppress(OSError):
                self._cut_leftover()
            raise not_saved(self.path, error) from error
        self._leftover = 0
        self._size = start + len(line) + 1
        return start

    def _end(self) -> int:
        """Return the offset of the next line; without locks another program may write too."""
        self._size = os.fstat(self._descriptor).st_size
        return self._size

    def _cut_leftover(self) -> None:
        """Cut off a failed write's bytes, unless another program has written since."""
        if os.fstat(self._descriptor).st_size == self._size + self._leftover:
            os.ftruncate(self._descriptor, self._size)
        self._leftover = 0

    def cut(self, size: int, torn: int) -> None:
        """Cut the log to its first `size` bytes, if only `torn` bytes follow them."""
        try:
            if os.fstat(self._descriptor).st_size == size + torn:
                os.ftruncate(self._descriptor, size)
                os.fsync(self._descriptor)
        except OSError as error:
            raise not_saved(self.path, error) from error

    def close(self) -> None:
        """Close the file."""
        os.close(self._descriptor)
