"""Markdown, RTF and mails: text that other programs wrote around the text."""

from base64 import b64encode
from email.message import EmailMessage
from pathlib import Path

import pytest
from documents import body, damaged, furniture, read, survives
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.errors import EmptyFileError, NoTextInsideError, NotThisFormatError
from annotator.formats.registry import recognise

FIRST = "Harga beras naik 5 persen 😀, kata Gubernur Rina Sari."
SECOND = "قال المسؤول إن الأسعار سترتفع."

MARKDOWN = f"""---\r
title: "Harga beras"\r
author: Sari Dewi\r
date: 2024-05-04\r
lang: id\r
original_lang: en\r
layout: post\r
---\r
# Harga *beras* naik\r
\r
{FIRST[:25]}\r
{FIRST[26:]} Lihat [data](https://kabar.example).\r
\r
> “Stok aman,” katanya\\\r
di kantornya.\r
\r
- Satu\r
- Dua ![foto](a.png)\r
\r
| Kota | Harga |\r
|------|-------|\r
| Kota A | 5 |\r
\r
<div hidden>Tersembunyi</div>\r
\r
{SECOND}\r
"""

RTF = (
    r"{\rtf1\ansi\ansicpg1252{\info{\title Harga beras}{\author Sari Dewi}}"
    r"{\header Kabar Pesisir\par}{\footer Halaman 1\par}"
    r"\b Harga\b0  beras naik\par Harga beras naik 5 persen \u-10179?\u-8704?, kata "
    r"Gubernur {\i Rina} Sari.{\footnote Catatan \{redaksi\}.}\par Caf\'e9 \ldblquote aman"
    r"\rdblquote .{\*\pict 00}\par}"
)


def mail(**parts: str) -> bytes:
    """Make a mail with a text part, an HTML part, an attachment, as they are given."""
    message = EmailMessage()
    message["Subject"] = "Siaran pers: harga béras"
    message["From"] = "Humas Kota <humas@kota.example>"
    message["Date"] = "Sat, 04 May 2024 08:00:00 +0700"
    if "text" in parts:
        message.set_content(parts["text"])
    if "html" in parts:
        message.add_alternative(parts["html"], subtype="html")
    if "attached" in parts:
        message.add_attachment(parts["attached"].encode(), "application", "pdf", filename="a.pdf")
    return message.as_bytes()


MAIL = mail(text=f"{FIRST}\n\n{SECOND}\n> Kapan?\n-- \nHumas Kota\n", attached="x")


def test_markdown_without_its_signs(tmp_path: Path) -> None:
    article = read(tmp_path, "a.md", MARKDOWN, "markdown")
    assert body(article) == [
        "Harga beras naik",
        f"{FIRST} Lihat data.",
        "“Stok aman,” katanya",
        "di kantornya.",
        "Satu",
        "Dua",
        "Kota",
        "Harga",
        "Kota A",
        "5",
        SECOND,
    ]
    assert furniture(article) == {"Tersembunyi": "hidden", "layout: post": "front matter"}
    header = article.header
    assert (header.title, header.author) == ("Harga beras", "Sari Dewi")
    assert (header.date, header.lang, header.original_lang) == ("2024-05-04", "id", "en")
    assert article.extra["left_out"] == {"pictures": 1}


def test_rtf_with_what_its_library_passes_over(tmp_path: Path) -> None:
    article = read(tmp_path, "a.rtf", RTF)
    assert body(article) == ["Harga beras naik", FIRST, "Café “aman”."]
    assert furniture(article) == {
        "Kabar Pesisir": "header",
        "Halaman 1": "footer",
        "Catatan {redaksi}.": "footnote",
    }
    assert (article.header.title, article.header.author) == ("Harga beras", "Sari Dewi")
    assert article.extra["left_out"] == {"pictures": 1}


def test_a_mail_with_its_head_as_fields(tmp_path: Path) -> None:
    article = read(tmp_path, "a.eml", MAIL)
    assert body(article) == [FIRST, SECOND]
    assert furniture(article) == {
        "> Kapan?": "quoted",
        "--": "signature",
        "Humas Kota": "signature",
    }
    header = article.header
    assert (header.title, header.author) == ("Siaran pers: harga béras", "Humas Kota")
    assert header.date == "2024-05-04T08:00:00+07:00"
    assert article.extra["left_out"] == {"attachments": 1}


def test_the_html_of_a_mail_is_read_if_the_text_says_little(tmp_path: Path) -> None:
    page = f"<html><p>{FIRST}</p><p>{SECOND}</p><img src='https://track.example/1.gif'></html>"
    article = read(tmp_path, "a.eml", mail(text="Buka di peramban.", html=page))
    assert body(article) == [FIRST, SECOND]
    assert article.extra["left_out"] == {"pictures": 1}
    same = read(tmp_path, "a.eml", mail(text=f"{FIRST}\n", html=f"<p>{FIRST} Juga.</p>"))
    assert body(same) == [FIRST]


