"""How much work a key, a passage and an open are: counted, never timed.

A step that looks at all claims, lines or characters again for each of them would make the
larger article cost more than its share; each test compares two sizes of one article.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import MODEL
from lines_run import lines_run
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scene import OpenWindow, reader

from annotator import app
from annotator.core.decisions import Passage
from annotator.core.spans import Claim, Entity, Span
from annotator.ui.main_window import MainWindow
from annotator.ui.page.display import display
from annotator.ui.page.page_painter import PagePainter

SENTENCE = "Menteri Ani Sari mengatakan stok beras 東京 aman di seluruh gudang 😀 tahun ini. "
SMALL, LARGE = 60, 600


def read_article(sentences: int, to_a_line: int) -> tuple[str, Passage]:
    """Return a text, and a claim with source, cue and name for each of its sentences."""
    lines = [SENTENCE * to_a_line + "\n"] * (sentences // to_a_line)
    text = "".join(lines)
    claims, entities, at = [], [], 0
    for number in range(sentences):
        at = text.index("Menteri", at + 1 if number else 0)
        content = Span(at + 28, at + len(SENTENCE) - 2)
        source, cue = Span(at, at + 16), (Span(at + 17, at + 27),)
        claims.append(Claim(f"c{number}", (content,), source=source, cue=cue, origin=MODEL))
        entities.append(Entity(f"e{number}", at + 8, at + 16, "PER", MODEL))
    return text, Passage(0, len(text), "id", "test 1", (), tuple(entities), tuple(claims))


@pytest.fixture
def open_article(open_window: OpenWindow, tmp_path: Path) -> Callable[[int, int], MainWindow]:
    """Return what opens a window on an article of so many sentences, so many to a line."""

    def open_(sentences: int, to_a_line: int = 3) -> MainWindow:
        text, passage = read_article(sentences, to_a_line)
        path = tmp_path / f"{sentences}-{to_a_line}.txt"
        path.write_text(text, encoding="utf-8")
        window = open_window(path)
        reader(window).answer(passage)
        QApplication.processEvents()
        return window

    return open_


class Painted(QObject):
    """Adds up how many pixels of a widget are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.pixels = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            parts: Any = event.region()  # PySide does not say that it is iterable.
            self.pixels += sum(part.width() * part.height() for part in parts)
        return False


def press(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    for key in keys:
        qtbot.keyClicks(window.page, key)
        QApplication.processEvents()


@pytest.mark.parametrize("to_a_line", [3, 60])
def test_a_key_is_no_more_work_in_a_long_article(
    open_article: Callable[[int, int], MainWindow], qtbot: QtBot, to_a_line: int
) -> None:
    cost = []
    for sentences in (SMALL, LARGE):
        window = open_article(sentences, to_a_line)
        press(qtbot, window, "1j")
        cost.append(lines_run(lambda: press(qtbot, window, "123jk")))  # noqa: B023
        window.close()
    assert cost[1] < cost[0] * 1.1


def test_a_key_at_the_end_of_a_long_article_looks_through_its_claims_a_few_times_at_most(
    open_article: Callable[[int, int], MainWindow], qtbot: QtBot
) -> None:
    cost = []
    for sentences in (SMALL, LARGE):
        window = open_article(sentences, 3)
        press(qtbot, window, "k1k")
        cost.append(lines_run(lambda: press(qtbot, window, "k")))  # noqa: B023
        window.close()
    assert cost[1] < cost[0] + 4 * LARGE


def test_a_key_paints_the_lines_it_changed(
    open_article: Callable[[int, int], MainWindow], qtbot: QtBot
) -> None:
    window = open_article(SMALL, 3)
    press(qtbot, window, "1")
    painted = Painted()
    window.page.viewport().installEventFilter(painted)
    press(qtbot, window, "2")
    page = window.page.viewport()
    assert 0 < painted.pixels < page.width() * page.height() / 3


def test_scrolling_paints_what_comes_into_view(
    open_article: Callable[[int, int], MainWindow],
) -> None:
    window = open_article(LARGE, 3)
    window.set_theme(app.theme("dark"))
    QApplication.processEvents()
    painted, page = Painted(), window.page.viewport()
    page.installEventFilter(painted)
    window.page.verticalScrollBar().setValue(2)
    QApplication.processEvents()
    assert 0 < painted.pixels < page.width() * page.height() / 3


@pytest.mark.parametrize("to_a_line", [1, 60])
def test_what_keys_paint_is_what_painting_all_would(
    open_article: Callable[[int, int], MainWindow], qtbot: QtBot, to_a_line: int
) -> None:
    window = open_article(SMALL, to_a_line)
    for keys in ("1", "2j", "kk3", "jjjj1", "12", "x", "jj3"):
        press(qtbot, window, keys)
        kept = on_screen(window)
        window.page.viewport().update()
        QApplication.processEvents()
        assert on_screen(window) == kept, keys


def on_screen(window: MainWindow) -> QImage:
    """Return what was painted so far, without painting anything."""
    page = window.page
    place = page.viewport().mapTo(window, page.viewport().rect().topLeft())
    size = page.viewport().size()
    shot = window.screen().grabWindow(
        window.winId(), place.x(), place.y(), size.width(), size.height()
    )
    return shot.toImage()


def test_painting_a_line_of_a_long_paragraph_leaves_its_other_marks_alone(
    open_article: Callable[[int, int], MainWindow],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[object] = []
    rule = PagePainter._entity

    def counting(*given: Any) -> None:
        drawn.append(given)
        rule(*given)

    monkeypatch.setattr(PagePainter, "_entity", counting)
    window = open_article(LARGE, LARGE)
    drawn.clear()
    press(qtbot, window, "1")
    assert 0 < len(drawn) < 20


def test_showing_text_looks_at_each_character_once() -> None:
    # One line a little shorter than what is broken into pieces was scanned from each position:
    # 25 million steps for each. Such a test would take minutes, not fail.
    text = ("x" * 4_990 + "\n") * 400
    assert display(text) == text
    spaced = "kata " * 400_000
    assert len(display(spaced)) == len(spaced)


def test_opening_is_work_by_what_is_seen(
    open_article: Callable[[int, int], MainWindow], tmp_path: Path
) -> None:
    laid_out = []
    for sentences in (SMALL, LARGE):
        window = open_article(sentences, 1)
        block, count = window.page.document().begin(), 0
        while block.isValid():
            count += block.layout().lineCount() > 0
            block = block.next()
        laid_out.append(count)
        window.close()
    assert laid_out[1] <= laid_out[0] + 5
