"""One text as LibreOffice 7.4 saves it in every format, from samples/documents/harga.fodt."""

import pytest
from documents import body, furniture, reader

from annotator import resources

DOCUMENTS = resources.path("samples", "documents")
ARABIC = "قال المسؤول إن الأسعار سترتفع."
TEXT = [
    "Harga beras naik",
    "Harga beras naik 5 persen 😀, kata Gubernur Rina Sari kepada wartawan yang datang ke "
    "kantornya.",
    "“Stok masih aman sampai akhir tahun,” katanya, “dan orang-orang tidak perlu membeli lebih "
    "banyak daripada yang mereka butuhkan untuk sebulan.”",
    ARABIC,
    "Namun beberapa pedagang di pasar induk mengaku belum menerima kiriman sejak pekan lalu, dan "
    "seorang di antaranya menduga truk-truk tertahan di jembatan yang rusak. Dinas perhubungan "
    "belum menjawab pertanyaan tentang hal itu.",
    "Menurut badan statistik, harga terakhir kali naik setinggi itu tujuh tahun lalu, ketika "
    "kemarau berlangsung dua bulan lebih lama daripada biasanya.",
]


@pytest.mark.parametrize("suffix", ["fodt", "odt", "docx", "rtf", "epub", "html"])
def test_the_same_article_in_every_format(suffix: str) -> None:
    path = DOCUMENTS / f"harga.{suffix}"
    article = reader("odt" if suffix == "fodt" else suffix).read_here(path, None)
    assert body(article) == TEXT
    assert (article.header.title, article.header.author) == ("Harga beras naik", "Sari Dewi")
    assert article.header.lang is None
    aside = furniture(article)
    assert any("Catatan redaksi." in line for line in aside)
    if suffix != "epub":
        assert "Kabar Pesisir" in aside
    if suffix in ("fodt", "odt", "docx", "rtf"):
        assert aside["Kabar Pesisir"] == "header"
        assert aside["Catatan redaksi."] == "footnote"


def test_the_same_article_in_print() -> None:
    """A PDF does not say which number is a note's, and has its own order in Arabic words."""
    article = reader("pdf").read_here(DOCUMENTS / "harga.pdf", None)
    printed = [line.replace("Sari kepada", "Sari1 kepada") for line in TEXT if line != ARABIC]
    assert [line for line in body(article) if "المسؤول" not in line] == [
        *printed[:-1],
        "1 Catatan redaksi.",
        printed[-1],
    ]
    aside = furniture(article)
    assert aside == {"Kabar Pesisir": "header", "Halaman 1": "footer", "Halaman 2": "footer"}
