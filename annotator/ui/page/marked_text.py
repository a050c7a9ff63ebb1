"""The article's text with its marks: laid out when first seen, painted where it is seen."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from annotator.core.article import Article
from annotator.core.changes import Change, moves
from annotator.core.checks import oddities
from annotator.core.offsets import OffsetMap
from annotator.core.scheme import Scheme
from annotator.core.spans import Claim
from annotator.ui.page.display import display
from annotator.ui.page.folding import Folding
from annotator.ui.page.lines import OUTLINE, Lines
from annotator.ui.page.mark_index import MarkIndex, Stretch, stretches
from annotator.ui.page.page_layout import PageLayout
from annotator.ui.page.page_painter import PagePainter
from annotator.ui.page.scrolling import is_in_view, keeping_place, leave_room_below
from annotator.ui.theme import Theme

COLUMN_CHARACTERS = 70
MARGIN = 96
MAX_HEADLINE = 160


class MarkedText(QPlainTextEdit):
    """Show an article's text and paint its marks around it."""

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._marks: MarkIndex | None = None
        self._offsets = OffsetMap("")
        document = QTextDocument(self)
        self._layout = PageLayout(document, self._emphasis)
        document.setDocumentLayout(self._layout)
        document.setDocumentMargin(0)
        self.setDocument(document)
        self._folding = Folding(document, self._layout)
        self._painter = PagePainter(theme, scheme, self._layout)
        # The page is opaque, so scrolling paints only newly visible parts.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._painter.is_odd = self._is_odd
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUndoRedoEnabled(False)
        self.set_theme(theme)

    # Content

    def show_article(self, article: Article) -> None:
        """Put an article on the page, from its beginning."""
        self._article = article
        self._offsets = self._painter.offsets = OffsetMap(article.text)
        self._folding.clear()
        self._painter.focus = None
        self._take_marks(article)
        self._layout.headline = self._headline(article.text)
        self.document().setPlainText(display(article.text))
        self._fold()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def take(self, article: Article, change: Change) -> None:
        """Follow a change of the article on the page; repaint only visible parts."""
        self._article = article
        if self._marks is None:
            return
        touched = self._marks.take(change)
        for stretch in touched.relaid:
            self._block_at(stretch.start).clearLayout()
        if any(stretch.role == "zone" for stretch in touched.painted):
            with keeping_place(self):
                self._fold()
        renumbered = any(moves(edit) for edit in change.edits)
        if renumbered:
            self._number(article)
        if renumbered or touched.relaid:
            self.viewport().update()
        else:
            self._repaint(touched.painted)

    def set_focus(self, claim_id: str | None, *, follow: bool = True) -> None:
        """Outline the claim in focus and, with `follow`, bring it into view."""
        before = self._claim(self._painter.focus)
        self._painter.focus = claim_id
        claim = self._claim(claim_id)
        if claim is not None and follow:
            start, end = map(self._offsets.to_qt, (claim.content[0].start, claim.content[-1].end))
            seen = is_in_view(self, start, end)
            cursor = self.textCursor()
            for position in (end, start):
                cursor.setPosition(position)
                self.setTextCursor(cursor)
            if not seen:
                self._leave_room_below()
        self._repaint([s for one in (before, claim) if one for s in stretches(one)])

    def toggle_furniture(self) -> None:
        """Open all folded furniture, or fold it again."""
        with keeping_place(self):
            self._folding.toggle()
            self._relay()

    # Appearance

    def set_scheme(self, scheme: Scheme) -> None:
        """Show the labels of another scheme."""
        self._painter.scheme = scheme
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme."""
        self._painter.theme = theme
        self.viewport().update()

    def set_text_size(self, pixels: int) -> None:
        """Set the height of the letters."""
        font = QFont("Noto Serif")
        font.setPixelSize(pixels)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        with keeping_place(self):
            self.document().setDefaultFont(font)
            self._layout.measure_font()
            self._relay()

    def column(self) -> tuple[int, int]:
        """Return the left edge and the width of the text column."""
        return round(self._layout.left), round(self._layout.width)

    # Qt events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        self._measure()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints, then Qt's text and selection, then rules and outlines."""
        visible = list(self._visible_lines(event.rect()))
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._painter.theme.page))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for lines in visible:
            self._painter.below(painter, lines)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for lines in visible:
            self._painter.above(painter, lines)
        painter.end()

    # Inside

    def _leave_room_below(self) -> None:
        leave_room_below(self, self._layout.line_height(self.document().begin()))

    def _is_odd(self, claim: Claim) -> bool:
        return self._article is not None and bool(oddities(self._article, claim))

    def _take_marks(self, article: Article) -> None:
        self._marks = self._painter.marks = MarkIndex(article)
        self._number(article)

    def _number(self, article: Article) -> None:
        self._painter.numbers = {claim.id: at for at, claim in enumerate(article.claims, 1)}

    def _fold(self) -> None:
        if self._marks is not None:
            zones = [
                (self._offsets.to_qt(zone.start), self._offsets.to_qt(zone.end))
                for zone in self._marks.zones.values()
            ]
            self._folding.set_zones(zones)
            self._relay()

    def _measure(self) -> None:
        room = self.viewport().width()
        metrics = QFontMetricsF(self.document().defaultFont())
        wanted = metrics.averageCharWidth() * COLUMN_CHARACTERS
        self._layout.width = max(200.0, min(wanted, room - MARGIN - 28))
        self._layout.left = max(float(MARGIN), (room - self._layout.width) / 2)

    def _relay(self) -> None:
        """Lay every paragraph out again when it is next visible."""
        self._measure()
        block = self.document().begin()
        while block.isValid():
            block.clearLayout()
            # As many lines as Qt itself counts for a block that is not laid out.
            block.setLineCount(1 if block.isVisible() else 0)
            block = block.next()
        self._layout.documentSizeChanged.emit(self._layout.documentSize())
        self.viewport().update()

    def _block_at(self, position: int) -> QTextBlock:
        return self.document().findBlock(self._offsets.to_qt(position))

    def _visible_lines(self, part: QRect) -> Iterator[Lines]:
        """Yield the lines of each block in a part of the viewport."""
        block = self.firstVisibleBlock()
        geometry = self.blockBoundingGeometry(block).translated(self.contentOffset())
        while block.isValid() and geometry.top() <= part.bottom():
            if block.isVisible() and geometry.bottom() >= part.top() - OUTLINE:
                height = self._layout.line_height(block)
                origin = geometry.topLeft()
                yield Lines.between(block, origin, height, part.top(), part.bottom())
            block = block.next()
            if block.isValid():
                geometry = self.blockBoundingRect(block).translated(
                    geometry.left(), geometry.bottom()
                )

    def _repaint(self, painted: Sequence[Stretch]) -> None:
        """Repaint the lines of these stretches."""
        places = {self._qt_place(stretch) for stretch in painted}
        seen = self.viewport().rect()
        for lines in self._visible_lines(seen):
            for place in places:
                if lines.holds(*place):
                    self.viewport().update(lines.touched_by(*place).rectangle(seen.width()))

    def _qt_place(self, stretch: Stretch) -> tuple[int, int]:
        return self._offsets.to_qt(stretch.start), self._offsets.to_qt(stretch.end)

    def _claim(self, id_: str | None) -> Claim | None:
        return self._marks.claims.get(id_ or "") if self._marks else None

    def _emphasis(self, block: QTextBlock) -> list[tuple[int, int, bool, bool]]:
        """Return the stretches set in bold (sources) and italic (cues) in a block."""
        if self._marks is None:
            return []
        first, last = block.position(), block.position() + block.length() - 1
        span = self._offsets.span_from_qt(first, last)
        ranges: dict[tuple[int, int], tuple[bool, bool]] = {}
        for stretch in self._marks.between(span.start, span.end):
            if stretch.role in ("source", "cue"):
                start = max(0, self._offsets.to_qt(stretch.start) - first)
                end = min(last - first, self._offsets.to_qt(stretch.end) - first)
                bold, italic = ranges.get((start, end - start), (False, False))
                ranges[start, end - start] = (
                    bold or stretch.role == "source",
                    italic or stretch.role == "cue",
                )
        return [(start, length, *style) for (start, length), style in ranges.items()]

    def _headline(self, text: str) -> int:
        """Return 0 if the text begins with a headline: a short line that ends like one."""
        first, _, rest = text.partition("\n")
        is_headline = 0 < len(first) <= MAX_HEADLINE and first[-1] not in ".,;:" and rest.strip()
        return 0 if is_headline else -1
