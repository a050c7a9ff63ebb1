"""Corpus and history agree, or the program says in what they do not; the rest still opens."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import MODEL, PERSON, article, new_claim, tagging
from msgspec.structs import replace

from annotator.core.changes import invert
from annotator.core.errors import (
    AnnotatorError,
    HistoryMismatchError,
    InUseError,
    LostArticleError,
    LostHistoryError,
    MissingChangesError,
    NewerSchemaError,
    RepeatedChangeError,
    SidesDifferError,
    SwappedChangesError,
)
from annotator.core.spans import Origin
from annotator.storage import atomic, index_cache, leftovers
from annotator.storage import history as history_module
from annotator.storage.corpus import Corpus
from annotator.storage.history import history_path
from annotator.storage.lock import CorpusLock
from annotator.storage.seal import Seal

OTHER = Origin("person", "budi")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a corpus of two articles with three changes each, saved."""
    path = tmp_path / "c.jsonl"
    corpus = Corpus.of(path, [article(), article(id_="a2")])
    for id_ in corpus.ids():
        corpus.record(new_claim(corpus.article(id_), 28, 43))
        corpus.record(tagging(corpus.article(id_), corpus.article(id_).claims[0], "official"))
        corpus.record(new_claim(corpus.article(id_), 51, 64))
    corpus.close()
    return path


def tell(path: Path, seal: Seal | None = None) -> list[type[AnnotatorError]]:
    corpus = Corpus.open(path, writable=False, seal=seal)
    return [type(error) for error in (*corpus.problems, corpus.refusal) if error is not None]


def lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def rewrite(path: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    path.write_bytes(b"".join(change(lines(path))))


def decide(path: Path, id_: str, label: str, by: str = "rina") -> None:
    corpus = Corpus.open(path)
    now = corpus.article(id_)
    change = tagging(now, now.claims[0], label)
    corpus.record(replace(change, origin=Origin("person", by)))
    corpus.close()


def test_a_sound_corpus_says_nothing(path: Path) -> None:
    assert tell(path) == []
    decide(path, "a1", "sourced")
    assert tell(path) == []


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (lambda found: found[:-1], MissingChangesError),
        (lambda found: found[:-3], LostHistoryError),
        (lambda found: [*found[:1], *found[2:]], MissingChangesError),
        (lambda found: [found[1], found[0], *found[2:]], SwappedChangesError),
        (lambda found: [*found, found[-1]], RepeatedChangeError),
        (lambda found: [*found[:2], found[1], *found[2:]], RepeatedChangeError),
    ],
)
def test_lines_missing_twice_or_swapped_are_told_and_work_goes_on(
    path: Path,
    damage: Callable[[list[bytes]], list[bytes]],
    found: type[AnnotatorError],
) -> None:
    rewrite(history_path(path), damage)
    assert tell(path) == [found]
    decide(path, "a1", "sourced")
    decide(path, "a2", "speculative")
    corpus = Corpus.open(path, writable=False)
    assert [corpus.article(id_).claims[0].label for id_ in ("a1", "a2")] == [
        "sourced",
        "speculative",
    ]
    assert corpus.refusal is None


def test_undo_works_after_a_line_that_stands_twice(path: Path) -> None:
    rewrite(history_path(path), lambda found: [*found, found[-1]])
    corpus = Corpus.open(path)
    last = corpus.changes("a2")[-1]
    corpus.record(invert(last, corpus.article("a2"), PERSON))
    assert len(corpus.article("a2").claims) == 1
    corpus.close()


def test_a_removed_history_is_told(path: Path) -> None:
    history_path(path).unlink()
    assert tell(path) == [LostHistoryError]


def test_an_article_removed_from_the_corpus_is_told(path: Path) -> None:
    rewrite(path, lambda found: found[1:])
    assert tell(path) == [LostArticleError]


