"""Windows, macOS and network drives, as far as they can be played here."""

import base64
import errno
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from builders import article, new_claim, tagging
from filelock import FileLock

from annotator.core.errors import (
    AnnotatorError,
    ChangedOnDiskError,
    InUseError,
    NoLocksError,
    NotReadableError,
    NotSavedError,
)
from annotator.storage import atomic, leftovers, seal
from annotator.storage.corpus import Corpus
from annotator.storage.history import history_path
from annotator.storage.lock import CorpusLock, user_name
from annotator.storage.seal import Seal
from annotator.workflows.classify import read_article
from annotator.workflows.locations import annotations_path

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="open files are found in /proc"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "c.jsonl"


@pytest.fixture
def no_replacing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse to replace a file that is open, as Windows does."""
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        for link in Path("/proc/self/fd").iterdir():
            try:
                held = link.readlink()
            except OSError:
                continue
            if held == Path(target):
                raise PermissionError(errno.EACCES, "the file is open", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)


@needs_proc
@pytest.mark.usefixtures("no_replacing")
def test_everything_is_saved_where_no_open_file_can_be_replaced(path: Path) -> None:
    corpus = Corpus.of(path, [article(), article(id_="a2")])
    corpus.record(new_claim(corpus.article("a1"), 28, 43))
    corpus.save()
    corpus.record(tagging(corpus.article("a1"), corpus.article("a1").claims[0], "official"))
    corpus.save()
    corpus.add([article(id_="a3")])
    corpus.compact()
    list(corpus.articles())
    corpus.record(new_claim(corpus.article("a3"), 28, 43))
    corpus.close()
    sealed = Seal.make("rahasia")
    elsewhere = Corpus.open(path).save_elsewhere(path.with_name("d.jsonl"), sealed)
    elsewhere.record(new_claim(elsewhere.article("a2"), 28, 43))
    elsewhere.close()
    again = Corpus.open(path.with_name("d.jsonl"), seal=sealed, writable=False)
    assert [len(one.claims) for one in again.articles()] == [1, 1, 1]
    assert (again.problems, again.refusal) == ([], None)


def test_no_line_end_is_translated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Play the C library of Windows: LF becomes CR LF in a file not opened as binary."""
    binary = 0x8000
    opened: dict[int, int] = {}
    real_open, real_write = os.open, os.write

    def open_(file: Any, flags: int, *rest: Any) -> int:
        descriptor = real_open(file, flags & ~binary, *rest)
        opened[descriptor] = flags
        return descriptor

    def write(descriptor: int, data: Any) -> int:
        if opened.get(descriptor, binary) & binary:
            return real_write(descriptor, data)
        real_write(descriptor, bytes(data).replace(b"\n", b"\r\n"))
        return len(data)

    monkeypatch.setattr(os, "open", open_)
    monkeypatch.setattr(os, "write", write)
    monkeypatch.setattr(atomic, "_FLAGS", atomic.log_flags(binary))
    corpus = Corpus.of(path, [article()])
    corpus.record(new_claim(corpus.article("a1"), 28, 43))
    corpus.record(new_claim(corpus.article("a1"), 51, 64))
    corpus.leave()
    assert b"\r" not in history_path(path).read_bytes()
    assert len(Corpus.open(path, writable=False).article("a1").claims) == 2


def test_what_another_program_writes_during_a_save_is_not_overwritten(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = Corpus.of(path, [article(), article(id_="a2")])
    corpus.record(new_claim(corpus.article("a1"), 28, 43))
    corpus.save()
    corpus.record(new_claim(corpus.article("a1"), 51, 64))
    fsync = os.fsync

    def meanwhile(descriptor: int) -> None:
        with path.open("ab") as stream:
            stream.write(path.read_bytes().splitlines(keepends=True)[1].replace(b'"a2"', b'"a3"'))
        monkeypatch.setattr(os, "fsync", fsync)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(ChangedOnDiskError):
        corpus.save()
    assert path.read_bytes().count(b'"id":"a3"') == 1
    assert not list(path.parent.glob("*.tmp"))
    both = corpus.reopened()
    assert both.ids() == ["a1", "a2", "a3"]
    assert len(both.article("a1").claims) == 2
    both.close()


def test_a_failed_write_cuts_nothing_that_another_program_wrote(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = atomic.AppendLog(path)
    log.append(b"one")
    with path.open("ab") as other:
        other.write(b"two, from another program\n")
    assert log.append(b"three") == len(b"one\ntwo, from another program\n")
    write = os.write

    def interrupted(descriptor: int, data: Any) -> int:
        write(descriptor, bytes(data)[:2])
        monkeypatch.setattr(os, "write", full)
        return 2

    def full(descriptor: int, data: Any) -> int:
        with path.open("ab") as other:
            other.write(b"\nfour\n")
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "write", interrupted)
    with pytest.raises(NotSavedError, match="the disk is full"):
        log.append(b"never")
    monkeypatch.setattr(os, "write", write)
    log.append(b"five")
    assert path.read_bytes().endswith(b"three\nne\nfour\nfive\n")
    log.close()


def test_a_drive_without_modes_or_locks_takes_the_work_and_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: Any, **named: Any) -> None:
        raise OSError(errno.ENOTSUP, "not supported")

    corpus = Corpus.of(path, [article()])
    corpus.record(new_claim(corpus.article("a1"), 28, 43))
    corpus.close()
    monkeypatch.setattr(Path, "chmod", refuse)
    monkeypatch.setattr(FileLock, "acquire", refuse)
    corpus = Corpus.open(path)
    assert [type(problem) for problem in corpus.problems] == [NoLocksError]
    corpus.record(tagging(corpus.article("a1"), corpus.article("a1").claims[0], "official"))
    corpus.close()
    assert Corpus.open(path, writable=False).article("a1").claims[0].label == "official"


