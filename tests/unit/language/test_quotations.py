"""Quotations of every kind: over paragraphs, unclosed, nested, of all marks, and stripped."""

from __future__ import annotations

import pytest
from said import claims, said, told


@pytest.mark.parametrize(
    "quote",
    [
        '"The bridge is closed until May,"',
        "“The bridge is closed until May,”",
        "„The bridge is closed until May,“",
        "„The bridge is closed until May,”",
        "«The bridge is closed until May,»",
        "« The bridge is closed until May, »",
        "‘The bridge is closed until May,’",
        "``The bridge is closed until May,''",
    ],
)
def test_all_marks_are_marks(quote: str) -> None:
    assert told(f"{quote} said Ann Lee.", "en") == [("Ann Lee", "said", quote)]


@pytest.mark.parametrize(
    "quote",
    [
        '"Jembatan ditutup sampai Mei,"',
        "“Jembatan ditutup sampai Mei,”",
        "„Jembatan ditutup sampai Mei,“",
        "«Jembatan ditutup sampai Mei,»",
        "‘Jembatan ditutup sampai Mei,’",
    ],
)
def test_all_marks_are_marks_in_indonesian(quote: str) -> None:
    assert told(f"{quote} kata Rina Sari.", "id") == [("Rina Sari", "kata", quote)]


def test_speech_goes_on_over_paragraphs() -> None:
    text = (
        "“We waited for three years.\n\n“Nobody came. Nobody even called.\n\n"
        "“So we built it ourselves,” said Ann Lee."
    )
    ((source, cue, content),) = told(text, "en")
    assert (source, cue) == ("Ann Lee", "said")
    assert content.startswith("“We waited")
    assert content.endswith("ourselves,”")
    assert content.count(" … ") == 2


def test_speech_goes_on_over_paragraphs_in_indonesian() -> None:
    text = (
        "“Kami menunggu tiga tahun.\n\n“Tidak ada yang datang.\n\n"
        "“Jadi kami bangun sendiri,” ujar Rina Sari."
    )
    ((source, cue, content),) = told(text, "id")
    assert (source, cue) == ("Rina Sari", "ujar")
    assert content.count(" … ") == 2


def test_speech_goes_on_behind_its_tag_and_into_the_next_paragraph() -> None:
    text = (
        "“I have the letters,” said Ann Lee. “I know them by heart.\n\n"
        "“One of them is on my refrigerator.”"
    )
    ((source, _, content),) = told(text, "en")
    assert source == "Ann Lee"
    assert content.startswith("“I have")
    assert content.endswith("refrigerator.”")


def test_a_tag_in_the_middle_leaves_two_pieces() -> None:
    assert told("“The road,” Ann Lee said, “is closed.”", "en") == [
        ("Ann Lee", "said", "“The road,” … “is closed.”")
    ]
    assert told("“Jalan itu,” kata Rudi, “belum dibuka.”", "id") == [
        ("Rudi", "kata", "“Jalan itu,” … “belum dibuka.”")
    ]


def test_a_mark_that_is_never_closed_ends_at_its_tag() -> None:
    assert told("“Harga beras naik lagi, kata Rudi Hartono di pasar.", "id") == [
        ("Rudi Hartono", "kata", "“Harga beras naik lagi,")
    ]
    ((source, cue, content),) = told('"The road is closed, said Ann Lee.', "en")
    assert (source, cue) == ("Ann Lee", "said")
    assert content.startswith('"The road is closed')


def test_a_mark_that_is_never_closed_does_not_swallow_the_article() -> None:
    text = "Ann Lee said: “The road is closed.\n\nRain fell all night.\n\nThe mayor left early."
    contents = [one.content for one in claims(text, "en")]
    assert contents[1:] == ["Rain fell all night", "The mayor left early"]


def test_a_quotation_in_a_quotation_is_part_of_it() -> None:
    text = "“He told me ‘go home’ and shut the door,” Ann Lee said."
    assert told(text, "en") == [("Ann Lee", "said", "“He told me ‘go home’ and shut the door,”")]
    text = "“Dia bilang ‘pulang saja’ lalu menutup pintu,” kata Rina Sari."
    assert told(text, "id") == [
        ("Rina Sari", "kata", "“Dia bilang ‘pulang saja’ lalu menutup pintu,”")
    ]


def test_speech_whose_marks_a_converter_stripped_is_still_tagged() -> None:
    assert told("The road is closed until May, said Ann Lee.", "en") == [
        ("Ann Lee", "said", "The road is closed until May")
    ]
    assert told("Jalan itu ditutup sampai Mei, kata Rina Sari.", "id") == [
        ("Rina Sari", "kata", "Jalan itu ditutup sampai Mei")
    ]


def test_a_question_in_marks_is_no_claim() -> None:
    assert said("“Who told you that?” Ann Lee asked.", "en") == []
    assert said("“Siapa yang bilang begitu?” tanya Rudi.", "id") == []


def test_words_in_scare_quotes_are_no_speech() -> None:
    assert said("The “miracle” cure sold out within a week.", "en") == []
    assert said("Obat “ajaib” itu habis dalam sepekan.", "id") == []


def test_a_quotation_after_a_colon_belongs_to_the_subject() -> None:
    ((source, _, content),) = told("Ann Lee was blunt: “The plan will not work.”", "en")
    assert (source, content) == ("Ann Lee", "“The plan will not work.”")


def test_what_somebody_is_quoted_as_saying_is_theirs() -> None:
    (one,) = claims("The Herald quoted Ann Lee as saying that two men were held.", "en")
    assert (one.source, one.cue, one.content) == ("Ann Lee", "saying", "two men were held")
    assert one.claim.via == "The Herald"
    (other,) = claims("The mayor was quoted as saying the bridge was safe.", "en")
    assert (other.source, other.content) == ("The mayor", "the bridge was safe")
