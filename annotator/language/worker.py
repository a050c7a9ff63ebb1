"""The reading process: it reads texts into passages, the newest text first."""

import contextlib
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotator import log
from annotator.core.decisions import Passage
from annotator.core.gc_tuning import seldom_collected
from annotator.language import protocol
from annotator.language.detect import vote
from annotator.language.protocol import Drop, Failed, Finished, PassageRead, Read

# Loaded while the process is idle, but not right after an article: the next may follow
# at once.
LANGUAGES = ("id", "en")
IDLE_SECONDS = 1.0
PROCESS = "reading process"
# Enough of a file to tell its language, whatever its format.
_HEAD_BYTES = 8_192
# Reading anything makes ready what is made when first used, such as patterns.
_ANYTHING = "1.\n"


class Worker:
    """Read one passage at a time and look for newer requests in between."""

    def __init__(self, source: BinaryIO, sink: BinaryIO, expected: str | None = None) -> None:
        """Use these streams; `expected` is the language to load first."""
        self._source = source
        self._sink = sink
        self._inbox: queue.SimpleQueue[protocol.Request] = queue.SimpleQueue()
        # The job to be served next is the last one.
        self._jobs: dict[int, Iterator[Passage]] = {}
        self._served = False
        self._idle = sorted(LANGUAGES, key=lambda lang: lang != expected)

    def run(self) -> None:
        """Serve until the window is gone."""
        threading.Thread(target=self._listen, daemon=True).start()
        from annotator.language import pipeline, reading

        pipeline.register()
        while True:
            while self._jobs or not self._inbox.empty():
                while not self._inbox.empty():
                    self._take(self._inbox.get(), reading.read)
                if self._jobs:
                    self._advance(next(reversed(self._jobs)))
            try:
                self._take(self._inbox.get(timeout=self._patience()), reading.read)
            except queue.Empty:
                list(reading.read(_ANYTHING, self._idle.pop(0)))

    def _patience(self) -> float | None:
        """Return how long to wait for a request before a language is loaded."""
        if not self._idle:
            return None
        return IDLE_SECONDS if self._served else 0.0

    def _listen(self) -> None:
        while (request := protocol.receive_request(self._source)) is not None:
            self._inbox.put(request)
        # The window closed or died: nobody waits for an answer any more.
        os._exit(0)

    def _take(
        self, request: protocol.Request, read: Callable[[str, str | None], Iterator[Passage]]
    ) -> None:
        match request:
            case Read(job, text, lang):
                self._served = True
                self._jobs[job] = read(text, lang)
            case Drop(job):
                self._jobs.pop(job, None)

    def _advance(self, job: int) -> None:
        answer: protocol.Answer
        try:
            answer = PassageRead(job, next(self._jobs[job]))
        except StopIteration:
            answer = Finished(job)
        except Exception as error:  # noqa: BLE001 - told to the person, and the next text is read
            log.write(error, PROCESS)
            answer = Failed(job, type(error).__name__, log.report(error))
        if not isinstance(answer, PassageRead):
            del self._jobs[job]
        protocol.send(self._sink, [answer])


def main(expected: Path | None = None) -> None:
    """Run the reading process on standard input and output."""
    log.watch(PROCESS)
    source, sink = protocol.private_streams()
    with contextlib.suppress(OSError, AttributeError):
        # It loads while the window starts, and on a busy machine the window comes first.
        os.nice(10)
    with seldom_collected():
        Worker(source, sink, guess_language(expected)).run()


def guess_language(file: Path | None) -> str | None:
    """Guess the language of a file that is about to be opened, None if unclear."""
    if file is None:
        return None
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
    except OSError:
        return None
    votes = vote(head.decode("utf-8", "ignore"))
    return votes[0][1] if votes else None


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
