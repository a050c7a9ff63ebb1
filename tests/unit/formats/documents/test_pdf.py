"""PDF: text placed anywhere on pages is read in the order it was written."""

import zlib
from pathlib import Path

import pytest
from documents import body, damaged, furniture, kinds, read, survives
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_files import At, pdf_file

from annotator.core.errors import (
    NoTextInsideError,
    NotThisFormatError,
    ProtectedError,
    TooMuchInsideError,
)
from annotator.formats.documents import pdf
from annotator.formats.registry import recognise
from annotator.workflows.classify import read_article


def column(x: int, top: int, *lines: str) -> list[At]:
    """Set lines under one another."""
    return [At(x, top - 12 * number, line) for number, line in enumerate(lines)]


LEFT = (
    "Harga beras di pasar induk naik 5 persen se-",
    "jak Senin pagi, kata kepala dinas kota itu.",
)
RIGHT = ("Para pedagang menyalahkan hujan, tetapi orang-", "orang di desa berkata stok masih aman.")
PAGE = [
    At(50, 800, "Kabar Pesisir 4 Mei"),
    At(50, 740, "Harga beras naik di semua pasar kota besar tahun ini", 20),
    *column(50, 700, *LEFT),
    *column(320, 700, *RIGHT),
    *column(
        50, 660, "Bagian kedua kolom kiri dimulai di sini dan belum", "selesai karena halaman ini"
    ),
    *column(
        320, 660, "Bagian kedua kolom kanan (yang terakhir) juga", "berhenti di tengah kalimat,"
    ),
    At(280, 30, "Halaman 1 dari 2"),
]
NEXT = [
    At(50, 800, "Kabar Pesisir 4 Mei"),
    *column(
        50, 700, "lalu berlanjut di halaman kedua.", "Ini paragraf baru, kata “Rina” – di café."
    ),
    At(280, 30, "Halaman 2 dari 2"),
]
FILE = pdf_file(PAGE, NEXT, info="/Title(Harga beras naik)/Author(Sari Dewi)")


def test_columns_pages_and_broken_words(tmp_path: Path) -> None:
    article = read(tmp_path, "a.pdf", FILE)
    assert body(article) == [
        "Harga beras naik di semua pasar kota besar tahun ini",
        "Harga beras di pasar induk naik 5 persen sejak Senin pagi, kata kepala dinas kota itu.",
        "Bagian kedua kolom kiri dimulai di sini dan belum selesai karena halaman ini",
        "Para pedagang menyalahkan hujan, tetapi orang-orang di desa berkata stok masih aman.",
        "Bagian kedua kolom kanan (yang terakhir) juga berhenti di tengah kalimat, "
        "lalu berlanjut di halaman kedua.",
        "Ini paragraf baru, kata “Rina” – di café.",
    ]


def test_headers_footers_and_page_numbers_are_set_aside(tmp_path: Path) -> None:
    article = read(tmp_path, "a.pdf", FILE)
    assert [(line, kind) for line, kind in kinds(article) if kind] == [
        ("Kabar Pesisir 4 Mei", "header"),
        ("Halaman 1 dari 2", "footer"),
        ("Kabar Pesisir 4 Mei", "header"),
        ("Halaman 2 dari 2", "footer"),
    ]
    alone = read(tmp_path, "a.pdf", pdf_file([At(50, 800, "Satu berita."), At(290, 30, "- 7 -")]))
    assert body(alone) == ["Satu berita."]
    assert furniture(alone) == {"- 7 -": "footer"}


def test_properties_become_fields_if_the_text_bears_them_out(tmp_path: Path) -> None:
    header = read(tmp_path, "a.pdf", FILE).header
    assert (header.title, header.author) == ("Harga beras naik", "Sari Dewi")
    draft = pdf_file(PAGE, NEXT, info="/Title(Microsoft Word - draf3.doc)")
    assert read(tmp_path, "a.pdf", draft).header.title == PAGE[1].text


def test_paragraphs_by_their_indents(tmp_path: Path) -> None:
    lines = [
        At(60, 700, "Alinea pertama dimulai dengan baris yang menjorok ke"),
        At(50, 688, "dalam dan berakhir di sini, tepat di ujung kolom ini."),
        At(60, 676, "Alinea kedua juga menjorok, kata seorang pejabat kota"),
        At(50, 664, "itu kemarin."),
    ]
    first, second = body(read(tmp_path, "a.pdf", pdf_file(lines)))
    assert first.endswith("ujung kolom ini.")
    assert second.startswith("Alinea kedua")


def test_a_line_in_two_fonts_is_one_line(tmp_path: Path) -> None:
    lines = [
        *column(50, 700, "Harga beras naik 5 persen ", "menjelang hari raya."),
        At(172, 701, "(tiga kali)", 7),
        At(200, 700, ", kata Rina"),
    ]
    article = read(tmp_path, "a.pdf", pdf_file([lines[0], lines[3], lines[1], lines[2]]))
    assert body(article) == [
        "Harga beras naik 5 persen (tiga kali), kata Rina menjelang hari raya."
    ]


