"""Show the annotation guidelines; references to rules are links."""

import html
import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextListFormat
from PySide6.QtWidgets import QDockWidget, QTextBrowser, QTextEdit, QWidget

# A rule at the end of a reason: (guideline 1, R1), (pedoman 4.2), (4.3).
_REFERENCE = re.compile(r"\((?:[^\W\d]+ )?(?:\d, )?(\d(?:\.\d)?|[A-Z]\d?)\)$")


class Guidelines(QDockWidget):
    """Show the guidelines in the language of the interface; no link leads outside."""

    def __init__(self, folder: Path, lang: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Guidelines"))
        self.setObjectName("guidelines")
        self.setAllowedAreas(
            Qt.DockWidgetArea.RightDockWidgetArea | Qt.DockWidgetArea.LeftDockWidgetArea
        )
        path = folder / f"{lang}.md"
        text = (path if path.exists() else folder / "en.md").read_text("utf-8")
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setMarkdown(text)
        self.browser.setMinimumWidth(260)
        self.browser.setAccessibleName(self.tr("Guidelines"))
        self.setWidget(self.browser)

    def show_rule(self, rule: str) -> bool:
        """Scroll to a rule and tint it; return False if there is none of that name."""
        block = self._find(rule)
        if block is None:
            return False
        tint = QTextEdit.ExtraSelection()
        cursor = QTextCursor(block)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        setattr(tint, "cursor", cursor)  # noqa: B010 # the stubs lack it
        tint.format.setBackground(self.palette().highlight())
        tint.format.setForeground(self.palette().highlightedText())
        self.browser.setExtraSelections([tint])
        layout = self.browser.document().documentLayout()
        self.browser.verticalScrollBar().setValue(round(layout.blockBoundingRect(block).top()))
        return True

    def _find(self, rule: str) -> QTextBlock | None:
        section, _, item = rule.partition(".")
        inside, items = False, 0
        block = self.browser.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                inside = block.text().startswith(f"{section}.")
                if inside and not item:
                    return block
            elif block.text().startswith(f"{rule} "):
                return block
            elif inside and _numbered(block):
                items += 1
                if str(items) == item:
                    return block
            block = block.next()
        return None


def with_links(reason: str) -> str:
    """Return a reason as HTML, in which the named rule is a link."""
    found = _REFERENCE.search(reason)
    if found is None:
        return html.escape(reason)
    before, named = html.escape(reason[: found.start()]), html.escape(found.group())
    return f'{before}<a href="{found.group(1)}">{named}</a>'


def _numbered(block: QTextBlock) -> bool:
    parts = block.textList()
    return parts is not None and parts.format().style() == QTextListFormat.Style.ListDecimal
