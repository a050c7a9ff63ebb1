"""Paint around Qt's text: tints below it, rules and outlines above."""

from collections.abc import Callable, Iterator
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextLine,
)

from annotator.core.offsets import OffsetMap
from annotator.core.scheme import Label, Scheme
from annotator.core.spans import Claim, Span
from annotator.ui.page.lines import Lines
from annotator.ui.page.mark_index import MarkIndex, Stretch
from annotator.ui.page.page_layout import PageLayout
from annotator.ui.page.shapes import WARNING, draw_shape, draw_sign
from annotator.ui.theme import Theme

MARGIN_SHAPE = 10.0
NESTED_INSET = 4.0


class PagePainter:
    """Paint the marks on some lines of one block at a time."""

    def __init__(self, theme: Theme, scheme: Scheme, layout: PageLayout) -> None:
        self.theme = theme
        self.scheme = scheme
        self.layout = layout
        self.offsets = OffsetMap("")
        self.marks: MarkIndex | None = None
        self.focus: str | None = None
        # The whole words that a drag will select.
        self.preview: Span | None = None
        # Each claim's number on the page, by its id.
        self.numbers: dict[str, int] = {}
        # The text after a folded run's first words, by its number of lines.
        self.say_folded: Callable[[int], str] = str
        # Returns True if a check found something odd about a claim.
        self.is_odd: Callable[[Claim], bool] = lambda _: False

    def below(self, painter: QPainter, lines: Lines) -> None:
        """Paint the tints of claim contents; one on top of a longer one is less high."""
        seen = [s for s in self._stretches(lines) if s.role == "content"]
        # The depth of a tint counts the tints below it, also outside these lines.
        around = self._around(seen)
        painted: list[Stretch] = []
        for stretch in sorted(around, key=lambda s: s.start - s.end):
            label = self._label(self._claim(stretch))
            depth = sum(s.start < stretch.end and stretch.start < s.end for s in painted)
            inset = min(depth, 3) * NESTED_INSET
            for box in self._boxes(lines, stretch):
                box.adjust(0, inset, 0, -inset)
                painter.fillRect(box, self.theme.tint(label.colour if label else None))
                if label is None:
                    self._rule(painter, box, QColor(self.theme.neutral_rule), dotted=True)
            painted.append(stretch)

    def above(self, painter: QPainter, lines: Lines) -> None:
        """Paint rules, waves, the claim in focus and the margin."""
        if self.marks is None:
            return
        if lines.block.blockNumber() in self.layout.folds:
            self._folded(painter, lines)
            return
        stretches = self._stretches(lines)
        for stretch in stretches:
            match stretch.role:
                case "entity":
                    self._entity(painter, lines, stretch)
                case "hedge":
                    for box in self._boxes(lines, stretch):
                        self._wave(painter, box)
        self._dim_zones(painter, lines)
        self._focus(painter, lines, stretches)
        self._margin(painter, lines, stretches)
        if self.preview is not None:
            painter.setPen(QPen(QColor(self.theme.accent), 1.4, Qt.PenStyle.DashLine))
            painter.drawPath(self.outline(lines, (self.preview.start, self.preview.end)))

    def outline(self, lines: Lines, stretch: Stretch | tuple[int, int]) -> QPainterPath:
        """Return the outline around a stretch's boxes on these lines."""
        path = QPainterPath()
        for box in self._boxes(lines, stretch):
            piece = QPainterPath()
            piece.addRoundedRect(box.adjusted(-3, -1, 3, 1), 4, 4)
            path = path.united(piece)
        return path

    def _stretches(self, lines: Lines) -> list[Stretch]:
        if self.marks is None or lines.block.blockNumber() in self.layout.folds:
            return []
        span = self.offsets.span_from_qt(*lines.units())
        return self.marks.between(span.start, span.end)

    def _around(self, seen: list[Stretch]) -> list[Stretch]:
        """Return the contents of claims that touch any of those seen."""
        if self.marks is None or not seen:
            return []
        start, end = min(s.start for s in seen), max(s.end for s in seen)
        return [s for s in self.marks.between(start, end) if s.role == "content"]

    def _claim(self, stretch: Stretch) -> Claim:
        assert self.marks is not None
        return self.marks.claims[stretch.id]

    def _label(self, claim: Claim) -> Label | None:
        return self.scheme.label(claim.label) if claim.label else None

    def _boxes(self, lines: Lines, stretch: Stretch | tuple[int, int]) -> Iterator[QRectF]:
        """Yield the boxes of a stretch, one for each line, as high as the line."""
        qt_start, qt_end = self.offsets.to_qt(stretch[0]), self.offsets.to_qt(stretch[1])
        block, origin, height, first_line, end_line = lines.touched_by(qt_start, qt_end)
        start, end = qt_start - block.position(), qt_end - block.position()
        layout = block.layout()
        for number in range(first_line, end_line):
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            left, right = _x(line, first), _x(line, last)
            # A space at the line's end may extend past the column; marks don't.
            right = min(right, line.naturalTextRect().right())
            middle = origin.y() + line.y() + line.height() / 2
            yield QRectF(
                origin.x() + min(left, right), middle - height / 2, abs(right - left), height - 1
            )

    def _entity(self, painter: QPainter, lines: Lines, stretch: Stretch) -> None:
        assert self.marks is not None
        colour = self.theme.entity(self.marks.entities[stretch.id].label)
        for box in self._boxes(lines, stretch):
            self._rule(painter, box, colour)

    @staticmethod
    def _rule(painter: QPainter, box: QRectF, colour: QColor, *, dotted: bool = False) -> None:
        style = Qt.PenStyle.DotLine if dotted else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 1.0 if dotted else 1.8, style))
        y = box.bottom() - (0.5 if dotted else 3)
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _wave(self, painter: QPainter, box: QRectF) -> None:
        path = QPainterPath(QPointF(box.left(), box.bottom() - 3))
        x, up = box.left(), True
        while x < box.right():
            step = min(4.0, box.right() - x)
            y = box.bottom() - 3
            path.quadTo(x + step / 2, y + (-3.2 if up else 3.2), x + step, y)
            x, up = x + 4.0, not up
        painter.setPen(QPen(self.theme.ink("vermillion"), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _dim_zones(self, painter: QPainter, lines: Lines) -> None:
        assert self.marks is not None
        veil = QColor(self.theme.page)
        veil.setAlphaF(0.6)
        span = self.offsets.span_from_qt(*lines.units())
        for zone in self.marks.zones.values():
            if zone.start < span.end and span.start < zone.end:
                for box in self._boxes(lines, (zone.start, zone.end)):
                    painter.fillRect(box, veil)

    def _focus(self, painter: QPainter, lines: Lines, stretches: list[Stretch]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath()
        for stretch in stretches:
            if stretch.id != self.focus:
                continue
            if stretch.role == "content":
                path = path.united(self.outline(lines, stretch))
            elif stretch.role in ("source", "cue"):
                painter.setPen(QPen(QColor(self.theme.muted), 1, Qt.PenStyle.DashLine))
                painter.drawPath(self.outline(lines, stretch))
        painter.setPen(QPen(QColor(self.theme.focus), 2))
        painter.drawPath(path.simplified())

    def _margin(self, painter: QPainter, lines: Lines, stretches: list[Stretch]) -> None:
        """Write each claim's number and shape beside the line where it starts."""
        right: dict[float, float] = {}
        for claim, box in reversed(list(self._starts(lines, stretches))):
            x = right.get(box.top(), lines.origin.x() + self.layout.left - 18)
            label = self._label(claim)
            colour = self.theme.ink(label.colour if label else None)
            centre = QPointF(x - MARGIN_SHAPE / 2, box.center().y())
            draw_shape(painter, label.shape if label else None, colour, centre, MARGIN_SHAPE)
            odd = self.is_odd(claim)
            number = str(self.numbers.get(claim.id, ""))
            font = QFont("Inter")
            font.setPixelSize(11)
            font.setBold(claim.id == self.focus)
            width = QFontMetricsF(font).horizontalAdvance(number) + 5
            painter.setFont(font)
            in_focus = claim.id == self.focus
            painter.setPen(QColor(self.theme.text if in_focus else self.theme.muted))
            place = QRectF(x - MARGIN_SHAPE - width, box.top(), width - 5, box.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), number)
            left = place.left()
            if odd:
                warning = QPointF(left - 9, box.center().y())
                draw_sign(painter, WARNING, QColor(self.theme.warning), warning, 12)
                left -= 18
            right[box.top()] = left - 7

    def _starts(self, lines: Lines, stretches: list[Stretch]) -> Iterator[tuple[Claim, QRectF]]:
        for stretch in stretches:
            if stretch.role == "content" and stretch.start == self._claim(stretch).start:
                for box in self._boxes(lines, stretch):
                    yield self._claim(stretch), box
                    break

    def _folded(self, painter: QPainter, lines: Lines) -> None:
        block, origin, height, *_ = lines
        box = QRectF(origin.x() + self.layout.left, origin.y(), self.layout.width, height)
        font = QFont(self.layout.document().defaultFont())
        font.setPixelSize(round(font.pixelSize() * 0.86))
        metrics = QFontMetricsF(font)
        rest = self.say_folded(self.layout.folds[block.blockNumber()])
        room = self.layout.width - metrics.horizontalAdvance(rest)
        first = metrics.elidedText(block.text(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.faint))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), first + rest)


def _x(line: QTextLine, position: int) -> float:
    # PySide also returns the position used, which its stubs lack.
    return cast("tuple[float, int]", line.cursorToX(position))[0]
