"""One claim a row as an Excel workbook, in which text stays text, whatever it looks like."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from annotator.core.article import Article
from annotator.core.libraries import need
from annotator.core.xml import legal
from annotator.formats.datasets.claim_table import HOLDS, ClaimRow, add_rowless, cell_text, row
from annotator.formats.exporter import Exporter, Piece
from annotator.formats.zip_entries import zip_entry

WHAT = "Excel"
COLUMNS = ClaimRow.__struct_fields__
SHEET = "Claims"
# As much as a cell holds.
LONGEST = 32_767
CUT = "cut off: a cell holds 32,767 characters"
ILLEGAL = "written as spaces, since XML can't hold them"
TEXT_FORMAT = "@"
HELD = ("text", "label", "source", "cues", "hedges")
HELD_SPANS = ("content_spans", "source_span", "cue_spans", "hedge_spans")


class Xlsx(Exporter):
    """Claims as a workbook; lists are joined by "; "."""

    name = "xlsx"
    title = "Claims (Excel)"
    suffix = ".xlsx"
    holds = HOLDS

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        openpyxl = need("openpyxl", WHAT)
        new_cell = need("openpyxl.cell", WHAT, "openpyxl").WriteOnlyCell
        book = openpyxl.Workbook(write_only=True)
        book.properties.creator = "Annotator"
        # The same export is the same file.
        book.properties.created = book.properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
        sheet = book.create_sheet(SHEET)
        sheet.freeze_panes = "A2"

        def text_cell(text: str) -> Any:
            cell = new_cell(sheet, text)
            # Without its type, a text that begins with "=" would be a formula.
            cell.data_type, cell.number_format = "s", TEXT_FORMAT
            return cell

        sheet.append([text_cell(name) for name in COLUMNS])
        for article in articles:
            self.counts.add_article(article)
            add_rowless(self, article)
            for claim in article.claims:
                found = row(article, claim)
                held = [legal(said)[0][:LONGEST] for said in found.held()]
                self.ledger.enter(f"{legal(article.id)[0]}\t{claim.id}", held)
                values = [getattr(found, column) for column in COLUMNS]
                sheet.append([self._cell(value, article.id, text_cell) for value in values])
        target = BytesIO()
        book.save(target)
        yield Piece(stem + self.suffix, _undated(target))

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        openpyxl = need("openpyxl", WHAT)
        for path in sorted(folder.glob("*" + self.suffix)):
            book = openpyxl.load_workbook(path, read_only=True)
            try:
                found = book[SHEET].iter_rows(values_only=True)
                names = next(found)
                for cells in found:
                    said = dict(zip(names, cells, strict=True))
                    held = [said[name] or "" for name in (*HELD, *HELD_SPANS)]
                    yield f"{said['article']}\t{said['claim']}", held
            finally:
                book.close()

    def _cell(self, value: Any, article: str, text_cell: Any) -> Any:
        if value is None or isinstance(value, (bool, int, float)):
            return value
        text, illegal = legal(cell_text(value))
        self.counts.add_loss("characters", illegal, article, ILLEGAL)
        self.counts.add_loss("long cells", int(len(text) > LONGEST), article, CUT)
        return text_cell(text[:LONGEST]) if text else None


def _undated(packed: BytesIO) -> bytes:
    """Return a ZIP file again, without the times of its entries."""
    target = BytesIO()
    with ZipFile(packed) as source, ZipFile(target, "w") as made:
        for entry in source.infolist():
            made.writestr(zip_entry(entry.filename), source.read(entry))
    return target.getvalue()


EXPORTER = Xlsx
