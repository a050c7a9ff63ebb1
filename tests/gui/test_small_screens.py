"""On a small screen everything a decision needs is in sight, and stays where it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from scene import CLAIMS, PASSAGE, OpenWindow, reader

from annotator import app
from annotator.storage import settings as settings_file
from annotator.ui.main_window import MainWindow

# As much as a desktop leaves of a screen of that size, and half a screen.
SIZES = [(1366, 728), (1280, 680), (1024, 660), (960, 960)]
LONG = "Bupati Meranti, Hartono Suryadinata, mengatakan tanggul masih berfungsi. " * 8


@pytest.fixture(params=["en", "id"])
def small(
    request: pytest.FixtureRequest, home: app.Home, open_window: OpenWindow, article_file: Path
) -> Iterator[MainWindow]:
    """A window in either language; claims with long and short facts, and one with a warning."""
    settings = settings_file.load(home.settings)
    settings_file.save(home.settings, replace(settings, language=request.param, lesson_done=True))
    window = open_window(article_file)
    first = replace(CLAIMS[0], reasons=(LONG,), source_ref=LONG)
    odd = replace(CLAIMS[2], source_type="person")
    reader(window).answer(replace(PASSAGE, claims=(first, CLAIMS[1], odd)))
    yield window
    app.speak(settings_file.Settings(language="en"))


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("size", SIZES)
def test_the_label_bar_is_whole_and_never_moves(
    small: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    small.resize(*size)
    qtbot.waitUntil(lambda: (small.width(), small.height()) == size)
    places = []
    for act in ("", "j", "j", "1", "k", "y", "y", "x", "2"):
        qtbot.keyClicks(small.page, act)
        places.append([place(tile, small) for tile in small.label_bar.stops()])
    assert all(others == places[0] for others in places)
    window = QRect(QPoint(0, 0), small.size())
    for tile, at in zip(small.label_bar.stops(), places[0], strict=True):
        assert window.contains(at)
        assert at.width() >= tile.minimumSizeHint().width()
        assert at.height() == 50
    for widget in (small.inspector.warning, small.inspector.why, small.notes.note):
        assert window.contains(place(widget, small))
    rows = small.claim_list.view.viewport().height() // 28
    assert rows >= 6, "the list of claims shows too few rows"


@pytest.mark.parametrize("size", SIZES)
def test_no_message_makes_the_window_larger(
    small: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    small.resize(*size)
    small.status_line.hint(LONG)
    small.files.imports.progressed.emit(LONG, -1)
    small.exports.progressed.emit(LONG, 50)
    small.banner.tell(LONG)
    qtbot.wait(50)
    assert (small.width(), small.height()) == size
    assert small.minimumSizeHint().width() <= 960


def test_the_reasons_open_over_the_list(small: MainWindow, qtbot: QtBot) -> None:
    pane = small.claim_pane
    assert pane.reasons.isHidden()
    qtbot.keyClicks(small.page, "y")
    assert pane.reasons.isVisible()
    assert pane.reasons.toPlainText() == small.inspector.reasons()
    assert pane.claim_list.geometry().contains(pane.reasons.geometry())
    qtbot.mouseClick(small.inspector.why, Qt.MouseButton.LeftButton)
    assert pane.reasons.isHidden()


def test_the_note_is_in_sight_while_it_is_written(small: MainWindow, qtbot: QtBot) -> None:
    small.resize(1280, 680)
    bar = place(small.label_bar, small)
    low = small.notes.note.height()
    qtbot.keyClicks(small.page, "n")
    qtbot.waitUntil(small.notes.note.hasFocus)
    assert small.notes.note.height() > 3 * low - 3
    assert QRect(QPoint(0, 0), small.size()).contains(place(small.notes.note, small))
    assert place(small.label_bar, small) == bar
    qtbot.keyClick(small.notes.note, Qt.Key.Key_Escape)
    assert small.notes.note.height() == low


def test_panes_make_way_for_the_page(small: MainWindow, qtbot: QtBot) -> None:
    width = small.page.width()
    qtbot.keyClick(small.page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert small.article_list.isHidden()
    qtbot.waitUntil(lambda: small.page.width() > width + 150)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(small.page, Qt.Key.Key_B, both)
    assert small.claim_pane.isHidden()
    for modifiers in (Qt.KeyboardModifier.ControlModifier, both):
        qtbot.keyClick(small.page, Qt.Key.Key_B, modifiers)
    assert small.article_list.isVisible()
    assert small.claim_pane.isVisible()


def test_the_guidelines_do_not_crush_the_page(small: MainWindow, qtbot: QtBot) -> None:
    small.resize(1024, 660)
    qtbot.keyClicks(small.page, "g")
    qtbot.waitUntil(small.article_list.isHidden)
    assert small.width() == 1024
    assert small.page.width() >= 300
    qtbot.keyClicks(small.page, "g")
    assert small.article_list.isVisible()
