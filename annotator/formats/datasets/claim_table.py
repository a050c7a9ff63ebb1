"""One claim as one row, for all formats that are tables of claims."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from operator import attrgetter
from types import NoneType
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct, defstruct
from msgspec.structs import astuple

from annotator.core.article import Article
from annotator.core.spans import PLACES, Attributes, Claim, Span, claim_fields
from annotator.formats.exporter import Exporter
from annotator.formats.losses import EVERYTHING

NO_ROW = "not in the table: a row is a claim"
# Between the items of a list in one cell.
LIST = "; "

HOLDS = EVERYTHING - {"text", "entities", "zones", "state", "reading", "earlier", "extra"}


class EvidenceRow(Struct, frozen=True):
    """Evidence with every field written, as a table wants them."""

    link: str
    title: str
    date: str
    remark: str
    stance: str
    kept: str
    kept_sha256: str


class Column(NamedTuple):
    """A column for a field of a claim, or for a part of it."""

    name: str
    type: Any
    value: Callable[[Claim], Any]


def _columns() -> Iterator[Column]:
    """Yield the columns that the declared fields of a claim make: all but its places."""
    for field in claim_fields():
        if field.name in WORDED:
            yield WORDED[field.name]
        elif field.name in PLACES and field.name != "nested_in":
            continue
        elif field.said.columns:
            (type_,) = (kind for kind in get_args(field.type) or [field.type] if kind != NoneType)
            hints = get_type_hints(type_)
            for name, part in field.said.columns.items():
                plain = _plain_type(hints[part])
                if get_origin(plain) is tuple:
                    yield Column(name, plain, _part(field.name, part, ()))
                else:
                    yield Column(name, plain | None, _part(field.name, part, None))
        elif _is_plain(field.type):
            yield Column(field.name, _plain_type(field.type), attrgetter(field.name))
        else:
            yield Column(field.name, str | None, _as_json(field.name, field.default))


def _is_plain(type_: Any) -> bool:
    kinds = {*get_args(type_)} - {NoneType, Ellipsis} or {type_}
    return kinds <= {str, bool, int, float, datetime} or get_origin(type_) is Literal


def _plain_type(type_: Any) -> Any:
    return str if get_origin(type_) is Literal else type_


def _part(field: str, part: str, otherwise: Any) -> Callable[[Claim], Any]:
    get, get_part = attrgetter(field), attrgetter(part)

    def value(claim: Claim) -> Any:
        whole = get(claim)
        return otherwise if whole is None else get_part(whole)

    return value


def _as_json(field: str, default: Any) -> Callable[[Claim], str | None]:
    """Write structured values as JSON, so that a table loses nothing."""
    get = attrgetter(field)

    def value(claim: Claim) -> str | None:
        found = get(claim)
        return None if found == default else msgspec.json.encode(found).decode()

    return value


def evidence(claim: Claim) -> tuple[EvidenceRow, ...]:
    """Return a claim's evidence as rows."""
    return tuple(
        [
            EvidenceRow(
                found.link,
                found.title,
                found.date,
                found.remark,
                found.stance or "",
                found.kept.name if found.kept else "",
                found.kept.sha256 if found.kept else "",
            )
            for found in claim.evidence
        ]
    )


def directness(claim: Claim) -> str:
    """Return how a claim is quoted, in a word."""
    if claim.direct == "mixed":
        return "mixed"
    return "direct" if claim.direct else "indirect"


# The fields that a table has in its own words.
WORDED = {
    "direct": Column("directness", str, directness),
    "evidence": Column("evidence", tuple[EvidenceRow, ...], evidence),
}
COLUMNS = tuple(_columns())
HEADER = (
    "lang",
    "title",
    "author",
    "outlet",
    "date",
    "url",
    "machine_translated",
    "original_lang",
)


