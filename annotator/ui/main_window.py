"""The window: puts the panes side by side and joins menus, keys and panes to the desk."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError, NotSavedError
from annotator.core.scheme import Scheme
from annotator.ui.actions import Actions
from annotator.ui.article_list import ArticleList
from annotator.ui.banner import Banner
from annotator.ui.choices import Choices
from annotator.ui.claim_list import ClaimList
from annotator.ui.desk import Desk
from annotator.ui.files import Files
from annotator.ui.inspector import Inspector
from annotator.ui.keys_sheet import KeysSheet
from annotator.ui.page import Page
from annotator.ui.page_header import PageHeader
from annotator.ui.status_line import StatusLine
from annotator.ui.theme import Theme, palette, style_sheet

SMALLEST_TEXT, LARGEST_TEXT = 11, 40


class MainWindow(QMainWindow):
    """Assemble the panes; what they do is theirs and the Desk's."""

    def __init__(
        self, desk: Desk, files: Files, choices: Choices, scheme: Scheme, theme: Theme
    ) -> None:
        super().__init__()
        self.desk = desk
        self.files = files
        self.choices = choices
        self._warned = False
        self.page = Page(theme, scheme)
        self.header = PageHeader()
        self.banner = Banner()
        self.article_list = ArticleList(desk, theme)
        self.actions_ = Actions(self, self.menuBar(), scheme, self._slots(scheme))
        reject_key = self.actions_["reject"].shortcut().toString()
        self.inspector = Inspector(desk, scheme, theme, reject_key)
        self.claim_list = ClaimList(desk, scheme, theme)
        self.status_line = StatusLine(desk)
        choices.add_to(self.actions_.menus["View"])
        self.setStatusBar(self.status_line)
        self.setCentralWidget(self._panes())
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self._join()
        self.set_theme(theme)
        self.page.set_text_size(desk.settings.text_size)
        self._title()

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in other colours."""
        self.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))
        for pane in (self.page, self.article_list, self.inspector, self.claim_list):
            pane.set_theme(theme)

    def _panes(self) -> QSplitter:
        middle = QWidget()
        middle.setObjectName("pageColumn")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.header)
        column.addWidget(self.page, 1)
        right = QWidget()
        right.setObjectName("inspector")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 14, 14, 8)
        column.setSpacing(14)
        column.addWidget(self.inspector)
        column.addWidget(self.claim_list, 1)
        panes = QSplitter()
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        for pane in (self.article_list, middle, right):
            pane.setMinimumWidth(180)
            panes.addWidget(pane)
        panes.setSizes([236, 850, 354])
        panes.setStretchFactor(1, 1)
        panes.splitterMoved.connect(lambda *_: self._align_header())
        return panes

    def _join(self) -> None:
        desk = self.desk
        desk.article_shown.connect(self._show_article)
        desk.changed.connect(self.page.take)
        desk.changed.connect(lambda article, _: self._head(article))
        desk.focused.connect(lambda id_: self.page.set_focus(id_ or None))
        desk.reading_changed.connect(lambda: self._head(desk.article))
        desk.failed.connect(self._say)
        desk.saver.failed.connect(lambda _, error: self._say(error))
        self.page.claim_pointed.connect(desk.point_to)
        self.claim_list.claim_pointed.connect(desk.point_to)
        self.article_list.row_chosen.connect(desk.show)
        self.inspector.tag_requested.connect(desk.tag)
        self.inspector.reject_requested.connect(desk.reject)
        self.choices.changed.connect(self._follow_choices)
        self._follow_choices()

    def _follow_choices(self) -> None:
        # Enter stays the lists' own key unless there is a suggestion to accept.
        self.actions_["accept"].setEnabled(self.desk.settings.assist == "suggest")
        self.inspector.show_claim()

    def _slots(self, scheme: Scheme) -> dict[str, Callable[[], object]]:
        desk, files, page = self.desk, self.files, self.page
        tags: dict[str, Callable[[], object]] = {
            f"tag:{label.key}": lambda key=label.key: desk.tag(key)  # type: ignore[misc]
            for label in scheme.labels
        }
        return tags | {
            "open": lambda: files.ask_files(self),
            "open_folder": lambda: files.ask_folder(self),
            "open_sample": files.open_sample,
            "paste": files.paste,
            "save": files.save_now,
            "save_elsewhere": lambda: files.ask_elsewhere(self),
            "name": lambda: self.choices.ask_name(self),
            "quit": self.close,
            "undo": desk.undo,
            "redo": desk.redo,
            "copy": page.copy,
            "accept": desk.accept,
            "clear": desk.clear,
            "reject": desk.reject,
            "create_claim": self._create_claim,
            "next": lambda: desk.move(1),
            "previous": lambda: desk.move(-1),
            "next_open": lambda: desk.move(1, only_open=True),
            "previous_open": lambda: desk.move(-1, only_open=True),
            "next_article": lambda: desk.show(desk.row + 1),
            "previous_article": lambda: desk.show(desk.row - 1),
            "larger": lambda: self._resize_text(1),
            "smaller": lambda: self._resize_text(-1),
            "furniture": page.toggle_furniture,
            "keys": lambda: KeysSheet(self.actions_, self).exec(),
        }

    def _show_article(self, article: Article) -> None:
        self.page.show_article(article)
        self._head(article)
        self._title()
        self.page.setFocus()

    def _head(self, article: Article | None) -> None:
        self.header.show_article(article, reading=self.desk.is_being_read(self.desk.place))

    def _title(self) -> None:
        article = self.desk.article
        self.setWindowTitle(
            f"{article.source or article.id} — Annotator" if article else "Annotator"
        )

    def _create_claim(self) -> None:
        selection = self.page.selection()
        if selection is not None and self.desk.create_claim(selection):
            self.page.drop_selection()

    def _resize_text(self, step: int) -> None:
        size = max(SMALLEST_TEXT, min(LARGEST_TEXT, self.desk.settings.text_size + step))
        self.choices.choose(text_size=size)
        self.page.set_text_size(size)
        self._align_header()

    def _say(self, error: AnnotatorError) -> None:
        self.banner.say(error)
        if isinstance(error, NotSavedError):
            self.banner.offer(self.tr("Save elsewhere…"), lambda: self.files.ask_elsewhere(self))

    def _align_header(self) -> None:
        self.header.set_column(*self.page.column())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the header over the text."""
        super().resizeEvent(event)
        self._align_header()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything; if that fails, say so and close only when asked again."""
        problems = self.files.save_all()
        if problems and not self._warned:
            self._warned = True
            for problem in problems:
                self._say(problem)
            event.ignore()
            return
        self.desk.leave()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.files.drop(event.mimeData())
        event.acceptProposedAction()
