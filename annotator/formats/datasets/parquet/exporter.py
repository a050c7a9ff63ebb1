"""One claim a row, as a typed table for data tools."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from annotator.core.article import Article
from annotator.formats.datasets import arrow_columns
from annotator.formats.datasets.claim_table import HOLDS, ClaimRow, rows
from annotator.formats.exporter import Exporter, Piece


class Parquet(Exporter):
    """Claims as a Parquet table."""

    name = "parquet"
    title = "Claims (Parquet)"
    suffix = ".parquet"
    holds = HOLDS

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        encoder = msgspec.json.Encoder()
        lines = (encoder.encode(row) + b"\n" for row in rows(self, articles))
        yield Piece(stem + self.suffix, arrow_columns.parquet(lines, ClaimRow))

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.glob("*" + self.suffix)):
            for plain in arrow_columns.read(path):
                row = msgspec.convert(plain, ClaimRow)
                yield f"{row.article}\t{row.claim}", row.held()


EXPORTER = Parquet
