"""What the reading process loads, and what it leaves alone."""

import subprocess
import sys
from typing import Any

import pytest
import spacy

from annotator import resources
from annotator.language import pipeline

CLEAN = """
import sys
from annotator.language import pipeline
nlp = pipeline.load("id").nlp
{and_then}
print(*(name for name in {modules} if name in sys.modules))
"""


def _imported(modules: tuple[str, ...], and_then: str = "") -> list[str]:
    """Return which of the modules are there once a language is loaded in a process of its own."""
    code = CLEAN.format(modules=modules, and_then=and_then)
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def test_reading_needs_neither_spacys_command_line_nor_its_hyphenated_words() -> None:
    heavy = ("httpx", "requests", "rich", "spacy.cli", "spacy.lang.id.tokenizer_exceptions")
    assert _imported(heavy) == []


def test_spacys_command_line_is_there_for_who_asks_for_it() -> None:
    asking = "import spacy; spacy.info(silent=True)"
    assert "spacy.cli.info" in _imported(("spacy.cli.info",), asking)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_tokenizer_from_code_cuts_as_the_one_the_model_was_trained_with(lang: str) -> None:
    ours: Any = pipeline.load(lang).nlp.tokenizer
    trained: Any = spacy.load(resources.path("models", f"{lang}_news_sm")).tokenizer
    assert ours.rules == trained.rules
    for part in ("prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match"):
        assert _pattern(ours, part) == _pattern(trained, part), part


def _pattern(tokenizer: object, part: str) -> str:
    """Return the regular expression that a tokenizer's method belongs to."""
    return getattr(getattr(getattr(tokenizer, part), "__self__", None), "pattern", "")
