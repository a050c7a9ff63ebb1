"""One article as one JSON line: the file format, checked where it is read and written.

The fields are those of the annotation guidelines; resources/schemas/article.schema.json
describes them. Unknown keys are kept with the article, entity or claim they stand in.
A line in the program's own form is decoded straight into its types; any other line
(unknown keys, no ids, errors) goes through record_loose.py.
"""

from operator import attrgetter
from typing import Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import astuple, fields

from annotator.core import record_loose, schema_1
from annotator.core.article import Article, Earlier, Header, Reading, highest_number, text_sha256
from annotator.core.errors import SpanError
from annotator.core.record_loose import SCHEMA, NewerRecordError, RecordError
from annotator.core.spans import (
    OFFSET_UNIT,
    Claim,
    Entity,
    Origin,
    Span,
    Zone,
    check_spans,
    claim_fields,
)

__all__ = [
    "SCHEMA",
    "NewerRecordError",
    "RecordError",
    "decode",
    "encode",
    "plain_claim",
    "plain_entity",
]


# A value takes up to 150 times the bytes that it takes in the line, so a large line may not
# hold any number of them; an article of ten million characters has fewer by far.
LARGE = 2**20
MOST_VALUES = 2_000_000


class _EntityIn(Entity, frozen=True, forbid_unknown_fields=True):
    text: str | None = None


class _ClaimIn(Claim, frozen=True, forbid_unknown_fields=True):
    content_text: str | None = None
    source_text: str | None = None
    cue_text: list[str] | None = None
    hedge_text: list[str] | None = None


