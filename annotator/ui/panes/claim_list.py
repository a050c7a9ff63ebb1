"""The claims of the current article, as a list with filters."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from operator import itemgetter

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.article import Article
from annotator.core.changes import Change, ClaimEdit, moves
from annotator.core.checks import oddities
from annotator.core.scheme import Scheme
from annotator.core.search import Query, finds_claim
from annotator.core.spans import Claim
from annotator.ui.page.shapes import EVIDENCE, NOTE, WARNING, draw_shape, draw_sign
from annotator.ui.panes.plain_text import plain_tip, shown
from annotator.ui.panes.row_list import Rows
from annotator.ui.session.desk import Desk
from annotator.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 28
# No row has space for more; measuring a whole long claim takes as long as painting all rows.
LONGEST_SHOWN = 300
CLAIM = int(Qt.ItemDataRole.UserRole)
NUMBER = CLAIM + 1
SIGNS = CLAIM + 2

ALL, OPEN, ODD = "", "open", WARNING


class ClaimModel(QAbstractListModel):
    """The claims that pass the filter: all, the open ones, or those with one label."""

    def __init__(self, scheme: Scheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scheme = scheme
        self._article: Article | None = None
        self._shown: list[tuple[int, Claim]] = []
        # Ids of the claims that look odd.
        self.odd: set[str] = set()
        # The number of each claim of the article, listed or not.
        self._numbers: dict[str, int] = {}
        self.filter = ALL
        self.query = Query()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many claims are listed."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return a row's claim, its number, or its content."""
        number, claim = self._shown[index.row()]
        match role:
            case _ if role == CLAIM:
                return claim
            case _ if role == NUMBER:
                return number
            case _ if role == SIGNS:
                return self._signs(claim)
            case Qt.ItemDataRole.DisplayRole:
                return shown(self._article.content_text(claim)) if self._article else ""
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._article.content_text(claim)) if self._article else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                content = self._article.content_text(claim) if self._article else ""
                label = self.scheme.label(claim.label).name if claim.label else self.tr("open")
                odd = self.tr("warning") + ", " if claim.id in self.odd else ""
                return f"{number}, {odd}{label}: {content}"
        return None

    def _signs(self, claim: Claim) -> list[str]:
        """Return the signs of a claim in a row."""
        signs = ((NOTE, claim.note), (EVIDENCE, claim.evidence), (WARNING, claim.id in self.odd))
        return [sign for sign, there in signs if there]

    def watch(self, article: Article, claims: Iterable[Claim]) -> None:
        """Note which of these claims look odd."""
        for claim in claims:
            if oddities(article, claim):
                self.odd.add(claim.id)
            else:
                self.odd.discard(claim.id)

    def take(self, article: Article | None) -> bool:
        """List the claims of an article; return True if the listed rows changed."""
        all_ = list(enumerate(article.claims if article else (), 1))
        shown = [(n, c) for n, c in all_ if article is not None and self._passes(article, c)]
        same_article = article and self._article and article.id == self._article.id
        rows, before = ([claim.id for _, claim in listed] for listed in (shown, self._shown))
        same_rows = bool(same_article) and rows == before
        self._article = article
        self._numbers = {claim.id: number for number, claim in all_}
        if same_rows:
            earlier, self._shown = self._shown, shown
            # Row by row: a list view lays all rows out again for a range of them.
            for row, (old, new) in enumerate(zip(earlier, shown, strict=True)):
                if old[1] is not new[1]:
                    self.dataChanged.emit(self.index(row), self.index(row))
        else:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()
        return not same_rows

    def follow(self, article: Article, change: Change) -> bool:
        """Update the list after a change; return True if the listed rows changed.

        Unless claims were added, removed or moved, only the edited ones are checked.
        """
        edits = [edit for edit in change.edits if isinstance(edit, ClaimEdit)]
        if any(moves(edit) for edit in edits):
            return self.take(article)
        self._article = article
        # Each gets its place, also if an earlier one shifted the rows.
        changed = [self._put(article, edit.after) for edit in edits if edit.after]
        return any(changed)

    def _put(self, article: Article, claim: Claim) -> bool:
        number = self._numbers[claim.id]
        row = bisect_left(self._shown, number, key=itemgetter(0))
        listed = row < len(self._shown) and self._shown[row][0] == number
        passes = self._passes(article, claim)
        if listed and passes:
            self._shown[row] = (number, claim)
            self.dataChanged.emit(self.index(row), self.index(row))
        elif listed:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[row]
            self.endRemoveRows()
        elif passes:
            self.beginInsertRows(QModelIndex(), row, row)
            self._shown.insert(row, (number, claim))
            self.endInsertRows()
        return listed != passes

    def row_of(self, claim_id: str) -> int:
        """Return the row of a claim, -1 if the filter hides it."""
        number = self._numbers.get(claim_id, 0)
        row = bisect_left(self._shown, number, key=itemgetter(0))
        return row if row < len(self._shown) and self._shown[row][0] == number else -1

    def _passes(self, article: Article, claim: Claim) -> bool:
        if not self.query.empty and not finds_claim(self.query, article, claim):
            return False
        match self.filter:
            case "":
                return True
            case "warning":
                return claim.id in self.odd
            case "open":
                return not claim.decided
            case label:
                return claim.label == label


