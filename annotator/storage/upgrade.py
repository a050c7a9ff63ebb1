"""Copy a corpus of version 0.1.0 (schema 1) before it is first written."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.core.errors import NotReadableError
from annotator.storage import atomic
from annotator.storage.history import history_path
from annotator.storage.index import Line

SUFFIX = ".schema-1"
_BLOCK = 2**20


def copy_of(path: Path) -> Path:
    """Return the path of the copy of a schema 1 file: `x.jsonl` has `x.jsonl.schema-1`."""
    return path.with_name(path.name + SUFFIX)


def is_old(lines: Iterable[Line]) -> bool:
    """Return True if any article of a corpus is in schema 1."""
    return any(line.summary is not None and line.summary.schema == 1 for line in lines)


def keep_copies(corpus: Path) -> None:
    """Copy a corpus and its history, unless the copies exist.

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
