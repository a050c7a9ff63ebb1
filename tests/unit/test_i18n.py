"""The interface says everything in Indonesian too."""

import re
from string import Formatter

import msgspec
import pytest
from interface_texts import texts

from annotator import resources

CATALOGUE = msgspec.toml.decode(resources.path("i18n", "id.toml").read_bytes(), type=dict[str, str])


def test_every_text_is_translated() -> None:
    assert sorted(texts() - set(CATALOGUE)) == []


def test_nothing_is_translated_that_is_no_longer_said() -> None:
    assert sorted(set(CATALOGUE) - texts()) == []


@pytest.mark.parametrize("english", sorted(CATALOGUE))
def test_what_is_filled_in_is_the_same(english: str) -> None:
    def fields(text: str) -> list[tuple[str | None, str | None]]:
        return sorted((name, how) for _, name, _, how in Formatter().parse(text) if name)

    indonesian = CATALOGUE[english]
    assert fields(indonesian) == fields(english)
    assert ("…" in english) == ("…" in indonesian)
    assert len(re.findall("&[^ ]", english)) == len(re.findall("&[^ ]", indonesian))
    assert re.findall(r"\(\*.*?\)", english) == re.findall(r"\(\*.*?\)", indonesian)


def test_each_kind_of_entity_has_a_letter_of_its_own() -> None:
    for number, language in enumerate(("English", "Indonesian")):
        kinds = [pair[number] for pair in CATALOGUE.items() if re.search("&[^ ]", pair[0])]
        letters = [kind[kind.index("&") + 1].lower() for kind in kinds]
        assert sorted(letters) == sorted(set(letters)), language
