"""The dialogs and menus that the window's commands open.

Dialogs are imported on request, so that the window opens sooner.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from annotator.core import claim_edits
from annotator.core.spans import Evidence
from annotator.ui.dialogs.entity_menu import EntityMenu

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def show_keys(window: "MainWindow") -> None:
    """Show the sheet of all keys."""
    from annotator.ui.dialogs.keys_sheet import KeysSheet

    KeysSheet(window.actions_, window).exec()


def show_settings(window: "MainWindow") -> None:
    """Show the settings."""
    window.choices.ask_settings(window, window.theme)


def show_history(window: "MainWindow") -> None:
    """Show the article's history, and offer to restore any state."""
    if window.desk.article is not None:
        from annotator.ui.dialogs.history_dialog import HistoryDialog

        HistoryDialog(window.desk, window.editor, window.choices.scheme(), window).exec()


def ask_details(window: "MainWindow") -> None:
    """Ask for the article's details."""
    if window.desk.article is not None:
        from annotator.ui.dialogs.details_dialog import DetailsDialog

        dialog = DetailsDialog(window.desk.article, window)
        if dialog.exec() == DetailsDialog.DialogCode.Accepted:
            window.editor.set_details(**dialog.altered())
        dialog.deleteLater()


def ask_entity(window: "MainWindow") -> None:
    """Ask for the type of an entity in the selection, or around the caret."""
    article, selection = window.desk.article, window.page.selection_or_caret()
    if article is None:
        return
    remove: Callable[[], object] | None = None
    if claim_edits.entities_at(article, selection):
        remove = lambda: window.editor.remove_entities(selection)  # noqa: E731
    menu = EntityMenu(lambda label: window.editor.create_entity(selection, label), remove, window)
    menu.ask(window.page.viewport().mapToGlobal(window.page.cursorRect().bottomLeft()))


# The commands for words of the page, and for a claim; None is a line between groups.
ON_THE_PAGE = (
    "create_claim", "add_content", None, "set_source", "set_cue", "add_cue", "toggle_hedge", None,
    "divide", "entity", "mark_furniture", None, "copy",
)  # fmt: skip
ON_A_CLAIM = (
    "clear", "reject", None, "source_type", "note", "evidence", "why", None, "merge",
)  # fmt: skip


def page_menu(window: "MainWindow") -> QMenu:
    """Make the menu of the page: the same commands as in the menu bar, with their keys."""
    return _menu(window, ON_THE_PAGE)


def claim_menu(window: "MainWindow") -> QMenu:
    """Make the menu of the claim in focus: its labels first."""
    labels = tuple(f"tag:{key}" for key in window.label_bar.tiles)
    return _menu(window, (*labels, None, *ON_A_CLAIM))


def show_menu(menu: QMenu, at: QPoint) -> None:
    """Show a menu at a place of the screen."""
    menu.exec(at)
    menu.deleteLater()


def _menu(window: "MainWindow", ids: tuple[str | None, ...]) -> QMenu:
    menu = QMenu(window)
    for id_ in ids:
        if id_ is None:
            menu.addSeparator()
        else:
            menu.addAction(window.actions_[id_])
    return menu


def ask_evidence(window: "MainWindow", before: Evidence | None = None) -> None:
    """Ask for a piece of evidence for the claim in focus, or edit one."""
    if window.desk.claim() is None:
        return
    from annotator.ui.dialogs.evidence_dialog import EvidenceDialog

    dialog = EvidenceDialog(before, window)
    if dialog.exec() == EvidenceDialog.DialogCode.Accepted:
        window.editor.set_evidence(before, dialog.evidence())
    dialog.deleteLater()
