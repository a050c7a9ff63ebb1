"""From labelled stretches and links back to zones, entities and claims."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from annotator.core.article import Article, mark_number
from annotator.core.graph import LINK_TYPES, Attributes, Graph, Link, Node, Role, Sidecar
from annotator.core.spans import Claim, Entity, Mark, Origin, Span, Suggestion, Zone, check_spans

ROLES: dict[str, Role] = {
    "claim": "claim",
    "content": "claim",
    "statement": "claim",
    "quote": "claim",
    "source": "source",
    "speaker": "source",
    "cue": "cue",
    "hedge": "hedge",
    "zone": "zone",
    "boilerplate": "zone",
}


class Reader(Struct, frozen=True):
    """How an imported file's marks are taken: who made them, and whether a person did.

    `roles` says for names of the file, in lower case, which part of a claim they are; a
    name that is in `labels` is a claim with that label. What is not `decided` by a person
    becomes a suggestion.
    """

    origin: Origin
    decided: bool = False
    roles: dict[str, Role] = ROLES
    labels: tuple[str, ...] = ()

    def node(self, id_: str, name: str, start: int, end: int, label: str = "") -> Node:
        """Make a node of a stretch that the file calls `name`."""
        if name in self.labels:
            return Node(id_, "claim", name, start, end)
        role = self.roles.get(name.lower(), "entity")
        return Node(id_, role, name if role == "entity" else label, start, end)


def new_reader(by: str, at: datetime | None = None, *, decided: bool = False) -> Reader:
    """Make the reader of a file that `by` wrote."""
    return Reader(Origin("import", by, at), decided)


def assemble(
    bare: Article, graph: Graph, reader: Reader, sidecar: Sidecar | None = None
) -> Article:
    """Mark an article as a graph says; raise SpanError where a node is outside the text.

    Where the file has no links at all, a source, cue or hedge goes to the nearest claim of
    its line; what finds no claim is kept as an entity.
    """
    sidecar = sidecar or Sidecar()
    graph = _with_own_ids(graph, sidecar)
    if not graph.links:
        graph = replace(graph, links=tuple(_nearest(bare.text, graph.nodes)))
    article = _restored(bare, sidecar)
    builder = _Builder(article, graph, reader, sidecar)
    marked = replace(
        article,
        zones=tuple(sorted(builder.zones(), key=_place)),
        claims=tuple(sorted(builder.claims(), key=_place)),
        entities=tuple(sorted(builder.entities(), key=_place)),
    )
    for mark in marked.marks():
        check_spans(marked.text, mark)
    highest = max((mark_number(mark) for mark in marked.marks()), default=0)
    return replace(marked, last_id=max(article.last_id, highest))


class _Builder:
    """Build the marks of one article."""

    def __init__(self, article: Article, graph: Graph, reader: Reader, sidecar: Sidecar) -> None:
        self._reader = reader
        self._sidecar = sidecar
        self._last = max(
            [article.last_id, *(_number(id_) for id_ in (*sidecar.claims, *sidecar.entities))]
        )
        self._nodes = {node.id: node for node in graph.nodes}
        self._order = graph.nodes
        self._links = graph.links
        self._pieces = {link.head for link in graph.links if link.type == "continues"}
        self._tied = {link.head for link in graph.links if link.type in ("says", "cues", "hedges")}
        self._ids: dict[str, str] = {}
        for node in graph.nodes:
            if node.role == "claim" and node.id not in self._pieces:
                self._ids[node.id] = self._id(node, "c", sidecar.claims)

    def zones(self) -> tuple[Zone, ...]:
        known = self._sidecar.zones
        return tuple(
            Zone(
                self._id(node, "z", known),
                node.start,
                node.end,
                node.label or "furniture",
                known.get(node.id, self._reader.origin),
            )
            for node in self._order
            if node.role == "zone"
        )

    def entities(self) -> tuple[Entity, ...]:
        made = []
        for node in self._order:
            loose = node.role in ("source", "cue", "hedge") and node.id not in self._tied
            if node.role == "entity" or loose:
                origin, extra = self._sidecar.entities.get(node.id, (self._reader.origin, {}))
                id_ = self._id(node, "e", self._sidecar.entities)
                made.append(Entity(id_, node.start, node.end, node.name, origin, extra))
        return tuple(made)

    def claims(self) -> tuple[Claim, ...]:
        return tuple(self._claim(self._nodes[node_id], id_) for node_id, id_ in self._ids.items())

    def _claim(self, head: Node, id_: str) -> Claim:
        said = self._attributes(head)
        sources = self._spans("says", head)
        outer = next(
            (link.child for link in self._links if link.type == "inside" and link.head == head.id),
            None,
        )
        return Claim(
            id=id_,
            content=(Span(head.start, head.end), *self._spans("continues", head)),
            source=sources[0] if sources else None,
            cue=self._spans("cues", head),
            hedges=self._spans("hedges", head),
            **{field: getattr(said, field) for field in Attributes.__struct_fields__},
            nested_in=self._ids.get(outer) if outer else None,
        )

    def _attributes(self, head: Node) -> Attributes:
        """Return what a claim says; a label changed in the other tool is that tool's."""
        said = self._sidecar.claims.get(head.id)
        label = head.label or None
        if said is None:
            return _taken(Attributes(label=label, origin=self._reader.origin), self._reader)
        if label is not None and label != said.label:
            return _taken(replace(said, label=label, decision=None), self._reader)
        return said

    def _spans(self, type_: str, head: Node) -> tuple[Span, ...]:
        found = (
            self._nodes[link.head]
            for link in self._links
            if link.type == type_ and link.child == head.id and link.head in self._nodes
        )
        return tuple(Span(node.start, node.end) for node in found)

    def _id(self, node: Node, letter: str, known: Iterable[str]) -> str:
        if node.id in known:
            return node.id
        self._last += 1
        return f"{letter}{self._last}"


