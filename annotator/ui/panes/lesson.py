"""The first-run lesson: learn the program by doing, on an open article."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from annotator.core.article import Article
from annotator.core.changes import UNDO, Change
from annotator.ui.panes.plain_text import plain_label
from annotator.ui.session.desk import Desk


class Step(NamedTuple):
    """One step: its text, and a test if a change or a move completes it."""

    said: str
    done_by_change: Callable[[Change], bool] = lambda _: False
    done_by_move: bool = False


class Lesson(QFrame):
    """Show one step at a time above the page, and continue when it is done."""

    finished = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson")
        self._desk = desk
        self._at = 0
        self._focus = ""
        self._steps = self._make_steps()
        self._text = plain_label()
        self._text.setWordWrap(True)
        self._count = plain_label(name="meta")
        away = QPushButton(self.tr("I know this"))
        away.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        away.clicked.connect(self.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self._count)
        row.addWidget(away)
        desk.changed.connect(self._take_change)
        desk.focused.connect(self._take_move)
        self.hide()

    def begin(self) -> None:
        """Start with the first step."""
        self._at = 0
        self._focus = self._desk.focus or ""
        self._say()
        self.show()

    def end(self) -> None:
        """Close the lesson for good."""
        self.hide()
        self.finished.emit()

    def text(self) -> str:
        """Return the text shown."""
        return self._text.text()

    def _make_steps(self) -> list[Step]:
        return [
            Step(
                self.tr(
                    "The outlined claim is in focus; at the right you see who says it. "
                    "Press J to go to the next claim, K to go back."
                ),
                done_by_move=True,
            ),
            Step(
                self.tr(
                    "Who stands behind it? Press 1 if an institution of the state says it, "
                    "2 if someone else does, 3 if it is not certain."
                ),
                lambda change: change.did == "tag",
            ),
            Step(
                self.tr(
                    "After a label, the next open claim comes into focus. "
                    "Changed your mind? Press Ctrl+Z."
                ),
                lambda change: change.did.startswith(UNDO),
            ),
            Step(
                self.tr("Not a claim? Press X to remove it (Ctrl+Z brings it back)."),
                lambda change: change.did == "reject",
            ),
            Step(
                self.tr(
                    "Was a claim missed? Select its words, with the mouse or with Shift and "
                    "the arrow keys, and press C."
                ),
                lambda change: change.did == "create",
            ),
            Step(
                self.tr(
                    "That is all you need. Everything is on disk already, beside the article. "
                    "? shows all keys, G the guidelines."
                )
            ),
        ]

    def _take_change(self, article: Article, change: Change) -> None:
        if self._going_on() and self._steps[self._at].done_by_change(change):
            self._go_on()

    def _take_move(self, claim_id: str) -> None:
        # The first claim gets the focus without a key.
        moved = bool(self._focus) and claim_id not in ("", self._focus)
        self._focus = claim_id
        if moved and self._going_on() and self._steps[self._at].done_by_move:
            self._go_on()

    def _going_on(self) -> bool:
        return self.isVisible() and self._at < len(self._steps) - 1

    def _go_on(self) -> None:
        self._at += 1
        self._say()

    def _say(self) -> None:
        self._text.setText(self._steps[self._at].said)
        said = self.tr("{step} of {count}")
        self._count.setText(said.format(step=self._at + 1, count=len(self._steps)))
        self.setAccessibleName(self._text.text())
