"""No file crashes an importer: whatever its bytes, articles are sound and faults are named."""

import json
import re
import shutil
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from dataset_files import SETTING, exported, parted
from hard_articles import emoji, overlap, right_to_left, signs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repeats import REPEATS

from annotator.core import record
from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.formats import registry

EXAMPLES = 25 * REPEATS
pytestmark = pytest.mark.repeated
FORMATS = [name for name in registry.IMPORTERS if registry.importer(name).many]
# These start a process for each file.
SLOW = {"parquet": 4 * REPEATS, "huggingface": 4 * REPEATS}
TABLE = (
    "id,text,title,claims\n"
    'a,"Berita ""satu"", di\r\nsini.",Judul,"[{""id"":""c1"",""content"":[[0,6]]}]"\n'
    "b,Berita dua.,,\n"
)
# Files of formats that we read and do not write.
WRITTEN = {
    "csv": ("out.csv", TABLE),
    "json": ("out.jsonl", '{"id": 1, "headline": "Judul", "body": "Berita 🚨 satu."}\n' * 2),
    "spacy-json": ("out.jsonl", '{"text": "🚨 Ani datang.", "entities": [[2, 5, "PER"]]}\n' * 2),
}
# What numbers and words of a file are replaced by.
NUMBERS = [b"-1", b"0", b"7", b"99999", b"9" * 25, b"1e999", b"null", b'"x"', b"[]", b"{}", b"1.5"]
WORDS = [b"", b"\xff", b"\x00", b"\\ud800", b"[" * 3000, b'{"a":' * 3000, b"../../etc/passwd"]


@cache
def folder_of(format_: str) -> Path:
    """Export some articles once; return the folder they are in."""
    folder = Path(_rooms.name) / format_
    folder.mkdir()
    if format_ in WRITTEN:
        name, text = WRITTEN[format_]
        (folder / name).write_bytes(text.encode())
    elif format_ == "parquet":
        io = pytest.importorskip("arro3.io")
        (folder / "in.csv").write_bytes(TABLE.encode())
        schema = io.infer_csv_schema(folder / "in.csv", has_header=True)
        rows = io.read_csv(folder / "in.csv", schema, has_header=True)
        io.write_parquet(rows, folder / "out.parquet")
        (folder / "in.csv").unlink()
    elif format_ == "xlsx":
        book = pytest.importorskip("openpyxl").Workbook()
        for row in (["id", "text", "title"], ["a", "Berita satu", "Judul"], ["b", "Dua", None]):
            book.active.append(row)
        book.save(folder / "out.xlsx")
    else:
        exported(format_, folder, emoji(), overlap(), right_to_left(), signs())
    return folder


_rooms = TemporaryDirectory()


def entry(folder: Path) -> Path:
    """Return what an import of an exported folder is given."""
    (out,) = folder.iterdir()
    return out


@st.composite
def damages(draw: st.DrawFn) -> list[tuple[str, float, bytes]]:
    """What is done to a file: how, where (0 to 1), and with which bytes."""
    how = st.sampled_from(["byte", "cut", "number", "word", "twice", "drop"])
    said = st.sampled_from(NUMBERS + WORDS) | st.binary(max_size=3)
    return draw(
        st.lists(st.tuples(how, st.floats(0, 1, exclude_max=True), said), min_size=1, max_size=3)
    )


def damaged(raw: bytes, damage: tuple[str, float, bytes]) -> bytes:
    how, where, said = damage
    at = int(len(raw) * where)
    if how == "number":
        found = list(re.finditer(rb"-?\d+", raw))
        if not found:
            return raw
        number = found[int(len(found) * where)]
        return raw[: number.start()] + said + raw[number.end() :]
    return {
        "byte": raw[:at] + said[:1] + raw[at + 1 :],
        "cut": raw[:at],
        "word": raw[:at] + said + raw[at:],
        "twice": raw[:at] + raw[at : at + 200] * 2 + raw[at + 200 :],
        "drop": raw[:at] + raw[at + 50 :],
    }[how]


