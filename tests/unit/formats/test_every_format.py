"""Tests of every format: golden files, reading back, losses, choices, odd names."""

import os
from pathlib import Path

import pytest
from exported import SCHEME, export
from hard_articles import WHEN, bare, emoji, hard_articles, overlap
from msgspec.structs import replace
from unfolded import unfold

from annotator.core.article import Article, Earlier, normalise, text_sha256
from annotator.core.errors import LossError, ReadBackError
from annotator.core.spans import Entity, Span
from annotator.formats import registry
from annotator.formats.exporter import WHOLE, Exporter, ExportSettings
from annotator.formats.selection import Choice
from annotator.storage import atomic

GOLDEN = Path(__file__).parents[2] / "golden" / "exports"
# spaCy writes this one, and each version of it a little differently.
NOT_GOLDEN = ("config.cfg",)

every_format = pytest.mark.parametrize("name", registry.EXPORTERS)


def path_of(folder: Path, name: str) -> Path:
    return folder / f"hard{registry.exporter(name).suffix}"


def new(name: str) -> Exporter:
    return registry.exporter(name)(ExportSettings("hard", SCHEME))


@every_format
def test_it_writes_what_the_golden_files_say(tmp_path: Path, name: str) -> None:
    """ANNOTATOR_GOLDEN=write rewrites them; check the differences before you commit them."""
    out = path_of(tmp_path, name)
    export(name, out)
    made = {file: text for file, text in unfold(out).items() if file not in NOT_GOLDEN}
    golden = GOLDEN / name
    if os.environ.get("ANNOTATOR_GOLDEN") == "write":
        for file, text in made.items():
            (golden / file).parent.mkdir(parents=True, exist_ok=True)
            (golden / file).write_bytes(text.encode())
    known = sorted(path for path in golden.rglob("*") if path.is_file())
    assert {path.relative_to(golden).as_posix() for path in known} == set(made)
    for path in known:
        assert made[path.relative_to(golden).as_posix()] == path.read_bytes().decode()


@every_format
def test_the_same_corpus_makes_the_same_files(tmp_path: Path, name: str) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        export(name, path_of(tmp_path / folder, name))
    one, two = (unfold(path_of(tmp_path / folder, name)) for folder in ("one", "two"))
    assert one == two


def shifted() -> Article:
    """The article with emoji, with one content a word further to the right."""
    article = emoji()
    before = article.claims[1].content[0]
    moved = replace(article.claims[1], content=(Span(before.start + 5, before.end + 4),))
    return replace(article, claims=(article.claims[0], moved, article.claims[2]))


@every_format
def test_reading_back_sees_a_stretch_that_is_elsewhere(tmp_path: Path, name: str) -> None:
    def write(folder: Path, article: Article) -> Exporter:
        exporter = new(name)

        def keep(staged: Path) -> None:
            staged.rename(folder)
            staged.mkdir()

        pieces = [*exporter.pieces([article], WHOLE), *exporter.closing()]
        atomic.write_together(tmp_path / "x", pieces, keep, folder=True)
        (tmp_path / "x").rmdir()
        return exporter

    same, other = tmp_path / "same", tmp_path / "other"
    for folder, article in ((same, emoji()), (other, shifted())):
        write(folder, article)
        expected = new(name)
        list(expected.pieces([emoji()], WHOLE))
        list(expected.closing())

        def check(expected: Exporter = expected, folder: Path = folder) -> None:
            for key, held in expected.read_back(folder):
                expected.ledger.check(key, held)
            expected.ledger.finish()

        if folder == same:
            check()
        else:
            with pytest.raises(ReadBackError):
                check()


@every_format
def test_articles_without_claims_and_marks_at_the_ends_come_through(
    tmp_path: Path, name: str
) -> None:
    text = "😀 kata\n\nBudi\n"
    whole = replace(
        emoji().claims[1], content=(Span(0, len(text)),), source=Span(9, 13), cue=(Span(2, 6),)
    )
    blank = replace(emoji().claims[1], id="c9", content=(Span(6, 8),), source=None, cue=())
    edge = replace(Article.of("edge", text), claims=(whole, blank))
    done = export(name, path_of(tmp_path, name), bare(), edge)
    assert (done.articles, done.claims) == (2, 2)


@every_format
def test_ids_may_be_anything(tmp_path: Path, name: str) -> None:
    ids = ["../../etc/x", "CON", "a\tb", "A", "a", "x" * 300, "📰 1", "…", "</script>", "-1"]
    articles = [replace(overlap(), id=id_) for id_ in ids]
    done = export(name, path_of(tmp_path, name), *articles)
    assert done.articles == len(ids)
    assert [path.name for path in tmp_path.iterdir()] == [path_of(tmp_path, name).name]


@every_format
def test_signs_that_xml_cannot_hold_are_replaced_and_counted(tmp_path: Path, name: str) -> None:
    text = normalise("Bunyi \x07bel dan \x0b tab,\ufffe kata Budi.")
    claim = replace(
        emoji().claims[1], content=(Span(0, 20),), source=Span(29, 33), cue=(Span(24, 28),)
    )
    article = replace(Article.of("bell", text), claims=(replace(claim, note="a\x00b\x1fc"),))
    done = export(name, path_of(tmp_path, name), article)
    # A row of a table says some words in several cells.
    in_xml = {"cas-xmi": 3, "cas-json": 3, "html": 3, "docx": 3, "odt": 3, "xlsx": 9}
    lost = {loss.what: loss.count for loss in done.losses}
    assert lost.get("characters") == in_xml.get(name)


