"""Read other people's files, and the web, in a child process that can be stopped.

The libraries that read them are good, but a hostile file can make any of them run for hours or
eat up the memory, and a server can send a byte a minute. No thread can be stopped; a process
can. The one for documents stays for the next document.
"""

import atexit
import logging
import os
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from pathlib import Path
from threading import Event, Lock, Timer
from typing import IO, NamedTuple

import msgspec
from msgspec import Struct

from annotator import log
from annotator.core import errors
from annotator.core.article import Article
from annotator.core.errors import (
    AnnotatorError,
    FetchError,
    NotThisFormatError,
    StoppedError,
    TooSlowError,
)
from annotator.core.file_names import readable
from annotator.formats.importer import Importer, ImportSettings

PROCESS = "reading process for files"
# For a document, or until the next article of a data set.
LIMIT_SECONDS = 120.0
# For a web page: looking its server up, asking it, and all that it sends.
LIMIT_FETCH_SECONDS = 30.0
# Of address space, where the system can limit it: on Linux, in part on macOS, not on Windows.
LIMIT_MEMORY = 4 * 2**30


class Page(NamedTuple):
    """A server's answer, with the final address, the media type and the encoding."""

    address: str
    raw: bytes
    kind: str
    charset: str | None = None


class _Document(Struct, frozen=True, tag=True):
    format: str
    path: bytes
    lang: str | None


class _DataSet(Struct, frozen=True, tag=True):
    format: str
    path: bytes
    settings: ImportSettings


class _Fetch(Struct, frozen=True, tag=True):
    address: str
    private: bool


_Request = _Document | _DataSet | _Fetch


class _Answer(Struct, frozen=True):
    """An article, a page, or an error by its class and values: nothing that could be code."""

    article: Article | None = None
    page: Page | None = None
    error: str = ""
    values: dict[str, str | int] = {}
    last: bool = True

    def raised(self) -> AnnotatorError:
        """Return the error as an exception."""
        kind: type[AnnotatorError] = getattr(errors, self.error, AnnotatorError)
        return kind(**self.values)


def document(format_: str, path: Path, lang: str | None) -> Article:
    """Read a document; raise its error, or that of the process."""
    (answer,) = _documents.ask(_Document(format_, os.fsencode(path), lang), LIMIT_SECONDS)
    if answer.article is None:
        raise answer.raised()
    return answer.article


def data_set(
    importer: Importer, path: Path, settings: ImportSettings
) -> Iterator[Article | AnnotatorError]:
    """Yield the articles of a data set, as its importer does."""
    child = _Child()
    request = _DataSet(importer.name, os.fsencode(path), settings)
    try:
        with closing(child.ask(request, LIMIT_SECONDS)) as answers:
            for answer in answers:
                if answer.last and answer.error:
                    raise answer.raised()
                if not answer.last:
                    yield answer.article or answer.raised()
    finally:
        child.end()


def fetched(address: str, *, private: bool) -> Page:
    """Return what a web server sends; raise AddressError, FetchError or StoppedError."""
    child = _Child()
    try:
        (answer,) = child.ask(_Fetch(address, private), LIMIT_FETCH_SECONDS)
    finally:
        child.end()
    if answer.page is None:
        raise answer.raised()
    return answer.page


def stop() -> None:
    """Stop the reading and fetching of other threads, which raise StoppedError there."""
    for child in tuple(_busy):
        child.stop()


