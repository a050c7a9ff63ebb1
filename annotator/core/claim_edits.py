"""Change what a mark covers: its edges and parts, merging, dividing, page furniture."""

from collections.abc import Iterable
from typing import Literal

from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.changes import ClaimEdit, Edit, EntityEdit, ZoneEdit
from annotator.core.decisions import trim
from annotator.core.spans import Claim, Entity, Origin, Span, Zone
from annotator.core.words import next_end, next_start

Edge = Literal["start", "end"]


def set_source(article: Article, claim: Claim, selection: Span) -> list[Edit]:
    """Make a selection the claim's source; remove the source if it is the selection."""
    span = trim(article.text, selection)
    if span is None:
        return []
    # What was known about the old source does not apply to this one.
    after = replace(
        claim,
        source=None if span == claim.source else span,
        source_ref=None,
        source_type=None,
        suggestion=None,
    )
    return [ClaimEdit(before=claim, after=after)]


def set_cue(article: Article, claim: Claim, selection: Span, *, add: bool = False) -> list[Edit]:
    """Make a selection the claim's cue, or one more piece of it; remove a piece it equals."""
    span = trim(article.text, selection)
    if span is None:
        return []
    cue = _toggled(claim.cue, span) if add or span in claim.cue else (span,)
    return [ClaimEdit(before=claim, after=replace(claim, cue=cue))]


def toggle_hedge(article: Article, claim: Claim, selection: Span) -> list[Edit]:
    """Make a selection a hedge of the claim, or remove a hedge that it touches."""
    span = trim(article.text, selection)
    if span is None:
        return []
    hedges = _toggled(claim.hedges, span)
    return [ClaimEdit(before=claim, after=replace(claim, hedges=hedges, suggestion=None))]


def add_content(article: Article, claim: Claim, selection: Span) -> list[Edit]:
    """Add a selection to the claim's content, as a separate piece if it touches none."""
    span = trim(article.text, selection)
    if span is None:
        return []
    content = _joined((*claim.content, span))
    return [ClaimEdit(before=claim, after=replace(claim, content=content))]


def move_edge(
    article: Article, claim: Claim, edge: Edge, step: int, *, by_character: bool = False
) -> list[Edit]:
    """Move the first or last edge of the content; it never crosses the other one."""
    text = article.text
    if edge == "start":
        piece = claim.content[0]
        to = piece.start + step if by_character else next_start(text, piece.start, step)
        moved = Span(to, piece.end)
        content = (moved, *claim.content[1:])
    else:
        piece = claim.content[-1]
        to = piece.end + step if by_character else next_end(text, piece.end, step)
        moved = Span(piece.start, to)
        content = (*claim.content[:-1], moved)
    if moved == piece or not 0 <= moved.start < moved.end <= len(text):
        return []
    return [ClaimEdit(before=claim, after=replace(claim, content=_joined(content)))]


def merge(article: Article, claim: Claim, other: Claim) -> list[Edit]:
    """Merge two claims; the first takes from the other what it lacks.

    The label stays only if both have it; otherwise the claim is undecided again.
    """
    same = claim.label == other.label
    merged = replace(
        claim,
        content=_joined((*claim.content, *other.content)),
        source=claim.source or other.source,
        source_ref=claim.source_ref or other.source_ref,
        source_type=claim.source_type or other.source_type,
        cue=claim.cue or other.cue,
        hedges=_joined((*claim.hedges, *other.hedges)),
        label=claim.label if same else None,
        decision=claim.decision if same else None,
        suggestion=None,
        nested_in=claim.nested_in if claim.nested_in != other.id else other.nested_in,
        note="\n".join(note for note in (claim.note, other.note) if note) or None,
        evidence=(*claim.evidence, *other.evidence),
    )
    adopted = [
        ClaimEdit(before=child, after=replace(child, nested_in=claim.id))
        for child in article.claims
        if child.nested_in == other.id and child.id != claim.id
    ]
    return [*adopted, ClaimEdit(before=other), ClaimEdit(before=claim, after=merged)]


