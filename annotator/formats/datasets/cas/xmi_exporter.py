"""UIMA CAS as XMI, a file an article, with the type system beside them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from annotator.core.article import Article
from annotator.core.xml import parse
from annotator.formats.datasets.cas.exporter import (
    ENTITY,
    LINK,
    META,
    PART,
    SIDECAR,
    WHAT,
    CasExporter,
    held,
)
from annotator.formats.exporter import Piece
from annotator.formats.graph import NAMES

CAS = "{http:///uima/cas.ecore}"
# A type's name in XMI: its package is a namespace, for which a prefix is chosen here.
_PREFIXED = {
    "uima.cas.Sofa": "cas:Sofa",
    META: "metadata:DocumentMetaData",
    SIDECAR: "custom:AnnotatorSidecar",
    PART: "custom:ClaimPart",
    LINK: "custom:ClaimLink",
    ENTITY: "ner:NamedEntity",
}
_DKPRO = "http:///de/tudarmstadt/ukp/dkpro/core/api"
_NAMESPACES = " ".join(
    [
        'xmlns:xmi="http://www.omg.org/XMI"',
        'xmlns:cas="http:///uima/cas.ecore"',
        'xmlns:custom="http:///webanno/custom.ecore"',
        f'xmlns:metadata="{_DKPRO}/metadata/type.ecore"',
        f'xmlns:ner="{_DKPRO}/ner/type.ecore"',
    ]
)


class CasXmi(CasExporter):
    """XMI for INCEpTION and other UIMA tools."""

    name = "cas-xmi"
    title = "UIMA CAS XMI (INCEpTION)"

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        for file, structures in self.cases(articles, stem):
            yield Piece(f"{file}.xmi", xmi(structures).encode())

    def closing(self) -> Iterator[Piece]:
        yield Piece("TypeSystem.xml", self.types.to_xml().encode())

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.rglob("*.xmi")):
            root = parse(path.read_bytes(), WHAT)
            text = root.find(CAS + "Sofa").get("sofaString")
            marks = [
                (NAMES[element.get("role")], int(element.get("begin")), int(element.get("end")))
                for element in root.iter(_tag(PART))
            ]
            marks += [
                (element.get("value"), int(element.get("begin")), int(element.get("end")))
                for element in root.iter(_tag(ENTITY))
            ]
            yield path.relative_to(folder).with_suffix("").as_posix(), held(text, marks)


def xmi(structures: list[dict[str, Any]]) -> str:
    """Return the XMI document of feature structures; the text comes last but the view."""
    sofa, *rest = structures
    elements = [_element(structure) for structure in (*rest, sofa)]
    members = " ".join(str(structure["%ID"]) for structure in rest)
    return "".join(
        [
            f'<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI {_NAMESPACES} xmi:version="2.0">',
            '<cas:NULL xmi:id="0"/>',
            *elements,
            f'<cas:View sofa="1" members="{members}"/></xmi:XMI>\n',
        ]
    )


def _element(structure: dict[str, Any]) -> str:
    features = "".join(
        f" {name.removeprefix('@')}={quoteattr(str(value))}"
        for name, value in structure.items()
        if name not in ("%ID", "%TYPE")
    )
    return f'<{_PREFIXED[structure["%TYPE"]]} xmi:id="{structure["%ID"]}"{features}/>'


def _tag(type_: str) -> str:
    package, _, name = type_.rpartition(".")
    return f"{{http:///{package.replace('.', '/')}.ecore}}{name}"


EXPORTER = CasXmi
