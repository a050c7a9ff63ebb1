"""brat standoff: for each article a text and its annotations, and the annotation.conf.

Offsets are code points and pieces of one mark are joined by ";" (brat.nlplab.org/standoff).
brat fails on CR, on a byte-order mark and on a mark that crosses a line end, so that such a
mark is written in fragments.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.core.article import Article
from annotator.core.spans import SOURCE_TYPES, Claim
from annotator.formats.exporter import Exporter, ExportSettings, Piece, place
from annotator.formats.graph import Graph, Node
from annotator.formats.safe_names import Names

TYPES = {"claim": "Claim", "source": "Source", "cue": "Cue", "hedge": "Hedge", "zone": "Zone"}
RELATIONS = {"says": "Says", "cues": "Cues", "hedges": "Hedges", "inside": "Inside"}
RENAMED = "written under another name, since they cannot be file names"
ONE_LINE = "written in one line"
PLAIN_NAMES = "written with _ for what brat's names can't hold"
# The line ends of brat, which is written in Python.
_LINE_END = re.compile("[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_NO_NAME = re.compile(r"[^\w-]+")


class Brat(Exporter):
    """A .txt and an .ann file for each article."""

    name = "brat"
    title = "brat standoff (with annotation.conf)"
    holds = frozenset(
        {
            *("text", "entities", "zones", "spans", "pieces", "sources", "cues", "hedges"),
            *("nesting", "labels", "source_type", "source_ref", "via", "direct", "polarity"),
            *("checkable", "notes", "suggestions"),
        }
    )

    def __init__(self, settings: ExportSettings) -> None:
        super().__init__(settings)
        self._names: dict[str, Names] = {}
        self._types: set[str] = set()
        # brat refuses values that its configuration does not name.
        self._values: dict[str, set[str]] = {
            "Label": {_NO_NAME.sub("_", label.key) for label in settings.scheme.labels},
            "Suggested": set(),
            "SourceType": set(SOURCE_TYPES),
            "Polarity": {"neg", "cond"},
            "Direct": {"direct", "mixed"},
            "Checkable": {"yes", "no"},
            "Kind": {"furniture"},
        }

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        names = self._names.setdefault(stem, Names())
        for article in articles:
            self.counts.add_article(article)
            file = names.name(article.id)
            self.counts.add_loss("ids of articles", file != article.id, article.id, RENAMED)
            lines = _Lines(article)
            self._types |= lines.types
            self.counts.add_loss("names of labels", lines.renamed, article.id, PLAIN_NAMES)
            for type_, value in lines.values:
                self._values[type_].add(value)
            broken = sum("\n" in (claim.note or "") for claim in article.claims)
            self.counts.add_loss("notes of several lines", broken, article.id, ONE_LINE)
            self.ledger.enter(place(stem, file), lines.held)
            yield Piece(place(stem, f"{file}.txt"), article.text.encode())
            yield Piece(place(stem, f"{file}.ann"), "".join(lines.lines).encode())

    def closing(self) -> Iterator[Piece]:
        yield Piece("annotation.conf", self._config().encode())

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.rglob("*.ann")):
            text = path.with_suffix(".txt").read_bytes().decode()
            held = []
            for line in path.read_bytes().decode().split("\n"):
                if line.startswith("T"):
                    _, where, said = line.split("\t", 2)
                    type_, _, spans = where.partition(" ")
                    pieces = [text[int(a) : int(b)] for a, b in map(str.split, spans.split(";"))]
                    same = _LINE_END.sub(" ", " ".join(pieces)) == said
                    held.append(f"{type_}\t{said if same else '?'}")
            yield path.relative_to(folder).with_suffix("").as_posix(), held

    def _config(self) -> str:
        return "\n".join(
            [
                "[entities]",
                *TYPES.values(),
                *sorted(self._types),
                "",
                "[relations]",
                "Says\tArg1:Source, Arg2:Claim",
                "Cues\tArg1:Cue, Arg2:Claim",
                "Hedges\tArg1:Hedge, Arg2:Claim",
                "Inside\tArg1:Claim, Arg2:Claim",
                "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
                "",
                "[events]",
                "",
                "[attributes]",
                *(
                    f"{type_}\tArg:{'Zone' if type_ == 'Kind' else 'Claim'}, "
                    f"Value:{'|'.join(sorted(values))}"
                    for type_, values in self._values.items()
                    if values
                ),
                "",
            ]
        )


class _Lines:
    """The lines of one article's .ann file."""

    def __init__(self, article: Article) -> None:
        self.lines: list[str] = []
        self.held: list[str] = []
        self.types: set[str] = set()
        self.values: set[tuple[str, str]] = set()
        self._article = article
        self._attributes = self._notes = self.renamed = 0
        graph = Graph.of(article)
        heads = {link.head: link.child for link in graph.links if link.type == "continues"}
        claims = {claim.id: claim for claim in article.claims}
        ids: dict[str, str] = {}
        for node in graph.nodes:
            if node.id in heads:
                continue
            pieces = [node, *(graph.node(id_) for id_, head in heads.items() if head == node.id)]
            ids[node.id] = self._text_bound(node, pieces)
            if node.role == "claim":
                self._claim(claims[node.mark], ids[node.id])
            elif node.role == "zone" and node.label:
                self._attribute("Kind", ids[node.id], node.label)
        for number, link in enumerate(
            (link for link in graph.links if link.type in RELATIONS), start=1
        ):
            arguments = f"Arg1:{ids[link.head]} Arg2:{ids[link.child]}"
            self.lines.append(f"R{number}\t{RELATIONS[link.type]} {arguments}\n")

    def _text_bound(self, node: Node, pieces: list[Node]) -> str:
        id_ = f"T{len(self.held) + 1}"
        type_ = TYPES.get(node.role) or self._name(node.name) or "Entity"
        if node.role == "entity":
            self.types.add(type_)
        fragments = [part for piece in pieces for part in _in_lines(self._article.text, piece)]
        places = ";".join(f"{start} {end}" for start, end in fragments)
        said = " ".join(self._article.text[start:end] for start, end in fragments)
        said = _LINE_END.sub(" ", said)
        self.lines.append(f"{id_}\t{type_} {places}\t{said}\n")
        self.held.append(f"{type_}\t{said}")
        return id_

    def _claim(self, claim: Claim, id_: str) -> None:
        if claim.label:
            self._attribute("Label", id_, claim.label)
        if claim.suggestion:
            self._attribute("Suggested", id_, claim.suggestion.label)
        if claim.source_type:
            self._attribute("SourceType", id_, claim.source_type)
        if claim.polarity != "pos":
            self._attribute("Polarity", id_, claim.polarity)
        if claim.direct:
            self._attribute("Direct", id_, "mixed" if claim.direct == "mixed" else "direct")
        if claim.checkable is not None:
            self._attribute("Checkable", id_, "yes" if claim.checkable else "no")
        for type_, said in (
            ("AnnotatorNotes", claim.note),
            ("SourceRef", claim.source_ref),
            ("Via", claim.via),
        ):
            if said:
                self._notes += 1
                self.lines.append(f"#{self._notes}\t{type_} {id_}\t{' '.join(said.split())}\n")

    def _name(self, said: str) -> str:
        """Return a name that brat can read, and count it if it differs."""
        name = _NO_NAME.sub("_", said)
        self.renamed += name != said
        return name

    def _attribute(self, type_: str, id_: str, value: str) -> None:
        self._attributes += 1
        value = self._name(value)
        self.values.add((type_, value))
        self.lines.append(f"A{self._attributes}\t{type_} {id_} {value}\n")


def _in_lines(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """Yield a stretch in fragments, none of which crosses a line end."""
    at = node.start
    ends = [found.span() for found in _LINE_END.finditer(text, node.start, node.end)]
    fragments = []
    for start, end in [*ends, (node.end, node.end)]:
        if at < start:
            fragments.append((at, start))
        at = end
    # A mark of line ends alone has nothing else.
    yield from fragments or [(node.start, node.end)]


EXPORTER = Brat
