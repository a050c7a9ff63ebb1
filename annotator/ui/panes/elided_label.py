"""A label of a few lines: longer text ends in "…" and is whole in the tool tip."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.ui.panes.plain_text import plain_tip


class ElidedLabel(QLabel):
    """Show plain text; the widget never asks for more space than it has."""

    def __init__(self, name: str = "", lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.lines = lines

    def setText(self, text: str) -> None:
        """Show a text, and keep the whole of it for the tool tip and screen readers."""
        super().setText(text)
        self.setToolTip(plain_tip(text))

    def sizeHint(self) -> QSize:
        """Ask for the width of the whole text, in as many lines as are shown."""
        margins = self.contentsMargins()
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + 2
        height = self.lines * self._line_height() + margins.top() + margins.bottom()
        return QSize(round(width) + margins.left() + margins.right(), round(height))

    def minimumSizeHint(self) -> QSize:
        """Accept any width."""
        return QSize(12, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another height when the letters change."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def shown_lines(self) -> list[str]:
        """Return the lines as they are painted."""
        room = float(self.contentsRect().width())
        metrics = QFontMetricsF(self.font())
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        found: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, room))
            start, end = line.textStart(), line.textStart() + line.textLength()
            if len(found) == self.lines - 1:
                rest = self.text()[start:]
                found.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room))
                break
            found.append(self.text()[start:end])
        layout.endLayout()
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines from the top, one line in the middle."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        box = self.contentsRect()
        metrics = QFontMetricsF(self.font())
        height = self._line_height()
        if self.objectName() == "quote":
            painter.fillRect(0, 0, 3, self.height(), painter.pen().color())
        lines = self.shown_lines()
        free = (box.height() - self.lines * height) / 2
        for number, line in enumerate(lines):
            middle = box.top() + free + (number + 0.5) * height
            baseline = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(box.left(), baseline), line)
        painter.end()

    def _line_height(self) -> float:
        return round(QFontMetricsF(self.font()).height() * 1.12)
