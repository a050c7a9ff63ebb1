"""The program tries itself: open, read, tag, save, close, open again, undo."""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator import app, resources
from annotator.storage import settings as settings_file
from annotator.storage.corpus import Corpus
from annotator.storage.settings import Settings
from annotator.ui.main_window import MainWindow
from annotator.workflows.locations import annotations_path

SAMPLE = "id-tanggul.txt"
PATIENCE_S = 60


def run() -> int:
    """Work on a copy of the sample article in a folder of its own; return the exit status."""
    with tempfile.TemporaryDirectory(prefix="annotator-self-test-") as name:
        folder = Path(name)
        article = folder / SAMPLE
        shutil.copyfile(resources.path("samples", SAMPLE), article)
        application = app.application()
        try:
            _try(application, folder, article)
        except AssertionError as error:
            sys.stderr.write(f"self-test failed: {error}\n")
            return 1
    sys.stdout.write("self-test: all is well\n")
    return 0


def _try(application: QApplication, folder: Path, article: Path) -> None:
    home = app.Home(folder / "config", folder / "data")
    settings_file.save(home.settings, Settings(person="self-test"))
    window = _open(application, home, article)
    _wait(lambda: bool(_claims(window)), "no claim was found in the sample")
    _wait(lambda: not window.desk.is_being_read(window.desk.place), "reading never ended")
    _expect(window.desk.focus is not None, "no claim is in focus")
    count = len(_claims(window))
    QTest.keyClick(window.page, Qt.Key.Key_1)
    _expect(window.desk.article is not None, "the article is gone")
    _expect(_tagged(window) == 1, "the key 1 tagged nothing")
    # What is copied outlives the window, and must not break the program's end.
    window.page.selectAll()
    window.page.copy()
    window.close()
    saved = Corpus.open(annotations_path(article), writable=False)
    _expect(saved.summary(saved.ids()[0]).decided == 1, "the tag is not on disk")
    window = _open(application, home, article)
    _expect(len(_claims(window)) == count, "claims differ after opening again")
    _expect(_tagged(window) == 1, "the tag is gone after opening again")
    QTest.keyClick(window.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    _expect(_tagged(window) == 0, "the tag can't be undone after opening again")
    window.close()


def _open(application: QApplication, home: app.Home, article: Path) -> MainWindow:
    window = app.build_window(home)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    window.desk.open([article])
    application.processEvents()
    _expect(window.desk.article is not None, "the sample article did not open")
    _expect(not window.banner.isVisible(), window.banner.text())
    return window


def _claims(window: MainWindow) -> tuple[object, ...]:
    return window.desk.article.claims if window.desk.article else ()


def _tagged(window: MainWindow) -> int:
    article = window.desk.article
    return sum(claim.decided for claim in article.claims) if article else 0


def _wait(condition: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        _expect(time.monotonic() < end, otherwise)
        QTest.qWait(20)


def _expect(condition: bool, otherwise: str) -> None:  # noqa: FBT001
    # Not an assert statement: the self-test must also fail under python -O.
    if not condition:
        raise AssertionError(otherwise)
