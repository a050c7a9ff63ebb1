"""What a readable report says of an article, whether it becomes HTML, DOCX or ODT."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.graph import Graph, Node
from annotator.core.scheme import Label, Scheme
from annotator.core.spans import Claim
from annotator.exporters.losses import EVERYTHING

HOLDS = EVERYTHING - {"entities", "reading", "earlier", "extra"}

UNTAGGED = Label("", "Not tagged", "No person has tagged it yet.", "none", "none", "")
SIGNS = {"square": "■", "circle": "●", "diamond": "◆", "triangle": "▲", "none": "○"}
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
ROLES = {
    "source": "who says it",
    "cue": "the word that reports",
    "hedge": "a word that weakens it",
    "zone": "page furniture",
}


class Fact(Struct, frozen=True):
    """A name, what it is, and where that leads, if it is a web address."""

    name: str
    value: str
    link: str = ""


class ClaimEntry(Struct, frozen=True):
    """A claim in the list under its article; `node` is where its content begins."""

    number: int
    node: str
    label: Label
    text: str
    facts: tuple[Fact, ...]


class Stretch(Struct, frozen=True):
    """A stretch of text over which the same marks lie; a line end is one of its own."""

    text: str
    ends: tuple[Node, ...]
    begins: tuple[Node, ...]
    over: tuple[Node, ...]


class ArticleReport(Struct, frozen=True):
    """An article as a person reads it. `entries` are by the id of the mark."""

    title: str
    lang: str
    facts: tuple[Fact, ...]
    stretches: tuple[Stretch, ...]
    entries: dict[str, ClaimEntry]

    @classmethod
    def of(cls, article: Article, graph: Graph, scheme: Scheme) -> "ArticleReport":
        """Make the report of an article; its graph has no entities to show."""
        numbers = {claim.id: number for number, claim in enumerate(article.claims, 1)}
        entries = {
            claim.id: ClaimEntry(
                numbers[claim.id],
                next(node.id for node in graph.nodes if node.mark == claim.id),
                _label(claim, scheme),
                article.content_text(claim),
                tuple(claim_facts(article, claim, numbers, scheme)),
            )
            for claim in article.claims
        }
        return cls(
            article.header.title or article.id,
            article.header.lang or "",
            tuple(_facts(article, entries)),
            tuple(stretches(article.text, graph.nodes)),
            entries,
        )

    def look(self, stretch: Stretch) -> tuple[Label | None, frozenset[str]]:
        """Return the label of the innermost claim over a stretch, and its other roles."""
        claims = [node for node in stretch.over if node.role == "claim"]
        inner = min(claims, key=lambda node: node.end - node.start, default=None)
        roles = frozenset(node.role for node in stretch.over if node.role != "claim")
        return (self.entries[inner.mark].label if inner else None), roles


def shown(graph: Graph) -> Graph:
    """Return the graph without what a report does not show."""
    gone = {node.id for node in graph.nodes if node.role == "entity"}
    return Graph(
        tuple(node for node in graph.nodes if node.id not in gone),
        tuple(link for link in graph.links if link.head not in gone and link.child not in gone),
    )


def stretches(text: str, nodes: tuple[Node, ...]) -> Iterator[Stretch]:
    """Cut a text wherever a mark or a line begins or ends."""
    cuts = {0, len(text)}
    begins: dict[int, list[Node]] = {}
    ends: dict[int, list[Node]] = {}
    for node in nodes:
        begins.setdefault(node.start, []).append(node)
        ends.setdefault(node.end, []).append(node)
        cuts |= {node.start, node.end}
    at = text.find("\n")
    while at >= 0:
        cuts |= {at, at + 1}
        at = text.find("\n", at + 1)
    over: dict[str, Node] = {}
    for start, end in pairwise(sorted(cuts)):
        ended, begun = tuple(ends.get(start, ())), tuple(begins.get(start, ()))
        for node in ended:
            del over[node.id]
        over |= {node.id: node for node in begun}
        yield Stretch(text[start:end], ended, begun, tuple(over.values()))
    yield Stretch("", tuple(ends.get(len(text), ())), (), ())


def held(text: str, graph: Graph) -> list[str]:
    """Return what the ledger compares: line ends around a mark can't be seen in a report."""
    found = ((node.id, text[node.start : node.end].strip("\n")) for node in graph.nodes)
    return [f"{id_}\t{said}" for id_, said in found if said]


def sign(label: Label) -> str:
    """Return the sign that says the same as a label's colour."""
    return SIGNS.get(label.shape, SIGNS["triangle"])


def ink(label: Label) -> str:
    """Return the colour of a label's name and sign."""
    return COLOURS.get(label.colour, COLOURS["grey"])[0]


def tint(label: Label) -> str:
    """Return the colour behind a label's contents."""
    return COLOURS.get(label.colour, COLOURS["grey"])[1]


def web_address(link: str) -> str:
    """Return a link if it may be followed from a report: a web address, no script."""
    return link if link.lower().startswith(("https://", "http://")) else ""


def _label(claim: Claim, scheme: Scheme) -> Label:
    return scheme.label(claim.label) if claim.tagged and claim.label else UNTAGGED


def _facts(article: Article, entries: dict[str, ClaimEntry]) -> Iterator[Fact]:
    header = article.header
    counts = Counter(entry.label.name for entry in entries.values())
    tally = ", ".join(f"{count} {name.lower()}" for name, count in counts.items())
    translated = {True: "yes", False: "no", None: None}[header.machine_translated]
    for name, value in (
        ("Claims", f"{len(entries)}{f' ({tally})' if tally else ''}"),
        ("Author", header.author),
        ("Outlet", header.outlet),
        ("Date", header.date),
        ("Address", header.url),
        ("Language", header.lang),
        ("Machine translation", translated),
        ("Original language", header.original_lang),
        ("State", header.state),
        ("File", article.source),
        ("Id", article.id),
    ):
        if value:
            yield Fact(name, value, web_address(value) if name == "Address" else "")


def claim_facts(
    article: Article, claim: Claim, numbers: dict[str, int], scheme: Scheme
) -> Iterator[Fact]:
    """Yield what there is to say of a claim; `numbers` are those of the article's claims."""
    checkable = {True: "yes", False: "no", None: None}[claim.checkable]
    suggested = claim.suggestion.label if claim.suggestion else None
    if claim.label and not claim.tagged:
        suggested = claim.label
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
