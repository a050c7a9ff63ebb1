"""What a person does all day: read, tag by key, change their mind, find it all again."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from scene import CLAIMS, TEXT, OpenWindow, reader, span

from annotator.core.errors import NotReadableError, NotSavedError
from annotator.core.spans import Claim
from annotator.storage.history import history_path
from annotator.ui.main_window import MainWindow
from annotator.workflows.locations import annotations_path

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def claims(window: MainWindow) -> tuple[Claim, ...]:
    assert window.desk.article is not None
    return window.desk.article.claims


def labels(window: MainWindow) -> list[str | None]:
    return [claim.label for claim in claims(window)]


def in_focus(window: MainWindow) -> str:
    claim = window.desk.claim()
    assert claim is not None
    assert window.desk.article is not None
    return window.desk.article.content_text(claim)


def select(window: MainWindow, words: str) -> None:
    wanted = span(words)
    cursor = window.page.textCursor()
    # The emoji counts twice in Qt.
    shift = 1 if wanted.start > TEXT.index("😀") else 0
    end_shift = 1 if wanted.end > TEXT.index("😀") else 0
    cursor.setPosition(wanted.start + shift)
    cursor.setPosition(wanted.end + end_shift, QTextCursor.MoveMode.KeepAnchor)
    window.page.setTextCursor(cursor)


def test_the_text_is_there_before_anything_is_read(
    open_window: OpenWindow, article_file: Path
) -> None:
    window = open_window(article_file)
    assert window.page.toPlainText() == TEXT
    assert window.desk.is_being_read(window.desk.place)
    reader(window).answer()
    assert len(claims(window)) == len(CLAIMS)
    assert in_focus(window) == "stok beras 😀 aman"
    assert not window.desk.is_being_read(window.desk.place)


def test_a_key_tags_and_goes_on_to_the_next_open_claim(window: MainWindow, qtbot: QtBot) -> None:
    for key, expected in (("1", "harga naik besok"), ("3", "Harga beras naik 5 persen pada Senin")):
        qtbot.keyClicks(window.page, key)
        assert in_focus(window) == expected
    qtbot.keyClicks(window.page, "2")
    assert labels(window) == ["official", "speculative", "sourced"]
    decision = claims(window)[0].decision
    assert decision is not None
    assert decision.assist == "evidence"


def test_tagging_goes_round_to_what_was_left_open(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.page, "j")
    qtbot.keyClicks(window.page, "2")
    qtbot.keyClicks(window.page, "2")
    assert in_focus(window) == "stok beras 😀 aman"


def test_moving_passes_over_tagged_claims_only_when_asked(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.page, "j")
    qtbot.keyClicks(window.page, "1")
    qtbot.keyClicks(window.page, "k")
    assert in_focus(window) == "harga naik besok"
    qtbot.keyClick(window.page, Qt.Key.Key_K, SHIFT)
    assert in_focus(window) == "stok beras 😀 aman"
    qtbot.keyClick(window.page, Qt.Key.Key_J, SHIFT)
    assert in_focus(window) == "Harga beras naik 5 persen pada Senin"


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Backspace])
def test_clearing_a_label(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClicks(window.page, "1")
    qtbot.keyClicks(window.page, "k")
    qtbot.keyClick(window.page, key)
    assert labels(window) == [None, None, None]


def test_what_is_no_claim_goes_and_can_come_back(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.page, "x")
    assert len(claims(window)) == 2
    assert in_focus(window) == "harga naik besok"
    qtbot.keyClick(window.page, Qt.Key.Key_Z, CONTROL)
    assert len(claims(window)) == 3
    assert in_focus(window) == "stok beras 😀 aman"


def test_a_claim_of_the_selection(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "beras 😀 aman.\n")
    qtbot.keyClicks(window.page, "c")
    assert in_focus(window) == "beras 😀 aman"
    assert claims(window)[0].origin.kind == "model"
    made = window.desk.claim()
    assert made is not None
    assert made.origin.kind == "person"
    assert window.page.selection() is None


def test_the_selection_can_be_made_with_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.page, Qt.Key.Key_Home, CONTROL)
    for _ in range(2):
        qtbot.keyClick(window.page, Qt.Key.Key_Right, CONTROL | SHIFT)
    qtbot.keyClicks(window.page, "c")
    assert in_focus(window) == "Menteri Ani"


def test_undo_and_redo_everything(window: MainWindow, qtbot: QtBot) -> None:
    before = claims(window)
    for key in ("1", "x", "3", "k", "0"):
        qtbot.keyClicks(window.page, key)
    after = claims(window)
    for _ in range(10):
        qtbot.keyClick(window.page, Qt.Key.Key_Z, CONTROL)
    assert claims(window) == before
    for _ in range(10):
        qtbot.keyClick(window.page, Qt.Key.Key_Y, CONTROL)
    assert claims(window) == after


def test_the_mouse_does_the_same(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.label_bar.tiles["official"], Qt.MouseButton.LeftButton)
    assert labels(window)[0] == "official"
    cursor = window.page.textCursor()
    cursor.setPosition(TEXT.index("naik 5 persen") + 2)
    point = window.page.cursorRect(cursor).center() + QPoint(2, 0)
    qtbot.mouseClick(window.page.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert in_focus(window) == "Harga beras naik 5 persen pada Senin"
    view = window.claim_list.view
    rect = view.visualRect(view.model().index(1, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert in_focus(window) == "harga naik besok"


def test_closing_and_opening_finds_everything_and_still_undoes(
    window: MainWindow, open_window: OpenWindow, article_file: Path, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.page, "1")
    select(window, "5 persen")
    qtbot.keyClicks(window.page, "c")
    before = claims(window)
    window.close()
    again = open_window(article_file)
    assert claims(again) == before
    assert not reader(again).texts
    qtbot.keyClick(again.page, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(again.page, Qt.Key.Key_Z, CONTROL)
    assert labels(again) == [None, None, None]


def test_what_is_saved_is_plain_jsonl(window: MainWindow, article_file: Path, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.page, "1")
    window.close()
    saved = json.loads(annotations_path(article_file).read_text(encoding="utf-8"))
    assert saved["id"] == "beras"
    assert saved["offset_unit"] == "code point"
    assert saved["claims"][0]["label"] == "official"
    assert saved["claims"][0]["origin"] == {"kind": "model", "by": "test 1"} or (
        saved["claims"][0]["origin"]["kind"] == "model"
    )
    assert saved["claims"][0]["decision"]["by"]
    for claim in saved["claims"]:
        assert " … ".join(saved["text"][s:e] for s, e in claim["content"]) == claim["content_text"]


def test_each_tag_is_on_disk_before_the_next_key(
    window: MainWindow, article_file: Path, qtbot: QtBot
) -> None:
    history = history_path(annotations_path(article_file))
    for count, key in enumerate(("1", "2", "3"), 2):
        qtbot.keyClicks(window.page, key)
        assert len(history.read_bytes().splitlines()) == count


def test_a_late_reading_neither_moves_the_focus_nor_overwrites(
    open_window: OpenWindow, article_file: Path, qtbot: QtBot
) -> None:
    window = open_window(article_file)
    select(window, "stok beras 😀 aman")
    qtbot.keyClicks(window.page, "c")
    qtbot.keyClicks(window.page, "2")
    reader(window).answer()
    assert labels(window) == ["sourced", None, None]
    assert in_focus(window) == "stok beras 😀 aman"


def test_a_reading_belongs_to_its_own_article(open_window: OpenWindow, article_file: Path) -> None:
    other = article_file.with_name("lain.txt")
    other.write_text("Berita yang lain sama sekali.", encoding="utf-8")
    window = open_window(article_file)
    window.desk.open([other])
    assert window.page.toPlainText() == "Berita yang lain sama sekali."
    reader(window).answer(job=1)
    assert claims(window) == ()
    window.desk.show(0)
    assert len(claims(window)) == len(CLAIMS)


def test_furniture_is_folded_and_can_be_opened(window: MainWindow, qtbot: QtBot) -> None:
    def shown() -> int:
        block, count = window.page.document().begin(), 0
        while block.isValid():
            count += block.isVisible()
            block = block.next()
        return count

    assert shown() == 4
    qtbot.keyClicks(window.page, "z")
    assert shown() == 5
    qtbot.keyClicks(window.page, "z")
    assert shown() == 4
    assert window.page.toPlainText() == TEXT


def test_copying_gives_the_articles_own_text(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "beras 😀 aman")
    qtbot.keyClick(window.page, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "beras 😀 aman"


def test_the_inspector_says_who_said_it_and_why(window: MainWindow) -> None:
    said = {name: field.text() for name, field in window.inspector.fields.items()}
    assert said["source"] == "Menteri Ani Sari"
    assert said["kind"] == "government or state body"
    assert said["cue"] == "mengatakan"
    assert "stands between a source and what it says" in window.inspector.reasons()
    assert "Suggested" not in window.inspector.reasons()


def test_filters_list_what_they_say(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.page, "1")
    buttons = {
        str(button.property("key")): button
        for button in window.claim_list.findChildren(QPushButton)
    }
    assert buttons["official"].text() == "1"
    assert buttons["official"].accessibleName() == "Official: 1"
    qtbot.mouseClick(buttons["open"], Qt.MouseButton.LeftButton)
    assert window.claim_list._model.rowCount() == 2


def test_a_half_typed_note_stays_with_the_claim_it_was_typed_for(window: MainWindow) -> None:
    window.notes.note.setPlainText("tanya lagi")
    window.desk.move(1)
    assert [claim.note for claim in claims(window)] == ["tanya lagi", None, None]
    window.notes.note.setPlainText("dan lagi")
    window.desk.point_to(claims(window)[2].id)
    assert [claim.note for claim in claims(window)] == ["tanya lagi", "dan lagi", None]


def test_an_article_that_cannot_be_shown_is_told_and_the_old_one_stays(
    window: MainWindow, article_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = article_file.with_name("lain.txt")
    other.write_text("Berita yang lain sama sekali.", encoding="utf-8")
    window.desk.shelf.open(other)

    def unreadable(*_: object) -> None:
        raise NotReadableError(path=other, reason="the disk is gone")

    monkeypatch.setattr(window.desk.shelf.places[1].corpus, "article", unreadable)
    window.desk.show(1)
    assert "the disk is gone" in window.banner.text()
    assert window.page.toPlainText() == TEXT
    assert in_focus(window) == "stok beras 😀 aman"


def test_an_undo_that_fails_is_told_and_changes_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.page, "1")

    def refuse(*_: object) -> None:
        raise NotSavedError(path="beras.history.jsonl", reason="the disk is full")

    assert window.desk.place is not None
    monkeypatch.setattr(window.desk.place.corpus, "record", refuse)
    qtbot.keyClick(window.page, Qt.Key.Key_Z, CONTROL)
    assert "the disk is full" in window.banner.text()
    assert labels(window)[0] == "official"
