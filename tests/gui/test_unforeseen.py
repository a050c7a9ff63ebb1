"""The program breaks: the person is told, the work is safe, and a report can be copied."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from scene import TEXT, OpenWindow, reader

from annotator import log
from annotator.ui.main_window import MainWindow
from annotator.ui.session.background_task import BackgroundTask
from annotator.ui.session.faults import Faults, log_message
from annotator.ui.session.reading_process import ReadingProcess

SECRET = "stok beras aman"


class PlantedError(Exception):
    """A fault that a test put into the program; its message quotes the article."""


@pytest.fixture
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(log, "path", lambda: tmp_path / "annotator.log")
    return tmp_path / "annotator.log"


@pytest.fixture
def watched(window: MainWindow, log_file: Path) -> Iterator[MainWindow]:
    """A window that handles uncaught exceptions, like in app.run."""
    hook, thread_hook = sys.excepthook, threading.excepthook
    faults = Faults(window)
    faults.happened.connect(window.notices.say)
    faults.watch()
    yield window
    sys.excepthook, threading.excepthook = hook, thread_hook


def break_() -> None:
    raise PlantedError(SECRET)


def report_offered(window: MainWindow) -> str:
    """Press the button of the banner and return what is on the clipboard then."""
    button: QPushButton = next(
        button for button in window.banner.actions_offered() if button.text() == "Copy Report"
    )
    button.click()
    return QGuiApplication.clipboard().text()


def told(window: MainWindow, log_file: Path) -> None:
    """Check what the person sees, copies and finds in the log."""
    assert "PlantedError" in window.banner.text()
    assert "saved up to the last decision" in window.banner.text()
    report = report_offered(window)
    assert report.startswith("Annotator ")
    assert "in break_" in report
    for text in (report, log_file.read_text("utf-8")):
        assert "PlantedError" in text
        assert SECRET not in text


def test_a_fault_in_a_slot(watched: MainWindow, log_file: Path, qtbot: QtBot) -> None:
    watched.desk.focused.connect(lambda _: break_())
    qtbot.keyClicks(watched.page, "1")
    told(watched, log_file)
    article = watched.desk.article
    assert article is not None
    assert article.claims[0].label == "official"
    # The same fault again is not told twice.
    qtbot.keyClicks(watched.page, "1")
    assert not watched.banner.isVisible()
    assert article.claims[0].label == "official"


def test_a_fault_in_a_thread(watched: MainWindow, log_file: Path, qtbot: QtBot) -> None:
    thread = threading.Thread(target=break_)
    thread.start()
    thread.join()
    qtbot.waitUntil(watched.banner.isVisible)
    told(watched, log_file)


def test_a_fault_in_a_background_task(watched: MainWindow, log_file: Path, qtbot: QtBot) -> None:
    task = BackgroundTask(watched)
    task.ended.connect(watched.notices.say)
    task.start(lambda _: break_())
    qtbot.waitUntil(lambda: not task.busy)
    told(watched, log_file)


def test_a_fault_while_a_text_is_read(
    open_window: OpenWindow, article_file: Path, qtbot: QtBot
) -> None:
    """The fault is planted in the reading process itself."""
    code = (
        "from annotator.language import worker, reading\n"
        "def break_(text, lang):\n"
        f"    raise ValueError({SECRET!r})\n"
        "    yield\n"
        "reading.read = break_\n"
        "worker.main()\n"
    )

    def launch() -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", code]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    process = ReadingProcess(launch)
    with qtbot.waitSignal(process.failed, timeout=30_000) as failed:
        process.read(TEXT, "id")
    process.close()
    window = open_window(article_file)
    assert failed.args is not None
    reader(window).failed.emit(1, *failed.args[1:])
    assert "ValueError" in window.banner.text()
    assert "every tag are safe" in window.banner.text()
    report = report_offered(window)
    assert "in break_" in report
    assert SECRET not in report


def test_a_warning_of_qt_is_logged_without_what_it_quotes(log_file: Path) -> None:
    message = f'Could not parse "{SECRET}" of object QLabel'
    log_message(QtMsgType.QtWarningMsg, QMessageLogContext(), message)
    log_message(QtMsgType.QtDebugMsg, QMessageLogContext(), "of no interest")
    logged = log_file.read_text("utf-8")
    assert "Could not parse … of object QLabel" in logged
    assert SECRET not in logged
    assert "of no interest" not in logged