class _ArticleIn(Header, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: str
    text: str
    sha256: str
    zones: tuple[Zone, ...]
    entities: list[_EntityIn]
    claims: list[_ClaimIn]
    schema: Literal[1, 2] = 1
    offset_unit: Literal["code point"] = "code point"
    boilerplate: tuple[Span, ...] = ()
    source: str | None = None
    source_sha256: str | None = None
    source_encoding: str | None = None
    revision: int = 0
    last_id: int = 0
    earlier: tuple[Earlier, ...] = ()
    digest: str | None = None


class _EntityOut(Struct, gc=False):
    id: str
    start: int
    end: int
    label: str
    origin: Origin
    text: str


_TEXTS = {
    "content_text": str,
    "source_text": str | None,
    "cue_text": list[str],
    "hedge_text": list[str],
}
_ALWAYS = ("id", "content", *[field.name for field in claim_fields() if field.said.always])
_SOMETIMES = [field for field in claim_fields() if not field.said.always]
# Fields without a default are always written, the others if they differ from it.
_ClaimOut: Any = msgspec.defstruct(
    "_ClaimOut",
    [
        *[(field.name, field.type) for field in fields(Claim) if field.name in _ALWAYS],
        *_TEXTS.items(),
        *[(field.name, field.type, field.default) for field in _SOMETIMES],
    ],
    omit_defaults=True,
    gc=False,
)
_always = attrgetter(*[name for name in Claim.__struct_fields__ if name in _ALWAYS])
_sometimes = attrgetter(*[field.name for field in _SOMETIMES])


class _ArticleOut(Struct, omit_defaults=True, gc=False):
    schema: int
    id: str
    lang: str | None
    title: str | None
    source: str | None
    text: str
    sha256: str
    offset_unit: str
    revision: int
    last_id: int
    boilerplate: list[Span]
    zones: tuple[Zone, ...]
    entities: list[Any]
    claims: list[Any]
    author: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    machine_translated: bool | None = None
    original_lang: str | None = None
    state: str | None = None
    reading: Reading | None = None
    source_sha256: str | None = None
    source_encoding: str | None = None
    earlier: tuple[Earlier, ...] = ()
    digest: str | None = None


_decoder = msgspec.json.Decoder(_ArticleIn)
_encoder = msgspec.json.Encoder()
_HEADER = len(Header.__struct_fields__)
_ENTITY = len(Entity.__struct_fields__)
_CLAIM = len(Claim.__struct_fields__)


def decode(line: bytes) -> Article:
    """Read one line; raise RecordError if it is not a sound article."""
    if len(line) > LARGE and line.count(b"{") + line.count(b"[") > MOST_VALUES:
        raise RecordError("line", f"holds more than {MOST_VALUES:,} values")
    try:
        read = _decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return record_loose.decode(line)
    try:
        return _article(read)
    except (RecordError, SpanError):
        # The loose reader says which field it is.
        return record_loose.decode(line)


def encode(article: Article) -> bytes:
    """Write an article as one line, without the line end; raise SpanError on a bad span."""
    for mark in article.marks():
        check_spans(article.text, mark)
    header = article.header
    line = _ArticleOut(
        schema=SCHEMA,
        id=article.id,
        lang=header.lang,
        title=header.title,
        source=article.source,
        text=article.text,
        sha256=article.sha256,
        offset_unit=OFFSET_UNIT,
        revision=article.revision,
        last_id=article.last_id,
        boilerplate=[Span(zone.start, zone.end) for zone in article.zones],
        zones=article.zones,
        entities=[plain_entity(article, entity) for entity in article.entities],
        claims=[plain_claim(article, claim) for claim in article.claims],
        author=header.author,
        outlet=header.outlet,
        date=header.date,
        url=header.url,
        machine_translated=header.machine_translated,
        original_lang=header.original_lang,
        state=header.state,
        reading=header.reading,
        source_sha256=article.source_sha256,
        source_encoding=article.source_encoding,
        earlier=article.earlier,
        digest=article.digest,
    )
    if article.extra:
        return _encoder.encode(msgspec.to_builtins(line) | article.extra)
    return _encoder.encode(line)


def plain_entity(article: Article, entity: Entity) -> Any:
    """Return an entity as a record has it, ready to be encoded."""
    said = article.text[entity.start : entity.end]
    line = _EntityOut(entity.id, entity.start, entity.end, entity.label, entity.origin, said)
    return msgspec.to_builtins(line) | entity.extra if entity.extra else line


def plain_claim(article: Article, claim: Claim) -> Any:
    """Return a claim as a record has it, ready to be encoded."""
    text = article.text
    line = _ClaimOut(
        *_always(claim),
        article.content_text(claim),
        text[claim.source.start : claim.source.end] if claim.source else None,
        [text[span.start : span.end] for span in claim.cue],
        [text[span.start : span.end] for span in claim.hedges],
        *_sometimes(claim),
    )
    return msgspec.to_builtins(line) | claim.extra if claim.extra else line


def _article(read: _ArticleIn) -> Article:
    """Make the article of a line in our own form; raise RecordError if its form differs."""
    if (
        not read.id
        or not read.text
        or (read.boilerplate and not read.zones)
        or (read.schema == 1 and read.digest is not None)
    ):
        raise RecordError("line", "is for the loose reader")
    if read.sha256 != text_sha256(read.text):
        raise RecordError("text", "it is not the text that was annotated: sha256 differs")
    claims = [Claim(*astuple(claim)[:_CLAIM]) for claim in read.claims]
    article = Article(
        id=read.id,
        text=read.text,
        sha256=read.sha256,
        header=Header(*astuple(read)[:_HEADER]),
        source=read.source,
        source_sha256=read.source_sha256,
        source_encoding=read.source_encoding,
        zones=read.zones,
        entities=tuple([_entity(entity, read.text) for entity in read.entities]),
        claims=tuple(map(schema_1.upgraded, claims) if read.schema == 1 else claims),
        revision=read.revision,
        last_id=read.last_id,
        earlier=read.earlier,
        digest=read.digest,
    )
    ids = _check(article, read)
    highest = highest_number(ids)
    if highest <= article.last_id:
        return article
    return msgspec.structs.replace(article, last_id=highest)


def _entity(read: _EntityIn, text: str) -> Entity:
    if read.extra or (read.text is not None and read.text != text[read.start : read.end]):
        raise RecordError(read.id, "is for the loose reader")
    return Entity(read.id, read.start, read.end, read.label, read.origin)


def _check(article: Article, read: _ArticleIn) -> list[str]:
    """Return the ids; raise unless every span lies in the text and its text is as given."""
    text, length = article.text, len(article.text)
    ids = [mark.id for marks in (article.zones, article.entities, article.claims) for mark in marks]
    for marks in (article.zones, article.entities):
        for mark in marks:
            if not 0 <= mark.start < mark.end <= length:
                raise RecordError(mark.id, "lies outside the text")
    for claim, given in zip(article.claims, read.claims, strict=True):
        check_spans(text, claim)
        if given.extra or not _says_the_same(article, claim, given):
            raise RecordError(claim.id, "is for the loose reader")
    if len({*ids}) != len(ids) or "" in ids:
        raise RecordError("id", "is for the loose reader")
    return ids


def _says_the_same(article: Article, claim: Claim, given: _ClaimIn) -> bool:
    text = article.text
    if given.content_text not in (None, article.content_text(claim)):
        return False
    source = claim.source
    if given.source_text is not None and (
        source is None or given.source_text != text[source.start : source.end]
    ):
        return False
    for spans, said in ((claim.cue, given.cue_text), (claim.hedges, given.hedge_text)):
        if said is not None and said != [text[span.start : span.end] for span in spans]:
            return False
    return True
