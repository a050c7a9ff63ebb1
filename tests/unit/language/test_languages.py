"""Articles that mix languages, languages nobody taught the program, and installed pipelines."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from said import claims, said, told
from spacy.language import Language

from annotator.language import pipeline
from annotator.language.detect import detect
from annotator.language.reading import read

INDONESIAN = (
    "Wali Kota Rina Sari mengatakan pasar itu akan dibuka kembali pada hari Senin dan para "
    "pedagang sudah bisa masuk sejak pagi."
)
ENGLISH = (
    "The ambassador, Ann Lee, said that the market was one of the oldest in the region and "
    "that it would be a pity to lose it."
)
GERMAN = (
    "Der Bürgermeister von Köln sagte am Montag: „Die Brücke bleibt bis Mai gesperrt.“ Rund "
    "12.000 Menschen sind nach Angaben der Stadt betroffen, und das wird noch eine Weile so "
    "bleiben."
)


def test_each_paragraph_is_read_in_its_own_language() -> None:
    text = f"{INDONESIAN}\n\n{ENGLISH}\n\n{INDONESIAN}\n"
    assert detect(text) == "id"
    assert [(source, cue) for source, cue, _ in told(text, "id")] == [
        ("Wali Kota Rina Sari", "mengatakan"),
        ("The ambassador, Ann Lee", "said"),
        ("Wali Kota Rina Sari", "mengatakan"),
    ]


def test_a_mixed_article_is_one_article() -> None:
    text = f"{ENGLISH}\n\n{INDONESIAN}\n"
    passages = list(read(text, "en"))
    assert {passage.lang for passage in passages} == {"en"}
    assert passages[0].start == 0
    assert passages[-1].end == len(text)
    for before, after in itertools.pairwise(passages):
        assert before.end == after.start


def test_a_word_of_the_other_language_changes_nothing() -> None:
    text = f"{INDONESIAN}\n\n“The show must go on,” kata Rina.\n"
    assert [cue for _, cue, _ in told(text, "id")] == ["mengatakan", "kata"]
    assert len(list(read(text, "id"))) == 1


def test_another_language_has_its_quotations_and_numbers() -> None:
    (passage,) = read(GERMAN)
    assert passage.lang == "de"
    numbers = [GERMAN[e.start : e.end] for e in passage.entities if e.label == "CARDINAL"]
    assert numbers == ["12.000"]
    (one,) = claims(GERMAN, "de")
    assert one.content == "„Die Brücke bleibt bis Mai gesperrt.“"


def test_another_language_says_so_and_suggests_nothing() -> None:
    (one,) = claims(GERMAN, "de")
    assert "of this language nothing more is known" in one.claim.reasons[0]
    assert one.label is None


def test_a_text_without_words_is_read() -> None:
    for text in ("", "\n\n", "—", "12", "“”", "…"):
        passages = list(read(text))
        assert (passages[0].start, passages[-1].end) == (0, len(text))


# Without the window


@pytest.mark.parametrize(
    ("lang", "text", "content"),
    [
        ("en", "The minister said the dam was safe. Rain fell.", "the dam was safe"),
        ("id", "Menteri mengatakan bendungan itu aman. Hujan turun.", "bendungan itu aman"),
    ],
)
def test_attribution_works_in_a_bare_pipeline(
    lang: str, text: str, content: str, indonesian_blank: Language
) -> None:
    pipeline.register()
    nlp = indonesian_blank if lang == "id" else spacy.blank(lang)
    nlp.add_pipe("annotator.attribution.v1")
    try:
        doc = nlp(text)
    finally:
        nlp.remove_pipe("annotator.attribution.v1")
    assert [span.text for span in doc.spans["contents"]][:1] == [content]
    assert len(doc.spans["sources"]) == len(doc.spans["cues"]) == 1
    assert doc._.claims[0].cue
    assert doc.spans["contents"][0].label_ == doc._.claims[0].id


def test_all_components_have_versioned_names() -> None:
    pipeline.register()
    nlp = spacy.blank("en")
    for name in pipeline.COMPONENTS:
        nlp.add_pipe(name)
    doc = nlp("Mayor Ann Lee said the dam might fail.")
    (claim,) = doc._.claims
    assert claim.source_type == "official"
    assert claim.suggestion is not None
    assert claim.suggestion.label == "speculative"


def test_another_suggester_can_be_named() -> None:
    from spacy.util import registry

    from annotator.core.spans import Suggestion
    from annotator.language.attribution.candidate import Candidate
    from annotator.language.attribution.chunking.passage_view import PassageView
    from annotator.language.suggest import Suggester

    def made() -> Suggester:
        def always(view: PassageView, draft: Candidate) -> Suggestion:
            return Suggestion("sourced", ("I always say so",))

        return always

    registry.misc.register("test.always.v1", func=made)
    pipeline.register()
    nlp = spacy.blank("en")
    nlp.add_pipe("annotator.attribution.v1")
    nlp.add_pipe("annotator.source_type.v1")
    nlp.add_pipe("annotator.suggest.v1", config={"suggester": {"@misc": "test.always.v1"}})
    (claim,) = nlp("Mayor Ann Lee said the dam might fail.")._.claims
    assert claim.suggestion == Suggestion("sourced", ("I always say so",))


# Pipelines that a person has installed


@pytest.fixture
def afresh() -> Iterator[None]:
    pipeline.load.cache_clear()
    yield
    pipeline.load.cache_clear()


@pytest.mark.usefixtures("afresh")
def test_a_better_installed_pipeline_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spacy.blank("en").to_disk(tmp_path)
    loaded: list[str] = []

    def load(name: object, **options: object) -> object:
        loaded.append(str(name))
        return spacy.util.load_model_from_path(tmp_path)

    monkeypatch.setattr(
        spacy.util,
        "get_installed_models",
        lambda: ["en_core_web_sm", "en_core_web_md", "en_core_web_trf", "de_core_news_md"],
    )
    monkeypatch.setattr(spacy, "load", load)
    assert pipeline.load("en").by.split(" · ")[1].startswith("en_core_web_trf")
    assert loaded == ["en_core_web_trf"]
    assert said("Mayor Ann Lee said the dam was safe.", "en")


@pytest.mark.usefixtures("afresh")
def test_an_installed_small_pipeline_does_not_replace_the_shipped_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spacy.util, "get_installed_models", lambda: ["en_core_web_sm"])
    assert "en_news_sm" in pipeline.load("en").by


@pytest.mark.usefixtures("afresh")
def test_another_language_uses_what_is_installed_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp = spacy.blank("de")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Köln"}])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path)
    monkeypatch.setattr(spacy.util, "get_installed_models", lambda: ["de_core_news_sm"])
    monkeypatch.setattr(
        spacy, "load", lambda name, **options: spacy.util.load_model_from_path(tmp_path)
    )
    (passage,) = read(GERMAN, "de")
    assert "Köln" in [GERMAN[e.start : e.end] for e in passage.entities if e.label == "GPE"]
