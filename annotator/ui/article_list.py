"""The left pane: the articles on the shelf and how far each is done."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.shelf import Place
from annotator.storage.index import Summary
from annotator.ui.desk import Desk
from annotator.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 66
SUMMARY = int(Qt.ItemDataRole.UserRole)
IS_READ = SUMMARY + 1


class ArticleModel(QAbstractListModel):
    """The shelf's places; a summary is only looked up for a row that is seen."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._count = 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many articles there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return a row's summary, or the sentence a screen reader says for it."""
        place = self._desk.shelf.places[index.row()]
        if role == SUMMARY:
            return place.summary
        if role == IS_READ:
            return self._desk.is_being_read(place)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            summary = place.summary
            return self.tr("{title}, {tagged} of {claims} claims tagged").format(
                title=summary.title or summary.id, tagged=summary.tagged, claims=summary.claims
            )
        return None

    def reset(self) -> None:
        """Follow the shelf after articles came or went."""
        self.beginResetModel()
        self._count = len(self._desk.shelf.places)
        self.endResetModel()

    def refresh(self, row: int) -> None:
        """Show a row's summary anew."""
        index = self.index(row)
        self.dataChanged.emit(index, index)


class ArticleDelegate(QStyledItemDelegate):
    """Paint an article's title, language, claims and progress."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same size for all rows, so that none has to be measured."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        summary: Summary = index.data(SUMMARY)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = option.state & QStyle.StateFlag.State_Selected
        if selected:
            painter.fillRect(box, QColor(self.theme.card))
            painter.fillRect(
                QRectF(box.left(), box.top(), 3, box.height()), QColor(self.theme.accent)
            )
        inner = box.adjusted(16, 9, -14, -8)
        self._title(painter, inner, summary.title or summary.id)
        if index.data(IS_READ):
            self._small(
                painter, inner, self.tr("{lang} · highlighting…").format(lang=summary.lang or "…")
            )
        else:
            self._progress(painter, inner, summary)
        painter.restore()

    def _title(self, painter: QPainter, box: QRectF, title: str) -> None:
        font = QFont("Inter")
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.Medium)
        painter.setPen(QColor(self.theme.text))
        layout = QTextLayout(title, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(box.width())
        layout.endLayout()
        rest = title[first.textLength() :]
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        baseline = QPointF(box.left(), box.top() + metrics.ascent())
        painter.drawText(baseline, title[: first.textLength()])
        if rest:
            second = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(baseline + QPointF(0, metrics.height() + 1), second)

    def _small(self, painter: QPainter, box: QRectF, text: str) -> float:
        font = QFont("Inter")
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), text)
        return QFontMetricsF(font).horizontalAdvance(text)

    def _progress(self, painter: QPainter, box: QRectF, summary: Summary) -> None:
        said = self.tr("{lang} · {claims} claims").format(
            lang=summary.lang or "…", claims=summary.claims
        )
        width = self._small(painter, box, said)
        done = summary.claims > 0 and summary.tagged == summary.claims
        count = "✓" if done else f"{summary.tagged}/{summary.claims}"
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), count
        )
        bar = QRectF(box.left() + width + 10, box.bottom() - 8, box.width() - width - 50, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.rule))
        painter.drawRoundedRect(bar, 2, 2)
        if summary.claims and bar.width() > 0:
            bar.setWidth(bar.width() * summary.tagged / summary.claims)
            painter.setBrush(QColor(self.theme.accent))
            painter.drawRoundedRect(bar, 2, 2)


class ArticleList(QWidget):
    """The list itself, under a line that says how many are done."""

    row_chosen = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._desk = desk
        self._done: set[int] = set()
        self._model = ArticleModel(desk, self)
        self._delegate = ArticleDelegate(theme, self)
        self._heading = QLabel()
        self._heading.setObjectName("heading")
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
        self._view.setUniformItemSizes(True)
        self._view.setAccessibleName(self.tr("Articles"))
        self._view.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        self._view.activated.connect(lambda index: self.row_chosen.emit(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        self._heading.setContentsMargins(16, 0, 0, 0)
        column.addWidget(self._heading)
        column.addWidget(self._view, 1)
        desk.opened.connect(self._reset)
        desk.article_shown.connect(lambda _: self._select(desk.row))
        desk.summary_changed.connect(self._refresh)
        desk.reading_changed.connect(lambda: self._refresh(desk.row))

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._delegate.theme = theme
        self._view.viewport().update()

    def _reset(self) -> None:
        self._model.reset()
        self._select(self._desk.row)
        self._done = {row for row, place in enumerate(self._desk.shelf.places) if done(place)}
        self._count()

    def _refresh(self, row: int) -> None:
        if row >= 0:
            self._model.refresh(row)
            if done(self._desk.shelf.places[row]):
                self._done.add(row)
            else:
                self._done.discard(row)
            self._count()

    def _select(self, row: int) -> None:
        index = self._model.index(row)
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)

    def _count(self) -> None:
        self._heading.setText(
            self.tr("ARTICLES · {done} OF {count} DONE").format(
                done=len(self._done), count=len(self._desk.shelf.places)
            )
        )


def done(place: Place) -> bool:
    """Tell whether every claim of an article is tagged."""
    summary = place.summary
    return 0 < summary.claims == summary.tagged
