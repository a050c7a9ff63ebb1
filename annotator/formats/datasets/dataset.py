"""The base of data set importers: from records to articles, with the place of each error."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from annotator.core.article import LINE_ENDS, Article, Header
from annotator.core.decisions import trim
from annotator.core.errors import (
    AnnotatorError,
    BrokenArticleError,
    LeftOutError,
    NewerArticleError,
)
from annotator.core.file_names import readable
from annotator.core.record import NewerRecordError
from annotator.core.rewriting import Replacement, rewrite
from annotator.core.spans import Attributes, Span
from annotator.formats import field_names, files
from annotator.formats.datasets import foreign_fields
from annotator.formats.datasets.graph_to_marks import MOST_MARKS, MarkRules, assemble, new_rules
from annotator.formats.datasets.link_resolution import tie
from annotator.formats.graph import Graph, Link, Node, Sidecar
from annotator.formats.importer import Importer, ImportSettings

# Exceptions of reading a broken record.
FAULTS = (
    AnnotatorError,
    ArithmeticError,
    RecursionError,
    ValueError,
    msgspec.MsgspecError,
)
LONGEST_TEXT = 10_000_000
LONGEST_REASON = 300
NO_PLACE = "Annotator has no field for them"


class Record(NamedTuple):
    """A raw article of a file, and its place."""

    path: Path
    where: str
    raw: Any


def line_records(path: Path) -> Iterator[Record | AnnotatorError]:
    """Yield each line of a file, with its number, as a record or an error."""
    for line in files.lines(path):
        yield line if isinstance(line, AnnotatorError) else Record(path, f"line {line[0]}", line)


class Job:
    """One import: its options, and counts of what was left out."""

    def __init__(self, name: str, path: Path, settings: ImportSettings) -> None:
        self.name = name
        self.path = path
        self.settings = settings
        # Objects that an importer needs for every record, made once.
        self.kept: dict[Any, Any] = {}
        self._left_out: dict[tuple[str, str], tuple[int, str]] = {}

    def leave_out(self, what: str, where: str, why: str = NO_PLACE, count: int = 1) -> None:
        """Count something that is left out."""
        if count:
            before, first = self._left_out.get((what, why), (0, where))
            self._left_out[what, why] = before + count, first

    def left_out(self) -> Iterator[AnnotatorError]:
        """Yield an error for each kind of thing that was left out."""
        for (what, why), (count, where) in self._left_out.items():
            yield LeftOutError(path=self.path, count=count, what=what, where=where, why=why)


class Dataset(Importer):
    """A format that holds many articles."""

    many = True

    @abstractmethod
    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        """Yield the records of a file or folder; raise where it can't be read at all."""

    @abstractmethod
    def article(self, record: Record, job: Job) -> Article | None:
        """Return the article of a record or None; raise one of FAULTS if it is broken."""

    def articles(self, path: Path, settings: ImportSettings) -> Iterator[Article | AnnotatorError]:
        job = Job(self.name, path, settings)
        for record in self.records(path, job):
            if isinstance(record, AnnotatorError):
                yield record
                continue
            try:
                article = self.article(record, job)
            except FAULTS as error:
                yield broken(record.path, record.where, error)
            else:
                if article is not None:
                    yield article
        yield from job.left_out()