def test_an_export_of_a_corpus_misses_no_history(path: Path, tmp_path: Path) -> None:
    corpus = Corpus.open(path, writable=False)
    target = Corpus.of(tmp_path / "other.jsonl", [])
    target.add(corpus.articles())
    target.close()
    assert tell(tmp_path / "other.jsonl") == []


def test_a_corpus_and_a_history_of_which_one_is_sealed_are_refused(path: Path) -> None:
    seal = Seal.make("rahasia")
    corpus = Corpus.open(path)
    sealed = path.with_name("sealed.jsonl")
    corpus.save_elsewhere(sealed, seal).close()
    corpus.close()
    assert tell(sealed, seal) == []
    shutil.copy(path, sealed)
    assert tell(sealed) == [LostHistoryError, HistoryMismatchError]


def test_missing_lines_of_a_sealed_history_are_told(path: Path) -> None:
    seal = Seal.make("rahasia")
    corpus = Corpus.open(path)
    sealed = path.with_name("sealed.jsonl")
    corpus.save_elsewhere(sealed, seal).close()
    corpus.close()
    rewrite(history_path(sealed), lambda found: found[:-1])
    assert tell(sealed, seal) == [MissingChangesError]


def test_a_link_and_its_target_are_one_corpus(path: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "link.jsonl"
    link.symlink_to(path)
    first = Corpus.open(path)
    second = Corpus.open(link)
    assert isinstance(second.refusal, InUseError)
    first.leave()
    second.leave()
    decide(link, "a1", "sourced")
    assert Corpus.open(path, writable=False).article("a1").claims[0].label == "sourced"
    assert not history_path(link).exists()


# Two writers


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work on a drive that knows no locks."""
    monkeypatch.setattr(CorpusLock, "acquire", lambda self: None)


@pytest.mark.usefixtures("no_locks")
def test_two_writers_without_locks_are_both_told_and_put_together(path: Path) -> None:
    one, two = Corpus.open(path), Corpus.open(path)
    now = one.article("a1")
    one.record(tagging(now, now.claims[1], "speculative"))
    two.record(new_claim(now, 0, 16, OTHER))
    one.leave()
    two.leave()
    assert tell(path) == [SidesDifferError]
    corpus = Corpus.open(path)
    assert corpus.put_together(PERSON) == []
    corpus.close()
    assert tell(path) == []
    put = Corpus.open(path, writable=False).article("a1")
    assert [claim.label for claim in put.claims] == [None, "official", "speculative"]
    assert put.claims[0].origin == OTHER


@pytest.mark.usefixtures("no_locks")
def test_two_decisions_on_one_claim_stay_both(path: Path) -> None:
    one, two = Corpus.open(path), Corpus.open(path)
    now = one.article("a1")
    one.record(tagging(now, now.claims[1], "speculative"))
    change = tagging(now, now.claims[1], "sourced")
    two.record(change)
    two.save()
    one.leave()
    two.leave()
    assert tell(path) == [SidesDifferError]
    corpus = Corpus.open(path)
    assert corpus.put_together(PERSON) == [now.claims[1].id]
    corpus.close()
    claim = Corpus.open(path, writable=False).article("a1").claims[1]
    assert claim.label is None
    assert {reading.label for reading in claim.readings} == {"speculative", "sourced"}
    assert tell(path) == []
    decide(path, "a1", "official")
    assert tell(path) == []


def test_a_colleagues_corpus_laid_over_mine_is_put_together_with_mine(
    path: Path, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    for file in (path, history_path(path)):
        shutil.copy(file, theirs / file.name)
    decide(path, "a1", "sourced")
    colleague = Corpus.open(theirs / path.name)
    now = colleague.article("a1")
    colleague.record(tagging(now, now.claims[1], "speculative"))
    colleague.close()
    shutil.copy(theirs / path.name, path)
    assert tell(path) == [SidesDifferError]
    corpus = Corpus.open(path)
    with pytest.raises(SidesDifferError):
        corpus.record(new_claim(corpus.article("a1"), 0, 5))
    before = path.read_bytes(), history_path(path).read_bytes()
    assert corpus.put_together(PERSON) == []
    assert history_path(path).read_bytes().startswith(before[1])
    corpus.close()
    both = Corpus.open(path, writable=False)
    assert [claim.label for claim in both.article("a1").claims] == ["sourced", "speculative"]
    assert both.refusal is None
    again = Corpus.open(path)
    again.record(invert(again.changes("a1")[-1], again.article("a1"), PERSON))
    assert [claim.label for claim in again.article("a1").claims] == ["official", "speculative"]
    again.close()


# Versions of the files


def test_a_newer_corpus_or_history_is_refused_and_left_alone(path: Path) -> None:
    for file in (history_path(path), path):
        before = file.read_bytes()
        newer = before.replace(b'"schema":2', b'"schema":3')
        file.write_bytes(newer)
        for check in (True, False):
            with pytest.raises(NewerSchemaError, match="newer version"):
                Corpus.open(path, check=check)
        assert file.read_bytes() == newer
        file.write_bytes(before)


def test_the_machine_has_no_label_in_any_change(path: Path) -> None:
    corpus = Corpus.open(path)
    machine = new_claim(corpus.article("a1"), 0, 16, MODEL)
    assert corpus.record(machine).claims[0].label is None
    corpus.close()


# What a killed program leaves


def test_torn_bytes_are_cut_off_before_the_next_line(path: Path) -> None:
    whole = history_path(path).read_bytes()
    history_path(path).write_bytes(whole + b'{"article":"a1","revi')
    decide(path, "a1", "sourced")
    assert history_path(path).read_bytes().startswith(whole + b'{"article":"a1","revision":4,')
    assert tell(path) == []


def test_an_export_is_private(tmp_path: Path) -> None:
    target = tmp_path / "out"
    atomic.write_together(
        target, [("a.txt", b"x"), ("b/c.txt", b"y")], lambda folder: None, folder=True
    )
    assert target.stat().st_mode & 0o077 == 0
    for file in target.rglob("*.txt"):
        assert file.stat().st_mode & 0o077 == 0


def test_a_kept_index_that_is_out_of_date_is_not_believed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_cache, "WORTH_BYTES", 0)
    monkeypatch.setattr(history_module, "WORTH_LINES", 0)
    decide(path, "a1", "sourced")
    kept = index_cache.cache_path(path)
    assert index_cache.load(path) is not None
    # Another program changes a title in place, to one of the same length.
    before = path.read_bytes()
    path.write_bytes(before.replace(b'"title":"Menteri Ani', b'"title":"Menteri Ina'))
    assert kept.exists()
    corpus = Corpus.open(path, writable=False)
    assert (corpus.summary("a1").title or "").startswith("Menteri Ina")
    # And a history that is another one from its end on.
    history = history_path(path).read_bytes()
    history_path(path).write_bytes(history[: history.rindex(b"\n", 0, -1) + 1])
    assert MissingChangesError in tell(path)


def test_what_a_killed_export_left_is_removed_by_the_next_one(tmp_path: Path) -> None:
    code = "import sys; from annotator.storage import leftovers; print(leftovers.prefix('out'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    killed = tmp_path / f"{done.stdout.strip()}x1.tmp"
    at_work = tmp_path / f"{leftovers.prefix('other')}x2.tmp"
    for folder in (killed, at_work):
        (folder / "whole").mkdir(parents=True)
        (folder / "whole" / "a.txt").write_text("Narasumber: Ani")
    atomic.write_together(tmp_path / "new", [("a", b"x")], lambda folder: None, folder=True)
    assert not killed.exists()
    assert at_work.exists()
    shutil.copytree(at_work, killed)
    corpus = Corpus.of(tmp_path / "c.jsonl", [article()])
    corpus.record(new_claim(corpus.article("a1"), 28, 43))
    corpus.close()
    Corpus.open(tmp_path / "c.jsonl").close()
    assert not killed.exists()
