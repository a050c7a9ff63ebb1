"""Files appear whole, under their own names, and never replace existing ones."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core.errors import ExistsError, NotSavedError
from annotator.storage import atomic


def unchecked(_: Path) -> None:
    pass


def failing(number: int) -> Callable[..., None]:
    def fail(*arguments: Any, **named: Any) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def left_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_more_files_than_may_be_open_are_written_whole(tmp_path: Path) -> None:
    names = [f"part{number % 3}/{number}.txt" for number in range(atomic.MOST_OPEN + 10)]
    twice = [(name, f"{name} {half}\n".encode()) for half in (1, 2) for name in names]
    atomic.write_together(tmp_path / "out", twice, unchecked, folder=True)
    written = {name: (tmp_path / "out" / name).read_text() for name in names}
    assert written == {name: f"{name} 1\n{name} 2\n" for name in names}


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/x", "", ".", "a//b", "a\\b", "c:x"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no name inside a folder"):
        atomic.write_together(tmp_path / "out", [(name, b"x")], unchecked, folder=True)
    assert left_in(tmp_path) == []


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"

    def another_program(_: Path) -> None:
        path.write_text("another program's")

    with pytest.raises(ExistsError):
        atomic.write_together(path, [("x", b"ours")], another_program, folder=False)
    assert path.read_text() == "another program's"
    assert left_in(tmp_path) == ["out.csv"]


def test_a_drive_without_links_takes_the_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    atomic.write_together(tmp_path / "out.csv", [("x", b"ours")], unchecked, folder=False)
    assert (tmp_path / "out.csv").read_bytes() == b"ours"


def test_a_mode_that_can_not_be_set_is_told_and_the_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text("before")
    monkeypatch.setattr(Path, "chmod", failing(errno.EIO))
    with pytest.raises(NotSavedError, match="the disk reported an error"):
        atomic.write_whole(path, [b"after"])
    assert path.read_text() == "before"
    assert left_in(tmp_path) == ["c.jsonl"]


@pytest.mark.parametrize(("number", "saved"), [(errno.EINVAL, True), (errno.EIO, False)])
def test_a_drive_that_flushes_no_folder_takes_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, saved: bool
) -> None:
    fsync = os.fsync

    def no_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", no_folders)
    if saved:
        atomic.write_whole(tmp_path / "c.jsonl", [b"work"])
        assert (tmp_path / "c.jsonl").read_bytes() == b"work"
    else:
        with pytest.raises(NotSavedError, match="the disk reported an error"):
            atomic.write_whole(tmp_path / "c.jsonl", [b"work"])


# The log


def test_a_log_that_another_program_replaced_takes_no_line(tmp_path: Path) -> None:
    path = tmp_path / "c.history"
    log = atomic.AppendLog(path)
    log.append(b"one")
    path.rename(tmp_path / "moved")
    path.write_bytes(b"theirs\n")
    with pytest.raises(NotSavedError, match="moved or replaced"):
        log.append(b"two")
    assert path.read_bytes() == b"theirs\n"
    assert (tmp_path / "moved").read_bytes() == b"one\n"
    log.close()


def test_a_torn_end_is_cut_off_only_if_nothing_was_written_since(tmp_path: Path) -> None:
    path = tmp_path / "c.history"
    path.write_bytes(b"one\ntor")
    log = atomic.AppendLog(path)
    log.cut(4, 2)
    assert path.read_bytes() == b"one\ntor"
    log.cut(4, 3)
    assert path.read_bytes() == b"one\n"
    log.close()


def test_a_torn_end_that_can_not_be_cut_off_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.history"
    path.write_bytes(b"one\ntor")
    log = atomic.AppendLog(path)
    monkeypatch.setattr(os, "ftruncate", failing(errno.EROFS))
    with pytest.raises(NotSavedError, match="the disk is read-only"):
        log.cut(4, 3)
    log.close()


def test_what_a_full_disk_took_of_a_line_is_cut_off_before_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.history"
    log = atomic.AppendLog(path)
    log.append(b"one")
    write, calls = os.write, iter((True, False))

    def half(descriptor: int, data: Any) -> int:
        if next(calls):
            return write(descriptor, bytes(data)[:2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(os, "write", half)
        full.setattr(os, "ftruncate", failing(errno.EIO))
        with pytest.raises(NotSavedError, match="the disk is full"):
            log.append(b"two")
    assert path.read_bytes() == b"one\ntw"
    log.append(b"three")
    assert path.read_bytes() == b"one\nthree\n"
    log.close()
