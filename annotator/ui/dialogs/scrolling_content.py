"""What scrolls in a dialog where the screen has no space for all of it."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QWidget

# The frame of a window, and what a desktop keeps for itself.
DESKTOP = QSize(16, 100)
# As much as the list of formats leaves beside it on a screen of 1280 pixels.
WIDEST = 960


class ScrollingContent(QScrollArea):
    """Show a layout at its full height where there is space, and scroll it elsewhere."""

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

    def minimumSizeHint(self) -> QSize:
        """Ask for the whole width, as far as the screen has it: only the height is scrolled."""
        width = self._content.minimumSizeHint().width()
        width += self.verticalScrollBar().sizeHint().width()
        return QSize(min(width, WIDEST), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another size when the content does, which Qt's own area never does."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def fit(dialog: QDialog, size: QSize) -> None:
    """Give a dialog `size`, or more if its content needs it, as far as the screen allows."""
    available = dialog.screen().availableSize() - DESKTOP
    dialog.resize(dialog.sizeHint().expandedTo(size).boundedTo(available))