class ArticleBuilder:
    """Builds an article from another tool's data, mark by mark."""

    def __init__(self, record: Record, job: Job, id_: str, text: object) -> None:
        """Start with the text; raise ValueError if it is empty or not a text."""
        self.text = sound_text(text)
        self.job = job
        self._record = record
        self._id = id_
        self._nodes: dict[str, Node] = {}
        self._links: list[Link] = []
        self._header = Header()
        self._extra: dict[str, Any] = {}
        self._said: dict[str, Attributes] = {}
        self.sidecar: Sidecar | None = None
        self.rules = self._new_rules()

    def by(self, who: object = None, at: datetime | None = None, *, decided: bool = False) -> None:
        """Say who made the marks, when, and whether a person decided on their labels."""
        said = who if isinstance(who, (str, int)) and not isinstance(who, bool) else ""
        self.rules = self._new_rules(str(said)[:200], at, decided=decided)

    def fields(self, given: Mapping[str, Any], *, keep: bool = True) -> None:
        """Take the header from the tool's fields, and keep the others beside the article."""
        self._header, rest = field_names.header(given)
        if rest and keep:
            self._extra = {self.job.name: foreign_fields.plain(rest)}

    def mark(
        self, id_: str, name: str, start: int, end: int, *, label: str = "", said: object = None
    ) -> Node:
        """Add a mark that the tool calls `name`; `said` is the text that the tool gives for it.

        White space at its ends is cut off, unless our own record includes it.
        """
        if self.sidecar is None and 0 <= start < end <= len(self.text):
            inner = trim(self.text, Span(start, end), final="")
            if inner is not None:
                start, end = inner.start, inner.end
        return self.add(self.rules.node(id_, name, start, end, label), said)

    def add(self, node: Node, said: object = None) -> Node:
        """Add a mark; raise ValueError if it has no name, another one's id, or another text."""
        if len(self._nodes) == MOST_MARKS:
            raise ValueError(f"it has more than {MOST_MARKS:,} marks")
        if node.id in self._nodes:
            raise ValueError(f"the id {node.id!r} is given to two marks")
        if not node.name.strip():
            raise ValueError(f"the mark {node.start}-{node.end} has no label")
        found = self.text[max(node.start, 0) : max(node.end, 0)]
        if isinstance(said, str) and said.split() != found.split():
            place = f"{node.name} {node.start}-{node.end}"
            raise ValueError(f"{place} says {said!r}, but the text is {found!r}")
        self._nodes[node.id] = node
        return node

    def link(self, name: str, head: str, child: str) -> None:
        """Add a link between two marks, or count it as left out; raise ValueError if one lacks."""
        link = tie(name, self.node(head), self.node(child))
        if link is None:
            self.leave_out("links between marks")
        else:
            self._links.append(link)

    def say(self, id_: str, attributes: Attributes) -> None:
        """Set a claim's attributes besides its places."""
        self._said[id_] = attributes

    def leave_out(self, what: str, why: str = NO_PLACE, count: int = 1) -> None:
        """Count something that is left out."""
        self.job.leave_out(what, self._record.where, why, count)

    def node(self, id_: str) -> Node:
        """Return the mark with this id; raise ValueError if there is none."""
        if id_ not in self._nodes:
            raise ValueError(f"a link leads to {id_!r}, which is not a mark")
        return self._nodes[id_]

    def role(self, id_: str) -> str | None:
        """Return a mark's name, None if there is none with this id."""
        return self._nodes[id_].role if id_ in self._nodes else None

    def relabel(self, id_: str, label: str) -> None:
        """Give a mark another label."""
        self._nodes[id_] = replace(self._nodes[id_], label=label)

    def article(self) -> Article:
        """Return the article with its marks, its line ends made LF."""
        bare = Article.of(self._id, self.text, source=self._record.path.name)
        title = self._header.title or bare.header.title
        header = replace(self._header, title=title)
        bare = replace(bare, header=header, extra=self._extra)
        if self._nodes or self.sidecar is not None:
            graph = Graph(tuple(self._nodes.values()), tuple(self._links))
            bare = assemble(bare, graph, self.rules, self.sidecar, self._said)
        return finished(bare, self.job.settings)

    def _new_rules(
        self, who: str = "", at: datetime | None = None, *, decided: bool = False
    ) -> MarkRules:
        by = ", ".join(filter(None, (self.job.name, readable(self._record.path.name), who)))
        rules = new_rules(by, at, decided=decided)
        return replace(rules, labels=self.job.settings.labels)


def finished(article: Article, settings: ImportSettings) -> Article:
    """Return an article with line ends made LF, its marks moved along, and its language said."""
    text = article.text
    ends: list[Replacement] = []
    # `in` is ten times faster than a regex, and hardly any text has such a character.
    if "\r" in text or "\u2028" in text or "\u2029" in text:
        ends = [Replacement(*found.span(), "\n") for found in LINE_ENDS.finditer(text)]
    if text.startswith("\ufeff"):
        ends.insert(0, Replacement(0, 1, ""))
    if ends:
        article, _ = rewrite(article, ends)
    if article.header.lang is None and settings.lang is not None:
        article = replace(article, header=replace(article.header, lang=settings.lang))
    return article


def sound_text(text: object) -> str:
    """Return a text that can be an article's; raise ValueError if it can't."""
    if not isinstance(text, str) or not text.strip("\ufeff \t\r\n"):
        raise ValueError("there is no text")
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"the text has {len(text):,} characters; {LONGEST_TEXT:,} are read")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"the text has half a character at {error.start}") from error
    return text


def broken(path: Path, where: str, error: Exception) -> BrokenArticleError:
    """Return the error of one article."""
    if isinstance(error, RecursionError):
        reason = "it is nested too deeply"
    else:
        reason = str(error).rstrip(".") or type(error).__name__
    if len(reason) > LONGEST_REASON:
        reason = reason[:LONGEST_REASON] + "…"
    kind = NewerArticleError if isinstance(error, NewerRecordError) else BrokenArticleError
    return kind(path=path, where=where, reason=reason)
