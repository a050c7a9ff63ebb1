"""A person who does anything at all: the text stays, offsets hold, the screen is the disk."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot
from repeats import REPEATS
from scene import TEXT, ScriptedReader, home_in, reader

from annotator import app
from annotator.core import record
from annotator.core.article import Article
from annotator.core.spans import Span, check_spans
from annotator.storage.corpus import Corpus
from annotator.ui.main_window import MainWindow
from annotator.workflows.locations import annotations_path

OTHER = "Berita kedua. Wali Kota membantah tuduhan itu 🇮🇩, katanya.\r\nTidak ada lagi.\n"

places = st.integers(0, len(TEXT) - 1)
lengths = st.integers(1, 40)


class Person(RuleBasedStateMachine):
    """Rules are what a person can do; invariants are what must hold after each."""

    def __init__(self) -> None:
        super().__init__()
        self.room = TemporaryDirectory()
        folder = Path(self.room.name)
        self.home = home_in(folder)
        self.files = [folder / "beras.txt", folder / "lain.txt"]
        for file, text in zip(self.files, (TEXT, OTHER), strict=True):
            file.write_bytes(text.encode())

    @initialize()
    def open(self) -> None:
        self.window: MainWindow = app.build_window(self.home, ScriptedReader())
        self.window.show()
        self.window.desk.open(self.files)
        self.answer()

    def answer(self) -> None:
        if any(text == TEXT for text in reader(self.window).texts.values()):
            job = next(j for j, text in reader(self.window).texts.items() if text == TEXT)
            reader(self.window).answer(job=job)

    def article(self) -> Article:
        assert self.window.desk.article is not None
        return self.window.desk.article

    def selection(self, start: int, length: int) -> Span:
        end = len(self.article().text)
        return Span(min(start, end - 1), min(start + length, end))

    @rule(label=st.sampled_from(["official", "sourced", "speculative"]))
    def tag(self, label: str) -> None:
        self.window.editor.tag(label)

    @rule(start=places, length=lengths)
    def make(self, start: int, length: int) -> None:
        self.window.editor.create_claim(self.selection(start, length))

    @rule(start=places, length=lengths, what=st.sampled_from(["source", "cue", "hedge", "content"]))
    def part(self, start: int, length: int, what: str) -> None:
        editor = self.window.editor
        acts: dict[str, Callable[[Span], bool]] = {
            "source": editor.set_source,
            "cue": editor.add_cue,
            "hedge": editor.toggle_hedge,
            "content": editor.add_content,
        }
        acts[what](self.selection(start, length))

    @rule(start=places, length=lengths)
    def entity(self, start: int, length: int) -> None:
        self.window.editor.create_entity(self.selection(start, length), "ORG")

    @rule(start=places)
    def furniture(self, start: int) -> None:
        self.window.editor.toggle_furniture(self.selection(start, 1))

    @rule(edge=st.sampled_from(["start", "end"]), step=st.sampled_from([-1, 1]), fine=st.booleans())
    def edge(self, edge: str, step: int, fine: bool) -> None:
        self.window.editor.move_edge(edge, step, by_character=fine)  # type: ignore[arg-type]

    @rule(caret=places)
    def divide(self, caret: int) -> None:
        self.window.editor.divide(caret)

    @rule(
        what=st.sampled_from(
            ["clear", "reject", "merge", "repeat", "undo", "redo", "next", "previous", "note"]
        )
    )
    def act(self, what: str) -> None:
        editor, desk = self.window.editor, self.window.desk
        acts: dict[str, Callable[[], object]] = {
            "clear": editor.clear,
            "reject": editor.reject,
            "merge": editor.merge,
            "repeat": editor.repeat,
            "undo": desk.undo,
            "redo": desk.redo,
            "next": lambda: desk.move(1),
            "previous": lambda: desk.move(-1, only_open=True),
            "note": lambda: editor.set_note("cek"),
        }
        acts[what]()

    @rule(row=st.integers(0, 1))
    def switch(self, row: int) -> None:
        self.window.desk.show(row)

    @rule()
    def save(self) -> None:
        self.window.files.save_now()
        self.window.desk.saver.settle()

    @rule()
    def reopen(self) -> None:
        before = self.article()
        stored = self.window.desk.place is not None and self.window.desk.place.corpus.stored
        row = self.window.desk.row
        self.close()
        self.open()
        self.window.desk.show(row)
        if stored:
            assert self.article() == before

    @invariant()
    def the_text_never_changes(self) -> None:
        if hasattr(self, "window"):
            article = self.article()
            assert article.text in (TEXT, OTHER.replace("\r\n", "\n"))
            assert len(self.window.page.toPlainText()) == len(article.text)
            for mark in article.marks():
                check_spans(article.text, mark)

    @invariant()
    def the_screen_is_what_is_on_disk(self) -> None:
        if not hasattr(self, "window") or self.window.desk.place is None:
            return
        article, corpus = self.article(), self.window.desk.place.corpus
        if corpus.stored:
            on_disk = Corpus.open(
                annotations_path(self.files[self.window.desk.row]), writable=False
            )
            assert on_disk.article(article.id) == article
            assert record.decode(record.encode(article)) == article
        marks = self.window.page._marks
        assert marks is not None
        assert marks.claims == {claim.id: claim for claim in article.claims}
        assert marks.zones == {zone.id: zone for zone in article.zones}
        focus = self.window.desk.focus
        assert focus is None or article.claim(focus) is not None

    def teardown(self) -> None:
        if hasattr(self, "window"):
            self.close()
        self.room.cleanup()

    def close(self) -> None:
        self.window.close()
        # Outside an event loop nobody else clears closed windows away.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


Person.TestCase.settings = settings(
    max_examples=4 * REPEATS,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    app.application()


TestPerson = pytest.mark.repeated(Person.TestCase)
