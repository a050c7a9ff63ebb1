"""Divide an article's graph into people's marks and the machine's suggestions."""

from collections.abc import Iterable

from annotator.core.article import Article
from annotator.formats.graph import Graph, Link


def divided(article: Article, graph: Graph) -> tuple[Graph, Graph]:
    """Return the graph of what people made or decided, and the graph of the rest.

    Decided claims come with their sources, cues and hedges. A part that claims of both kinds
    share is in both graphs, and so is a decided claim that is tied to an undecided one.
    """
    decided = {claim.id for claim in article.claims if claim.decided}
    by_people = {entity.id for entity in article.entities if entity.origin.kind != "model"}
    # An importer finds page furniture without anyone's help.
    by_people |= {zone.id for zone in article.zones if zone.origin.kind == "person"}
    marks = {node.id: node.mark for node in graph.nodes if node.role == "claim"}
    ours = [link for link in graph.links if _is_decided(link, marks, decided)]
    others = [link for link in graph.links if link not in set(ours)]
    alone = {node.id for node in graph.nodes if node.mark in decided or node.mark in by_people}
    alone -= {link.head for link in others if link.type not in ("inside", "continues")}
    rest = {node.id for node in graph.nodes} - alone - {link.head for link in ours}
    return _part(graph, alone, ours), _part(graph, rest, others)


def _is_decided(link: Link, marks: dict[str, str], decided: set[str]) -> bool:
    ends = (marks[end] for end in (link.head, link.child) if end in marks)
    return decided.issuperset(ends)


def _part(graph: Graph, ids: set[str], links: Iterable[Link]) -> Graph:
    kept = tuple(links)
    ids = ids.union(*({link.head, link.child} for link in kept))
    return Graph(tuple(node for node in graph.nodes if node.id in ids), kept)
