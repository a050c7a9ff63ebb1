"""Documents are read in a process apart: one that hangs or eats up the memory is stopped.

The libraries that read them are good, but a hostile file can make any of them run for hours,
and no thread can be stopped. The process stays for the next document.
"""

import atexit
import logging
import os
import subprocess
import sys
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Timer
from typing import IO

import msgspec
from msgspec import Struct

from annotator import log
from annotator.core import errors
from annotator.core.article import Article
from annotator.core.errors import (
    AnnotatorError,
    NotThisFormatError,
    StoppedError,
    TooSlowError,
)
from annotator.formats.documents.document import notes
from annotator.formats.importer import Importer, ImportSettings

PROCESS = "document process"
LIMIT_SECONDS = 120.0
# Of address space, where the system can limit it.
LIMIT_MEMORY = 4 * 2**30


class _Request(Struct, frozen=True):
    format: str
    path: bytes
    lang: str | None


class _Answer(Struct, frozen=True):
    """An article, or an error by its class and values: nothing that could be code."""

    article: Article | None = None
    error: str = ""
    values: dict[str, str] = {}


class DocumentImporter(Importer):
    """An importer whose files hold one article each and are read in the process apart."""

    def articles(self, path: Path, settings: ImportSettings) -> Iterator[Article | AnnotatorError]:
        article = _child.ask(_Request(self.name, os.fsencode(path), settings.lang))
        yield article
        yield from notes(path, article)

    def read_here(self, path: Path, lang: str | None) -> Article:
        """Read a document in this process; whatever a library raises becomes a named error."""
        try:
            return self.read(path, lang)
        except AnnotatorError:
            raise
        except Exception as error:  # libraries raise anything where a file is broken
            reason = f"it is broken ({type(error).__name__}: {str(error)[:200]})"
            raise NotThisFormatError(path=path, format=self.title, reason=reason) from error

    @abstractmethod
    def read(self, path: Path, lang: str | None) -> Article:
        """Read a document; `lang` is the language of one that says none."""


class _Child:
    """The process apart: started when it is needed, and anew when it had to be stopped."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stopped = Event()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: _Request) -> Article:
        """Let a document be read; raise what it raised, or what became of its process."""
        with self._lock:
            body = self._exchange(request)
        answer = msgspec.msgpack.decode(body, type=_Answer)
        if answer.article is None:
            kind: type[AnnotatorError] = getattr(errors, answer.error)
            raise kind(**answer.values)
        return answer.article

    def _exchange(self, request: _Request) -> bytes:
        if self._process is None or self._process.poll() is not None:
            self.end()
            self._process = _start()
        process = self._process
        self._stopped.clear()
        assert process.stdin is not None
        assert process.stdout is not None
        late = Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = Timer(LIMIT_SECONDS, stop)
        timer.start()
        try:
            _send(process.stdin, msgspec.msgpack.encode(request))
            body = _receive(process.stdout)
        except OSError:
            body = None
        finally:
            timer.cancel()
        if body is not None:
            return body
        self.end()
        path = Path(os.fsdecode(request.path))
        if self._stopped.is_set():
            raise StoppedError
        if late.is_set():
            raise TooSlowError(path=path, seconds=round(LIMIT_SECONDS))
        reason = "reading it broke off, or took more memory than is allowed"
        raise NotThisFormatError(path=path, format=request.format, reason=reason)

    def stop(self) -> None:
        """Break off what is being read, if anything is."""
        process = self._process
        if self._lock.locked() and process is not None:
            self._stopped.set()
            process.kill()

    def end(self) -> None:
        """Stop the process; the next document starts another one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


_child = _Child()
atexit.register(_child.end)


def stop() -> None:
    """Break off the document that another thread lets be read: it meets a StoppedError there."""
    _child.stop()


def _start() -> subprocess.Popen[bytes]:
    """Start the process; -P keeps the current folder out of the module path."""
    if getattr(sys, "frozen", False):
        command = [sys.executable, "apart"]
    else:
        code = f"from {__name__} import serve; serve()"
        command = [sys.executable, "-P", "-c", code]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def serve() -> None:
    """Answer requests until the other side is gone."""
    log.watch(PROCESS)
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    # What libraries print is no answer, and what they log is for their makers.
    os.dup2(2, 1)
    logging.disable()
    _limit_memory()
    while (body := _receive(source)) is not None:
        answer = _answer(msgspec.msgpack.decode(body, type=_Request))
        _send(sink, msgspec.msgpack.encode(answer))


def _answer(request: _Request) -> _Answer:
    from annotator.formats.registry import importer

    reader = importer(request.format)
    assert isinstance(reader, DocumentImporter)
    try:
        return _Answer(reader.read_here(Path(os.fsdecode(request.path)), request.lang))
    except AnnotatorError as error:
        if error.__cause__ is not None:
            log.write(error, PROCESS)
        # A file's name need not be Unicode.
        values = {
            name: str(value).encode("utf-8", "replace").decode()
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
    """Wait for a frame, None when the other side is gone."""
    head = stream.read(4)
    length = int.from_bytes(head, "big")
    body = stream.read(length) if len(head) == 4 else b""
    return body if len(head) == 4 and len(body) == length else None
