"""Lay out the page's paragraphs: one column, generous lines, furniture folded.

QPlainTextDocumentLayout has no line height or paragraph spacing, but it lays a block out
only if it has no lines yet. So each block is laid out here, when it is first needed, and
everything else (scrolling, selection, caret, copying, screen readers) is left to Qt.
docs/decisions/0002 has the figures.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout

LINE_HEIGHT = 1.62
PARAGRAPH_GAP = 0.62
HEADLINE = 1.42
# Space above the first line for the outline of a claim.
TOP = 6.0
ONE_LINE = 1_000_000.0

# The spans of a block to emphasise, as (start, length, bold, italic) in UTF-16 units.
Emphasis = Callable[[QTextBlock], list[tuple[int, int, bool, bool]]]


class PageLayout(QPlainTextDocumentLayout):
    """Lay paragraphs out in a column of `width` that starts at `left`."""

    def __init__(self, document: QTextDocument, emphasis: Emphasis) -> None:
        super().__init__(document)
        self._emphasis = emphasis
        self._telling = False
        self._text_height = 0.0
        self.measure_font()
        self.left = 0.0
        self.width = 600.0
        self.headline = -1
        # Blocks that represent a run of folded furniture, by block number.
        self.folds: dict[int, int] = {}

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Lay the block out if needed, before Qt's own layout does."""
        if not block.isValid() or not block.isVisible():
            return QRectF()
        layout = block.layout()
        if layout.lineCount() == 0:
            self._lay_out(block, layout)
        lines = layout.boundingRect()
        gap = self.line_height(block) * (PARAGRAPH_GAP if block.length() > 1 else 0)
        return QRectF(0, 0, self.left + self.width, lines.bottom() + gap)

    def line_height(self, block: QTextBlock) -> float:
        """Return the height a line of the block takes, in pixels."""
        scale = HEADLINE * 0.86 if block.blockNumber() == self.headline else 1.0
        return round(self._text_height * LINE_HEIGHT / 1.36 * scale)

    def measure_font(self) -> None:
        """Keep the document's font metrics, which every line needs."""
        metrics = QFontMetricsF(self.document().defaultFont())
        self._text_height = metrics.ascent() + metrics.descent()

    def _lay_out(self, block: QTextBlock, layout: QTextLayout) -> None:
        folded = block.blockNumber() in self.folds
        layout.setFormats(self._formats(block, folded=folded))
        option = QTextOption(self.document().defaultTextOption())
        # A paragraph in Arabic or Hebrew begins at the right.
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        height = self.line_height(block)
        layout.beginLayout()
        top = 0.0 if block.blockNumber() else TOP
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(ONE_LINE if folded else self.width)
            line.setPosition(QPointF(self.left, top + (height - line.height()) / 2))
            top += height
            count += 1
        layout.endLayout()
        if block.lineCount() != max(1, count):
            block.setLineCount(max(1, count))
            self._tell_size()

    def _tell_size(self) -> None:
        """Update the scroll bar: it counts lines, and a block never seen as one line."""
        if not self._telling:
            self._telling = True
            self.documentSizeChanged.emit(self.documentSize())
            self._telling = False

    def _formats(self, block: QTextBlock, *, folded: bool) -> list[QTextLayout.FormatRange]:
        font = self.document().defaultFont()
        if folded:
            hidden = QTextCharFormat()
            hidden.setForeground(Qt.GlobalColor.transparent)
            return [_format_range(0, block.length(), hidden)]
        if block.blockNumber() == self.headline:
            large = QFont(font)
            large.setPixelSize(round(font.pixelSize() * HEADLINE))
            large.setBold(True)
            heading = QTextCharFormat()
            heading.setFont(large)
            return [_format_range(0, block.length(), heading)]
        text = block.text()
        return [
            _format_range(
                start, length, _emphasised(font, text[start : start + length], bold, italic)
            )
            for start, length, bold, italic in self._emphasis(block)
        ]


def _format_range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    formatted = QTextLayout.FormatRange()
    formatted.start = start
    formatted.length = length
    formatted.format = style
    return formatted


def _emphasised(font: QFont, text: str, bold: bool, italic: bool) -> QTextCharFormat:  # noqa: FBT001
    """Set bold or italic text in the width of plain text, so that line breaks don't move."""
    emphasised = QFont(font)
    emphasised.setBold(bold)
    emphasised.setItalic(italic)
    surplus = QFontMetricsF(emphasised).horizontalAdvance(text)
    surplus -= QFontMetricsF(font).horizontalAdvance(text)
    emphasised.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -surplus / max(1, len(text)))
    style = QTextCharFormat()
    style.setFont(emphasised)
    return style
