"""The page: the article's text, its marks, the caret and the selection."""

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from annotator.core.claim_navigation import innermost
from annotator.core.scheme import Scheme
from annotator.core.spans import Span
from annotator.core.words import snap
from annotator.ui.page.marked_text import MarkedText
from annotator.ui.page.scrolling import keeping_place
from annotator.ui.theme import Theme


class Page(MarkedText):
    """Let a person point, select and copy; the Desk decides what follows."""

    claim_pointed = Signal(str)
    # A menu was requested at this place of the screen, for the selection or the caret.
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(theme, scheme, parent)
        self._painter.say_folded = self._say_folded
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptDrops(False)
        self.setAccessibleName(self.tr("Article"))

    # Caret and selection

    def selection(self) -> Span | None:
        """Return the selected stretch of the article's text, None if nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._offsets.span_from_qt(cursor.selectionStart(), cursor.selectionEnd())

    def selection_or_caret(self) -> Span:
        """Return the selected stretch, or an empty one at the caret."""
        return self.selection() or Span(self.caret(), self.caret())

    def show_place(self, position: int) -> None:
        """Scroll to a place of the text and put the caret there."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_qt(position))
        self.setTextCursor(cursor)
        self._leave_room_below()

    def caret(self) -> int:
        """Return the caret's position in the article's text."""
        return self._offsets.from_qt(self.textCursor().position())

    def drop_selection(self) -> None:
        """Leave the caret where it is and select nothing."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)

    # Qt's own

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show, while dragging, the whole words that will be selected."""
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._painter.preview = self._snapped(event)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select whole words; a click without a selection points to the claim under it."""
        super().mouseReleaseEvent(event)
        snapped, self._painter.preview = self._snapped(event), None
        if snapped is not None:
            self._select(snapped)
        if self._article is None or self.textCursor().hasSelection():
            return
        cursor = self.cursorForPosition(event.position().toPoint())
        with keeping_place(self):
            opened = self._folding.open_at(cursor.block())
            if opened:
                self._relay()
        if opened:
            return
        offset = self._offsets.from_qt(cursor.position())
        claim = innermost(self._article.claims, offset)
        if claim is not None:
            self.claim_pointed.emit(claim.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu; a right click without a selection puts the caret where it was."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and not self.textCursor().hasSelection() and self._article is not None:
            cursor = self.cursorForPosition(event.pos())
            claim = innermost(self._article.claims, self._offsets.from_qt(cursor.position()))
            if claim is not None:
                self.claim_pointed.emit(claim.id)
            self.setTextCursor(cursor)
        at = self.cursorRect().bottomLeft() if not by_mouse else event.pos()
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the article's own text, not what the widget made of it."""
        # Qt's own object is filled again: one made in Python would outlive Python on the
        # clipboard, and crash the program as it ends.
        data = super().createMimeDataFromSelection()
        data.text()
        data.clear()
        selection = self.selection()
        if self._article is not None and selection is not None:
            data.setText(self._article.slice(selection))
        return data

    # Inside

    def _say_folded(self, lines: int) -> str:
        if lines == 1:
            return " ▸ " + self.tr("page furniture")
        return " ▸ " + self.tr("page furniture, %Ln lines", "", lines)

    def _snapped(self, event: QMouseEvent) -> Span | None:
        """Return the whole words around the selection; with Alt, the exact selection."""
        selection = self.selection()
        if selection is None or self._article is None:
            return None
        exactly = event.modifiers() & Qt.KeyboardModifier.AltModifier
        snapped = selection if exactly else snap(self._article.text, selection)
        return snapped if snapped.start < snapped.end else None

    def _select(self, span: Span) -> None:
        """Select a span, the caret where it was: at its end, or at its start if dragged back."""
        cursor = self.textCursor()
        start, end = self._offsets.to_qt(span.start), self._offsets.to_qt(span.end)
        forwards = cursor.position() > cursor.anchor()
        cursor.setPosition(start if forwards else end)
        cursor.setPosition(end if forwards else start, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
