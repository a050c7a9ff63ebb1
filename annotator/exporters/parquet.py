"""One claim a row, as a typed table for data tools."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from annotator.core.article import Article
from annotator.exporters import columns
from annotator.exporters.exporter import Exporter, Piece
from annotator.exporters.rows import HOLDS, ClaimRow, rows


class Parquet(Exporter):
    """Claims as a Parquet table."""

    name = "parquet"
    title = "Claims (Parquet)"
    suffix = ".parquet"
    holds = HOLDS

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        encoder = msgspec.json.Encoder()
        lines = (encoder.encode(row) + b"\n" for row in rows(self, articles))
        yield Piece(stem + self.suffix, columns.parquet(lines, ClaimRow))

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.glob("*" + self.suffix)):
            for plain in columns.read(path):
                row = msgspec.convert(plain, ClaimRow)
                yield f"{row.article}\t{row.claim}", row.held()


EXPORTER = Parquet
