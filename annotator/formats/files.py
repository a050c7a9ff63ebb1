"""Read untrusted files, with limits and never outside their folder."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path

from annotator.core.errors import (
    AnnotatorError,
    BrokenArticleError,
    NotReadableError,
    TooLargeFileError,
)
from annotator.formats.importer import HEAD_BYTES

# A file that must be read whole, one that is read line by line, and a line of it.
LARGEST_WHOLE = 512 * 2**20
LARGEST_LINE = 64 * 2**20
# As many files as are looked at in a folder.
MOST_FILES = 200_000

# What an article may be, and what such files are called that say something of a dataset.
ARTICLES = {".txt", ".html", ".htm", ".pdf", ".docx", ".odt", ".epub", ".rtf", ".eml", ".md"}
ABOUT = ("readme", "license", "licence", "index", "changelog", "citation")

BOM = b"\xef\xbb\xbf"


def whole(path: Path, limit: int = LARGEST_WHOLE) -> bytes:
    """Return a file's bytes; raise NotReadableError or TooLargeFileError."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(limit + 1)
            if len(raw) > limit:
                size = path.stat().st_size // 2**20
                raise TooLargeFileError(path=path, size=size, limit=limit // 2**20)
            return raw
    except OSError as error:
        raise unreadable(path, error) from error


def head(path: Path) -> bytes:
    """Return a file's beginning, b"" of a folder; raise NotReadableError."""
    if path.is_dir():
        return b""
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD_BYTES)
    except OSError as error:
        raise unreadable(path, error) from error


def size(path: Path, enough: int) -> int:
    """Return how many bytes a file or the files of a folder are, counted until there are enough."""
    total = 0
    found = path.rglob("*") if path.is_dir() else iter((path,))
    for file in islice(found, MOST_FILES):
        if total > enough:
            break
        with suppress(OSError):
            total += file.stat().st_size
    return total


def lines(path: Path) -> Iterator[tuple[int, bytes] | AnnotatorError]:
    """Yield the lines of a file that are not blank, with their numbers; a long one is an error."""
    try:
        with path.open("rb") as stream:
            reading = iter(partial(stream.readline, LARGEST_LINE), b"")
            for number, line in enumerate(reading, 1):
                if len(line) == LARGEST_LINE and not line.endswith(b"\n"):
                    rest = line
                    while rest and not rest.endswith(b"\n"):
                        rest = stream.readline(LARGEST_LINE)
                    reason = f"it is longer than {LARGEST_LINE // 2**20} MB"
                    yield BrokenArticleError(path=path, where=f"line {number}", reason=reason)
                    continue
                said = line.removeprefix(BOM) if number == 1 else line
                if said and not said.isspace():
                    yield number, said
    except OSError as error:
        raise unreadable(path, error) from error


def of_kind(path: Path, pattern: str) -> list[Path]:
    """Return a file itself, or the files of a folder and of its folders that match a pattern."""
    if not path.is_dir():
        return [path]
    try:
        found = (
            *islice(path.glob(pattern), MOST_FILES),
            *islice(_below(path, pattern), MOST_FILES),
        )
        return sorted(file for file in found if file.is_file())
    except OSError as error:
        raise unreadable(path, error) from error


def has(path: Path, pattern: str, *, texts: bool = False) -> bool:
    """Return True if a folder, or a split in it, has a file that matches a pattern.

    A folder that also holds articles is not a data set, unless `texts` belong to the data set.
    """
    try:
        if next(path.glob(pattern), None) is None and next(_below(path, pattern), None) is None:
            return False
        beside = islice(path.iterdir(), MOST_FILES)
        return not any(_is_article(file, texts=texts) for file in beside)
    except OSError:
        return False


def _is_article(file: Path, *, texts: bool) -> bool:
    suffix = file.suffix.lower()
    if suffix not in ARTICLES or (suffix == ".txt" and texts):
        return False
    return not file.stem.lower().startswith(ABOUT)


def inside(folder: Path, name: str) -> Path:
    """Return the file that a name in another file means; raise ValueError if it is elsewhere."""
    root = folder.resolve()
    try:
        file = (root / name).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise ValueError(f"the name {name[:100]!r} cannot be a file name") from error
    if not file.is_relative_to(root) or file == root:
        raise ValueError(f"the file {name[:100]!r} lies outside the folder")
    return file


def unreadable(path: Path, error: OSError) -> NotReadableError:
    """Return the error of a file that can't be read."""
    return NotReadableError(path=path, reason=error.strerror or error)


def _below(path: Path, pattern: str) -> Iterator[Path]:
    # The splits of an export are folders in it.
    for folder in ("train", "dev", "test"):
        yield from (path / folder).glob(pattern)
