"""The window's side of the reading process: it sends texts, and passages come back as signals."""

import subprocess
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from annotator import log
from annotator.core.decisions import Passage
from annotator.language import protocol
from annotator.language.protocol import Answer, Drop, Failed, Finished, PassageRead, Read

MAX_RESTARTS = 3

Process = subprocess.Popen[bytes]


class ReadingProcess(QObject):
    """Request reading; a process that dies is restarted for the next text."""

    passage_read = Signal(int, Passage)
    finished = Signal(int)
    # The job, the reason, and a report for developers, "" if there is none.
    failed = Signal(int, str, str)

    _answered = Signal(object, object)
    _ended = Signal(object)

    def __init__(
        self,
        launch: Callable[[], Process],
        process: Process | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Use a running process, or start one for the first text."""
        super().__init__(parent)
        self._launch = launch
        self._process: Process | None = None
        self._jobs: set[int] = set()
        self._last_job = 0
        self._restarts = 0
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._take_end, Qt.ConnectionType.QueuedConnection)
        if process is not None:
            self._attach(process)

    def read(self, text: str, lang: str | None = None) -> int:
        """Ask for a text to be read and return the number of the job."""
        self._last_job += 1
        job = self._last_job
        self._jobs.add(job)
        if self._process is None:
            if self._restarts > MAX_RESTARTS:
                self._fail(job, self.tr("the reading process stopped too often"))
                return job
            self._attach(self._launch())
        self._send(Read(job, text, lang))
        return job

    def drop(self, job: int) -> None:
        """Cancel the reading of a text."""
        if job in self._jobs:
            self._jobs.discard(job)
            self._send(Drop(job))

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        self._jobs.clear()
        if process is not None:
            process.terminate()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()

    def _attach(self, process: Process) -> None:
        self._process = process
        threading.Thread(target=self._listen, args=(process,), daemon=True).start()

    def _listen(self, process: Process) -> None:
        assert process.stdout is not None
        try:
            while (answer := protocol.receive_answer(process.stdout)) is not None:
                self._answered.emit(process, answer)
            self._ended.emit(process)
        except (ValueError, OSError, RuntimeError):
            # The window closed the stream, or is gone itself: there is nobody to tell.
            return

    def _send(self, request: Read | Drop) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            protocol.send(self._process.stdin, [request])
        except OSError:
            # The process died; its end is reported by the listening thread.
            return

    def _take(self, process: Process, answer: Answer) -> None:
        if process is not self._process or answer.job not in self._jobs:
            return
        match answer:
            case PassageRead(job, passage):
                self.passage_read.emit(job, passage)
            case Finished(job):
                self._jobs.discard(job)
                self.finished.emit(job)
            case Failed(job, reason, report):
                self._fail(job, reason, report)

    def _take_end(self, process: Process) -> None:
        if process is not self._process:
            return
        self._process = None
        self._restarts += 1
        code = process.wait()
        report = f"{log.versions()}\nThe reading process ended with code {code}."
        log.write_text(report, "window")
        for job in sorted(self._jobs):
            said = self.tr("the reading process ended (code {code})").format(code=code)
            self._fail(job, said, report)

    def _fail(self, job: int, reason: str, report: str = "") -> None:
        self._jobs.discard(job)
        self.failed.emit(job, reason, report)
