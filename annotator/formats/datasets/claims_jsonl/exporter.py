"""One claim a line, as JSON, for whoever counts or classifies claims."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from annotator.core.article import Article
from annotator.formats.datasets.claim_table import HOLDS, ClaimRow, rows
from annotator.formats.exporter import Exporter, Piece


class ClaimsJsonl(Exporter):
    """Claims without the articles around them."""

    name = "claims-jsonl"
    title = "Claims (JSON Lines)"
    suffix = ".jsonl"
    holds = HOLDS

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        yield Piece(stem + self.suffix, b"")
        encoder = msgspec.json.Encoder()
        for row in rows(self, articles):
            yield Piece(stem + self.suffix, encoder.encode(row) + b"\n")

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        decoder = msgspec.json.Decoder(ClaimRow)
        for path in sorted(folder.glob("*" + self.suffix)):
            with path.open("rb") as stream:
                for line in stream:
                    row = decoder.decode(line)
                    yield f"{row.article}\t{row.claim}", row.held()


EXPORTER = ClaimsJsonl
