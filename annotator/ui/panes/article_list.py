"""The left pane: the articles on the shelf and their progress."""

from bisect import bisect_left

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.shelf import Place
from annotator.storage.index import Summary
from annotator.ui import counts
from annotator.ui.i18n import number, translate
from annotator.ui.panes.plain_text import plain_label, shown
from annotator.ui.panes.row_list import Rows
from annotator.ui.session.desk import Desk
from annotator.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 66
OPEN = ("new", "started", "flagged")
SIGNS = {"done": "✓", "flagged": "⚑", "skipped": "–"}
SUMMARY = int(Qt.ItemDataRole.UserRole)
IS_READ = SUMMARY + 1


class ArticleModel(QAbstractListModel):
    """The shelf's places, all or those found; summaries are read only for visible rows."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._count = 0
        self._found: list[int] | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many articles are listed."""
        if parent.isValid():
            return 0
        return self._count if self._found is None else len(self._found)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return a row's summary, or the sentence a screen reader says for it."""
        place = self._desk.shelf.places[self.shelf_row(index.row())]
        if role == SUMMARY:
            return place.summary
        if role == IS_READ:
            return self._desk.is_being_read(place)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            summary = place.summary
            if is_unread(summary):
                return f"{summary.title or summary.id}, {self.tr('not read yet')}"
            return self.tr(
                "{title}, {tagged} of %Ln claims tagged, {state}", "", summary.claims
            ).format(
                title=summary.title or summary.id,
                tagged=summary.decided,
                state=translate("States", summary.progress),
            )
        return None

    def show_rows(self, rows: list[int] | None) -> None:
        """List these rows of the shelf, or all."""
        self.beginResetModel()
        self._count = len(self._desk.shelf.places)
        self._found = rows
        self.endResetModel()

    def shelf_row(self, row: int) -> int:
        """Return the row on the shelf of a row of the list."""
        return row if self._found is None else self._found[row]

    def list_row(self, shelf_row: int) -> int:
        """Return the row of the list of a row on the shelf, -1 if it is not listed."""
        if self._found is None:
            return shelf_row if 0 <= shelf_row < self._count else -1
        at = bisect_left(self._found, shelf_row)
        return at if at < len(self._found) and self._found[at] == shelf_row else -1

    def refresh(self, shelf_row: int) -> None:
        """Update an article's summary."""
        row = self.list_row(shelf_row)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))


class ArticleDelegate(QStyledItemDelegate):
    """Paint an article's title, language, claims and progress."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        summary: Summary = index.data(SUMMARY)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = option.state & QStyle.StateFlag.State_Selected
        if selected:
            painter.fillRect(box, QColor(self.theme.row))
            painter.fillRect(
                QRectF(box.left(), box.top(), 3, box.height()), QColor(self.theme.accent)
            )
        inner = box.adjusted(16, 9, -14, -8)
        self._title(painter, inner, shown(summary.title or summary.id))
        if index.data(IS_READ):
            said = self.tr("{lang} · highlighting…").format(lang=summary.lang or "…")
            self._small(painter, inner, said)
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
        if is_unread(summary):
            self._small(painter, box, self.tr("not read yet"))
            return
        said = f"{summary.lang or '…'} · {counts.claims(summary.claims)}"
        width = self._small(painter, box, said)
        count = SIGNS.get(summary.progress, f"{summary.decided}/{summary.claims}")
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), count
        )
        bar = QRectF(box.left() + width + 10, box.bottom() - 8, box.width() - width - 50, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.track))
        painter.drawRoundedRect(bar, 2, 2)
        if summary.claims and bar.width() > 0:
            bar.setWidth(bar.width() * summary.decided / summary.claims)
            painter.setBrush(QColor(self.theme.accent))
            painter.drawRoundedRect(bar, 2, 2)


class ArticleList(QWidget):
    """The list, under a line with the number of articles done."""

    row_chosen = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._desk = desk
        self._done: set[int] = set()
        self._model = ArticleModel(desk, self)
        self._delegate = ArticleDelegate(theme, self)
        self._heading = plain_label(name="heading")
        self._heading.setContentsMargins(16, 0, 0, 0)
        self.view = Rows(self._model, self._delegate, ROW_HEIGHT)
        self.view.setAccessibleName(self.tr("Articles"))
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self.view, 1)
        desk.opened.connect(self._reset)
        desk.article_shown.connect(lambda _: self._select(desk.row))
        desk.summary_changed.connect(self._refresh)
        desk.reading_changed.connect(lambda: self._refresh(desk.row))

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def show_rows(self, rows: list[int] | None) -> None:
        """List these rows of the shelf, or all."""
        self._model.show_rows(rows)
        self._select(self._desk.row)
        self._say_count()

    def neighbour(self, step: int, *, only_open: bool = False) -> int:
        """Return the shelf row of the next or previous listed article, -1 if there is none."""
        row = self._model.list_row(self._desk.row) + step
        while 0 <= row < self._model.rowCount():
            shelf_row = self._model.shelf_row(row)
            if not only_open or self._desk.shelf.places[shelf_row].summary.progress in OPEN:
                return shelf_row
            row += step
        return -1

    def _choose(self, index: Index) -> None:
        self.row_chosen.emit(self._model.shelf_row(index.row()))

    def _reset(self) -> None:
        self._model.show_rows(None)
        self._select(self._desk.row)
        self._done = {row for row, place in enumerate(self._desk.shelf.places) if done(place)}
        self._say_count()

    def _refresh(self, row: int) -> None:
        if row >= 0:
            self._model.refresh(row)
            if done(self._desk.shelf.places[row]):
                self._done.add(row)
            else:
                self._done.discard(row)
            self._say_count()

    def _select(self, shelf_row: int) -> None:
        index = self._model.index(self._model.list_row(shelf_row))
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def _say_count(self) -> None:
        count, found = len(self._desk.shelf.places), self._model.rowCount()
        said = self.tr("ARTICLES · {done} OF {count} DONE")
        if found != count:
            said = self.tr("FOUND {found} OF %Ln ARTICLES", "", count)
        done, every, some = number(len(self._done)), number(count), number(found)
        self._heading.setText(said.format(done=done, count=every, found=some))


def done(place: Place) -> bool:
    """Return True if every claim of an article is decided."""
    return place.summary.progress == "done"


def is_unread(summary: Summary) -> bool:
    """Return True if an article was never worked on, so that "0 of 0" would mislead."""
    return not summary.claims and not summary.revision
