"""REFI-QDA project exchange (.qdpx), for MAXQDA, ATLAS.ti, NVivo, QualCoder and their kin.

A ZIP of project.qde and the texts (qdasoftware.org, Project.xsd 1.0). Positions are code
points of the plain text; texts have LF and no byte-order mark. Codes are labels and parts
of claims; ties between them are links, which few of these tools show.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.spans import Claim
from annotator.core.xml import elements, legal
from annotator.formats.claim_facts import HOLDS, claim_facts, ink
from annotator.formats.datasets.claim_table import HEADER
from annotator.formats.exporter import Exporter, ExportSettings, Piece
from annotator.formats.graph import RELATIONS, Graph, Node
from annotator.formats.zip_entries import zip_entry

WHAT = "REFI-QDA"
NAMESPACE = "urn:QDA-XML:project:1.0"
Q = f"{{{NAMESPACE}}}"
PROJECT = "project.qde"
LONGEST_NAME = 80
PARTS = {"claim": "Claim", "source": "Source", "cue": "Cue", "hedge": "Hedge"}
VARIABLES = (*HEADER, "state", "file", "id", "sha256")


class Code(Struct, frozen=True):
    """A code in the code book: a group and a name in it, or a group itself."""

    group: str
    name: str = ""

    @property
    def guid(self) -> str:
        return _guid("code", self.group, self.name)


class RefiQda(Exporter):
    """A project with codes, coded texts, variables and links."""

    name = "refi-qda"
    title = "REFI-QDA project (.qdpx)"
    suffix = ".qdpx"
    holds = HOLDS | {"entities"}

    def __init__(self, settings: ExportSettings) -> None:
        super().__init__(settings)
        self._users: dict[str, str] = {}
        self._codes: dict[Code, None] = {}

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        target = BytesIO()
        self._users, self._codes = {}, {Code("Claim"): None}
        for label in self.settings.scheme.labels:
            self._codes[Code("Claim", label.key)] = None
        made = []
        with ZipFile(target, "w") as packed:
            for article in articles:
                self.counts.add_article(article)
                guid = _guid("article", stem, article.id)
                packed.writestr(zip_entry(f"sources/{guid}.txt"), article.text.encode())
                made.append(self._source(article, guid))
            whole = "".join(self._project(made))
            packed.writestr(zip_entry(PROJECT), whole.encode())
        yield Piece(stem + self.suffix, target.getvalue())

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.glob("*" + self.suffix)):
            codes: dict[str, str] = {}
            with ZipFile(path) as packed, packed.open(PROJECT) as stream:
                for element in elements(stream, ("Code", "TextSource"), WHAT):
                    if element.tag == Q + "Code":
                        codes[element.get("guid")] = element.get("name")
                        continue
                    file = element.get("plainTextPath").removeprefix("internal://")
                    text = packed.read(f"sources/{file}").decode()
                    selections = element.iterfind(Q + "PlainTextSelection")
                    yield file, [_held(selection, text, codes) for selection in selections]

    def _source(self, article: Article, guid: str) -> tuple[str, str]:
        """Return an article's source and links, having entered it."""
        graph = Graph.of(article)
        claims = {claim.id: claim for claim in article.claims}
        numbers = {claim.id: number for number, claim in enumerate(article.claims, 1)}
        pieces = {link.head for link in graph.links if link.type == "continues"}
        # The GUIDs of an article's selections and links differ from its own in their end.
        guids = {node.id: f"{guid[:24]}{at:012x}" for at, node in enumerate(graph.nodes, 1)}
        held, written = [], []
        for node in graph.nodes:
            claim = claims[node.mark] if node.role == "claim" else None
            first = claim if node.id not in pieces else None
            codes = list(_codes(node, first))
            self._codes |= dict.fromkeys(codes)
            said = article.text[node.start : node.end]
            held.append(f"{', '.join(map(_name, codes))}\t{said}")
            name = " ".join(said.split())[:LONGEST_NAME] or "…"
            about = ""
            if first is not None:
                facts = claim_facts(article, first, numbers, self.settings.scheme)
                lines = "\n".join(f"{fact.name}: {fact.value}" for fact in facts)
                about = f"<Description>{_said(lines)}</Description>"
            written.append(
                f'<PlainTextSelection guid="{guids[node.id]}" name={_value(name)} '
                f'startPosition="{node.start}" endPosition="{node.end}"{self._made(claim)}>'
                f"{about}{_codings(codes, guids[node.id])}</PlainTextSelection>\n"
            )
        self.ledger.enter(f"{guid}.txt", held)
        links = [
            f'<Link guid="{guid[:24]}{at:012x}" name="{RELATIONS[link.type]}" direction="OneWay" '
            f'originGUID="{guids[link.head]}" targetGUID="{guids[link.child]}"/>\n'
            for at, link in enumerate(graph.links, len(graph.nodes) + 1)
        ]
        source = (
            f'<TextSource guid="{guid}" name={_value(article.id)} '
            f'plainTextPath="internal://{guid}.txt">\n'
            f"{''.join(written)}{''.join(_variables(article))}</TextSource>\n"
        )
        return source, "".join(links)

    def _made(self, claim: Claim | None) -> str:
        """Return who made a selection, and when, as far as that is known."""
        if claim is None:
            return ""
        by = claim.decision.by if claim.decision else claim.origin.by
        at = claim.decision.at if claim.decision else claim.origin.at
        if not by:
            return ""
        user = self._users.setdefault(by, _guid("user", by))
        return f' creatingUser="{user}"' + (f' creationDateTime="{at.isoformat()}"' if at else "")

    def _project(self, made: list[tuple[str, str]]) -> Iterator[str]:
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        name = _value(self.settings.name)
        yield f'<Project xmlns="{NAMESPACE}" name={name} origin="Annotator">\n'
        if self._users:
            users = (f"<User guid={_value(g)} name={_value(n)}/>\n" for n, g in self._users.items())
            yield f"<Users>\n{''.join(users)}</Users>\n"
        yield f"<CodeBook>\n<Codes>\n{''.join(self._code_book())}</Codes>\n</CodeBook>\n"
        variables = (
            f'<Variable guid="{_guid("variable", name)}" name="{name}" typeOfVariable="Text"/>\n'
            for name in VARIABLES
        )
        yield f"<Variables>\n{''.join(variables)}</Variables>\n<Sources>\n"
        yield from (source for source, _ in made)
        yield "</Sources>\n"
        if any(links for _, links in made):
            yield "<Links>\n"
            yield from (links for _, links in made)
            yield "</Links>\n"
        yield "</Project>\n"

    def _code_book(self) -> Iterator[str]:
        groups: dict[str, list[Code]] = {}
        for code in self._codes:
            groups.setdefault(code.group, []).extend([code] if code.name else [])
        for group, codes in groups.items():
            top = Code(group)
            yield f'<Code guid="{top.guid}" name={_value(group)} isCodable="true">\n'
            for code in codes:
                label = self.settings.scheme.label(code.name)
                look = f' color="{ink(label)}"' if group == "Claim" else ""
                yield f'<Code guid="{code.guid}" name={_value(_name(code))} isCodable="true"{look}>'
                if group == "Claim" and label.guideline:
                    yield f"<Description>{_said(label.guideline)}</Description>"
                yield "</Code>\n"
            yield "</Code>\n"


