"""doccano: one example a line, of a sequence-labelling project with or without relations.

Offsets are UTF-16 units, as doccano's editor counts. doccano says of nothing who decided on
it, so that all labels are suggestions.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Raw, Struct

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.core.offsets import OffsetMap
from annotator.formats.datasets import foreign_fields
from annotator.formats.datasets.dataset import ArticleBuilder, Dataset, Job, Record, line_records
from annotator.formats.datasets.json_keys import keys


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
        fits = super().recognises(path, head) and bracket == "{" and "schema" not in found
        examples = {"text", "entities", "relations"} <= found
        labels = not {"text", "data"}.isdisjoint(found) and not {"label", "labels"}.isdisjoint(
            found
        )
        return fits and (examples or labels)

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        return line_records(path)

    def article(self, record: Record, job: Job) -> Article:
        number, line = record.raw
        example = _examples.decode(line)
        text = example.text if example.text is not None else example.data
        id_ = (
            example.article or f"{record.path.stem}-{number if example.id is None else example.id}"
        )
        builder = ArticleBuilder(record, job, id_, text)
        builder.sidecar = foreign_fields.sidecar(example.annotator)
        others = {n: msgspec.json.decode(v) for n, v in _anything.decode(line).items()}
        builder.fields({name: value for name, value in others.items() if name not in _KNOWN})
        units = OffsetMap(builder.text)
        entities = [*example.entities, *_labels(builder, example.label, example.labels)]
        for at, entity in enumerate(entities):
            id_ = _id(entity.id, at)
            start, end = units.from_qt(entity.start_offset), units.from_qt(entity.end_offset)
            builder.mark(id_, entity.label, start, end)
        for relation in example.relations:
            builder.link(relation.type, _id(relation.from_id, 0), _id(relation.to_id, 0))
        return builder.article()


def _labels(builder: ArticleBuilder, *columns: Raw) -> Iterator[_Entity]:
    """Read spans given as [start, end, label] or as objects; labels of a whole text stay out."""
    for raw in columns:
        items = msgspec.json.decode(raw)
        for item in items if isinstance(items, list) else [items]:
            if isinstance(item, str):
                builder.leave_out("labels of whole texts")
            elif isinstance(item, dict):
                yield msgspec.convert(item, _Entity)
            elif item is not None:
                yield _Entity(*msgspec.convert(item, _Triple))


def _id(given: int | str | None, number: int) -> str:
    return f"entity {number}" if given is None else f"id {given}"


IMPORTER = Doccano