class ClaimDelegate(QStyledItemDelegate):
    """Paint a claim's number, shape and first words."""

    def __init__(self, theme: Theme, scheme: Scheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scheme = scheme
        self._font = QFont("Inter")
        self._font.setPixelSize(12)
        self._metrics = QFontMetricsF(self._font)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        claim: Claim = index.data(CLAIM)
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.theme.row))
        painter.setPen(QColor(self.theme.rule))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setFont(self._font)
        painter.setPen(QColor(self.theme.muted))
        align = Qt.AlignmentFlag
        number = QRectF(box.left(), box.top(), 28, box.height())
        painter.drawText(
            number, int(align.AlignRight | align.AlignVCenter), str(index.data(NUMBER))
        )
        label = self.scheme.label(claim.label) if claim.label else None
        centre = QPointF(box.left() + 42, box.center().y())
        colour = self.theme.ink(label.colour if label else None)
        draw_shape(painter, label.shape if label else None, colour, centre, 9)
        text = box.adjusted(58, 0, -8, 0)
        signs: list[str] = index.data(SIGNS)
        for sign in reversed(signs):
            colour = QColor(self.theme.warning if sign == WARNING else self.theme.muted)
            draw_sign(painter, sign, colour, QPointF(text.right() - 6, text.center().y()), 12)
            text.adjust(0, 0, -18, 0)
        painter.setPen(QColor(self.theme.text))
        words = self._metrics.elidedText(
            str(index.data())[:LONGEST_SHOWN], Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, int(align.AlignVCenter), words)
        painter.restore()


