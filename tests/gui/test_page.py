"""The page: nothing jumps, nothing leaks, long text stays readable."""

import sys
from pathlib import Path

import pytest
from builders import MODEL
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage, QTextBlock
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from scene import TEXT, OpenWindow, reader

from annotator import app
from annotator.core.decisions import Passage
from annotator.core.spans import Claim, Span
from annotator.ui.main_window import MainWindow
from annotator.ui.page.page import Page


def blocks(page: Page) -> list[QTextBlock]:
    found = []
    block = page.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def breaks(page: Page) -> list[list[int]]:
    """Return the start of each paragraph's lines."""
    result = []
    for block in blocks(page):
        page.blockBoundingRect(block)
        layout = block.layout()
        result.append([layout.lineAt(n).textStart() for n in range(layout.lineCount())])
    return result


def picture(window: MainWindow) -> QImage:
    return window.page.viewport().grab().toImage()


LONG = (
    "Menteri Pekerjaan Umum dan Perumahan Rakyat Ani Sari Widyaningsih Kusumaningrum mengatakan "
    "kepada para wartawan di kantornya bahwa seluruh tanggul di wilayah itu akan diperiksa "
    "ulang sebelum musim hujan, dan hasilnya akan diumumkan kepada warga.\n"
)


def test_no_line_breaks_anew_when_highlights_arrive(
    open_window: OpenWindow, article_file: Path
) -> None:
    text = LONG * 6
    article_file.write_text(text, encoding="utf-8")
    window = open_window(article_file)
    before = breaks(window.page)
    claims = tuple(
        Claim(
            f"c{number}",
            (Span(at + 110, at + 200),),
            source=Span(at, at + 79),
            cue=(Span(at + 80, at + 90),),
            origin=MODEL,
        )
        for number, at in enumerate(range(0, len(text), len(LONG)))
    )
    plain = picture(window)
    reader(window).answer(Passage(0, len(text), "id", "test 1", claims=claims))
    assert breaks(window.page) == before
    assert picture(window) != plain


def test_laying_out_takes_no_reference_from_none(window: MainWindow) -> None:
    if sys.version_info >= (3, 12):
        pytest.skip("SKIPPED: None is immortal from Python 3.12 on")
    before = sys.getrefcount(None)
    for _ in range(50):
        for block in blocks(window.page):
            block.clearLayout()
        breaks(window.page)
    assert sys.getrefcount(None) > before - 50


def test_a_tag_changes_what_is_seen_but_no_line(window: MainWindow, qtbot: QtBot) -> None:
    lines, seen = breaks(window.page), picture(window)
    qtbot.keyClicks(window.page, "1")
    assert breaks(window.page) == lines
    assert picture(window) != seen


def test_the_claim_in_focus_is_in_view(open_window: OpenWindow, article_file: Path) -> None:
    text = "Satu kalimat yang cukup panjang untuk sebuah paragraf.\n" * 400
    article_file.write_text(text, encoding="utf-8")
    window = open_window(article_file)
    claims = tuple(
        Claim(f"c{n}", (Span(55 * n, 55 * n + 12),), origin=MODEL) for n in range(0, 400, 40)
    )
    reader(window).answer(Passage(0, len(text), "id", "test 1", claims=claims))
    for _ in range(12):
        window.desk.move(1)
        caret = window.page.cursorRect()
        claim = window.desk.claim()
        assert claim is not None
        assert window.page.caret() == claim.start
        assert caret.top() >= 0
        assert caret.bottom() <= window.page.viewport().height()


def test_text_size_and_column_follow_each_other(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1700, 800)
    _, narrow = window.page.column()
    for _ in range(3):
        qtbot.keyClick(window.page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    left, wide = window.page.column()
    assert wide > narrow
    assert left + wide <= window.page.viewport().width()
    assert window.header._column.contentsMargins().left() == left


def test_what_a_text_holds_is_shown_and_never_obeyed(
    open_window: OpenWindow, article_file: Path
) -> None:
    hostile = "<img src='http://x.example/a.png'><b>tebal</b>\n\u202egnilaer\x1b[31m\n" + TEXT
    article_file.write_text(hostile, encoding="utf-8")
    window = open_window(article_file)
    assert "<b>tebal</b>" in window.page.toPlainText()
    assert "▯gnilaer␛[31m" in window.page.toPlainText()
    assert window.desk.article is not None
    assert window.desk.article.text == hostile
    first = Span(0, hostile.index("\n") + 10)
    claim = Claim("c1", (first,), source=Span(0, 20), note="<i>x</i>", origin=MODEL)
    reader(window).answer(Passage(0, len(hostile), "id", "<b>test</b>", claims=(claim,)))
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    tip = window.claim_list.view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "&lt;img" in tip
    assert "\u202e" not in window.inspector.content.text()
    assert "▯gnilaer" in window.inspector.content.text()


def test_every_control_says_its_name_and_role(window: MainWindow) -> None:
    roles: dict[QWidget, QAccessible.Role] = {
        window.page: QAccessible.Role.EditableText,
        window.notes.note: QAccessible.Role.EditableText,
        window.search: QAccessible.Role.EditableText,
        window.article_list.view: QAccessible.Role.Table,
        window.claim_list.view: QAccessible.Role.Table,
        **dict.fromkeys(window.label_bar.tiles.values(), QAccessible.Role.Button),
    }
    for widget, role in roles.items():
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name)
        assert interface.role() == role


def test_the_claim_in_focus_is_said(window: MainWindow, qtbot: QtBot) -> None:
    interface = QAccessible.queryAccessibleInterface(window.page)
    assert interface.text(QAccessible.Text.Description) == (
        "Claim 1 of 3, open: stok beras 😀 aman"
    )
    qtbot.keyClicks(window.page, "1")
    assert "Claim 2 of 3, open: harga naik besok" in interface.text(QAccessible.Text.Description)
    model = window.claim_list.view.model()
    row = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert row == "1, Official: stok beras 😀 aman"


def test_tab_goes_from_the_page_around_and_back(window: MainWindow, qtbot: QtBot) -> None:
    window.page.setFocus()
    seen = [QApplication.focusWidget()]
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is window.page:
            break
        seen.append(QApplication.focusWidget())
    assert QApplication.focusWidget() is window.page
    wanted = [
        window.page,
        *window.label_bar.tiles.values(),
        window.notes.note,
        window.claim_list.view,
        window.article_list.view,
        window.search,
    ]
    assert [widget for widget in seen if widget in wanted] == wanted


def test_reading_a_long_article_can_be_stopped_and_goes_on(
    open_window: OpenWindow, article_file: Path, qtbot: QtBot
) -> None:
    text = "Satu kalimat.\n" * 4_000
    article_file.write_text(text, encoding="utf-8")
    window = open_window(article_file)
    assert not window.status_line._cancel.isHidden()
    reader(window).passage_read.emit(1, Passage(0, 14_000, "id", "test 1"))
    assert "25 %" in window.status_line._reading.text()
    qtbot.mouseClick(window.status_line._cancel, Qt.MouseButton.LeftButton)
    assert window.status_line._cancel.isHidden()
    assert reader(window).texts == {}
    window.desk.show(0)
    assert window.desk.is_being_read(window.desk.place)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_themes_paint_different_pages(window: MainWindow, theme: str) -> None:
    window.set_theme(app.theme(theme))
    window.page.viewport().repaint()
    corner = picture(window).pixelColor(3, 3)
    assert (corner.lightness() < 100) == (theme == "dark")
