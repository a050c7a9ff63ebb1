"""No label leaves the program that no person gave, whatever the format."""

import csv
import html
import json
import os
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hard_articles import hard_articles
from msgspec.structs import replace
from unfolded import unfold

from annotator.core import record
from annotator.core.article import Article
from annotator.core.scheme import Label, Scheme
from annotator.core.spans import Suggestion
from annotator.formats import registry
from annotator.formats.importer import ImportSettings
from annotator.formats.selection import Choice, Claims
from annotator.workflows import export_articles

PERSONS, MACHINES = "dariorang", "darimesin"
# The machine's label is in no scheme, so that no code book or config names it by itself.
SCHEME = Scheme("s", "", (Label(PERSONS, "Dari orang", "", "blue", "circle", "1"),))
BOTH = ImportSettings(
    Scheme("s", "", (*SCHEME.labels, Label(MACHINES, "", "", "grey", "square", "2")))
)
MACHINE = Suggestion(MACHINES, ("sebab",))
# What stands between the name of a field for suggestions and the label in it.
BETWEEN = r"label\W*|T\d+ |Arg:Claim, Value:"
CASES = Path(os.environ.get("ANNOTATOR_SHARED", "../shared")) / "formats" / "cases"

every_format = pytest.mark.parametrize("name", registry.EXPORTERS)
every_choice = pytest.mark.parametrize("claims", ["decided", "all", None])


def prelabelled() -> tuple[Article, ...]:
    """Articles that only the machine has read."""
    return tuple(
        replace(
            article,
            claims=tuple(
                replace(claim, label=None, decision=None, alt_labels=(), suggestion=MACHINE)
                for claim in article.claims
            ),
        )
        for article in hard_articles()
    )


def decided(*, every: int) -> tuple[Article, ...]:
    """The same articles, with a decision on the first and each further `every` claims."""
    return tuple(
        replace(
            article,
            claims=tuple(
                replace(claim, label=PERSONS) if number % every == 0 else claim
                for number, claim in enumerate(article.claims)
            ),
        )
        for article in prelabelled()
    )


CORPORA = {
    "prelabelled": prelabelled(),
    "half-decided": decided(every=2),
    "decided": decided(every=1),
}
every_corpus = pytest.mark.parametrize("corpus", CORPORA)


def written(
    name: str, folder: Path, articles: tuple[Article, ...], claims: Claims | None
) -> export_articles.ExportResult:
    out = folder / f"out{registry.exporter(name).suffix}"
    order = export_articles.ExportOrder(name, out, Choice(claims=claims))
    return export_articles.run(order, lambda: articles, SCHEME)


def labels_in(out: Path) -> str:
    """Return all that is written, without what says by its name that it is a suggestion."""
    if out.suffix in (".csv", ".xlsx"):
        rows: list[dict[str, Any]]
        if out.suffix == ".csv":
            with out.open(encoding="utf-8-sig", newline="") as stream:
                rows = list(csv.DictReader(stream))
        else:
            names, *cells = openpyxl.load_workbook(out).active.iter_rows(values_only=True)
            rows = [dict(zip(names, row, strict=True)) for row in cells]
        return "\n".join(
            str(value) for row in rows for column, value in row.items() if column != "suggested"
        )
    said = "\n".join(
        _without_predictions(text) if name.endswith(".json") else text
        for name, text in unfold(out).items()
    )
    said = html.unescape(html.unescape(re.sub("<[^>]+>", " ", said)))
    return re.sub(rf"(?i)suggest(ed|ion)\W*({BETWEEN})?{MACHINES}", "", said)


def _without_predictions(text: str) -> str:
    tasks: Any = json.loads(text)
    if isinstance(tasks, list):
        for task in tasks:
            task.pop("predictions", None)
    return json.dumps(tasks)


@every_format
@every_choice
@every_corpus
def test_a_suggestion_is_never_written_as_a_label(
    tmp_path: Path, name: str, claims: Claims | None, corpus: str
) -> None:
    done = written(name, tmp_path, CORPORA[corpus], claims)
    assert MACHINES not in labels_in(done.path)
    given = sum(bool(claim.label) for article in CORPORA[corpus] for claim in article.claims)
    assert done.claims - done.undecided == given
    chosen = claims or registry.exporter(name).claims
    total = sum(len(article.claims) for article in CORPORA[corpus])
    assert done.undecided == (total - given if chosen == "all" else 0)
    assert done.left_out.get("undecided claims", 0) == (total - given - done.undecided)
    assert f"{given} decided, {done.undecided} undecided" in next(iter(done.lines()))


