"""A tile that gives a label: its shape and key above, its name below."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from annotator.core.scheme import Label
from annotator.ui.page.shapes import draw_shape
from annotator.ui.panes.plain_text import plain_tip
from annotator.ui.theme import Theme

HEIGHT = 50
PADDING = 9


class LabelTile(QPushButton):
    """Paint one tile; `given` marks the label the claim has, `suggested` the machine's."""

    def __init__(
        self,
        name: str,
        key: str,
        theme: Theme,
        label: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self.theme = theme
        self.given = False
        self.suggested = False
        self._label = label
        self._key = key
        self.setObjectName("tile")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_key(key)
        if label is not None:
            self.setAccessibleDescription(label.guideline)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.setAccessibleName(f"{self.text()}, {key}")
        guideline = self._label.guideline if self._label else ""
        self.setToolTip(plain_tip(f"{self.text()} ({key})  {guideline}".strip()))
        self.update()

    def words_width(self) -> int:
        """Return the width of the name."""
        return round(QFontMetricsF(_font(13, medium=True)).horizontalAdvance(self.text())) + 1

    def sizeHint(self) -> QSize:
        """Return the size of a tile that shows its name whole."""
        caps = 12 + 8 + _cap_width(self._key)
        return QSize(max(self.words_width(), caps) + 2 * PADDING, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut the name."""
        return QSize(self.sizeHint().width() - 6, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._frame(painter, box)
        upper = box.top() + 15
        muted, text = QColor(self.theme.muted), QColor(self.theme.text)
        if self._label is not None:
            ink = self.theme.ink(self._label.colour) if self.isEnabled() else muted
            draw_shape(
                painter, self._label.shape, ink, QPointF(box.left() + PADDING + 5, upper), 10
            )
        else:
            painter.setPen(QPen(muted, 1.4))
            for x, y in ((-4, -4), (-4, 4)):
                centre = QPointF(box.left() + PADDING + 5, upper)
                painter.drawLine(centre + QPointF(x, y), centre - QPointF(x, y))
        key = "↵" if self.suggested else self._key
        cap = _cap_width(key)
        draw_key_cap(
            painter, self.theme, QRectF(box.right() - cap - PADDING + 3, upper - 9, cap, 18), key
        )
        painter.setFont(_font(13, medium=self._label is not None))
        painter.setPen(text if self._label and self.isEnabled() else muted)
        words = QRectF(box.left() + PADDING, upper + 10, box.width() - PADDING, 20)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()

    def _frame(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        fill = QColor(theme.card if self._label else theme.panel)
        pen = QPen(QColor(theme.faint), 1)
        if self.underMouse() and self.isEnabled():
            fill = QColor(theme.panel)
        if self.given and self._label:
            fill = theme.tint(self._label.colour)
            pen = QPen(theme.ink(self._label.colour), 2)
        elif self.suggested and self._label:
            pen = QPen(theme.ink(self._label.colour), 1.6, Qt.PenStyle.DashLine)
        if self.hasFocus():
            pen = QPen(QColor(theme.focus), 2)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 5, 5)


def draw_key_cap(painter: QPainter, theme: Theme, box: QRectF, key: str) -> None:
    """Draw a key as it looks on a keyboard."""
    painter.setFont(_font(11))
    painter.setPen(QPen(QColor(theme.faint), 1))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(theme.text))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), key)


def _cap_width(key: str) -> int:
    return max(18, round(QFontMetricsF(_font(11)).horizontalAdvance(key)) + 10)


def _font(pixels: int, *, medium: bool = False) -> QFont:
    font = QFont("Inter")
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Medium if medium else QFont.Weight.Normal)
    return font