def changed_copy(
    format_: str, room: Path, which: float, damage: list[tuple[str, float, bytes]]
) -> Path:
    """Return a copy of an export in which one file is damaged."""
    shutil.copytree(folder_of(format_), room / "copy")
    files = sorted(file for file in (room / "copy").rglob("*") if file.is_file())
    file = files[int(len(files) * which)]
    raw = file.read_bytes()
    for one in damage:
        raw = damaged(raw, one)
    file.write_bytes(raw)
    return entry(room / "copy")


@pytest.mark.parametrize("format_", FORMATS)
def test_damaged_files(format_: str) -> None:
    @settings(
        max_examples=SLOW.get(format_, EXAMPLES),
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.floats(0, 1, exclude_max=True), damages())
    def check(which: float, damage: list[tuple[str, float, bytes]]) -> None:
        with TemporaryDirectory() as room:
            path = changed_copy(format_, Path(room), which, damage)
            for article in read(format_, path):
                assert record.decode(record.encode(article)) == article

    check()


def read(format_: str, path: Path) -> list[Article]:
    """Return the articles of a file; an error is one of ours, and a sentence of some length."""
    try:
        articles, errors = parted(registry.importer(format_).articles(path, SETTING))
    except AnnotatorError as error:
        articles, errors = [], [error]
    assert all(len(str(one)) < 2_000 for one in errors)
    return articles


@pytest.mark.parametrize("format_", FORMATS)
def test_any_bytes_at_all(format_: str) -> None:
    @settings(
        max_examples=SLOW.get(format_, EXAMPLES),
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(raw=st.binary(max_size=300))
    def check(raw: bytes) -> None:
        read_bytes(format_, raw)

    check()


def read_bytes(format_: str, raw: bytes) -> None:
    if format_ in SLOW:
        raw = b"PAR1" + raw
    with TemporaryDirectory() as room:
        importer = registry.importer(format_)
        path = Path(room) / f"any{next(iter(importer.suffixes), '')}"
        path.write_bytes(raw)
        if format_ == "brat":
            path.with_suffix(".txt").write_bytes(raw)
        read(format_, path)


VALUES: list[object] = [None, True, -1, 0, 1.5, 10**30, "", "x", "c1", [], {}, [1], [[]], {"a": 1}]
IN_JSON = ("jsonl", "prodigy", "doccano", "label-studio", "citron", "web-annotation", "cas-json")


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return every place in a JSON value: what holds it, and under which key."""
    found: list[tuple[Any, Any]] = []
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    for key in list(keys):
        found.append((value, key))
        if isinstance(value[key], (dict, list)):
            found += places(value[key])
    return found


def misfit(raw: bytes, where: float, new: object) -> bytes:
    """Put another value somewhere into a JSON file, or into a line of it."""
    text = raw.decode()
    lines = text.splitlines() if text.count("\n{") else [text]
    at = int(len(lines) * where)
    value = json.loads(lines[at].rstrip(",") if len(lines) > 1 else text)
    found = places(value)
    holder, key = found[int(len(found) * (where * len(lines) % 1))]
    holder[key] = new
    # Our own record beside the marks may be a string of JSON itself.
    return "\n".join([*lines[:at], json.dumps(value), *lines[at + 1 :]]).encode()


@pytest.mark.parametrize("format_", IN_JSON)
@settings(max_examples=2 * EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    which=st.floats(0, 1, exclude_max=True),
    where=st.floats(0, 1, exclude_max=True),
    new=st.sampled_from(VALUES),
)
def test_values_of_the_wrong_kind(format_: str, which: float, where: float, new: object) -> None:
    with TemporaryDirectory() as room:
        shutil.copytree(folder_of(format_), Path(room) / "copy")
        path = entry(Path(room) / "copy")
        files = sorted(path.rglob("*.json*")) if path.is_dir() else [path]
        file = files[int(len(files) * which)]
        with suppress(json.JSONDecodeError, IndexError):
            # A line of a list is no value by itself.
            file.write_bytes(misfit(file.read_bytes(), where, new))
        for article in read(format_, path):
            assert record.decode(record.encode(article)) == article
