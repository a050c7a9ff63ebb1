"""Find the claim that each source, cue, hedge and further piece belongs to."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import get_args

from annotator.formats.graph import LINK_TYPES, Graph, Link, LinkType, Node

NAMED: dict[str, LinkType] = {
    **{name: name for name in get_args(LinkType)},
    "source": "says",
    "speaker": "says",
    "cue": "cues",
    "hedge": "hedges",
}


def tie(name: str, head: Node, child: Node) -> Link | None:
    """Return the link that a file calls `name`, None if it is of no kind that is known here.

    A link between a claim and a part of one says by the part what it is, whichever way
    round it is drawn and whatever it is called.
    """
    for part, claim in ((head, child), (child, head)):
        type_ = LINK_TYPES.get(part.role)
        if type_ is not None and claim.role == "claim":
            return Link(type_, part.id, claim.id)
    known = NAMED.get(name.lower())
    if known is None or child.role != "claim" or (known == "inside" and head.role != "claim"):
        return None
    return Link(known, head.id, child.id)


def rooted(graph: Graph) -> Graph:
    """Move links from other pieces of a claim to its first piece.

    A link to anything but a claim is dropped. Raises ValueError where pieces
    continue, or claims contain, one another in a circle.
    """
    claims = {node.id for node in graph.nodes if node.role == "claim"}
    known = {node.id for node in graph.nodes}
    first = {
        link.head: link.child
        for link in reversed(graph.links)
        if link.type == "continues" and link.head in claims
    }
    roots = _ends(first)
    links = [
        Link(
            link.type,
            roots.get(link.head, link.head) if link.type == "inside" else link.head,
            roots.get(link.child, link.child),
        )
        for link in graph.links
        if link.head in (claims if link.type in ("inside", "continues") else known)
        and link.child in claims
    ]
    _ends({link.head: link.child for link in reversed(links) if link.type == "inside"})
    return Graph(graph.nodes, tuple(dict.fromkeys(links)))


def _ends(following: dict[str, str]) -> dict[str, str]:
    """Return the end of each chain; raise ValueError if one has none."""
    ends: dict[str, str] = {}
    for id_ in following:
        passed: dict[str, None] = {}
        at = id_
        while at in following and at not in ends:
            if at in passed:
                raise ValueError(f"the links from {id_!r} lead in a circle")
            passed[at] = None
            at = following[at]
        ends |= dict.fromkeys(passed, ends.get(at, at))
    return ends


def nearest(text: str, nodes: Iterable[Node]) -> Iterator[Link]:
    """Link each unlinked source, cue and hedge to the nearest claim of its line."""
    nodes = tuple(nodes)
    claims = sorted((node for node in nodes if node.role == "claim"), key=_start)
    # Among claims that begin before a place, the nearest is the last to end.
    furthest = list(accumulate(claims, _further))
    for node in nodes:
        type_ = LINK_TYPES.get(node.role)
        if type_ is None:
            continue
        first = text.rfind("\n", 0, node.start) + 1
        last = text.find("\n", node.end) % (len(text) + 1)
        after = bisect_left(claims, node.start, key=_start)
        before = furthest[after - 1 : after] if after else []
        near = [
            claim
            for claim in (*before, *claims[after : after + 1])
            if claim.start < last and claim.end > first
        ]
        if near:
            closest = min(near, key=lambda claim: _distance(claim, node))
            yield Link(type_, node.id, closest.id)


def _start(node: Node) -> int:
    return node.start


def _further(one: Node, other: Node) -> Node:
    return other if other.end > one.end else one


def _distance(one: Node, other: Node) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
