"""The content of a readable report, for HTML, DOCX and ODT."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.scheme import Label, Scheme
from annotator.core.spans import Claim
from annotator.formats.claim_facts import COLOURS, Fact, claim_facts, web_address
from annotator.formats.graph import Graph, Node

UNTAGGED = Label("", "Not tagged", "No person has tagged it yet.", "none", "none", "")
SIGNS = {"square": "■", "circle": "●", "diamond": "◆", "triangle": "▲", "none": "○"}
ROLES = {
    "source": "who says it",
    "cue": "the word that reports",
    "hedge": "a word that weakens it",
    "zone": "page furniture",
}


class ClaimEntry(Struct, frozen=True):
    """A claim in the list under its article; `node` is where its content begins."""

    number: int
    node: str
    label: Label
    text: str
    facts: tuple[Fact, ...]


class Stretch(Struct, frozen=True):
    """A stretch of text with the same marks; a line end is a separate one."""

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
    """Return the graph with only the nodes that a report shows."""
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


def tint(label: Label) -> str:
    """Return the colour behind a label's contents."""
    return COLOURS.get(label.colour, COLOURS["grey"])[1]


def _label(claim: Claim, scheme: Scheme) -> Label:
    return scheme.label(claim.label) if claim.label else UNTAGGED


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
