"""The shapes of labels, drawn the same in the margin, in lists and on buttons."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

SHAPES = ("square", "circle", "diamond", "triangle")


def shape_path(shape: str, centre: QPointF, size: float) -> QPainterPath:
    """Return the outline of a square, circle, diamond or triangle around a centre."""
    path = QPainterPath()
    half = size / 2
    box = QRectF(centre.x() - half, centre.y() - half, size, size)
    match shape:
        case "square":
            path.addRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        case "diamond":
            path.moveTo(centre.x(), box.top() - 1)
            path.lineTo(box.right() + 1, centre.y())
            path.lineTo(centre.x(), box.bottom() + 1)
            path.lineTo(box.left() - 1, centre.y())
            path.closeSubpath()
        case "triangle":
            path.moveTo(centre.x(), box.top())
            path.lineTo(box.right(), box.bottom())
            path.lineTo(box.left(), box.bottom())
            path.closeSubpath()
        case _:
            path.addEllipse(box)
    return path


def draw_shape(
    painter: QPainter, shape: str | None, colour: QColor, centre: QPointF, size: float = 10
) -> None:
    """Draw a label's shape, filled; None draws the hollow ring of an untagged claim."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape is None:
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape_path("circle", centre, size - 1))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(shape_path(shape, centre, size))
    painter.restore()


# The signs of a claim besides its label, in the order in which rows show them.
NOTE, EVIDENCE, WARNING = SIGNS = ("note", "evidence", "warning")


def draw_sign(painter: QPainter, sign: str, colour: QColor, centre: QPointF, size: float) -> None:
    """Draw a pen for a note, two links of a chain for evidence, a triangle for a warning."""
    path = QPainterPath()
    match sign:
        case "note":
            path.moveTo(-0.45, 0.45)
            path.lineTo(-0.38, 0.12)
            path.lineTo(0.2, -0.45)
            path.lineTo(0.45, -0.2)
            path.lineTo(-0.12, 0.38)
            path.closeSubpath()
        case "evidence":
            for x, y in ((-0.45, -0.02), (-0.1, -0.38)):
                path.addRoundedRect(QRectF(x, y, 0.55, 0.4), 0.2, 0.2)
        case _:
            path.moveTo(0, -0.45)
            path.lineTo(0.48, 0.42)
            path.lineTo(-0.48, 0.42)
            path.closeSubpath()
            path.moveTo(0, -0.1)
            path.lineTo(0, 0.12)
            path.moveTo(0, 0.26)
            path.lineTo(0, 0.28)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.scale(size, size)
    painter.setPen(QPen(colour, 1.3 / size))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()
