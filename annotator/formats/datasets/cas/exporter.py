"""An article as a UIMA CAS, with layers that INCEpTION can show; for XMI and JSON alike.

INCEpTION ties relations to one span layer, so contents, sources, cues and hedges are one
layer, told apart by their role. Entities are DKPro's named entities. Types come from
cassis; feature structures are made here, since cassis takes 2.5 ms for each article.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

import msgspec

from annotator.core.article import Article
from annotator.core.libraries import need
from annotator.core.offsets import OffsetMap
from annotator.core.spans import Claim
from annotator.core.xml import legal
from annotator.formats.exporter import Exporter, ExportSettings, place, slice_utf16
from annotator.formats.graph import Graph, Node, Sidecar
from annotator.formats.safe_names import Names

WHAT = "UIMA CAS"
PART = "webanno.custom.ClaimPart"
LINK = "webanno.custom.ClaimLink"
SIDECAR = "webanno.custom.AnnotatorSidecar"
ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
META = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
ANNOTATION, STRING = "uima.tcas.Annotation", "uima.cas.String"
ATTRIBUTES = ("sourceType", "sourceRef", "via", "directness", "polarity", "checkable", "note")
ILLEGAL = "written as spaces, since XML can't hold them"
VIEW = "_InitialView"


class CasExporter(Exporter):
    """Base of the XMI and JSON exporters: one file for each article, named after it."""

    unit = "UTF-16 unit"

    def __init__(self, settings: ExportSettings) -> None:
        super().__init__(settings)
        self.types = type_system()
        self._names: dict[str, Names] = {}

    def cases(
        self, articles: Iterable[Article], stem: str
    ) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Yield each article's path, without a suffix, and its structures."""
        names = self._names.setdefault(stem, Names())
        for article in articles:
            self.counts.add_article(article)
            text, illegal = legal(article.text)
            self.counts.add_loss("characters", illegal, article.id, ILLEGAL)
            file = place(stem, names.name(article.id))
            graph = Graph.of(article)
            held = [f"{n.name}\t{text[n.start : n.end]}" for n in graph.nodes]
            self.ledger.enter(file, held)
            yield file, list(structures(article, graph, text))


def type_system() -> Any:
    """Return the types of our layers."""
    types = need("cassis", WHAT, "dkpro-cassis").TypeSystem()
    part = types.create_type(PART, supertypeName=ANNOTATION)
    for name in ("identifier", "role", "label", *ATTRIBUTES):
        types.create_feature(part, name, STRING)
    link = types.create_type(LINK, supertypeName=ANNOTATION)
    types.create_feature(link, "kind", STRING)
    for end in ("Dependent", "Governor"):
        types.create_feature(link, end, part)
    entity = types.create_type(ENTITY, supertypeName=ANNOTATION)
    for name in ("value", "identifier"):
        types.create_feature(entity, name, STRING)
    meta = types.create_type(META, supertypeName="uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId", "documentUri"):
        types.create_feature(meta, name, STRING)
    sidecar = types.create_type(SIDECAR, supertypeName=ANNOTATION)
    types.create_feature(sidecar, "json", STRING)
    return types


def structures(article: Article, graph: Graph, text: str) -> Iterator[dict[str, Any]]:
    """Yield an article's feature structures in the form of JSON CAS, the text first."""
    units = OffsetMap(text)
    ids = count(1)

    def made(type_: str, start: int, end: int, **features: str | int | None) -> dict[str, Any]:
        place = {"@sofa": 1, "begin": units.to_qt(start), "end": units.to_qt(end)}
        said = {name: value for name, value in features.items() if value is not None}
        return {"%ID": next(ids), "%TYPE": type_, **place, **said}

    yield {
        "%ID": next(ids),
        "%TYPE": "uima.cas.Sofa",
        "sofaNum": 1,
        "sofaID": VIEW,
        "mimeType": "text",
        "sofaString": text,
    }
    header = article.header
    yield made(
        META,
        0,
        len(text),
        language=header.lang or "x-unspecified",
        documentTitle=_said(header.title),
        documentId=_said(article.id),
        documentUri=_said(header.url),
    )
    kept = msgspec.json.encode(Sidecar.of(article, graph)).decode()
    yield made(SIDECAR, 0, 0, json=_said(kept))
    numbers: dict[str, int] = {}
    for node, features in _nodes(article, graph):
        type_ = ENTITY if node.role == "entity" else PART
        structure = made(type_, node.start, node.end, identifier=node.id, **features)
        numbers[node.id] = structure["%ID"]
        yield structure
    for link in graph.links:
        child = graph.node(link.child)
        ends = {"@Dependent": numbers[link.child], "@Governor": numbers[link.head]}
        yield made(LINK, child.start, child.end, kind=link.type, **ends)


def _nodes(article: Article, graph: Graph) -> Iterator[tuple[Node, dict[str, str | None]]]:
    """Yield each node with the features it has besides its place."""
    claims = {claim.id: claim for claim in article.claims}
    pieces = {link.head for link in graph.links if link.type == "continues"}
    for node in graph.nodes:
        if node.role == "entity":
            yield node, {"value": node.label}
        elif node.role == "claim" and node.id not in pieces:
            attributes = _attributes(claims[node.mark])
            yield node, {"role": node.role, "label": node.label or None, **attributes}
        else:
            yield node, {"role": node.role, "label": node.label or None}


def held(text: str, marks: Iterable[tuple[str, int, int]]) -> list[str]:
    """Return what the ledger compares of marks given in UTF-16 units."""
    units = text.encode("utf-16-le")
    return [f"{name}\t{slice_utf16(units, start, end)}" for name, start, end in marks]


def _attributes(claim: Claim) -> dict[str, str | None]:
    checkable = None if claim.checkable is None else "yes" if claim.checkable else "no"
    directness = {True: "direct", "mixed": "mixed"}.get(claim.direct)
    values = (
        claim.source_type,
        claim.source_ref,
        claim.via,
        directness,
        None if claim.polarity == "pos" else claim.polarity,
        checkable,
        claim.note,
    )
    return {name: _said(value) for name, value in zip(ATTRIBUTES, values, strict=True)}


def _said(value: str | None) -> str | None:
    return legal(value)[0] if value else None
