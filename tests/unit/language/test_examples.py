"""The examples of each language, in resources/languages/<code>/examples.toml, read as told."""

from __future__ import annotations

import tomllib
from typing import NamedTuple

import pytest
from said import REPORTER, Said, claims

from annotator import resources

LANGUAGES = ("en", "id")


class Example(NamedTuple):
    lang: str
    construction: str
    text: str
    claims: list[str]


def _examples(lang: str) -> list[Example]:
    file = resources.path("languages", lang) / "examples.toml"
    found = tomllib.loads(file.read_text("utf-8"))
    return [
        Example(lang, construction, text, expected)
        for construction, rows in found.items()
        for text, *expected in rows
    ]


EXAMPLES = [example for lang in LANGUAGES for example in _examples(lang)]


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda e: f"{e.lang}-{e.construction}-{e.text[:30]}"
)
def test_an_example_is_read_as_told(example: Example) -> None:
    found = claims(example.text, example.lang)
    voice = [f"outlet | {one.content}" for one in found if one.type == REPORTER]
    spoken = [_line(one) for one in found if one.type != REPORTER]
    own = [line for line in example.claims if line.startswith("outlet | ")]
    told = [line for line in example.claims if not line.startswith("outlet | ")]
    assert spoken == told
    if own:
        assert voice == own


def _line(one: Said) -> str:
    return f"{one.label} | {one.source or ''} | {one.cue} | {one.content}"


def test_both_languages_have_examples_of_each_construction() -> None:
    named = {lang: {e.construction for e in EXAMPLES if e.lang == lang} for lang in LANGUAGES}
    assert named["en"] == named["id"]
