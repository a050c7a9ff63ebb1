"""Files and folders become articles on the shelf; what goes wrong is said, the rest is there."""

import sys
from pathlib import Path

import pytest
from builders import new_claim

from annotator.core.errors import NoArticlesError, NotReadableError
from annotator.shelf import Shelf
from annotator.storage.corpus import Corpus
from annotator.storage.history import history_path
from annotator.workflows.folders import contents, find_files
from annotator.workflows.locations import annotations_path


def write(path: Path, text: str = "Satu kalimat.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_annotations_stand_beside_their_text() -> None:
    assert annotations_path(Path("d/seed.txt")) == Path("d/seed.annotations.jsonl")
    assert annotations_path(Path("d/seed.md")) == Path("d/seed.md.annotations.jsonl")
    assert history_path(Path("d/seed.annotations.jsonl")).name == "seed.annotations.history.jsonl"


def test_what_a_folder_holds(tmp_path: Path) -> None:
    for name in ("b.txt", "a.text", "b.annotations.jsonl", "c.jsonl", "c.history.jsonl"):
        write(tmp_path / name, "{}")
    write(tmp_path / "alone.annotations.jsonl")
    write(tmp_path / "notes.png")
    (tmp_path / "sub" / "deeper").mkdir(parents=True)
    write(tmp_path / "sub" / "d.txt")
    write(tmp_path / "sub" / "deeper" / "b.txt")
    write(tmp_path / "sub" / "deeper" / "song.mp3")
    write(tmp_path / ".hidden" / "e.txt")
    write(tmp_path / "page.html")
    write(tmp_path / "page_files" / "advert.html")
    own = ["a.text", "alone.annotations.jsonl", "b.txt", "c.jsonl", "page.html"]
    inside = contents(tmp_path)
    assert [file.name for file in inside.found] == [*own, "d.txt", "b.txt"]
    assert [file.name for file in inside.left_out] == ["notes.png", "song.mp3"]
    (note,) = inside.notes()
    assert "2 files and folders left out (first in notes.png)" in str(note)
    flat = contents(tmp_path, subfolders=False)
    assert [file.name for file in flat.found] == own
    assert [file.name for file in flat.left_out] == ["notes.png", "sub"]


def test_a_data_set_in_a_folder_is_taken_whole(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "brat" / "doc.txt", "Menteri bicara.")
    write(tmp_path / "brat" / "doc.ann", "T1\tPerson 0 7\tMenteri\n")
    assert [file.name for file in find_files(tmp_path)] == ["a.txt", "brat"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_lead_in_no_circle(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    inside = contents(tmp_path)
    assert [file.name for file in inside.found] == ["a.txt"]
    assert [file.name for file in inside.left_out] == ["again"]


def test_a_folder_without_articles(tmp_path: Path) -> None:
    with pytest.raises(NoArticlesError, match=r"\.txt"):
        find_files(tmp_path)
    with pytest.raises(NotReadableError):
        find_files(tmp_path / "gone")


def test_opening_twice_is_opening_once(tmp_path: Path) -> None:
    shelf = Shelf()
    first = write(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    assert shelf.open(tmp_path) == (0, [])
    assert shelf.open(first) == (0, [])
    assert shelf.open(tmp_path / "b.txt") == (1, [])
    assert [place.id for place in shelf.places] == ["a", "b"]


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    shelf = Shelf()
    write(tmp_path / "a.txt", "")
    write(tmp_path / "b.txt")
    row, problems = shelf.open(tmp_path)
    assert row == 0
    assert shelf.places[0].id == "b"
    assert [str(problem).split(" is empty")[0] for problem in problems] == [str(tmp_path / "a.txt")]


def test_work_is_found_again_through_the_text(tmp_path: Path) -> None:
    text = write(tmp_path / "a.txt")
    shelf = Shelf()
    shelf.open(text)
    place = shelf.places[0]
    done = place.corpus.record(new_claim(place.corpus.article("a"), 0, 4))
    assert shelf.save() == []
    shelf.leave()
    again = Shelf()
    assert again.open(tmp_path) == (0, [])
    assert again.places[0].corpus.article("a") == done
    assert again.places[0].summary.claims == 1


def test_a_corpus_takes_the_place_of_another(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.open(write(tmp_path / "a.txt"))
    old = shelf.places[0].corpus
    new = old.save_elsewhere(tmp_path / "new.jsonl")
    shelf.replace(old, new)
    assert shelf.places[0].corpus is new
    assert shelf.corpora() == [new]
    assert isinstance(new, Corpus)
