"""Opening documents, data sets, tables and folders, and the messages about the result."""

import csv
import json
import socket
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from dialogs import Answers, nameless, unreached
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from scene import TEXT, OpenWindow

from annotator.formats import reading_apart
from annotator.formats.documents import web
from annotator.ui.dialogs.address_dialog import AddressDialog
from annotator.ui.dialogs.import_dialog import ImportDialog
from annotator.ui.dialogs.import_texts import file_kinds
from annotator.ui.main_window import MainWindow
from annotator.ui.panes.work_line import WorkLine
from annotator.workflows.locations import annotations_path

PAGE = """<!doctype html><html lang="id"><head><title>Harga beras naik</title></head><body>
<article><h1>Harga beras naik</h1><p>Menteri Ani Sari mengatakan stok beras 😀 aman sampai Maret
dan pemerintah tidak akan mengimpor beras tahun ini.</p><p>Warga menduga harga akan naik lagi
pekan depan karena banjir di sejumlah daerah penghasil padi.</p></article></body></html>"""


def wait(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.files.imports.busy, timeout=30_000)


def drop(window: MainWindow, *paths: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.files.drop(dropped)


def tasks(path: Path, *texts: str) -> Path:
    """Write texts as Prodigy does, with one span each and one line that is broken."""
    lines = [
        json.dumps({"text": text, "spans": [{"start": 0, "end": 5, "label": "PER"}]})
        for text in texts
    ]
    path.write_text("\n".join([*lines, '{"text": ']) + "\n", encoding="utf-8")
    return path


def test_a_saved_page_is_opened_and_its_annotations_lie_beside_it(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tmp_path / "beras.html"
    page.write_text(PAGE, encoding="utf-8")
    window = open_window()
    drop(window, page)
    wait(window, qtbot)
    assert "stok beras 😀 aman" in window.page.toPlainText()
    assert "<p>" not in window.page.toPlainText()
    assert window.desk.place is not None
    assert window.desk.place.corpus.path == annotations_path(page)
    assert not annotations_path(page).exists()


def test_a_data_set_becomes_a_corpus_beside_it(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tasks(tmp_path / "tugas.jsonl", "Budi berkata hujan.", "Sari pergi ke pasar.")
    other = tasks(tmp_path / "lain.jsonl", "Ani tidur.")
    window = open_window()
    drop(window, source, other)
    wait(window, qtbot)
    out = tmp_path / "tugas.corpus.jsonl"
    assert len(out.read_bytes().splitlines()) == 2
    assert window.page.toPlainText() == "Budi berkata hujan."
    said = window.banner.text()
    assert f"2 articles from tugas.jsonl were added to {out}." in said
    assert "1 article from lain.jsonl was added to" in said
    assert "1 problem while reading" in said
    assert "line 3" in said
    # Opened again while that corpus is open, it goes into one of its own.
    drop(window, source)
    wait(window, qtbot)
    assert (tmp_path / "tugas-2.corpus.jsonl").exists()


def test_a_data_set_known_already_keeps_the_work_done_on_it(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tasks(tmp_path / "tugas.jsonl", "Budi berkata hujan.")
    window = open_window()
    drop(window, source)
    wait(window, qtbot)
    qtbot.keyClicks(window.page, "f")
    window.close()
    tasks(source, "Budi berkata hujan.", "Sari pergi ke pasar.")
    again = open_window()
    drop(again, source)
    wait(again, qtbot)
    assert len(again.desk.shelf.places) == 2
    assert again.desk.article is not None
    assert again.desk.article.header.state == "flagged"
    assert "1 article from tugas.jsonl was added to" in again.banner.text()
    assert "1 article was already there" in again.banner.text()


def test_a_folder_of_all_kinds(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "berita"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.html").write_text(PAGE, encoding="utf-8")
    (folder / "c.md").write_text("# Judul\n\nIsi *berita*.\n", encoding="utf-8")
    (folder / "d.txt").write_bytes(b"")
    (folder / "e.jsonl").write_text('{"id": "k1", "text": "Dua."}\n', encoding="utf-8")
    window = open_window()
    drop(window, folder)
    wait(window, qtbot)
    assert [place.id for place in window.desk.shelf.places] == ["a", "b", "c", "k1"]
    assert "d.txt is empty" in window.banner.text()


def test_what_is_nothing_known_is_said(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    odd = tmp_path / "aneh.json"
    odd.write_text('{"odd": 1}')
    drop(window, odd, tmp_path / "gone.docx")
    wait(window, qtbot)
    assert "aneh.json is of no kind that is known here" in window.banner.text()
    assert "gone.docx" in window.banner.text()
    assert window.page.toPlainText() == TEXT


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "berita.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["nomor", "kepala", "kabar", "kapan"])
        writer.writerow(["7", "Hujan <b>lebat</b>", "Budi berkata hujan 😀.", "2026-11-02"])
        writer.writerow(["8", "Pasar", "Sari pergi ke pasar.", "2026-11-03"])
    return path


def in_import(act: Callable[[ImportDialog], None]) -> Answers:
    def in_dialog(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        act(dialog)

    return Answers(in_dialog)


def test_a_table_asks_which_column_is_what(
    open_window: OpenWindow, qtbot: QtBot, table: Path
) -> None:
    window = open_window()

    def act(dialog: ImportDialog) -> None:
        qtbot.waitUntil(lambda: "kabar: Budi berkata" in dialog.rows.toPlainText(), timeout=5_000)
        assert "<b>lebat</b>" in dialog.rows.toPlainText()
        assert dialog.columns["id"].currentText() == "nomor"
        assert nameless(dialog) == []
        assert unreached(dialog) == []
        dialog.accept()
        assert "the column that holds the text" in dialog.fault.text()
        for field, column in (("text", "kabar"), ("title", "kepala"), ("date", "kapan")):
            dialog.columns[field].setCurrentText(column)
        dialog.lang.setText("id")
        dialog.accept()

    answers = in_import(act)
    drop(window, table)
    wait(window, qtbot)
    answers.given()
    wait(window, qtbot)
    assert [place.id for place in window.desk.shelf.places] == ["7", "8"]
    assert window.desk.article is not None
    header = window.desk.article.header
    assert window.desk.article.text == "Budi berkata hujan 😀."
    assert (header.title, header.date, header.lang) == ("Hujan <b>lebat</b>", "2026-11-02", "id")


def test_an_import_into_a_corpus_of_ones_choice(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, article_file: Path
) -> None:
    qtbot.keyClicks(window.page, "1")
    source = tasks(tmp_path / "tugas.jsonl", "Budi berkata hujan.")
    out = tmp_path / "semua.jsonl"

    def act(dialog: ImportDialog) -> None:
        dialog.accept()
        assert "Add the files" in dialog.fault.text()
        dialog.add([source, article_file])
        assert dialog.out.text() == str(tmp_path / "tugas.corpus.jsonl")
        dialog.out.setText(str(annotations_path(article_file)))
        dialog.accept()
        assert "is open" in dialog.fault.text()
        dialog.out.setText(str(source))
        dialog.accept()
        assert "into itself" in dialog.fault.text()
        dialog.out.setText(str(out))
        dialog.lang.setText("Indonesia")
        dialog.accept()
        assert "by its code" in dialog.fault.text()
        dialog.lang.setText("id")
        dialog.accept()

    answers = in_import(act)
    window.activateWindow()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.page, Qt.Key.Key_I, control | shift)
    answers.given()
    wait(window, qtbot)
    assert "2 articles from 2 files were added to" in window.banner.text()
    places = [place for place in window.desk.shelf.places if place.corpus.path == out]
    assert len(places) == 2


def test_a_long_import_can_be_cancelled(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tasks(tmp_path / "banyak.jsonl", *(f"Berita nomor {n}. " * 5 for n in range(30_000)))
    window = open_window()
    said: list[str] = []
    window.files.imports.progressed.connect(lambda text, _: said.append(text))
    drop(window, source)
    qtbot.waitUntil(lambda: any("so far" in text for text in said), timeout=20_000)
    line = next(w for w in window.status_line.findChildren(WorkLine) if w.isVisible())
    assert "banyak.jsonl" in line.label.text()
    qtbot.mouseClick(line.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Stopped." in window.status_line.currentMessage(), timeout=20_000)
    assert not (tmp_path / "banyak.corpus.jsonl").exists()


def test_the_filters_name_all_that_can_be_read(window: MainWindow) -> None:
    filters = file_kinds().split(";;")
    assert all(filter_.count("(") == 1 for filter_ in filters)
    for suffix in ("*.txt", "*.html", "*.docx", "*.csv", "*.spacy", "*.jsonl"):
        assert suffix in filters[0]
    assert filters[-1] == "All files (*)"


def test_rich_text_comes_in_as_its_lines(window: MainWindow) -> None:
    rich = QMimeData()
    rich.setHtml("<h1>Judul</h1><p>Satu <b>kalimat</b>.</p><script>x()</script><p>Dua 😀.</p>")
    rich.setText("Judul Satu kalimat. Dua 😀.")
    window.files.drop(rich)
    assert window.page.toPlainText() == "Judul\nSatu kalimat.\nDua 😀."


def test_going_online_is_off_until_a_person_allows_it(window: MainWindow, qtbot: QtBot) -> None:
    action = window.actions_["open_address"]
    assert not action.isEnabled()
    window.files.imports.fetch("https://kabar.example/1")
    wait(window, qtbot)
    assert "switched off in the settings" in window.banner.text()
    window.choices.choose(replace(window.desk.settings, allow_web=True))
    assert action.isEnabled()


def test_an_address_is_fetched_after_saying_who_is_asked(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers["host"])
        return httpx.Response(200, headers={"content-type": "text/html"}, text=PAGE)

    def look_up(*_: object, **__: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    transport = httpx.MockTransport(answer)
    monkeypatch.setattr(web, "client", lambda: httpx.Client(transport=transport))
    monkeypatch.setattr(web, "fetched", web.fetch)
    window.choices.choose(replace(window.desk.settings, allow_web=True))

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, AddressDialog)
        assert nameless(dialog) == []
        assert not dialog.fetch.isEnabled()
        qtbot.keyClicks(dialog.field, "file:///etc/passwd")
        assert not dialog.fetch.isEnabled()
        dialog.field.clear()
        qtbot.keyClicks(dialog.field, "kabar.example/beras.html")
        assert "asks kabar.example for this one page" in dialog.said.text()
        assert asked == []
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    answers = Answers(act)
    window.activateWindow()
    qtbot.keyClick(window.page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    answers.given()
    wait(window, qtbot)
    assert asked == ["kabar.example"]
    assert window.desk.article is not None
    assert window.desk.article.header.url == "https://kabar.example/beras.html"
    assert "stok beras 😀 aman" in window.page.toPlainText()
    assert window.desk.place is not None
    assert window.files._data in window.desk.place.corpus.path.parents


def test_closing_does_not_wait_for_a_document_that_hangs(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = tmp_path / "hangs.rtf"
    document.write_bytes(b"{\\rtf1 " + b"{\\field{\\*\\fldinst{HYPERLINK " * 20_000)
    window = open_window()
    # Nothing but closing ends it.
    monkeypatch.setattr(reading_apart, "LIMIT_SECONDS", 1e6)
    window.files.imports.open([document])
    qtbot.wait(1_000)
    assert window.files.imports.busy
    window.close()
    process = reading_apart._documents._process
    assert process is None or process.poll() is not None
