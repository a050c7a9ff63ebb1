"""Opening, pasting and dropping, and the messages if something isn't an article."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from scene import TEXT, OpenWindow, reader

from annotator.ui.main_window import MainWindow
from annotator.workflows.locations import annotations_path


def test_a_folder_shows_its_texts_and_corpora_once(
    window: MainWindow, open_window: OpenWindow, article_file: Path, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.page, "1")
    window.close()
    folder = article_file.parent
    (folder / "b.txt").write_text("Satu.", encoding="utf-8")
    (folder / "korpus.jsonl").write_text('{"id": "k1", "text": "Dua."}\n', encoding="utf-8")
    (folder / "foto.png").write_bytes(b"\x89PNG")
    again = open_window(folder)
    assert [place.id for place in again.desk.shelf.places] == ["b", "beras", "k1"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "looks like a picture"),
        ("data.txt", bytes(range(256)) * 20, "not text"),
        ("broken.jsonl", b'{"id": "a"}\n', "is not a corpus"),
        ("utf16.txt", b"\xff\xfea\x00\x00\xd8", "can't be decoded"),
    ],
)
def test_a_file_that_is_no_article_is_named_and_the_old_one_stays(
    window: MainWindow, article_file: Path, name: str, content: bytes, said: str
) -> None:
    bad = article_file.with_name(name)
    bad.write_bytes(content)
    window.desk.open([bad])
    assert window.banner.isVisible()
    assert said in window.banner.text()
    assert name in window.banner.text()
    assert window.page.toPlainText() == TEXT
    window.banner.dismiss()
    assert not window.banner.isVisible()


def test_a_text_of_50_megabytes_is_refused_with_the_limit(
    window: MainWindow, article_file: Path
) -> None:
    large = article_file.with_name("large.txt")
    with large.open("wb") as stream:
        stream.truncate(50 * 2**20)
    window.desk.open([large])
    assert "50 MB" in window.banner.text()
    assert "up to 10 MB" in window.banner.text()


def test_a_folder_without_articles_and_a_missing_file(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    window.desk.open([tmp_path / "empty", tmp_path / "gone.txt"])
    assert "holds no article" in window.banner.text()
    assert "gone.txt can't be read" in window.banner.text()


def test_the_rest_of_a_corpus_is_loaded(open_window: OpenWindow, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"id": "a", "text": "Satu."}\n{"id": \n{"id": "b", "text": "Dua."}\n')
    window = open_window(corpus)
    assert [place.id for place in window.desk.shelf.places] == ["a", "b"]
    assert "line 2" in window.banner.text()


def test_pasting_makes_an_article(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Judul\r\nIsi berita.")
    qtbot.keyClick(window.page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.page.toPlainText() == "Judul\nIsi berita."
    QGuiApplication.clipboard().setText(" ")
    qtbot.keyClick(window.page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "no text on the clipboard" in window.banner.text()


def test_dropping_opens_files_or_text(window: MainWindow, article_file: Path) -> None:
    other = article_file.with_name("lain.txt")
    other.write_text("Berita lain.", encoding="utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(other))])
    window.files.drop(dropped)
    assert window.page.toPlainText() == "Berita lain."
    text = QMimeData()
    text.setText("Sepotong berita.")
    window.files.drop(text)
    assert window.page.toPlainText() == "Sepotong berita."


def test_the_sample_is_opened_as_a_copy(window: MainWindow) -> None:
    window.files.open_sample()
    assert window.desk.place is not None
    assert "Harbour bridge" in window.page.toPlainText()
    assert window.files._data in window.desk.place.corpus.path.parents


def test_a_text_changed_since_is_told_and_the_annotated_one_shown(
    window: MainWindow, open_window: OpenWindow, article_file: Path, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.page, "1")
    window.close()
    article_file.write_text("Teks baru.", encoding="utf-8")
    again = open_window(article_file)
    assert again.page.toPlainText() == TEXT
    assert "was changed since" in again.banner.text()


def test_a_second_window_is_for_reading_only(
    window: MainWindow, open_window: OpenWindow, article_file: Path, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.page, "1")
    second = open_window(article_file)
    assert "is open in another window" in second.banner.text()
    before = annotations_path(article_file).read_bytes()
    qtbot.keyClicks(second.page, "2")
    assert second.desk.article is not None
    assert [claim.label for claim in second.desk.article.claims].count("sourced") == 0
    assert annotations_path(article_file).read_bytes() == before


def test_two_windows_that_looked_at_the_same_fresh_article(
    window: MainWindow, open_window: OpenWindow, article_file: Path, qtbot: QtBot
) -> None:
    second = open_window(article_file)
    reader(second).answer()
    window.editor.tag("official")
    second.editor.tag("sourced")
    assert "another window works on it" in second.banner.text()
    window.close()
    second.desk.open([article_file])
    assert second.desk.article is not None
    assert [claim.label for claim in second.desk.article.claims] == ["official", None, None]
    second.editor.tag("sourced")
    assert [claim.label for claim in second.desk.article.claims] == ["official", "sourced", None]


def test_a_full_disk_refuses_the_tag_and_says_what_is_safe(
    window: MainWindow,
    article_file: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    qtbot.keyClicks(window.page, "1")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        qtbot.keyClicks(window.page, "3")
        assert "the disk is full" in window.banner.text()
        assert "untouched" in window.banner.text()
    assert window.desk.article is not None
    assert [claim.label for claim in window.desk.article.claims] == ["official", None, None]
    window.files.save_elsewhere(tmp_path / "elsewhere.jsonl")
    qtbot.keyClicks(window.page, "3")
    assert [c.label for c in window.desk.article.claims] == ["official", "speculative", None]
    assert window.desk.place is not None
    assert window.desk.place.corpus.path == tmp_path / "elsewhere.jsonl"


def test_a_reading_that_fails_is_told_and_marking_by_hand_goes_on(
    open_window: OpenWindow, article_file: Path, qtbot: QtBot
) -> None:
    window = open_window(article_file)
    reader(window).failed.emit(1, "ValueError", "")
    assert "every tag" in window.banner.text()
    window.page.selectAll()
    qtbot.keyClicks(window.page, "c")
    assert window.desk.article is not None
    assert len(window.desk.article.claims) == 1


def test_a_saved_page_shows_its_article_and_says_what_is_not_shown(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    page = tmp_path / "banjir.html"
    words = "Banjir surut pada Sabtu pagi, kata kepala daerah itu kepada wartawan."
    page.write_text(
        f"<html><head><title>Banjir surut</title></head><body><nav>Beranda</nav>"
        f"<h1>Banjir surut</h1><p>{words}</p><img src=x><script>1</script></body></html>",
        encoding="utf-8",
    )
    window = open_window(page)
    assert window.page.toPlainText() == f"Banjir surut\n{words}\nBeranda"
    said = [label.text() for label in window.header.findChildren(QLabel)]
    assert any("1 line set aside as page furniture · not shown: 1 picture" in one for one in said)
