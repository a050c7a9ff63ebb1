"""Every dialog of the program says its controls' names, and Tab reaches them all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from dialogs import Answers, nameless, unreached
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget
from pytestqt.qtbot import QtBot
from scene import PASSAGE, OpenWindow, reader

from annotator import app
from annotator.core.annotation_transfer import Carried
from annotator.storage import settings as settings_file
from annotator.ui import window_dialogs
from annotator.ui.dialogs.import_dialog import ImportDialog, _read_table
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
    "keys": window_dialogs.show_keys,
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


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_dialog_fits_a_small_screen(
    open_window: OpenWindow, home: app.Home, article_file: Path, tmp_path: Path, lang: str
) -> None:
    settings = settings_file.load(home.settings)
    settings_file.save(home.settings, replace(settings, language=lang, lesson_done=True))
    window = open_window(article_file)
    reader(window).answer(PASSAGE)
    table = tmp_path / "table.csv"
    table.write_text("id,text\n1,Stok beras aman.\n", encoding="utf-8")

    def act(dialog: QDialog) -> None:
        if isinstance(dialog, ImportDialog):
            dialog._show_table(_read_table(table, None))
        least = dialog.minimumSizeHint()
        assert (least.width() <= 1280, least.height() <= 620) == (True, True), dialog.windowTitle()
        dialog.resize(1280, 620)
        assert dialog.height() == 620
        for box in dialog.findChildren(QDialogButtonBox):
            place = QRect(box.mapTo(dialog, QPoint(0, 0)), box.size())
            assert dialog.rect().contains(place), dialog.windowTitle()
            assert box.height() >= box.minimumSizeHint().height()
        dialog.reject()

    for open_dialog in OPENERS.values():
        answers = Answers(act)
        open_dialog(window)
        answers.given()
    app.speak(settings_file.Settings(language="en"))
