"""Turn labelled spans and links back into zones, entities and claims."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import replace

from annotator.core.article import Article, id_number, mark_number
from annotator.core.errors import SpanError
from annotator.core.spans import (
    Attributes,
    Claim,
    Entity,
    Mark,
    Origin,
    Span,
    Suggestion,
    Zone,
    check_spans,
)
from annotator.formats.datasets.link_resolution import nearest, rooted
from annotator.formats.graph import Graph, Link, LinkType, Node, Role, Sidecar

# No article is annotated with more marks than this.
MOST_MARKS = 10_000

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


class MarkRules(Struct, frozen=True):
    """How to read an imported file's marks: who made them, and whether a person decided.

    `roles` says for names of the file, in lower case, which part of a claim they are; a
    name that means one of `labels`, the scheme's, is a claim with that label. What is not
    `decided` by a person becomes a suggestion.
    """

    origin: Origin
    decided: bool = False
    roles: dict[str, Role] = field(default_factory=lambda: ROLES)
    labels: tuple[str, ...] = ()

    def node(self, id_: str, name: str, start: int, end: int, label: str = "") -> Node:
        """Make a node of a stretch that the file calls `name`."""
        key = self.key(name)
        if key in self.labels:
            return Node(id_, "claim", key, start, end)
        role = self.roles.get(name.lower(), "entity")
        return Node(id_, role, name if role == "entity" else label, start, end)

    def key(self, name: str) -> str:
        """Return the scheme's label that a file means by `name`, or `name` itself.

        Some formats allow neither spaces nor punctuation in a name, others write capitals.
        """
        if name in self.labels:
            return name
        return next((label for label in self.labels if _plain(label) == _plain(name)), name)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "_", name).casefold()


def new_rules(by: str, at: datetime | None = None, *, decided: bool = False) -> MarkRules:
    """Make the rules of a file that `by` wrote."""
    return MarkRules(Origin("import", by, at), decided)


def assemble(
    bare: Article,
    graph: Graph,
    rules: MarkRules,
    sidecar: Sidecar | None = None,
    said: Mapping[str, Attributes] | None = None,
) -> Article:
    """Mark an article from a graph; raise SpanError if a node is outside the text.

    `said` is what the file says of claims, by node, where no sidecar says it. Where the file
    has no links at all, a source, cue or hedge goes to the nearest claim of its line; what
    finds no claim, and a claim's second source, is kept as an entity. Raises ValueError
    where links lead in a circle, an id is given twice, or there are too many marks.
    """
    sidecar = sidecar or Sidecar()
    if len(graph.nodes) > MOST_MARKS:
        raise ValueError(f"it has {len(graph.nodes):,} marks; {MOST_MARKS:,} are read")
    if len({node.id for node in graph.nodes}) < len(graph.nodes):
        raise ValueError("an id is given to two marks")
    for node in graph.nodes:
        if not 0 <= node.start < node.end <= len(bare.text):
            length = len(bare.text)
            raise SpanError(what=node.name, start=node.start, end=node.end, length=length)
    ids = _own_ids(graph, sidecar)
    graph = _renamed(graph, ids)
    said = {ids.get(id_, id_): attributes for id_, attributes in (said or {}).items()}
    if not graph.links:
        graph = replace(graph, links=tuple(nearest(bare.text, graph.nodes)))
    article = _restored(bare, sidecar)
    builder = _Builder(article, rooted(graph), rules, sidecar, said)
    claims = sorted(builder.claims(), key=_place)
    marked = replace(
        article,
        zones=tuple(sorted(builder.zones(), key=_place)),
        claims=tuple(claims),
        entities=tuple(sorted(builder.entities(), key=_place)),
    )
    for mark in marked.marks():
        check_spans(marked.text, mark)
    highest = max((mark_number(mark) for mark in marked.marks()), default=0)
    return replace(marked, last_id=max(article.last_id, highest))


class _Builder:
    """Build the marks of one article."""

    def __init__(
        self,
        article: Article,
        graph: Graph,
        rules: MarkRules,
        sidecar: Sidecar,
        said: Mapping[str, Attributes],
    ) -> None:
        self._rules = rules
        self._sidecar = sidecar
        self._said = said
        self._sha256 = article.sha256
        known = (*sidecar.claims, *sidecar.entities, *sidecar.zones)
        self._last = max([article.last_id, *map(id_number, known)])
        self._nodes = {node.id: node for node in graph.nodes}
        self._order = graph.nodes
        self._tied: dict[tuple[LinkType, str], list[str]] = defaultdict(list)
        for link in graph.links:
            self._tied[link.type, link.child].append(link.head)
        self._outer = {link.head: link.child for link in graph.links if link.type == "inside"}
        self._used = {link.head for link in graph.links if link.type in ("cues", "hedges")}
        self._used |= {heads[0] for (type_, _), heads in self._tied.items() if type_ == "says"}
        pieces = {link.head for link in graph.links if link.type == "continues"}
        self._ids: dict[str, str] = {}
        for node in graph.nodes:
            if node.role == "claim" and node.id not in pieces:
                self._ids[node.id] = self._id(node, "c", sidecar.claims)

    def zones(self) -> tuple[Zone, ...]:
        known = self._sidecar.zones
        return tuple(
            Zone(
                self._id(node, "z", known),
                node.start,
                node.end,
                node.label or self._sidecar.kinds.get(node.id, "furniture"),
                known.get(node.id, self._rules.origin),
            )
            for node in self._order
            if node.role == "zone"
        )

    def entities(self) -> tuple[Entity, ...]:
        made = []
        for node in self._order:
            loose = node.role in ("source", "cue", "hedge") and node.id not in self._used
            if node.role == "entity" or loose:
                origin, extra = self._sidecar.entities.get(node.id, (self._rules.origin, {}))
                id_ = self._id(node, "e", self._sidecar.entities)
                made.append(Entity(id_, node.start, node.end, node.name, origin, extra))
        return tuple(made)

    def claims(self) -> tuple[Claim, ...]:
        return tuple(self._claim(self._nodes[node_id], id_) for node_id, id_ in self._ids.items())

    def _claim(self, head: Node, id_: str) -> Claim:
        said = self._attributes(head)
        sources = self._spans("says", head)
        outer = self._outer.get(head.id)
        return Claim(
            id=id_,
            content=tuple(sorted([Span(head.start, head.end), *self._spans("continues", head)])),
            source=sources[0] if sources else None,
            cue=self._spans("cues", head),
            hedges=self._spans("hedges", head),
            **{name: getattr(said, name) for name in Attributes.__struct_fields__},
            nested_in=self._ids[outer] if outer else None,
        )

    def _attributes(self, head: Node) -> Attributes:
        """Return a claim's attributes; a label changed in the other tool is that tool's."""
        said = self._sidecar.claims.get(head.id)
        label = self._rules.key(head.label) or None
        if said is None:
            given = self._said.get(head.id, Attributes())
            label = label or (given.label and self._rules.key(given.label))
            given = replace(given, label=label, origin=self._rules.origin)
            return _taken(given, self._rules)
        suggested = said.suggestion.label if said.suggestion else None
        if said.label is None and label == suggested and not self._rules.decided:
            return said
        if label is not None and label != said.label:
            return _taken(replace(said, label=label, decision=None), self._rules)
        if said.decision is not None and self._sidecar.sha256 != self._sha256:
            # The decision was taken on another text.
            return _taken(replace(said, decision=None), self._rules)
        return said

    def _spans(self, type_: LinkType, head: Node) -> tuple[Span, ...]:
        nodes = (self._nodes[id_] for id_ in self._tied.get((type_, head.id), ()))
        return tuple(Span(node.start, node.end) for node in nodes)

    def _id(self, node: Node, letter: str, known: Iterable[str]) -> str:
        if node.id in known:
            return node.id
        self._last += 1
        return f"{letter}{self._last}"


def _taken(said: Attributes, rules: MarkRules) -> Attributes:
    """Turn a label that no person is known to have given into a suggestion."""
    if rules.decided or said.label is None:
        return said
    by = rules.origin.by
    suggestion = Suggestion(said.label, (f"imported from {by}",) if by else ())
    return replace(said, label=None, suggestion=suggestion)


def _restored(bare: Article, sidecar: Sidecar) -> Article:
    """Restore an article's fields from its sidecar, if the text is the same."""
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
        earlier=sidecar.earlier,
        extra=sidecar.extra,
    )


def _own_ids(graph: Graph, sidecar: Sidecar) -> dict[str, str]:
    """Match nodes by place, if a tool assigned new ids."""
    if not sidecar.spans:
        return {}
    new = {
        node.id: node.id
        for node in graph.nodes
        if sidecar.spans.get(node.id) == (node.name, node.start, node.end)
    }
    places: dict[tuple[str, int, int], list[str]] = {}
    for id_, place in sidecar.spans.items():
        if id_ not in new:
            places.setdefault(place, []).append(id_)
    for node in graph.nodes:
        if node.id not in new:
            free = places.get((node.name, node.start, node.end))
            new[node.id] = free.pop(0) if free else f"new {node.id}"
    return new


def _renamed(graph: Graph, ids: dict[str, str]) -> Graph:
    if not ids:
        return graph
    return Graph(
        tuple(replace(node, id=ids[node.id]) for node in graph.nodes),
        tuple(
            Link(link.type, ids[link.head], ids[link.child])
            for link in graph.links
            if link.head in ids and link.child in ids
        ),
    )


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark_number(mark)
