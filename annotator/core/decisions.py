"""The actions of a person or the machine on an article, each as the edits of one change."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from annotator.core.article import Article, Header, Reading
from annotator.core.changes import ClaimEdit, Edit, EntityEdit, HeaderEdit, ZoneEdit
from annotator.core.spans import Claim, Decision, Entity, Origin, Span, Zone

M = TypeVar("M", Entity, Claim, Zone)


class Passage(Struct, frozen=True):
    """What the machine read in one stretch of an article.

    Ids are local to the passage (`nested_in` refers to them); the article assigns new ones
    when it takes the passage in. `by` names the pipeline and its version.
    """

    start: int
    end: int
    lang: str
    by: str
    zones: tuple[Zone, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()


def tag(claim: Claim, label: str, decision: Decision) -> list[Edit]:
    """Give a claim its label."""
    return [ClaimEdit(before=claim, after=replace(claim, label=label, decision=decision))]


def clear(claim: Claim) -> list[Edit]:
    """Take a claim's label back."""
    return [ClaimEdit(before=claim, after=replace(claim, label=None, decision=None))]


def reject(article: Article, claim: Claim) -> list[Edit]:
    """Remove a claim that is not one; claims nested in it are no longer nested."""
    orphans = [other for other in article.claims if other.nested_in == claim.id]
    freed = [ClaimEdit(before=other, after=replace(other, nested_in=None)) for other in orphans]
    return [*freed, ClaimEdit(before=claim)]


def create_claim(article: Article, selection: Span, origin: Origin) -> list[Edit]:
    """Make a claim of a selection, cut to its words: space and final punctuation fall away."""
    span = trim(article.text, selection)
    if span is None:
        return []
    claim = Claim(id=f"c{article.last_id + 1}", content=(span,), origin=origin)
    return [ClaimEdit(after=claim)]


def trim(text: str, span: Span, final: str = ".,;:") -> Span | None:
    """Trim white space around a span and `final` marks at its end; None if nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in final):
        end -= 1
    return Span(start, end) if start < end else None


def take_in(article: Article, passage: Passage, at: datetime) -> list[Edit]:
    """Add what the machine read, except over marks that it did not make.

    Those are a person's, and the page furniture that the article's file declares: the
    machine reads nothing in it.

    `at` is when it was read. The header's reading moves on to the passage's end; a
    passage that ends before it has been taken in already and gives no edits.
    """
    done = article.header.reading
    if done is not None and passage.end <= done.to:
        return []
    header = HeaderEdit(before=article.header, after=_read(article, passage, at))
    outside = _outside_furniture(passage, article)
    return [header, *add_marks(article, outside, done.to if done is not None else 0)]


def _outside_furniture(passage: Passage, article: Article) -> Passage:
    zones = [
        zone
        for zone in article.zones
        if zone.origin.kind != "model" and passage.start < zone.end and zone.start < passage.end
    ]
    return replace(
        passage,
        entities=tuple(entity for entity in passage.entities if not _touches(entity, zones)),
        claims=tuple(claim for claim in passage.claims if not _touches(claim, zones)),
    )


def add_marks(article: Article, marks: Passage | Article, start: int) -> list[Edit]:
    """Add marks of the same text from `start` on, except over other marks."""
    number = article.last_id
    edits: list[Edit] = []
    for zone in _new(marks.zones, article.zones, start):
        number += 1
        edits.append(ZoneEdit(after=replace(zone, id=f"z{number}")))
    for entity in _new(marks.entities, article.entities, start):
        number += 1
        edits.append(EntityEdit(after=replace(entity, id=f"e{number}")))
    claims = _new(marks.claims, article.claims, start)
    ids = {claim.id: f"c{number + index}" for index, claim in enumerate(claims, 1)}
    for claim in claims:
        nested_in = ids.get(claim.nested_in) if claim.nested_in else None
        edits.append(ClaimEdit(after=replace(claim, id=ids[claim.id], nested_in=nested_in)))
    return edits


def _read(article: Article, passage: Passage, at: datetime) -> Header:
    return replace(
        article.header,
        lang=article.header.lang or passage.lang,
        reading=Reading(passage.by, passage.end, at),
    )


def _new(read: Iterable[M], present: Iterable[M], start: int) -> list[M]:
    # After `start` the machine has made no marks yet, but an earlier text may have left some.
    kept = [mark for mark in present if mark.origin.kind != "model" or mark.start >= start]
    return [mark for mark in read if mark.start >= start and not _touches(mark, kept)]


def _touches(mark: Entity | Claim | Zone, others: Iterable[Entity | Claim | Zone]) -> bool:
    return any(
        span.overlaps(other_span)
        for span in _extent(mark)
        for other in others
        for other_span in _extent(other)
    )


def _extent(mark: Entity | Claim | Zone) -> tuple[Span, ...]:
    return mark.content if isinstance(mark, Claim) else (Span(mark.start, mark.end),)
