"""A field of text to be read, also by keyboard and screen reader."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit


def reading_field(name: str) -> QPlainTextEdit:
    """Make a field that shows plain text; Tab goes on, the arrow keys go through it."""
    field = QPlainTextEdit()
    field.setReadOnly(True)
    field.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    field.setTabChangesFocus(True)
    field.setAccessibleName(name)
    field.setObjectName("shown")
    return field
