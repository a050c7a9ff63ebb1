"""The window: it lays out the panes; connections.py connects their signals."""

from collections.abc import Callable
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.article import Article
from annotator.core.claim_navigation import position
from annotator.core.scheme import Scheme
from annotator.core.spans import Span
from annotator.storage.recent import RecentCorpora
from annotator.storage.settings import Settings
from annotator.ui.actions import Actions
from annotator.ui.dialogs.choice_texts import LARGEST_TEXT, SMALLEST_TEXT
from annotator.ui.notices import Notices
from annotator.ui.page.page import Page
from annotator.ui.page.page_header import PageHeader
from annotator.ui.panes.article_list import ArticleList
from annotator.ui.panes.banner import Banner
from annotator.ui.panes.claim_pane import WIDTH, ClaimPane
from annotator.ui.panes.guidelines import Guidelines
from annotator.ui.panes.lesson import Lesson
from annotator.ui.panes.search import Search
from annotator.ui.panes.start_page import StartPage
from annotator.ui.panes.status_line import StatusLine
from annotator.ui.session.background_task import BackgroundTask
from annotator.ui.session.choices import Choices
from annotator.ui.session.claim_editing import ClaimEditor
from annotator.ui.session.desk import Desk
from annotator.ui.session.exports import Exports
from annotator.ui.session.files import Files
from annotator.ui.session.remembering import Remembering
from annotator.ui.theme import Theme, palette, style_sheet

SIZE = QSize(1440, 900)
# The desktop's panels and title bar; without them the status line is off a small screen.
FRAME = QSize(4, 40)
# The page is still readable at this width; the article list is hidden first.
PAGE_WIDTH = 330
# In a window narrower than this the guidelines replace the article list.
WIDE = 1280


