"""A file whose name is not Unicode is opened, worked on, imported and read like any other."""

import os
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from annotator.cli import app
from annotator.core.change_record import ZoneEdit
from annotator.core.changes import make_change
from annotator.core.errors import EmptyFileError
from annotator.core.file_names import readable
from annotator.core.spans import Origin, Zone
from annotator.shelf import Shelf
from annotator.storage.corpus import Corpus

TEXT = "Gubernur Rina Sari mengatakan harga beras naik.\n"

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")


def write(folder: Path, name: bytes, text: str = TEXT) -> Path:
    path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"berita-\xe9.txt", "berita-é.txt"),
        ("berita-é😀.txt".encode(), "berita-é😀.txt"),
        (b"caf\xe9-\xe2\x80\x93.txt", "café-–.txt"),
        (b"\x81.txt", "\ufffd.txt"),
        (b"a\x1b[31m\x07.txt", "a[31m.txt"),
    ],
)
def test_a_name_is_shown_as_well_as_it_can_be(name: bytes, shown: str) -> None:
    assert readable(name.decode("utf-8", "surrogateescape")) == shown


@only_linux
@pytest.mark.parametrize("name", [b"berita-\xe9.txt", b"berita-\xff.html", b"a\nb\xe9.md"])
def test_work_on_such_a_file_is_kept(tmp_path: Path, name: bytes) -> None:
    path = write(tmp_path, name, f"<p>{TEXT}</p>" if name.endswith(b"html") else TEXT)
    shelf = Shelf()
    assert shelf.open(path) == (0, [])
    corpus = shelf.places[0].corpus
    article = corpus.article(shelf.places[0].id)
    zone = Zone("z9", 0, 8, "byline", Origin("person", "Sari"))
    corpus.record(make_change(article, "furniture", [ZoneEdit(after=zone)], origin=zone.origin))
    corpus.save()
    shelf.leave()
    again = Shelf()
    assert again.open(path) == (0, [])
    kept = again.places[0].corpus.article(again.places[0].id)
    assert zone in kept.zones
    again.leave()


@only_linux
@pytest.mark.parametrize("command", ["import", "prelabel"])
def test_a_folder_with_such_files_is_read_whole(tmp_path: Path, command: str) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    write(folder, b"berita-\xe9.txt")
    write(folder, b"berita-\xe8.csv", f'id,text\n\xe81,"{TEXT.strip()} Lagi."\n')
    write(folder, b"kosong-\xe8.txt", "")
    write(folder, b"biasa.txt", "Menteri membantah hal itu.")
    out = tmp_path / "out.jsonl"
    result = CliRunner().invoke(app, [command, str(folder), "--out", str(out)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "kosong-è.txt is empty" in result.output
    assert {"berita-é", "biasa"} <= set(Corpus.open(out, writable=False).ids())


def test_a_sentence_with_such_a_name_can_be_printed() -> None:
    sentence = str(EmptyFileError(path=Path("kosong-\udce9.txt")))
    assert sentence.encode().startswith("kosong-é.txt is empty".encode())


def test_sub_folders_are_taken_in_unless_told_and_what_is_left_out_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    (folder / "lama").mkdir(parents=True)
    (folder / "satu.txt").write_text(TEXT)
    (folder / "lama" / "dua.txt").write_text("Menteri membantah hal itu, kata juru bicaranya.")
    (folder / "foto.raw").write_bytes(b"x")
    for number, (option, count) in enumerate((("--subfolders", 2), ("--no-subfolders", 1))):
        for command in ("import", "prelabel"):
            out = tmp_path / f"{command}-{number}.jsonl"
            order = [command, str(folder), "--out", str(out), option]
            result = CliRunner().invoke(app, order)
            assert result.exit_code == 0, result.output
            assert len(Corpus.open(out, writable=False).ids()) == count
            left_out = 3 - count
            assert f"{left_out} files and folders left out (first in foto.raw)" in result.output
