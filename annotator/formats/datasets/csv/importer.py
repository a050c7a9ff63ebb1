"""A table with an article a row, as spreadsheets write it: CSV, TSV, and with semicolons."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any, TextIO

from annotator.core.errors import AnnotatorError, NotThisFormatError
from annotator.formats import files
from annotator.formats.datasets.dataset import LONGEST_TEXT, Job
from annotator.formats.datasets.tables import Table
from annotator.formats.importer import HEAD_BYTES
from annotator.formats.text_decoding import decode

SEPARATORS = ",;\t|"


class Csv(Table):
    """A table of text."""

    name = "csv"
    title = "Table (CSV, TSV)"
    suffixes = (".csv", ".tsv", ".tab")

    def rows(self, path: Path, job: Job) -> Iterator[tuple[str, Sequence[Any]] | AnnotatorError]:
        # Python's default would refuse articles of more than 131,072 characters.
        csv.field_size_limit(LONGEST_TEXT)
        with _opened(path) as stream:
            first = stream.readline(HEAD_BYTES)
            stream.seek(0)
            tabs = path.suffix.lower() in (".tsv", ".tab")
            # Of separators that stand there equally often, the first.
            separator = "\t" if tabs else max(SEPARATORS, key=first.count)
            reader = csv.reader(stream, delimiter=separator, strict=True)
            number = 0
            try:
                for number, row in enumerate(reader):
                    if any(row):
                        yield f"row {number}", row
            except (csv.Error, OSError) as error:
                # After an unclosed quote the start of the next row is unknown.
                reason = f"from row {number + 1} (line {reader.line_num}) on: {error}"
                yield NotThisFormatError(path=path, format=self.title, reason=reason)


def _opened(path: Path) -> TextIO:
    """Open a table of UTF-8 where it lies; decode one in another encoding whole."""
    if _is_utf8(path):
        return path.open(encoding="utf-8-sig", newline="")
    text = decode(path, files.whole(path)).text
    return StringIO(text.removeprefix("\ufeff"), newline="")


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as stream:
            for block in iter(partial(stream.read, 2**20), b""):
                if "\0" in decoder.decode(block):
                    return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    except OSError as error:
        raise files.unreadable(path, error) from error
    return True


IMPORTER = Csv
