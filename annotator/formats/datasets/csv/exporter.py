"""One claim a row, as a table that spreadsheets open: UTF-8 with a byte-order mark."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path

from msgspec.structs import astuple

from annotator.core.article import Article
from annotator.core.spans import Span
from annotator.formats.datasets.claim_table import HOLDS, LIST, ClaimRow, EvidenceRow, rows
from annotator.formats.exporter import Exporter, Piece

COLUMNS = ClaimRow.__struct_fields__
# A cell that begins so is run as a formula by spreadsheets.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
GUARD = "'"
GUARDED = "written with an apostrophe before them"


class Csv(Exporter):
    """Claims as a table; lists are joined by "; " and spans written start:end."""

    name = "csv"
    title = "Claims (CSV)"
    suffix = ".csv"
    holds = HOLDS

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        yield Piece(stem + self.suffix, b"\xef\xbb\xbf" + _line(COLUMNS))
        for row in rows(self, articles):
            cells = [_cell(getattr(row, column)) for column in COLUMNS]
            guarded = [GUARD + cell if _looks_like_a_formula(cell) else cell for cell in cells]
            changed = sum(map(str.__ne__, cells, guarded))
            self.counts.add_loss("cells that look like formulas", changed, row.article, GUARDED)
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


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Span):
        return f"{value.start}:{value.end}"
    if isinstance(value, EvidenceRow):
        return " | ".join(astuple(value)).rstrip(" |")
    if isinstance(value, (list, tuple)):
        return LIST.join(map(_cell, value))
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _looks_like_a_formula(cell: str) -> bool:
    # An apostrophe that stood there already gets another one, so that one can be taken away.
    return cell.lstrip(GUARD).startswith(FORMULA)


def _held(cells: dict[str, str]) -> list[str]:
    columns = ("text", "label", "source", "cues", "hedges")
    spans = ("content_spans", "source_span", "cue_spans", "hedge_spans")
    return [_unguarded(cells[column]) for column in (*columns, *spans)]


def _key(cells: dict[str, str]) -> str:
    return f"{_unguarded(cells['article'])}\t{_unguarded(cells['claim'])}"


def _unguarded(cell: str) -> str:
    return cell.removeprefix(GUARD) if _looks_like_a_formula(cell) else cell


EXPORTER = Csv
