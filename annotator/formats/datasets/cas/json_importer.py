"""UIMA CAS as JSON, a file an article; each holds its own types."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.formats import files
from annotator.formats.datasets.cas.importer import LARGEST, CasImporter, sound_types
from annotator.formats.datasets.dataset import Job, Record
from annotator.formats.datasets.json_keys import keys, may_hold_json

_whole = msgspec.json.Decoder(dict[str, Raw])
OF_CAS = {"%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"}


class CasJson(CasImporter):
    """JSON CAS of INCEpTION and other UIMA tools."""

    name = "cas-json"
    title = "UIMA CAS JSON (INCEpTION)"
    suffixes = (".json",)

    def recognises(self, path: Path, head: bytes) -> bool:
        if path.is_dir():
            found = files.of_kind(path, "*.json")
            return files.has(path, "*.json") and self.recognises(found[0], files.head(found[0]))
        return may_hold_json(path) and not OF_CAS.isdisjoint(keys(head)[1])

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        for file in files.of_kind(path, "*.json"):
            yield Record(file, file.name, file)

    def article(self, record: Record, job: Job) -> Article:
        raw = files.whole(record.raw, LARGEST).removeprefix(files.BOM)
        said = raw.decode()
        types = _whole.decode(raw).get("%TYPES", Raw(b"{}"))

        def load(cassis: Any) -> Any:
            read = cassis.load_cas_from_json
            key = bytes(types)
            if key not in job.kept:
                # Making types takes ten times as long as a text, and all texts have the same.
                bare = '{"%TYPES":' + key.decode() + ',"%FEATURE_STRUCTURES":[],"%VIEWS":{}}'
                job.kept[key] = sound_types(read(bare, lenient=True).typesystem)
            return read(said, job.kept[key], lenient=True, merge_typesystem=False)

        return self.made(record, job, load)


IMPORTER = CasJson
