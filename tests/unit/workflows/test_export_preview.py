"""Trying an export out: the same bytes as the export, nothing on disk, the losses counted."""

from itertools import chain, repeat
from pathlib import Path

import pytest
from hard_articles import bare, emoji, hard_articles
from msgspec.structs import replace

from annotator import resources
from annotator.core import record, scheme
from annotator.core.errors import AnnotatorError, ChangedOnDiskError, StoppedError
from annotator.formats import registry
from annotator.formats.selection import Choice
from annotator.storage.corpus import Corpus
from annotator.workflows import export_articles

SCHEME = scheme.in_language(
    scheme.parse(resources.path("schemes", "claims.toml").read_bytes()), "en"
)


@pytest.mark.parametrize("name", registry.EXPORTERS)
def test_a_preview_shows_the_beginning_of_each_file(tmp_path: Path, name: str) -> None:
    order = export_articles.ExportOrder(name, tmp_path / "x")
    preview = export_articles.preview(order, hard_articles, SCHEME)
    assert list(tmp_path.iterdir()) == []
    done = export_articles.run(order, hard_articles, SCHEME)
    assert [loss.sentence() for loss in preview.losses] == [x.sentence() for x in done.losses]
    written = order.out.rglob("*") if order.out.is_dir() else [order.out]
    sizes = {path.name: path for path in written if path.is_file()}
    assert preview.files == len(sizes)
    for part in preview.parts:
        raw = sizes[part.name.rpartition("/")[2]].read_bytes()
        if part.text is not None:
            assert raw.decode("utf-8").startswith(part.text)
        if name not in ("docx", "odt", "refi-qda"):
            # What holds the time it was written is another a moment later.
            assert part.size == len(raw)


def test_only_the_first_articles_are_tried_out() -> None:
    many = chain([bare()], repeat(emoji()))
    distinct = (replace(article, id=f"a{number}") for number, article in enumerate(many))
    order = export_articles.ExportOrder("jsonl", Path("x.jsonl"), Choice(done_only=False))
    preview = export_articles.preview(order, lambda: distinct, SCHEME)
    assert preview.sampled == export_articles.SAMPLED_ARTICLES
    assert preview.deciders == ["budi", "rina"]


def test_an_export_is_stopped_where_its_reader_says(tmp_path: Path) -> None:
    steps = iter(range(7))

    def tick() -> None:
        if next(steps) == 6:
            raise StoppedError

    with pytest.raises(StoppedError):
        # Five articles are read; the second of those read back is one too many.
        export_articles.run(
            export_articles.ExportOrder("jsonl", tmp_path / "x"), hard_articles, SCHEME, tick
        )
    assert list(tmp_path.iterdir()) == []


def test_ids_that_come_again_get_a_number() -> None:
    twice = export_articles.in_one([hard_articles, hard_articles, hard_articles])
    ids = [article.id for article in twice()]
    assert len(set(ids)) == len(ids) == 15
    assert {"bare", "bare-2", "bare-3"} <= set(ids)
    assert [article.id for article in twice()] == ids


def test_a_place_for_an_export_is_free(tmp_path: Path) -> None:
    for wanted in ("k.csv", "k-2.csv"):
        place = export_articles.free_place(tmp_path, "k", "csv", split=False)
        assert place == tmp_path / wanted
        place.touch()
    assert export_articles.free_place(tmp_path, "k", "csv", split=True).name == "k-csv"
    assert export_articles.free_place(tmp_path, "k", "brat", split=False).name == "k-brat"
    assert (
        export_articles.free_place(tmp_path, "k", "prodigy", split=False).name == "k-prodigy.jsonl"
    )


def test_a_snapshot_reads_what_can_be_read_and_names_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    lines = [record.encode(article) for article in hard_articles()]
    path.write_bytes(b"\n".join(lines) + b"\n")
    corpus = Corpus.open(path)
    snapshot = corpus.snapshot()
    problems: list[AnnotatorError] = []
    assert tuple(snapshot.articles(problems)) == hard_articles()
    assert problems == []
    corpus.close()
    # Kept in place, so that only the third line is another.
    path.write_bytes(path.read_bytes().replace(lines[2], b"{" + b" " * (len(lines[2]) - 1)))
    with pytest.raises(ChangedOnDiskError):
        list(snapshot.articles(problems))
    now = replace(snapshot, stamp=Corpus.open(path, writable=False).snapshot().stamp)
    assert len(list(now.articles(problems))) == 4
    assert ["line 3" in str(problem) for problem in problems] == [True]
