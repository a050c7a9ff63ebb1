"""The models that ship: small, quick to load, safe to read, and what they say of a sentence."""

import json
import pickle
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.util import registry

import annotator.language.tokenizer as tokenizer_module
from annotator import resources

MODELS = ("id_news_sm", "en_news_sm")
SIZE_LIMIT = 15_000_000
TYPES = {"PER", "ORG", "GPE", "LOC", "FAC"}


def folder(name: str) -> Path:
    return resources.path("models", name)


@pytest.fixture(scope="module")
def pipelines() -> dict[str, Language]:
    assert tokenizer_module.NAME in registry.tokenizers
    return {name: spacy.load(folder(name)) for name in MODELS}


def names(nlp: Language, text: str) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in nlp(text).ents]


@pytest.mark.parametrize("name", MODELS)
def test_a_model_is_small(name: str) -> None:
    files = [path for path in folder(name).rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= SIZE_LIMIT


@pytest.mark.parametrize("name", MODELS)
def test_a_model_is_loaded_without_pickle(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a model must not hold a pickle")

    monkeypatch.setattr(pickle, "load", refuse)
    monkeypatch.setattr(pickle, "loads", refuse)
    spacy.load(folder(name))


@pytest.mark.parametrize("name", MODELS)
def test_a_model_says_what_it_is(name: str) -> None:
    meta = json.loads((folder(name) / "meta.json").read_text(encoding="utf-8"))
    assert f"{meta['lang']}_{meta['name']}" == name
    assert meta["license"] == "MIT"
    assert meta["sources"]
    card = (folder(name) / "README.md").read_text(encoding="utf-8")
    assert "## Scores" in card
    assert "scores>" not in card


def test_an_installed_program_needs_no_import_to_load_a_model() -> None:
    if not entry_points(group="spacy_tokenizers", name=tokenizer_module.NAME):
        pytest.skip("annotator was installed before it named its tokenizer: pip install -e .")
    script = f"import spacy; spacy.load({str(folder('id_news_sm'))!r})"
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def test_indonesian_names_and_parts_of_speech(pipelines: dict[str, Language]) -> None:
    nlp = pipelines["id_news_sm"]
    text = "Presiden Joko Widodo bertemu pimpinan KPK di Jakarta, Selasa (3/12)."
    assert names(nlp, text) == [("Joko Widodo", "PER"), ("KPK", "ORG"), ("Jakarta", "GPE")]
    assert [token.pos_ for token in nlp("Ia tidak datang ke Bandung.")] == [
        "PRON",
        "PART",
        "VERB",
        "ADP",
        "PROPN",
        "PUNCT",
    ]


def test_english_names_come_without_the_article(pipelines: dict[str, Language]) -> None:
    text = "Theresa May told the BBC that the United States Supreme Court would hear London's case."
    assert names(pipelines["en_news_sm"], text) == [
        ("Theresa May", "PER"),
        ("BBC", "ORG"),
        ("United States Supreme Court", "ORG"),
        ("London", "GPE"),
    ]


def test_both_know_the_same_names_for_the_main_types(pipelines: dict[str, Language]) -> None:
    for nlp in pipelines.values():
        assert set(nlp.get_pipe("ner").labels) >= TYPES  # type: ignore[attr-defined]


def test_the_english_parser_stands_by() -> None:
    nlp = spacy.load(folder("en_news_sm"))
    assert nlp.disabled == ["parser"]
    nlp.enable_pipe("parser")
    assert [token.dep_ for token in nlp("She left.")] == ["nsubj", "ROOT", "punct"]


@pytest.mark.parametrize("name", MODELS)
def test_an_empty_text_is_read(name: str, pipelines: dict[str, Language]) -> None:
    assert list(pipelines[name]("")) == []
    assert not pipelines[name](" \n\t").ents
