"""A whole article, from opening to export, with no mouse and the real reading process."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from dialogs import Answers
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator import app
from annotator.core import record
from annotator.storage.settings import Settings
from annotator.storage.settings import save as save_settings
from annotator.ui.dialogs.export_dialog import ExportDialog
from annotator.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NEWS = (
    "Menteri Perdagangan Ani Sari mengatakan stok beras 😀 aman sampai Maret.\n\n"
    "Sejumlah warga menduga harga akan naik pekan depan.\n\n"
    "Pasar Induk buka seperti biasa.\n"
)


@pytest.fixture
def window(qtbot: QtBot, home: app.Home, tmp_path: Path) -> Iterator[MainWindow]:
    """The program as a person starts it on a text file."""
    article = tmp_path / "beras.txt"
    article.write_text(NEWS, encoding="utf-8")
    app.application()
    save_settings(home.settings, Settings(person="rina", lesson_done=True))
    window = app.build_window(home)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.desk.open([article])
    qtbot.waitUntil(lambda: not window.desk.is_being_read(window.desk.place), timeout=60_000)
    yield window
    if shiboken6.isValid(window):
        window.close()


def press(keys: str) -> None:
    """Type where the focus is, as a keyboard does."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, key)


def test_a_whole_article_without_a_mouse(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    desk, page = window.desk, window.page
    assert QApplication.focusWidget() is page
    assert desk.article is not None
    found = len(desk.article.claims)
    assert found >= 2

    # Read: to the end and back again, claim by claim.
    QTest.keyClick(page, Qt.Key.Key_End, CONTROL)
    press("jk")
    # Tag all that are open; each key goes on to the next.
    press("132"[:found].ljust(found, "2"))
    assert all(claim.decided for claim in desk.article.claims)

    # A claim of one's own, of the last line's words, selected with Shift and the arrows.
    QTest.keyClick(page, Qt.Key.Key_End, CONTROL)
    while page.caret() > NEWS.index("Pasar"):
        QTest.keyClick(page, Qt.Key.Key_Left, CONTROL)
    for _ in range(2):
        QTest.keyClick(page, Qt.Key.Key_Right, CONTROL | SHIFT)
    press("c")
    made = desk.claim()
    assert made is not None
    assert desk.article.content_text(made) == "Pasar Induk"
    press("}}}2")
    tagged = desk.article.claim(made.id)
    assert tagged is not None
    assert desk.article.content_text(tagged) == "Pasar Induk buka seperti biasa"
    assert tagged.label == "sourced"

    # A second thought, and a third one.
    QTest.keyClick(page, Qt.Key.Key_Z, CONTROL)
    assert desk.article.claim(made.id) != tagged
    QTest.keyClick(page, Qt.Key.Key_Y, CONTROL)
    assert desk.article.claim(made.id) == tagged

    # Out, as CSV: Ctrl+E, down the list to the format, Enter.
    def export(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        press("cl")
        while dialog.exporter().name != "csv":
            QTest.keyClick(dialog.formats, Qt.Key.Key_Down)
        QTest.keyClick(dialog.formats, Qt.Key.Key_Tab)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Home)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    answers = Answers(export)
    QTest.keyClick(page, Qt.Key.Key_E, CONTROL)
    answers.given()
    out = tmp_path / "exports" / "beras.csv"
    qtbot.waitUntil(out.exists, timeout=10_000)
    rows = list(csv.DictReader(out.open(encoding="utf-8-sig", newline="")))
    assert {row["decided_by"] for row in rows} == {"rina"}
    assert len(rows) == found + 1
    assert [row["label"] for row in rows if row["claim"] == made.id] == ["sourced"]
    assert any("stok beras 😀 aman" in row["text"] for row in rows)

    # And the corpus beside the text has the same.
    window.close()
    (line,) = (tmp_path / "beras.annotations.jsonl").read_bytes().splitlines()
    assert [c.label for c in record.decode(line).claims] == [c.label for c in desk.article.claims]
    assert json.loads(line)["text"] == NEWS
