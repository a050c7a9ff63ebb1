"""Exports as a person meets them: whole or not at all, nothing overwritten, losses named."""

import json
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from exported import export
from hard_articles import bare, emoji, hard_articles, overlap
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from annotator.cli import app
from annotator.core import record
from annotator.core.article import Article
from annotator.core.errors import (
    BadOptionError,
    ExistsError,
    NothingToExportError,
    NotSavedError,
    ReadBackError,
    UnknownFormatError,
)
from annotator.formats import registry
from annotator.formats.datasets.jsonl.exporter import Jsonl
from annotator.formats.exporter import Piece
from annotator.formats.selection import Choice, split_of
from annotator.workflows import export_articles


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "c.jsonl"
    path.write_bytes(b"".join(record.encode(article) + b"\n" for article in hard_articles()))
    return path


def test_our_own_format_loses_nothing(tmp_path: Path) -> None:
    done = export("jsonl", tmp_path / "x.jsonl")
    back = [record.decode(line) for line in (tmp_path / "x.jsonl").read_bytes().splitlines()]
    assert tuple(back) == hard_articles()
    assert (done.articles, done.claims, done.losses) == (5, 13, [])
    assert list(done.lines())[-1] == "nothing was lost"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    out = tmp_path / "x.jsonl"
    out.write_text("mine")
    with pytest.raises(ExistsError):
        export("jsonl", out)
    assert out.read_text() == "mine"


def test_the_command_says_what_was_lost(corpus: Path, tmp_path: Path) -> None:
    done = run("export", corpus, "--format", "csv", "--out", tmp_path / "x.csv")
    assert done.exit_code == 0, done.output
    assert "5 articles, 8 claims (8 decided, 0 undecided); offsets are" in done.output
    assert "undecided claims: 5 not exported, as chosen; --claims all exports" in done.output
    assert "entities: 3 left out" in done.output
    assert "cells that look like formulas or numbers: " in done.output


def test_strict_writes_nothing_where_something_is_lost(corpus: Path, tmp_path: Path) -> None:
    done = run("export", corpus, "--format", "csv", "--out", tmp_path / "x.csv", "--strict")
    assert done.exit_code == 2
    assert "can't hold everything" in done.output
    assert list(tmp_path.iterdir()) == [corpus]
    assert (
        run(
            "export", corpus, "--format", "jsonl", "--out", tmp_path / "x.jsonl", "--strict"
        ).exit_code
        == 0
    )


@pytest.mark.parametrize(
    ("option", "value"),
    [("--zones", "burn"), ("--split", "80/20"), ("--split", "0/1/1"), ("--split", "nan/1/1")],
)
def test_a_wrong_option_is_named(corpus: Path, tmp_path: Path, option: str, value: str) -> None:
    done = run("export", corpus, "--format", "csv", "--out", tmp_path / "x", option, value)
    assert done.exit_code == 2
    assert f"{option} {value} is not understood" in done.output


def test_a_label_that_the_scheme_lacks_is_refused(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.csv"
    labels = ("--label", "official", "--label", "nonsense")
    done = run("export", corpus, "--format", "csv", "--out", out, *labels, "--scheme", "claims")
    assert done.exit_code == 2
    assert "--label nonsense is not understood" in done.output
    assert "official, sourced, speculative" in done.output
    assert not out.exists()


@pytest.mark.parametrize("chosen", [("--label", "official"), ("--decided-by", "rina")])
def test_no_advice_that_would_not_export_the_undecided(
    corpus: Path, tmp_path: Path, chosen: tuple[str, str]
) -> None:
    done = run("export", corpus, "--format", "csv", "--out", tmp_path / "x.csv", *chosen)
    assert done.exit_code == 0, done.output
    assert "undecided claims: 5 not exported, as chosen; no --label and no" in done.output
    assert "--claims all" not in done.output


def test_an_unknown_format_is_told_which_there_are(corpus: Path, tmp_path: Path) -> None:
    done = run("export", corpus, "--format", "xls", "--out", tmp_path / "x.xls")
    assert done.exit_code == 2
    assert "No format is called 'xls'" in done.output
    assert "label-studio" in done.output


def test_every_format_of_the_list_is_there() -> None:
    for name in registry.EXPORTERS:
        found = registry.exporter(name)
        assert found.name == name
        assert found.title


def test_another_package_can_add_a_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("upper", f"{__name__}:Upper", registry.EXPORTER_GROUP)
    monkeypatch.setattr(registry, "_plug_ins", lambda group: {"upper": entry})
    assert "upper" in registry.exporter_names()
    export("upper", tmp_path / "x.up", bare())
    assert (tmp_path / "x.up").read_text().startswith("{")
    odd = EntryPoint("odd", "json:dumps", registry.EXPORTER_GROUP)
    monkeypatch.setattr(registry, "_plug_ins", lambda group: {"odd": odd})
    with pytest.raises(UnknownFormatError):
        registry.exporter("odd")


class Upper(Jsonl):
    """A format of another package."""

    name = "upper"
    suffix = ".up"


class Corrupt(Jsonl):
    """Write something else than was meant."""

    name = "corrupt"

    def pieces(self, articles: object, stem: str) -> Iterator[Piece]:
        for name, data in super().pieces(articles, stem):  # type: ignore[arg-type]
            yield Piece(name, data.replace(b"apa-apa", b"apa_apa").replace(b"sha256", b"sha512"))


def test_what_is_read_back_differently_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "exporter", lambda name: Corrupt)
    with pytest.raises(ReadBackError, match="'bare'"):
        export("corrupt", tmp_path / "x", bare())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError, match="the file or its folder is gone"):
        export("jsonl", tmp_path / "gone" / "x.jsonl")


