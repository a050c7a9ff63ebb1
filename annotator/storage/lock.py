"""Lock a corpus for one window at a time; another window learns who has it, and since when."""

import contextlib
import errno
import getpass
import os
import platform
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from annotator.core.errors import InUseError, NotSavedError
from annotator.storage import atomic

if TYPE_CHECKING:
    from filelock import BaseFileLock


# Errors of file systems without locks (FUSE, NFS without lockd).
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)


class Holder(Struct, frozen=True):
    """The holder of a corpus's lock."""

    user: str
    host: str
    pid: int
    since: datetime


class CorpusLock:
    """Hold a corpus for this process.

    The operating system releases the lock when the process ends, however it ends.
    The holder's name is in a separate file, since on some systems nobody else may
    read a locked one.
    """

    def __init__(self, corpus: Path) -> None:
        self._corpus = corpus
        self._holder = corpus.with_name(f".{corpus.name}.holder")
        self._file = corpus.with_name(f".{corpus.name}.lock")
        self._lock: BaseFileLock | None = None
        # Whether the file system knows no locks.
        self.missing = False

    def acquire(self) -> None:
        """Take the lock; raise InUseError if another window has it."""
        # Imported late: an article that nobody has worked on needs no lock.
        from filelock import FileLock, Timeout

        lock = FileLock(self._file, mode=atomic.PRIVATE)
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise self._in_use() from error
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise atomic.not_saved(self._corpus, error) from error
            # Two writers are noticed when the corpus is opened (chain.py).
            self.missing = True
            return
        self._lock = lock
        atomic.clear_leftovers(self._holder)
        holder = Holder(
            user=user_name(),
            host=platform.node(),
            pid=os.getpid(),
            since=datetime.now().astimezone(),
        )
        try:
            atomic.write_whole(self._holder, [msgspec.json.encode(holder)])
        except NotSavedError:
            self.release()
            raise

    def release(self) -> None:
        """Release the lock and remove its files."""
        if self._lock is None:
            return
        for file in (self._holder, self._file):
            with contextlib.suppress(OSError):
                file.unlink()
        self._lock.release()
        self._lock = None

    def _in_use(self) -> InUseError:
        try:
            holder = msgspec.json.decode(self._holder.read_bytes(), type=Holder)
        except (OSError, msgspec.DecodeError, RecursionError):
            return InUseError(path=self._corpus, who="someone", since="an unknown time")
        return InUseError(
            path=self._corpus,
            who=f"{holder.user} on {holder.host}",
            since=holder.since.astimezone().strftime("%Y-%m-%d %H:%M"),
        )


def user_name() -> str:
    """Return the person's login name, "someone" if there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "someone"
