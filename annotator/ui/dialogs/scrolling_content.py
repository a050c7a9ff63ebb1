"""What scrolls in a dialog where the screen has no space for all of it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QWidget

# The frame of a window, and what a desktop keeps for itself.
DESKTOP = QSize(16, 100)


class ScrollingContent(QScrollArea):
    """Show a layout at its full size where there is space, and scroll it elsewhere."""

    def __init__(self, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = QWidget()
        self._content.setLayout(layout)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def sizeHint(self) -> QSize:
        """Ask for the size of the whole content, and a scroll bar beside it."""
        return self._content.sizeHint() + QSize(self.verticalScrollBar().sizeHint().width(), 0)


def fit(dialog: QDialog, size: QSize) -> None:
    """Give a dialog `size`, or more if its content needs it, as far as the screen allows."""
    available = dialog.screen().availableSize() - DESKTOP
    dialog.resize(dialog.sizeHint().expandedTo(size).boundedTo(available))
