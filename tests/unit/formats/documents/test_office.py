"""Word and OpenDocument texts, e-books: made by the libraries that people's programs are like."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import odfdo
import pytest
from documents import body, damaged, furniture, read, reader, survives
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.article import Article
from annotator.core.errors import (
    MissingPartsError,
    NoTextInsideError,
    NotThisFormatError,
    ProtectedError,
    TooMuchInsideError,
)
from annotator.formats.importer import ImportSettings

FIRST = "Harga beras naik 5 persen 😀, kata Gubernur Rina Sari."
SECOND = "قال المسؤول إن الأسعار سترتفع."


def word_file(change: Any = None) -> bytes:
    """Make a Word document with a heading, a table, a header, a footer and properties."""
    document = docx.Document()
    document.core_properties.title = "Harga beras"
    document.core_properties.author = "Sari Dewi"
    document.sections[0].header.paragraphs[0].text = "Kabar Pesisir"
    document.sections[0].footer.paragraphs[0].text = "Halaman 1"
    document.add_heading("Harga beras naik")
    document.add_paragraph(FIRST).add_run("\tEkor.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Kota", "Harga"
    document.add_paragraph(SECOND)
    if change is not None:
        change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def open_file() -> bytes:
    """Make an OpenDocument text with a note, a header, a footer and properties."""
    document = odfdo.Document("text")
    document.meta.title, document.meta.creator = "Harga beras", "Sari Dewi"
    document.body.clear()
    document.body.append(odfdo.Header(1, "Harga beras naik"))
    paragraph = odfdo.Paragraph(FIRST)
    paragraph.insert_note(after="beras", note_id="n1", citation="1", body="Catatan redaksi.")
    document.body.append(paragraph)
    document.body.append(odfdo.Paragraph("Dua  spasi,\ttab\ndan baris."))
    document.body.append(odfdo.Paragraph(SECOND))
    master = document.styles.get_element("//office:master-styles/style:master-page")
    assert master is not None
    for place, words in (("header", "Kabar Pesisir"), ("footer", "Halaman 1")):
        element = odfdo.Element.from_tag(f"style:{place}")
        element.append(odfdo.Paragraph(words))
        master.append(element)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def book(**parts: str | None) -> bytes:
    """Make an e-book of two chapters; `parts` are put in by name, None leaves one out."""
    manifest = "".join(
        f'<item id="{id_}" href="{id_}.xhtml" media-type="application/xhtml+xml"{extra}/>'
        for id_, extra in (("nav", ' properties="nav"'), ("one", ""), ("two", ""))
    )
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:'
        'container"><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>',
        "OEBPS/a.opf": f'<package xmlns="http://www.idpf.org/2007/opf"><metadata {dc}>'
        "<dc:title>Majalah Mei</dc:title><dc:creator>Sari Dewi</dc:creator>"
        "<dc:language>id-ID</dc:language><dc:publisher>Kabar</dc:publisher></metadata>"
        f'<manifest>{manifest}</manifest><spine><itemref idref="nav"/><itemref idref="two"/>'
        '<itemref idref="one"/></spine></package>',
        "OEBPS/nav.xhtml": "<html><body><ol><li>Bab satu</li></ol></body></html>",
        "OEBPS/one.xhtml": f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html><body>'
        f"<h1>Bab satu</h1><p>{FIRST}</p><img src='x'/></body></html>",
        "OEBPS/two.xhtml": f"<html><body><h1>Bab dua</h1>\r\n<p>{SECOND}</p></body></html>",
    } | parts
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            if text is not None:
                packed.writestr(name, text)
    return stream.getvalue()


WORD, OPEN, BOOK = word_file(), open_file(), book()


def test_a_word_document(tmp_path: Path) -> None:
    article = read(tmp_path, "a.docx", WORD)
    assert body(article) == ["Harga beras naik", f"{FIRST}\tEkor.", "Kota", "Harga", SECOND]
    assert furniture(article) == {"Kabar Pesisir": "header", "Halaman 1": "footer"}
    assert (article.header.title, article.header.author) == ("Harga beras", "Sari Dewi")
    assert article.header.date is None


def test_what_was_tracked_in_word_is_read_as_it_is_now(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        words = (
            "<w:r><w:t>Stok </w:t></w:r><w:ins><w:r><w:t>masih aman.</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>habis.</w:delText></w:r></w:del>"
            "<w:sdt><w:sdtContent><w:r><w:t> Kotak.</w:t></w:r></w:sdtContent></w:sdt>"
        )
        document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{words}</w:p>"))

    article = read(tmp_path, "a.docx", word_file(change))
    assert body(article)[0] == "Stok masih aman. Kotak."
    assert article.extra["left_out"] == {"deletions": 1}


def test_comments_in_word_are_set_aside(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.add_comment(document.paragraphs[1].runs, text="Benar?", author="Editor")

    assert furniture(read(tmp_path, "a.docx", word_file(change)))["Benar?"] == "comment"


def test_an_opendocument_text(tmp_path: Path) -> None:
    article = read(tmp_path, "a.odt", OPEN)
    assert body(article) == ["Harga beras naik", FIRST, "Dua  spasi,\ttab", "dan baris.", SECOND]
    assert furniture(article) == {
        "Catatan redaksi.": "footnote",
        "Kabar Pesisir": "header",
        "Halaman 1": "footer",
    }
    assert (article.header.title, article.header.author) == ("Harga beras", "Sari Dewi")


def test_an_opendocument_text_in_one_flat_file(tmp_path: Path) -> None:
    flat = (
        '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        "<text:tracked-changes><text:deletion><text:p>lama</text:p></text:deletion>"
        "</text:tracked-changes><text:p>Harga<text:s text:c='2'/>naik, <text:title>Judul"
        "</text:title>.</text:p></office:text></office:body></office:document>"
    )
    article = read(tmp_path, "a.fodt", flat, "odt")
    assert body(article) == ["Harga  naik, Judul."]
    assert article.extra["left_out"] == {"deletions": 1}


def test_a_book_in_the_order_of_its_chapters(tmp_path: Path) -> None:
    article = read(tmp_path, "a.epub", BOOK)
    assert body(article) == ["Bab dua", SECOND, "Bab satu", FIRST]
    assert article.text.split("\n")[0] == "Bab satu"
    assert [zone.kind for zone in article.zones] == ["navigation"]
    header = article.header
    assert (header.title, header.author, header.lang) == ("Majalah Mei", "Sari Dewi", "id")
    assert header.outlet == "Kabar"
    assert article.extra["left_out"] == {"pictures": 1}


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub"])
def test_what_is_no_such_document_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotThisFormatError, match=r"not a zip file|not XML"):
        read(tmp_path, name, "Bukan dokumen.")
    with pytest.raises(NotThisFormatError):
        read(tmp_path, name, WORD[: len(WORD) // 2])
    with pytest.raises(NotThisFormatError, match=r"missing|not an Office package|no text document"):
        read(tmp_path, name, book(**{"META-INF/container.xml": None}))


@pytest.mark.parametrize("gone", ["OEBPS/one.xhtml", "OEBPS/two.xhtml"])
def test_a_book_is_read_without_a_missing_chapter_and_says_so(tmp_path: Path, gone: str) -> None:
    whole = read(tmp_path, "whole.epub", book())
    (tmp_path / "a.epub").write_bytes(book(**{gone: None}))
    article, note = reader("epub").articles(tmp_path / "a.epub", ImportSettings())
    assert isinstance(article, Article)
    assert 0 < len(body(article)) < len(body(whole))
    assert set(body(article)) < set(body(whole))
    assert isinstance(note, MissingPartsError)
    assert "a.epub: 1 parts that it lists are missing" in str(note)


def test_a_book_whose_list_spells_its_parts_otherwise(tmp_path: Path) -> None:
    raw = book()
    other = raw.replace(b"OEBPS/one.xhtml", b"OEBPS/ONE.xhtml")
    assert raw != other
    assert read(tmp_path, "a.epub", other).text == read(tmp_path, "a.epub", raw).text


def test_a_book_without_any_of_its_chapters_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotThisFormatError, match="none of the chapters"):
        read(tmp_path, "a.epub", book(**{"OEBPS/one.xhtml": None, "OEBPS/two.xhtml": None}))


def hidden(value: str = "") -> str:
    return f"<w:rPr><w:vanish{value}/></w:rPr>"


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        (hidden(), False),
        (hidden(' w:val="true"'), False),
        (hidden(' w:val="0"'), True),
        (hidden(' w:val="false"'), True),
        ("<w:rPr><w:b/></w:rPr>", True),
    ],
)
def test_hidden_text_of_a_word_document_is_set_aside(
    tmp_path: Path, properties: str, shown: bool
) -> None:
    run = f"<w:r {nsdecls('w')}>{properties}<w:t> Rahasia dapur.</w:t></w:r>"

    def change(document: Any) -> None:
        document.add_paragraph("Terbuka.")._p.append(parse_xml(run))

    article = read(tmp_path, "a.docx", word_file(change))
    assert ("Terbuka. Rahasia dapur." in body(article)) is shown
    assert ("Rahasia dapur." in furniture(article)) is not shown


@pytest.mark.parametrize(
    ("font", "char", "expected"),
    [
        ("Symbol", "F0B0", "°"),
        ("Symbol", "F061", "α"),
        ("Symbol", "F0B3", "≥"),
        ("Wingdings", "F0FC", "✓"),
        ("Webdings", "F021", "\ufffd"),
        ("Arial", "2103", "℃"),
    ],
)
def test_characters_of_symbol_fonts(tmp_path: Path, font: str, char: str, expected: str) -> None:
    sign = f'<w:r {nsdecls("w")}><w:sym w:font="{font}" w:char="{char}"/></w:r>'

    def change(document: Any) -> None:
        document.add_paragraph("Suhu 30")._p.append(parse_xml(sign))

    assert f"Suhu 30{expected}" in body(read(tmp_path, "a.docx", word_file(change)))


@pytest.mark.parametrize("login", ["admin", "ASUS", "python-docx", "X", "SE:W:CAR", "user1", "?"])
def test_a_login_is_no_author(tmp_path: Path, login: str) -> None:
    def change(document: Any) -> None:
        document.core_properties.author = login

    assert read(tmp_path, "a.docx", word_file(change)).header.author is None


def test_a_document_without_words_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoTextInsideError, match="only pictures"):
        read(
            tmp_path,
            "a.epub",
            book(**{"OEBPS/one.xhtml": "<html><img src='x'/></html>", "OEBPS/two.xhtml": ""}),
        )


def test_protected_documents_are_named(tmp_path: Path) -> None:
    with pytest.raises(ProtectedError):
        read(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    drm = '<encryption><CipherReference URI="OEBPS/one.xhtml"/></encryption>'
    with pytest.raises(ProtectedError):
        read(tmp_path, "a.epub", book(**{"META-INF/encryption.xml": drm}))
    fonts = '<encryption><CipherReference URI="OEBPS/a.otf"/></encryption>'
    assert read(tmp_path, "a.epub", book(**{"META-INF/encryption.xml": fonts})).text


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with pytest.raises(TooMuchInsideError, match=r"one\.xhtml unpacks to more than 50 MB"):
        read(tmp_path, "a.epub", book(**{"OEBPS/one.xhtml": "<p>a</p>" * (7 * 2**20)}))
    many = {f"x{number}": "" for number in range(5_001)}
    with pytest.raises(TooMuchInsideError, match="parts"):
        read(tmp_path, "a.epub", book(**many))


def test_nothing_is_read_from_outside_the_document(tmp_path: Path) -> None:
    (tmp_path / "secret.xhtml").write_text("<p>rahasia</p>")
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" '
        f'href="../../../../..{tmp_path}/secret.xhtml" media-type="application/xhtml+xml"/>'
        '</manifest><spine><itemref idref="a"/></spine></package>'
    )
    with pytest.raises(NotThisFormatError, match="none of the chapters"):
        read(tmp_path, "a.epub", book(**{"OEBPS/a.opf": package}))


def test_entities_are_refused(tmp_path: Path) -> None:
    lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    with pytest.raises(NotThisFormatError, match="document type"):
        read(tmp_path, "a.epub", book(**{"OEBPS/a.opf": lol}))
    with pytest.raises(NotThisFormatError, match="document type"):
        read(tmp_path, "a.fodt", lol, "odt")


@pytest.mark.parametrize(("name", "raw"), [("a.docx", WORD), ("a.odt", OPEN), ("a.epub", BOOK)])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_no_damage_crashes_the_reader(
    tmp_path: Path, name: str, raw: bytes, data: st.DataObject
) -> None:
    survives(tmp_path / name, damaged(raw, data), name[2:])


@pytest.mark.parametrize(
    ("name", "raw", "part"),
    [
        ("a.docx", WORD, "word/document.xml"),
        ("a.odt", OPEN, "content.xml"),
        ("a.epub", BOOK, "OEBPS/a.opf"),
        ("a.epub", BOOK, "OEBPS/one.xhtml"),
    ],
)
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_no_damage_inside_crashes_the_reader(
    tmp_path: Path, name: str, raw: bytes, part: str, data: st.DataObject
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            held = old.read(info)
            new.writestr(info.filename, damaged(held, data) if info.filename == part else held)
    survives(tmp_path / name, stream.getvalue(), name[2:])