def _codes(node: Node, claim: Claim | None) -> Iterator[Code]:
    """Yield the codes of a stretch; what a claim says is coded on its first piece."""
    if node.role == "entity":
        yield Code("Entity", node.label)
    elif node.role == "zone":
        yield Code("Furniture", node.label)
    else:
        yield Code(PARTS[node.role], node.label)
    if claim is not None:
        for key in claim.alt_labels:
            yield Code("Also", key)
        if claim.source_type:
            yield Code("Kind of source", claim.source_type)
        if claim.polarity != "pos":
            yield Code("Polarity", claim.polarity)
        if claim.direct:
            yield Code("Quotation", "mixed" if claim.direct == "mixed" else "direct")
        if claim.checkable is not None:
            yield Code("Checkable", "yes" if claim.checkable else "no")


def _codings(codes: list[Code], guid: str) -> str:
    return "".join(
        f'<Coding guid="{guid[:19]}c{at:03x}-{guid[24:]}">'
        f'<CodeRef targetGUID="{code.guid}"/></Coding>'
        for at, code in enumerate(codes)
    )


def _variables(article: Article) -> Iterator[str]:
    values: dict[str, Any] = {name: getattr(article.header, name) for name in (*HEADER, "state")}
    values |= {"file": article.source, "id": article.id, "sha256": article.sha256}
    for name, value in values.items():
        if value is not None:
            said = {True: "yes", False: "no"}.get(value, value)
            yield (
                f'<VariableValue><VariableRef targetGUID="{_guid("variable", name)}"/>'
                f"<TextValue>{_said(said)}</TextValue></VariableValue>\n"
            )


def _held(selection: Any, text: str, codes: dict[str, str]) -> str:
    said = text[int(selection.get("startPosition")) : int(selection.get("endPosition"))]
    references = selection.iterfind(f"{Q}Coding/{Q}CodeRef")
    return f"{', '.join(codes[found.get('targetGUID')] for found in references)}\t{said}"


def _name(code: Code) -> str:
    """Return what a code is called: some tools want every name but once."""
    named = code.name if code.group in ("Claim", "Entity") else f"{code.group}: {code.name}"
    return legal(named if code.name else code.group)[0]


@lru_cache(1_000)
def _guid(*parts: str) -> str:
    return str(uuid5(NAMESPACE_URL, "\0".join(("annotator", *parts))))


def _said(value: str) -> str:
    return escape(legal(value)[0])


def _value(value: str) -> str:
    return quoteattr(legal(value)[0])


EXPORTER = RefiQda