class ClaimList(QWidget):
    """The list of claims below its filters."""

    claim_pointed = Signal(str)
    # A menu was requested at this place of the screen, for the claim in focus.
    menu_wanted = Signal(QPoint)

    def __init__(self, desk: Desk, scheme: Scheme, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._scheme = scheme
        self._model = ClaimModel(scheme, self)
        self._counts: Counter[str] = Counter()
        self._delegate = ClaimDelegate(theme, scheme, self)
        self.view = Rows(self._model, self._delegate, ROW_HEIGHT)
        # Whole rows: half a line under the filters looks like a mistake.
        self.view.setVerticalScrollMode(Rows.ScrollMode.ScrollPerItem)
        self.view.setAccessibleName(self.tr("Claims"))
        self.view.clicked.connect(self._point)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._ask_menu)
        self._filters = QButtonGroup(self)
        self._filters.buttonClicked.connect(lambda _: self._take())
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        self._make_filters()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._row)
        column.addWidget(self.view, 1)
        desk.article_shown.connect(lambda _: self._take())
        desk.changed.connect(self._follow)
        desk.focused.connect(self._select)
        self._take()

    def set_query(self, query: Query) -> None:
        """List only the claims found; all if none is found here."""
        article = self._desk.article
        finds = article is not None and any(finds_claim(query, article, c) for c in article.claims)
        self._model.query = query if finds else Query()
        self._take()

    def set_scheme(self, scheme: Scheme) -> None:
        """Show the labels of another scheme, and filters for them."""
        self._scheme = self._delegate.scheme = self._model.scheme = scheme
        self._make_filters()
        self._take()

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme."""
        self._delegate.theme = theme
        self._show_icons()
        self.view.viewport().update()

    def _make_filters(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for button in self._filters.buttons():
            self._filters.removeButton(button)
        for key in (ALL, OPEN, *(label.key for label in self._scheme.labels), ODD):
            button = QPushButton()
            button.setObjectName("filter")
            button.setIconSize(QSize(11, 11))
            button.setProperty("key", key)
            button.setCheckable(True)
            button.setChecked(key == ALL)
            self._filters.addButton(button)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._show_icons()

    def _show_icons(self) -> None:
        """Show each filter as a shape; its name is in the tool tip and for screen readers."""
        names = {OPEN: self.tr("Open"), ODD: self.tr("Warnings")}
        theme = self._delegate.theme
        for button in self._filters.buttons():
            key = str(button.property("key"))
            label = self._scheme.label(key) if key not in (ALL, OPEN, ODD) else None
            button.setProperty("name", label.name if label else names.get(key, self.tr("All")))
            if key != ALL:
                shape = label.shape if label else None
                colour = (
                    QColor(theme.warning)
                    if key == ODD
                    else theme.ink(label.colour if label else None)
                )
                button.setIcon(_icon(shape, colour, warning=key == ODD))

    def _take(self) -> None:
        article = self._desk.article
        self._counts = Counter(map(_filter_key, article.claims if article else ()))
        self._model.odd.clear()
        if article is not None:
            self._model.watch(article, article.claims)
        self._show_counts()
        chosen = self._filters.checkedButton()
        self._model.filter = str(chosen.property("key")) if chosen else ALL
        if self._model.take(article):
            self._select(self._desk.focus or "")

    def _follow(self, article: Article, change: Change) -> None:
        """Count by difference: a key must not wait for all claims of a long article."""
        for edit in change.edits:
            if isinstance(edit, ClaimEdit):
                if edit.before:
                    self._counts[_filter_key(edit.before)] -= 1
                    self._model.odd.discard(edit.before.id)
                if edit.after:
                    self._counts[_filter_key(edit.after)] += 1
                    self._model.watch(article, [edit.after])
        self._show_counts()
        if self._model.follow(article, change):
            self._select(self._desk.focus or "")

    def _show_counts(self) -> None:
        for button in self._filters.buttons():
            key = str(button.property("key"))
            special = {ALL: self._counts.total(), ODD: len(self._model.odd)}
            count = special.get(key, self._counts[key])
            name = str(button.property("name"))
            button.setText(f"{name} {count}" if key == ALL else str(count))
            button.setAccessibleName(f"{name}: {count}")
            button.setToolTip(plain_tip(f"{name}: {count}"))

    def _select(self, claim_id: str) -> None:
        row = self._model.row_of(claim_id)
        if row < 0:
            self.view.clearSelection()
            return
        index = self._model.index(row)
        if not self.view.viewport().rect().contains(self.view.visualRect(index)):
            # Into the middle, so that the next ones are visible and few keys repaint all rows.
            self.view.scrollTo(index, Rows.ScrollHint.PositionAtCenter)
        self.view.setCurrentIndex(index)

    def _ask_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if index.isValid():
            self._point(index)
            self.menu_wanted.emit(self.view.viewport().mapToGlobal(at))

    def _point(self, index: Index) -> None:
        claim: Claim = index.data(CLAIM)
        self.claim_pointed.emit(claim.id)


def _filter_key(claim: Claim) -> str:
    return claim.label or OPEN


def _icon(shape: str | None, colour: QColor, *, warning: bool = False) -> QIcon:
    """Draw a label's shape, or a warning sign, as an icon that is sharp on any screen."""
    ratio = 3
    picture = QPixmap(12 * ratio, 12 * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    if warning:
        draw_sign(painter, WARNING, colour, QPointF(6, 6), 11)
    else:
        draw_shape(painter, shape, colour, QPointF(6, 6), 9)
    painter.end()
    return QIcon(picture)
