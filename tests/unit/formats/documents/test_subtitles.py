"""Transcripts: only what is said is text, the speaker stands before it, times stay."""

import json
from pathlib import Path

import pytest
from exported import export
from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.errors import NotThisFormatError
from annotator.core.spans import Claim, Origin, Span, Times
from annotator.formats.transcript import timed
from annotator.workflows.classify import classify, read_article

SRT = """1
00:00:01,000 --> 00:00:03,500
BUDI: Harga beras
akan <i>turun</i>.

2
00:00:03,600 --> 00:00:05,000
Itu pekan depan.

3
00:00:05,000 --> 00:00:06,000
[musik]

4
00:01:02,250 --> 00:01:04,000
- Ani: Saya tidak &amp; setuju.
"""
VTT = """WEBVTT

NOTE dibuat oleh mesin

intro
00:01.000 --> 00:03.500 align:start
<v Budi>Harga beras akan turun.</v>

00:03.600 --> 00:05.000
<v Budi>Itu pekan depan.</v>

01:02.250 --> 01:04.000
<v Ani>Saya tidak setuju.
"""
SEGMENTS = [
    {"start": 1.0, "end": 3.5, "text": " Harga beras akan turun.", "speaker": "Budi"},
    {"start": 3.6, "end": 5.0, "text": " Itu pekan depan.", "speaker": "Budi"},
    {"start": 62.25, "end": 64.0, "text": " Saya tidak setuju.", "speaker": "Ani"},
]
WHISPER = json.dumps({"text": " Harga ...", "segments": SEGMENTS, "language": "id"})
TURNS = "Budi: Harga beras akan turun. Itu pekan depan.\n\nAni: Saya tidak setuju.\n"


def read(path: Path, said: str) -> Article:
    path.write_text(said, "utf-8")
    assert classify(path).format == "subtitles"
    return read_article(path)


@pytest.mark.parametrize(
    ("name", "said"),
    [("a.srt", SRT), ("a.vtt", VTT), ("a.json", WHISPER), ("b.txt", VTT), ("c.txt", SRT)],
)
def test_what_is_said_is_the_text(tmp_path: Path, name: str, said: str) -> None:
    article = read(tmp_path / name, said)
    assert article.text.replace("BUDI", "Budi").replace(" &", "") == TURNS
    assert article.header.lang == ("id" if name == "a.json" else None)


@pytest.mark.parametrize(("name", "said"), [("a.srt", SRT), ("a.vtt", VTT), ("a.json", WHISPER)])
def test_the_time_stays_with_each_claim(tmp_path: Path, name: str, said: str) -> None:
    article = read(tmp_path / name, said)
    start = article.text.index("Itu")
    both = Claim("c1", (Span(article.text.index("Harga"), start + 15),), origin=Origin("person"))
    one = Claim("c2", (Span(start, start + 15),), origin=Origin("person"))
    whole = timed(replace(article, claims=(both, one)))
    assert [claim.times for claim in whole.claims] == [Times(1.0, 5.0), Times(3.6, 5.0)]


def test_times_go_into_exports(tmp_path: Path) -> None:
    article = read(tmp_path / "a.vtt", VTT)
    start = article.text.index("Saya")
    claim = Claim("c1", (Span(start, start + 18),), label="sourced", origin=Origin("person"))
    export("claims-jsonl", tmp_path / "x.jsonl", replace(article, claims=(claim,)))
    row = json.loads((tmp_path / "x.jsonl").read_bytes())
    assert (row["spoken_from"], row["spoken_to"]) == (62.25, 64.0)


def test_what_has_no_times_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_text("Hanya teks.\n", "utf-8")
    with pytest.raises(NotThisFormatError):
        read_article(tmp_path / "a.srt")


def test_sounds_are_counted(tmp_path: Path) -> None:
    assert read(tmp_path / "a.srt", SRT).extra["left_out"] == {"sounds": 1}
