"""Saved web pages: the article unchanged, the rest of the page set aside and not lost."""

import hashlib
import re
from pathlib import Path

import pytest
from documents import body, damaged, furniture, kinds, read, survives
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.changes import ZoneEdit, make_change
from annotator.core.errors import (
    BinaryFileError,
    EmptyFileError,
    NoTextInsideError,
    NotThisFormatError,
    TooLargeError,
    TooMuchInsideError,
)
from annotator.core.spans import Origin, Span
from annotator.formats.documents import document
from annotator.formats.documents.html_lines import text_of
from annotator.formats.registry import readable_suffixes, recognise
from annotator.shelf import Shelf
from annotator.storage.corpus import Corpus
from annotator.workflows import prelabel

PAGE = """<!DOCTYPE html>
<!-- saved from url=(0042)https://kabarpesisir.example/2024/05/banjir -->
<html lang="id-ID"><head><meta charset="utf-8">
<title>Banjir surut di Kotabaru - Kabar Pesisir</title>
<meta property="og:site_name" content="Kabar Pesisir">
<meta name="author" content="Sari Dewi">
<meta property="article:published_time" content="2024-05-04T08:00:00+07:00">
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Beranda</a></li><li><a href="/politik">Politik</a></li></ul></nav>
<article><h1>Banjir surut di Kotabaru</h1>
<p class="byline">Oleh Sari Dewi</p>
<figure><img src="x.jpg" alt="rumah"><figcaption>Warga membersihkan rumah 😀.</figcaption></figure>
<p>Banjir di Kotabaru <b>surut</b> pada Sabtu pagi,\r\nkata kepala daerah itu kepada wartawan.</p>
<p>“Warga sudah pulang,” ujarnya, “dan listrik menyala lagi di semua kampung sejak semalam.”</p>
<h2>Bantuan</h2><ul><li>Beras lima ton</li><li>Air bersih</li></ul>
<p>قال المسؤول إن المياه عادت إلى مجراها الطبيعي بعد يومين من الأمطار الغزيرة.</p>
<p>Peme&shy;rintah menyiapkan bantuan lima miliar rupiah untuk memperbaiki jalan yang rusak.</p>
</article>
<aside><h3>Terpopuler</h3><p><a href="/1">Harga cabai naik</a></p></aside>
<p style="display:none">Teks yang tidak tampak.</p>
<footer>Hak cipta Kabar Pesisir</footer><script>track()</script></body></html>"""


def test_the_article_comes_first_and_all_else_is_set_aside(tmp_path: Path) -> None:
    article = read(tmp_path, "banjir.html", PAGE)
    assert body(article) == [
        "Banjir surut di Kotabaru",
        "Banjir di Kotabaru surut pada Sabtu pagi, kata kepala daerah itu kepada wartawan.",
        "“Warga sudah pulang,” ujarnya, “dan listrik menyala lagi di semua kampung sejak semalam.”",
        "Bantuan",
        "Beras lima ton",
        "Air bersih",
        "قال المسؤول إن المياه عادت إلى مجراها الطبيعي بعد يومين من الأمطار الغزيرة.",
        "Pemerintah menyiapkan bantuan lima miliar rupiah untuk memperbaiki jalan yang rusak.",
    ]
    assert furniture(article) == {
        "Oleh Sari Dewi": "furniture",
        "Warga membersihkan rumah 😀.": "caption",
        "Terpopuler": "related",
        "Harga cabai naik": "related",
        "Teks yang tidak tampak.": "hidden",
        "Hak cipta Kabar Pesisir": "footer",
        "Beranda": "navigation",
        "Politik": "navigation",
    }
    assert article.text.startswith("Banjir surut")
    assert article.extra["left_out"] == {"pictures": 1, "scripts": 1}