# Choosing


def test_only_done_articles(tmp_path: Path) -> None:
    tagged = tuple(replace(claim, label="official") for claim in emoji().claims)
    all_done = replace(
        emoji(), id="done", claims=tuple(replace(c, decision=tagged[0].decision) for c in tagged)
    )
    done = export(
        "jsonl", tmp_path / "x", emoji(), all_done, choice=Choice(claims="all", done_only=True)
    )
    assert done.articles == 1
    assert done.left_out == {"articles that are not done": 1}
    with pytest.raises(NothingToExportError, match="1 articles that are not done"):
        export("jsonl", tmp_path / "y", emoji(), choice=Choice(claims="all", done_only=True))


def test_only_some_labels_and_deciders(tmp_path: Path) -> None:
    export("jsonl", tmp_path / "x", overlap(), choice=Choice(claims="all", labels=("speculative",)))
    (claim,) = record.decode((tmp_path / "x").read_bytes()).claims
    assert (claim.id, claim.nested_in) == ("c2", None)
    done = export("jsonl", tmp_path / "y", emoji(), choice=Choice(claims="all", deciders=("budi",)))
    assert [claim.id for claim in record.decode((tmp_path / "y").read_bytes()).claims] == ["c6"]
    assert done.left_out == {"claims not chosen": 2}


def test_zones_can_be_unmarked_or_cut(tmp_path: Path) -> None:
    export("jsonl", tmp_path / "x", emoji(), choice=Choice(claims="all", zones="unmark"))
    unmarked = record.decode((tmp_path / "x").read_bytes())
    assert (unmarked.text, unmarked.zones) == (emoji().text, ())
    done = export("jsonl", tmp_path / "y", emoji(), choice=Choice(claims="all", zones="cut"))
    cut = record.decode((tmp_path / "y").read_bytes())
    assert "resep" not in cut.text
    assert [cut.content_text(c) for c in cut.claims] == [
        emoji().content_text(c) for c in emoji().claims
    ]
    assert [entity.id for entity in cut.entities] == ["e2"]
    assert done.left_out == {"marks in page furniture that was cut out": 1}


def test_people_who_decided_can_be_numbered(tmp_path: Path) -> None:
    export("jsonl", tmp_path / "x", emoji(), choice=Choice(claims="all", hide_deciders=True))
    raw = (tmp_path / "x").read_bytes()
    assert b"rina" not in raw
    assert b"budi" not in raw
    decided = [claim.decision.by for claim in record.decode(raw).claims if claim.decision]
    assert decided == ["annotator 1", "annotator 2"]


def test_splits_hang_on_text_and_seed_alone(tmp_path: Path) -> None:
    articles = [
        replace(Article.of(f"a{number}", f"Berita nomor {number}."), source=None)
        for number in range(200)
    ]
    choice = Choice(claims="all", shares=(80, 10, 10), seed=7)
    done = export("jsonl", tmp_path / "x", *articles, choice=choice)
    files = {path.stem: path for path in (tmp_path / "x").iterdir()}
    ids = {
        name: {json.loads(line)["id"] for line in path.read_bytes().splitlines()}
        for name, path in files.items()
    }
    assert done.splits == {name: len(found) for name, found in ids.items()}
    assert set.union(*ids.values()) == {article.id for article in articles}
    assert 140 <= len(ids["train"]) <= 180
    for article in articles[::2]:
        # Whatever else is in the corpus.
        assert article.id in ids[split_of(article, (80, 10, 10), 7)]
    assert any(split_of(a, (80, 10, 10), 8) != split_of(a, (80, 10, 10), 7) for a in articles)


def test_sources_get_pseudonyms_and_the_key_lies_apart(corpus: Path, tmp_path: Path) -> None:
    out, key = tmp_path / "x.jsonl", tmp_path / "key.json"
    done = run("export", corpus, "--format", "jsonl", "--out", out, "--key", key)
    assert done.exit_code == 0, done.output
    written = out.read_text("utf-8")
    assert "Ani Sari" not in written
    names = json.loads(key.read_text("utf-8"))
    assert "Ani Sari" in names.values()
    assert key.stat().st_mode & 0o077 == 0
    assert (
        run("export", corpus, "--format", "jsonl", "--out", f"{out}2", "--key", key).exit_code == 2
    )


def test_a_wrong_choice_is_an_error_of_its_own() -> None:
    with pytest.raises(BadOptionError):
        export_articles.new_choice(labels=(), deciders=(), zones="x", split=None)
