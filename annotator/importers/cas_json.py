"""UIMA CAS as JSON, a file an article; each holds its own types."""

from collections.abc import Iterator
from pathlib import Path

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.importers import files
from annotator.importers.cas import LARGEST, CasImporter
from annotator.importers.dataset import Job, Record
from annotator.importers.sniffing import keys

OF_CAS = {"%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"}


class CasJson(CasImporter):
    """JSON CAS of INCEpTION and other UIMA tools."""

    name = "cas-json"
    title = "UIMA CAS JSON (INCEpTION)"
    suffixes = (".json",)

    def recognises(self, path: Path, head: bytes) -> bool:
        if path.is_dir():
            found = files.of_kind(path, "*.json")
            return bool(found) and self.recognises(found[0], files.head(found[0]))
        return super().recognises(path, head) and not OF_CAS.isdisjoint(keys(head)[1])

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        for file in files.of_kind(path, "*.json"):
            yield Record(file, file.name, file)

    def article(self, record: Record, job: Job) -> Article:
        said = files.whole(record.raw, LARGEST).removeprefix(files.BOM).decode()
        return self.made(record, job, lambda cassis: cassis.load_cas_from_json(said, lenient=True))


IMPORTER = CasJson
