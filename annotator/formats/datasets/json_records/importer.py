"""JSON and JSON Lines with an article a record, whatever its keys are called.

Read are lines of objects, a list of objects, one object, and an object with a list of objects
in it, as NewsAPI answers. Keys are the columns of a table.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, ClassVar

import msgspec

from annotator.core.errors import AnnotatorError, NotThisFormatError
from annotator.formats import field_names, files
from annotator.formats.datasets.dataset import Job, broken
from annotator.formats.datasets.json_keys import keys, may_hold_json
from annotator.formats.datasets.tables import ID, TEXT, Table

# What files call the list of their records.
LISTS = {"articles", "data", "rows", "items", "results", "documents", "docs", "examples", "records"}
LINES = (".jsonl", ".ndjson", ".jl")
_objects = msgspec.json.Decoder(dict[str, Any])


class JsonRecords(Table):
    """Records with an article each."""

    name = "json"
    title = "Records (JSON, JSON Lines)"
    suffixes: ClassVar[tuple[str, ...]] = (*LINES, ".json")

    def recognises(self, path: Path, head: bytes) -> bool:
        bracket, found = keys(head)
        if not may_hold_json(path) or not found:
            return False
        listed = bracket == "[" or path.suffix.lower() in LINES
        # Records with nothing but an id hold no article, whatever the file is called.
        listed = listed and not found <= {*ID}
        return listed or bool(LISTS & found) or field_names.guess(found, TEXT) is not None

    def rows(self, path: Path, job: Job) -> Iterator[tuple[str, Sequence[Any]] | AnnotatorError]:
        columns: dict[str, None] = {}
        for record in _records(path, self.title):
            if isinstance(record, tuple):
                columns |= dict.fromkeys(record[1])
        yield "keys", list(columns)
        for record in _records(path, self.title):
            if isinstance(record, tuple):
                yield record[0], [record[1].get(name) for name in columns]
            else:
                yield record


def _records(path: Path, title: str) -> Iterator[tuple[str, dict[str, Any]] | AnnotatorError]:
    """Yield each record with its place, or what is wrong with it."""
    lines = files.lines(path)
    first = next(lines, None)
    if isinstance(first, tuple):
        try:
            head = _read(first[1])
        except (ValueError, RecursionError):
            head = None
        if isinstance(head, dict) and _list_in(head) is None:
            yield from _of_lines(path, chain([first], lines))
            return
    try:
        whole = _read(files.whole(path).removeprefix(files.BOM))
    except (ValueError, RecursionError) as error:
        raise NotThisFormatError(path=path, format=title, reason=error) from error
    found = (_list_in(whole) or [whole]) if isinstance(whole, dict) else whole
    if not isinstance(found, list):
        raise NotThisFormatError(path=path, format=title, reason="it holds no records")
    for number, record in enumerate(found, 1):
        if isinstance(record, dict):
            yield f"record {number}", _opened(record)
        else:
            yield broken(path, f"record {number}", ValueError("it is not an object"))


def _of_lines(
    path: Path, lines: Iterator[tuple[int, bytes] | AnnotatorError]
) -> Iterator[tuple[str, dict[str, Any]] | AnnotatorError]:
    for line in lines:
        if isinstance(line, AnnotatorError):
            yield line
            continue
        where = f"line {line[0]}"
        try:
            record = _read(line[1])
        except (ValueError, RecursionError) as error:
            yield broken(path, where, error)
            continue
        if isinstance(record, dict):
            yield where, _opened(record)
        else:
            yield broken(path, where, ValueError("it is not an object"))


def _read(raw: bytes) -> Any:
    """Parse JSON; NaN and Infinity, which Python and pandas write, become no value."""
    try:
        return msgspec.json.decode(raw)
    except msgspec.DecodeError:
        found = json.loads(raw, parse_constant=lambda _: None)
        # Python also takes half a surrogate pair, which could not be written again.
        json.dumps(found, ensure_ascii=False).encode()
        return found


def _list_in(found: dict[str, Any]) -> list[Any] | None:
    """Return the list of records in an object, None if the object is a record itself."""
    if field_names.guess(found, TEXT) is not None:
        return None
    lists = (value for name, value in found.items() if name.lower() in LISTS)
    return next((v for v in lists if isinstance(v, list) and v and isinstance(v[0], dict)), None)


def _opened(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record, taken out of the object that a datasets server puts around each row."""
    inner = record.get("row")
    return inner if isinstance(inner, dict) and "row_idx" in record else record


IMPORTER = JsonRecords
