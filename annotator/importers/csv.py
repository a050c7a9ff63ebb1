"""A table with an article a row, as spreadsheets write it: CSV, TSV, and with semicolons."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from annotator.core.errors import AnnotatorError, NotThisFormatError
from annotator.importers import files
from annotator.importers.dataset import LONGEST_TEXT, Job
from annotator.importers.tables import Table
from annotator.importers.text import decode

SEPARATORS = ",;\t|"


class Csv(Table):
    """A table of text."""

    name = "csv"
    title = "Table (CSV, TSV)"
    suffixes = (".csv", ".tsv", ".tab")

    def rows(self, path: Path, job: Job) -> Iterator[tuple[str, Sequence[Any]] | AnnotatorError]:
        text, _ = decode(path, files.whole(path))
        text = text.removeprefix("\ufeff")
        # Python's default would refuse articles of more than 131,072 characters.
        csv.field_size_limit(LONGEST_TEXT)
        separator = "\t" if path.suffix.lower() in (".tsv", ".tab") else _separator(text)
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
        number = 0
        try:
            for number, row in enumerate(reader):
                if any(row):
                    yield f"row {number}", row
        except csv.Error as error:
            # Where a quote is not closed, nobody can tell where the next row begins.
            reason = f"from row {number + 1} (line {reader.line_num}) on: {error}"
            yield NotThisFormatError(path=path, format=self.title, reason=reason)


def _separator(text: str) -> str:
    """Return what separates the cells of the first row; of equally many, the first."""
    first = text.lstrip().split("\n", 1)[0]
    return max(SEPARATORS, key=first.count)


IMPORTER = Csv