def _taken(said: Attributes, reader: Reader) -> Attributes:
    """Turn a label that no person is known to have given into a suggestion."""
    if reader.decided or said.label is None:
        return said
    by = reader.origin.by
    suggestion = Suggestion(said.label, (f"imported from {by}",) if by else ())
    return replace(said, label=None, suggestion=suggestion)


def _restored(bare: Article, sidecar: Sidecar) -> Article:
    """Give an article back what its sidecar kept, if it is still the same text."""
    if sidecar.sha256 != bare.sha256:
        return bare
    return replace(
        bare,
        id=sidecar.id or bare.id,
        header=sidecar.header,
        source=sidecar.source,
        source_sha256=sidecar.source_sha256,
        source_encoding=sidecar.source_encoding,
        revision=sidecar.revision,
        last_id=sidecar.last_id,
        extra=sidecar.extra,
    )


def _with_own_ids(graph: Graph, sidecar: Sidecar) -> Graph:
    """Find again which node is which, where a tool gave ids of its own."""
    if not sidecar.spans:
        return graph
    places: dict[tuple[str, int, int], list[str]] = {}
    for id_, place in sidecar.spans.items():
        places.setdefault(place, []).append(id_)
    new: dict[str, str] = {}
    for node in graph.nodes:
        free = places.get((node.name, node.start, node.end))
        new[node.id] = free.pop(0) if free else f"new {node.id}"
    return Graph(
        tuple(replace(node, id=new[node.id]) for node in graph.nodes),
        tuple(
            Link(link.type, new[link.head], new[link.child])
            for link in graph.links
            if link.head in new and link.child in new
        ),
    )


def _nearest(text: str, nodes: Iterable[Node]) -> Iterable[Link]:
    """Tie each loose source, cue and hedge to the claim of its line that is nearest."""
    claims = [node for node in nodes if node.role == "claim"]
    for node in nodes:
        type_ = LINK_TYPES.get(node.role)
        if type_ is None:
            continue
        first = text.rfind("\n", 0, node.start) + 1
        last = text.find("\n", node.end) % (len(text) + 1)
        near = [claim for claim in claims if claim.start < last and claim.end > first]
        if near:
            nearest = min(near, key=lambda claim: _distance(claim, node))
            yield Link(type_, node.id, nearest.id)


def _distance(one: Node, other: Node) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark_number(mark)


def _number(id_: str) -> int:
    digits = id_.lstrip("cez")
    return int(digits) if digits.isascii() and digits.isdigit() else 0
