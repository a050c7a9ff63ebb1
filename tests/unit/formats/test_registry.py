"""Text files as people have them: any encoding, any line end; what is no text is named."""

import codecs
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError, BinaryFileError, UnknownEncodingError
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
        decoded, encoding = decode(Path("x.txt"), raw)
    except AnnotatorError:
        return
    assert isinstance(decoded, str)
    assert encoding
