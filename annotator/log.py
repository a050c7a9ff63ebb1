"""The log of unforeseen errors, and a report of one that a person can copy.

Neither may contain a word of an article. Exception messages and local variables can quote
the text, so only an exception's type and traceback locations are written.
"""

import logging
import os
import platform
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs

from annotator import __version__
from annotator.core.errors import AnnotatorError

FILE = "annotator.log"
MAX_BYTES = 256 * 1024
OLDER_FILES = 3


def path() -> Path:
    """Return where the log is on this system; the file need not exist."""
    return platformdirs.user_log_path("annotator", appauthor=False) / FILE


def report(error: BaseException) -> str:
    """Return the versions, the system and the traceback of an error, as text to copy."""
    return "\n".join([versions(), *_chain(error, set())])


def versions() -> str:
    """Return the versions of the program, the system and the libraries."""
    libraries = f"Qt {_version('PySide6-Essentials')}, spaCy {_version('spacy')}"
    return (
        f"Annotator {__version__}\n"
        f"System: {platform.platform()} {platform.machine()}\n"
        f"Python {platform.python_version()}, {libraries}"
    )


def write(error: BaseException, process: str) -> Path | None:
    """Append an error's report to the log; `process` names the part of the program.

    Returns the path of the log, None if it could not be written. Never raises.
    """
    return write_text(report(error), process)


def write_text(said: str, process: str) -> Path | None:
    """Append a text that quotes no article; the rest is as for `write`."""
    file = path()
    entry = logging.LogRecord(
        "annotator", logging.ERROR, "", 0, f"In the {process}\n{said}\n", None, None
    )
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Opened for each entry, because several processes write the file, and an open file
        # can't be renamed on Windows. No logger: what libraries log may quote the text.
        handler = _Private(file, maxBytes=MAX_BYTES, backupCount=OLDER_FILES, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        try:
            handler.emit(entry)
        finally:
            handler.close()
    except OSError:
        return None
    return file


def watch(process: str) -> None:
    """Log the uncaught exceptions of this process and its threads, instead of printing them."""

    def unforeseen(error: BaseException | None) -> None:
        if isinstance(error, Exception):
            write(error, process)
            with suppress(OSError, ValueError):
                sys.stderr.write(f"{report(error)}\n")

    sys.excepthook = lambda _kind, error, _trace: unforeseen(error)
    threading.excepthook = lambda arguments: unforeseen(arguments.exc_value)


class _Private(RotatingFileHandler):
    """A log that only its owner can read, and whose errors are the caller's."""

    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        return open(os.open(self.baseFilename, flags, 0o600), "a", encoding="utf-8")  # noqa: PTH123

    def doRollover(self) -> None:  # noqa: N802
        # Another process may have the file open; then it is rotated later.
        with suppress(PermissionError):
            super().doRollover()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        raise  # noqa: PLE0704 - logging calls this while it handles the error


def _version(library: str) -> str:
    # Imported late: it takes 25 ms of starting.
    from importlib import metadata

    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "unknown"


def _chain(error: BaseException, seen: set[int]) -> Iterator[str]:
    """Give the lines of an error after those of the errors that led to it."""
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _chain(before, seen)
        yield "which led to:"
    for frame, line in traceback.walk_tb(error.__traceback__):
        code = frame.f_code
        yield f"  {_short(code.co_filename)}:{line} in {code.co_qualname}"
    yield _kind(error)
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _chain(inner, seen)


def _kind(error: BaseException) -> str:
    """Return an error's type, without its message, which can quote an article or a path."""
    kind = type(error)
    name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    match error:
        case AnnotatorError():
            return f"{name}: {error.problem}"
        case OSError(errno=int(number)):
            return f"{name}: {os.strerror(number)}"
        case _:
            return name


def _short(file: str) -> str:
    """Return a source path from its package on; the folders above may contain a person's name."""
    parts = Path(file).parts
    for root in ("site-packages", "annotator", f"python3.{sys.version_info.minor}"):
        if root in parts:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at + (root == "site-packages") :])
    return parts[-1] if parts else file
