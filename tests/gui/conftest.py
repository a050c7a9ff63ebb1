"""A window on a desk whose reader says what the test tells it to."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builders import MODEL
from pytestqt.qtbot import QtBot

from annotator import app
from annotator.core.decisions import Passage
from annotator.core.spans import Claim, Entity, Span, Suggestion, Zone
from annotator.ui.main_window import MainWindow
from annotator.ui.reader import Reader

TEXT = (
    "Menteri Ani Sari mengatakan stok beras 😀 aman.\n"
    "Warga menduga harga naik besok.\n"
    "Harga beras naik 5 persen pada Senin.\n"
    "Baca juga: Lima resep nasi\n"
    "Ani menulis tentang pangan."
)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


CLAIMS = (
    Claim(
        "c1",
        (span("stok beras 😀 aman"),),
        source=span("Menteri Ani Sari"),
        source_type="official",
        cue=(span("mengatakan"),),
        reasons=("“mengatakan” reports what the source said",),
        suggestion=Suggestion("official", ("the speaker is a minister",)),
        origin=MODEL,
    ),
    Claim(
        "c2",
        (span("harga naik besok"),),
        source=span("Warga"),
        source_type="person",
        cue=(span("menduga"),),
        hedges=(span("menduga"),),
        origin=MODEL,
    ),
    Claim(
        "c3", (span("Harga beras naik 5 persen pada Senin"),), source_type="reporter", origin=MODEL
    ),
)
FURNITURE = span("Baca juga: Lima resep nasi\nAni menulis tentang pangan.")
PASSAGE = Passage(
    0,
    len(TEXT),
    "id",
    "test 1",
    zones=(Zone("z1", FURNITURE.start, FURNITURE.end, "related", MODEL),),
    entities=(Entity("e1", 8, 16, "PER", MODEL),),
    claims=CLAIMS,
)


class ScriptedReader(Reader):
    """Answer nothing by itself; the test says what was read, and when."""

    def __init__(self) -> None:
        super().__init__(lambda: pytest.fail("no reading process is needed"))
        self.texts: dict[int, str] = {}

    def read(self, text: str, lang: str | None = None) -> int:
        self._last_job += 1
        self.texts[self._last_job] = text
        return self._last_job

    def drop(self, job: int) -> None:
        self.texts.pop(job, None)

    def answer(self, passage: Passage = PASSAGE, job: int | None = None) -> None:
        job = job or self._last_job
        self.passage_read.emit(job, passage)
        self.finished.emit(job)


OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def home(tmp_path: Path) -> app.Home:
    return app.Home(tmp_path / "config", tmp_path / "data")


@pytest.fixture
def open_window(qtbot: QtBot, home: app.Home, tmp_path: Path) -> Iterator[OpenWindow]:
    """Open a window on files; every window is closed, and must go, at the test's end."""
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
    import shiboken6

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


def reader(window: MainWindow) -> ScriptedReader:
    found = window.desk.reader
    assert isinstance(found, ScriptedReader)
    return found


def wait_until(qtbot: QtBot, condition: Callable[[], bool], seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never happened"
        qtbot.wait(10)
