"""The text being read does not move; warnings stay visible."""

from pathlib import Path

import pytest
from builders import MODEL
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot
from scene import OpenWindow, reader

from annotator.core.decisions import Passage
from annotator.core.spans import Claim, Span, Zone
from annotator.ui.main_window import MainWindow

PARAGRAPH = "Menteri mengatakan stok beras aman sampai akhir tahun, kata seorang pejabat {n}."
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def text() -> str:
    return "\n".join(PARAGRAPH.format(n=number) * 3 for number in range(60))


@pytest.fixture
def long_window(open_window: OpenWindow, article_file: Path, text: str) -> MainWindow:
    """A window on an article of many pages that nobody has read yet."""
    article_file.write_text(text, encoding="utf-8")
    return open_window(article_file)


def top_line(window: MainWindow) -> tuple[str, int]:
    """Return the paragraph at the top of the page, and which of its lines is."""
    page = window.page
    block = page.firstVisibleBlock()
    return block.text(), page.verticalScrollBar().value() - block.firstLineNumber()


def passage(text: str) -> Passage:
    """A claim in each paragraph, and furniture before and after what is read."""
    starts = [text.index(PARAGRAPH.format(n=number)) for number in range(60)]
    claims = tuple(
        Claim(
            f"c{number}",
            (Span(start + 19, start + 34),),
            cue=(Span(start + 8, start + 18),),
            origin=MODEL,
        )
        for number, start in enumerate(starts)
        if number not in (4, 5, 40, 41)
    )
    zones = tuple(
        Zone(f"z{number}", starts[number], starts[number + 2] - 1, "related", MODEL)
        for number in (4, 40)
    )
    return Passage(0, len(text), "id", "test 1", claims=claims, zones=zones)


def scroll_to(window: MainWindow, value: int, qtbot: QtBot) -> None:
    window.page.viewport().repaint()
    window.page.verticalScrollBar().setValue(value)
    window.page.viewport().repaint()
    qtbot.wait(10)


def test_marks_that_arrive_move_nothing(long_window: MainWindow, text: str, qtbot: QtBot) -> None:
    scroll_to(long_window, 30, qtbot)
    before, header = top_line(long_window), long_window.header.height()
    reader(long_window).answer(passage(text))
    long_window.page.viewport().repaint()
    assert top_line(long_window) == before
    assert long_window.header.height() == header
    assert long_window.desk.focus is not None


def test_folding_and_unfolding_keeps_the_place(
    long_window: MainWindow, text: str, qtbot: QtBot
) -> None:
    reader(long_window).answer(passage(text))
    scroll_to(long_window, 33, qtbot)
    before = top_line(long_window)
    for _ in range(4):
        qtbot.keyClicks(long_window.page, "z")
        long_window.page.viewport().repaint()
        assert top_line(long_window) == before


def test_a_claim_that_is_seen_is_not_scrolled_to(
    long_window: MainWindow, text: str, qtbot: QtBot
) -> None:
    reader(long_window).answer(passage(text))
    bar = long_window.page.verticalScrollBar()
    long_window.page.viewport().repaint()
    at = bar.value()
    qtbot.keyClicks(long_window.page, "j1")
    assert bar.value() == at
    qtbot.keyClick(long_window.page, Qt.Key.Key_Z, CONTROL)
    assert bar.value() == at
    for _ in range(12):
        qtbot.keyClicks(long_window.page, "j")
    assert bar.value() > at
    claim = long_window.desk.claim()
    assert claim is not None
    caret = long_window.page.cursorRect()
    assert 0 <= caret.top() < caret.bottom() <= long_window.page.viewport().height()


def test_a_warning_outlives_the_key_that_caused_it(window: MainWindow, qtbot: QtBot) -> None:
    """The focus has moved on; the status line, the row, the margin and a filter still say it."""
    qtbot.keyClicks(window.page, "j1")
    said = window.status_line.currentMessage()
    assert said.startswith("⚠ Claim 2: ")
    assert said.endswith("K goes back to it.")
    assert not window.status_line._bar.isVisible(), "the bar is painted over the sentence"
    window.exports.progressed.emit("Export", 50)
    assert not [bar for bar in window.status_line.findChildren(QProgressBar) if bar.isVisible()], (
        "long work is painted over the sentence"
    )
    window.status_line.clearMessage()
    assert len([b for b in window.status_line.findChildren(QProgressBar) if b.isVisible()]) == 2
    window.exports.progressed.emit("", -1)
    model = window.claim_list.view.model()
    assert "warning" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "warning" not in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    article = window.desk.article
    assert article is not None
    assert [window.page._painter.is_odd(c) for c in article.claims] == [False, True, False]
    (button,) = (
        b
        for b in window.claim_list.findChildren(QPushButton)
        if b.accessibleName() == "Warnings: 1"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert model.rowCount() == 1
    qtbot.keyClicks(window.page, "k")
    assert window.inspector.warning.text().startswith("⚠")
    qtbot.keyClicks(window.page, "3")
    assert button.accessibleName() == "Warnings: 0"
