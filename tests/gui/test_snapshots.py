"""The page is painted like in the approved pictures.

A picture may differ a little (letters are smoothed differently from machine to machine), but
not by a tint, a rule or an outline. ANNOTATOR_SNAPSHOTS=update takes new pictures: look at
them before they are committed.
"""

import os
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from builders import MODEL
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scene import TEXT, OpenWindow, reader, span

from annotator import app
from annotator.core.decisions import Passage
from annotator.core.spans import Claim, Entity, Span, Zone
from annotator.ui.main_window import MainWindow

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
# Of the pixels, as many may differ visibly; and of the whole range, so much on average.
MAX_DIFFERENT = 0.006
MAX_MEAN = 1.5


def pixels(image: QImage) -> npt.NDArray[np.int16]:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].astype(np.int16)


def looks_as_before(window: MainWindow, name: str, tmp_path: Path) -> None:
    # The page has just taken the place of the start page, and is laid out in the next turn.
    QApplication.processEvents()
    window.page.viewport().repaint()
    image = window.page.viewport().grab().toImage()
    path = SNAPSHOTS / f"{name}.png"
    if os.environ.get("ANNOTATOR_SNAPSHOTS") == "update":
        image.save(str(path))
    before = QImage(str(path))
    assert not before.isNull(), f"{path} is missing; take it with ANNOTATOR_SNAPSHOTS=update"
    actual = tmp_path / f"{name}.png"
    image.save(str(actual))
    assert image.size() == before.size()
    difference = np.abs(pixels(image) - pixels(before))
    different = float((difference > 48).mean())
    message = f"{actual} differs from {path}: {different:.4f}, {difference.mean():.2f}"
    assert different <= MAX_DIFFERENT, message
    assert float(difference.mean()) <= MAX_MEAN, message


@pytest.fixture
def window(open_window: OpenWindow, article_file: Path) -> MainWindow:
    window = open_window(article_file)
    window.page.clearFocus()
    window.setFocus()
    return window


def dense() -> Passage:
    """Overlap, nesting, a content in two pieces, hedges, entities, furniture."""
    quote = Claim(
        "c1",
        (span("Menteri Ani"), span("stok beras 😀 aman")),
        cue=(span("mengatakan"),),
        origin=MODEL,
    )
    inner = Claim("c2", (span("beras 😀"),), nested_in="c1", hedges=(span("beras"),), origin=MODEL)
    hearsay = Claim(
        "c3",
        (span("harga naik besok"),),
        source=span("Warga"),
        cue=(span("menduga"),),
        hedges=(span("menduga"),),
        origin=MODEL,
    )
    voice = Claim("c4", (span("Harga beras naik 5 persen pada Senin"),), origin=MODEL)
    furniture = Span(span("Baca juga").start, len(TEXT))
    return Passage(
        0,
        len(TEXT),
        "id",
        "test 1",
        zones=(Zone("z1", furniture.start, furniture.end, "related", MODEL),),
        entities=(
            Entity("e1", *span_ends("Ani Sari"), "PER", MODEL),
            Entity("e2", *span_ends("5 persen"), "PERCENT", MODEL),
            Entity("e3", *span_ends("Senin"), "DATE", MODEL),
        ),
        claims=(quote, inner, hearsay, voice),
    )


def span_ends(words: str) -> tuple[int, int]:
    found = span(words)
    return found.start, found.end


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_dense_article(window: MainWindow, qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    window.choices.choose(replace(window.desk.settings, theme=theme))
    reader(window).answer(dense())
    window.editor.tag("official")
    window.desk.move(1)
    window.editor.tag("speculative")
    looks_as_before(window, f"dense-{theme}", tmp_path)


def test_text_alone(window: MainWindow, tmp_path: Path) -> None:
    looks_as_before(window, "text-alone", tmp_path)


def test_furniture_opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    reader(window).answer(dense())
    qtbot.keyClick(window.page, Qt.Key.Key_Z)
    window.page.clearFocus()
    looks_as_before(window, "furniture-open", tmp_path)


def test_a_tint_more_is_noticed(window: MainWindow, tmp_path: Path) -> None:
    """The tolerance is not so wide that a missing mark would pass."""
    reader(window).answer(dense())
    window.editor.tag("official")
    with pytest.raises(AssertionError, match="differs"):
        looks_as_before(window, "furniture-open", tmp_path)


def test_right_to_left_text_stands_at_the_right(
    open_window: OpenWindow, article_file: Path
) -> None:
    text = "قال الوزير إن السد آمن.\nPlain text stands at the left.\n"
    article_file.write_text(text, encoding="utf-8")
    window = open_window(article_file)
    claim = Claim("c1", (Span(15, 22),), source=Span(4, 10), origin=MODEL)
    reader(window).answer(Passage(0, len(text), "ar", "test 1", claims=(claim,)))
    page = window.page
    block = page.document().begin()
    page.blockBoundingRect(block)
    left, width = page.column()
    line = block.layout().lineAt(0)
    right_edge = line.naturalTextRect().right()
    assert abs(right_edge - (left + width)) < 3
    (lines, *_) = page._visible_lines(page.viewport().rect())
    (box,) = page._painter._boxes(lines, (15, 22))
    assert left < box.left() < box.right() <= left + width + 1
    assert box.right() < right_edge - 20
    plain = block.next()
    page.blockBoundingRect(plain)
    assert abs(plain.layout().lineAt(0).naturalTextRect().left() - left) < 3


def test_the_theme_of_the_desktop_is_followed(window: MainWindow) -> None:
    assert app.theme("system").page in (app.theme("light").page, app.theme("dark").page)