def divide(article: Article, claim: Claim, at: int, origin: Origin) -> list[Edit]:
    """Divide a claim at a place in its content; the second part is undecided."""
    first = _trimmed(article.text, (Span(s.start, min(s.end, at)) for s in claim.content))
    second = _trimmed(article.text, (Span(max(s.start, at), s.end) for s in claim.content))
    if not first or not second:
        return []
    here = tuple(hedge for hedge in claim.hedges if hedge.start < at)
    there = tuple(hedge for hedge in claim.hedges if hedge.start >= at)
    rest = replace(
        claim,
        id=f"c{article.last_id + 1}",
        content=second,
        hedges=there,
        label=None,
        decision=None,
        suggestion=None,
        note=None,
        evidence=(),
        origin=origin,
    )
    kept = replace(claim, content=first, hedges=here, suggestion=None)
    return [ClaimEdit(before=claim, after=kept), ClaimEdit(after=rest)]


def create_entity(article: Article, selection: Span, label: str, origin: Origin) -> list[Edit]:
    """Make a selection an entity, in place of the entities it touches."""
    span = trim(article.text, selection)
    if span is None:
        return []
    entity = Entity(f"e{article.last_id + 1}", span.start, span.end, label, origin)
    return [*remove_entities(article, span), EntityEdit(after=entity)]


def remove_entities(article: Article, selection: Span) -> list[Edit]:
    """Remove the entities a selection touches."""
    return [EntityEdit(before=entity) for entity in entities_at(article, selection)]


def entities_at(article: Article, selection: Span) -> list[Entity]:
    """Return the entities a selection touches, or those around a caret."""
    end = max(selection.end, selection.start + 1)
    return [e for e in article.entities if e.start < end and selection.start < e.end]


def toggle_furniture(article: Article, selection: Span, origin: Origin) -> list[Edit]:
    """Make the lines of a selection page furniture, or remove the furniture they touch.

    Nothing inside furniture is annotated: the machine's marks there are removed. A claim
    that a person made or labelled prevents the change, so that no work is lost unseen.
    """
    lines = whole_lines(article.text, selection)
    touched = [zone for zone in article.zones if zone.start < lines.end and lines.start < zone.end]
    if touched:
        return [ZoneEdit(before=zone) for zone in touched]
    inside = [c for c in article.claims if all(_within(span, lines) for span in c.content)]
    if lines.start == lines.end or any(c.decided or c.origin.kind == "person" for c in inside):
        return []
    zone = Zone(f"z{article.last_id + 1}", lines.start, lines.end, origin=origin)
    entities = [e for e in article.entities if lines.start <= e.start and e.end <= lines.end]
    gone = {claim.id for claim in inside}
    freed = [
        ClaimEdit(before=claim, after=replace(claim, nested_in=None))
        for claim in article.claims
        if claim.nested_in in gone and claim.id not in gone
    ]
    return [
        *freed,
        *(ClaimEdit(before=claim) for claim in inside),
        *(EntityEdit(before=entity) for entity in entities),
        ZoneEdit(after=zone),
    ]


def whole_lines(text: str, selection: Span) -> Span:
    """Widen a selection to the lines it touches, without their last line end."""
    start = text.rfind("\n", 0, selection.start) + 1
    end = text.find("\n", max(selection.start, selection.end - 1))
    return Span(start, len(text) if end < 0 else max(start, end))


def _within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def _toggled(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    kept = tuple(other for other in spans if not other.overlaps(span))
    return kept if len(kept) < len(spans) else tuple(sorted((*spans, span)))


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Order spans and join those that overlap."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _trimmed(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    trimmed = (trim(text, span) for span in spans if span.start < span.end)
    return tuple(span for span in trimmed if span)
