"""A corpus on disk: nothing that was acknowledged is lost, nothing is overwritten blindly."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest
from builders import MODEL, NOW, PERSON, article, change, new_claim, tagging
from msgspec.structs import replace

from annotator.core import record
from annotator.core.article import Article, Header
from annotator.core.change_record import HeaderEdit
from annotator.core.changes import invert, undo_stacks
from annotator.core.decisions import Passage, take_in
from annotator.core.errors import (
    BrokenRecordError,
    ChangedOnDiskError,
    ExistsError,
    HistoryMismatchError,
    InUseError,
    NotACorpusError,
    NotSavedError,
    TornLineError,
)
from annotator.core.spans import Entity
from annotator.storage import history, index, index_cache
from annotator.storage.corpus import Corpus
from annotator.storage.history import History, history_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a1.annotations.jsonl"


def corpus_file(path: Path, *ids: str) -> Path:
    path.write_bytes(b"".join(record.encode(article(id_=id_)) + b"\n" for id_ in ids))
    return path


def make_claim(corpus: Corpus, start: int = 28, end: int = 44, id_: str = "a1") -> Article:
    return corpus.record(new_claim(corpus.article(id_), start, end))


def read_by_machine(corpus: Corpus) -> Article:
    start = corpus.article("a1")
    passage = Passage(0, 80, "id", "test 1", entities=(Entity("e1", 8, 16, "PER", MODEL),))
    return corpus.record(change(start, "read", take_in(start, passage, NOW), MODEL))


def test_looking_at_an_article_leaves_no_trace(path: Path) -> None:
    corpus = Corpus.of(path, [article()])
    read_by_machine(corpus)
    corpus.close()
    assert list(path.parent.iterdir()) == []


def test_a_decision_is_on_disk_when_it_returns(path: Path) -> None:
    corpus = Corpus.of(path, [article()])
    read_by_machine(corpus)
    done = make_claim(corpus)
    # No close, no save: as if the process were killed here.
    corpus._lock.release()
    again = Corpus.open(path)
    assert again.article("a1") == done
    assert len(again.changes("a1")) == 2


def test_closing_and_opening_keeps_everything_and_still_undoes(path: Path) -> None:
    corpus = Corpus.of(path, [article()])
    made = make_claim(corpus)
    done = corpus.record(tagging(made, made.claims[0], "official"))
    corpus.close()
    assert json.loads(path.read_bytes())["claims"][0]["label"] == "official"
    again = Corpus.open(path)
    assert again.article("a1") == done
    assert not again.unsaved
    undo, _ = undo_stacks(again.changes("a1"))
    undone = again.record(invert(undo[-1], done, PERSON))
    assert undone.claims[0].label is None


def test_only_the_owner_may_read_what_is_written(path: Path) -> None:
    corpus = Corpus.of(path, [article()])
    make_claim(corpus)
    for file in (path, history_path(path)):
        assert file.stat().st_mode & 0o077 == 0


def test_files_of_the_lock_are_cleared_away(path: Path) -> None:
    corpus = Corpus.of(path, [article()])
    make_claim(corpus)
    corpus.close()
    assert {file.name for file in path.parent.iterdir()} == {
        "a1.annotations.jsonl",
        "a1.annotations.history.jsonl",
    }


def test_a_second_window_may_look_and_is_told_who_works(path: Path) -> None:
    corpus_file(path, "a1")
    first, second = Corpus.open(path), Corpus.open(path)
    assert first.refusal is None
    assert isinstance(second.refusal, InUseError)
    with pytest.raises(InUseError, match="since 20"):
        make_claim(second)
    first.close()
    assert Corpus.open(path).refusal is None


def test_broken_and_foreign_lines_are_named_kept_and_left_out(path: Path) -> None:
    good = record.encode(article()) + b"\n"
    broken = b'{"id": "b1", "text": \n'
    foreign = b'{"sentence": "x"}\n'
    twice = record.encode(article("Another.")) + b"\n"
    last = record.encode(article(id_="a2"))
    path.write_bytes(b"\xef\xbb\xbf" + good + broken + b"\n" + foreign + twice + last)
    corpus = Corpus.open(path)
    assert corpus.ids() == ["a1", "a2"]
    assert [problem.values["line"] for problem in corpus.problems] == [2, 4, 5]
    assert all(isinstance(problem, BrokenRecordError) for problem in corpus.problems)
    make_claim(corpus, id_="a2")
    corpus.close()
    kept = path.read_bytes()
    assert broken in kept
    assert foreign in kept
    assert twice in kept
    again = Corpus.open(path)
    assert len(again.article("a2").claims) == 1
    assert again.article("a1").text == article().text


def test_a_file_without_any_article_is_no_corpus(path: Path) -> None:
    path.write_bytes(b'{"a": 1}\n{"b": 2}\n')
    with pytest.raises(NotACorpusError, match="line 1"):
        Corpus.open(path)


def test_a_torn_last_line_is_told_and_dropped(path: Path) -> None:
    corpus_file(path, "a1")
    corpus = Corpus.open(path)
    done = make_claim(corpus)
    make_claim(corpus, 0, 16)
    log = history_path(path)
    log.write_bytes(log.read_bytes()[:-40])
    corpus._lock.release()
    again = Corpus.open(path)
    assert again.article("a1") == done
    assert [type(problem) for problem in again.problems] == [TornLineError]
    make_claim(again, 45, 50)
    again.close()
    final = Corpus.open(path)
    assert final.problems == []
    assert len(final.article("a1").claims) == 2


def test_a_history_of_another_text_is_not_replayed(path: Path) -> None:
    corpus = Corpus.of(path, [article()])
    make_claim(corpus)
    corpus.close()
    path.write_bytes(
        record.encode(article("Quite another text, longer than the first one.")) + b"\n"
    )
    wrong = Corpus.open(path)
    assert isinstance(wrong.refusal, HistoryMismatchError)
    before = history_path(path).read_bytes(), path.read_bytes()
    with pytest.raises(HistoryMismatchError):
        make_claim(wrong, 0, 5)
    wrong.close()
    assert (history_path(path).read_bytes(), path.read_bytes()) == before


def test_a_history_without_its_corpus_is_replayed_over_the_article(path: Path) -> None:
    corpus = Corpus.of(path, [article()])
    read_by_machine(corpus)
    done = make_claim(corpus)
    corpus.close()
    path.unlink()
    assert Corpus.of(path, [article()]).article("a1") == done


def test_a_corpus_changed_by_another_program_is_not_overwritten(path: Path, tmp_path: Path) -> None:
    corpus_file(path, "a1", "a2")
    corpus = Corpus.open(path)
    done = make_claim(corpus)
    theirs = corpus_file(path, "a1", "a2", "a3").read_bytes()
    with pytest.raises(ChangedOnDiskError):
        corpus.save()
    assert path.read_bytes() == theirs
    elsewhere = corpus.save_elsewhere(tmp_path / "both.jsonl")
    assert elsewhere.ids() == ["a1", "a2", "a3"]
    assert elsewhere.article("a1") == done
    assert path.read_bytes() == theirs


def test_saving_elsewhere_never_overwrites_and_takes_the_history_along(
    path: Path, tmp_path: Path
) -> None:
    corpus = Corpus.of(path, [article()])
    read_by_machine(corpus)
    there = corpus.save_elsewhere(tmp_path / "there.jsonl")
    assert len(there.changes("a1")) == 1
    assert there.article("a1").entities
    with pytest.raises(ExistsError):
        corpus.save_elsewhere(tmp_path / "there.jsonl")


class FailingDisk:
    """Let the operating system refuse a call, once it has been made `after` times.

    Until then a write may be cut short, as on a disk that is almost full.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.patch = monkeypatch

    def fail(self, name: str, code: int, after: int = 0, short: int | None = None) -> None:
        real = getattr(os, name)
        calls = iter(range(10_000))

        def failing(*args: Any, **named: Any) -> object:
            if next(calls) < after:
                return real(args[0], bytes(args[1])[:short]) if short else real(*args, **named)
            raise OSError(code, os.strerror(code))

        self.patch.setattr(os, name, failing)