TURNED = "Harga beras di pasar induk naik lima persen sejak Senin"


@pytest.mark.parametrize(
    "direction", ["0 1 -1 0", "0 -1 1 0", "-1 0 0 -1", ".866 .5 -.5 .866", ".7 -.7 .7 .7"]
)
def test_turned_text_is_read_along_its_lines(tmp_path: Path, direction: str) -> None:
    turned = f" BT /F 10 Tf {direction} 300 420 Tm ({TURNED}) Tj ET"
    assert body(read(tmp_path, "a.pdf", pdf_file([], extra=turned))) == [TURNED]
    page = column(50, 700, *LEFT, *RIGHT)
    article = read(tmp_path, "b.pdf", pdf_file(page, extra=turned))
    assert furniture(article) == {TURNED: "margin"}
    assert body(article) == body(read(tmp_path, "c.pdf", pdf_file(page)))


def test_a_turned_page_keeps_its_lines_in_order(tmp_path: Path) -> None:
    lines = " ".join(
        f"0 1 -1 0 {100 + 12 * number} 50 Tm ({line}) Tj" for number, line in enumerate(LEFT)
    )
    article = read(tmp_path, "a.pdf", pdf_file([], extra=f" BT /F 10 Tf {lines} ET"))
    assert body(article) == ["".join(LEFT).replace("se-jak", "sejak")]


@pytest.mark.parametrize(
    ("spaced", "expected"),
    [
        ("P E N G U M U M A N", "PENGUMUMAN"),
        ("S I A R A N   P E R S", "SIARAN PERS"),
        ("Pilihan A B C D E F sama", "Pilihan A B C D E F sama"),
    ],
)
def test_letter_spacing_makes_no_words(tmp_path: Path, spaced: str, expected: str) -> None:
    assert body(read(tmp_path, "a.pdf", pdf_file([At(50, 500, spaced)]))) == [expected]
    if expected == spaced:
        return
    wide = f" BT /F 10 Tf 6 Tc 1 0 0 1 50 300 Tm ({expected}) Tj ET"
    assert body(read(tmp_path, "b.pdf", pdf_file([], extra=wide))) == [expected]


@pytest.mark.parametrize("login", ["SAPBATCH", "X", "SE:W:CAR:MP:I:S", "user", "Admin"])
def test_a_login_is_no_author(tmp_path: Path, login: str) -> None:
    assert read(tmp_path, "a.pdf", pdf_file(PAGE, info=f"/Author({login})")).header.author is None


def test_a_pdf_of_scans_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoTextInsideError, match=r"only pictures.*OCR"):
        read(tmp_path, "a.pdf", pdf_file([], []))


def test_what_is_no_pdf_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotThisFormatError, match="does not begin as PDF"):
        read(tmp_path, "a.pdf", "Harga naik.")
    with pytest.raises(NotThisFormatError, match=r"a\.pdf can't be read as PDF"):
        read(tmp_path, "a.pdf", "%PDF-1.4\nand no more")
    (tmp_path / "b").write_bytes(FILE)
    assert recognise(tmp_path / "b").name == "pdf"


def test_a_protected_pdf_is_named(tmp_path: Path) -> None:
    secret = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + "00" * 32 + ">/U<" + "00" * 32 + ">>>"
    ids = "/ID[<00><00>]"
    with pytest.raises(ProtectedError):
        read(tmp_path, "a.pdf", pdf_file(PAGE, trailer=secret + ids))


def test_too_many_pages_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LIMIT_PAGES", 1)
    with pytest.raises(TooMuchInsideError, match="pages"):
        read(tmp_path, "a.pdf", FILE)


def test_a_bomb_in_a_stream_stops_no_one_but_its_reader(tmp_path: Path) -> None:
    bomb = zlib.compress(zlib.compress(b" " * (256 * 2**20), 9), 9)
    head = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>\nstream\n" % len(bomb)
    whole = pdf_file([At(50, 700, "Harga naik.")])
    old = whole[whole.index(b"<</Length") : whole.index(b"endstream")]
    (tmp_path / "a.pdf").write_bytes(whole.replace(old, head + bomb + b"\n"))
    with pytest.raises((NoTextInsideError, NotThisFormatError)):
        read_article(tmp_path / "a.pdf")
    (tmp_path / "b.pdf").write_bytes(FILE)
    assert read_article(tmp_path / "b.pdf").text.startswith("Harga beras")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_no_damage_crashes_the_reader(tmp_path: Path, data: st.DataObject) -> None:
    survives(tmp_path / "a.pdf", damaged(FILE, data), "pdf")