def forwarded(inner: bytes, note: str, *, packed: bool = False) -> bytes:
    """Make a mail with a note and another mail attached to it."""
    body_ = b64encode(inner) if packed else inner
    coding = b"Content-Transfer-Encoding: base64\n" if packed else b""
    return (
        b"From: Redaktur <red@koran.example>\nSubject: Fwd: rilis\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n'
        b"Content-Type: text/plain; charset=utf-8\n\n" + note.encode() + b"\n--b\n"
        b"Content-Type: message/rfc822\n" + coding + b"\n" + body_ + b"\n--b--\n"
    )


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("note", ["Terlampir.", ""])
def test_a_mail_forwarded_as_an_attachment_is_the_article(
    tmp_path: Path, note: str, packed: bool
) -> None:
    inner = mail(text=f"{FIRST}\n\n{SECOND}\n")
    article = read(tmp_path, "a.eml", forwarded(inner, note, packed=packed))
    assert body(article) == [FIRST, SECOND]
    assert furniture(article) == ({note: "note"} if note else {})
    assert article.header.title == "Siaran pers: harga béras"
    assert article.header.author == "Humas Kota"
    twice = read(tmp_path, "b.eml", forwarded(forwarded(inner, "Lihat."), note))
    assert {FIRST, SECOND} <= set(body(twice))


def test_a_long_note_over_a_short_mail_comes_first(tmp_path: Path) -> None:
    inner = b"Subject: Re\nContent-Type: text/plain\n\nSetuju.\n"
    article = read(tmp_path, "a.eml", forwarded(inner, FIRST))
    assert body(article) == [FIRST, "Setuju."]
    assert article.header.title == "Fwd: rilis"


def test_lines_that_a_mail_program_wrapped_are_joined(tmp_path: Path) -> None:
    words = (
        "Harga beras di pasar induk naik sejak Senin pagi, kata kepala dinas\n"
        "perdagangan kota itu kepada wartawan yang datang ke kantornya pada\n"
        "siang hari.\nYth. Redaksi\nSalam,\n"
    )
    article = read(tmp_path, "a.eml", mail(text=words))
    assert body(article) == [
        words[: words.index("Yth")].strip().replace("\n", " "),
        "Yth. Redaksi",
        "Salam,",
    ]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "x-unknown"])
def test_mails_in_other_encodings(tmp_path: Path, charset: str) -> None:
    raw = (
        f"Subject: x\nContent-Type: text/plain; charset={charset}\n"
        "Content-Transfer-Encoding: 8bit\n\nHarga 5 €.\n"
    ).encode("iso-8859-15" if charset == "iso-8859-15" else "utf-8")
    assert read(tmp_path, "a.eml", raw).text == "Harga 5 €."


def test_what_is_no_such_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotThisFormatError, match="begin as RTF"):
        read(tmp_path, "a.rtf", "Harga naik.")
    with pytest.raises(NotThisFormatError, match="no text"):
        read(tmp_path, "a.eml", "Subject: x\nContent-Type: image/png\n\nabc")
    with pytest.raises(NotThisFormatError, match="longer than 10000"):
        read(tmp_path, "a.eml", "Subject: " + "a" * 20_000 + "\n\nabc")
    with pytest.raises(NotThisFormatError, match="more than 1000 parts"):
        read(
            tmp_path, "a.eml", "Content-Type: multipart/mixed; boundary=a\n\n" + "--a\n\nx\n" * 1001
        )
    for name, by in (("a.md", "markdown"), ("a.rtf", "rtf"), ("a.eml", "eml")):
        with pytest.raises(EmptyFileError):
            read(tmp_path, name, "", by)
    with pytest.raises(NoTextInsideError, match="only pictures"):
        read(tmp_path, "a.md", "![foto](a.png)", "markdown")


def test_they_are_known_by_their_names(tmp_path: Path) -> None:
    for name, raw in (("a.md", "# x"), ("a.rtf", RTF), ("a.eml", MAIL.decode())):
        (tmp_path / name).write_text(raw)
        assert recognise(tmp_path / name).suffixes[0] == name[1:]


@pytest.mark.parametrize(
    ("name", "raw", "by"),
    [
        ("a.md", MARKDOWN.encode(), "markdown"),
        ("a.rtf", RTF.encode(), "rtf"),
        ("a.eml", MAIL, "eml"),
    ],
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_no_damage_crashes_the_reader(
    tmp_path: Path, name: str, raw: bytes, by: str, data: st.DataObject
) -> None:
    survives(tmp_path / name, damaged(raw, data), by)
