"""Our own format: one article a line, with everything, decisions included."""

import re
from collections.abc import Iterator
from pathlib import Path

from annotator.core import record
from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.formats import files
from annotator.formats.datasets import foreign_fields
from annotator.formats.datasets.dataset import Dataset, Job, Record, finished, sound_text
from annotator.formats.datasets.json_keys import keys
from annotator.formats.importer import What

OURS = {"sha256", "offset_unit", "schema", "claims", "boilerplate", "zones"}
OTHERS = {"tokens", "spans", "label", "labels", "relations", "answer", "data", "annotations"}
OTHERS |= {"quotes", "entities", "options", "accept", "cats", "Comments", "_input_hash"}

_STRING_ID = re.compile(rb'"id"\s*:\s*"')


class Jsonl(Dataset):
    """Annotator's own JSON Lines."""

    name = "jsonl"
    title = "Annotator corpus (JSON Lines)"
    suffixes = (".jsonl", ".ndjson")

    @property
    def what(self) -> What:
        return "corpus"

    def recognises(self, path: Path, head: bytes) -> bool:
        bracket, found = keys(head)
        if not super().recognises(path, head) or bracket != "{" or not {"id", "text"} <= found:
            return False
        if not OURS.isdisjoint(found):
            return True
        # Our ids are strings; other records with a text are a table's rows.
        return OTHERS.isdisjoint(found) and bool(_STRING_ID.search(head))

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        for line in files.lines(path):
            if isinstance(line, AnnotatorError):
                yield line
            else:
                yield Record(path, f"line {line[0]}", line[1])

    def article(self, record_: Record, job: Job) -> Article:
        article = record.decode(record_.raw)
        sound_text(article.text)
        extras = [article.extra, *(entity.extra for entity in article.entities)]
        extras += [claim.extra for claim in article.claims]
        extras += [mark for earlier in article.earlier for mark in earlier.vanished]
        for extra in filter(None, extras):
            foreign_fields.plain(extra)
        if not (
            0 <= article.revision < foreign_fields.LARGEST_COUNT
            and 0 <= article.last_id < foreign_fields.LARGEST_COUNT
        ):
            raise ValueError("revision or last_id is not a count")
        return finished(article, job.settings)


IMPORTER = Jsonl