class _Child:
    """A child process: started when it is needed, and again after it had to be stopped."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stopped = Event()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: _Request, limit: float) -> Generator[_Answer]:
        """Yield the answers to a request; `limit` are the seconds for each of them."""
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                self.end()
                self._process = _start()
            process = self._process
            assert process.stdin is not None
            self._stopped.clear()
            _busy.add(self)
            done = False
            try:
                with suppress(OSError):
                    _send(process.stdin, msgspec.msgpack.encode(request))
                while not done:
                    answer = self._next(process, request, limit)
                    done = answer.last
                    yield answer
            finally:
                _busy.discard(self)
                if not done:
                    self.end()

    def _next(self, process: subprocess.Popen[bytes], request: _Request, limit: float) -> _Answer:
        """Wait for an answer; raise the process's error if none comes in time."""
        late = Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = Timer(limit, give_up)
        timer.start()
        try:
            assert process.stdout is not None
            body = _receive(process.stdout)
        except OSError:
            body = None
        finally:
            timer.cancel()
        if body is not None:
            return msgspec.msgpack.decode(body, type=_Answer)
        if self._stopped.is_set():
            raise StoppedError
        raise _failure(request, limit if late.is_set() else None)

    def stop(self) -> None:
        """Stop the reading in progress."""
        process = self._process
        if process is not None:
            self._stopped.set()
            process.kill()

    def end(self) -> None:
        """Stop the process; the next request starts another one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


_busy: set[_Child] = set()
_documents = _Child()
atexit.register(_documents.end)


def _failure(request: _Request, late: float | None) -> AnnotatorError:
    """Return the error of a request that was not answered: `late` are the seconds it had."""
    if isinstance(request, _Fetch):
        reason = "the connection broke off" if late is None else f"it took longer than {late:.0f} s"
        return FetchError(address=request.address, reason=reason)
    path = Path(os.fsdecode(request.path))
    if late is not None:
        return TooSlowError(path=path, seconds=round(late))
    reason = "reading it broke off, or took more memory than is allowed"
    return NotThisFormatError(path=path, format=request.format, reason=reason)


def _start() -> subprocess.Popen[bytes]:
    """Start the process; -P keeps the current folder out of the module path."""
    if getattr(sys, "frozen", False):
        command = [sys.executable, "apart"]
    else:
        command = [sys.executable, "-P", "-c", f"from {__name__} import serve; serve()"]
    # On Windows a console would flash up.
    flags: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, creationflags=flags)


def serve() -> None:
    """Answer requests until the other side is gone."""
    log.watch(PROCESS)
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    # What libraries print must not get between the answers; their logs are for developers.
    os.dup2(2, 1)
    logging.disable()
    _limit_memory()
    while (body := _receive(source)) is not None:
        for answer in _answers(msgspec.msgpack.decode(body, type=_Request)):
            _send(sink, msgspec.msgpack.encode(answer))


def _answers(request: _Request) -> Iterator[_Answer]:
    try:
        match request:
            case _Document():
                yield _Answer(_read_document(request))
            case _Fetch():
                from annotator.formats.documents import web

                yield _Answer(page=web.fetch(request.address, private=request.private))
            case _DataSet():
                yield from _read_data_set(request)
                yield _Answer()
    except AnnotatorError as error:
        yield _refusal(error)


def _read_document(request: _Document) -> Article:
    from annotator.formats.documents.document_importer import DocumentImporter
    from annotator.formats.registry import importer

    reader = importer(request.format)
    assert isinstance(reader, DocumentImporter)
    return reader.read_here(Path(os.fsdecode(request.path)), request.lang)


def _read_data_set(request: _DataSet) -> Iterator[_Answer]:
    from annotator.formats.registry import importer

    path = Path(os.fsdecode(request.path))
    for found in importer(request.format).articles(path, request.settings):
        if isinstance(found, AnnotatorError):
            yield msgspec.structs.replace(_refusal(found), last=False)
        else:
            yield _Answer(found, last=False)


def _refusal(error: AnnotatorError) -> _Answer:
    if error.__cause__ is not None:
        log.write(error, PROCESS)
    values = {
        name: value if isinstance(value, int) else readable(str(value))
        for name, value in error.values.items()
    }
    return _Answer(error=type(error).__name__, values=values)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        # Some systems know the limit but refuse to set it.
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (LIMIT_MEMORY, LIMIT_MEMORY))


def _send(stream: IO[bytes], body: bytes) -> None:
    stream.write(len(body).to_bytes(4, "big") + body)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes | None:
    """Wait for a frame; None if the other side is gone."""
    head = stream.read(4)
    length = int.from_bytes(head, "big")
    body = stream.read(length) if len(head) == 4 else b""
    return body if len(head) == 4 and len(body) == length else None
