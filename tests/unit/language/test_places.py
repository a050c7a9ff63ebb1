"""Places that everyone knows are places, whatever the model took them for."""

import pytest
from spacy.tokens import Span

from annotator.language.pipeline import load
from annotator.language.places import Places


def labels(lang: str, text: str, *taken: tuple[int, int, str]) -> dict[str, str]:
    nlp = load(lang).nlp
    doc = nlp.make_doc(text)
    doc[0].is_sent_start = True
    doc.set_ents([Span(doc, *span) for span in taken])
    return {ent.text: ent.label_ for ent in Places(nlp)(doc).ents}


def test_a_place_taken_for_a_person_or_for_nothing() -> None:
    found = labels("id", "perang di Ukraina dan Korea Selatan sejak lama", (2, 3, "PER"))
    assert found == {"Ukraina": "GPE", "Korea Selatan": "GPE"}


def test_a_longer_name_is_left_to_the_model() -> None:
    text = "Gubernur Bank Indonesia dan Kementerian Pertahanan Ukraina"
    assert labels("id", text, (4, 7, "ORG")) == {"Kementerian Pertahanan Ukraina": "ORG"}


@pytest.mark.parametrize("sentence", ["Jordan said no", "The turkey is done", "A march in June"])
def test_names_of_people_and_common_words_are_no_places(sentence: str) -> None:
    assert labels("en", sentence) == {}


def test_a_language_without_a_list_loses_nothing() -> None:
    nlp = load("xx").nlp
    doc = nlp.make_doc("Ukraina")
    doc.set_ents([Span(doc, 0, 1, "PER")])
    assert [ent.label_ for ent in Places(nlp)(doc).ents] == ["PER"]
