"""An article's marks as other tools see them: labelled spans and links between them.

What such a tool has no field for travels beside the marks, in a Sidecar under one key.
"""

from collections.abc import Iterator
from operator import attrgetter
from typing import Any, Literal

import msgspec
from msgspec import Struct

from annotator.core.article import Article, Earlier, Header
from annotator.core.spans import Attributes, Claim, Origin, Span

Role = Literal["claim", "source", "cue", "hedge", "entity", "zone"]
LinkType = Literal["says", "cues", "hedges", "continues", "inside"]

# The names of a claim's parts, for a tool with one flat set of names.
NAMES: dict[Role, str] = {
    "claim": "CLAIM",
    "source": "SOURCE",
    "cue": "CUE",
    "hedge": "HEDGE",
    "zone": "ZONE",
}
LINK_TYPES: dict[Role, LinkType] = {"source": "says", "cue": "cues", "hedge": "hedges"}


# The names of links in formats with relations in capitals.
RELATIONS = {
    "says": "SAYS",
    "cues": "CUES",
    "hedges": "HEDGES",
    "continues": "CONTINUES",
    "inside": "INSIDE",
}


class Node(Struct, frozen=True, gc=False):
    """A labelled stretch of text, in code points.

    `label` is an entity's label, a zone's kind or a claim's label, and "" where there is
    none. `mark` is the id of the mark it is, or is part of; of a source, cue or hedge that
    claims share, the first of them.
    """

    id: str
    role: Role
    label: str
    start: int
    end: int
    mark: str = ""

    @property
    def name(self) -> str:
        """The node's name in a tool with one flat set of names."""
        return NAMES.get(self.role) or self.label

    @property
    def tag(self) -> str:
        """The name to train on: a claim's label if it has one, else the node's name."""
        return self.label if self.role == "claim" and self.label else self.name


class Link(Struct, frozen=True, gc=False):
    """A link between two nodes, from the dependent node to its head.

    A source says a claim, a cue cues it, a hedge hedges it, a piece continues its first
    piece, a nested claim is inside another one.
    """

    type: LinkType
    head: str
    child: str


class Graph(Struct, frozen=True):
    """The nodes of an article in the order of the text, and the links between them."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]

    @classmethod
    def of(cls, article: Article) -> "Graph":
        """Make the graph of an article; a source, cue or hedge that claims share stands once."""
        maker = _Maker()
        for zone in article.zones:
            maker.add(zone.id, "zone", zone.kind, Span(zone.start, zone.end), zone.id)
        for entity in article.entities:
            span = Span(entity.start, entity.end)
            maker.add(entity.id, "entity", entity.label, span, entity.id)
        heads = {claim.id: maker.add_contents(claim) for claim in article.claims}
        for claim in article.claims:
            maker.add_parts(claim, heads)
        nodes = sorted(maker.nodes, key=lambda node: (node.start, node.end))
        return cls(tuple(nodes), tuple(maker.links))

    def node(self, id_: str) -> Node:
        """Return the node with this id."""
        return next(node for node in self.nodes if node.id == id_)


_attributes = attrgetter(*Attributes.__struct_fields__)


def attributes(claim: Claim) -> Attributes:
    """Return a claim's attributes."""
    return Attributes(*_attributes(claim))


class Sidecar(Struct, frozen=True, omit_defaults=True):
    """Data that a tool has no field for: the header, origins of marks, attributes of claims.

    `claims`, `entities`, `zones` (where they come from) and `kinds` (of zones) are by id.
    `spans` says which id stands where, for a tool that gives ids of its own.
    """

    id: str = ""
    header: Header = Header()
    source: str | None = None
    source_sha256: str | None = None
    source_encoding: str | None = None
    sha256: str = ""
    revision: int = 0
    last_id: int = 0
    claims: dict[str, Attributes] = {}
    entities: dict[str, tuple[Origin, dict[str, Any]]] = {}
    zones: dict[str, Origin] = {}
    kinds: dict[str, str] = {}
    spans: dict[str, tuple[str, int, int]] = {}
    earlier: tuple[Earlier, ...] = ()
    extra: dict[str, Any] = {}

    @classmethod
    def of(cls, article: Article, graph: Graph | None = None) -> "Sidecar":
        """Take an article's sidecar; with its graph, where each node stands as well."""
        nodes = graph.nodes if graph else ()
        return cls(
            id=article.id,
            header=article.header,
            source=article.source,
            source_sha256=article.source_sha256,
            source_encoding=article.source_encoding,
            sha256=article.sha256,
            revision=article.revision,
            last_id=article.last_id,
            claims={claim.id: attributes(claim) for claim in article.claims},
            entities={entity.id: (entity.origin, entity.extra) for entity in article.entities},
            zones={zone.id: zone.origin for zone in article.zones},
            kinds={zone.id: zone.kind for zone in article.zones},
            spans={node.id: (node.name, node.start, node.end) for node in nodes},
            earlier=article.earlier,
            extra=article.extra,
        )


def plain(value: Struct) -> Any:
    """Return a struct as plain dicts, lists and strings."""
    return msgspec.to_builtins(value)


class _Maker:
    """Gather nodes under ids of their own."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.links: list[Link] = []
        self._taken: set[str] = set()
        self._shared: dict[tuple[Role, Span], str] = {}

    def add(self, id_: str, role: Role, label: str, span: Span, mark: str) -> str:
        """Add a node and return its id: the given one, or a similar one that is free."""
        free, number = id_, 1
        while free in self._taken:
            number += 1
            free = f"{id_}_{number}"
        self._taken.add(free)
        self.nodes.append(Node(free, role, label, span.start, span.end, mark))
        return free

    def add_contents(self, claim: Claim) -> str:
        """Add the pieces of a claim's content and return the first one's id."""
        label, first = claim.label or "", claim.content[0]
        head = self.add(claim.id, "claim", label, first, claim.id)
        for number, span in enumerate(claim.content[1:], 2):
            piece = self.add(f"{claim.id}-{number}", "claim", label, span, claim.id)
            self.links.append(Link("continues", piece, head))
        return head

    def add_parts(self, claim: Claim, heads: dict[str, str]) -> None:
        """Add source, cue and hedges of a claim, and tie them and its outer claim to it."""
        head = heads[claim.id]
        for role, span, id_ in _parts(claim):
            known = self._shared.get((role, span))
            if known is None:
                known = self._shared[role, span] = self.add(id_, role, "", span, claim.id)
            self.links.append(Link(LINK_TYPES[role], known, head))
        if claim.nested_in in heads:
            self.links.append(Link("inside", head, heads[claim.nested_in]))


def _parts(claim: Claim) -> Iterator[tuple[Role, Span, str]]:
    if claim.source is not None:
        yield "source", claim.source, f"{claim.id}-source"
    for number, span in enumerate(claim.cue, 1):
        yield "cue", span, f"{claim.id}-cue{number}"
    for number, span in enumerate(claim.hedges, 1):
        yield "hedge", span, f"{claim.id}-hedge{number}"
