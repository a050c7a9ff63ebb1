"""Run long work in a separate thread, with progress, a result, and a way to stop it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, Qt, QThreadPool, Signal

from annotator.core.errors import AnnotatorError, StoppedError
from annotator.ui.session.faults import unforeseen

# Seconds between two progress reports to the window.
PACE = 0.1

Task = Callable[[Callable[[], None]], object]


class BackgroundTask(QObject):
    """Run one task at a time; it calls the given function at every step, and can stop there."""

    progressed = Signal(int)
    # The task's result, or the error it raised: StoppedError if it was stopped.
    ended = Signal(object)

    _ran = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.busy = False
        self.stopped = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._ran.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self, task: Task) -> None:
        """Begin a task; the last one must have ended."""
        assert not self.busy
        self.busy, self.stopped = True, False
        self._pool.start(_Run(self, task))

    def stop(self) -> None:
        """Ask the task to stop at its next step."""
        self.stopped = True

    def settle(self) -> None:
        """Stop, wait for the thread, and report the result."""
        self.stop()
        self._pool.waitForDone()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def leave_to(self, owner: QObject | None) -> None:
        """Stop without waiting or reporting; the thread ends when it can."""
        self.stop()
        self.ended.disconnect()
        if self.busy:
            self.setParent(owner)
            self.ended.connect(self.deleteLater)

    def run(self, task: Task) -> None:
        """Run a task in the current thread and report the result."""
        steps, said_at = 0, time.monotonic()

        def tick() -> None:
            nonlocal steps, said_at
            if self.stopped:
                raise StoppedError
            steps += 1
            now = time.monotonic()
            if now - said_at > PACE:
                said_at = now
                self.progressed.emit(steps)

        result: object
        try:
            result = task(tick)
        except AnnotatorError as error:
            result = error
        except Exception as error:  # noqa: BLE001 - the person is told, and the window continues
            result = unforeseen(error, "background task")
        self._ran.emit(result)

    def _end(self, result: object) -> None:
        self.busy = False
        self.ended.emit(result)


class _Run(QRunnable):
    def __init__(self, work: BackgroundTask, task: Task) -> None:
        super().__init__()
        self._work = work
        self._task = task

    def run(self) -> None:
        self._work.run(self._task)
