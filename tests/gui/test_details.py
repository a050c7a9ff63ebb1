"""An article's details: one change, kept, undone, and on the page."""

from pathlib import Path

from dialogs import Answers, nameless, unreached
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot
from scene import OpenWindow

from annotator.storage.history import History, history_path
from annotator.ui import window_dialogs
from annotator.ui.dialogs.details_dialog import DetailsDialog
from annotator.ui.main_window import MainWindow
from annotator.workflows.locations import annotations_path

CONTROL = Qt.KeyboardModifier.ControlModifier


def meta(window: MainWindow) -> str:
    label = window.header.findChild(QLabel, "meta")
    assert isinstance(label, QLabel)
    return label.text()


def test_details_are_one_change_that_can_be_undone(
    window: MainWindow, qtbot: QtBot, article_file: Path, open_window: OpenWindow
) -> None:
    assert window.desk.article is not None
    before = window.desk.article.header

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, DetailsDialog)
        assert nameless(dialog) == []
        assert unreached(dialog) == []
        dialog.fields["title"].setFocus()
        for typed in ("Stok <b>beras</b>", "Kabar Uji", "Rina", "2026-11-20", "https://x.test/1"):
            focus = dialog.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, Qt.Key.Key_A, CONTROL)
            QTest.keyClicks(focus, typed)
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        dialog.fields["original_lang"].setText("en")
        dialog.translated.setFocus()
        QTest.keyClick(dialog.translated, Qt.Key.Key_Down)
        QTest.keyClick(dialog.translated, Qt.Key.Key_Return)

    answers = Answers(act)
    qtbot.keyClick(window.page, Qt.Key.Key_I, CONTROL)
    answers.given()
    header = window.desk.article.header
    assert (header.title, header.outlet, header.author) == (
        "Stok <b>beras</b>",
        "Kabar Uji",
        "Rina",
    )
    assert (header.date, header.url) == ("2026-11-20", "https://x.test/1")
    assert (header.machine_translated, header.original_lang) == (True, "en")
    assert (header.lang, header.reading) == (before.lang, before.reading)
    assert "Kabar Uji · Rina · 2026-11-20" in meta(window)
    assert "translated by machine from English" in meta(window)
    log = History(history_path(annotations_path(article_file)))
    assert [change.did for _, change in log.changes("beras")] == ["read", "details"]
    log.close()
    window.close()
    again = open_window(article_file)
    assert again.desk.article is not None
    assert again.desk.article.header == header
    qtbot.keyClick(again.page, Qt.Key.Key_Z, CONTROL)
    assert again.desk.article.header == before


def test_what_others_would_not_understand_is_refused(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk.article is not None
    before = window.desk.article

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, DetailsDialog)
        for field, text, said in (
            ("date", "20 November", "2026-11-23"),
            ("date", "20261120", "2026-11-23"),
            ("lang", "Indonesia", "by its code"),
            ("original_lang", "English", "by its code"),
        ):
            old = dialog.fields[field].text()
            dialog.fields[field].setText(text)
            dialog.accept()
            assert dialog.isVisible()
            assert said in dialog.fault.text()
            dialog.fields[field].setText(old)
        dialog.accept()

    answers = Answers(act)
    window_dialogs.ask_details(window)
    answers.given()
    # Nothing differs, so no change was made.
    assert window.desk.article == before
