"""Every dialog of the program says its controls' names, and Tab reaches them all."""

from collections.abc import Callable

import pytest
from dialogs import Answers, nameless, unreached
from PySide6.QtWidgets import QDialog, QTabWidget
from pytestqt.qtbot import QtBot
from scene import PASSAGE, reader

from annotator.core.annotation_transfer import Carried
from annotator.ui import window_dialogs
from annotator.ui.dialogs.passphrase import PassphraseDialog
from annotator.ui.dialogs.update_dialog import UpdateDialog
from annotator.ui.main_window import MainWindow


def ask_scheme(window: MainWindow) -> None:
    window.choices.ask_scheme(window, window.theme)


OPENERS: dict[str, Callable[[MainWindow], object]] = {
    "settings": window_dialogs.show_settings,
    "scheme": ask_scheme,
    "history": window_dialogs.show_history,
    "evidence": window_dialogs.ask_evidence,
    "details": window_dialogs.ask_details,
    "export": lambda window: window.exports.ask(window),
    "import": lambda window: window.files.imports.ask(window),
    "address": lambda window: window.files.ask_address(window),
    "passphrase": lambda window: PassphraseDialog(window).exec(),
    "update": lambda window: UpdateDialog(window.desk, Carried((), ()), window).exec(),
}


@pytest.mark.parametrize("name", OPENERS)
def test_a_dialog_is_wholly_usable_by_keyboard_and_screen_reader(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    reader(window).answer(PASSAGE)

    def act(dialog: QDialog) -> None:
        tabs = dialog.findChild(QTabWidget)
        for page in range(tabs.count() if isinstance(tabs, QTabWidget) else 1):
            if isinstance(tabs, QTabWidget):
                tabs.setCurrentIndex(page)
            assert dialog.windowTitle()
            assert nameless(dialog) == []
            assert unreached(dialog) == []
        dialog.reject()

    answers = Answers(act)
    OPENERS[name](window)
    answers.given()