@pytest.mark.parametrize("name", sorted(registry.EXPORTERS.keys() & registry.IMPORTERS.keys()))
@every_corpus
def test_what_comes_back_was_decided_by_a_person(tmp_path: Path, name: str, corpus: str) -> None:
    out = written(name, tmp_path, CORPORA[corpus], "all").path
    try:
        found = list(registry.importer(name).articles(out, BOTH))
    except Exception as error:  # noqa: BLE001
        pytest.skip(f"{name} is not read back: {error}")
    articles = [article for article in found if isinstance(article, Article)]
    for claim in (claim for article in articles for claim in article.claims):
        assert claim.label in (None, PERSONS)
        if claim.label is not None:
            assert claim.suggestion is None or claim.suggestion.label == MACHINES


@pytest.mark.parametrize("case", ["p.jsonl", "s.jsonl"])
@every_format
def test_corpora_of_0_1_0(tmp_path: Path, name: str, case: str) -> None:
    """p.jsonl was only read by the machine, s.jsonl is half decided."""
    path = CASES / case
    if not path.is_file():
        pytest.skip(f"{path} is not here")
    articles = tuple(record.decode(line) for line in path.read_bytes().splitlines())
    done = written(name, tmp_path, articles, "all")
    given = sum(claim.decided for article in articles for claim in article.claims)
    assert done.claims - done.undecided == given
    if case == "p.jsonl":
        assert given == 0
        assert done.undecided > 0


def test_label_studio_gets_the_undecided_as_predictions(tmp_path: Path) -> None:
    out = written("label-studio", tmp_path, CORPORA["half-decided"], None).path
    tasks = json.loads((out / "articles.json").read_bytes())
    chosen = {
        where: [
            choice
            for task in tasks
            for work in task.get(where, ())
            for result in work["result"]
            if result["type"] == "choices"
            for choice in result["value"]["choices"]
        ]
        for where in ("annotations", "predictions")
    }
    assert set(chosen["annotations"]) == {PERSONS}
    assert set(chosen["predictions"]) == {MACHINES}


def test_prodigy_gets_the_undecided_as_tasks_without_an_answer(tmp_path: Path) -> None:
    out = written("prodigy", tmp_path, CORPORA["half-decided"], None).path
    tasks = [json.loads(line) for line in out.read_bytes().splitlines()]
    for task in tasks:
        claims = [span for span in task["spans"] if span["label"] in ("CLAIM", PERSONS)]
        if task.get("answer") == "accept":
            assert all(span["status"] == PERSONS for span in claims)
    open_ = [span for task in tasks if "answer" not in task for span in task["spans"]]
    assert {span["suggested"] for span in open_ if "suggested" in span} == {MACHINES}
    assert len({task["_input_hash"] for task in tasks}) == len(tasks)


# Formats that marks come back from; csv and parquet hold claims without the texts.
MARKED = [
    name
    for name in sorted(registry.EXPORTERS.keys() & registry.IMPORTERS.keys())
    if registry.importer(name).many and name not in ("csv", "parquet", "xlsx")
]
OWN = Scheme(
    "checks",
    "",
    (
        Label("verified", "Verified", "", "green", "circle", "1"),
        Label("not verified", "Not verified", "", "grey", "square", "2"),
    ),
)


@pytest.mark.parametrize("name", MARKED)
def test_a_scheme_of_ones_own_comes_back(tmp_path: Path, name: str) -> None:
    """Where a format does not say who decided, the label comes back as a suggestion."""
    given = tuple(
        replace(
            article,
            claims=tuple(
                replace(claim, label=OWN.labels[number % 2].key, suggestion=None, alt_labels=())
                for number, claim in enumerate(article.claims)
            ),
        )
        for article in hard_articles()
    )
    out = tmp_path / f"out{registry.exporter(name).suffix}"
    export_articles.run(export_articles.ExportOrder(name, out), lambda: given, OWN)
    found = registry.importer(name).articles(out, ImportSettings(OWN))
    articles = [article for article in found if isinstance(article, Article)]
    labels = {
        claim.label or (claim.suggestion and claim.suggestion.label)
        for article in articles
        for claim in article.claims
    }
    assert labels == {"verified", "not verified"}
    entities = {entity.label for article in articles for entity in article.entities}
    assert not [label for label in entities if "verified" in label.lower()]
