"""Exporting from the window: by keyboard alone, as on the screen, whole or not at all."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from dialogs import Answers, nameless, unreached
from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDialog
from pytestqt.qtbot import QtBot
from scene import OpenWindow, reader

from annotator import app
from annotator.core import record
from annotator.storage import seal as seals
from annotator.storage import settings as settings_file
from annotator.ui.dialogs.export_dialog import ExportDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.panes.work_line import WorkLine
from annotator.workflows import export_articles

CONTROL = Qt.KeyboardModifier.ControlModifier


def export(window: MainWindow, qtbot: QtBot, act: Callable[[ExportDialog], None]) -> None:
    """Open the dialog with its key, act in it, and wait until the export is over."""

    def in_dialog(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        act(dialog)

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    answers = Answers(in_dialog)
    qtbot.keyClick(window.page, Qt.Key.Key_E, CONTROL)
    answers.given()
    qtbot.waitUntil(lambda: not window.exports._work.busy, timeout=60_000)


def choose(dialog: ExportDialog, format_: str) -> None:
    for row in range(dialog.formats.count()):
        if dialog.formats.item(row).data(Qt.ItemDataRole.UserRole) == format_:
            dialog.formats.setCurrentRow(row)
            return
    pytest.fail(f"{format_} is not offered")


def check(dialog: ExportDialog, text: str) -> None:
    next(b for b in dialog.findChildren(QCheckBox) if text in b.text()).setChecked(True)


def test_what_is_on_the_screen_goes_out(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClicks(window.page, "12n")
    # Half typed, and not kept yet.
    window.notes.note.setPlainText("tanya lagi 😀")
    out = tmp_path / "articles" / "exports" / "beras.jsonl"

    def act(dialog: ExportDialog) -> None:
        choose(dialog, "jsonl")
        assert dialog.out.text() == str(out)
        qtbot.keyClick(dialog.formats, Qt.Key.Key_Return)

    export(window, qtbot, act)
    assert window.desk.article is not None
    assert replace(window.desk.article, digest=None) == record.decode(out.read_bytes())
    assert b"tanya lagi" in out.read_bytes()
    assert str(out) in window.banner.text()
    assert "1 article, 3 claims" in window.banner.text()
    assert "Nothing was lost." in window.banner.text()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    (show,) = window.banner.actions_offered()
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    assert opened == [QUrl.fromLocalFile(str(out.parent))]


def test_the_preview_shows_what_would_be_written_and_lost(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.page, "1")

    def act(dialog: ExportDialog) -> None:
        choose(dialog, "csv")
        qtbot.waitUntil(lambda: "stok beras 😀 aman" in dialog.preview.toPlainText(), timeout=5_000)
        assert dialog.preview.toPlainText().startswith("article,claim,text,label")
        assert "1 entity" in dialog.losses.toPlainText()
        choose(dialog, "brat")
        qtbot.waitUntil(lambda: "annotation.conf" in dialog.preview.toPlainText(), timeout=5_000)
        choose(dialog, "html")
        qtbot.waitUntil(lambda: "<html" in dialog.preview.toPlainText(), timeout=5_000)
        choose(dialog, "parquet")
        qtbot.waitUntil(lambda: "a binary file" in dialog.preview.toPlainText(), timeout=5_000)
        check(dialog, "Only articles that are done")
        qtbot.waitUntil(lambda: "1 article that is not done" in dialog.losses.toPlainText())
        dialog.reject()

    export(window, qtbot, act)
    assert not list(window.desk.shelf.corpora()[0].path.parent.glob("exports*"))


def choose_claims(dialog: ExportDialog, claims: str) -> None:
    box = dialog.options.claims
    box.setCurrentIndex(box.findData(claims))
    box.activated.emit(box.currentIndex())


def test_decided_claims_or_all_are_a_choice_with_both_counts(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClicks(window.page, "1")

    def act(dialog: ExportDialog) -> None:
        box = dialog.options.claims
        choose(dialog, "csv")
        qtbot.waitUntil(lambda: "1" in box.itemText(0), timeout=5_000)
        assert box.itemText(0) == "Decided claims only: 1"
        assert box.itemText(1) == "All claims: 1 decided, 2 undecided without a label"
        assert dialog.order().choice.claims == "decided"
        assert "undecided claims" in dialog.losses.toPlainText()
        choose_claims(dialog, "all")
        assert dialog.preview.toPlainText() == ""
        assert dialog.order().choice.claims == "all"
        # What a person chose stays when the format changes.
        choose(dialog, "html")
        choose(dialog, "csv")
        assert dialog.order().choice.claims == "all"
        dialog.out.setText(str(tmp_path / "all.csv"))
        dialog.accept()

    export(window, qtbot, act)
    rows = list(csv.DictReader((tmp_path / "all.csv").open(encoding="utf-8-sig")))
    assert [row["label"] for row in rows] == ["official", "", ""]


def test_losses_are_said_and_strict_keeps_the_file_away(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "beras.csv"

    def strictly(dialog: ExportDialog) -> None:
        choose(dialog, "csv")
        dialog.out.setText(str(out))
        check(dialog, "Write nothing if something would be lost")
        dialog.accept()

    export(window, qtbot, strictly)
    assert "can't hold everything" in window.banner.text()
    assert not out.exists()
    window.banner.dismiss()

    def again(dialog: ExportDialog) -> None:
        assert dialog.options.strict.isChecked()
        assert dialog.out.text() == str(tmp_path / "beras.csv")
        dialog.options.strict.setChecked(False)
        choose_claims(dialog, "all")
        dialog.accept()

    export(window, qtbot, again)
    assert "No place for: 1 article text" in window.banner.text()
    assert "1 entity" in window.banner.text()
    rows = list(csv.DictReader(out.open(encoding="utf-8-sig")))
    assert [row["text"] for row in rows][1] == "harga naik besok"


def test_nothing_is_overwritten_and_the_dialog_says_so(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    taken = tmp_path / "taken.jsonl"
    taken.write_text("mine")

    def act(dialog: ExportDialog) -> None:
        dialog.out.setText(str(taken))
        dialog.accept()
        assert dialog.isVisible()
        assert "exists already" in dialog.fault.text()
        dialog.out.setText(str(tmp_path / "no" / "folder.jsonl"))
        dialog.accept()
        assert "no folder" in dialog.fault.text()
        dialog.out.setText("")
        dialog.accept()
        assert dialog.isVisible()
        dialog.reject()

    export(window, qtbot, act)
    assert taken.read_text() == "mine"


def test_sources_get_pseudonyms_and_parts_are_dealt(
    window: MainWindow, qtbot: QtBot, article_file: Path, tmp_path: Path
) -> None:
    def act(dialog: ExportDialog) -> None:
        choose(dialog, "jsonl")
        assert dialog.key.isHidden()
        check(dialog, "Pseudonyms")
        check(dialog, "Split")
        assert dialog.key.isVisible()
        dialog.accept()

    export(window, qtbot, act)
    (file,) = (article_file.parent / "exports" / "beras-jsonl").iterdir()
    assert "Ani Sari" not in file.read_text("utf-8")
    names = json.loads((article_file.parent / "beras-names.json").read_text("utf-8"))
    assert "Menteri Ani Sari" in names.values() or "Ani Sari" in names.values()
    assert "Split: " in window.banner.text()


def test_what_was_chosen_is_found_again(
    window: MainWindow, qtbot: QtBot, home: app.Home, tmp_path: Path
) -> None:
    def act(dialog: ExportDialog) -> None:
        choose(dialog, "prodigy")
        check(dialog, "Numbers for the names")
        check(dialog, "Official")
        dialog.out.setText(str(tmp_path / "keluar.jsonl"))
        dialog.accept()

    export(window, qtbot, act)
    kept = settings_file.load(home.settings).export
    assert (kept.format, kept.hide_deciders, kept.folder) == ("prodigy", True, str(tmp_path))

    def again(dialog: ExportDialog) -> None:
        assert dialog.order().format == "prodigy"
        assert dialog.order().choice.hide_deciders
        # It belonged to that corpus alone.
        assert dialog.order().choice.labels == ()
        assert dialog.order().out == tmp_path / "beras-prodigy.jsonl"
        dialog.reject()

    export(window, qtbot, again)


def test_all_that_is_open_goes_out_under_ids_of_its_own(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for folder, text in (("a", "Harga naik."), ("b", "Harga turun.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "berita.txt").write_text(text)
    window = open_window(tmp_path / "a", tmp_path / "b")
    out = tmp_path / "semua.jsonl"

    def act(dialog: ExportDialog) -> None:
        assert [dialog.scope.itemText(row) for row in range(dialog.scope.count())] == [
            "All that is open: 2 articles",
            "This article",
        ]
        dialog.out.setText(str(out))
        dialog.accept()

    export(window, qtbot, act)
    articles = [record.decode(line) for line in out.read_bytes().splitlines()]
    assert [(a.id, a.text) for a in articles] == [
        ("berita", "Harga naik."),
        ("berita-2", "Harga turun."),
    ]


def test_every_control_has_a_name_and_is_reached_by_keyboard(
    window: MainWindow, qtbot: QtBot
) -> None:
    def act(dialog: ExportDialog) -> None:
        check(dialog, "Pseudonyms")
        check(dialog, "Split")
        assert nameless(dialog) == []
        assert unreached(dialog) == []
        dialog.reject()

    export(window, qtbot, act)


@pytest.fixture
def large(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "besar.jsonl"
    lines = [json.dumps({"id": f"a{n}", "text": f"Berita {n}. " * 40}) for n in range(3_000)]
    path.write_text("\n".join(lines) + "\n")
    return open_window(path)


def test_a_long_export_says_how_far_it_is_and_can_be_cancelled(
    large: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[str] = []
    large.exports.progressed.connect(lambda text, _: said.append(text))
    source = large.exports.sources()[0]
    order = export_articles.ExportOrder("cas-xmi", tmp_path / "exports" / "besar")
    large.exports.start(order, source, large.choices.scheme())
    qtbot.waitUntil(lambda: len(said) > 2, timeout=10_000)
    line = next(w for w in large.status_line.findChildren(WorkLine) if w.isVisible())
    assert "Exporting, " in line.label.text()
    assert line.bar.isVisible()
    qtbot.mouseClick(line.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said[-1] == "", timeout=10_000)
    assert "nothing was written" in large.status_line.currentMessage()
    assert not line.isVisible()
    assert not (tmp_path / "exports").exists()


def test_work_goes_on_while_an_export_is_written(
    large: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    source = large.exports.sources()[0]
    out = tmp_path / "besar-brat"
    large.exports.start(export_articles.ExportOrder("brat", out), source, large.choices.scheme())
    qtbot.keyClicks(large.page, "f")
    large.files.save_now()
    assert large.exports._work.busy
    qtbot.waitUntil(lambda: not large.exports._work.busy, timeout=30_000)
    assert len(list(out.glob("*.txt"))) == 3_000
    large.files.save_now()
    qtbot.waitUntil(lambda: not large.desk.shelf.corpora()[0].unsaved, timeout=5_000)
    assert b'"flagged"' in (tmp_path / "besar.jsonl").read_bytes()


def test_closing_the_window_gives_up_the_export(
    large: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    order = export_articles.ExportOrder("cas-xmi", tmp_path / "besar")
    large.exports.start(order, large.exports.sources()[0], large.choices.scheme())
    large.close()
    assert [path.name for path in tmp_path.iterdir() if "besar" in path.name] == ["besar.jsonl"]


def test_without_an_article_there_is_nothing_to_export(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    window.exports.ask(window)
    assert "Open an article first" in window.status_line.currentMessage()
    assert reader(window).texts == {}


def test_an_encrypted_corpus_is_not_exported_unawares(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def plainly(dialog: ExportDialog) -> None:
        assert dialog.sealed.isHidden()
        dialog.reject()

    qtbot.keyClicks(window.page, "1")
    export(window, qtbot, plainly)
    monkeypatch.setattr(seals, "COST", 2**10)
    window.files.save_elsewhere(tmp_path / "r.sealed.jsonl", seals.Seal.make("kata sandi"))
    out = tmp_path / "terbuka.jsonl"

    def warned(dialog: ExportDialog) -> None:
        for row in range(dialog.scope.count()):
            dialog.scope.setCurrentIndex(row)
            assert "anyone who has the file" in dialog.sealed.text()
            assert dialog.sealed.isVisible()
        dialog.out.setText(str(out))
        dialog.accept()

    export(window, qtbot, warned)
    assert window.desk.article is not None
    # The history that its digest is of does not go along.
    assert record.decode(out.read_bytes()) == replace(window.desk.article, digest=None)
