"""Read corpus lines that differ from the program's own form: keep unknown keys, assign ids.

Slower than record.py; here an error in a line is named.
"""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec.structs import fields

from annotator.core import schema_1
from annotator.core.article import Article, Header, mark_number, text_sha256
from annotator.core.errors import SpanError
from annotator.core.spans import OFFSET_UNIT, Claim, Entity, check_spans

SCHEMA = 2

_ARTICLE_KEYS = (
    {field.name for field in fields(Article)} - {"header", "extra"}
    | {field.name for field in fields(Header)}
    | {"schema", "offset_unit", "boilerplate"}
)
_ENTITY_KEYS = {field.name for field in fields(Entity)} - {"extra"} | {"text"}
_CLAIM_KEYS = {field.name for field in fields(Claim)} - {"extra"} | {
    "content_text",
    "source_text",
    "cue_text",
    "hedge_text",
}


class RecordError(ValueError):
    """Name the wrong field of a line, and the reason."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class NewerRecordError(RecordError):
    """Say that a line was written by a newer program."""

    def __init__(self, schema: int) -> None:
        super().__init__("schema", f"{schema!r} is newer than this program ({SCHEMA})")
        self.schema = schema


def decode(line: bytes) -> Article:
    """Read one line; raise RecordError if it is not a sound article."""
    raw = _parse(line)
    text = raw["text"]
    old = raw.get("schema", 1) == 1
    keys = _ARTICLE_KEYS - schema_1.NEW_IN_ARTICLES if old else _ARTICLE_KEYS
    claim_keys = _CLAIM_KEYS - schema_1.NEW_IN_CLAIMS.keys() if old else _CLAIM_KEYS
    zones = _list(raw, "zones") or _zones_of(raw.get("boilerplate"))
    raw_entities, raw_claims = _list(raw, "entities"), _list(raw, "claims")
    plain = {
        **{key: value for key, value in raw.items() if key in keys},
        "header": {field.name: raw.get(field.name) for field in fields(Header)},
        "zones": _with_ids(zones, "z", "zones"),
        "entities": _with_ids(raw_entities, "e", "entities"),
        "claims": _with_ids(_only(raw_claims, claim_keys), "c", "claims"),
        "sha256": raw.get("sha256") or text_sha256(text),
        "extra": schema_1.renamed(_unknown(raw, keys), _ARTICLE_KEYS - keys),
    }
    try:
        article = msgspec.convert(plain, Article)
    except msgspec.ValidationError as error:
        reason, _, where = str(error).partition(" - at `$.")
        raise RecordError(where.rstrip("`") or "line", reason) from error
    claims = _keep_unknown(article.claims, raw_claims, claim_keys)
    article = msgspec.structs.replace(
        article,
        entities=tuple(_keep_unknown(article.entities, raw_entities, _ENTITY_KEYS)),
        claims=tuple(map(schema_1.upgraded, claims) if old else claims),
        last_id=max(article.last_id, _highest(article)),
    )
    _check(article, raw_entities, raw_claims)
    return article


def _parse(line: bytes) -> dict[str, Any]:
    try:
        raw = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RecordError("line", f"it is not JSON ({error})") from error
    if not isinstance(raw, dict):
        raise RecordError("line", "it is not a JSON object")
    for key in ("id", "text"):
        if not isinstance(raw.get(key), str) or not raw[key]:
            raise RecordError(key, "is missing, empty or not a string")
    schema = raw.get("schema", 1)
    if not isinstance(schema, int):
        raise RecordError("schema", "is not a number")
    if schema > SCHEMA:
        raise NewerRecordError(schema)
    if raw.get("offset_unit", OFFSET_UNIT) != OFFSET_UNIT:
        raise RecordError("offset_unit", f"{raw['offset_unit']!r} is not {OFFSET_UNIT!r}")
    return raw


def _list(raw: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = raw.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise RecordError(key, "is not a list of objects")
    return value


def _with_ids(items: list[dict[str, Any]], letter: str, key: str) -> list[dict[str, Any]]:
    """Assign missing ids, and refuse an id given twice."""
    result: list[dict[str, Any]] = []
    seen: set[str] = set()
    for number, item in enumerate(items, 1):
        id_ = item.get("id") or f"{letter}{number}"
        if not isinstance(id_, str):
            raise RecordError(f"{key}[{number - 1}].id", "is not a string")
        if id_ in seen:
            raise RecordError(f"{key}[{number - 1}].id", f"{id_!r} is given twice")
        seen.add(id_)
        result.append({**item, "id": id_})
    return result


def _zones_of(boilerplate: object) -> list[dict[str, Any]]:
    if not isinstance(boilerplate, list):
        return []
    try:
        return [{"start": start, "end": end} for start, end in boilerplate]
    except (TypeError, ValueError) as error:
        raise RecordError("boilerplate", "is not a list of [start, end]") from error


def _only(raws: list[dict[str, Any]], known: set[str]) -> list[dict[str, Any]]:
    """Leave out keys that were unknown in schema 1 and are names of fields today."""
    if known == _CLAIM_KEYS or all(schema_1.NEW_IN_CLAIMS.keys().isdisjoint(raw) for raw in raws):
        return raws
    return [{key: raw[key] for key in raw.keys() & known} for raw in raws]


def _unknown(raw: dict[str, Any], known: set[str]) -> dict[str, Any]:
    return {} if raw.keys() <= known else {k: v for k, v in raw.items() if k not in known}


def _keep_unknown(
    marks: Iterable[Any], raws: Iterable[dict[str, Any]], known: set[str]
) -> Iterable[Any]:
    for mark, raw in zip(marks, raws, strict=True):
        extra = _unknown(raw, known)
        yield msgspec.structs.replace(mark, extra=extra) if extra else mark


def _highest(article: Article) -> int:
    return max((mark_number(mark) for mark in article.marks()), default=0)


def _check(
    article: Article, raw_entities: list[dict[str, Any]], raw_claims: list[dict[str, Any]]
) -> None:
    if article.sha256 != text_sha256(article.text):
        raise RecordError("text", "it is not the text that was annotated: sha256 differs")
    for mark in article.marks():
        try:
            check_spans(article.text, mark)
        except SpanError as error:
            raise RecordError(mark.id, str(error)) from error
    for index, (entity, raw) in enumerate(zip(article.entities, raw_entities, strict=True)):
        _same(f"entities[{index}].text", raw.get("text"), article.slice(entity))
    for index, (claim, raw) in enumerate(zip(article.claims, raw_claims, strict=True)):
        for key, said in _claim_texts(article, claim).items():
            _same(f"claims[{index}].{key}", raw.get(key), said)


def _same(field: str, given: object, found: object) -> None:
    if given is not None and given != found:
        raise RecordError(field, f"says {given!r}, but the text there is {found!r}")


def _claim_texts(article: Article, claim: Claim) -> dict[str, Any]:
    return {
        "content_text": article.content_text(claim),
        "source_text": article.slice(claim.source) if claim.source else None,
        "cue_text": [article.slice(span) for span in claim.cue],
        "hedge_text": [article.slice(span) for span in claim.hedges],
    }
