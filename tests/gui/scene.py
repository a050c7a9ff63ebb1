"""A small article, its reading by the machine, and a reader that gives it on demand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import MODEL

from annotator import app
from annotator.core.decisions import Passage
from annotator.core.spans import Claim, Entity, Span, Suggestion, Zone
from annotator.storage import settings as settings_file
from annotator.ui.main_window import MainWindow
from annotator.ui.session.reading_process import ReadingProcess

OpenWindow = Callable[..., MainWindow]

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
        reasons=("“mengatakan” stands between a source and what it says (guideline 1)",),
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


def home_in(folder: Path) -> app.Home:
    """Make the home folder of a person whose name is known already."""
    home = app.Home(folder / "config", folder / "data")
    settings_file.save(home.settings, settings_file.Settings(person="rina"))
    return home


class ScriptedReader(ReadingProcess):
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


def reader(window: MainWindow) -> ScriptedReader:
    found = window.desk.reader
    assert isinstance(found, ScriptedReader)
    return found
