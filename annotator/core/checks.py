"""Find contradictions in a claim, so that a person checks it again."""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.spans import Claim, Span

INSTITUTIONAL = ("official", "state_media")
# The labels that a hedge speaks against. A scheme of one's own may have others, whose meaning
# nobody here knows.
UNHEDGED = ("official", "sourced")


class Oddity(Struct, frozen=True):
    """One thing that looks odd: which check, and a sentence for a person."""

    check: str
    sentence: str


SENTENCES = {
    "official_without_institution": "Official, but the source is no institution of the state.",
    "official_but_hedged": "Official, but a hedge weakens the first predicate.",
    "sourced_but_hedged": "Sourced, but a hedge weakens the first predicate.",
    "speculative_without_hedge": "Speculative, but no hedge is marked and a source is named.",
    "reporter_with_cue": "No source is marked, though there is a cue.",
    "source_without_cue": "A source is marked, but no cue that ties it to the content.",
    "source_in_content": "The source lies inside the content.",
    "content_in_furniture": "The content lies in page furniture.",
    "same_content": "Another claim has the same content.",
}


def oddities(article: Article, claim: Claim) -> list[Oddity]:
    """Return what looks odd about a claim, nothing for most."""
    return [Oddity(check, SENTENCES[check]) for check in _failed(article, claim)]


def _failed(article: Article, claim: Claim) -> Iterator[str]:
    if claim.decided:
        yield from _label_checks(claim)
    if claim.cue and claim.source is None and not claim.source_ref and _names_a_source(claim):
        yield "reporter_with_cue"
    if claim.source is not None and not claim.cue and not _headline(article, claim):
        yield "source_without_cue"
    if claim.source is not None and any(_inside(claim.source, p) for p in claim.content):
        yield "source_in_content"
    if any(article.in_zone(piece) for piece in claim.content):
        yield "content_in_furniture"
    if any(c.content == claim.content and c.id != claim.id for c in _starting_with(article, claim)):
        yield "same_content"


def _label_checks(claim: Claim) -> Iterator[str]:
    kind = claim.source_type
    if claim.label == "official" and kind is not None and kind not in INSTITUTIONAL:
        yield "official_without_institution"
    if claim.label in UNHEDGED and _hedged(claim):
        yield f"{claim.label}_but_hedged"
    if claim.label == "speculative" and not claim.hedges and claim.source is not None:
        yield "speculative_without_hedge"


def _hedged(claim: Claim) -> bool:
    """Return True if the machine weighed a hedge as deciding: it suggests speculative for one."""
    suggested = claim.suggestion is not None and claim.suggestion.label == "speculative"
    return bool(claim.hedges) and suggested


def _names_a_source(claim: Claim) -> bool:
    # Hearsay has a cue and no source, rightly so (guideline 4.2).
    return claim.source_type not in ("unspecified", None)


def _headline(article: Article, claim: Claim) -> bool:
    # "BNPB: ..." in a headline has no cue (guideline 1, H).
    return article.text.find("\n", 0, claim.start + 1) < 0


def _inside(source: Span, piece: Span) -> bool:
    return piece.start <= source.start and source.end <= piece.end


def _starting_with(article: Article, claim: Claim) -> Iterator[Claim]:
    """Yield the claims that start where this one does; claims are in the order of the text."""
    at = bisect_left(article.claims, claim.start, key=attrgetter("start"))
    while at < len(article.claims) and article.claims[at].start == claim.start:
        yield article.claims[at]
        at += 1
