"""A Parquet table with an article a row, unpacked through Arrow in a process of its own."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import msgspec

from annotator.core.errors import AnnotatorError, NotThisFormatError
from annotator.core.libraries import need
from annotator.formats import files
from annotator.formats.datasets import parquet_process
from annotator.formats.datasets.dataset import Job
from annotator.formats.datasets.tables import CLASSES, Table

MOST_ROWS = 5_000_000

_rows = msgspec.json.Decoder(list[Any])


class Parquet(Table):
    """A typed table."""

    name = "parquet"
    title = "Table (Parquet)"
    suffixes: ClassVar[tuple[str, ...]] = (".parquet", ".pq")

    def rows(self, path: Path, job: Job) -> Iterator[tuple[str, Sequence[Any]] | AnnotatorError]:
        files.head(path)
        need("arro3.io", parquet_process.WHAT, "arro3-io")
        number, names = -1, None
        with parquet_process.launch(path) as process:
            assert process.stdout is not None
            try:
                for line in iter(partial(process.stdout.readline, files.LARGEST_LINE), b""):
                    row = _rows.decode(line)
                    if number == 0 and names is not None:
                        job.kept[CLASSES] = dict(zip(names, row, strict=True))
                        names = None
                        continue
                    names = row if number < 0 else names
                    number += 1
                    if number > MOST_ROWS:
                        raise ValueError(f"it has more than {MOST_ROWS:,} rows")
                    yield f"row {number}", row
                sound, reason = process.wait() == 0, "it is broken, or too large when unpacked"
            except (msgspec.MsgspecError, ValueError, RecursionError) as error:
                sound, reason = False, str(error)
            finally:
                process.kill()
        if not sound and number < 0:
            raise NotThisFormatError(path=path, format=self.title, reason=reason)
        if not sound:
            reason = f"from row {number + 1} on: {reason}"
            yield NotThisFormatError(path=path, format=self.title, reason=reason)
