"""Drive a modal dialog, and check the accessible names of its controls."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QKeySequenceEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
)


class Answers(QObject):
    """Act in each dialog that opens; an answer that leaves one open is given again later."""

    def __init__(self, *acts: Callable[[QDialog], None]) -> None:
        super().__init__()
        self._waiting = list(acts)
        self.faults: list[BaseException] = []
        self._timer = QTimer(self)
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not self._waiting or dialog.focusWidget() is None:
            return
        act = self._waiting.pop(0)
        if not self._waiting:
            self._timer.stop()
        try:
            act(dialog)
        except BaseException as fault:  # noqa: BLE001 - told by the test itself
            self.faults.append(fault)
            dialog.reject()

    def given(self) -> None:
        """Check that every answer was asked for and could be given."""
        self._timer.stop()
        for fault in self.faults:
            raise fault
        assert not self._waiting, "a dialog did not open"


def controls(dialog: QWidget) -> list[QWidget]:
    """Return the controls of a dialog that a person can use."""
    return [
        widget
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisibleTo(dialog)
        and widget.isEnabled()
        and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QKeySequenceEdit)
    ]


def nameless(dialog: QWidget) -> list[str]:
    """Return the controls a screen reader has no name for."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in controls(dialog)
        if not _name(widget)
    ]


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        # On some systems its name is what is chosen; there its label is related to it.
        labels = (other.text(QAccessible.Text.Name) for other, _ in interface.relations())
        return widget.accessibleName() or "".join(labels)
    return interface.text(QAccessible.Text.Name)


def unreached(dialog: QWidget) -> list[QWidget]:
    """Return the controls that Tab does not reach in one round."""
    reached = set()
    for _ in range(100):
        focus = dialog.focusWidget()
        assert focus is not None
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return [widget for widget in controls(dialog) if widget not in reached]
