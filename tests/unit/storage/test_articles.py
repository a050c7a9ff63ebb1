"""Articles are read from their file one by one; what is wrong with one is told by name."""

from pathlib import Path

import pytest
from builders import article, new_claim

from annotator.core import record
from annotator.core.errors import (
    AnnotatorError,
    BrokenRecordError,
    ChangedOnDiskError,
    NotReadableError,
    UnknownArticleError,
)
from annotator.storage.corpus import Corpus
from annotator.storage.seal import Seal


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


def test_what_was_not_looked_at_when_it_was_opened_is_told_when_it_is_read(path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b"Menteri", b"Mentera")
    path.write_bytes(b"".join(lines))
    corpus = Corpus.open(path, writable=False, check=False)
    with pytest.raises(BrokenRecordError, match="sha256"):
        corpus.article("a2")
    assert corpus.article("a3").id == "a3"


def test_blank_lines_are_no_articles_and_are_kept(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\n\n", 1))
    corpus = Corpus.open(path)
    problems: list[AnnotatorError] = []
    assert [one.id for one in corpus.snapshot().articles(problems)] == ["a1", "a2", "a3"]
    assert problems == []
    corpus.record(new_claim(corpus.article("a3"), 28, 43))
    corpus.close()
    assert path.read_bytes().splitlines()[1] == b""
    assert len(Corpus.open(path, writable=False).article("a3").claims) == 1


def test_a_line_of_an_encrypted_corpus_that_is_damaged_is_told_and_kept(path: Path) -> None:
    seal = Seal.make("kata sandi")
    sealed = Corpus.open(path).save_elsewhere(path.with_name("sealed.jsonl"), seal)
    sealed.close()
    lines = sealed.path.read_bytes().splitlines(keepends=True)
    lines[2] = b"x" + lines[2]
    sealed.path.write_bytes(b"".join(lines))
    corpus = Corpus.open(sealed.path, seal=seal)
    assert corpus.ids() == ["a1", "a3"]
    assert [type(problem) for problem in corpus.problems] == [BrokenRecordError]
    corpus.record(new_claim(corpus.article("a3"), 28, 43))
    corpus.close()
    assert lines[2] in sealed.path.read_bytes()


def test_a_save_says_that_the_file_is_gone(path: Path) -> None:
    corpus = Corpus.open(path)
    corpus.record(new_claim(corpus.article("a2"), 28, 43))
    path.unlink()
    with pytest.raises(ChangedOnDiskError):
        corpus.save()
    assert not path.exists()
    corpus.leave()
