"""The search field, and a search through a corpus of any size that never blocks the window."""

import threading

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.search import Query, finds_article, parse
from annotator.shelf import Place
from annotator.ui.session.desk import Desk

PAUSE_MS = 150
BATCH = 200


class _Looking(QThread):
    """Search articles one by one; matches come in batches."""

    found = Signal(object, list)

    def __init__(self, places: list[Place], query: Query, parent: QObject) -> None:
        super().__init__(parent)
        self._places = places
        self._query = query
        self.stop = threading.Event()

    def run(self) -> None:
        """Search until the end, or until the search is stopped."""
        rows: list[int] = []
        for row, place in enumerate(self._places):
            if self.stop.is_set():
                return
            try:
                if finds_article(self._query, place.corpus.peek(place.id)):
                    rows.append(row)
            except AnnotatorError:
                # Reported when the article is opened; it can't be searched.
                continue
            if row % BATCH == BATCH - 1:
                self.found.emit(self, rows)
                rows = []
        self.found.emit(self, rows)


class Search(QLineEdit):
    """Type words or fields; the lists show matches as they are found."""

    changed = Signal(Query)
    # None shows every article, a list only those rows.
    rows_found = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looking: _Looking | None = None
        self._rows: list[int] = []
        self.setPlaceholderText(self.tr("Search articles and claims  Ctrl F"))
        self.setToolTip(
            self.tr("Words, or label:official  source:name  note:word  state:done  lang:id")
        )
        self.setAccessibleName(self.tr("Search articles and claims"))
        self.setClearButtonEnabled(True)
        self.setFixedWidth(250)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.textChanged.connect(lambda _: self._pause.start())
        desk.opened.connect(self._look)

    def begin(self) -> None:
        """Put the caret here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the matches on Enter; show everything again on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def settle(self) -> None:
        """Stop the search."""
        self._pause.stop()
        if self._looking is not None:
            self._looking.stop.set()
            self._looking.wait()
            self._looking = None

    def _look(self) -> None:
        self.settle()
        query = parse(self.text())
        self._rows = []
        self.changed.emit(query)
        if query.empty:
            self.rows_found.emit(None)
            return
        self.rows_found.emit([])
        self._looking = _Looking(list(self._desk.shelf.places), query, self)
        self._looking.found.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._looking.start(QThread.Priority.LowPriority)

    def _take(self, looking: _Looking, rows: list[int]) -> None:
        if looking is self._looking and rows:
            self._rows += rows
            self.rows_found.emit(list(self._rows))
