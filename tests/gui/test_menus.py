"""Everything has a menu: the bar's, and those of a right click; a key means one thing."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from annotator.ui import window_dialogs
from annotator.ui.actions import COMMANDS
from annotator.ui.main_window import MainWindow


def test_a_right_click_on_words_offers_what_can_be_made_of_them(
    window: MainWindow, qtbot: QtBot
) -> None:
    cursor = window.page.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    window.page.setTextCursor(cursor)
    menu = window_dialogs.page_menu(window)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert "Source from the Selection" in texts
    next(a for a in menu.actions() if a.text() == "Claim from the Selection").trigger()
    claim, article = window.desk.claim(), window.desk.article
    assert claim is not None
    assert article is not None
    assert article.content_text(claim) == "Menteri"


def test_a_right_click_on_a_row_is_about_that_claim(window: MainWindow, qtbot: QtBot) -> None:
    view = window.claim_list.view
    asked: list[QPoint] = []
    window.claim_list.menu_wanted.disconnect()
    window.claim_list.menu_wanted.connect(asked.append)
    at = view.visualRect(view.model().index(1, 0)).center()
    view.customContextMenuRequested.emit(at)
    assert len(asked) == 1
    menu = window_dialogs.claim_menu(window)
    next(a for a in menu.actions() if a.text() == "Sourced").trigger()
    assert window.desk.article is not None
    assert [claim.label for claim in window.desk.article.claims] == [None, "sourced", None]


def test_every_command_is_in_a_menu(window: MainWindow) -> None:
    in_menus = {
        action.objectName() for menu in window.actions_.menus.values() for action in menu.actions()
    }
    assert {command.id for command in COMMANDS if command.text} <= in_menus


def test_no_menu_has_two_entries_on_one_access_key(window: MainWindow, qtbot: QtBot) -> None:
    bar = [action.text() for action in window.menuBar().actions()]
    letters = [text[text.index("&") + 1].lower() for text in bar]
    assert len(letters) == len(set(letters))
    qtbot.keyClick(window.page, Qt.Key.Key_Escape)
