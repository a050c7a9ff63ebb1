"""doccano: one example a line, for a sequence-labelling project with relations.

Offsets are UTF-16 units: doccano's editor counts as JavaScript does, unless the project
counts grapheme clusters (v-annotator). A decided claim is called by its label, an open one
CLAIM. doccano guesses the file's encoding, so that all is written in ASCII; and it reads
through a table, so that every line has the same keys.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from annotator.core.article import Article
from annotator.core.offsets import OffsetMap
from annotator.formats.exporter import Exporter, Piece, slice_utf16
from annotator.formats.graph import RELATIONS, Graph, Sidecar


class Doccano(Exporter):
    """Examples with entities and relations; all else becomes the example's metadata."""

    name = "doccano"
    title = "doccano (JSON Lines, with relations)"
    suffix = ".jsonl"
    unit = "UTF-16 unit"

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        yield Piece(stem + self.suffix, b"")
        for article in articles:
            self.counts.add_article(article)
            graph = Graph.of(article)
            self.ledger.enter(article.id, _held(article, graph))
            yield Piece(stem + self.suffix, ascii_json(_example(article, graph)) + b"\n")

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.glob("*" + self.suffix)):
            with path.open("rb") as stream:
                for line in stream:
                    example = msgspec.json.decode(line)
                    text = example["text"].encode("utf-16-le")
                    yield (
                        example["article"],
                        [
                            f"{entity['label']}\t"
                            + slice_utf16(text, entity["start_offset"], entity["end_offset"])
                            for entity in example["entities"]
                        ],
                    )


def _held(article: Article, graph: Graph) -> list[str]:
    return [f"{node.tag}\t{article.text[node.start : node.end]}" for node in graph.nodes]


def _example(article: Article, graph: Graph) -> dict[str, Any]:
    units = OffsetMap(article.text)
    numbers = {node.id: number for number, node in enumerate(graph.nodes)}
    return {
        "text": article.text,
        "entities": [
            {
                "id": numbers[node.id],
                "label": node.tag,
                "start_offset": units.to_qt(node.start),
                "end_offset": units.to_qt(node.end),
            }
            for node in graph.nodes
        ],
        "relations": [
            {
                "id": number,
                "from_id": numbers[link.head],
                "to_id": numbers[link.child],
                "type": RELATIONS[link.type],
            }
            for number, link in enumerate(graph.links)
        ],
        "article": article.id,
        "title": article.header.title or "",
        "annotator": Sidecar.of(article, graph),
    }


def ascii_json(value: Any) -> bytes:
    """Return a value as JSON in ASCII."""
    raw = msgspec.json.encode(value)
    if raw.isascii():
        return raw
    return raw.decode().translate(_Escapes()).encode("ascii")


class _Escapes(dict[int, str]):
    """Every sign beyond ASCII as \\u escapes, made when it is first met."""

    def __missing__(self, sign: int) -> str:
        if sign < 0x80:
            escape = chr(sign)
        elif sign < 0x10000:
            escape = f"\\u{sign:04x}"
        else:
            high, low = divmod(sign - 0x10000, 0x400)
            escape = f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
        self[sign] = escape
        return escape


EXPORTER = Doccano