def test_a_page_of_an_older_make(tmp_path: Path) -> None:
    words = [
        "Pemerintah kota <a href='/x'>menutup pasar induk selama dua hari</a> mulai besok pagi.",
        "Menurut kepala dinas, pedagang diberi tempat di lapangan yang tidak jauh dari sana.",
        "Seorang pedagang mengaku belum diberi tahu dan khawatir dagangannya akan busuk.",
    ]
    page = f"""<html><head><title>Pasar ditutup | Kabar</title></head><body>
    <table><tr><td><h2>Kabar</h2></td><td><a href="/">Depan</a> | <a href="/o">Bola</a></td></tr>
    </table><form><header><h1>Pasar ditutup</h1></header><span>4 Mei 2024</span>
    <div class="content">{words[0]}<br><br>{words[1]}<br><br>
    <a href="/lain">Baca juga: Harga cabai naik tiga kali lipat di kota ini sejak awal pekan.</a>
    <br><br>{words[2]}</div></form>
    <div class="comments"><div>Komentar</div><p>Setuju!</p></div>
    <div id="footer">Tentang kami</div></body></html>"""
    article = read(tmp_path, "pasar.html", page)
    assert body(article) == ["Pasar ditutup", *(re.sub("<[^>]*>", "", line) for line in words)]
    aside = set(furniture(article))
    assert any(line.startswith("Baca juga") for line in aside)
    assert aside > {"4 Mei 2024", "Komentar", "Setuju!", "Tentang kami", "Kabar"}


def test_what_the_page_says_of_itself_becomes_fields(tmp_path: Path) -> None:
    header = read(tmp_path, "banjir.html", PAGE).header
    assert (header.title, header.author) == ("Banjir surut di Kotabaru", "Sari Dewi")
    assert (header.outlet, header.date) == ("Kabar Pesisir", "2024-05-04")
    assert header.url == "https://kabarpesisir.example/2024/05/banjir"
    assert header.lang == "id"
    assert header.machine_translated is None


def test_a_browsers_own_translation_is_told(tmp_path: Path) -> None:
    page = PAGE.replace('<html lang="id-ID"', '<html lang="id" class="translated-ltr"')
    assert read(tmp_path, "banjir.html", page).header.machine_translated is True


def test_what_templates_say_is_no_language(tmp_path: Path) -> None:
    page = PAGE.replace('lang="id-ID"', 'lang="en-US"')
    assert read(tmp_path, "banjir.html", page).header.lang is None


def test_no_word_of_the_page_is_lost(tmp_path: Path) -> None:
    article = read(tmp_path, "banjir.html", PAGE)
    visible = re.sub(r"<(style|script|title).*?</\1>|<[^>]*>|&shy;", " ", PAGE, flags=re.DOTALL)
    expected = sorted(re.findall(r"\w+", visible.replace("Peme rintah", "Pemerintah")))
    assert sorted(re.findall(r"\w+", article.text)) == expected


def test_a_page_that_is_all_article_is_all_read(tmp_path: Path) -> None:
    article = read(tmp_path, "x.html", "<p>Satu.</p><p>Dua <i>dan</i> tiga.<br>Empat.</p>")
    assert kinds(article) == [("Satu.", None), ("Dua dan tiga.", None), ("Empat.", None)]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_page_is_decoded_as_what_it_is_or_declares(tmp_path: Path, encoding: str) -> None:
    page = f'<html><head><meta charset="{encoding}"></head><p>“Café” – kata Muñoz.</p></html>'
    article = read(tmp_path, "x.html", page.encode(encoding))
    assert article.text == "“Café” – kata Muñoz."
    lie = '<meta charset="iso-8859-1"><p>Harga €5, kata Ölçer.</p>'
    assert read(tmp_path, "y.html", lie).text == "Harga €5, kata Ölçer."


def test_a_web_archive_is_a_page_with_its_address(tmp_path: Path) -> None:
    archive = (
        "From: <Saved>\r\nSnapshot-Content-Location: https://kabar.example/a\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        '<meta charset=3D"utf-8"><p>Harga caf=C3=A9 naik.</p>\r\n--b--\r\n'
    )
    article = read(tmp_path, "a.mhtml", archive, "html")
    assert (article.text, article.header.url) == ("Harga café naik.", "https://kabar.example/a")
    assert article.source_sha256 == hashlib.sha256(archive.encode()).hexdigest()
    with pytest.raises(NotThisFormatError, match="no page"):
        read(tmp_path, "b.mhtml", "Subject: x\r\n\r\nnothing", "html")