@every_format
def test_splits_are_written_apart(tmp_path: Path, name: str) -> None:
    articles = [
        replace(overlap(), id=f"a{number}", text=text, sha256=text_sha256(text))
        for number in range(30)
        for text in [f"{overlap().text}{number}"]
    ]
    choice = Choice(claims="all", shares=(60, 20, 20), seed=3)
    done = export(name, tmp_path / "x", *articles, choice=choice)
    again = export(name, tmp_path / "y", *articles[::-1], choice=choice)
    assert done.splits == again.splits
    assert sum(done.splits.values()) == 30
    assert min(done.splits.values()) > 0
    written = " ".join(path.as_posix() for path in (tmp_path / "x").rglob("*"))
    for split in ("train", "validation" if name == "huggingface" else "dev", "test"):
        assert split in written


@every_format
def test_names_of_sources_are_nowhere_when_hidden(tmp_path: Path, name: str) -> None:
    key = tmp_path / "key.json"
    out = path_of(tmp_path, name)
    export(name, out, emoji(), choice=Choice(claims="all", hide_sources=True), key=key)
    written = "".join(unfold(out).values()) + " ".join(p.name for p in tmp_path.rglob("*"))
    assert "Ani Sari" in key.read_text("utf-8")
    assert "Ani" not in written
    assert "Sari" not in written
    assert "Person 1" in written.replace("Person_1", "Person 1") or name == "conll"
    # The address would lead to the article, and so to its sources.
    assert "uji.example" not in written


@every_format
def test_page_furniture_can_be_cut(tmp_path: Path, name: str) -> None:
    out = path_of(tmp_path, name)
    export(name, out, emoji(), choice=Choice(claims="all", zones="cut"))
    assert "resep" not in "".join(unfold(out).values())


# What each format loses of the hard articles: in words and numbers.
ENTITIES = {"entities": 3}
UNKNOWN = {"fields unknown to Annotator": 4}
ZONES = {"passages of page furniture": 1}
ROWS = {"article texts": 5, "articles without claims": 1, **ENTITIES, **ZONES, **UNKNOWN}
OFF = {"marks off token borders": 4}
LOSSES: dict[str, dict[str, int]] = {
    "jsonl": {},
    "label-studio": {},
    "doccano": {},
    "cas-xmi": {},
    "cas-json": {},
    "web-annotation": {},
    "prodigy": OFF,
    "docbin": OFF,
    "claims-jsonl": ROWS,
    "parquet": ROWS,
    "xlsx": ROWS,
    "csv": ROWS | {"cells that look like formulas or numbers": 6},
    "huggingface": UNKNOWN,
    "refi-qda": UNKNOWN,
    "html": ENTITIES | UNKNOWN,
    "docx": ENTITIES | UNKNOWN,
    "odt": ENTITIES | UNKNOWN,
}


@pytest.mark.parametrize("name", LOSSES)
def test_losses_are_counted(tmp_path: Path, name: str) -> None:
    done = export(name, path_of(tmp_path, name))
    assert {loss.what: loss.count for loss in done.losses} == LOSSES[name]
    for loss in done.losses:
        assert f"{loss.what}: {loss.count}" in "\n".join(done.lines())


@every_format
def test_what_is_kept_of_earlier_texts_travels_or_is_said_to_be_lost(
    tmp_path: Path, name: str
) -> None:
    vanished = {"id": "c1", "content_text": "yang hilang"}
    updated = replace(bare(), earlier=(Earlier("0" * 64, WHEN, vanished=(vanished,)),))
    out = path_of(tmp_path, name)
    done = export(name, out, updated)
    lost = {loss.what: loss.count for loss in done.losses}
    kept = "yang hilang" in "".join(unfold(out).values())
    assert kept != (lost.get("records of earlier texts") == 1)


@every_format
def test_strict_refuses_exactly_what_loses_something(tmp_path: Path, name: str) -> None:
    out = path_of(tmp_path, name)
    losses = export(name, out).losses
    strict = tmp_path / "strict"
    if losses:
        with pytest.raises(LossError):
            export(name, strict, strict=True)
        assert not strict.exists()
    else:
        export(name, strict, strict=True)
        assert strict.exists()


def test_an_entity_inside_a_word_is_said_where_tokens_matter(tmp_path: Path) -> None:
    article = replace(
        Article.of("kata", "katanya begitu"), entities=(Entity("e1", 4, 7, "PER"),), last_id=1
    )
    for name in ("prodigy", "docbin", "conll"):
        lost = {loss.what: loss.count for loss in export(name, tmp_path / name, article).losses}
        assert lost["marks off token borders"] == 1


@pytest.mark.parametrize("lang", ["ja", "th", "xx", "no-such", "EN"])
@pytest.mark.parametrize("name", ["prodigy", "docbin", "conll"])
def test_a_language_without_a_tokeniser_here_is_cut_all_the_same(
    tmp_path: Path, name: str, lang: str
) -> None:
    article = replace(overlap(), header=replace(overlap().header, lang=lang))
    assert export(name, tmp_path / "x", article).articles == 1


def test_hard_articles_are_as_hard_as_they_say() -> None:
    texts = "".join(article.text for article in hard_articles())
    claims = [claim for article in hard_articles() for claim in article.claims]
    assert "\u200d" in texts
    assert "\r" not in texts
    assert any(len(claim.content) > 1 for claim in claims)
    assert any(claim.nested_in for claim in claims)
    assert any(article.zones for article in hard_articles())
