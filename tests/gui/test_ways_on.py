"""After a file error the banner offers a way to continue; any earlier state can be restored."""

import json
from pathlib import Path

import pytest
from builders import tagging
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QPushButton
from pytestqt.qtbot import QtBot
from scene import OpenWindow

from annotator.core import record
from annotator.storage import seal as seals
from annotator.storage.corpus import Corpus
from annotator.storage.history import history_path
from annotator.ui.dialogs.history_dialog import HistoryDialog
from annotator.ui.dialogs.passphrase import PassphraseDialog
from annotator.ui.main_window import MainWindow
from annotator.workflows.locations import annotations_path


def labels(window: MainWindow) -> list[str | None]:
    assert window.desk.article is not None
    return [claim.label for claim in window.desk.article.claims]


def offered(window: MainWindow, text: str) -> QPushButton:
    return next(b for b in window.banner.actions_offered() if text in b.text())


@pytest.fixture
def saved(window: MainWindow, article_file: Path, qtbot: QtBot) -> Path:
    """The article with one tag, saved; returns its corpus."""
    qtbot.keyClicks(window.page, "1")
    assert window.files.save_all() == []
    return annotations_path(article_file)


def theirs(corpus: Path, **changes: object) -> None:
    """Change the corpus as another program would: whole, and without our history."""
    plain = json.loads(corpus.read_bytes())
    plain.update(changes)
    corpus.write_text(json.dumps(plain) + "\n", encoding="utf-8")


def test_both_are_put_together(window: MainWindow, saved: Path, qtbot: QtBot) -> None:
    theirs(saved, title="Judul dari meja lain")
    qtbot.keyClicks(window.page, "3")
    window.files.save_now()
    qtbot.waitUntil(window.banner.isVisible, timeout=5_000)
    assert "changed by another program" in window.banner.text()
    qtbot.mouseClick(offered(window, "Merge both"), Qt.MouseButton.LeftButton)
    assert labels(window) == ["official", "speculative", None]
    assert window.desk.article is not None
    assert window.desk.article.header.title == "Judul dari meja lain"
    assert window.files.save_all() == []
    line = record.decode(saved.read_bytes())
    assert (line.header.title, line.claims[1].label) == ("Judul dari meja lain", "speculative")


