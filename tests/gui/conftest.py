"""Fixtures: a window on a desk with a scripted reader."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot
from scene import TEXT, OpenWindow, ScriptedReader, home_in, reader

from annotator import app
from annotator.ui.main_window import MainWindow


@pytest.fixture
def home(tmp_path: Path) -> app.Home:
    return home_in(tmp_path)


@pytest.fixture
def open_window(qtbot: QtBot, home: app.Home, tmp_path: Path) -> Iterator[OpenWindow]:
    """Open a window on files; every window is closed, and must be deleted, at the test's end."""
    app.application()
    windows: list[MainWindow] = []

    def open_(*paths: Path) -> MainWindow:
        window = app.build_window(home, reader=ScriptedReader())
        windows.append(window)
        window.resize(1200, 800)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        if paths:
            window.desk.open(list(paths))
        return window

    yield open_
    for window in windows:
        close(window)


def close(window: MainWindow) -> None:
    if shiboken6.isValid(window):
        window.close()


@pytest.fixture
def article_file(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "beras.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def window(open_window: OpenWindow, article_file: Path) -> MainWindow:
    """A window on an article that has been read."""
    window = open_window(article_file)
    reader(window).answer()
    return window
