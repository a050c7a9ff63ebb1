"""What a person knows of the claim in focus: a note, and evidence for or against it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.spans import Evidence
from annotator.ui.panes.plain_text import plain_label, plain_tip, shown
from annotator.ui.session.desk import Desk

PAUSE_MS = 800


class Notes(QWidget):
    """Show and take a note and evidence; a note is kept when the typing pauses."""

    note_written = Signal(str)
    evidence_given = Signal(Evidence)
    evidence_removed = Signal(Evidence)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: str | None = None
        self.note = QPlainTextEdit()
        self.note.setObjectName("note")
        self.note.setPlaceholderText(self.tr("Note (N)"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(46)
        self.note.installEventFilter(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.note.textChanged.connect(self._pause.start)
        self._evidence = QVBoxLayout()
        self._evidence.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.note)
        column.addLayout(self._evidence)
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
        """Give what was typed away, to the claim it was typed for."""
        self._pause.stop()
        claim = self._desk.claim()
        if claim is not None and claim.id == self._shown:
            typed = self.note.toPlainText().strip()
            if typed != (claim.note or ""):
                self.note_written.emit(typed)

    def ask_evidence(self) -> None:
        """Ask for a link, a title, a date and a remark."""
        if self._desk.claim() is None:
            return
        dialog = EvidenceDialog(self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.evidence() is not None:
            self.evidence_given.emit(dialog.evidence())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the note keeps it; Escape and Ctrl+Enter go back to the page."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() == Qt.Key.Key_Escape or (enter and control):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        claim = self._desk.claim()
        self._shown = claim.id if claim else None
        self.note.setEnabled(claim is not None)
        self.note.blockSignals(True)  # noqa: FBT003 - Qt's own name
        self.note.setPlainText(claim.note or "" if claim else "")
        self.note.blockSignals(False)  # noqa: FBT003
        self._list(claim.evidence if claim else ())

    def _follow(self) -> None:
        """Follow a change, but never under the hands of someone who is typing."""
        claim = self._desk.claim()
        if self.note.hasFocus() and claim is not None and claim.id == self._shown:
            self._list(claim.evidence)
        else:
            self._show()

    def _list(self, evidence: tuple[Evidence, ...]) -> None:
        while (item := self._evidence.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for piece in evidence:
            self._evidence.addWidget(self._row(piece))

    def _row(self, piece: Evidence) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        parts = (piece.title or piece.link, piece.date)
        said = plain_label(" · ".join(shown(part) for part in parts if part))
        said.setToolTip(plain_tip(" · ".join(p for p in (piece.link, piece.remark) if p)))
        said.setWordWrap(True)
        remove = QPushButton("×")
        remove.setObjectName("remove")
        remove.setAccessibleName(self.tr("Remove this evidence"))
        remove.setFixedWidth(22)
        remove.clicked.connect(lambda: self.evidence_removed.emit(piece))
        line.addWidget(said, 1)
        line.addWidget(remove)
        return row


class EvidenceDialog(QDialog):
    """Ask for one piece of evidence; nothing is fetched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Evidence"))
        self.setMinimumWidth(460)
        self._link = QLineEdit()
        self._link.setPlaceholderText(self.tr("Address, or the number of a document"))
        self._title, self._date, self._remark = QLineEdit(), QLineEdit(), QLineEdit()
        self._date.setPlaceholderText("2026-11-23")
        form = QFormLayout(self)
        form.addRow(self.tr("Link"), self._link)
        form.addRow(self.tr("Title"), self._title)
        form.addRow(self.tr("Date"), self._date)
        form.addRow(self.tr("Remark"), self._remark)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def evidence(self) -> Evidence | None:
        """Return what was given, None if there is neither link nor title."""
        link, title = self._link.text().strip(), self._title.text().strip()
        if not link and not title:
            return None
        return Evidence(link, title, self._date.text().strip(), self._remark.text().strip())
