"""The menu of a claim's evidence: open, copy, edit and remove each piece."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QMessageBox

from annotator.core.spans import Evidence
from annotator.ui.i18n import translate
from annotator.ui.panes.plain_text import shown
from annotator.ui.window_dialogs import ask_evidence

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

LONGEST = 60


def show_evidence_menu(window: "MainWindow", at: QPoint) -> None:
    """Show the menu; for a claim without evidence, ask for some at once."""
    claim = window.desk.claim()
    if claim is None or not claim.evidence:
        ask_evidence(window)
        return
    menu = evidence_menu(window, claim.evidence)
    menu.exec(at)
    menu.deleteLater()


def evidence_menu(window: "MainWindow", evidence: tuple[Evidence, ...]) -> QMenu:
    """Make the menu, with a submenu for each of several pieces."""
    menu = QMenu(window)
    for piece in evidence:
        name = shown(piece.title or piece.link)[:LONGEST].replace("&", "&&")
        part = menu.addMenu(name) if len(evidence) > 1 else menu
        if is_address(piece.link):
            part.addAction(translate("EvidenceMenu", "Open in the Browser…")).triggered.connect(
                lambda _=False, p=piece: open_address(window, p.link)
            )
        if piece.link:
            part.addAction(translate("EvidenceMenu", "Copy the Address")).triggered.connect(
                lambda _=False, p=piece: QGuiApplication.clipboard().setText(p.link)
            )
        part.addAction(translate("EvidenceMenu", "Edit…")).triggered.connect(
            lambda _=False, p=piece: ask_evidence(window, p)
        )
        part.addAction(translate("EvidenceMenu", "Remove")).triggered.connect(
            lambda _=False, p=piece: window.editor.remove_evidence(p)
        )
    menu.addSeparator()
    menu.addAction(translate("EvidenceMenu", "Add Evidence…")).triggered.connect(
        lambda _: ask_evidence(window)
    )
    return menu


def is_address(link: str) -> bool:
    """Return True if a link is a web address, and not the number of a document or a file."""
    return QUrl(link).scheme() in ("http", "https")


def open_address(window: "MainWindow", link: str) -> None:
    """Open a web address in the browser, after the person agrees to go online."""
    box = QMessageBox(window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(translate("EvidenceMenu", "Open in the Browser"))
    box.setText(translate("EvidenceMenu", "Your browser will go online and open this address:"))
    box.setInformativeText(shown(link))
    box.setStandardButtons(QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel)
    if box.exec() == QMessageBox.StandardButton.Open:
        QDesktopServices.openUrl(QUrl(link))
