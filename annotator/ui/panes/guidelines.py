"""The annotation guidelines, beside the work."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QTextBrowser, QWidget


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
