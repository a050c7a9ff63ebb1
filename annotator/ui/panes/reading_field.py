"""A read-only text field for keyboard and screen reader."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit


def reading_field(name: str) -> QPlainTextEdit:
    """Make a field with plain text; Tab leaves it, the arrow keys move in it."""
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
