"""A report as a text document: the base of DOCX and ODT.

Around each mark stands a bookmark, which may cross others as marks do; by these the file is
read back. The body is written as it grows, since the libraries take a second for each
hundred articles; they make everything around it.
"""

import unicodedata
from abc import abstractmethod
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any, ClassVar, Literal
from xml.sax.saxutils import escape
from zipfile import ZipFile

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.xml import elements, legal
from annotator.formats.claim_facts import COLOURS, HOLDS, Fact
from annotator.formats.exporter import Exporter, Piece
from annotator.formats.graph import Graph, Node
from annotator.formats.reports.report import (
    ROLES,
    UNTAGGED,
    ArticleReport,
    ClaimEntry,
    Stretch,
    shown,
    sign,
)
from annotator.formats.zip_entries import zip_entry

ILLEGAL = "written as spaces, since XML can't hold them"

# A stretch of a written paragraph's text, or the name of a bookmark.
Part = tuple[Literal["text", "begin", "end"], str]
Style = Literal["title", "heading", "subheading", "facts", "text", "claim"]


class Look(Struct, frozen=True):
    """The look of a run: text with the tint of a label's colour, a label's name, a number."""

    kind: Literal["text", "name", "number"] = "text"
    colour: str = ""
    roles: frozenset[str] = frozenset()


PLAIN = Look()


def looks() -> Iterator[Look]:
    """Yield every look there is."""
    for colour in ("", *COLOURS):
        for count in range(len(ROLES) + 1):
            for roles in combinations(ROLES, count):
                yield Look("text", colour, frozenset(roles))
    for colour in COLOURS:
        yield Look("name", colour)
        yield Look("number", colour)


