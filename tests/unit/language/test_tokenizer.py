"""Indonesian tokens: what news writes and what the exceptions of spaCy used to cost."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from annotator.language.tokenizer import ABBREVIATIONS, NAME


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": NAME}}})


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Rp5,2 triliun", "Rp 5,2 triliun"),
        ("Rp 10 ribu", "Rp 10 ribu"),
        ("Rp10ribu, Rp.5.000", "Rp 10 ribu , Rp. 5.000"),
        ("US$4,1 juta", "US$ 4,1 juta"),
        ("naik 1,5% menjadi 20.000", "naik 1,5 % menjadi 20.000"),
        ("10%-15%", "10 % - 15 %"),
        ("Selasa (3/12).", "Selasa ( 3/12 ) ."),
        ("periode 2014-2019 dan 2014–2019", "periode 2014 - 2019 dan 2014 – 2019"),
        ("ke-2", "ke-2"),
        ("Covid-19", "Covid-19"),
        ("pukul 10.00 WIB", "pukul 10.00 WIB"),
    ],
)
def test_numbers_come_apart_from_what_stands_beside_them(
    nlp: Language, text: str, tokens: str
) -> None:
    assert [token.text for token in nlp(text)] == tokens.split()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("anak-anak berlari-lari", "anak-anak berlari-lari"),
        ("Ma'ruf Amin dan Ma’ruf", "Ma'ruf Amin dan Ma’ruf"),
        ("H.M. Soeharto", "H.M. Soeharto"),
        ("dr. Terawan di Jl. Sudirman No. 5.", "dr. Terawan di Jl. Sudirman No. 5 ."),
        ("Rizal, S.H., M.Si.", "Rizal , S.H. , M.Si."),
        ("katanya, rumahnya", "katanya , rumahnya"),
        ("KPK-nya", "KPK -nya"),
        ("TNI/Polri dan/atau C/D", "TNI / Polri dan / atau C/D"),
        ("Jokowi-JK", "Jokowi-JK"),
        ("(pasal 8)", "( pasal 8 )"),
        ("Tass. . Agen.", "Tass . . Agen ."),
        ("Jakarta—katanya—sepi", "Jakarta — katanya — sepi"),
        ("Januari–Februari", "Januari – Februari"),
        ("https://kumparan.com/a-b?c=1, a@b.co", "https://kumparan.com/a-b?c=1 , a@b.co"),
    ],
)
def test_words_stay_whole(nlp: Language, text: str, tokens: str) -> None:
    assert [token.text for token in nlp(text)] == tokens.split()


@pytest.mark.parametrize("pair", ["“”", '""', "‘’", "''", "«»", "‹›", "„“", "()", "[]"])
def test_quotes_of_all_kinds_come_off(nlp: Language, pair: str) -> None:
    text = f"{pair[0]}Ya,{pair[1]} katanya"
    assert [token.text for token in nlp(text)] == [pair[0], "Ya", ",", pair[1], "katanya"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a\u00a0b  c\t d \n", "Rp-", "-", "…", "'"])
def test_no_character_is_lost(nlp: Language, text: str) -> None:
    assert nlp(text).text == text


def test_an_abbreviation_keeps_its_stop(nlp: Language) -> None:
    assert all(len(nlp(word)) == 1 for word in ABBREVIATIONS)


def test_the_exceptions_that_take_seconds_are_left_out(nlp: Language) -> None:
    assert isinstance(nlp.tokenizer, Tokenizer)
    assert set(nlp.tokenizer.rules) == set(ABBREVIATIONS)