def test_a_page_is_found_by_suffix_or_by_how_it_begins(tmp_path: Path) -> None:
    assert {".html", ".htm"} <= set(readable_suffixes())
    (tmp_path / "index").write_text(PAGE)
    assert recognise(tmp_path / "index").name == "html"


def test_nothing_is_fetched_and_no_entity_is_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("rahasia")
    page = (
        f'<!DOCTYPE html [<!ENTITY e SYSTEM "file://{tmp_path}/secret.txt">]>'
        f'<html><body><p>Teks &e; biasa.</p><iframe src="file://{tmp_path}/secret.txt"></iframe>'
    )
    article = read(tmp_path, "x.html", page)
    assert "rahasia" not in article.text
    assert article.extra["left_out"] == {"embedded parts": 1}


def test_what_is_too_much_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TooMuchInsideError, match="nested too deep"):
        read(tmp_path, "x.html", "<div>" * 5000 + "dalam")
    with pytest.raises(TooMuchInsideError, match="elements"):
        read(tmp_path, "x.html", "<p>a" * 100_001)
    monkeypatch.setattr(document, "LIMIT_CHARACTERS", 50)
    with pytest.raises(TooMuchInsideError, match="50 are allowed"):
        read(tmp_path, "x.html", "<p>Kata.</p>" * 50)


def test_what_is_no_page_is_named(tmp_path: Path) -> None:
    with pytest.raises(EmptyFileError):
        read(tmp_path, "x.html", "")
    with pytest.raises(NoTextInsideError, match="only pictures"):
        read(tmp_path, "x.html", "<img src=x>")
    with pytest.raises(BinaryFileError):
        read(tmp_path, "x.html", b"%PDF-1.7 ....")
    huge = tmp_path / "huge.html"
    with huge.open("wb") as stream:
        stream.truncate(51 * 2**20)
    with pytest.raises(TooLargeError, match="51 MB"):
        document.load(huge, "html", None)


def test_the_clipboard_gives_its_lines() -> None:
    assert text_of("<p>a<b>b</b> c<br>d</p>ekor<script>x</script><p>😀 مرحبا</p>") == (
        "ab c\nd\nekor\n😀 مرحبا"
    )
    assert text_of("  ") == ""


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_no_page_crashes_the_reader(tmp_path: Path, data: st.DataObject) -> None:
    survives(tmp_path / "x.html", damaged(PAGE.encode(), data), "html")


def test_nothing_is_read_in_what_was_set_aside(tmp_path: Path) -> None:
    quote = "<p>Gubernur Rina Sari mengatakan harga beras naik 5 persen, kepada wartawan.</p>"
    page = PAGE.replace("<h3>Terpopuler</h3>", quote)
    article = read(tmp_path, "banjir.html", page)
    found = prelabel.read(article)
    assert found.claims
    assert not any(found.in_zone(span) for claim in found.claims for span in claim.content)
    assert not any(found.in_zone(Span(entity.start, entity.end)) for entity in found.entities)
    kept = {zone for zone in found.zones if zone.origin.kind == "import"}
    assert kept == set(article.zones)


def test_a_page_is_opened_read_again_and_kept_beside_its_text(tmp_path: Path) -> None:
    (tmp_path / "banjir.html").write_text(PAGE)
    (tmp_path / "banjir.txt").write_text("Banjir surut.")
    shelf = Shelf()
    _, problems = shelf.open(tmp_path)
    assert not problems
    assert [place.corpus.path.name for place in shelf.places] == [
        "banjir.html.annotations.jsonl",
        "banjir.annotations.jsonl",
    ]
    corpus = shelf.places[0].corpus
    before = corpus.article("banjir")
    zone = ZoneEdit(before=before.zones[0])
    corpus.record(make_change(before, "furniture", [zone], origin=Origin("person", "Sari")))
    corpus.save()
    shelf.leave()
    again = Corpus.open(corpus.path, writable=False).article("banjir")
    assert again.zones == before.zones[1:]
    assert (again.header, again.extra) == (before.header, before.extra)
