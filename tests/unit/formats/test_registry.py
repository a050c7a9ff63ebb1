"""Text files in any encoding with any line end; other files are named."""

import codecs
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import Article
from annotator.core.errors import (
    AnnotatorError,
    BinaryFileError,
    UnknownEncodingError,
    UnreadableCharactersError,
)
from annotator.formats.importer import ImportSettings
from annotator.formats.registry import importer
from annotator.formats.text_decoding import decode
from annotator.workflows.classify import read_article

NEWS = (
    "Menteri “Ani” mengatakan stok beras aman – 5,2 persen lebih banyak…\n"
    "“Tidak ada yang perlu dikhawatirkan,” katanya kepada para wartawan.\n"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_the_same_article_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "berita.txt"
    raw = NEWS.replace("\n", "\r\n").encode(encoding)
    path.write_bytes(raw)
    article = read_article(path)
    assert article.text == NEWS
    assert article.id == "berita"
    assert article.source == "berita.txt"
    assert article.source_sha256 == hashlib.sha256(raw).hexdigest()


def test_the_encoding_is_told_and_the_usual_one_preferred(tmp_path: Path) -> None:
    path = tmp_path / "berita.txt"
    news = NEWS + "Muñoz dan Peña hadir."
    path.write_bytes(news.encode("cp1252"))
    article = read_article(path)
    assert (article.text, article.source_encoding) == (news, "cp1252")


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "a ZIP, Word"),
        (bytes(range(256)) * 8, "binary data"),
        (b"text\x00text with zeros", "binary data"),
        (b"\x01\x02\x03\x04" * 50, "binary data"),
    ],
)
def test_what_is_no_text_is_named(raw: bytes, kind: str) -> None:
    with pytest.raises(BinaryFileError, match=kind):
        decode(Path("x.txt"), raw)


def test_a_mark_that_lies_is_told() -> None:
    with pytest.raises(UnknownEncodingError):
        decode(Path("x.txt"), codecs.BOM_UTF16_LE + b"\x00\xd8")


@given(st.binary(max_size=2_000))
def test_no_file_crashes_the_reader(raw: bytes) -> None:
    try:
        decoded = decode(Path("x.txt"), raw)
    except AnnotatorError:
        return
    assert isinstance(decoded.text, str)
    assert decoded.encoding


CURLY = NEWS * 6


@pytest.mark.parametrize("bad", [b"\xe9", b"\xff", b"\x93", b"\xe2\x80", b"\xc0\xaf"])
@pytest.mark.parametrize("place", [0.0, 0.5, 1.0])
def test_a_bad_byte_costs_no_more_than_itself(tmp_path: Path, bad: bytes, place: float) -> None:
    at = CURLY.index(" ", int(place * (len(CURLY) - 20)))
    path = tmp_path / "berita.txt"
    path.write_bytes(CURLY[:at].encode() + bad + CURLY[at:].encode())
    article, *notes = importer("text").articles(path, ImportSettings())
    assert isinstance(article, Article)
    assert article.text.replace("\ufffd", "") == CURLY
    assert "\ufffd" in article.text
    assert article.source_encoding == "utf-8"
    (note,) = notes
    assert isinstance(note, UnreadableCharactersError)
    assert note.values["line"] == CURLY[:at].count("\n") + 1


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Kafé itu tutup, kata José.", "cp1252"),
        ("Harga naik 5 persen – lebih banyak dari “biasa”.", "cp1252"),
        ("Muñoz dan Peña hadir di Ålesund, kata Weiß.", "cp1252"),
        (
            "Премьер сказал в понедельник, что цены на хлеб выросли на пять процентов. " * 3,
            "cp1251",
        ),
        ("Premier powiedział, że wyższe ceny żywności są źródłem niepokoju. " * 6, "cp1250"),
        ("首相は月曜日、パンの価格が五パーセント上昇したと述べた。" * 5, "shift_jis"),
        ("总理星期一表示，面包价格上涨了百分之五，政府将采取措施。" * 5, "gb18030"),
    ],
)
def test_a_legacy_encoding_is_still_found(text: str, encoding: str) -> None:
    assert decode(Path("x.txt"), text.encode(encoding)).text == text


def test_a_declared_encoding_decides_between_those_that_fit() -> None:
    raw = "Başbakan pazartesi günü ekmek fiyatının arttığını söyledi.".encode("cp1254")
    assert decode(Path("x.html"), raw, "windows-1254").text == raw.decode("cp1254")
    assert decode(Path("x.html"), CURLY.encode() + b"\xe9", "iso-8859-1").encoding == "utf-8"
    assert decode(Path("x.html"), raw, "no-such").text


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        (NEWS.encode() + bytes(4096), 4096),
        (b"Harga\x00 naik." + NEWS.encode() * 2, 1),
        ("Harga kafé naik.".encode("cp1252") + bytes(50), 50),
    ],
)
def test_zero_bytes_are_left_out_and_counted(raw: bytes, count: int) -> None:
    found = decode(Path("x.txt"), raw)
    assert found.replaced == count
    assert found.text.startswith("Harga") or found.text == NEWS
    assert "\0" not in found.text


def test_a_text_that_already_holds_the_sign_is_whole() -> None:
    assert decode(Path("x.txt"), "Kata \ufffd lama.".encode()).replaced == 0
