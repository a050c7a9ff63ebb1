"""UIMA CAS as JSON, a file an article; each holds its own types."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from annotator.core.article import Article
from annotator.core.libraries import need
from annotator.formats.datasets.cas.exporter import ENTITY, PART, VIEW, WHAT, CasExporter, held
from annotator.formats.exporter import Piece
from annotator.formats.graph import NAMES


class CasJson(CasExporter):
    """JSON CAS for INCEpTION and other UIMA tools."""

    name = "cas-json"
    title = "UIMA CAS JSON (INCEpTION)"

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        cas = need("cassis", WHAT, "dkpro-cassis").Cas(typesystem=self.types)
        types = msgspec.json.decode(cas.to_json())["%TYPES"]
        for file, structures in self.cases(articles, stem):
            members = [structure["%ID"] for structure in structures[1:]]
            whole = {
                "%TYPES": types,
                "%FEATURE_STRUCTURES": structures,
                "%VIEWS": {VIEW: {"%SOFA": 1, "%MEMBERS": members}},
            }
            yield Piece(f"{file}.json", msgspec.json.encode(whole))

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.rglob("*.json")):
            structures = msgspec.json.decode(path.read_bytes())["%FEATURE_STRUCTURES"]
            (text,) = (s["sofaString"] for s in structures if s["%TYPE"] == "uima.cas.Sofa")
            marks = [
                (NAMES[s["role"]] if s["%TYPE"] == PART else s["value"], s["begin"], s["end"])
                for s in structures
                if s["%TYPE"] in (PART, ENTITY)
            ]
            yield path.relative_to(folder).with_suffix("").as_posix(), held(text, marks)


EXPORTER = CasJson
