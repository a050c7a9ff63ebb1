"""Prodigy: one task a line. What a person accepted is their label, all else a suggestion.

Positions are code points; a token_end is inclusive, and a relation's head and child are
tokens (prodi.gy/docs/api-interfaces).
"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw, Struct

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.formats.datasets import foreign_fields
from annotator.formats.datasets.dataset import ArticleBuilder, Dataset, Job, Record, line_records
from annotator.formats.datasets.json_keys import keys, may_hold_json
from annotator.formats.graph import NAMES

OF_PRODIGY = {"tokens", "spans", "_input_hash", "_task_hash", "_view_id", "answer", "options"}
# Prodigy's own bookkeeping, which says nothing of the article.
IGNORED = OF_PRODIGY | {"relations", "accept", "config", "_is_binary", "versions", "arcs"}
NOT_ACCEPTED = "a person rejected or ignored their task"


class _Span(Struct):
    start: int
    end: int
    label: str | None = None
    text: str | None = None
    id: str | int | None = None
    status: str | None = None
    exact: tuple[int, int] | None = None
    token_start: int | None = None
    token_end: int | None = None


class _Relation(Struct):
    head: int
    child: int
    label: str = ""
    head_span: _Span | None = None
    child_span: _Span | None = None


class _Task(Struct):
    text: str
    spans: list[_Span] = []
    relations: list[_Relation] = []
    meta: dict[str, Any] = {}
    answer: str | None = None
    accept: list[str | int] = []
    annotator: Raw = Raw(b"")
    id: str | int | None = None
    annotator_id: str | None = msgspec.field(default=None, name="_annotator_id")
    session_id: str | None = msgspec.field(default=None, name="_session_id")
    timestamp: float | None = msgspec.field(default=None, name="_timestamp")


class _Head(Struct):
    meta: dict[str, Any] = {}
    annotator: Raw = Raw(b"")


_heads = msgspec.json.Decoder(_Head)
_tasks = msgspec.json.Decoder(_Task)
_anything = msgspec.json.Decoder(dict[str, Raw])


class Prodigy(Dataset):
    """Tasks of Prodigy's span, relation and choice interfaces."""

    name = "prodigy"
    title = "Prodigy (JSON Lines)"
    suffixes = (".jsonl", ".ndjson")

    def recognises(self, path: Path, head: bytes) -> bool:
        bracket, found = keys(head)
        fits = may_hold_json(path) and bracket == "{" and "text" in found
        return fits and not OF_PRODIGY.isdisjoint(found) and "schema" not in found

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        several = _several(path)
        waiting: dict[str, list[tuple[int, bytes]]] = {}
        for record in line_records(path):
            id_ = "" if isinstance(record, AnnotatorError) else _own_id(record.raw[1])
            if isinstance(record, AnnotatorError):
                yield record
            elif several[id_] < 2:
                yield record._replace(raw=[record.raw])
            else:
                waiting.setdefault(id_, []).append(record.raw)
                if len(waiting[id_]) == several[id_]:
                    yield record._replace(raw=waiting.pop(id_))

    def article(self, record: Record, job: Job) -> Article:
        number, line = record.raw[0]
        tasks = [_tasks.decode(raw) for _, raw in record.raw]
        task = next((task for task in tasks if task.answer == "accept"), tasks[0])
        id_ = task.meta.get("id") or task.id
        named = isinstance(id_, (str, int)) and str(id_).strip()
        id_ = str(id_) if named else f"{record.path.stem}-{number}"
        builder = ArticleBuilder(record, job, id_, task.text)
        builder.sidecar = foreign_fields.sidecar(task.annotator)
        builder.fields(_others(line) | task.meta)
        decided = task.answer == "accept"
        builder.by(task.annotator_id or task.session_id, _moment(task.timestamp), decided=decided)
        ends = _Ends()
        for at, one in enumerate(tasks):
            if one.answer in ("reject", "ignore"):
                builder.leave_out("marks", NOT_ACCEPTED, len(one.spans))
            else:
                _take(builder, ends, one, f"{at} " if at else "")
        return builder.article()


def _take(builder: ArticleBuilder, ends: "_Ends", task: _Task, prefix: str) -> None:
    """Add a task's spans and relations; what another task of the article had stands already."""
    for at, span in enumerate(task.spans):
        id_ = str(span.id) if span.id is not None and span.id != "" else f"{prefix}span {at}"
        if not prefix or builder.role(id_) is None:
            _mark(builder, id_, at, span)
        ends.enter(span, id_)
    for relation in task.relations:
        head = ends.find(relation.head, relation.head_span)
        child = ends.find(relation.child, relation.child_span)
        if head is None or child is None:
            builder.leave_out("links", "they lead to tokens that are in no mark")
        else:
            builder.link(relation.label, head, child)


def _several(path: Path) -> Counter[str]:
    """Count the tasks of each article that our exporter made two tasks of."""
    read = (record for record in line_records(path) if not isinstance(record, AnnotatorError))
    found = Counter(_own_id(record.raw[1]) for record in read)
    found[""] = 0
    return found


def _own_id(line: bytes) -> str:
    """Return the article's id in a task of ours, "" of any other task."""
    if b'"annotator"' not in line:
        return ""
    try:
        task = _heads.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return ""
    id_ = task.meta.get("id") if task.annotator else None
    return id_ if isinstance(id_, str) else ""


def _mark(builder: ArticleBuilder, id_: str, number: int, span: _Span) -> None:
    start, end = span.exact or (span.start, span.end)
    if span.exact is not None and not (span.start <= start and end <= span.end):
        raise ValueError(f"the exact place of span {number} lies outside it")
    said = span.text if span.exact is None else None
    name = span.label or ""
    if span.status and builder.rules.key(name) not in builder.rules.labels:
        # The label of a scheme that is not the one in use.
        name = NAMES["claim"]
    builder.mark(id_, name, start, end, label=span.status or "", said=said)


class _Ends:
    """Find the mark at a relation's end: by its id, else its place, else its last token."""

    def __init__(self) -> None:
        self._marks: dict[object, str] = {}

    def enter(self, span: _Span, id_: str) -> None:
        for key in (
            ("id", span.id),
            (span.start, span.end, span.label),
            ("last", span.token_end),
            ("first", span.token_start),
        ):
            self._marks.setdefault(key, id_)

    def find(self, token: int, given: _Span | None) -> str | None:
        wanted: list[object] = [("last", token), ("first", token)]
        if given is not None:
            wanted.insert(0, (given.start, given.end, given.label))
            if given.id is not None:
                wanted.insert(0, ("id", given.id))
        return next((self._marks[key] for key in wanted if key in self._marks), None)


def _others(line: bytes) -> dict[str, Any]:
    """Return the keys of a task that are its maker's own."""
    known = IGNORED | {field.encode_name for field in msgspec.structs.fields(_Task)}
    raw = _anything.decode(line)
    return {
        name: msgspec.json.decode(value)
        for name, value in raw.items()
        if name not in known and not name.startswith("_")
    }


def _moment(seconds: float | None) -> datetime | None:
    if seconds is None:
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError) as error:
        raise ValueError(f"_timestamp: {seconds} is not a time") from error


IMPORTER = Prodigy
