"""The corpus at the left: states, finding, moving on, and a hundred thousand rows."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from scene import OpenWindow

from annotator.ui.main_window import MainWindow
from annotator.ui.panes.article_list import SUMMARY, ArticleDelegate

CONTROL = Qt.KeyboardModifier.ControlModifier


def line(id_: str, text: str, label: str | None = None, **more: str) -> str:
    claim = {"id": "c1", "content": [[0, 4]], "label": label, "source": [5, 10], **more}
    return json.dumps({"id": id_, "text": text, "lang": "id", "claims": [claim]})


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "korpus.jsonl"
    lines = [
        line("a", "Satu Polri beras.", "official"),
        line("b", "Dua, Warga jagung.", note="periksa lagi"),
        line("c", "Tiga Polri jagung."),
    ]
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.fixture
def window(open_window: OpenWindow, corpus: Path) -> MainWindow:
    return open_window(corpus)


def listed(window: MainWindow) -> list[str]:
    model = window.article_list.view.model()
    return [model.index(row, 0).data(SUMMARY).id for row in range(model.rowCount())]


def look_for(window: MainWindow, qtbot: QtBot, text: str, expected: list[str]) -> None:
    qtbot.keyClick(window.page, Qt.Key.Key_F, CONTROL)
    assert window.search.hasFocus()
    window.search.clear()
    qtbot.keyClicks(window.search, text)
    qtbot.waitUntil(lambda: listed(window) == expected, timeout=5_000)


def test_what_a_person_looks_for_is_found(window: MainWindow, qtbot: QtBot) -> None:
    look_for(window, qtbot, "jagung", ["b", "c"])
    look_for(window, qtbot, "jagung source:polri", ["c"])
    look_for(window, qtbot, "note:periksa", ["b"])
    look_for(window, qtbot, "label:official", ["a"])
    look_for(window, qtbot, "state:new", ["b", "c"])
    look_for(window, qtbot, "kentang", [])
    assert "0 OF 3" in window.article_list._heading.text()
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: listed(window) == ["a", "b", "c"], timeout=5_000)
    assert window.page.hasFocus()


def test_typing_in_the_search_tags_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.show(1)
    qtbot.keyClick(window.page, Qt.Key.Key_Slash)
    qtbot.keyClicks(window.search, "1x0")
    assert window.search.text() == "1x0"
    assert window.desk.place is not None
    assert window.desk.place.summary.claims == 1
    assert window.desk.place.summary.decided == 0


def test_the_next_open_article_on_one_key(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk.row == 0
    qtbot.keyClick(window.page, Qt.Key.Key_J, CONTROL)
    assert window.desk.row == 1
    qtbot.keyClicks(window.page, "1")
    qtbot.keyClick(window.page, Qt.Key.Key_J, CONTROL)
    assert window.desk.row == 2
    qtbot.keyClick(window.page, Qt.Key.Key_K, CONTROL)
    assert window.desk.row == 2
    qtbot.keyClick(window.page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert window.desk.row == 1
    assert "2 OF 3 DONE" in window.article_list._heading.text()


def test_moving_stays_within_what_was_found(window: MainWindow, qtbot: QtBot) -> None:
    look_for(window, qtbot, "polri", ["a", "c"])
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    qtbot.keyClick(window.page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.desk.article is not None
    assert window.desk.article.id == "c"


def test_the_list_is_chosen_from_by_mouse_and_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    view = window.article_list.view
    place = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert window.desk.row == 2
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.desk.row == 1


def test_a_hundred_thousand_articles_scroll(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "besar.jsonl"
    with path.open("w") as stream:
        for number in range(100_000):
            stream.write(f'{{"id": "a{number}", "text": "Berita nomor {number}.", "claims": []}}\n')
    window = open_window(path)
    view = window.article_list.view
    assert view.model().rowCount() == 100_000
    bar = view.verticalScrollBar()
    painted: list[int] = []
    paint = ArticleDelegate.paint

    def counting(delegate: ArticleDelegate, painter: Any, option: Any, index: Any) -> None:
        painted.append(index.row())
        paint(delegate, painter, option, index)

    monkeypatch.setattr(ArticleDelegate, "paint", counting)
    for step in range(50):
        bar.setValue(bar.maximum() * step // 50)
        view.viewport().repaint()
    # Only rows in view are painted, a screen at a time.
    assert 50 <= len(painted) <= 50 * 50
    assert len(set(painted)) > 50
    window.desk.show(99_999)
    assert window.page.toPlainText() == "Berita nomor 99999."
