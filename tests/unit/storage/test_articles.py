"""Articles are read from their file one by one; what is wrong with one is told by name."""

from pathlib import Path

import pytest
from builders import article, new_claim

from annotator.core import record
from annotator.core.errors import (
    BrokenRecordError,
    ChangedOnDiskError,
    NotReadableError,
    UnknownArticleError,
)
from annotator.storage.corpus import Corpus


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "c.jsonl"
    path.write_bytes(b"".join(record.encode(article(id_=f"a{n}")) + b"\n" for n in (1, 2, 3)))
    return path


def test_an_id_that_is_not_there_is_told(path: Path) -> None:
    corpus = Corpus.open(path, writable=False)
    with pytest.raises(UnknownArticleError):
        corpus.article("a9")
    assert corpus.knows("a1")
    assert not corpus.knows("a9")


def test_a_file_that_is_gone_is_told(path: Path) -> None:
    corpus = Corpus.open(path, writable=False)
    path.unlink()
    with pytest.raises(NotReadableError):
        corpus.article("a1")


@pytest.mark.parametrize("new", [b'"a7"', b'{"a"'])
def test_a_file_that_another_program_changed_is_not_read_by_old_places(
    path: Path, new: bytes
) -> None:
    corpus = Corpus.open(path, writable=False)
    path.write_bytes(path.read_bytes().replace(b'"a2"', new) + b"\n")
    with pytest.raises(ChangedOnDiskError):
        corpus.article("a2")


def test_a_line_that_broke_since_is_told_once_and_the_others_come(path: Path) -> None:
    corpus = Corpus.open(path, writable=False)
    raw = path.read_bytes().replace(b'"id":"a2"', b'"id" "a2"')
    path.write_bytes(raw)
    for _ in range(2):
        assert [one.id for one in corpus.articles()] == ["a1", "a3"]
    assert [type(problem) for problem in corpus.problems] == [BrokenRecordError]
    assert [identity.id for identity in corpus.identities()] == ["a1", "a3"]


def test_articles_come_in_order_with_what_was_just_done(path: Path) -> None:
    corpus = Corpus.open(path)
    corpus.record(new_claim(corpus.article("a2"), 28, 43))
    assert [(one.id, len(one.claims)) for one in corpus.articles()] == [
        ("a1", 0),
        ("a2", 1),
        ("a3", 0),
    ]
    assert [identity.id for identity in corpus.identities()] == ["a1", "a2", "a3"]
    corpus.leave()
