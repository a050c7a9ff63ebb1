"""A range of a paragraph's lines, to be painted together.

A paragraph may be longer than the screen; its other lines and marks are not painted.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QTextBlock

# The outline of the claim in focus is this many pixels outside its lines.
OUTLINE = 4


class Lines(NamedTuple):
    """The lines from `first` up to `end` of a laid-out block.

    `origin` is where the block begins on the viewport; all of its lines are `height` high.
    """

    block: QTextBlock
    origin: QPointF
    height: float
    first: int
    end: int

    @classmethod
    def between(
        cls, block: QTextBlock, origin: QPointF, height: float, top: float, bottom: float
    ) -> "Lines":
        """Return the lines between two heights of the viewport, and one more on each side."""
        first = int((top - origin.y()) // height) - 1
        end = int((bottom - origin.y()) // height) + 2
        count = block.layout().lineCount()
        return cls(block, origin, height, max(0, first), max(0, min(end, count)))

    def holds(self, qt_start: int, qt_end: int) -> bool:
        """Return True if a stretch touches the block, on these lines or others."""
        position = self.block.position()
        return qt_start < position + self.block.length() and position <= qt_end

    def touched_by(self, qt_start: int, qt_end: int) -> "Lines":
        """Return the lines that contain a stretch, given in the text's UTF-16 units."""
        layout, position = self.block.layout(), self.block.position()
        if self.first >= self.end or not self.holds(qt_start, qt_end):
            return self._replace(end=self.first)
        last_unit = max(0, self.block.length() - 1)
        first = layout.lineForTextPosition(min(max(qt_start - position, 0), last_unit))
        last = layout.lineForTextPosition(min(max(qt_end - position, 0), last_unit))
        return self._replace(
            first=max(self.first, first.lineNumber() if first.isValid() else self.first),
            end=min(self.end, last.lineNumber() + 1 if last.isValid() else self.end),
        )

    def units(self) -> tuple[int, int]:
        """Return where the lines start and end in the text, in UTF-16 units."""
        position, layout = self.block.position(), self.block.layout()
        if self.first >= self.end:
            return position, position
        last = layout.lineAt(self.end - 1)
        start = layout.lineAt(self.first).textStart()
        return position + start, position + last.textStart() + last.textLength()

    def rectangle(self, width: int) -> QRect:
        """Return the rectangle of the lines on a viewport of a width, with margin and outline."""
        if self.first >= self.end:
            return QRect()
        line = self.block.layout().lineAt(self.first)
        # The letters are in the middle of their line.
        top = self.origin.y() + line.y() + (line.height() - self.height) / 2
        lines = QRectF(0, top, width, (self.end - self.first) * self.height)
        return lines.adjusted(0, -OUTLINE, 0, OUTLINE).toAlignedRect()
