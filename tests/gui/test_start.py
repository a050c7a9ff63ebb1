"""The start page offers the place where a person stopped, and Enter continues there."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from scene import TEXT, OpenWindow, reader

from annotator import app
from annotator.storage.recent import FILE, KEPT, Recent, RecentCorpora
from annotator.ui.main_window import MainWindow
from annotator.workflows.locations import annotations_path

CONTROL = Qt.KeyboardModifier.ControlModifier
AT = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


def choices(window: MainWindow) -> list[QPushButton]:
    """Return what can be chosen, the left column first."""
    found = window.start_page.findChildren(QPushButton)
    seen = [button for button in found if button.isVisible()]

    def place(button: QPushButton) -> tuple[bool, int, int]:
        at = button.mapTo(window, QPoint(0, 0))
        return at.x() > window.width() // 2 + 40, at.y(), at.x()

    return sorted(seen, key=place)


def test_without_an_article_there_are_ways_to_begin(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    assert window.start_page.isVisible()
    assert not window.page.isVisible()
    assert not window.claim_pane.isVisible()
    names = [button.accessibleName() for button in choices(window)]
    assert names[:2] == ["Sample article: Bahasa Indonesia", "Sample article: English"]
    assert "Open files" in names
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.page.isVisible()
    assert window.claim_pane.isVisible()
    assert "bridge" in window.page.toPlainText()


def test_enter_continues_at_the_claim_that_was_left(
    window: MainWindow, open_window: OpenWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.page, "12k")
    window.close()
    again = open_window()
    assert not again.page.isVisible(), "nothing is opened unasked"
    first = choices(again)[0]
    assert first.accessibleName() == "beras, 2 of 3 claims decided"
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert again.page.toPlainText() == TEXT
    claim, article = again.desk.claim(), again.desk.article
    assert claim is not None
    assert article is not None
    assert article.content_text(claim) == "harga naik besok"


def test_a_crash_loses_no_place(window: MainWindow, home: app.Home, qtbot: QtBot) -> None:
    """The place is saved while the window is open, a moment after the last move."""
    qtbot.keyClicks(window.page, "1")
    recent = RecentCorpora(home.data / FILE)
    qtbot.waitUntil(lambda: bool(recent.all()), timeout=5_000)
    assert recent.all()[0].number == 2


def test_looking_at_an_article_is_not_remembered(
    window: MainWindow, open_window: OpenWindow
) -> None:
    window.close()
    assert choices(open_window())[0].accessibleName() == "Sample article: Bahasa Indonesia"


def test_of_an_encrypted_corpus_only_its_path_is_kept(tmp_path: Path) -> None:
    recent = RecentCorpora(tmp_path / FILE)
    secret = Recent("/kabar/sumber.sealed.jsonl", AT, sealed=True, title="Rahasia", number=3)
    recent.keep(secret)
    assert recent.all() == [Recent("/kabar/sumber.sealed.jsonl", AT, sealed=True)]
    assert "Rahasia" not in (tmp_path / FILE).read_text("utf-8")


def test_the_list_is_short_and_the_latest_is_first(tmp_path: Path) -> None:
    recent = RecentCorpora(tmp_path / FILE)
    for number in range(KEPT + 2):
        recent.keep(Recent(f"/kabar/{number}.jsonl", AT))
    recent.keep(Recent("/kabar/5.jsonl", AT))
    kept = [entry.path.stem for entry in recent.all()]
    assert kept == ["5", "9", "8", "7", "6", "4", "3", "2"]
    (tmp_path / FILE).write_text("[{")
    assert recent.all() == []


def test_a_corpus_that_is_gone_is_said_so_and_can_be_taken_off(
    open_window: OpenWindow, home: app.Home, qtbot: QtBot
) -> None:
    recent = RecentCorpora(home.data / FILE)
    recent.keep(Recent("/nowhere/sungai-lama.jsonl", AT))
    window = open_window()
    texts = [button.text() for button in choices(window)]
    assert texts[:2] == ["Find it…", "Take off the list"]
    qtbot.mouseClick(choices(window)[1], Qt.MouseButton.LeftButton)
    assert recent.all() == []
    assert "Find it…" not in [button.text() for button in choices(window)]


def test_a_corpus_can_be_closed(
    window: MainWindow, article_file: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    other = article_file.with_name("lain.txt")
    other.write_text("Berita yang lain sama sekali.", encoding="utf-8")
    qtbot.keyClicks(window.page, "1")
    window.desk.open([other])
    qtbot.keyClick(window.page, Qt.Key.Key_W, CONTROL)
    assert window.page.toPlainText() == TEXT
    qtbot.keyClick(window.page, Qt.Key.Key_W, CONTROL)
    assert window.start_page.isVisible()
    assert window.desk.article is None
    assert window.windowTitle() == "Annotator"
    # It is saved, and no longer locked: another window can work on it.
    again = open_window(annotations_path(article_file))
    assert again.desk.article is not None
    assert again.desk.article.claims[0].label == "official"
    assert not again.banner.isVisible()
    qtbot.keyClicks(again.page, "2")
    assert again.desk.article.claims[1].label == "sourced"


def test_a_reading_of_a_closed_article_is_dropped(
    open_window: OpenWindow, article_file: Path, qtbot: QtBot
) -> None:
    window = open_window(article_file)
    qtbot.keyClick(window.page, Qt.Key.Key_W, CONTROL)
    reader(window).answer()
    assert window.start_page.isVisible()
    assert not window.banner.isVisible()


def test_an_article_that_nobody_has_read_says_so(window: MainWindow, article_file: Path) -> None:
    other = article_file.with_name("lain.txt")
    other.write_text("Berita yang lain sama sekali.", encoding="utf-8")
    window.desk.shelf.open(other)
    window.desk.opened.emit()
    model = window.article_list.view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert "0 of 3 claims tagged" in model.index(0, 0).data(role)
    assert model.index(1, 0).data(role).endswith(", not read yet")