def test_a_name_that_is_not_utf8_can_be_annotated_and_is_kept(tmp_path: Path) -> None:
    name = os.fsdecode(b"berita-\xe9.txt")
    text = tmp_path / name
    try:
        text.write_text("Menteri Ani Sari mengatakan stok beras aman.\n", "utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    made = read_article(text)
    assert (made.id, made.source) == ("berita-é", "berita-é.txt")
    path = annotations_path(text)
    corpus = Corpus.of(path, [made])
    corpus.record(new_claim(corpus.article("berita-é"), 28, 43))
    corpus.close()
    again = Corpus.open(path)
    assert len(again.article("berita-é").claims) == 1
    path.unlink()
    with pytest.raises(AnnotatorError) as told:
        Corpus.open(path)
    str(told.value).encode()
    again.leave()


# Sealed files


def test_a_passphrase_is_the_same_however_its_letters_are_composed(path: Path) -> None:
    composed, decomposed = "caf\u00e9 rahasia", "cafe\u0301 rahasia"
    path.write_bytes(Seal.make(decomposed).first_line() + b"\n")
    Seal.of(path, composed)
    Seal.of(path, decomposed)


def test_an_absurd_cost_is_damage_and_no_wrong_passphrase(path: Path) -> None:
    line = Seal.make("rahasia").first_line()
    for cost in (b"2", b"1048576", b"70000", b"-1"):
        wanted = b'"cost":' + str(seal.COST).encode()
        assert wanted in line
        path.write_bytes(line.replace(wanted, b'"cost":' + cost) + b"\n")
        with pytest.raises(NotReadableError, match="damaged"):
            Seal.of(path, "rahasia")


def test_tokens_do_not_tell_when_they_were_made() -> None:
    made = Seal.make("rahasia")
    token = base64.urlsafe_b64decode(made.close(b"a decision"))
    assert token[1:9] == bytes(8)
    assert made.open(made.close(b"a decision")) == b"a decision"


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]"])
def test_a_corpus_in_use_is_told_also_where_nobody_says_by_whom(path: Path, damage: bytes) -> None:
    first, second = CorpusLock(path), CorpusLock(path)
    first.acquire()
    path.with_name(f".{path.name}.holder").write_bytes(damage)
    with pytest.raises(InUseError, match="by someone, since an unknown time"):
        second.acquire()
    first.release()


def test_a_person_without_a_user_name_is_someone(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert user_name() == "someone"


# Folders that a killed export left


def left_by(pid: int, folder: Path) -> Path:
    made = folder / leftovers.prefix("out").replace(f".{os.getpid()}@", f".{pid}@")
    made = made.with_name(f"{made.name}x{leftovers.SUFFIX}")
    made.mkdir()
    return made


def test_the_folder_of_a_process_of_another_user_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_yours(pid: int, signal: int) -> None:
        raise PermissionError(errno.EPERM, "not permitted")

    monkeypatch.setattr(os, "kill", not_yours)
    working = left_by(1, tmp_path)
    leftovers.clear(tmp_path)
    assert working.is_dir()


def test_on_windows_only_old_folders_are_taken_for_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, fresh = left_by(1, tmp_path), left_by(2, tmp_path)
    os.utime(old, (0, 0))
    monkeypatch.setattr(leftovers, "os", SimpleNamespace(name="nt"))
    leftovers.clear(tmp_path)
    assert (old.exists(), fresh.exists()) == (False, True)


def test_a_first_line_of_nonsense_is_damage(path: Path) -> None:
    path.write_bytes(b'{"cost": "much"}\n')
    with pytest.raises(NotReadableError, match="first line is damaged"):
        Seal.of(path, "rahasia")
