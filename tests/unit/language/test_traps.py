"""The traps of the article this program began with, in words of our own and in its own.

Its own text may be used here but not kept: those tests run where it lies beside the project.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from said import Said, claims, said, told

SHARED = Path(__file__).resolve().parents[4] / "shared" / "gold" / "seed.jsonl"
OFFICIAL, SPECULATIVE, SOURCED = "official", "speculative", "sourced"


def labels(text: str, lang: str) -> list[tuple[str, str | None]]:
    return [(one.cue, one.label) for one in said(text, lang)]


def test_stray_full_stops_behind_a_tag_make_no_claim() -> None:
    text = (
        "“Kami tidak akan menutup jembatan itu tanpa alasan yang cukup,” kata Markovic kepada "
        "kantor berita milik negara Sana. . Kantor.\n"
    )
    assert [(one.source, one.cue) for one in claims(text, "id")] == [("Markovic", "kata")]
    assert told(text, "id")[0][2].startswith("“Kami tidak")
    assert told(text, "id")[0][2].endswith("”")


def test_menurut_takes_even_a_garbled_name() -> None:
    text = "Menurut Lapas, pasukan itu terus memakai wilayah udara negara tetangga."
    (one,) = claims(text, "id")
    assert one.source is not None
    assert (one.source, one.cue) == ("Lapas", "Menurut")
    assert one.content == "pasukan itu terus memakai wilayah udara negara tetangga"


def test_two_cues_of_one_subject_are_two_claims_with_two_labels() -> None:
    indonesian = (
        "Menteri Pertahanan Yusuf Hadi mengatakan latihan itu bertujuan menjaga perbatasan, tetapi "
        "memperingatkan bahwa negara tetangga mungkin ikut berperang."
    )
    assert labels(indonesian, "id") == [("mengatakan", OFFICIAL), ("memperingatkan", SPECULATIVE)]
    english = (
        "Defence Minister Anna Kowal said the drill served to protect the border, but warned "
        "that a neighbour might join the war."
    )
    assert labels(english, "en") == [("said", OFFICIAL), ("warned", SPECULATIVE)]


def test_saying_and_suspecting_are_two_claims() -> None:
    indonesian = (
        "Kementerian Pertahanan mengatakan akan menyelidiki insiden itu dan menduga itu mungkin "
        "provokasi."
    )
    assert labels(indonesian, "id") == [("mengatakan", OFFICIAL), ("menduga", SPECULATIVE)]
    english = (
        "The Defence Ministry said it would investigate the incident and suspected it was a "
        "provocation."
    )
    assert labels(english, "en") == [("said", OFFICIAL), ("suspected", SPECULATIVE)]


def test_speculation_has_no_source() -> None:
    indonesian = (
        "Latihan itu memicu spekulasi bahwa Jakarta dapat membuka front baru dalam waktu dekat."
    )
    (one,) = said(indonesian, "id")
    assert (one.source, one.meant, one.type) == (None, None, "unspecified")
    assert one.content == "Jakarta dapat membuka front baru dalam waktu dekat"
    assert one.label == SPECULATIVE
    english = "The drill fuelled speculation that the army could open a new front."
    (other,) = said(english, "en")
    assert (other.source, other.type, other.label) == (None, "unspecified", SPECULATIVE)


def test_what_is_ruled_out_is_denied() -> None:
    indonesian = (
        "Thailand mendukung Laos tetapi telah berulang kali mengesampingkan bergabung dalam "
        "konflik tersebut."
    )
    (one,) = said(indonesian, "id")
    assert one.content == "bergabung dalam konflik tersebut"
    assert one.claim.polarity == "neg"
    (other,) = said("The minister has repeatedly ruled out joining the war.", "en")
    assert (other.content, other.claim.polarity) == ("joining the war", "neg")


def test_nothing_in_the_furniture_is_a_claim() -> None:
    body = "Wali Kota Rina Sari mengatakan pasar itu akan dibuka Senin."
    furniture = (
        "“Pencinta kopi. Pembaca rakus. Penulis paruh waktu. Penggemar kereta api.”\n"
        "More Stories\n"
        "Banjir di Demak telah merendam ribuan rumah\n"
        "Amerika Serikat mengatakan pasukan itu sedang menuju perbatasan\n"
    )
    text = f"{body}\n\n{furniture}"
    assert [one.cue for one in claims(text, "id")] == ["mengatakan"]


# The article itself


@pytest.fixture(scope="module")
def seed() -> dict[str, Any]:
    if not SHARED.is_file():
        pytest.skip(f"the article of the first request is not here: {SHARED}")
    article: dict[str, Any] = json.loads(SHARED.read_text("utf-8").splitlines()[0])
    return article


@pytest.fixture(scope="module")
def read(seed: dict[str, Any]) -> list[Said]:
    return claims(seed["text"], "id")


def test_the_article_has_its_claims_and_no_other(seed: dict[str, Any], read: list[Said]) -> None:
    def content(claim: dict[str, Any]) -> str:
        return " … ".join(seed["text"][a:b] for a, b in claim["content"])

    assert [one.content for one in read] == [content(claim) for claim in seed["claims"]]


def test_its_claims_have_their_sources(seed: dict[str, Any], read: list[Said]) -> None:
    for claim, one in zip(seed["claims"], read, strict=True):
        named = claim["source"] and seed["text"][slice(*claim["source"])]
        assert one.source == named, one.content


def test_its_labels_are_suggested(seed: dict[str, Any], read: list[Said]) -> None:
    for claim, one in zip(seed["claims"], read, strict=True):
        allowed = {claim["label"], *(claim.get("alt_labels") or [])}
        assert one.label in allowed, one.content


def test_its_furniture_is_set_aside(seed: dict[str, Any], read: list[Said]) -> None:
    for one in read:
        for span in one.claim.content:
            assert not any(span.start < b and a < span.end for a, b in seed["boilerplate"])


def test_its_denial_is_one(seed: dict[str, Any], read: list[Said]) -> None:
    line = seed["text"].splitlines()[10]
    (one,) = (one for one in read if one.type != "reporter" and one.content in line)
    assert one.claim.polarity == "neg"
    assert one.cue == "mengesampingkan"
