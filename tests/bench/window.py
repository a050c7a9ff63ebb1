"""Measure the window: opening, a key's way to disk and to the page, scrolling, arriving passages.

`make bench`, or this file. Articles of 3 kB, 100 kB and 1 MB with 60, 2,000 and 20,000
spans, offscreen; keys are pressed through Qt, passages come as the reading process sends
them.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).parents[1] / room) for room in ("support", "gui")]

from builders import MODEL
from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from scene import ScriptedReader, home_in, reader

from annotator import app
from annotator.core.article import Article
from annotator.core.change_record import Change
from annotator.core.decisions import Passage
from annotator.core.spans import Claim, Entity, Span
from annotator.ui.main_window import MainWindow

# A claim with source and cue, an entity, and a sentence without marks: four spans.
SENTENCE = (
    "Menteri Ani Sari mengatakan stok beras aman di seluruh gudang sampai akhir tahun ini. "
    "Antrean di depan pasar induk sudah terlihat sejak pagi, dan banyak warga pulang tanpa "
    "membawa beras sekarung pun.\n"
)
KEYS = 200
PASSAGE = 10_000


def article(sentences: int) -> tuple[str, Passage]:
    """Return a text and its marks: a claim with source and cue, and an entity, a sentence."""
    text = SENTENCE * sentences
    claims, entities = [], []
    for number in range(sentences):
        at = number * len(SENTENCE)
        claims.append(
            Claim(
                f"c{number}",
                (Span(at + 28, at + 84),),
                source=Span(at, at + 16),
                cue=(Span(at + 17, at + 27),),
                origin=MODEL,
            )
        )
        entities.append(Entity(f"e{number}", at + 8, at + 16, "PER", MODEL))
    passage = Passage(0, len(text), "id", "bench", (), tuple(entities), tuple(claims))
    return text, passage


def measure(folder: Path, name: str, sentences: int) -> None:
    """Open an article, tag its claims one by one, and print what a key took."""
    text, passage = article(sentences)
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    window = app.build_window(home_in(folder), ScriptedReader())
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    started = time.perf_counter()
    window.desk.open([path])
    window.page.viewport().repaint()
    opened = time.perf_counter() - started
    held_up = arrive(window, passage)
    on_disk, painted = press(window)
    scrolled = scroll(window)
    sys.stdout.write(
        f"{len(text):>9,} characters {sentences * 4:>6,} spans   open {opened * 1e3:6.1f} ms   "
        f"key to disk p50 {quantile(on_disk, 50):5.1f} p95 {quantile(on_disk, 95):5.1f} ms   "
        f"key to paint p50 {quantile(painted, 50):5.1f} p95 {quantile(painted, 95):5.1f} ms   "
        f"scroll p95 {quantile(scrolled, 95):4.1f} ms   held up {max(held_up) * 1e3:5.1f} ms\n"
    )
    window.close()


def arrive(window: MainWindow, passage: Passage) -> list[float]:
    """Let passages of 10,000 characters arrive; return how long each held the window up."""
    held_up: list[float] = []
    for start in range(0, passage.end, PASSAGE):
        end = min(start + PASSAGE, passage.end)
        part = replace(
            passage,
            start=start,
            end=end,
            entities=tuple(e for e in passage.entities if start <= e.start < end),
            claims=tuple(c for c in passage.claims if start <= c.start < end),
        )
        started = time.perf_counter()
        reader(window).passage_read.emit(1, part)
        QApplication.processEvents()
        held_up.append(time.perf_counter() - started)
    reader(window).finished.emit(1)
    return held_up


def scroll(window: MainWindow) -> list[float]:
    """Scroll by a page's height, as far as it goes or 200 times; return the seconds of each."""
    frames: list[float] = []
    bar = window.page.verticalScrollBar()
    bar.setValue(0)
    for step in range(200):
        started = time.perf_counter()
        bar.setValue(bar.maximum() * step // 200)
        window.page.viewport().repaint()
        frames.append(time.perf_counter() - started)
    return frames


def press(window: MainWindow) -> tuple[list[float], list[float]]:
    """Tag claims; return the seconds until each was on disk, and until it was painted."""
    on_disk: list[float] = []
    painted: list[float] = []
    pressed = 0.0
    assert window.desk.place is not None
    corpus = window.desk.place.corpus
    record = corpus.record

    def timed(change: Change) -> Article:
        article = record(change)
        on_disk.append(time.perf_counter() - pressed)
        return article

    corpus.record = timed  # type: ignore[method-assign]
    for number in range(KEYS):
        pressed = time.perf_counter()
        QTest.keyClicks(window.page, "123"[number % 3])
        window.page.viewport().repaint()
        painted.append(time.perf_counter() - pressed)
        QApplication.processEvents()
    # The first decision also creates the corpus file.
    return on_disk[1:], painted[1:]


def quantile(seconds: list[float], percent: int) -> float:
    """Return a percentile in milliseconds."""
    return statistics.quantiles(seconds, n=100)[percent - 1] * 1e3


def main() -> None:
    """Measure the three sizes."""
    app.application()
    with tempfile.TemporaryDirectory() as room:
        for name, sentences in (("small", 15), ("medium", 500), ("large", 5_000)):
            measure(Path(room), name, sentences)


if __name__ == "__main__":
    main()