class OfficeExporter(Exporter):
    """One document to read, print and comment on."""

    unit = "none"
    holds = HOLDS
    part: ClassVar[str]
    what: ClassVar[str]

    @abstractmethod
    def shell(self) -> BytesIO:
        """Return a document without a body."""

    @abstractmethod
    def frame(self, empty: str) -> tuple[str, str]:
        """Return the document's parts before and after the paragraphs, given the empty body."""

    @abstractmethod
    def paragraph(self, style: Style, runs: str, *, leftwards: bool = False) -> str:
        """Return a paragraph."""

    @abstractmethod
    def run(self, text: str, look: Look) -> str:
        """Return a run of text."""

    @abstractmethod
    def bookmark(self, name: str, *, begins: bool) -> str:
        """Return where a bookmark begins or ends."""

    @abstractmethod
    def parts(self, paragraph: Any) -> Iterator[Part]:
        """Yield the text of a written paragraph without numbers, and its bookmarks."""

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        target = BytesIO()
        with ZipFile(self.shell()) as shell, ZipFile(target, "w") as packed:
            before, after = self.frame(shell.read(self.part).decode())
            for name in shell.namelist():
                if name != self.part and not name.endswith("/"):
                    # An ODF file begins with its type, which is not compressed.
                    packed.writestr(zip_entry(name, plain=name == "mimetype"), shell.read(name))
            with packed.open(zip_entry(self.part), "w") as stream:
                stream.write(before.encode())
                stream.write("".join(self._head()).encode())
                for number, article in enumerate(articles, 1):
                    made = "".join(self._article(article, f"{stem} a{number}", number))
                    stream.write(made.encode())
                stream.write(after.encode())
        yield Piece(stem + self.suffix, target.getvalue())

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.glob("*" + self.suffix)):
            with ZipFile(path) as packed, packed.open(self.part) as stream:
                read: _Read | None = None
                for paragraph in elements(stream, ("p", "h"), self.what):
                    parts = [part for part in self.parts(paragraph) if part[1]]
                    # An article begins with a bookmark of its own, around nothing.
                    if parts and parts[0][0] == "begin" and "_" not in parts[0][1]:
                        if read:
                            yield f"{path.stem} {read.key}", read.held()
                        read, parts = _Read(parts[0][1]), parts[2:]
                    if read:
                        read.take(parts)
                if read:
                    yield f"{path.stem} {read.key}", read.held()

    def _head(self) -> Iterator[str]:
        yield self.paragraph("title", self._plain(self.settings.name))
        for label in (*self.settings.scheme.labels, UNTAGGED):
            name = self.run(f"{sign(label)} {label.name}", Look("name", _colour(label.colour)))
            yield self.paragraph("facts", name + self._plain(f" {label.guideline}"))
        for role, words in ROLES.items():
            yield self.paragraph("facts", self.run(words, Look(roles=frozenset([role]))))

    def _article(self, article: Article, key: str, number: int) -> Iterator[str]:
        self.counts.add_article(article)
        graph = shown(Graph.of(article))
        text, illegal = legal(article.text)
        self.counts.add_loss("characters", illegal, article.id, ILLEGAL)
        names = {node.id: f"a{number}_{place}" for place, node in enumerate(graph.nodes)}
        found = ((names[node.id], text[node.start : node.end]) for node in graph.nodes)
        self.ledger.enter(key, [f"{name}\t{said}" for name, said in found])
        made = ArticleReport.of(article, graph, self.settings.scheme)
        mark = f"a{number}"
        here = self.bookmark(mark, begins=True) + self.bookmark(mark, begins=False)
        title = here + self._plain(made.title)
        yield self.paragraph("heading", title, leftwards=leftwards(made.title))
        yield self._facts(made.facts)
        for line in lines(made.stretches):
            said = "".join(stretch.text for stretch in line)
            runs = "".join(self._stretch(made, stretch, names) for stretch in line)
            yield self.paragraph("text", runs, leftwards=leftwards(said))
        if made.entries:
            yield self.paragraph("subheading", self._plain("Claims"))
        for entry in made.entries.values():
            yield from self._entry(entry)

    def _stretch(self, made: ArticleReport, stretch: Stretch, names: dict[str, str]) -> str:
        def bookmarks(nodes: Iterable[Node], *, begins: bool) -> str:
            return "".join(self.bookmark(names[node.id], begins=begins) for node in nodes)

        written = bookmarks(stretch.ends, begins=False)
        for node in stretch.begins:
            if node.role == "claim":
                entry = made.entries[node.mark]
                number = f"{sign(entry.label)}{entry.number}"
                written += self.run(number, Look("number", _colour(entry.label.colour)))
        written += bookmarks(stretch.begins, begins=True)
        if stretch.text in ("", "\n"):
            return written
        label, roles = made.look(stretch)
        look = Look("text", _colour(label.colour) if label else "", roles)
        return written + self.run(legal(stretch.text)[0], look)

    def _entry(self, entry: ClaimEntry) -> Iterator[str]:
        name = f"{sign(entry.label)}{entry.number} {entry.label.name}"
        runs = self.run(name, Look("name", _colour(entry.label.colour)))
        said = self._plain(" " + entry.text.replace("\n", " "))
        yield self.paragraph("claim", runs + said, leftwards=leftwards(entry.text))
        if entry.facts:
            yield self._facts(entry.facts)

    def _facts(self, facts: Iterable[Fact]) -> str:
        said = " · ".join(f"{fact.name}: {fact.value}" for fact in facts)
        return self.paragraph("facts", self._plain(said.replace("\n", " ")))

    def _plain(self, text: str) -> str:
        return self.run(legal(text)[0], PLAIN)


class _Read:
    """Rebuild an article's text and the stretches of its bookmarks."""

    def __init__(self, key: str) -> None:
        self.key = key
        self._text: list[str] = []
        self._at = 0
        self._open: dict[str, int] = {}
        self._places: list[tuple[str, int, int]] = []

    def take(self, parts: Iterable[Part]) -> None:
        """Take a paragraph."""
        for kind, said in (*parts, ("text", "\n")):
            if kind == "text":
                self._text.append(said)
                self._at += len(said)
            elif kind == "begin":
                self._open[said] = self._at
            else:
                self._places.append((said, self._open.pop(said), self._at))

    def held(self) -> list[str]:
        """Return what the ledger compares."""
        text = "".join(self._text)
        return [f"{name}\t{text[start:end]}" for name, start, end in self._places]


def lines(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Yield the stretches of each line, its end included."""
    line: list[Stretch] = []
    for stretch in stretches:
        line.append(stretch)
        if stretch.text == "\n":
            yield line
            line = []
    yield line


def leftwards(text: str) -> bool:
    """Return True if the first letter of a text runs from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def said(text: str) -> str:
    """Return a text escaped for XML."""
    return escape(text)


def _colour(name: str) -> str:
    return name if name in COLOURS else "grey"
