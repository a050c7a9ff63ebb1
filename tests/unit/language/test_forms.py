"""What news looks like: headlines, live blogs, lists, transcripts, tags of every kind."""

from __future__ import annotations

import pytest
from said import claims, said, told


def test_a_headline_names_its_source_before_or_after_a_colon() -> None:
    text = "BNPB: Tiga desa terendam banjir\n\nHujan turun sejak pagi di Demak.\n"
    first = claims(text, "id")[0]
    assert (first.source, first.cue, first.content) == ("BNPB", "", "Tiga desa terendam banjir")
    assert first.claim.note == "headline"
    text = "Rents doubled in a decade: Study\n\nTenants gathered on Friday.\n"
    headline = claims(text, "en")[0]
    assert headline.content == "Rents doubled in a decade"
    assert headline.claim.note == "headline"


def test_a_headline_that_asks_or_only_describes_is_no_claim() -> None:
    for headline in ("Will the dam hold?", "The Woman Who Would Not Leave"):
        text = f"{headline}\n\nRain fell on Friday.\n"
        assert [one.content for one in claims(text, "en")] == ["Rain fell on Friday"]


def test_a_headline_is_read_by_the_same_rules() -> None:
    text = "Pedagang Minta Tempat Sementara\n\nPasar itu terbakar pada Minggu dini hari.\n"
    assert told(text, "id") == [("Pedagang", "Minta", "Tempat Sementara")]


def test_a_live_blog_has_times_that_are_no_claims() -> None:
    text = (
        "4:02 p.m. — Divers have found a second car, the sheriff's office says.\n\n"
        "3:40 p.m. — The governor said the bridge was sound.\n"
    )
    assert told(text, "en") == [
        ("the sheriff's office", "says", "Divers have found a second car"),
        ("The governor", "said", "the bridge was sound"),
    ]
    text = (
        "Pukul 14.05 WIB - Kapolres Rina Sari mengatakan dua orang ditangkap.\n\n"
        "Pukul 13.20 WIB - Api sudah padam, kata petugas pemadam.\n"
    )
    assert [(cue, content) for _, cue, content in told(text, "id")] == [
        ("mengatakan", "dua orang ditangkap"),
        ("kata", "Api sudah padam"),
    ]


def test_the_items_of_a_list_are_read_one_by_one() -> None:
    text = "What we know:\n- The bridge opened in 1961.\n- It is closed, police said.\n"
    assert [one.content for one in claims(text, "en")] == [
        "The bridge opened in 1961",
        "It is closed",
    ]
    text = "Yang diketahui:\n1. Jembatan itu dibuka pada 1961.\n2. Jembatan ditutup, kata polisi.\n"
    assert [one.content for one in claims(text, "id")] == [
        "Jembatan itu dibuka pada 1961",
        "Jembatan ditutup",
    ]


def test_a_transcript_of_letters_has_answers_and_no_questions() -> None:
    text = (
        "Below is an interview with Ann Lee, edited for length.\n\n"
        "Q: Is the bridge safe?\n\nA: It was safe when we left it. We checked every bolt.\n\n"
        "Q: Who closed it?\n\nA: The state closed it in May.\n"
    )
    answers = said(text, "en")
    assert [one.content for one in answers] == [
        "It was safe when we left it. We checked every bolt",
        "The state closed it in May",
    ]
    assert all(one.claim.direct for one in answers)


def test_a_transcript_in_indonesian() -> None:
    text = (
        "Berikut wawancara dengan Rina Sari.\n\nT: Apakah jembatan itu aman?\n\n"
        "J: Jembatan itu aman ketika kami tinggalkan.\n"
    )
    assert [one.content for one in said(text, "id")] == ["Jembatan itu aman ketika kami tinggalkan"]


def test_a_transcript_of_names() -> None:
    text = (
        "LEE: The bridge was safe when we left it.\n\nQUESTION: Who closed it?\n\n"
        "HALE: The state closed it in May.\n"
    )
    assert [(one.source, one.content) for one in said(text, "en")] == [
        ("LEE", "The bridge was safe when we left it"),
        ("HALE", "The state closed it in May"),
    ]


@pytest.mark.parametrize("tag", ["ujarnya", "katanya", "tuturnya", "imbuhnya", "jelasnya"])
def test_a_tag_without_a_subject_means_the_last_speaker(tag: str) -> None:
    text = (
        "Wali Kota Rina Sari mengatakan pasar ditutup. "
        f"“Kami tidak punya pilihan lain,” {tag}, Senin (3/3)."
    )
    one = said(text, "id")[1]
    assert (one.source, one.cue, one.meant) == ("nya", tag, "Rina Sari")
    assert one.content == "“Kami tidak punya pilihan lain,”"
    assert one.label == "official"


def test_a_tag_that_goes_on_means_the_same_speaker() -> None:
    text = (
        "“Pasar kami tutup,” kata Wali Kota Rina Sari.\n\n“Tidak ada pilihan lain,” katanya lagi."
    )
    first, second = said(text, "id")
    assert (second.source, second.cue, second.meant) == ("nya", "katanya", "Rina Sari")
    assert second.label == first.label == "official"


def test_a_passive_tag_names_who_said_it() -> None:
    text = "Tiga desa masih terendam, demikian disampaikan Kepala BPBD Rina Sari."
    assert told(text, "id") == [
        ("Kepala BPBD Rina Sari", "disampaikan", "Tiga desa masih terendam")
    ]
    text = "Kenaikan tarif itu dinilai wajar oleh para pengusaha."
    assert told(text, "id") == [("para pengusaha", "dinilai", "Kenaikan tarif itu … wajar")]
    (one,) = said("The charge was denied by the company.", "en")
    assert (one.source, one.content, one.claim.polarity) == ("the company", "The charge", "neg")


