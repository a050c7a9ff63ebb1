"""doccano: one example a line, of a sequence-labelling project with or without relations.

Offsets are UTF-16 units, as doccano's editor counts; lines made by scripts count code points,
and projects may count graphemes. The words of the spans tell which. doccano does not say who
decided, so that all labels are suggestions.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.formats.datasets import foreign_fields
from annotator.formats.datasets.dataset import (
    FAULTS,
    ArticleBuilder,
    Dataset,
    Job,
    Record,
    line_records,
)
from annotator.formats.datasets.json_keys import keys, may_hold_json
from annotator.formats.datasets.offset_units import Places, find_unit, to_code_points


class _Entity(Struct):
    start_offset: int
    end_offset: int
    label: str
    id: int | str | None = None


class _Relation(Struct):
    from_id: int | str
    to_id: int | str
    type: str = ""


class _Example(Struct):
    text: str | None = None
    data: str | None = None
    id: int | str | None = None
    article: str | None = None
    entities: list[_Entity] = []
    relations: list[_Relation] = []
    label: Raw = Raw(b"[]")
    labels: Raw = Raw(b"[]")
    annotator: Raw = Raw(b"")


_Triple = tuple[int, int, str]
_examples = msgspec.json.Decoder(_Example)
_anything = msgspec.json.Decoder(dict[str, Raw])
_KNOWN = {field.encode_name for field in msgspec.structs.fields(_Example)}


class Doccano(Dataset):
    """Examples with entities and relations."""

    name = "doccano"
    title = "doccano (JSON Lines)"
    suffixes = (".jsonl", ".ndjson", ".json")

    def recognises(self, path: Path, head: bytes) -> bool:
        bracket, found = keys(head)
        fits = may_hold_json(path) and bracket == "{" and "schema" not in found
        examples = {"text", "entities", "relations"} <= found
        labels = not {"text", "data"}.isdisjoint(found) and not {"label", "labels"}.isdisjoint(
            found
        )
        return fits and (examples or labels)

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        job.kept["unit"] = find_unit(_places(path), "UTF-16 unit")
        yield from line_records(path)

    def article(self, record: Record, job: Job) -> Article:
        number, line = record.raw
        example = _examples.decode(line)
        text = example.text if example.text is not None else example.data
        id_ = (
            example.article or f"{record.path.stem}-{number if example.id is None else example.id}"
        )
        builder = ArticleBuilder(record, job, id_, text)
        builder.sidecar = foreign_fields.sidecar(example.annotator)
        if builder.sidecar is not None:
            # Labels of the scheme it was exported with, which may be another one now.
            given = (said.label for said in builder.sidecar.claims.values() if said.label)
            labels = (*builder.rules.labels, *given)
            builder.rules = replace(builder.rules, labels=tuple(dict.fromkeys(labels)))
        others = {n: msgspec.json.decode(v) for n, v in _anything.decode(line).items()}
        builder.fields({name: value for name, value in others.items() if name not in _KNOWN})
        entities = [*example.entities, *_labels(example.label, example.labels)]
        builder.leave_out("labels of whole texts", count=_class_labels(example))
        spans = [(entity.start_offset, entity.end_offset) for entity in entities]
        places = to_code_points(builder.text, spans, job.kept["unit"])
        for at, (entity, (start, end)) in enumerate(zip(entities, places, strict=True)):
            builder.mark(_id(entity.id, at), entity.label, start, end)
        for relation in example.relations:
            builder.link(relation.type, _id(relation.from_id, 0), _id(relation.to_id, 0))
        return builder.article()


def _places(path: Path) -> Iterator[Places]:
    for record in line_records(path):
        if isinstance(record, AnnotatorError):
            continue
        try:
            example = _examples.decode(record.raw[1])
            entities = [*example.entities, *_labels(example.label, example.labels)]
        except FAULTS:
            continue
        spans = [(entity.start_offset, entity.end_offset) for entity in entities]
        # What our own exporter wrote counts as doccano does.
        text = "" if b'"sha256"' in bytes(example.annotator) else example.text or example.data
        yield Places(text or "", spans, [None] * len(spans))


def _labels(*columns: Raw) -> Iterator[_Entity]:
    """Read spans given as [start, end, label] or as objects, but no labels of whole texts."""
    for item in _items(*columns):
        if isinstance(item, dict):
            yield msgspec.convert(item, _Entity)
        elif item is not None and not isinstance(item, str):
            yield _Entity(*msgspec.convert(item, _Triple))


def _class_labels(example: _Example) -> int:
    return sum(isinstance(item, str) for item in _items(example.label, example.labels))


def _items(*columns: Raw) -> Iterator[Any]:
    for raw in columns:
        items = msgspec.json.decode(raw)
        yield from items if isinstance(items, list) else [items]


def _id(given: int | str | None, number: int) -> str:
    return f"entity {number}" if given is None else f"id {given}"


IMPORTER = Doccano
