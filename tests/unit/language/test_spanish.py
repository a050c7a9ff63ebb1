"""A language is a folder: a small Spanish, written by the README alone, is read without code."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from said import REPORTER, claims

from annotator import resources
from annotator.language import grammar_keys, lexicon, pipeline
from annotator.language.reading import read

SPANISH = Path(__file__).resolve().parents[2] / "golden" / "languages" / "es"
EXAMPLES = tomllib.loads((SPANISH / "examples.toml").read_text("utf-8"))
_CACHED = (lexicon.grammar, lexicon.known_languages, lexicon.forms_of, pipeline.load)


@pytest.fixture
def spanish(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    shipped = resources.path

    def path(*parts: str) -> Path:
        if parts[:2] == ("languages", "es"):
            return SPANISH.joinpath(*parts[2:])
        return shipped(*parts)

    for cached in _CACHED:
        cached.cache_clear()
    monkeypatch.setattr(resources, "path", path)
    yield
    for cached in _CACHED:
        cached.cache_clear()


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize(
    "example", [row for rows in EXAMPLES.values() for row in rows], ids=lambda row: row[0][:30]
)
def test_simple_spanish_sentences_are_read(example: list[str]) -> None:
    text, *expected = example
    found = claims(text, "es")
    voice = [f"outlet | {one.content}" for one in found if one.type == REPORTER]
    spoken = [
        f"{one.label} | {one.source or ''} | {one.cue} | {one.content}"
        for one in found
        if one.type != REPORTER
    ]
    assert [*spoken, *voice] == expected


@pytest.mark.usefixtures("spanish")
def test_spanish_has_no_code_of_its_own() -> None:
    passage = next(iter(read("El alcalde dijo que el puente está cerrado.", "es")))
    assert passage.by.endswith("rules for es")


def test_a_mistyped_key_is_an_error_with_its_line() -> None:
    text = 'name = "X"\n\n[classes]\nthat = "que"\nrelativ = "quien"\n'
    with pytest.raises(grammar_keys.GrammarError, match=r"grammar.toml, line 5: .*relativ"):
        grammar_keys.check(tomllib.loads(text), text, "grammar.toml")


def test_a_value_of_the_wrong_type_is_an_error_with_its_line() -> None:
    text = '[properties]\ninflects = "yes"\n'
    with pytest.raises(grammar_keys.GrammarError, match="line 2: inflects must be true or false"):
        grammar_keys.check(tomllib.loads(text), text, "grammar.toml")


def test_the_page_for_linguists_explains_every_key() -> None:
    page = resources.path("languages", "README.md").read_text("utf-8")
    missing = [key for keys in grammar_keys.KEYS.values() for key in keys if f"`{key}`" not in page]
    assert not missing
