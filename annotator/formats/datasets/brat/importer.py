"""brat standoff: for each article a .txt and an .ann file beside it.

Offsets are code points of the file's text, and pieces of one mark are
joined by ";" (brat.nlplab.org/standoff). brat doesn't say who decided on an attribute, so
that labels are suggestions.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.core.spans import Attributes, Suggestion
from annotator.formats import files
from annotator.formats.datasets.dataset import LONGEST_TEXT, ArticleBuilder, Dataset, Job, Record
from annotator.formats.graph import Node

LONGEST = 4 * LONGEST_TEXT
DIRECT: dict[str, Any] = {"direct": True, "mixed": "mixed"}
# The claim's fields for brat's attributes and notes, in lower case.
SAYS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "label": ("label", str),
    "status": ("label", str),
    "suggested": ("suggestion", Suggestion),
    "sourcetype": ("source_type", str),
    "polarity": ("polarity", lambda said: said if said in ("neg", "cond") else "pos"),
    "negation": ("polarity", lambda said: "neg"),
    "direct": ("direct", lambda said: DIRECT.get(said, False)),
    "checkable": ("checkable", lambda said: said in ("yes", "true", "")),
    "annotatornotes": ("note", str),
    "sourceref": ("source_ref", str),
    "via": ("via", str),
}
LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
IN_PIECES = "a source, a name or a zone is one stretch here; it is taken from first to last"


class _Line(Struct):
    """A line of an .ann file: its id, its words, and the text after the second tab."""

    id: str
    words: list[str]
    said: str | None


class Brat(Dataset):
    """A text and its annotations, for each article."""

    name = "brat"
    title = "brat standoff"
    suffixes = (".ann",)

    def recognises(self, path: Path, head: bytes) -> bool:
        return (
            files.has(path, "*.ann", texts=True)
            if path.is_dir()
            else super().recognises(path, head)
        )

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        found = files.of_kind(path, "*.ann")
        if path.is_dir():
            # A text without marks.
            bare = {file.with_suffix(".ann") for file in files.of_kind(path, "*.txt")}
            found = sorted({*found, *bare})
        for file in found:
            yield Record(file, file.name, file)

    def article(self, record: Record, job: Job) -> Article:
        path: Path = record.raw
        text = files.inside(path.parent, f"{path.stem}.txt")
        builder = ArticleBuilder(record, job, path.stem, _decoded(text))
        if path.exists() or not text.exists():
            _Marks(builder).take(_decoded(path))
        return builder.article()


class _Marks:
    """Read the lines of an .ann file, in the order of their dependencies."""

    def __init__(self, builder: ArticleBuilder) -> None:
        self._builder = builder
        self._pieces: dict[str, list[Node]] = {}
        # The claim that an attribute of an event or a mark belongs to.
        self._claims: dict[str, str] = {}

    def take(self, said: str) -> None:
        """Read all lines; count those without a place."""
        by_letter: dict[str, list[_Line]] = {}
        for number, line in enumerate(said.removeprefix("\ufeff").split("\n"), 1):
            if line.strip():
                read = _line(number, line.rstrip("\r"))
                by_letter.setdefault(read.id[0], []).append(read)
        for letter, take in (("T", self._mark), ("R", self._relation), ("E", self._event)):
            for read in by_letter.pop(letter, []):
                take(read)
        self._attributes([read for letter in "AM#" for read in by_letter.pop(letter, [])])
        for letter, others in by_letter.items():
            self._builder.leave_out(f"lines of the kind {letter!r}", count=len(others))

    def _mark(self, line: _Line) -> None:
        builder = self._builder
        type_, *places = line.words
        pieces = [_place(line, piece) for piece in " ".join(places).split(";")]
        said = " ".join(builder.text[start:end] for start, end in pieces)
        if line.said is not None and line.said.split() != said.split():
            raise ValueError(f"{line.id} says {line.said!r}, but the text is {said!r}")
        pieces = _over_lines(builder.text, pieces)
        node = builder.rules.node(line.id, type_, *pieces[0])
        if node.role not in ("claim", "cue", "hedge") and len(pieces) > 1:
            builder.leave_out("gaps of marks in pieces", IN_PIECES)
            hull = min(start for start, _ in pieces), max(end for _, end in pieces)
            node, pieces = builder.rules.node(line.id, type_, *hull), pieces[:1]
        builder.add(node)
        if node.role == "claim":
            self._claims[node.id] = node.id
        for number, (start, end) in enumerate(pieces[1:], 2):
            piece = builder.add(builder.rules.node(f"{line.id};{number}", type_, start, end))
            self._pieces.setdefault(line.id, []).append(piece)
            if node.role == "claim":
                builder.link("continues", piece.id, line.id)

    def _relation(self, line: _Line) -> None:
        name, *arguments = line.words
        ends = [argument.partition(":")[2] for argument in arguments if argument]
        if len(ends) != 2:
            raise ValueError(f"the relation {line.id} has not two ends")
        self._link(name, ends[0], ends[1])

    def _event(self, line: _Line) -> None:
        """Link the participants of an event to its claim."""
        ends = [word.partition(":")[2] for word in line.words if word]
        parts = [self._builder.node(end) for end in ends if not end.startswith("E")]
        claim = next((part for part in parts if part.role == "claim"), None)
        if claim is None or len(parts) < len(ends):
            self._builder.leave_out("events")
            return
        self._claims[line.id] = claim.id
        for part in parts:
            if part is not claim:
                name = "continues" if part.role == "claim" else part.role
                self._link(name, part.id, claim.id)

    def _link(self, name: str, head: str, child: str) -> None:
        """Add a link with all pieces of its head."""
        self._builder.link(name, head, child)
        for piece in self._pieces.get(head, ()):
            if piece.role in ("cue", "hedge"):
                self._builder.link(name, piece.id, child)

    def _attributes(self, lines: list[_Line]) -> None:
        found: dict[str, dict[str, Any]] = {}
        for line in lines:
            name, target, *values = [*line.words, ""]
            is_note = line.id.startswith("#")
            value = (line.said or "") if is_note else " ".join(values).strip()
            says = SAYS.get(name.lower())
            if says is not None and target in self._claims:
                field, read = says
                found.setdefault(self._claims[target], {})[field] = read(value)
            elif name.lower() == "kind" and value and self._builder.role(target) == "zone":
                self._builder.relabel(target, value)
            else:
                self._builder.leave_out("notes" if is_note else "attributes")
        for id_, fields in found.items():
            said = {name: value for name, value in fields.items() if value != ""}
            self._builder.say(id_, Attributes(**said))


def _decoded(path: Path) -> str:
    try:
        return files.whole(path, LONGEST).decode()
    except UnicodeDecodeError as error:
        raise ValueError(f"{path.name} is not UTF-8 (byte {error.start})") from error


def _line(number: int, line: str) -> _Line:
    id_, tab, rest = line.partition("\t")
    where, tab_again, said = rest.partition("\t")
    words = where.split(" ")
    if not id_.strip() or not tab or not words[0]:
        raise ValueError(f"line {number} is cut short")
    return _Line(id_, words, said if tab_again else None)


def _over_lines(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join fragments separated only by a line end, which no mark in brat can cross."""
    whole = pieces[:1]
    for start, end in pieces[1:]:
        between = text[whole[-1][1] : start]
        if between and not between.strip(LINE_ENDS):
            whole[-1] = whole[-1][0], end
        else:
            whole.append((start, end))
    return whole


def _place(line: _Line, piece: str) -> tuple[int, int]:
    digits = piece.split()
    if len(digits) != 2 or not all(d.isascii() and d.isdigit() and len(d) < 16 for d in digits):
        raise ValueError(f"{line.id} has no place, but {piece[:40]!r}")
    return int(digits[0]), int(digits[1])


IMPORTER = Brat
