"""The lines above the page: the article's title and details."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.article import Article, Header
from annotator.formats.documents.document import LEFT_OUT
from annotator.ui import counts
from annotator.ui.panes.elided_label import ElidedLabel
from annotator.ui.panes.plain_text import plain_label, shown

# The languages the program can read claims in; for others it says that it can't.
READ = ("id", "en")


class PageHeader(QWidget):
    """Show title, file, language and counts, in the page's own column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageColumn")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = plain_label(name="title")
        font = QFont("Noto Serif")
        font.setPixelSize(23)
        font.setBold(True)
        self._title.setFont(font)
        self._counted: tuple[str, int] = ("", 0)
        # Always one line, also when marks arrive: the text must not move.
        self._meta = ElidedLabel("meta")
        self._title.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._column.addWidget(self._title)
        self._column.addWidget(self._meta)
        self.set_column(96, 600)

    def set_column(self, left: int, width: int) -> None:
        """Align the header with the text column."""
        right = max(0, self.width() - left - width)
        self._column.setContentsMargins(left, 22, right, 8)

    def show_article(self, article: Article | None, *, reading: bool) -> None:
        """Show an article's details; a headline that is on the page is not repeated."""
        title = article.header.title if article else None
        on_page = article is not None and article.text.lstrip().startswith(title or "\0")
        self._title.setText(shown(title or ""))
        self._title.setVisible(bool(title) and not on_page)
        self._meta.setText(self._said(article, reading=reading) if article else "")

    def _said(self, article: Article, *, reading: bool) -> str:
        header = article.header
        parts = [
            shown(article.source or article.id),
            *(shown(known) for known in (header.outlet, header.author, header.date) if known),
            self._language(header),
            self.tr("%Ln words", "", self._words(article)),
        ]
        if header.lang is not None and header.lang not in READ:
            parts.append(self.tr("in this language only quotations and numbers are highlighted"))
        if article.source_encoding not in (None, "utf-8", "utf-8-sig"):
            parts.append(self.tr("read as {encoding}").format(encoding=article.source_encoding))
        if article.claims or article.entities:
            held = (counts.claims(len(article.claims)), counts.entities(len(article.entities)))
            parts.append(", ".join(held))
        if article.zones:
            parts.append(self.tr("%Ln lines set aside as page furniture", "", len(article.zones)))
        if missing := self._left_out(article):
            parts.append(self.tr("not shown: {what}").format(what=missing))
        if reading:
            parts.append(self.tr("highlighting…"))
        return " · ".join(part for part in parts if part)

    def _left_out(self, article: Article) -> str:
        """Name visible parts of the document that are not text, such as pictures."""
        names: dict[str, Callable[[int], str]] = {
            "pictures": lambda n: self.tr("%Ln pictures", "", n),
            "films and sounds": lambda n: self.tr("%Ln films and sounds", "", n),
            "embedded parts": lambda n: self.tr("%Ln embedded parts", "", n),
            "formulas": lambda n: self.tr("%Ln formulas", "", n),
            "attachments": lambda n: self.tr("%Ln attachments", "", n),
            "deletions": lambda n: self.tr("%Ln deletions", "", n),
            "pages without text": lambda n: self.tr("%Ln pages without text", "", n),
            "unreadable characters": lambda n: self.tr("%Ln unreadable characters", "", n),
            "missing parts": lambda n: self.tr("%Ln missing parts", "", n),
        }
        left_out = article.extra.get(LEFT_OUT)
        said = left_out if isinstance(left_out, dict) else {}
        return ", ".join(
            name(said[kind]) for kind, name in names.items() if _is_count(said.get(kind))
        )

    def _language(self, header: Header) -> str:
        """Name its language and, if it was translated, the original language."""
        names = {"id": self.tr("Indonesian"), "en": self.tr("English")}
        lang, original = (
            names.get(code or "", code or "") for code in (header.lang, header.original_lang)
        )
        if header.machine_translated and original:
            said = self.tr("translated by machine from {lang}").format(lang=original)
        elif header.machine_translated:
            said = self.tr("translated by machine")
        else:
            said = self.tr("translated from {lang}").format(lang=original) if original else ""
        return ", ".join(shown(part) for part in (lang, said) if part)

    def _words(self, article: Article) -> int:
        """Count the words once for each text, not at each change."""
        if self._counted[0] != article.sha256:
            self._counted = (article.sha256, len(article.text.split()))
        return self._counted[1]


def _is_count(value: object) -> bool:
    """Return True if a value is a count: a record can come from anywhere."""
    return isinstance(value, int) and 0 < value < 1 << 31
