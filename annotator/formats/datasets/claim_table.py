"""A claim as a table row, for every format that is a table of claims."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.spans import Claim, Span
from annotator.formats.exporter import Exporter
from annotator.formats.losses import EVERYTHING

# Between the items of a list in one cell.
LIST = "; "

HOLDS = EVERYTHING - {"text", "entities", "zones", "state", "reading", "earlier", "extra"}


class EvidenceRow(Struct, frozen=True):
    """Evidence with every field written, as a table wants them."""

    link: str
    title: str
    date: str
    remark: str


class ClaimRow(Struct, frozen=True, kw_only=True):
    """A claim with what identifies and describes its article.

    Spans are in code points of the article's text, whose digest is `sha256`. `context` is
    the paragraph, or paragraphs, that the content stands in.
    """

    article: str
    claim: str
    text: str
    label: str | None
    source: str | None
    source_type: str | None
    source_ref: str | None
    via: str | None
    cues: list[str]
    hedges: list[str]
    directness: str
    polarity: str
    checkable: bool | None
    alt_labels: tuple[str, ...]
    nested_in: str | None
    note: str | None
    evidence: tuple[EvidenceRow, ...]
    suggested: str | None
    suggested_because: tuple[str, ...]
    reasons: tuple[str, ...]
    decided_by: str | None
    decided_at: datetime | None
    assist: str | None
    shown: str | None
    seconds: float | None
    found_by: str
    found_how: str
    found_at: datetime | None
    context: str
    content_spans: tuple[Span, ...]
    source_span: Span | None
    cue_spans: tuple[Span, ...]
    hedge_spans: tuple[Span, ...]
    lang: str | None
    title: str | None
    author: str | None
    outlet: str | None
    date: str | None
    url: str | None
    machine_translated: bool | None
    original_lang: str | None
    file: str | None
    sha256: str

    def held(self) -> list[str]:
        """Return what the ledger compares."""
        return [
            self.text,
            self.label or "",
            self.source or "",
            LIST.join(self.cues),
            LIST.join(self.hedges),
            *(
                LIST.join(f"{span.start}:{span.end}" for span in spans)
                for spans in (
                    self.content_spans,
                    (self.source_span,) if self.source_span else (),
                    self.cue_spans,
                    self.hedge_spans,
                )
            ),
        ]


def rows(exporter: Exporter, articles: Iterable[Article]) -> Iterator[ClaimRow]:
    """Yield a row for each claim, reporting and entering it with its exporter."""
    for article in articles:
        exporter.counts.add_article(article)
        for claim in article.claims:
            found = row(article, claim)
            exporter.ledger.enter(f"{article.id}\t{claim.id}", found.held())
            yield found


def row(article: Article, claim: Claim) -> ClaimRow:
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
    """Return the fields that every table of claims shares: all but the positions."""
    decision, suggestion = claim.decision, claim.suggestion
    return {
        "label": claim.label,
        "source_type": claim.source_type,
        "source_ref": claim.source_ref,
        "via": claim.via,
        "directness": directness(claim),
        "polarity": claim.polarity,
        "checkable": claim.checkable,
        "alt_labels": claim.alt_labels,
        "nested_in": claim.nested_in,
        "note": claim.note,
        "evidence": evidence(claim),
        "suggested": suggestion.label if suggestion else None,
        "suggested_because": suggestion.reasons if suggestion else (),
        "reasons": claim.reasons,
        "decided_by": decision.by if decision else None,
        "decided_at": decision.at if decision else None,
        "assist": decision.assist if decision else None,
        "shown": decision.shown if decision else None,
        "seconds": decision.seconds if decision else None,
        "found_by": claim.origin.by,
        "found_how": claim.origin.kind,
        "found_at": claim.origin.at,
    }


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


def evidence(claim: Claim) -> tuple[EvidenceRow, ...]:
    """Return a claim's evidence as rows."""
    return tuple([EvidenceRow(e.link, e.title, e.date, e.remark) for e in claim.evidence])


def directness(claim: Claim) -> str:
    """Return how a claim is quoted, in a word."""
    if claim.direct == "mixed":
        return "mixed"
    return "direct" if claim.direct else "indirect"


def _context(article: Article, claim: Claim) -> str:
    text = article.text
    first = text.rfind("\n", 0, claim.content[0].start) + 1
    last = text.find("\n", claim.content[-1].end)
    return text[first : last if last >= 0 else len(text)]