def cell_text(value: object) -> str:
    """Return a value as the text of a cell, "" of none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Span):
        # In brackets: a spreadsheet would read 14:31 as a time.
        return f"[{value.start}:{value.end}]"
    if isinstance(value, EvidenceRow):
        return " | ".join(astuple(value)).rstrip(" |")
    if isinstance(value, (list, tuple)):
        return LIST.join(map(cell_text, value))
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _held(row: Any) -> list[str]:
    """Return the values that the ledger compares."""
    places = (
        row.content_spans,
        (row.source_span,) if row.source_span else (),
        row.cue_spans,
        row.hedge_spans,
    )
    return [
        row.text,
        row.label or "",
        row.source or "",
        LIST.join(row.cues),
        LIST.join(row.hedges),
        *map(cell_text, places),
    ]


# A claim, and the details of its article that a row's reader needs. Spans are in code points of
# the article's text, whose digest is `sha256`. `context` is the paragraph, or paragraphs,
# that the content stands in.
ClaimRow: Any = defstruct(
    "ClaimRow",
    [
        ("article", str),
        ("claim", str),
        ("text", str),
        *[(column.name, column.type) for column in COLUMNS if column.name == "label"],
        ("source", str | None),
        ("cues", list[str]),
        ("hedges", list[str]),
        *[(column.name, column.type) for column in COLUMNS if column.name != "label"],
        ("context", str),
        ("content_spans", tuple[Span, ...]),
        ("source_span", Span | None),
        ("cue_spans", tuple[Span, ...]),
        ("hedge_spans", tuple[Span, ...]),
        *[(name, bool | None if name == "machine_translated" else str | None) for name in HEADER],
        ("file", str | None),
        ("sha256", str),
    ],
    frozen=True,
    kw_only=True,
    namespace={"held": _held},
)


def rows(exporter: Exporter, articles: Iterable[Article]) -> Iterator[Any]:
    """Yield a row for each claim, reporting and entering it with its exporter."""
    for article in articles:
        exporter.counts.add_article(article)
        add_rowless(exporter, article)
        for claim in article.claims:
            found = row(article, claim)
            exporter.ledger.enter(f"{article.id}\t{claim.id}", found.held())
            yield found


def add_rowless(exporter: Exporter, article: Article) -> None:
    """Count an article that has no row, since it has no claims."""
    exporter.counts.add_loss("articles without claims", int(not article.claims), article.id, NO_ROW)


def row(article: Article, claim: Claim) -> Any:
    """Return a claim's row."""
    header = article.header
    return ClaimRow(
        article=article.id,
        claim=claim.id,
        text=article.content_text(claim),
        source=article.slice(claim.source) if claim.source else None,
        cues=[article.slice(span) for span in claim.cue],
        hedges=[article.slice(span) for span in claim.hedges],
        **said(claim),
        context=_context(article, claim),
        content_spans=claim.content,
        source_span=claim.source,
        cue_spans=claim.cue,
        hedge_spans=claim.hedges,
        **{field: getattr(header, field) for field in HEADER},
        file=article.source,
        sha256=article.sha256,
    )


def said(claim: Claim) -> dict[str, Any]:
    """Return the columns that every table has for a claim: all but its places."""
    return {column.name: column.value(claim) for column in COLUMNS}


def _context(article: Article, claim: Claim) -> str:
    text = article.text
    first = text.rfind("\n", 0, claim.content[0].start) + 1
    last = text.find("\n", claim.content[-1].end)
    return text[first : last if last >= 0 else len(text)]


def attributes(row: Mapping[str, Any]) -> Attributes:
    """Return a claim's fields from a row of COLUMNS; raise ValueError if they aren't valid."""
    found: dict[str, Any] = {}
    for field in claim_fields():
        value = row.get(field.name)
        if field.name == "direct":
            directness = row.get("directness") or ""
            found["direct"] = {"direct": True, "mixed": "mixed"}.get(directness, False)
        elif field.name == "evidence":
            found["evidence"] = [_evidence(dict(one)) for one in value or ()]
        elif field.said.columns:
            parts = {part: row.get(name) for name, part in field.said.columns.items() if part}
            given = {part: said for part, said in parts.items() if said not in (None, (), [])}
            if given:
                found[field.name] = given
        elif field.name not in PLACES and value is not None:
            plain = _is_plain(field.type)
            found[field.name] = value if plain else msgspec.json.decode(value)
    return msgspec.convert(found, Attributes, strict=False)


def _evidence(row: dict[str, Any]) -> dict[str, Any]:
    kept = {"name": row.pop("kept", None), "sha256": row.pop("kept_sha256", None)}
    found = {name: value for name, value in row.items() if value}
    return found | ({"kept": kept} if kept["name"] else {})
