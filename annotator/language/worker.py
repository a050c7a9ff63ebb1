"""The reading process: texts come in, passages go out, the newest text first."""

import contextlib
import os
import queue
import threading
from collections.abc import Callable, Iterator
from typing import BinaryIO

from annotator import log
from annotator.core.decisions import Passage
from annotator.language import protocol
from annotator.language.protocol import Drop, Failed, Finished, PassageRead, Read

# Made ready while nothing else is to be done, and not right behind the first article: the
# next one may follow at once.
LANGUAGES = ("id", "en")
IDLE_SECONDS = 1.0
PROCESS = "reading process"


class Worker:
    """Read one passage at a time and look for newer requests in between."""

    def __init__(self, source: BinaryIO, sink: BinaryIO) -> None:
        self._source = source
        self._sink = sink
        self._inbox: queue.SimpleQueue[protocol.Request] = queue.SimpleQueue()
        # The job to be served next is the last one.
        self._jobs: dict[int, Iterator[Passage]] = {}
        self._served = False

    def run(self) -> None:
        """Serve until the window is gone."""
        threading.Thread(target=self._listen, daemon=True).start()
        from annotator.language import pipeline, reading

        idle = list(LANGUAGES)
        while True:
            while self._jobs or not self._inbox.empty():
                while not self._inbox.empty():
                    self._take(self._inbox.get(), reading.read)
                if self._jobs:
                    self._advance(next(reversed(self._jobs)))
            # Nothing to read: wait, and get ready for an article in the other language.
            waiting = IDLE_SECONDS if self._served and idle else None
            try:
                self._take(self._inbox.get(timeout=waiting), reading.read)
            except queue.Empty:
                pipeline.load(idle.pop(0))

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
            answer = Failed(job, f"{type(error).__name__}: {error}")
        if not isinstance(answer, PassageRead):
            del self._jobs[job]
        protocol.send(self._sink, [answer])


def main() -> None:
    """Run the reading process on standard input and output."""
    log.watch(PROCESS)
    source, sink = protocol.private_streams()
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)
    Worker(source, sink).run()


if __name__ == "__main__":
    main()
