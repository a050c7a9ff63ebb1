"""A button that gives a label: its shape, its name, its key."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.core.scheme import Label
from annotator.ui.page.shapes import draw_shape
from annotator.ui.panes.plain_text import plain_tip
from annotator.ui.theme import Theme


class LabelButton(QPushButton):
    """Paint a card with shape, name and key cap; `given` marks the label the claim has."""

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
        self._label = label
        self._key = key
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{name}, {key}")
        if label is not None:
            self.setToolTip(plain_tip(label.guideline))
            self.setAccessibleDescription(label.guideline)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.setAccessibleName(f"{self.text()}, {key}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a card."""
        return QSize(200, 48 if self._label and self._label.guideline else 36)

    def minimumSizeHint(self) -> QSize:
        """Keep the card whole however narrow the pane."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._card(painter, box)
        left = box.left() + 12
        if self._label is not None:
            ink = self.theme.ink(self._label.colour)
            draw_shape(painter, self._label.shape, ink, QPointF(left + 5, box.center().y()))
            left += 22
        font = QFont("Inter")
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.Medium if self._label else QFont.Weight.Normal)
        painter.setFont(font)
        ink_name = self.theme.text if self._label and self.isEnabled() else self.theme.muted
        painter.setPen(QColor(ink_name))
        words = box.adjusted(left - box.left(), 0, -44, 0)
        if self._label is not None and self._label.guideline:
            self._guideline(painter, words.adjusted(0, 22, 0, -5), self._label.guideline)
            words.setHeight(30)
            painter.setFont(font)
            painter.setPen(QColor(ink_name))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        self._key_cap(painter, box)

    def _guideline(self, painter: QPainter, box: QRectF, sentence: str) -> None:
        font = QFont("Inter")
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted))
        shown = QFontMetricsF(font).elidedText(sentence, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _card(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        fill = theme.tint(self._label.colour) if self.given and self._label else QColor(theme.card)
        if self.underMouse() and self.isEnabled() and not self.given:
            fill = QColor(theme.panel)
        edge = theme.focus if self.hasFocus() else theme.rule
        if self.given and self._label and not self.hasFocus():
            edge = theme.ink(self._label.colour).name()
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 7, 7)

    def _key_cap(self, painter: QPainter, box: QRectF) -> None:
        font = QFont("Inter")
        font.setPixelSize(11)
        painter.setFont(font)
        width = max(20.0, QFontMetricsF(font).horizontalAdvance(self._key) + 12)
        cap = QRectF(box.right() - width - 9, box.center().y() - 10, width, 20)
        painter.setPen(QPen(QColor(self.theme.faint), 1))
        painter.setBrush(QColor(self.theme.card))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self._key)
