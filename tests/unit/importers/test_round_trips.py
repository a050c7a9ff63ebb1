"""What a format can hold comes back as it went out; what it can't is as much as it holds."""

from pathlib import Path

import pytest
from dataset_files import as_suggestions, exported, taken
from hard_articles import hard_articles
from msgspec.structs import replace

from annotator.importers import registry

# These keep, in fields of the tool or beside them, all that an article is.
WHOLE = ("jsonl", "prodigy", "doccano", "label-studio", "webanno", "docbin", "cas-xmi", "cas-json")


@pytest.mark.parametrize("format_", WHOLE)
def test_everything_comes_back(format_: str, tmp_path: Path) -> None:
    path = exported(format_, tmp_path, *hard_articles())
    assert registry.recognise(path).name == format_
    articles, errors = taken(path)
    assert errors == []
    assert tuple(articles) == hard_articles()


def test_citron_keeps_the_claims_that_have_a_cue(tmp_path: Path) -> None:
    path = exported("citron", tmp_path, *hard_articles())
    assert registry.recognise(path).name == "citron"
    articles, errors = taken(path)
    assert errors == []
    for article, back in zip(sorted(hard_articles(), key=lambda a: a.id), articles, strict=True):
        kept = tuple(
            replace(claim, hedges=(), nested_in=None) for claim in article.claims if claim.cue
        )
        assert back == replace(article, claims=kept, entities=(), zones=())


def test_brat_keeps_marks_and_what_claims_say(tmp_path: Path) -> None:
    path = exported("brat", tmp_path, *hard_articles())
    assert registry.recognise(path).name == "brat"
    articles, errors = taken(path)
    assert errors == []
    expected = {article.text: as_suggestions(article) for article in hard_articles()}
    assert {article.text: as_suggestions(article) for article in articles} == expected
    for claim in (claim for article in articles for claim in article.claims):
        assert not claim.tagged
        assert claim.origin.kind == "import"
        assert claim.origin.by.startswith("brat, ")
