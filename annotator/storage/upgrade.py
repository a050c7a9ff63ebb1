"""Before a corpus of version 0.1.0 (schema 1) is written for the first time, it is copied."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.core.errors import NotReadableError
from annotator.storage import atomic
from annotator.storage.history import history_path
from annotator.storage.index import Line

SUFFIX = ".schema-1"
_BLOCK = 2**20


def copy_of(path: Path) -> Path:
    """Return where the copy of a file of schema 1 stands: `x.jsonl` has `x.jsonl.schema-1`."""
    return path.with_name(path.name + SUFFIX)


def is_old(lines: Iterable[Line]) -> bool:
    """Return True if any article of a corpus stands there in schema 1."""
    return any(line.summary is not None and line.summary.schema == 1 for line in lines)


def keep_copies(corpus: Path) -> None:
    """Copy a corpus and its history, unless their copies are there.

    Raises NotSavedError or NotReadableError; then nothing may be written.
    """
    for file in (history_path(corpus), corpus):
        if atomic.exists(file) and not atomic.exists(copy_of(file)):
            atomic.write_whole(copy_of(file), _blocks(file))


def _blocks(file: Path) -> Iterator[bytes]:
    try:
        with file.open("rb") as stream:
            yield from iter(lambda: stream.read(_BLOCK), b"")
    except OSError as error:
        raise NotReadableError(path=file, reason=error.strerror or error) from error