@pytest.mark.parametrize(
    ("call", "code", "sentence"),
    [
        ("write", errno.ENOSPC, "the disk is full"),
        ("fsync", errno.EIO, "the disk reported an error"),
    ],
)
def test_a_change_that_cannot_be_written_is_refused_whole(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    code: int,
    sentence: str,
) -> None:
    corpus_file(path, "a1")
    corpus = Corpus.open(path)
    before = make_claim(corpus)
    log = history_path(path).read_bytes()
    with monkeypatch.context() as patch:
        FailingDisk(patch).fail(call, code)
        with pytest.raises(NotSavedError, match=sentence):
            make_claim(corpus, 0, 16)
    assert corpus.article("a1") == before
    assert history_path(path).read_bytes() == log
    make_claim(corpus, 0, 16)
    corpus.close()
    assert len(Corpus.open(path).article("a1").claims) == 2


def test_half_a_line_is_cut_off_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus_file(path, "a1")
    corpus = Corpus.open(path)
    make_claim(corpus)
    log = history_path(path).read_bytes()
    with monkeypatch.context() as patch:
        FailingDisk(patch).fail("write", errno.ENOSPC, after=1, short=20)
        with pytest.raises(NotSavedError):
            make_claim(corpus, 0, 16)
    assert history_path(path).read_bytes() == log


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_save_that_fails_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    corpus_file(path, "a1")
    corpus = Corpus.open(path)
    make_claim(corpus)
    old = path.read_bytes()
    with monkeypatch.context() as patch:
        if call == "write":
            patch.setattr(
                record, "encode", lambda _: (_ for _ in ()).throw(OSError(errno.ENOSPC, ""))
            )
        else:
            FailingDisk(patch).fail(call, errno.ENOSPC)
        with pytest.raises(NotSavedError):
            corpus.save()
    assert path.read_bytes() == old
    assert not list(path.parent.glob("*.tmp"))
    assert not list(path.parent.glob(".*.tmp"))
    corpus.close()
    assert json.loads(path.read_bytes())["claims"]


