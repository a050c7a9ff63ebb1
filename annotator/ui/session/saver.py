"""Save corpora when the person pauses, in a thread, so that no key ever waits for it."""

from datetime import datetime

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QRunnable,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
)

from annotator.core.errors import AnnotatorError
from annotator.storage.corpus import Corpus
from annotator.storage.snapshot import Saved, Snapshot
from annotator.ui.session.faults import unforeseen

PAUSE_MS = 2_000


class _Writing(QRunnable):
    def __init__(self, saver: "Saver", corpus: Corpus, snapshot: Snapshot) -> None:
        super().__init__()
        self._saver = saver
        self._corpus = corpus
        self._snapshot = snapshot

    def run(self) -> None:
        try:
            self._saver.written.emit(self._corpus, self._snapshot.write())
        except AnnotatorError as error:
            self._saver.written.emit(self._corpus, error)
        except Exception as error:  # noqa: BLE001 - the person is told, and the window continues
            self._saver.written.emit(self._corpus, unforeseen(error, "saving thread"))


class Saver(QObject):
    """Write a corpus some time after its last change, or at once on request."""

    saved = Signal(Corpus, datetime)
    failed = Signal(Corpus, AnnotatorError)

    written = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Corpus] = []
        self._writing: list[Corpus] = []
        self._held = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.save_now)
        self.written.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def save_soon(self, corpus: Corpus) -> None:
        """Save a corpus after a pause."""
        if corpus not in self._waiting:
            self._waiting.append(corpus)
        self._timer.start()

    def save_now(self) -> None:
        """Save every corpus that waits, in the background."""
        if self._held:
            return
        waiting, self._waiting = self._waiting, []
        for corpus in waiting:
            if corpus in self._writing:
                self.save_soon(corpus)
            elif corpus.unsaved and corpus.refusal is None:
                self._writing.append(corpus)
                self._pool.start(_Writing(self, corpus, corpus.snapshot()))

    def hold(self) -> None:
        """Finish the save in progress, and leave the files alone until they are released."""
        self._held += 1
        self._pool.waitForDone()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def release(self) -> None:
        """Resume saving."""
        self._held -= 1
        if self._waiting:
            self._timer.start()

    def settle(self) -> None:
        """Wait for the save in progress, and start no other."""
        self._timer.stop()
        self._waiting = []
        self._pool.waitForDone()

    def _take(self, corpus: Corpus, result: Saved | AnnotatorError) -> None:
        self._writing.remove(corpus)
        if isinstance(result, AnnotatorError):
            self.failed.emit(corpus, result)
        else:
            corpus.saved(result)
            self.saved.emit(corpus, datetime.now().astimezone())
