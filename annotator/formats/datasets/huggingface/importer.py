"""A Hugging Face dataset as we export it: an article a row in Parquet, a file a split.

Other people's datasets with texts, or with tokens and their tags, are tables. Of ours a
label that a person gave stays one, and the decision too where the text is the same.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.core.spans import Attributes
from annotator.formats import field_names, files
from annotator.formats.datasets.claim_table import HEADER, attributes
from annotator.formats.datasets.dataset import ArticleBuilder, Job, Record
from annotator.formats.datasets.graph_to_marks import ROLES
from annotator.formats.datasets.parquet_table import Parquet
from annotator.formats.graph import Node, Sidecar
from annotator.formats.importer import What

# Where datasets have their files: ours in data, others beside the card or a folder deep.
FILES = ("data/*.parquet", "*.parquet", "*/*.parquet")


class _Part(Struct):
    start: int
    end: int
    text: str | None = None


class _Zone(Struct):
    id: str
    start: int
    end: int
    kind: str = ""


class _Entity(Struct):
    id: str
    start: int
    end: int
    label: str
    text: str | None = None


class _Claim(Struct):
    id: str
    content: list[_Part]
    label: str | None = None
    tagged: bool = False
    source: _Part | None = None
    cues: list[_Part] = []
    hedges: list[_Part] = []
    nested_in: str | None = None


class _Row(Struct):
    id: str
    text: str
    claims: list[_Claim] = []
    entities: list[_Entity] = []
    zones: list[_Zone] = []
    file: str | None = None
    sha256: str = ""
    state: Literal["flagged", "skipped"] | None = None


class HuggingFace(Parquet):
    """A folder with a dataset card and Parquet files."""

    name = "huggingface"
    title = "Hugging Face dataset (Parquet)"
    suffixes = ()

    @property
    def what(self) -> What:
        return "data set"

    def recognises(self, path: Path, head: bytes) -> bool:
        return path.is_dir() and any(files.has(path, pattern) for pattern in FILES)

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        pattern = next((pattern for pattern in FILES if files.has(path, pattern)), FILES[0])
        for file in files.of_kind(path, pattern):
            yield from super().records(file, job)

    def article(self, record: Record, job: Job) -> Article | None:
        _, _, names, cells = record.raw
        if "claims" in names and "entities" in names:
            return self._ours(record._replace(raw=dict(zip(names, cells, strict=True))), job)
        return super().article(record, job)

    def _ours(self, record: Record, job: Job) -> Article:
        row = msgspec.convert(record.raw, _Row)
        builder = ArticleBuilder(record, job, row.id, row.text)
        given = {name: record.raw.get(name) for name in HEADER}
        builder.fields(given, keep=False)
        origin = builder.rules.origin
        header = replace(field_names.header(given)[0], state=row.state)
        # The rows hold ids and attributes, as the record that other formats keep beside the marks.
        builder.sidecar = Sidecar(
            id=row.id,
            header=header,
            source=row.file,
            sha256=row.sha256,
            claims={said["id"]: _said(said) for said in record.raw.get("claims") or ()},
            entities={entity.id: (origin, {}) for entity in row.entities},
            zones={zone.id: origin for zone in row.zones},
        )
        for entity in row.entities:
            node = Node(entity.id, "entity", entity.label, entity.start, entity.end)
            builder.add(node, entity.text)
        for zone in row.zones:
            builder.add(Node(zone.id, "zone", zone.kind, zone.start, zone.end))
        for claim in row.claims:
            _claim(builder, claim)
        for claim in row.claims:
            if claim.nested_in is not None:
                builder.link("inside", claim.id, claim.nested_in)
        return builder.article()


def _claim(builder: ArticleBuilder, claim: _Claim) -> None:
    """Add a claim and its parts; raise ValueError if it has no content."""
    if not claim.content:
        raise ValueError(f"the claim {claim.id!r} has no content")
    label = claim.label or "" if claim.tagged else ""
    source = [claim.source] if claim.source else []
    for role, link, parts in (
        ("claim", "continues", claim.content),
        ("source", "says", source),
        ("cue", "cues", claim.cues),
        ("hedge", "hedges", claim.hedges),
    ):
        for number, part in enumerate(parts):
            first = role == "claim" and number == 0
            id_ = claim.id if first else f"{claim.id} {role} {number}"
            said = label if role == "claim" else ""
            builder.add(Node(id_, ROLES[role], said, part.start, part.end), part.text)
            if not first:
                builder.link(link, id_, claim.id)


def _said(row: dict[str, Any]) -> Attributes:
    label = row.get("label")
    if label and not row.get("tagged"):
        # Version 0.1.0 wrote the machine's label there.
        row = row | {"label": None, "suggested": label}
    return attributes(row)


IMPORTER = HuggingFace
