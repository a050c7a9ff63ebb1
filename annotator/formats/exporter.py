"""The interface of exporters: from articles to files, and those files read back."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import ClassVar, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.scheme import Scheme
from annotator.formats.graph import Graph, Link
from annotator.formats.losses import EVERYTHING, ExportCounts
from annotator.formats.selection import Claims
from annotator.formats.verification import Ledger

# The stem of an export that is not split.
WHOLE = "articles"

_SAFE = re.compile("[A-Za-z0-9_-]+")

Unit = Literal["code point", "UTF-16 unit", "token", "none"]


class Piece(NamedTuple):
    """The next bytes of a file; `name` is relative to the export, with / between folders."""

    name: str
    data: bytes


class ExportSettings(Struct, frozen=True):
    """The options of an export.

    `licence` and `agreement` are a person's own words for a dataset card, which also says
    whether sources are hidden behind pseudonyms.
    """

    name: str
    scheme: Scheme
    licence: str = ""
    agreement: str = ""
    hidden_sources: bool = False


class Exporter(ABC):
    """One target format.

    `suffix` is that of its one file; "" if it is a folder. `holds` lists the features
    (losses.py) that come through; `claims` is which claims go out unless a person says
    otherwise: all only where the format keeps undecided ones apart from decided ones.
    `card` is whether a dataset card goes with it, which takes licence and agreement. An
    exporter is used for one export.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    suffix: ClassVar[str] = ""
    unit: ClassVar[Unit] = "code point"
    holds: ClassVar[frozenset[str]] = EVERYTHING
    claims: ClassVar[Claims] = "decided"
    card: ClassVar[bool] = False

    def __init__(self, settings: ExportSettings) -> None:
        self.settings = settings
        self.counts = ExportCounts(self.holds)
        self.ledger = Ledger(self.name)

    @abstractmethod
    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        """Yield the files of one split of the corpus; `stem` names them."""

    def closing(self) -> Iterator[Piece]:
        """Yield the files for all splits: a labelling config, a dataset card."""
        return iter(())

    @abstractmethod
    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        """Read the written files back and yield what each entry of the ledger holds.

        Texts are cut from the file's own text by the file's own offsets in its own unit.
        """

    def held(self, article: Article, graph: Graph | None = None) -> list[str]:
        """Return the expected content of an article in a format that has every node."""
        graph = graph or Graph.of(article)
        return [f"{node.name}\t{article.text[node.start : node.end]}" for node in graph.nodes]


def slice_utf16(text: bytes, start: int, end: int) -> str:
    """Cut a text in UTF-16-LE by positions in UTF-16 units."""
    return text[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def safe_ids(graph: Graph) -> Graph:
    """Return the graph with ids of letters, digits, - and _ only, as most tools want them."""
    if all(_SAFE.fullmatch(node.id) for node in graph.nodes):
        return graph
    new: dict[str, str] = {}
    for number, node in enumerate(graph.nodes):
        safe = bool(_SAFE.fullmatch(node.id))
        new[node.id] = node.id if safe else f"{node.role}_{number}"
    return Graph(
        tuple(replace(node, id=new[node.id]) for node in graph.nodes),
        tuple(Link(link.type, new[link.head], new[link.child]) for link in graph.links),
    )


def place(stem: str, name: str) -> str:
    """Return the path of a file in a folder export: each split has a folder."""
    return name if stem == WHOLE else f"{stem}/{name}"
