"""Marking by hand: sources, cues, hedges, edges, entities, furniture, all from the keyboard."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from scene import TEXT, span

from annotator.core.article import Article
from annotator.core.spans import Claim
from annotator.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def article(window: MainWindow) -> Article:
    assert window.desk.article is not None
    return window.desk.article


def claim(window: MainWindow) -> Claim:
    found = window.desk.claim()
    assert found is not None
    return found


def select(window: MainWindow, words: str) -> None:
    wanted = span(words)
    emoji = TEXT.index("😀")
    cursor = window.page.textCursor()
    cursor.setPosition(wanted.start + (wanted.start > emoji))
    cursor.setPosition(wanted.end + (wanted.end > emoji), QTextCursor.MoveMode.KeepAnchor)
    window.page.setTextCursor(cursor)


def in_menu(key: str) -> None:
    """Press a key in the menu that is about to come up."""
    timer = QTimer(QApplication.instance())

    def press() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            timer.deleteLater()
            timer.stop()
            QTest.keyClicks(menu, key)

    timer.timeout.connect(press)
    timer.start(10)


def test_source_cue_and_hedge(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "Ani Sari")
    qtbot.keyClicks(window.page, "s")
    assert article(window).slice(claim(window).source or span("beras")) == "Ani Sari"
    select(window, "beras")
    qtbot.keyClicks(window.page, "u")
    select(window, "aman")
    qtbot.keyClick(window.page, Qt.Key.Key_U, SHIFT)
    assert [article(window).slice(piece) for piece in claim(window).cue] == ["beras", "aman"]
    select(window, "besok")
    qtbot.keyClicks(window.page, "h")
    assert [article(window).slice(hedge) for hedge in claim(window).hedges] == ["besok"]
    for _ in range(4):
        qtbot.keyClick(window.page, Qt.Key.Key_Z, CONTROL)
    assert article(window).slice(claim(window).source or span("beras")) == "Menteri Ani Sari"


def test_without_a_selection_a_hint_is_given(window: MainWindow, qtbot: QtBot) -> None:
    before = article(window)
    qtbot.keyClicks(window.page, "s")
    assert article(window) == before
    assert "Select words first" in window.status_line.currentMessage()


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_BracketRight, None, "beras 😀 aman"),
        (Qt.Key.Key_BracketLeft, None, "mengatakan stok beras 😀 aman"),
        (Qt.Key.Key_BraceLeft, None, "stok beras 😀"),
        (Qt.Key.Key_BraceRight, None, "stok beras 😀 aman."),
        (Qt.Key.Key_BracketRight, ALT, "tok beras 😀 aman"),
        (Qt.Key.Key_BraceLeft, ALT, "stok beras 😀 ama"),
    ],
)
def test_edges(
    window: MainWindow,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier | None,
    expected: str,
) -> None:
    qtbot.keyClick(window.page, key, modifier or Qt.KeyboardModifier.NoModifier)
    assert article(window).content_text(claim(window)) == expected


def test_merge_divide_and_more_content(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.page, "m")
    merged = claim(window)
    assert article(window).content_text(merged) == "stok beras 😀 aman … harga naik besok"
    assert len(article(window).claims) == 2
    cursor = window.page.textCursor()
    cursor.setPosition(TEXT.index("beras"))
    window.page.setTextCursor(cursor)
    qtbot.keyClicks(window.page, "d")
    contents = [article(window).content_text(c) for c in article(window).claims]
    assert contents[:2] == ["stok", "beras 😀 aman … harga naik besok"]
    select(window, "Warga")
    qtbot.keyClick(window.page, Qt.Key.Key_C, SHIFT)
    assert article(window).content_text(claim(window)) == "stok … Warga"


def test_repeating_the_last_label(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.page, "3rr")
    assert [c.label for c in article(window).claims] == ["speculative"] * 3


def test_an_entity_from_the_selection_and_none_at_the_caret(
    window: MainWindow, qtbot: QtBot
) -> None:
    select(window, "Warga")
    in_menu("o")
    qtbot.keyClicks(window.page, "e")
    found = {article(window).slice(e): e.label for e in article(window).entities}
    assert found == {"Ani Sari": "PER", "Warga": "ORG"}
    # Without a window manager, a busy machine may leave no window active behind a menu.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    cursor = window.page.textCursor()
    cursor.setPosition(TEXT.index("Warga") + 4)
    window.page.setTextCursor(cursor)
    in_menu("n")
    qtbot.keyClicks(window.page, "e")
    assert [article(window).slice(e) for e in article(window).entities] == ["Ani Sari"]


def test_the_kind_of_source_from_a_menu(window: MainWindow, qtbot: QtBot) -> None:
    in_menu("7")
    qtbot.keyClicks(window.page, "t")
    assert claim(window).source_type == "person"


def test_furniture_is_corrected(window: MainWindow, qtbot: QtBot) -> None:
    assert len(article(window).zones) == 1
    qtbot.keyClicks(window.page, "z")
    select(window, "Lima resep")
    qtbot.keyClick(window.page, Qt.Key.Key_Z, SHIFT)
    assert article(window).zones == ()
    qtbot.keyClicks(window.page, "1")
    select(window, "stok")
    qtbot.keyClick(window.page, Qt.Key.Key_Z, SHIFT)
    assert article(window).zones == ()
    assert "claims in these lines" in window.status_line.currentMessage()


def test_a_note_is_kept_when_it_is_left(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.page, "n")
    note = QApplication.focusWidget()
    assert note is not None
    qtbot.keyClicks(note, "cek 1 2 3 ke BPS")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert claim(window).note == "cek 1 2 3 ke BPS"
    assert claim(window).label is None
    assert window.page.hasFocus()


def test_a_note_that_is_half_typed_stays_with_its_claim(window: MainWindow, qtbot: QtBot) -> None:
    first = claim(window).id
    qtbot.keyClicks(window.page, "n")
    qtbot.keyClicks(QApplication.focusWidget(), "setengah")
    window.desk.move(1)
    kept = article(window).claim(first)
    assert kept is not None
    assert kept.note == "setengah"
    assert claim(window).note is None


def test_evidence_is_added_and_removed(window: MainWindow, qtbot: QtBot) -> None:
    from annotator.ui.dialogs.evidence_dialog import EvidenceDialog

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, EvidenceDialog)
        qtbot.keyClicks(dialog.link, "https://bps.example/1")
        qtbot.keyClicks(dialog.title, "Harga beras")
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    QTimer.singleShot(0, fill)
    qtbot.keyClicks(window.page, "l")
    (evidence,) = claim(window).evidence
    assert (evidence.link, evidence.title) == ("https://bps.example/1", "Harga beras")
    window.editor.remove_evidence(evidence)
    assert claim(window).evidence == ()


def test_flagging_and_skipping_an_article(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.page, "f")
    assert window.desk.place is not None
    assert window.desk.place.summary.progress == "flagged"
    qtbot.keyClick(window.page, Qt.Key.Key_F, SHIFT)
    assert window.desk.place.summary.progress == "skipped"
    qtbot.keyClick(window.page, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClicks(window.page, "f")
    assert window.desk.place.summary.progress == "new"


def test_oddities_are_shown(window: MainWindow, qtbot: QtBot) -> None:
    assert window.inspector.warning.text() == ""
    qtbot.keyClicks(window.page, "3k")
    assert "no hedge is marked" in window.inspector.warning.text()
    assert window.inspector.warning.isVisible()


def test_suggestions_are_accepted_only_where_they_are_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    from msgspec.structs import replace

    qtbot.keyClick(window.page, Qt.Key.Key_Return)
    assert claim(window).label is None
    window.choices.choose(replace(window.desk.settings, assist="suggest"))
    assert "Suggested: Official" in window.inspector.reasons()
    qtbot.keyClick(window.page, Qt.Key.Key_Return)
    first = article(window).claims[0]
    assert first.label == "official"
    assert first.decision is not None
    assert (first.decision.assist, first.decision.shown) == ("suggest", "official")
    window.choices.choose(replace(window.desk.settings, assist="off"))
    window.desk.move(-1)
    assert window.inspector.reasons() == ""
