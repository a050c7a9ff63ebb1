"""A file that changed after it was annotated: the person is told, and has two choices."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from scene import CLAIMS, PASSAGE, TEXT, OpenWindow, reader, span

from annotator.core.annotation_transfer import Carried
from annotator.ui.dialogs.history_dialog import HistoryDialog
from annotator.ui.dialogs.update_dialog import UpdateDialog
from annotator.ui.main_window import MainWindow
from annotator.workflows.locations import annotations_path

NEW = (
    "Diperbarui pukul 12.\n"
    + TEXT.replace("harga naik besok", "harga naik pekan depan").replace(
        "Harga beras naik 5 persen pada Senin.\n", ""
    )
    + "\nToko di pasar tetap buka."
)


def offered(window: MainWindow, text: str) -> QPushButton:
    return next(b for b in window.banner.actions_offered() if text in b.text())


def press(window: MainWindow, text: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(offered(window, text), Qt.MouseButton.LeftButton)


def said(window: MainWindow) -> dict[str, str | None]:
    article = window.desk.article
    assert article is not None
    return {article.content_text(claim): claim.label for claim in article.claims}


OLD_SAID = {
    "stok beras 😀 aman": "official",
    "harga naik besok": "sourced",
    "Harga beras naik 5 persen pada Senin": "speculative",
}
NEW_SAID = {"stok beras 😀 aman": "official", "harga naik pekan depan": None}


@pytest.fixture
def changed(window: MainWindow, article_file: Path, qtbot: QtBot) -> Path:
    """An article with three tags, whose file was changed after the window was closed."""
    qtbot.keyClicks(window.page, "123")
    assert said(window) == OLD_SAID
    window.close()
    article_file.write_text(NEW, encoding="utf-8")
    return article_file


def test_the_person_is_told_and_may_keep_the_text(
    changed: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    before = annotations_path(changed).read_bytes()
    window = open_window(changed)
    assert "it was changed since" in window.banner.text()
    press(window, "Keep the earlier text", qtbot)
    assert not window.banner.isVisible()
    assert said(window) == OLD_SAID
    window.close()
    assert annotations_path(changed).read_bytes() == before


def test_the_marks_are_carried_over_and_the_page_shows_the_new_text(
    changed: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(changed)
    press(window, "Carry over", qtbot)
    assert said(window) == NEW_SAID
    assert window.page.toPlainText().startswith("Diperbarui pukul 12.")
    assert "Claims unchanged: 1; reworded and open again: 1" in window.banner.text()
    assert "gone: 1" in window.banner.text()
    claim = window.desk.claim()
    assert claim is not None
    assert claim.suggestion is not None
    assert claim.suggestion.label == "sourced"
    assert "harga naik besok" in claim.suggestion.reasons[0]
    # Work goes on at the changed claim.
    qtbot.keyClicks(window.page, "3")
    assert said(window)["harga naik pekan depan"] == "speculative"
    window.close()
    again = open_window(changed)
    assert not again.banner.isVisible()
    assert said(again) == {**NEW_SAID, "harga naik pekan depan": "speculative"}


def test_it_is_taken_back_now_and_after_a_restart(
    changed: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(changed)
    press(window, "Carry over", qtbot)
    press(window, "Undo", qtbot)
    assert said(window) == OLD_SAID
    assert window.page.toPlainText().startswith("Menteri")
    qtbot.keyClick(window.page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert said(window) == NEW_SAID
    window.close()
    again = open_window(changed)
    assert said(again) == NEW_SAID
    for _ in range(2):
        qtbot.keyClick(again.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert said(again)["harga naik besok"] == "sourced"
    assert said(again)["Harga beras naik 5 persen pada Senin"] is None


def test_the_machine_reads_the_new_text_and_undo_takes_that_along(
    changed: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(changed)
    press(window, "Carry over", qtbot)
    assert list(reader(window).texts.values()) == [NEW]
    again = replace(CLAIMS[0], content=(span("stok beras 😀 aman", NEW),), source=None, cue=())
    fresh = replace(CLAIMS[2], content=(span("Toko di pasar tetap buka", NEW),))
    passage = replace(PASSAGE, end=len(NEW), zones=(), entities=(), claims=(again, fresh))
    reader(window).answer(passage)
    assert said(window) == {**NEW_SAID, "Toko di pasar tetap buka": None}
    qtbot.keyClick(window.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert said(window) == OLD_SAID


def test_which_claims_changed_or_vanished_is_listed(
    changed: Path, open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(changed)
    shown: list[UpdateDialog] = []

    def show(dialog: UpdateDialog) -> None:
        shown.append(dialog)

    monkeypatch.setattr(UpdateDialog, "exec", show)
    press(window, "Carry over", qtbot)
    window.desk.point_to("c1")
    press(window, "Show which", qtbot)
    (dialog,) = shown
    table = dialog.table
    rows = [[cell(dialog, row, column) for column in range(3)] for row in range(table.rowCount())]
    assert rows == [
        ["changed", "harga naik besok", "harga naik pekan depan"],
        ["vanished", "Harga beras naik 5 persen pada Senin", ""],
    ]
    table.selectRow(0)
    claim, article = window.desk.claim(), window.desk.article
    assert claim is not None
    assert article is not None
    assert article.content_text(claim) == "harga naik pekan depan"
    # What was done since is not taken back in its stead.
    qtbot.keyClicks(window.page, "3")
    press(window, "Undo", qtbot)
    assert "made other changes since" in window.status_line.currentMessage()
    assert said(window) == {**NEW_SAID, "harga naik pekan depan": "speculative"}


def test_the_history_says_what_was_done_on_which_text(
    changed: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(changed)
    press(window, "Carry over", qtbot)
    qtbot.keyClicks(window.page, "3")
    dialog = HistoryDialog(window.desk, window.editor, window.choices.scheme())
    qtbot.addWidget(dialog)
    rows = [
        (item.text() if (item := dialog.table.item(row, 2)) else "", last.text())
        for row in range(dialog.table.rowCount())
        if (last := dialog.table.item(row, 3)) is not None
    ]
    assert rows[:4] == [
        ("label given: Speculative", "harga naik pekan depan"),
        ("article updated", "another text"),
        ("label given: Speculative", "Harga beras naik 5 persen pada Senin"),
        ("label given: Sourced", "harga naik besok"),
    ]
    dialog.table.selectRow(2)
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert said(window) == OLD_SAID


def test_several_changed_files_are_carried_over_together(
    changed: Path, open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = changed.with_name("warga.txt")
    other.write_text(TEXT, encoding="utf-8")
    first = open_window(other)
    reader(first).answer()
    qtbot.keyClicks(first.page, "1")
    first.close()
    other.write_text(NEW, encoding="utf-8")
    window = open_window(changed.parent)
    carried: list[Carried] = []
    window.files.carried.connect(lambda _, each: carried.append(each))
    press(window, "Carry over", qtbot)
    assert len(carried) == 2


def cell(dialog: UpdateDialog, row: int, column: int) -> str:
    item = dialog.table.item(row, column)
    return item.text() if item else ""
