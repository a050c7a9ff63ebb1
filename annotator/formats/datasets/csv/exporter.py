"""One claim a row, as a table that spreadsheets open: UTF-8 with a byte-order mark."""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path

from annotator.core.article import Article
from annotator.formats.datasets.claim_table import HOLDS, ClaimRow, cell_text, rows
from annotator.formats.exporter import Exporter, Piece

COLUMNS = ClaimRow.__struct_fields__
# Spreadsheets run a cell with such a beginning as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# In these columns, what looks like a number or a date is text: 007, 1E5, 3/2.
TEXTS = {
    *("article", "claim", "text", "source", "source_ref", "via", "cues", "hedges", "note"),
    *("context", "title", "author", "outlet"),
}
NUMBER = re.compile(r"[\d.,:/ -]*\d[\d.,:/ eE+-]*")
GUARD = "'"
GUARDED = "written with an apostrophe before them"


class Csv(Exporter):
    """Claims as a table; lists are joined by "; " and spans written [start:end]."""

    name = "csv"
    title = "Claims (CSV)"
    suffix = ".csv"
    holds = HOLDS

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        yield Piece(stem + self.suffix, b"\xef\xbb\xbf" + _line(COLUMNS))
        for row in rows(self, articles):
            cells = [cell_text(getattr(row, column)) for column in COLUMNS]
            guarded = [*map(_guarded, COLUMNS, cells)]
            changed = sum(map(str.__ne__, cells, guarded))
            self.counts.add_loss(
                "cells that look like formulas or numbers", changed, row.article, GUARDED
            )
            yield Piece(stem + self.suffix, _line(guarded))

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.glob("*" + self.suffix)):
            with path.open(encoding="utf-8-sig", newline="") as stream:
                for cells in csv.DictReader(stream):
                    yield _key(cells), _held(cells)


def _line(cells: Iterable[str]) -> bytes:
    line = StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()


def _guarded(column: str, cell: str) -> str:
    """Return a cell with an apostrophe where a spreadsheet would run or convert it."""
    return GUARD + cell if _needs_guard(column, cell) else cell


def _unguarded(column: str, cell: str) -> str:
    return cell.removeprefix(GUARD) if _needs_guard(column, cell) else cell


def _needs_guard(column: str, cell: str) -> bool:
    # An existing apostrophe gets another one, so that one can be removed.
    bare = cell.lstrip(GUARD)
    return bare.startswith(FORMULA) or (column in TEXTS and bool(NUMBER.fullmatch(bare)))


def _held(cells: dict[str, str]) -> list[str]:
    columns = ("text", "label", "source", "cues", "hedges")
    spans = ("content_spans", "source_span", "cue_spans", "hedge_spans")
    return [_unguarded(column, cells[column]) for column in (*columns, *spans)]


def _key(cells: dict[str, str]) -> str:
    return "\t".join(_unguarded(column, cells[column]) for column in ("article", "claim"))


EXPORTER = Csv
