"""CoNLL: a token and an IOB2 tag a line, one file a layer, since a column holds no overlap.

Articles begin with the -DOCSTART- line that spaCy's converter looks for, and a blank line
stands where the article's lines end. index.txt says which article is which.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from annotator.core.article import Article
from annotator.formats.datasets.tokenisation import Tokeniser, Tokens
from annotator.formats.exporter import Exporter, ExportSettings, Piece, place
from annotator.formats.graph import Graph, Node

START = "-DOCSTART- -X- O O\n\n"
OVERLAP = "left out: a column cannot hold overlapping marks"
LINE_END = "split at the line end"
WIDENED = "widened to whole tokens"
_MARK = re.compile(r"\tB-[^\n]+\n(?:[^\t\n]+\tI-[^\n]+\n)*")
_TAG = re.compile(r"\t[^\n]+")

# For each layer, the tag of a node, None where it does not belong there.
LAYERS: dict[str, Callable[[Node], str | None]] = {
    "entities": lambda node: node.label if node.role == "entity" else None,
    "claims": lambda node: node.label or "CLAIM" if node.role == "claim" else None,
    "attribution": lambda node: {"claim": "CONTENT", "source": "SOURCE", "cue": "CUE"}.get(
        node.role
    ),
    "hedges": lambda node: "HEDGE" if node.role == "hedge" else None,
    "zones": lambda node: "ZONE" if node.role == "zone" else None,
}


class Conll(Exporter):
    """Tokens and tags, a file a layer."""

    name = "conll"
    title = "CoNLL / IOB2 (a file a layer)"
    unit = "token"
    holds = frozenset({"text", "spans", "entities", "zones", "sources", "cues", "hedges", "labels"})

    def __init__(self, settings: ExportSettings) -> None:
        super().__init__(settings)
        self._tokeniser = Tokeniser()

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        for number, article in enumerate(articles):
            self.counts.add_article(article)
            tokens = self._tokeniser.tokens(article.text, article.header.lang)
            lines = _Lines(article.text, tokens)
            nodes = Graph.of(article).nodes
            self._count_widened(article, tokens, nodes)
            for layer, tag in LAYERS.items():
                name = place(stem, f"{layer}.conll")
                chosen = [(node, tag(node)) for node in nodes]
                tagged = "".join(self._tag(article, lines, chosen))
                held = _marks(tagged)
                if layer == "entities":
                    held.append(_digest("\n".join(lines.words)))
                self.ledger.enter(f"{name} {number}", held)
                yield Piece(name, f"{START}{tagged}\n".encode())
            yield Piece(place(stem, "index.txt"), f"{' '.join(article.id.split())}\n".encode())

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for index in sorted(folder.rglob("index.txt")):
            for layer in LAYERS:
                path = index.with_name(f"{layer}.conll")
                name = path.relative_to(folder).as_posix()
                for number, block in enumerate(_blocks(path)):
                    held = _marks(block)
                    if layer == "entities":
                        words = _TAG.sub("", block).split("\n")
                        held.append(_digest("\n".join(word for word in words if word)))
                    yield f"{name} {number}", held

    def _count_widened(self, article: Article, tokens: Tokens, nodes: Iterable[Node]) -> None:
        off = sum(not tokens.exact(node.start, node.end) for node in nodes)
        self.counts.add_loss("marks off token borders", off, article.id, WIDENED)

    def _tag(
        self, article: Article, lines: "_Lines", nodes: list[tuple[Node, str | None]]
    ) -> list[str]:
        """Return the lines of a layer; of marks that overlap, the first and longest is kept."""
        tagged = lines.bare.copy()
        done = 0
        chosen = [(node, tag) for node, tag in nodes if tag is not None]
        for node, tag in sorted(chosen, key=lambda pair: (pair[0].start, -pair[0].end)):
            first, after = lines.tokens.around(node.start, node.end)
            if first < done:
                self.counts.add_loss("overlapping marks", 1, article.id, OVERLAP)
                continue
            done = after
            begin, cuts, name = "B", 0, _cell(tag or "")
            for number in range(first, after):
                if tagged[number] in ("", "\n"):
                    cuts += tagged[number] == "\n" and begin == "I"
                    begin = "B" if tagged[number] else begin
                else:
                    tagged[number] = f"{tagged[number][:-3]}\t{begin}-{name}\n"
                    begin = "I"
            self.counts.add_loss("marks over line ends", cuts, article.id, LINE_END)
        return tagged


class _Lines:
    """A line for each token, untagged: "" for white space, a blank line for a line end."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self.tokens = tokens
        said = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
        self.words = [word for word in said if not word.isspace()]
        self.bare = [
            f"{word}\tO\n" if not word.isspace() else "\n" if "\n" in word else "" for word in said
        ]


def _marks(lines: str) -> list[str]:
    """Return the lines of each mark of an article in a layer."""
    return [
        lines[lines.rfind("\n", 0, found.start()) + 1 : found.end()]
        for found in _MARK.finditer(lines)
    ]


def _blocks(path: Path) -> Iterator[str]:
    """Yield the lines of each article of a file."""
    rest = ""
    with path.open(encoding="utf-8", newline="\n") as stream:
        while read := stream.read(2**20):
            *whole, rest = (rest + read).split(START)
            yield from filter(None, whole)
    yield rest


def _cell(said: str) -> str:
    return re.sub(r"\s", "_", said)


def _digest(said: str) -> str:
    return blake2b(said.encode(), digest_size=16).hexdigest()


EXPORTER = Conll