def test_a_folder_that_cannot_be_written_refuses_the_first_decision(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = Corpus.of(path, [article()])
    read_by_machine(corpus)
    real = os.open

    def read_only(name: object, flags: int, *rest: object, **named: object) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(name))
        return real(name, flags, *rest, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", read_only)
        with pytest.raises(NotSavedError, match="you may not write there"):
            make_claim(corpus)
    assert corpus.article("a1").claims == ()
    assert not path.exists()
    make_claim(corpus)
    assert path.exists()


def test_a_large_corpus_is_summarised_as_a_small_one(path: Path) -> None:
    corpus_file(path, "a1", "a2")
    corpus = Corpus.open(path)
    made = make_claim(corpus)
    made = corpus.record(tagging(made, made.claims[0], "official"))
    corpus.record(change(made, "flagged", [HeaderEdit(made.header, flagged(made.header))]))
    corpus.close()
    whole, peeked = index.build(path, check=True), index.build(path, check=False)
    assert whole.lines == peeked.lines
    assert peeked.problems == []
    summary = peeked.lines[0].summary
    assert summary is not None
    assert (summary.claims, summary.decided, summary.progress) == (1, 1, "flagged")


def flagged(header: Header) -> Header:
    return replace(header, state="flagged")


def test_a_kept_index_is_used_only_while_it_fits(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_cache, "WORTH_BYTES", 0)
    corpus_file(path, "a1", "a2")
    corpus = Corpus.open(path)
    make_claim(corpus, id_="a2")
    corpus.close()
    assert index_cache.cache_path(path).stat().st_mode & 0o077 == 0
    with monkeypatch.context() as patch:
        patch.setattr(index, "build", lambda *_, **__: pytest.fail("the kept index was not used"))
        again = Corpus.open(path)
    assert again.summary("a2").claims == 1
    assert len(again.article("a2").claims) == 1
    again.leave()
    corpus_file(path, "b1")
    assert Corpus.open(path).ids() == ["b1"]
    index_cache.cache_path(path).write_bytes(b"junk")
    assert Corpus.open(path, writable=False).ids() == ["b1"]


def test_a_history_that_was_deleted_under_our_hands_is_noticed(path: Path) -> None:
    corpus_file(path, "a1")
    corpus = Corpus.open(path)
    before = make_claim(corpus)
    kept = history_path(path).read_bytes()
    history_path(path).unlink()
    with pytest.raises(NotSavedError, match="its folder is gone"):
        make_claim(corpus, 0, 16)
    history_path(path).write_bytes(kept)
    with pytest.raises(NotSavedError, match="moved or replaced"):
        make_claim(corpus, 0, 16)
    assert corpus.article("a1") == before


def test_the_index_of_a_long_history_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "WORTH_LINES", 1)
    corpus_file(path, "a1", "a2")
    for id_, start in (("a1", 28), ("a2", 0), ("a1", 45), ("a2", 28)):
        corpus = Corpus.open(path)
        make_claim(corpus, start, start + 9, id_)
        make_claim(corpus, start + 10, start + 14, id_)
        corpus.close()
    anew = History(history_path(path))
    kept_file = history_path(path).with_name(f".{history_path(path).name}.index")
    kept_file.unlink()
    plain = History(history_path(path))
    for id_ in ("a1", "a2"):
        assert list(anew.changes(id_)) == list(plain.changes(id_))
        assert len(anew.places(id_)) == 4


def test_a_smaller_history_still_says_who_decided_what_and_undoes(path: Path) -> None:
    corpus = Corpus.of(path, [article()])
    read_by_machine(corpus)
    made = make_claim(corpus)
    done = corpus.record(tagging(made, made.claims[0], "official"))
    before, after = corpus.compact()
    assert after < before
    assert corpus.article("a1") == done
    corpus.close()
    again = Corpus.open(path)
    assert again.refusal is None
    assert again.article("a1") == done
    assert [c.did for c in again.changes("a1")] == ["read", "create", "tag"]
    undo, _ = undo_stacks(again.changes("a1"))
    undone = again.record(invert(undo[-1], done, PERSON))
    assert undone.claims[0].label is None
    again.close()
