"""Read an article passage by passage: the one entry to everything in this folder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.core.decisions import Passage
from annotator.core.spans import Claim, Entity, Origin, Span, Zone
from annotator.language.detect import detect
from annotator.language.discourse import Discourse
from annotator.language.mixing import stretches
from annotator.language.passages import passages

if TYPE_CHECKING:
    from spacy.tokens import Doc


def read(text: str, lang: str | None = None) -> Iterator[Passage]:
    """Yield what the machine reads in `text`, first passage first.

    Passages cover the whole text without gaps. The first one is short, so that the first
    screen is soon read.
    A paragraph in another known language is read as that language; `lang` of a passage
    is always the article's.
    """
    from annotator.language.zones import find_zones

    lang = lang or detect(text)
    zones = find_zones(text, lang)
    memory = Discourse()
    for start, end in passages(text):
        for first, last, spoken in stretches(text, start, end, lang):
            passage = _read(text[first:last], first, spoken, _local(zones, first, last), memory)
            begun = tuple(
                replace(zone, origin=Origin("model", passage.by))
                for zone in zones
                if first <= zone.start < last
            )
            yield replace(passage, lang=lang, zones=begun)


def _read(text: str, start: int, lang: str, zones: list[Zone], memory: Discourse) -> Passage:
    """Read a stretch in one language that begins at `start`; its zones are local to it."""
    from annotator.language.pipeline import load

    pipeline = load(lang)
    origin = Origin("model", pipeline.by)
    doc = pipeline.nlp.make_doc(text)
    doc._.memory = memory
    doc._.zones = zones
    for _, component in pipeline.nlp.pipeline:
        doc = component(doc)
    return Passage(
        start=start,
        end=start + len(text),
        lang=lang,
        by=pipeline.by,
        entities=tuple(_entities(doc, start, origin)),
        claims=tuple(_shifted(claim, start, origin) for claim in doc._.claims),
    )


def _local(zones: list[Zone], start: int, end: int) -> list[Zone]:
    return [
        replace(zone, start=max(zone.start, start) - start, end=min(zone.end, end) - start)
        for zone in zones
        if zone.start < end and start < zone.end
    ]


def _entities(doc: Doc, start: int, origin: Origin) -> Iterator[Entity]:
    zones = [(zone.start, zone.end) for zone in doc._.zones]
    number = 0
    for ent in doc.ents:
        if any(a < ent.end_char and ent.start_char < b for a, b in zones):
            continue
        number += 1
        yield Entity(f"e{number}", start + ent.start_char, start + ent.end_char, ent.label_, origin)


def _shifted(claim: Claim, by: int, origin: Origin) -> Claim:
    def move(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return replace(
        claim,
        content=tuple(map(move, claim.content)),
        source=move(claim.source) if claim.source else None,
        cue=tuple(map(move, claim.cue)),
        hedges=tuple(map(move, claim.hedges)),
        origin=origin,
    )
