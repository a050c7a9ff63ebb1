"""The person's note on the claim in focus, and evidence for or against it.

Each takes one line. While it is written, the note covers the panes below and moves nothing.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator.core.spans import Evidence
from annotator.ui.page.shapes import EVIDENCE, NOTE, draw_sign
from annotator.ui.panes.elided_label import ElidedLabel
from annotator.ui.panes.plain_text import plain_tip, shown
from annotator.ui.session.desk import Desk

PAUSE_MS = 800
ROW = 29
# The height of the note while it is written: four lines.
OPEN_HEIGHT = 88


class Notes(QWidget):
    """Show and edit a note and evidence; a note is saved when typing pauses."""

    note_written = Signal(str)
    # A request to open, edit or add evidence of the claim in focus.
    evidence_clicked = Signal(QPoint)
    left = Signal()

    def __init__(self, desk: Desk, pane: QWidget) -> None:
        """`pane` is the pane that the note grows over while it is written."""
        super().__init__(pane)
        self._desk = desk
        self._pane = pane
        self._shown: str | None = None
        self.note = QPlainTextEdit(pane)
        self.note.setObjectName("note")
        self.note.setPlaceholderText(self.tr("Write a note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note.installEventFilter(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.note.textChanged.connect(self._pause.start)
        self.evidence = QPushButton()
        self.evidence.setObjectName("evidence")
        self.evidence.clicked.connect(
            lambda _: self.evidence_clicked.emit(
                self.evidence.mapToGlobal(QPoint(0, self.evidence.height()))
            )
        )
        self._link = ElidedLabel("evidenceLink")
        inner = QHBoxLayout(self.evidence)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._place = QWidget()
        self._place.installEventFilter(self)
        column.addWidget(self._row(NOTE, self.tr("Note"), self._place, "N"))
        column.addWidget(self._row(EVIDENCE, self.tr("Evidence"), self.evidence, "L"))
        self.setFixedHeight(2 * ROW)
        desk.leaving.connect(self.keep)
        desk.focused.connect(lambda _: self._show())
        desk.changed.connect(lambda *_: self._follow())
        self._show()

    def write_note(self) -> None:
        """Put the caret into the note."""
        if self.note.isEnabled():
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            cursor = self.note.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.note.setTextCursor(cursor)

    def keep(self) -> None:
        """Save the typed note, for the claim it was typed for."""
        self._pause.stop()
        claim = self._desk.claim()
        if claim is not None and claim.id == self._shown:
            typed = self.note.toPlainText().strip()
            if typed != (claim.note or ""):
                self.note_written.emit(typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save the note when it loses focus; Escape and Ctrl+Enter go back to the page."""
        if watched is self._place:
            if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
                self.place_note(open_=self.note.hasFocus())
            return False
        if event.type() == QEvent.Type.FocusIn:
            self.place_note(open_=True)
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
            self.place_note(open_=False)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() == Qt.Key.Key_Escape or (enter and control):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the note in its row."""
        super().resizeEvent(event)
        self.place_note(open_=self.note.hasFocus())

    def moveEvent(self, event: QMoveEvent) -> None:
        """Move the note along."""
        super().moveEvent(event)
        self.place_note(open_=self.note.hasFocus())

    def place_note(self, *, open_: bool) -> None:
        """Place the note in its row; while it is written, over the panes below too."""
        corner = self._place.mapTo(self._pane, QPoint(0, 0))
        height = OPEN_HEIGHT if open_ else ROW - 3
        self.note.setGeometry(QRect(corner, self._place.size()).adjusted(0, 1, 0, 0))
        self.note.resize(self._place.width(), height)
        self.note.raise_()
        if not open_:
            self.note.verticalScrollBar().setValue(0)

    def _row(self, sign: str, name: str, value: QWidget, key: str) -> QWidget:
        row = QWidget()
        row.setObjectName("noteRow")
        row.setFixedHeight(ROW)
        line = QHBoxLayout(row)
        line.setContentsMargins(16, 0, 14, 1)
        line.setSpacing(8)
        label = ElidedLabel("fieldName")
        label.setText(name)
        label.setFixedWidth(max(60, label.sizeHint().width()))
        line.addWidget(_Sign(sign))
        line.addWidget(label)
        line.addWidget(value, 1)
        cap = ElidedLabel("keyCap")
        cap.setText(key)
        line.addWidget(cap)
        return row

    def _show(self) -> None:
        claim = self._desk.claim()
        self._shown = claim.id if claim else None
        self.note.setEnabled(claim is not None)
        self.evidence.setEnabled(claim is not None)
        self.note.blockSignals(True)  # noqa: FBT003 - Qt's own name
        self.note.setPlainText(claim.note or "" if claim else "")
        self.note.blockSignals(False)  # noqa: FBT003
        self._list(claim.evidence if claim else ())

    def _follow(self) -> None:
        """Follow a change, but not while someone is typing."""
        claim = self._desk.claim()
        if self.note.hasFocus() and claim is not None and claim.id == self._shown:
            self._list(claim.evidence)
        else:
            self._show()

    def _list(self, evidence: tuple[Evidence, ...]) -> None:
        """Name the first piece of evidence, and say how many more there are."""
        first = " · ".join(part for part in map(shown, _parts(evidence)) if part)
        more = f" +{len(evidence) - 1}" if len(evidence) > 1 else ""
        said = first + more if evidence else self.tr("Add evidence")
        self._link.setText(said)
        self._link.setEnabled(bool(evidence))
        font = self._link.font()
        font.setUnderline(bool(evidence))
        self._link.setFont(font)
        self.evidence.setAccessibleName(f"{self.tr('Evidence')}: {said}")
        whole = "\n".join(
            " · ".join(part for part in (x.title, x.link, x.date, x.remark) if part)
            for x in evidence
        )
        self._link.setToolTip(plain_tip(whole))


class _Sign(QWidget):
    """A sign in the colour of the text beside it."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self._sign = sign
        self.setFixedSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        colour = self.palette().color(self.foregroundRole())
        draw_sign(QPainter(self), self._sign, colour, QPointF(8, 8), 13)


def _parts(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    return (evidence[0].title, evidence[0].link) if evidence else ()