def test_what_does_not_go_together_is_kept_apart(
    window: MainWindow, saved: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = json.loads(saved.read_bytes())
    plain["claims"][1]["label"] = "official"
    theirs(saved, claims=plain["claims"])
    qtbot.keyClicks(window.page, "3")
    window.files.save_now()
    qtbot.waitUntil(window.banner.isVisible, timeout=5_000)
    qtbot.mouseClick(offered(window, "Merge both"), Qt.MouseButton.LeftButton)
    assert "does not fit its corpus" in window.banner.text()
    assert labels(window) == ["official", "speculative", None]
    elsewhere = tmp_path / "keduanya.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(elsewhere), ""))
    qtbot.mouseClick(offered(window, "Save elsewhere"), Qt.MouseButton.LeftButton)
    assert labels(window) == ["official", "speculative", None]
    qtbot.keyClicks(window.page, "2")
    assert labels(window) == ["official", "speculative", "sourced"]
    assert json.loads(saved.read_bytes())["claims"][1]["label"] == "official"
    assert json.loads(elsewhere.read_bytes().splitlines()[0])["claims"][1]["label"] == "speculative"


def test_the_other_window_was_closed(
    window: MainWindow, saved: Path, open_window: OpenWindow, article_file: Path, qtbot: QtBot
) -> None:
    second = open_window(article_file)
    assert "is open in another window" in second.banner.text()
    qtbot.mouseClick(offered(second, "Open it again"), Qt.MouseButton.LeftButton)
    assert "is open in another window" in second.banner.text()
    window.close()
    qtbot.mouseClick(offered(second, "Open it again"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(second.page, "2")
    assert labels(second) == ["official", "sourced", None]


def test_going_back_to_any_time(
    window: MainWindow, open_window: OpenWindow, article_file: Path, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.page, "123")
    window.close()
    again = open_window(article_file)
    dialog = HistoryDialog(again.desk, again.editor, again.choices.scheme())
    qtbot.addWidget(dialog)
    whats = [dialog.table.item(row, 2) for row in range(dialog.table.rowCount())]
    assert [item.text() if item else "" for item in whats] == [
        "label given: Speculative",
        "label given: Sourced",
        "label given: Official",
        "article read",
    ]
    dialog.table.selectRow(2)
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert labels(again) == ["official", None, None]
    qtbot.keyClick(again.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert labels(again) == ["official", "sourced", "speculative"]
    assert again.status_line.currentMessage() == "Undone: earlier state restored"
    qtbot.keyClick(again.page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert again.status_line.currentMessage() == "Redone: earlier state restored"


def test_the_history_says_where_a_claim_was_and_is(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.page, "{")
    dialog = HistoryDialog(window.desk, window.editor, window.choices.scheme())
    qtbot.addWidget(dialog)
    what, words = (dialog.table.item(0, column) for column in (2, 3))
    assert what is not None
    assert words is not None
    assert what.text() == "claim's bounds moved"
    assert words.text() == "stok beras 😀 aman → stok beras 😀"


def test_the_history_is_made_smaller_and_work_goes_on(
    window: MainWindow, saved: Path, qtbot: QtBot
) -> None:
    before = history_path(saved).stat().st_size
    window.files.compact()
    assert history_path(saved).stat().st_size < before
    assert "kB" in window.status_line.currentMessage()
    qtbot.keyClicks(window.page, "2")
    qtbot.keyClick(window.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert labels(window) == [None, None, None]


def test_a_folder_that_vanished_is_told_and_work_goes_on_elsewhere(
    window: MainWindow, saved: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    saved.parent.rename(tmp_path / "gone")
    qtbot.keyClicks(window.page, "3")
    assert "its folder is gone" in window.banner.text()
    assert labels(window) == ["official", None, None]
    (tmp_path / "gone").rename(saved.parent)
    qtbot.keyClicks(window.page, "3")
    assert labels(window) == ["official", "speculative", None]


def test_an_encrypted_corpus_is_worked_on_and_opened_with_its_passphrase(
    window: MainWindow,
    saved: Path,
    open_window: OpenWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(seals, "COST", 2**10)
    path = tmp_path / "rahasia.sealed.jsonl"
    window.files.save_elsewhere(path, seals.Seal.make("kata sandi"))
    qtbot.keyClicks(window.page, "2")
    window.close()
    assert b"beras" not in path.read_bytes() + history_path(path).read_bytes()

    def give(passphrase: str | None) -> MainWindow:
        answer = (passphrase or "", passphrase is not None)
        monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: answer)
        return open_window(path)

    assert "is encrypted" in give(None).banner.text()
    assert "not the passphrase" in give("salah").banner.text()
    assert labels(give("kata sandi")) == ["official", "sourced", None]


def test_a_new_passphrase_is_taken_twice(qtbot: QtBot) -> None:
    dialog = PassphraseDialog()
    qtbot.addWidget(dialog)
    for first, second, said in (
        ("satu dua", "satu tiga", "differ"),
        ("pendek", "pendek", "at least"),
    ):
        dialog.first.setText(first)
        dialog.second.setText(second)
        dialog.accept()
        assert said in dialog.said.text()
    dialog.first.setText("satu dua tiga")
    dialog.second.setText("satu dua tiga")
    dialog.accept()
    assert dialog.passphrase() == "satu dua tiga"
    assert dialog.result() == PassphraseDialog.DialogCode.Accepted


def test_a_colleagues_corpus_laid_over_mine_is_put_together(
    window: MainWindow,
    saved: Path,
    open_window: OpenWindow,
    article_file: Path,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    corpus = saved
    theirs_ = tmp_path / "theirs.jsonl"
    for one, other in ((corpus, theirs_), (history_path(corpus), history_path(theirs_))):
        other.write_bytes(one.read_bytes())
    assert window.desk.place is not None
    window.desk.place.corpus.leave()
    colleague = Corpus.open(theirs_)
    now = colleague.article(colleague.ids()[0])
    colleague.record(tagging(now, now.claims[2], "sourced"))
    colleague.close()
    mine = Corpus.open(corpus)
    now = mine.article(mine.ids()[0])
    mine.record(tagging(now, now.claims[1], "speculative"))
    mine.close()
    corpus.write_bytes(theirs_.read_bytes())
    window = open_window(article_file)
    qtbot.waitUntil(window.banner.isVisible, timeout=5_000)
    assert "hold different work on the same article" in window.banner.text()
    qtbot.mouseClick(offered(window, "Merge both"), Qt.MouseButton.LeftButton)
    assert labels(window) == ["official", "speculative", "sourced"]
    assert "nothing is lost" in window.banner.text()
    qtbot.keyClicks(window.page, "2")
    assert window.files.save_all() == []
