"""A format's marks come back unchanged, as far as the format can hold them."""

from pathlib import Path

import pytest
from dataset_files import SCHEME, as_suggestions, exported, taken
from hard_articles import hard_articles, right_to_left
from msgspec.structs import replace

from annotator.core.article import Article, mark_number
from annotator.core.errors import ClaimTableError
from annotator.core.spans import Origin
from annotator.formats import registry
from annotator.formats.selection import Choice
from annotator.workflows import export_articles

# These keep, in fields of the tool or beside them, all that an article is.
WHOLE = (
    "jsonl",
    "prodigy",
    "doccano",
    "label-studio",
    "web-annotation",
    "docbin",
    "cas-xmi",
    "cas-json",
)


def by_id(article: Article) -> str:
    return article.id


@pytest.mark.parametrize("format_", WHOLE)
def test_everything_comes_back(format_: str, tmp_path: Path) -> None:
    path = exported(format_, tmp_path, *hard_articles())
    assert registry.recognise(path).name == format_
    articles, errors = taken(path)
    assert errors == []
    # A folder is read in the order of its files' names.
    assert sorted(articles, key=by_id) == sorted(hard_articles(), key=by_id)


def test_citron_keeps_the_claims_that_have_a_cue(tmp_path: Path) -> None:
    path = exported("citron", tmp_path, *hard_articles())
    assert registry.recognise(path).name == "citron"
    articles, errors = taken(path)
    assert errors == []
    for article, back in zip(sorted(hard_articles(), key=by_id), articles, strict=True):
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
        assert not claim.decided
        assert claim.origin.kind == "import"
        assert claim.origin.by.startswith("brat, ")


def test_conll_keeps_tokens_and_what_does_not_overlap(tmp_path: Path) -> None:
    path = exported("conll", tmp_path, *hard_articles())
    assert registry.recognise(path).name == "conll"
    articles, errors = taken(path)
    assert errors == []
    for article, back in zip(hard_articles(), articles, strict=True):
        assert back.id == article.id
        assert "".join(back.text.split()) == "".join(article.text.split())
    kabar, laporan, *_ = articles
    assert [(kabar.slice(e), e.label) for e in kabar.entities] == [
        ("Ani Sari", "PER"),
        ("5", "CARDINAL"),
    ]
    assert [kabar.slice(zone) for zone in kabar.zones] == ["Baca juga: 5 resep 🍚"]
    claim = laporan.claims[0]
    assert laporan.content_text(claim) == "laporan koran bahwa harga mungkin naik besok"
    assert claim.source is not None
    assert laporan.slice(claim.source) == "Menteri"
    assert [laporan.slice(cue) for cue in claim.cue] == ["membantah"]
    assert (claim.label, claim.suggestion and claim.suggestion.label) == (None, "official")


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_a_table_of_claims_has_no_texts(format_: str, tmp_path: Path) -> None:
    path = exported(format_, tmp_path, right_to_left())
    with pytest.raises(ClaimTableError):
        taken(path)


def test_a_hugging_face_dataset_keeps_decisions(tmp_path: Path) -> None:
    path = exported("huggingface", tmp_path, *hard_articles())
    assert registry.recognise(path).name == "huggingface"
    articles, errors = taken(path)
    assert errors == []
    origin = Origin("import", "huggingface, train.parquet")
    for article, back in zip(hard_articles(), articles, strict=True):
        assert back == replace(
            article,
            claims=tuple(replace(claim, extra={}) for claim in article.claims),
            entities=tuple(replace(entity, origin=origin) for entity in article.entities),
            zones=tuple(replace(zone, origin=origin) for zone in article.zones),
            source_encoding=None,
            extra={},
            revision=0,
            last_id=max(mark_number(mark) for mark in article.marks()) if article.claims else 0,
        )


def test_splits_are_read_together(tmp_path: Path) -> None:
    choice = Choice(claims="all", shares=(40, 30, 30), seed=3)
    order = export_articles.ExportOrder("citron", tmp_path / "out", choice)
    export_articles.run(order, hard_articles, SCHEME)
    assert len([one for one in (tmp_path / "out").iterdir() if one.is_dir()]) > 1
    articles, errors = taken(tmp_path / "out")
    assert errors == []
    assert {article.id for article in articles} == {article.id for article in hard_articles()}