class MainWindow(QMainWindow):
    """Lay out the panes; their content comes from the Desk."""

    def __init__(
        self,
        desk: Desk,
        files: Files,
        choices: Choices,
        theme: Theme,
        make_guidelines: Callable[[QWidget], Guidelines],
        recent: RecentCorpora,
    ) -> None:
        super().__init__()
        self._scheme = scheme = choices.scheme()
        self.desk = desk
        self.files = files
        self.choices = choices
        self.editor = ClaimEditor(desk, self)
        self.exports = Exports(desk, choices, self)
        self.remembering = Remembering(desk, recent, self)
        self._make_guidelines = make_guidelines
        self._guidelines: Guidelines | None = None
        self.theme = theme
        self._warned = False
        self.page = Page(theme, scheme)
        self.header = PageHeader()
        self.banner = Banner()
        self.lesson = Lesson(desk)
        self.start_page = StartPage(recent)
        choices.add_to_foot(self.start_page.foot)
        self._middle_stack = QStackedWidget()
        self.article_list = ArticleList(desk, theme)
        self.claim_pane = ClaimPane(desk, scheme, theme)
        self.inspector = self.claim_pane.inspector
        self.label_bar = self.claim_pane.label_bar
        self.notes = self.claim_pane.notes
        self.claim_list = self.claim_pane.claim_list
        self.search = Search(desk)
        self.status_line = StatusLine(desk)
        self.notices = Notices(desk, files, self.banner, self.status_line, self)
        self.editor.set_scheme(scheme)
        self.actions_ = Actions(self, self.menuBar(), scheme, self.editor.tag)
        choices.add_to(self.actions_.menus["View"])
        self.menuBar().setCornerWidget(self._corner())
        self.setStatusBar(self.status_line)
        self.setCentralWidget(self._panes())
        self._order_tabs()
        self.setAcceptDrops(True)
        self.resize(SIZE.boundedTo(self.screen().availableSize() - FRAME))
        self.set_theme(theme)
        self.follow_choices(desk.settings)
        self.show_start()

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme."""
        self.theme = theme
        self.setPalette(palette(theme))
        # Dialogs are separate windows, which take their palette from here.
        QApplication.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))
        for pane in (self.page, self.article_list, self.label_bar, self.claim_list):
            pane.set_theme(theme)

    def set_scheme(self, scheme: Scheme) -> None:
        """Offer other labels everywhere."""
        self._scheme = scheme
        self.actions_.set_scheme(scheme)
        self.editor.set_scheme(scheme)
        for pane in (self.page, self.inspector, self.label_bar, self.claim_list):
            pane.set_scheme(scheme)
        self._order_tabs()

    def follow_choices(self, settings: Settings) -> None:
        """Follow other settings."""
        self.actions_.set_keys(settings.keys)
        self.label_bar.set_reject_key(self.actions_.first_key("reject"))
        # Enter stays the key of the lists unless there is a suggestion to accept.
        self.actions_["accept"].setEnabled(settings.assist == "suggest")
        self.actions_["open_address"].setEnabled(settings.allow_web)
        self.page.set_text_size(settings.text_size)
        self._align_header()
        self.inspector.show_claim()
        self.label_bar.show_claim()
        self.status_line.follow_choices(settings)

    # The content shown

    def show_start(self) -> None:
        """Show the start page, in place of the article and the panes around it."""
        self._middle_stack.setCurrentWidget(self.start_page)
        for pane in (self.article_list, self.claim_pane):
            pane.hide()
        self._title()
        self.start_page.refresh()

    def show_article(self, article: Article) -> None:
        """Put an article on the page."""
        if self._middle_stack.currentWidget() is self.start_page:
            self._middle_stack.setCurrentIndex(0)
            for pane in (self.article_list, self.claim_pane):
                pane.show()
        self.page.show_article(article)
        self.show_header()
        self._title()
        self.page.setFocus()

    def show_header(self) -> None:
        """Update the article's header and state."""
        reading = self.desk.is_being_read(self.desk.place)
        self.header.show_article(self.desk.article, reading=reading)

    def announce_focus(self) -> None:
        """Make the claim in focus available to screen readers."""
        article, claim = self.desk.article, self.desk.claim()
        said = ""
        if article is not None and claim is not None:
            label = self._scheme.label(claim.label).name if claim.label else self.tr("open")
            said = self.tr("Claim {number} of {count}, {label}: {content}").format(
                number=(position(article.claims, claim.id) or 0) + 1,
                count=len(article.claims),
                label=label,
                content=article.content_text(claim),
            )
        self.page.setAccessibleDescription(said)
        if said and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.page, said))

    def show_guidelines(self) -> None:
        """Show the guidelines beside the page, or hide them."""
        showing = self._guidelines is None or self._guidelines.isHidden()
        if self.width() < WIDE:
            # Before they are shown: otherwise the window would grow.
            self.article_list.setVisible(not showing)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if self._guidelines is None:
            self._guidelines = self._make_guidelines(self)
            self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._guidelines)
        self._guidelines.setVisible(showing)

    def show_rule(self, rule: str) -> None:
        """Show a rule of the guidelines, beside the page."""
        if self._guidelines is None or self._guidelines.isHidden():
            self.show_guidelines()
        if self._guidelines is not None:
            self._guidelines.show_rule(rule)

    def begin_lesson(self) -> None:
        """Start the lesson, on the sample article if none is open."""
        if self.desk.article is None:
            self.files.open_sample()
        self.lesson.begin()

    # Actions on the page

    def with_selection(self, act: Callable[[Span], object]) -> None:
        """Apply an action to the selection, or say that something must be selected."""
        selection = self.page.selection()
        if selection is None:
            said = self.tr("Select words first: with the mouse, or with Shift and the arrow keys.")
            self.status_line.hint(said)
        elif act(selection):
            self.page.drop_selection()

    def resize_text(self, step: int) -> None:
        """Make the letters larger or smaller, and remember it."""
        size = max(SMALLEST_TEXT, min(LARGEST_TEXT, self.desk.settings.text_size + step))
        self.choices.choose(replace(self.desk.settings, text_size=size))

    def toggle(self, pane: QWidget) -> None:
        """Show a pane, or hide it to give its space to the page."""
        pane.setVisible(pane.isHidden())
        if not self.page.isAncestorOf(self.focusWidget() or self.page):
            self.page.setFocus()

    # Qt events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the header aligned with the text."""
        super().resizeEvent(event)
        self._align_header()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything; if that fails, say so and close only when asked again."""
        self.search.settle()
        self.files.imports.stop()
        self.choices.relabelling.stop()
        for work in self.findChildren(BackgroundTask):
            work.settle()
        problems = self.files.save_all()
        if problems and not self._warned:
            self._warned = True
            for problem in problems:
                self.notices.say(problem)
            event.ignore()
            return
        self.remembering.keep()
        self.desk.leave()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.files.drop(event.mimeData())
        event.acceptProposedAction()

    # Inside

    def _panes(self) -> QSplitter:
        panes = QSplitter()
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        for pane in (self.article_list, self._middle(), self.claim_pane):
            panes.addWidget(pane)
        self.article_list.setMinimumWidth(160)
        panes.setSizes([228, 850, WIDTH])
        panes.setStretchFactor(1, 1)
        panes.splitterMoved.connect(lambda *_: self._align_header())
        return panes

    def _middle(self) -> QWidget:
        middle = QWidget()
        middle.setObjectName("pageColumn")
        middle.setMinimumWidth(PAGE_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.banner, self.lesson):
            column.addWidget(widget)
        reading = QWidget()
        inner = QVBoxLayout(reading)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.header)
        inner.addWidget(self.page, 1)
        self._middle_stack.addWidget(reading)
        self._middle_stack.addWidget(self.start_page)
        column.addWidget(self._middle_stack, 1)
        return middle

    def _order_tabs(self) -> None:
        """Tab goes from the page to the claim, its note, the lists and the search."""
        stops = [
            self.page,
            *self.inspector.stops(),
            *self.label_bar.stops(),
            self.notes.note,
            self.notes.evidence,
            self.claim_list.view,
            self.article_list.view,
            self.search,
        ]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _corner(self) -> QWidget:
        corner = QWidget(self)
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 3, 12, 3)
        row.addWidget(self.search)
        return corner

    def _title(self) -> None:
        article = self.desk.article
        name = f"{article.source or article.id} — " if article else ""
        self.setWindowTitle(f"{name}Annotator")

    def _align_header(self) -> None:
        self.header.set_column(*self.page.column())
