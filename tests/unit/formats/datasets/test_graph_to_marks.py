"""Marks that come back from another tool: what was not touched there is as it was, and no more."""

import pytest
from hard_articles import emoji, hard_articles, overlap
from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.errors import SpanError
from annotator.formats.datasets.graph_to_marks import assemble, new_rules
from annotator.formats.graph import Graph, Link, Node, Sidecar

RULES = new_rules("a tool")


def bare(article: Article) -> Article:
    return Article.of("x", article.text)


@pytest.mark.parametrize("article", hard_articles(), ids=lambda article: str(article.id))
def test_all_comes_back(article: Article) -> None:
    graph = Graph.of(article)
    assert assemble(bare(article), graph, RULES, Sidecar.of(article, graph)) == article
    # A tool that gave ids of its own.
    new = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    renamed = Graph(
        tuple(replace(node, id=new[node.id]) for node in graph.nodes),
        tuple(Link(link.type, new[link.head], new[link.child]) for link in graph.links),
    )
    assert assemble(bare(article), renamed, RULES, Sidecar.of(article, graph)) == article


def test_a_decision_is_not_kept_for_a_claim_that_was_moved() -> None:
    article = emoji()
    graph = Graph.of(article)
    (decided,) = (node for node in graph.nodes if node.id == "c6")
    assert article.claims[2].decision is not None
    moved = tuple(
        replace(node, end=node.end - 1) if node is decided else node for node in graph.nodes
    )
    back = assemble(bare(article), replace(graph, nodes=moved), RULES, Sidecar.of(article, graph))
    (claim,) = (claim for claim in back.claims if claim.start == decided.start)
    assert (claim.label, claim.decision, claim.decided) == (None, None, False)
    assert claim.suggestion is not None
    assert claim.suggestion.label == "sourced"
    assert claim.origin == RULES.origin
    assert back.claims[:2] == article.claims[:2]


def test_a_decision_is_not_kept_for_another_text() -> None:
    article = emoji()
    graph = Graph.of(article)
    other = Article.of("x", article.text.replace("aman", "amat"))
    back = assemble(other, graph, RULES, Sidecar.of(article, graph))
    assert [claim.decision for claim in back.claims] == [None, None, None]
    assert not any(claim.label for claim in back.claims)
    assert back.id == "x"


def test_a_label_changed_in_the_tool_is_a_suggestion() -> None:
    article = emoji()
    graph = Graph.of(article)
    changed = tuple(
        replace(node, label="speculative") if node.id == "c6" else node for node in graph.nodes
    )
    sidecar = Sidecar.of(article, graph)
    back = assemble(bare(article), replace(graph, nodes=changed), RULES, sidecar)
    assert (back.claims[2].label, back.claims[2].decision) == (None, None)
    assert back.claims[2].suggestion is not None
    assert back.claims[2].suggestion.label == "speculative"


def test_loose_parts_go_to_the_nearest_claim_of_their_line() -> None:
    article = overlap()
    graph = replace(Graph.of(article), links=())
    back = assemble(bare(article), graph, RULES)
    said = next(c for c in back.claims if back.content_text(c) == "Tidak ada masalah")
    assert said.source is not None
    assert back.slice(said.source) == "nya"
    assert [back.slice(cue) for cue in said.cue] == ["kata"]


def test_what_belongs_to_no_claim_is_kept_as_it_is() -> None:
    text = "Ani dan Budi: harga naik.\nDewi."
    nodes = (
        Node("a", "source", "", 0, 3),
        Node("b", "source", "", 8, 12),
        Node("c", "claim", "", 14, 24),
        Node("d", "source", "", 26, 30),
    )
    links = (Link("says", "b", "c"), Link("says", "a", "c"))
    back = assemble(Article.of("x", text), Graph(nodes, links), RULES)
    (claim,) = back.claims
    assert claim.source is not None
    assert back.slice(claim.source) == "Budi"
    assert [(back.slice(e), e.label) for e in back.entities] == [
        ("Ani", "SOURCE"),
        ("Dewi", "SOURCE"),
    ]


def test_pieces_of_pieces_are_one_claim() -> None:
    text = "satu dua tiga kata Ani"
    nodes = (
        Node("a", "claim", "", 0, 4),
        Node("b", "claim", "", 5, 8),
        Node("c", "claim", "", 9, 13),
        Node("s", "source", "", 19, 22),
    )
    links = (Link("continues", "c", "b"), Link("continues", "b", "a"), Link("says", "s", "c"))
    back = assemble(Article.of("x", text), Graph(nodes, links), RULES)
    (claim,) = back.claims
    assert back.content_text(claim) == "satu … dua … tiga"
    assert claim.source is not None
    assert back.slice(claim.source) == "Ani"


def test_circles_and_places_outside_are_told() -> None:
    article = Article.of("x", "satu dua")
    nodes = (Node("a", "claim", "", 0, 4), Node("b", "claim", "", 5, 8))
    for type_ in ("continues", "inside"):
        links = (Link(type_, "a", "b"), Link(type_, "b", "a"))
        with pytest.raises(ValueError, match="in a circle"):
            assemble(article, Graph(nodes, links), RULES)
    with pytest.raises(SpanError):
        assemble(article, Graph((Node("a", "claim", "", 5, 9),), ()), RULES)
    with pytest.raises(ValueError, match="two marks"):
        assemble(article, Graph((nodes[0], nodes[0]), ()), RULES)
