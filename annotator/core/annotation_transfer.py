"""Carrying the marks of an article over to an updated text, and saying what became of each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, Literal, cast

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from annotator.core import reasons
from annotator.core.alignment import NEAR, Alignment, likeness
from annotator.core.article import Article, Earlier, Header, Reading
from annotator.core.changes import Edit, apply, difference, make_change
from annotator.core.decisions import add_marks
from annotator.core.record import plain_claim, plain_entity
from annotator.core.spans import Claim, Entity, Mark, Origin, Span, Suggestion, Zone

Became = Literal["carried", "changed", "vanished"]

# What stands for a source, cue or hedge now may be so many times as long as it was.
MOST_GROWTH = 3


class Outcome(Struct, frozen=True):
    """What became of one mark: `was` and `now` are its words, in the old text and the new."""

    mark: Mark
    became: Became
    was: str
    now: str = ""
    after: Mark | None = None


class Carried(Struct, frozen=True):
    """The edits that update an article, of one change, and the outcome of every mark it had.

    A claim is carried if its sentences stand in the new text as they were; if not, its label
    is only suggested: the decision was taken on other words.
    """

    edits: tuple[Edit, ...]
    outcomes: tuple[Outcome, ...]

    def those(self, became: Became) -> list[Outcome]:
        """Return the outcomes of one kind."""
        return [outcome for outcome in self.outcomes if outcome.became == became]

    def claims(self, became: Became) -> list[Outcome]:
        """Return the outcomes of one kind that claims met."""
        return [outcome for outcome in self.those(became) if isinstance(outcome.mark, Claim)]


def carry(article: Article, update: Article, at: datetime) -> Carried:
    """Return what makes `article` have the text of `update`, with its marks in their places.

    Title, date and the like are those of the update where it says them. Marks that the
    update itself brings are added where none is carried to.
    """
    alignment = Alignment(article.text, update.text)
    outcomes = tuple(_outcomes(article, alignment))
    after = _updated(article, update, outcomes, at)
    return Carried(tuple(difference(article, _with_own_marks(after, update))), outcomes)


def _outcomes(article: Article, alignment: Alignment) -> Iterator[Outcome]:
    for zone in article.zones:
        yield _stretch_outcome(zone, alignment)
    for entity in article.entities:
        yield _stretch_outcome(entity, alignment)
    for claim in article.claims:
        yield _claim_outcome(article, claim, alignment)


def _stretch_outcome(mark: Zone | Entity, alignment: Alignment) -> Outcome:
    span = Span(mark.start, mark.end)
    was = alignment.old[mark.start : mark.end]
    found = alignment.same(span) or alignment.altered(span)
    now = alignment.new[found.start : found.end] if found else ""
    alike = was.split() == now.split()
    if found is None or not (alike or likeness(was, now) >= NEAR):
        return Outcome(mark, "vanished", was)
    after = replace(mark, start=found.start, end=found.end)
    return Outcome(mark, "carried" if alike else "changed", was, now, after)


def _claim_outcome(article: Article, claim: Claim, alignment: Alignment) -> Outcome:
    was = article.content_text(claim)
    moved = _moved(claim, alignment.same)
    if moved is not None and _still_named(claim, alignment):
        return Outcome(claim, "carried", was, _content(alignment.new, moved), moved)

    def find(span: Span) -> Span | None:
        return alignment.same(span) or alignment.altered(span)

    content = tuple(sorted(filter(None, map(find, claim.content))))
    now = " … ".join(alignment.new[span.start : span.end] for span in content)
    if not content or likeness(was, now) < NEAR:
        return Outcome(claim, "vanished", was)

    def near(spans: Iterable[Span]) -> tuple[Span, ...]:
        pairs = ((span, find(span)) for span in spans)
        return tuple(
            found
            for span, found in pairs
            if found and found.end - found.start <= MOST_GROWTH * (span.end - span.start)
        )

    source = near([claim.source] if claim.source else [])
    after = replace(
        _reopened(claim, was),
        content=content,
        source=source[0] if source else None,
        cue=near(claim.cue),
        hedges=near(claim.hedges),
    )
    return Outcome(claim, "changed", was, now, after)


def _moved(claim: Claim, find: Callable[[Span], Span | None]) -> Claim | None:
    """Return the claim in its new place, None if any piece of it is not there as it was."""
    spans = {span for _, span in claim.spans()}
    places = {span: found for span in spans if (found := find(span)) is not None}
    if len(places) < len(spans):
        return None
    return replace(
        claim,
        content=tuple(sorted(places[span] for span in claim.content)),
        source=places[claim.source] if claim.source else None,
        cue=tuple(places[span] for span in claim.cue),
        hedges=tuple(places[span] for span in claim.hedges),
    )


def _still_named(claim: Claim, alignment: Alignment) -> bool:
    """Return True if the name that the source goes back to is still in the text, if it was."""
    name = claim.source_ref
    return not name or name not in alignment.old or name in alignment.new


def _reopened(claim: Claim, was: str) -> Claim:
    """Turn a label into a suggestion: it was given to other words."""
    if claim.label is None:
        return claim
    reason = reasons.say("earlier", words=" ".join(was.split()))
    return replace(
        claim,
        label=None,
        decision=None,
        alt_labels=(),
        suggestion=Suggestion(claim.label, (reason,)),
    )


def _content(text: str, claim: Claim) -> str:
    return " … ".join(text[span.start : span.end] for span in claim.content)


def _updated(
    article: Article, update: Article, outcomes: Sequence[Outcome], at: datetime
) -> Article:
    after = [outcome.after for outcome in outcomes if outcome.after is not None]
    claims = [mark for mark in after if isinstance(mark, Claim)]
    ids = {claim.id for claim in claims}
    return replace(
        article,
        text=update.text,
        sha256=update.sha256,
        header=_header(article, update),
        source=update.source or article.source,
        source_sha256=update.source_sha256,
        source_encoding=update.source_encoding,
        earlier=(*article.earlier, _earlier(article, outcomes, at)),
        zones=tuple(mark for mark in after if isinstance(mark, Zone)),
        entities=tuple(mark for mark in after if isinstance(mark, Entity)),
        claims=tuple(
            claim if claim.nested_in in ids else replace(claim, nested_in=None) for claim in claims
        ),
    )


def _with_own_marks(article: Article, update: Article) -> Article:
    """Add the marks that the update brings where none was carried to."""
    edits = add_marks(article, update, 0)
    return apply(article, make_change(article, "import", edits, origin=Origin("import")))


def _header(article: Article, update: Article) -> Header:
    """Take what the update says of itself; how it stands with the work stays."""
    said = {
        field: value
        for field in Header.__struct_fields__
        if field not in ("state", "reading")
        and (value := getattr(update.header, field)) is not None
    }
    return replace(article.header, **said, reading=_reading(article, update))


def _reading(article: Article, update: Article) -> Reading | None:
    """Let the machine read on from the line in which the texts begin to differ."""
    reading = article.header.reading
    if reading is None:
        return None
    shorter = min(len(article.text), len(update.text))
    pairs = zip(article.text, update.text, strict=False)
    alike = next((at for at, (one, other) in enumerate(pairs) if one != other), shorter)
    if alike < len(update.text):
        alike = update.text.rfind("\n", 0, alike) + 1
    return replace(reading, to=min(reading.to, alike))


def _earlier(article: Article, outcomes: Sequence[Outcome], at: datetime) -> Earlier:
    """Keep what is not in the new text: all claims, and what else a person or a file marked."""
    vanished = tuple(
        _plain(article, outcome.mark)
        for outcome in outcomes
        if outcome.became == "vanished"
        and (isinstance(outcome.mark, Claim) or outcome.mark.origin.kind != "model")
    )
    return Earlier(article.sha256, at, article.source_sha256, vanished)


def _plain(article: Article, mark: Mark) -> dict[str, Any]:
    if isinstance(mark, Claim):
        line: Any = plain_claim(article, mark)
    elif isinstance(mark, Entity):
        line = plain_entity(article, mark)
    else:
        line = msgspec.to_builtins(mark) | {"text": article.slice(mark)}
    # As it is read back: through JSON, so that equal articles stay equal.
    return cast("dict[str, Any]", msgspec.json.decode(msgspec.json.encode(line)))
