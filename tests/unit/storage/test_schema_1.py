"""A corpus of version 0.1.0 is read with all that people did, and copied before it is written."""

import shutil
from pathlib import Path

import pytest
from builders import PERSON, tagging

from annotator.core.changes import as_of, invert, undo_stacks
from annotator.core.errors import NotReadableError, NotSavedError
from annotator.storage import atomic
from annotator.storage.corpus import Corpus
from annotator.storage.history import history_path
from annotator.storage.upgrade import copy_of, keep_copies

GOLDEN = Path(__file__).parents[2] / "golden" / "schema_1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    for file in GOLDEN.glob("*.jsonl"):
        shutil.copy(file, tmp_path / file.name)
    return tmp_path / "labels.jsonl"


def labels(corpus: Corpus) -> dict[str, list[str | None]]:
    return {id_: [claim.label for claim in corpus.article(id_).claims] for id_ in corpus.ids()}


LABELS = {
    "undecided": [None, None, None],
    "half": ["sourced", None, "official"],
    "decided": ["official", "speculative", "sourced"],
    "undone": [None, None, None],
    "read": [None, "official", None, None],
}


@pytest.mark.parametrize("check", [True, False])
def test_only_what_a_person_decided_is_a_label(path: Path, *, check: bool) -> None:
    corpus = Corpus.open(path, writable=False, check=check)
    assert labels(corpus) == LABELS
    assert (corpus.problems, corpus.refusal) == ([], None)
    counts = {id_: corpus.summary(id_).decided for id_ in corpus.ids()}
    assert counts == {"undecided": 0, "half": 2, "decided": 3, "undone": 0, "read": 1}
    for id_ in corpus.ids():
        for claim in corpus.article(id_).claims:
            assert claim.suggestion is not None or claim.origin.kind == "person"


def test_every_change_can_be_taken_back(path: Path) -> None:
    corpus = Corpus.open(path)
    for id_ in corpus.ids():
        changes = corpus.changes(id_)
        start = as_of(corpus.article(id_), changes, 0)
        assert [claim.label for claim in start.claims] == [None] * len(start.claims)
        undo = undo_stacks(changes)[0]
        while undo:
            corpus.record(invert(undo.pop(), corpus.article(id_), PERSON))
        assert all(claim.label is None for claim in corpus.article(id_).claims)
    corpus.close()
    again = Corpus.open(path, writable=False)
    assert (again.problems, again.refusal) == ([], None)


def test_reading_alone_writes_nothing(path: Path, tmp_path: Path) -> None:
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    Corpus.open(path).close()
    # Closing saves what the history held beyond the corpus.
    assert copy_of(path).read_bytes() == before[path]
    Corpus.open(path, writable=False).leave()
    assert history_path(path).read_bytes() == before[history_path(path)]


def test_it_is_copied_before_the_first_change_and_goes_on(path: Path) -> None:
    before = path.read_bytes(), history_path(path).read_bytes()
    corpus = Corpus.open(path)
    assert not copy_of(path).exists()
    corpus.record(tagging(corpus.article("half"), corpus.article("half").claims[1], "sourced"))
    assert copy_of(path).read_bytes() == before[0]
    assert copy_of(history_path(path)).read_bytes() == before[1]
    corpus.close()
    again = Corpus.open(path)
    assert (again.problems, again.refusal) == ([], None)
    assert labels(again) == LABELS | {"half": ["sourced", "sourced", "official"]}
    again.record(tagging(again.article("undone"), again.article("undone").claims[0], "official"))
    again.close()
    assert copy_of(path).read_bytes() == before[0]
    assert Corpus.open(path, writable=False).problems == []


def test_without_a_copy_nothing_is_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes(), history_path(path).read_bytes()
    corpus = Corpus.open(path)

    def full(target: Path, chunks: object) -> None:
        raise NotSavedError(path=target, reason="the disk is full")

    monkeypatch.setattr(atomic, "write_whole", full)
    article = corpus.article("half")
    with pytest.raises(NotSavedError):
        corpus.record(tagging(article, article.claims[1], "sourced"))
    assert corpus.article("half") == article
    corpus.leave()
    assert (path.read_bytes(), history_path(path).read_bytes()) == before


def test_a_corpus_that_can_not_be_copied_is_not_upgraded(tmp_path: Path) -> None:
    """A folder stands where the file should be, so that reading it fails."""
    corpus = tmp_path / "c.jsonl"
    corpus.mkdir()
    with pytest.raises(NotReadableError):
        keep_copies(corpus)
    assert [entry.name for entry in tmp_path.iterdir()] == ["c.jsonl"]


def test_the_first_save_upgrades_every_line(path: Path) -> None:
    corpus = Corpus.open(path)
    expected = {id_: corpus.article(id_) for id_ in corpus.ids()}
    corpus.record(tagging(corpus.article("half"), corpus.article("half").claims[1], "sourced"))
    expected["half"] = corpus.article("half")
    corpus.close()
    lines = path.read_bytes().splitlines()
    # Version 0.1.0 refuses each of them, so it can add nothing of its own between them.
    assert all(b'"schema":2' in line for line in lines)
    again = Corpus.open(path, writable=False)
    assert (again.problems, again.refusal) == ([], None)
    assert {id_: again.article(id_) for id_ in again.ids()} == expected
