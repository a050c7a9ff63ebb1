"""W3C Web Annotation: one collection in JSON-LD, and beside it the texts it speaks of.

Positions are code points, as the recommendation demands (w3.org/TR/annotation-model,
4.2.5). Selectors in one target are descriptions of the same stretch, so that a content in
several pieces is several targets. An annotation points to the article's address and, in its
state, to the text file that its positions were counted in.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from annotator.core.article import Article
from annotator.core.spans import Attributes, Claim, Origin
from annotator.formats.exporter import Exporter, ExportSettings, Piece, place
from annotator.formats.graph import Graph, Link, Node, Sidecar, attributes
from annotator.formats.safe_names import Names

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32


class WebAnnotation(Exporter):
    """Annotations as linked data, with quotes and positions."""

    name = "web-annotation"
    title = "W3C Web Annotation (JSON-LD)"

    def __init__(self, settings: ExportSettings) -> None:
        super().__init__(settings)
        self._names: dict[str, Names] = {}

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        names = self._names.setdefault(stem, Names())
        name = place(stem, "annotations.jsonld")
        collection = _urn(self.settings.name, stem)
        head = {
            "@context": CONTEXT,
            "id": collection,
            "type": "AnnotationCollection",
            "label": self.settings.name,
        }
        page = {
            "id": _urn(collection, "page"),
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
        }
        opening = _open(head, "first") + _open(page, "items", b"[\n")
        total = 0
        for article in articles:
            self.counts.add_article(article)
            file = f"texts/{names.name(article.id)}.txt"
            yield Piece(place(stem, file), article.text.encode())
            maker = _Maker(article, file)
            items = list(maker.items())
            self.ledger.enter(place(stem, file), maker.held)
            for item in items:
                yield Piece(name, opening + msgspec.json.encode(item))
                opening, total = b",\n", total + 1
        yield Piece(name, (opening if not total else b"") + b'\n]},"total":%d}\n' % total)

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.rglob("annotations.jsonld")):
            with path.open("rb") as stream:
                # An item a line; the first of each article says which text it is about.
                items = (
                    msgspec.json.decode(line.rstrip(b",\n"))
                    for line in stream
                    if line.startswith(b'{"id"')
                )
                for cached, group in groupby(items, lambda item: item["target"][0]["state"]):
                    file = path.parent / cached["cached"]
                    text = file.read_bytes().decode()
                    held = [_held(text, target) for item in group for target in item["target"]]
                    yield file.relative_to(folder).as_posix(), list(filter(None, held))


def _held(text: str, target: dict[str, Any]) -> str | None:
    if "selector" not in target:
        return None
    quote, position = target["selector"]
    said = text[position["start"] : position["end"]]
    return said if said == quote["exact"] else "?"


class _Maker:
    """Make the annotations of one article."""

    def __init__(self, article: Article, file: str) -> None:
        self.held: list[str] = []
        self._article = article
        self._file = file
        self._graph = Graph.of(article)

    def items(self) -> Iterator[dict[str, Any]]:
        article, graph = self._article, self._graph
        yield {
            "id": self._id("article"),
            "type": "Annotation",
            "motivation": "describing",
            "body": _data(Sidecar.of(article, graph)),
            "target": [self._whole()],
        }
        claims = {claim.id: claim for claim in article.claims}
        marks = {mark.id: mark for mark in article.marks()}
        pieces: dict[str, list[Node]] = {}
        for link in graph.links:
            if link.type == "continues":
                pieces.setdefault(link.child, []).append(graph.node(link.head))
        rest = {node.id for nodes in pieces.values() for node in nodes}
        for node in graph.nodes:
            if node.id in rest:
                continue
            targets = [self._target(piece) for piece in (node, *pieces.get(node.id, ()))]
            if node.role == "claim":
                yield self._claim(claims[node.mark], node, targets)
            else:
                origin = marks[node.mark].origin
                yield self._other(node, origin, targets)

    def _claim(self, claim: Claim, node: Node, targets: list[dict[str, Any]]) -> dict[str, Any]:
        body: list[dict[str, Any]] = [_text("claim", "tagging")]
        if claim.label:
            body.append(_text(claim.label, "classifying"))
        if claim.note:
            body.append(_text(claim.note, "commenting"))
        body.append(_data(attributes(claim)))
        body += self._links(node, ("inside",))
        decision = claim.decision
        said = {} if decision is None else _by_person(decision.by, decision.at)
        return self._annotation(node, "classifying", body, targets) | _made(claim.origin) | said

    def _other(self, node: Node, origin: Origin, targets: list[dict[str, Any]]) -> dict[str, Any]:
        links = self._links(node, ("says", "cues", "hedges"))
        body = [_text(node.role if node.role != "entity" else node.label, "tagging"), *links]
        if node.role == "zone":
            body.append(_text(node.label, "describing"))
        motivation = {"entity": "identifying", "zone": "moderating"}.get(node.role, "linking")
        return self._annotation(node, motivation, body, targets) | _made(origin)

    def _links(self, node: Node, types: tuple[str, ...]) -> list[dict[str, Any]]:
        links: Iterable[Link] = self._graph.links
        return [
            {"type": "SpecificResource", "purpose": "linking", "source": self._id(link.child)}
            for link in links
            if link.head == node.id and link.type in types
        ]

    def _annotation(
        self, node: Node, motivation: str, body: list[Any], targets: list[dict[str, Any]]
    ) -> dict[str, Any]:
        return {
            "id": self._id(node.id),
            "type": "Annotation",
            "motivation": motivation,
            "body": body,
            "target": targets,
        }

    def _whole(self) -> dict[str, Any]:
        return {
            "type": "SpecificResource",
            "source": self._article.header.url or self._file,
            "state": {"type": "TimeState", "cached": self._file},
        }

    def _target(self, node: Node) -> dict[str, Any]:
        text = self._article.text
        exact = text[node.start : node.end]
        self.held.append(exact)
        around = {
            "prefix": text[max(node.start - AROUND, 0) : node.start],
            "suffix": text[node.end : node.end + AROUND],
        }
        selector = [
            {"type": "TextQuoteSelector", "exact": exact, **around},
            {"type": "TextPositionSelector", "start": node.start, "end": node.end},
        ]
        return self._whole() | {"selector": selector}

    def _id(self, node_id: str) -> str:
        return _urn(self._article.id, self._article.sha256, node_id)


def _urn(*parts: str) -> str:
    return uuid5(NAMESPACE_URL, "\0".join(parts)).urn


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _data(value: Attributes | Sidecar) -> dict[str, Any]:
    raw = msgspec.json.encode(value).decode()
    return _text(raw, "describing") | {"format": "application/json"}


def _made(origin: Origin) -> dict[str, Any]:
    at = {"generated": origin.at} if origin.at else {}
    if origin.kind == "person":
        return {"creator": _person(origin.by), **({"created": origin.at} if origin.at else {})}
    return {"generator": {"type": "Software", "name": origin.by or "unknown"}, **at}


def _by_person(name: str, at: Any) -> dict[str, Any]:
    return {"creator": _person(name), "created": at}


def _person(name: str) -> dict[str, Any]:
    return {"type": "Person", "nickname": name}


def _open(value: dict[str, Any], key: str, bracket: bytes = b"") -> bytes:
    """Return an object's JSON, left open at one more key."""
    return msgspec.json.encode(value)[:-1] + b',"' + key.encode() + b'":' + bracket


EXPORTER = WebAnnotation