def test_a_passive_with_a_frame_leaves_the_clause() -> None:
    (one,) = said("It is believed that the two firms have held talks.", "en")
    assert (one.content, one.label) == ("the two firms have held talks", "speculative")
    (other,) = said("Disebutkan bahwa empat gudang telah diperiksa.", "id")
    assert (other.content, other.label) == ("empat gudang telah diperiksa", "speculative")


def test_nouns_carry_claims() -> None:
    text = "Pernyataan Rina Sari bahwa harga sudah turun menuai kritik."
    (one,) = said(text, "id")
    assert (one.source, one.cue) == ("Rina Sari", "Pernyataan")
    assert one.content.startswith("harga sudah turun")
    (other,) = said("Klaim Rusia bahwa serangan itu gagal belum terbukti.", "id")
    assert (other.source, other.cue) == ("Rusia", "Klaim")
    (third,) = said("The minister's claim that prices had fallen was met with laughter.", "en")
    assert (third.cue, third.content) == ("claim", "prices had fallen")
    assert third.source is not None
    assert "minister" in third.source


def test_a_spokesperson_speaks_for_the_body_that_spoke() -> None:
    text = (
        "The European Commission said it would look at the merger. "
        '"We will judge it on its merits," spokesperson Ana Costa said.'
    )
    assert [one.type for one in said(text, "en")] == ["official", "official"]


def test_who_asks_not_to_be_named_is_no_official() -> None:
    text = (
        "Seorang pejabat di dinas yang tak mau disebut namanya mengisyaratkan kontrak itu tidak "
        "akan diperpanjang."
    )
    (one,) = said(text, "id")
    assert (one.source, one.type) == ("Seorang pejabat di dinas", "official_anon")
    (other,) = said("An aide, who asked not to be named, said the vote was lost.", "en")
    assert other.type in ("official_anon", "anonymous")
    assert other.label == "sourced"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The state government, he said, would offer tax breaks.",
            "he",
            "said",
            "The state government … would offer tax breaks",
        ),
        (
            "Of the six teachers, she said, only two have contracts.",
            "she",
            "said",
            "Of the six teachers … only two have contracts",
        ),
        ("Officials put the death toll at 12.", "Officials", "put", "the death toll at 12"),
        ("Her opponents called it a fluke.", "Her opponents", "called", "it a fluke"),
        ("She went so far as to claim the vote was lost.", "She", "claim", "the vote was lost"),
        ("The firm has been warning that prices fall.", "The firm", "warning", "prices fall"),
        ("Ten people died, the ministry confirmed on Monday.", "the ministry", "confirmed",
         "Ten people died"),
        ("Both said they would go.", "Both", "said", "they would go"),
        ("The judge told jurors to ignore the letter.", "The judge", "told", "ignore the letter"),
        ("The ministry has, in a statement, called on drivers to slow down.", "The ministry",
         "called on", "slow down"),
        ("A spokesman disputed that account.", "A spokesman", "disputed", "that account"),
    ],
)  # fmt: skip
def test_english_frames(text: str, source: str, cue: str, content: str) -> None:
    assert told(text, "en") == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The House confirmed him.",
        "They stayed home, with both sides blaming each other.",
        "An estimated 100 people came.",
        "She did not say whether the government would order dockers back to work.",
        "It happened in charge of a man, which Politico reported left some experts uneasy.",
    ],
)
def test_what_only_looks_like_a_frame(text: str) -> None:
    assert [one.type for one in claims(text, "en")] == ["reporter"]


def test_a_saying_that_hangs_on_an_event_is_beside_it() -> None:
    text = "The strike began in March after Meridian announced plans to close two berths."
    event, saying = claims(text, "en")
    assert (event.type, event.content) == ("reporter", "The strike began in March")
    assert (saying.source, saying.content) == ("Meridian", "plans to close two berths")


def test_a_doubted_or_denied_statement_is_what_is_said_of_it() -> None:
    assert told("Dwi Anggraini meragukan pernyataan tersebut.", "id") == [
        ("Dwi Anggraini", "meragukan", "pernyataan tersebut")
    ]
    (one,) = said("Pernyataan itu dibantah sejumlah warga.", "id")
    assert (one.source, one.claim.polarity) == ("sejumlah warga", "neg")
    assert said("Harapan serupa disampaikan Ketua Paguyuban Pedagang, Harno.", "id") == []


def test_silence_is_the_reporters() -> None:
    for text, lang in (
        ("Lambert menolak mengomentarinya.", "id"),
        ("The company declined to comment on the letter.", "en"),
    ):
        assert [one.type for one in claims(text, lang)] == ["reporter"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Menteri Ani Sari mengatakan stok beras aman.", "id"),
        ("Harga beras diperkirakan naik.", "id"),
        ("Hujan turun sejak pagi di Demak.", "id"),
        ("“Kami menunggu,” ujarnya.", "id"),
        ("The mayor said the road may close.", "en"),
        ("According to Ann Lee, the road is closed.", "en"),
        ("Rumours that the road will close spread on Friday.", "en"),
        ("Rain fell all night.", "en"),
    ],
)
def test_every_claim_says_why_and_every_label_its_evidence(text: str, lang: str) -> None:
    found = claims(text, lang)
    assert found
    for one in found:
        assert one.claim.reasons
        assert all(one.claim.reasons)
        assert one.claim.suggestion is not None
        assert one.claim.suggestion.reasons
        assert all(one.claim.suggestion.reasons)


def test_the_reason_names_the_cue() -> None:
    (one,) = said("Menteri Ani Sari mengatakan stok beras aman.", "id")
    assert "mengatakan" in one.claim.reasons[0]
    assert one.claim.suggestion is not None
    assert "Menteri" in one.claim.suggestion.reasons[0]
