"""A Hugging Face dataset as we export it: an article a row in Parquet, a file a split.

A label that a person gave stays one, without what they were shown when they gave it; any
other becomes a suggestion.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.core.spans import Attributes, Evidence, Origin, Suggestion
from annotator.formats import files
from annotator.formats.datasets.dataset import ArticleBuilder, Job, Record
from annotator.formats.datasets.graph_to_marks import ROLES
from annotator.formats.datasets.parquet_table import Parquet
from annotator.formats.graph import Node, Sidecar
from annotator.formats.importer import What

FILES = "data/*.parquet"
DIRECT: dict[str, Any] = {"direct": True, "mixed": "mixed"}


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
    source_type: str | None = None
    source_ref: str | None = None
    via: str | None = None
    cues: list[_Part] = []
    hedges: list[_Part] = []
    directness: str = ""
    polarity: Literal["pos", "neg", "cond"] = "pos"
    checkable: bool | None = None
    alt_labels: tuple[str, ...] = ()
    nested_in: str | None = None
    note: str | None = None
    evidence: tuple[Evidence, ...] = ()
    suggested: str | None = None
    suggested_because: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


class _Row(Struct):
    id: str
    text: str
    claims: list[_Claim] = []
    entities: list[_Entity] = []
    zones: list[_Zone] = []
    file: str | None = None
    state: Literal["flagged", "skipped"] | None = None


_HEADER = (
    "lang", "title", "author", "outlet", "date", "url", "machine_translated", "original_lang"
)  # fmt: skip


class HuggingFace(Parquet):
    """A folder with a dataset card and Parquet files."""

    name = "huggingface"
    title = "Hugging Face dataset (our own)"
    suffixes = ()

    @property
    def what(self) -> What:
        return "data set"

    def recognises(self, path: Path, head: bytes) -> bool:
        return path.is_dir() and files.has(path, FILES)

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        for file in files.of_kind(path, FILES):
            names: Sequence[Any] | None = None
            for row in self.rows(file, job):
                if isinstance(row, AnnotatorError):
                    yield row
                elif names is None:
                    names = row[1]
                else:
                    yield Record(file, row[0], dict(zip(names, row[1], strict=True)))

    def article(self, record: Record, job: Job) -> Article:
        row = msgspec.convert(record.raw, _Row)
        builder = ArticleBuilder(record, job, row.id, row.text)
        builder.fields({name: record.raw.get(name) for name in _HEADER}, keep=False)
        origin = builder.rules.origin
        # The rows hold ids and attributes, as the record that other formats keep beside the marks.
        builder.sidecar = Sidecar(
            claims={claim.id: _said(claim, origin) for claim in row.claims},
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
        article = builder.article()
        header = replace(article.header, state=row.state)
        return replace(article, source=row.file, header=header)


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


def _said(claim: _Claim, origin: Origin) -> Attributes:
    suggested = claim.suggested if claim.tagged else claim.label or claim.suggested
    return Attributes(
        label=claim.label if claim.tagged else None,
        source_type=claim.source_type,
        source_ref=claim.source_ref,
        via=claim.via,
        direct=DIRECT.get(claim.directness, False),
        polarity=claim.polarity,
        checkable=claim.checkable,
        alt_labels=claim.alt_labels,
        note=claim.note,
        evidence=claim.evidence,
        reasons=claim.reasons,
        suggestion=Suggestion(suggested, claim.suggested_because) if suggested else None,
        origin=origin,
    )


IMPORTER = HuggingFace
