"""An Excel workbook with an article a row, read by openpyxl; cells keep their types."""

import zlib
from collections.abc import Iterator, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any, ClassVar
from zipfile import BadZipFile, ZipFile

from annotator.core.errors import AnnotatorError, NotThisFormatError, TooLargeFileError
from annotator.core.libraries import need
from annotator.formats import files
from annotator.formats.datasets.dataset import FAULTS, Job
from annotator.formats.datasets.tables import Table

WHAT = "Excel"
OTHER_SHEETS = "the first sheet with rows is read"
# What openpyxl and the ZIP and XML below it raise on a file that is broken.
LIBRARY_FAULTS = (
    *FAULTS,
    BadZipFile,
    zlib.error,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
)
# Unpacked, all parts together.
LARGEST = 512 * 2**20


class Xlsx(Table):
    """A typed table."""

    name = "xlsx"
    title = "Table (Excel)"
    suffixes: ClassVar[tuple[str, ...]] = (".xlsx", ".xlsm")

    def rows(self, path: Path, job: Job) -> Iterator[tuple[str, Sequence[Any]] | AnnotatorError]:
        files.head(path)
        openpyxl = need("openpyxl", WHAT)
        number = 0
        try:
            _check_size(path)
            # A stream, because openpyxl judges a path by its suffix.
            with path.open("rb") as stream:
                book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
                sheets = iter(book.worksheets)
                for sheet in sheets:
                    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                        if any(cell is not None for cell in cells):
                            yield f"row {number}", [_plain(cell) for cell in cells]
                    if number:
                        break
                job.leave_out("further sheets", path.name, OTHER_SHEETS, len(list(sheets)))
        except AnnotatorError:
            raise
        except (*LIBRARY_FAULTS, SyntaxError) as error:
            reason = f"from row {number + 1} on: {error or type(error).__name__}"
            raise NotThisFormatError(path=path, format=self.title, reason=reason) from error


def _check_size(path: Path) -> None:
    with ZipFile(path) as packed:
        size = sum(entry.file_size for entry in packed.infolist())
    if size > LARGEST:
        raise TooLargeFileError(path=path, size=size // 2**20, limit=LARGEST // 2**20)


def _plain(cell: Any) -> Any:
    """Return a cell's value; a moment is text, and a whole number no fraction."""
    if isinstance(cell, (date, time)):
        said = cell.isoformat()
        return said.removesuffix("T00:00:00")
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell


IMPORTER = Xlsx
