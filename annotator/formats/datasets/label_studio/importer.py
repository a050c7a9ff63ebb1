"""Label Studio: a list of tasks. Annotations are a person's, predictions are suggestions.

Of several annotations of a task the ground truth is taken, else the last that was not
cancelled; of a task that our exporter wrote, all annotations together. Offsets are code
points in its newer editors and UTF-16 units in older ones; where a result says its text, that
tells which.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw, Struct

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError, NotThisFormatError
from annotator.core.offsets import OffsetMap
from annotator.core.spans import Attributes
from annotator.formats import files
from annotator.formats.datasets import foreign_fields
from annotator.formats.datasets.dataset import ArticleBuilder, Dataset, Job, Record
from annotator.formats.datasets.json_keys import keys, may_hold_json

OTHER_WORK = "one annotation of a task is taken"
# What each task of Label Studio's JSON-MIN has.
MINIMAL = {"annotation_id", "lead_time"}
# What our exporter puts beside the tasks; it makes a folder of them a dataset.
CONFIG = "labelling-config.xml"
# Of JSON-MIN, what our config calls labels and notes of claims.
UNTIED = {"label", "note"}
NOT_TIED = "JSON-MIN does not say which mark they belong to; export as JSON instead"
MARKS = ("labels", "hypertextlabels")


class _Value(Struct):
    start: int | str | None = None
    end: int | str | None = None
    text: str | list[str] | None = None
    labels: list[str] = []
    hypertextlabels: list[str] = []
    choices: list[str] = []


class _Result(Struct):
    type: str = ""
    id: str | None = None
    from_name: str = ""
    to_name: str | list[str] | None = None
    value: _Value | None = None
    from_id: str | None = None
    to_id: str | None = None
    direction: str | None = None
    labels: list[str] | None = None


class _Work(Struct):
    result: list[_Result] = []
    completed_by: Any = None
    model_version: str | None = None
    was_cancelled: bool = False
    ground_truth: bool = False


class _Task(Struct):
    data: dict[str, Raw]
    id: int | str | None = None
    annotations: list[_Work] = []
    completions: list[_Work] = []
    predictions: list[_Work | int] = []


_list = msgspec.json.Decoder(list[Raw])
_flat = msgspec.json.Decoder(dict[str, Raw])
_regions = msgspec.json.Decoder(list[_Value])
_tasks = msgspec.json.Decoder(_Task)


class LabelStudio(Dataset):
    """Tasks with annotations or predictions."""

    name = "label-studio"
    title = "Label Studio (JSON)"
    suffixes = (".json",)

    def recognises(self, path: Path, head: bytes) -> bool:
        if path.is_dir():
            return files.has(path, CONFIG)
        bracket, found = keys(head)
        ours = "data" in found or found >= MINIMAL
        return may_hold_json(path) and bracket == "[" and ours

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        for file in files.of_kind(path, "*.json"):
            for number, task in enumerate(_listed(file, self.title), 1):
                yield Record(file, f"task {number}", (number, task))

    def article(self, record: Record, job: Job) -> Article:
        number, raw = record.raw
        flat = _flat.decode(raw)
        task = _tasks.decode(raw) if "data" in flat else _from_minimal(flat)
        untied = 0 if "data" in flat else len(UNTIED & flat.keys())
        job.leave_out("fields with labels and notes", record.where, NOT_TIED, untied)
        data = {n: msgspec.json.decode(v) for n, v in task.data.items() if n != "annotator"}
        key = _text_key(data, job.settings.columns.get("text"))
        given = data.get("id") or task.id or number
        id_ = given if isinstance(given, str) else f"{record.path.stem}-{given}"
        builder = ArticleBuilder(record, job, id_, data[key])
        builder.sidecar = foreign_fields.sidecar(task.data.get("annotator"))
        builder.fields({name: value for name, value in data.items() if name not in (key, "id")})
        work, decided = _work(builder, task)
        if work is not None:
            builder.by(_who(work), decided=decided)
            _take(builder, work)
        return builder.article()


def _from_minimal(flat: dict[str, Raw]) -> _Task:
    """Return the task of JSON-MIN: one annotation, whose marks stand beside the data."""
    results: list[_Result] = []
    data: dict[str, Raw] = {}
    for name, raw in flat.items():
        if b'"labels"' in bytes(raw) and bytes(raw).lstrip().startswith(b"["):
            results += [_Result("labels", value=region) for region in _regions.decode(raw)]
        elif name not in MINIMAL and name not in ("created_at", "updated_at", "annotator"):
            data[name] = raw
    who = msgspec.json.decode(flat.get("annotator", b"null"))
    work = [_Work(results, completed_by=who)] if results else []
    return _Task(data, annotations=work)


def _listed(path: Path, title: str) -> list[Raw]:
    try:
        return _list.decode(files.whole(path).removeprefix(files.BOM))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NotThisFormatError(path=path, format=title, reason=error) from error


def _text_key(data: dict[str, Any], wanted: str | None) -> str:
    texts = [name for name, value in data.items() if isinstance(value, str)]
    key = wanted or ("text" if "text" in texts else texts[0] if len(texts) == 1 else None)
    if key is None or key not in texts:
        raise ValueError(f"none of its fields is known as the text: {', '.join(data) or 'none'}")
    return key


def _work(builder: ArticleBuilder, task: _Task) -> tuple[_Work | None, bool]:
    """Return the annotation or prediction to take, and whether a person made it."""
    done = [work for work in (*task.annotations, *task.completions) if not work.was_cancelled]
    guessed = [work for work in task.predictions if isinstance(work, _Work)]
    if done and builder.sidecar is not None:
        return _together(done, guessed), True
    if done:
        builder.leave_out("further annotations", OTHER_WORK, len(done) - 1)
        return next((work for work in done if work.ground_truth), done[-1]), True
    builder.leave_out("further predictions", OTHER_WORK, max(len(guessed) - 1, 0))
    return (guessed[-1] if guessed else None), False


def _together(done: list[_Work], guessed: list[_Work]) -> _Work:
    """Combine the decided and the undecided half of a task of ours.

    An annotation added in Label Studio starts from the predictions and replaces them. The choice
    of a prediction is a suggestion, which our own record already holds.
    """
    results: dict[object, _Result] = {}
    undecided = guessed if len(done) == 1 else []
    for work, chosen in [*((work, False) for work in undecided), *((work, True) for work in done)]:
        for result in work.result:
            if chosen or result.type in (*MARKS, "relation"):
                key = (result.type, result.id, result.from_id, result.to_id)
                results[key] = result
    return _Work([*results.values()], completed_by=done[-1].completed_by)


def _who(work: _Work) -> object:
    who = work.completed_by
    if isinstance(who, dict):
        who = who.get("email") or who.get("username") or who.get("id")
    return who if who is not None else work.model_version


def _take(builder: ArticleBuilder, work: _Work) -> None:
    labels: dict[str, list[str]] = {}
    notes: dict[str, str] = {}
    for result in work.result:
        if result.value is not None and result.id and result.type == "choices":
            labels.setdefault(result.id, []).extend(result.value.choices)
        elif result.value is not None and result.id and result.type == "textarea":
            said = result.value.text
            notes[result.id] = said if isinstance(said, str) else "\n".join(said or ())
    units = OffsetMap(builder.text)
    marked = set()
    for number, result in enumerate(work.result):
        if result.type in MARKS and result.value is not None:
            id_ = result.id or f"result {number}"
            marked.add(id_)
            label, *further = labels.get(id_, [""])
            _mark(builder, units, id_, result.value, label)
            attributes = Attributes(note=notes.get(id_), alt_labels=tuple(further))
            builder.say(id_, attributes)
        elif result.type not in ("choices", "textarea", "relation"):
            builder.leave_out(f"results of the type {result.type[:40]!r}")
    builder.leave_out("choices and notes on whole texts", count=len({*labels, *notes} - marked))
    for result in work.result:
        if result.type == "relation":
            head, child = result.from_id or "", result.to_id or ""
            if result.direction == "left":
                head, child = child, head
            builder.link((result.labels or [""])[0], head, child)


def _mark(builder: ArticleBuilder, units: OffsetMap, id_: str, value: _Value, label: str) -> None:
    names = value.labels or value.hypertextlabels
    if value.start is None or value.end is None or not names:
        raise ValueError(f"the mark {id_!r} lacks its place or its label")
    start, end = _number(value.start), _number(value.end)
    said = value.text if isinstance(value.text, str) else None
    if said is not None and builder.text[max(start, 0) : max(end, 0)] != said:
        by_units = units.from_qt(start), units.from_qt(end)
        if builder.text[max(by_units[0], 0) : max(by_units[1], 0)] == said:
            start, end = by_units
    builder.leave_out("further labels of a mark", count=len(names) - 1)
    builder.mark(id_, names[0], start, end, label=label, said=said)


def _number(given: int | str) -> int:
    if isinstance(given, int):
        return given
    if given.isascii() and given.isdigit() and len(given) < 16:
        return int(given)
    raise ValueError(f"the place {given[:40]!r} is not a number")


IMPORTER = LabelStudio
