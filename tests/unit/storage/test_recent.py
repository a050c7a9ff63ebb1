"""The corpora that were open lately come first on the start page."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.core.errors import NotSavedError
from annotator.storage.recent import KEPT, Recent, RecentCorpora

NOW = datetime(2026, 11, 28, tzinfo=UTC)


@pytest.fixture
def recent(tmp_path: Path) -> RecentCorpora:
    return RecentCorpora(tmp_path / "state" / "recent.json")


def left(name: str, **details: int | str) -> Recent:
    return Recent(f"/home/rina/{name}", NOW, **details)  # type: ignore[arg-type]


def test_the_last_one_is_first_and_stands_there_once(recent: RecentCorpora) -> None:
    assert recent.all() == []
    recent.keep(left("pemilu.jsonl", articles=3, done=1, title="Hasil sementara"))
    recent.keep(left("banjir.annotations.jsonl"))
    recent.keep(left("pemilu.jsonl", articles=3, done=2))
    assert [(one.name, one.done) for one in recent.all()] == [("pemilu", 2), ("banjir", 0)]


def test_only_so_many_are_kept(recent: RecentCorpora) -> None:
    for number in range(KEPT + 3):
        recent.keep(Recent(f"/{number}.jsonl", NOW + timedelta(days=number)))
    assert [one.file for one in recent.all()] == [f"/{KEPT + 2 - at}.jsonl" for at in range(KEPT)]


def test_of_an_encrypted_corpus_only_its_path_is_kept(
    recent: RecentCorpora, tmp_path: Path
) -> None:
    recent.keep(Recent("/rahasia.jsonl", NOW, sealed=True, articles=2, title="Nama narasumber"))
    assert recent.all() == [Recent("/rahasia.jsonl", NOW, sealed=True)]
    assert b"narasumber" not in (tmp_path / "state" / "recent.json").read_bytes()


def test_one_can_be_taken_off_the_list(recent: RecentCorpora) -> None:
    recent.keep(left("a.jsonl"))
    recent.keep(left("b.jsonl"))
    recent.forget(Path("/home/rina/a.jsonl"))
    assert [one.name for one in recent.all()] == ["b"]


@pytest.mark.parametrize("damage", [b"", b"{}", b'[{"file": 5}]', b"\xff\xfe"])
def test_a_damaged_list_is_empty_and_can_be_written_again(
    recent: RecentCorpora, tmp_path: Path, damage: bytes
) -> None:
    file = tmp_path / "state" / "recent.json"
    file.parent.mkdir()
    file.write_bytes(damage)
    assert recent.all() == []
    recent.keep(left("a.jsonl"))
    assert [one.name for one in recent.all()] == ["a"]


def test_a_list_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    file = tmp_path / "recent.json"
    file.mkdir()
    with pytest.raises(NotSavedError):
        RecentCorpora(file).keep(left("a.jsonl"))
