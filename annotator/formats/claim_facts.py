"""Facts about a claim in words, for reports and for formats that hold notes."""

from collections.abc import Iterator

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.scheme import Label, Scheme
from annotator.core.spans import Claim
from annotator.formats.losses import HEADER

HOLDS = (HEADER - {"reading"}) | {
    *("text", "file", "zones", "spans", "pieces", "sources", "cues", "hedges", "nesting"),
    *("labels", "alt_labels", "source_type", "source_ref", "via", "direct", "polarity"),
    *("checkable", "notes", "evidence", "reasons", "suggestions", "decisions", "origins"),
}

# Ink and tint of each colour a scheme may name; the tints are pale enough to read on.
COLOURS = {
    "blue": ("#0072b2", "#d4e5f5"),
    "green": ("#00724f", "#d3efe3"),
    "vermillion": ("#b34700", "#fce2d2"),
    "purple": ("#a3478a", "#f0dcea"),
    "amber": ("#8a5f00", "#f7eac8"),
    "sky": ("#1f6f99", "#d9eef9"),
    "grey": ("#5f5b55", "#e3e1db"),
    "none": ("#5f5b55", "#f1efe9"),
}


class Fact(Struct, frozen=True):
    """A name, what it is, and where that leads, if it is a web address."""

    name: str
    value: str
    link: str = ""


def ink(label: Label) -> str:
    """Return the colour of a label's name and sign."""
    return COLOURS.get(label.colour, COLOURS["grey"])[0]


def web_address(link: str) -> str:
    """Return a link if it may be followed from a report: a web address, no script."""
    return link if link.lower().startswith(("https://", "http://")) else ""


def claim_facts(
    article: Article, claim: Claim, numbers: dict[str, int], scheme: Scheme
) -> Iterator[Fact]:
    """Yield the facts about a claim; `numbers` are those of the article's claims."""
    checkable = {True: "yes", False: "no", None: None}[claim.checkable]
    suggested = claim.suggestion.label if claim.suggestion else None
    because = claim.suggestion.reasons if claim.suggestion else ()
    outer = numbers.get(claim.nested_in or "")
    for name, value in (
        ("Source", article.slice(claim.source) if claim.source else None),
        ("That is", claim.source_ref),
        ("Kind of source", (claim.source_type or "").replace("_", " ")),
        ("By way of", claim.via),
        ("Reported by", ", ".join(map(article.slice, claim.cue))),
        ("Weakened by", ", ".join(map(article.slice, claim.hedges))),
        ("Quotation", {True: "direct", "mixed": "mixed"}.get(claim.direct)),
        ("Polarity", {"neg": "denied", "cond": "conditional"}.get(claim.polarity)),
        ("Checkable", checkable),
        ("Also", ", ".join(scheme.label(key).name for key in claim.alt_labels)),
        ("Inside", f"claim {outer}" if outer else None),
        ("Suggested", scheme.label(suggested).name if suggested else None),
        ("Suggested because", "; ".join(because)),
        ("Found because", "; ".join(claim.reasons)),
        ("Found by", " ".join(filter(None, (claim.origin.kind, claim.origin.by)))),
        ("Tagged", _decision(claim)),
        ("Note", claim.note),
    ):
        if value:
            yield Fact(name, value)
    for found in claim.evidence:
        said = ", ".join(filter(None, (found.title, found.date, found.remark, found.link)))
        yield Fact("Evidence", said, web_address(found.link))


def _decision(claim: Claim) -> str | None:
    if claim.decision is None:
        return None
    decision = claim.decision
    said = f"by {decision.by}, {decision.at:%Y-%m-%d %H:%M %Z}"
    return said + (f", having been shown {decision.shown}" if decision.shown else "")
