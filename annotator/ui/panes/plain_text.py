"""Show texts from files as plain text, never as HTML."""

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel

from annotator.ui.page.display import display


def plain_label(text: str = "", name: str = "") -> QLabel:
    """Make a label that shows plain text only; Qt would read what looks like HTML as such."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label


def plain_tip(text: str) -> str:
    """Return a tool tip that shows plain text."""
    return GuiQt.convertFromPlainText(shown(text)) if text else ""


def shown(text: str) -> str:
    """Return a text in one line with its control characters made visible."""
    return " ".join(display(text).split())
