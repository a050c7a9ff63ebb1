"""The log of changes: a file that is gone, or ends within a line, harms nothing."""

from pathlib import Path

import pytest
from builders import article, new_claim, tagging

from annotator.core import record
from annotator.core.errors import NotReadableError
from annotator.storage.corpus import Corpus
from annotator.storage.history import History, history_path
from annotator.storage.seal import Seal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A corpus with two changes in its history."""
    path = tmp_path / "c.jsonl"
    corpus = Corpus.of(path, [article()])
    corpus.record(new_claim(corpus.article("a1"), 28, 43))
    corpus.record(tagging(corpus.article("a1"), corpus.article("a1").claims[0], "official"))
    corpus.close()
    return path


def test_a_last_line_without_its_end_counts_and_the_next_stands_on_its_own(path: Path) -> None:
    log = history_path(path)
    whole = log.read_bytes()
    log.write_bytes(whole.removesuffix(b"\n"))
    corpus = Corpus.open(path)
    assert (corpus.problems, corpus.refusal) == ([], None)
    assert len(corpus.changes("a1")) == 2
    corpus.record(new_claim(corpus.article("a1"), 51, 64))
    corpus.close()
    assert log.read_bytes().startswith(whole)
    assert len(log.read_bytes().splitlines()) == 3
    again = Corpus.open(path, writable=False)
    assert [change.revision for change in again.changes("a1")] == [1, 2, 3]


def test_half_a_line_at_the_end_does_not_count_and_is_not_written_on(path: Path) -> None:
    log = history_path(path)
    whole = log.read_bytes()
    log.write_bytes(whole + whole.splitlines()[-1][:40])
    corpus = Corpus.open(path)
    assert len(corpus.changes("a1")) == 2
    corpus.record(new_claim(corpus.article("a1"), 51, 64))
    corpus.close()
    assert log.read_bytes().startswith(whole)
    assert len(log.read_bytes().splitlines()) == 3
    assert len(Corpus.open(path, writable=False).article("a1").claims) == 2


def test_a_history_that_vanished_while_it_was_open_is_told(path: Path) -> None:
    history = History(history_path(path))
    history_path(path).unlink()
    with pytest.raises(NotReadableError):
        list(history.changes("a1"))
    with pytest.raises(NotReadableError):
        history.compact()
    history.close()


def test_a_folder_in_place_of_a_history_is_told(tmp_path: Path) -> None:
    history_path(tmp_path / "c.jsonl").mkdir()
    with pytest.raises(NotReadableError):
        History(history_path(tmp_path / "c.jsonl"))


def test_an_article_without_changes_has_none(path: Path) -> None:
    history = History(history_path(path))
    assert list(history.changes("a2")) == []
    assert history.last_revision("a2") == 0
    assert history.last_revision("a1") == 2
    assert len(history) == 2
    history.close()


def test_the_history_of_an_encrypted_corpus_is_encrypted_from_its_first_line(
    tmp_path: Path,
) -> None:
    plain = tmp_path / "plain.jsonl"
    plain.write_bytes(record.encode(article()) + b"\n")
    seal = Seal.make("kata sandi")
    sealed = Corpus.open(plain).save_elsewhere(tmp_path / "sealed.jsonl", seal)
    history_path(sealed.path).unlink(missing_ok=True)
    sealed.leave()
    corpus = Corpus.open(tmp_path / "sealed.jsonl", seal=seal)
    corpus.record(new_claim(corpus.article("a1"), 28, 43))
    corpus.close()
    raw = history_path(corpus.path).read_bytes()
    assert raw.splitlines()[0] == seal.first_line()
    assert b"create" not in raw
    again = Corpus.open(tmp_path / "sealed.jsonl", seal=seal, writable=False)
    assert [change.did for change in again.changes("a1")] == ["create"]
