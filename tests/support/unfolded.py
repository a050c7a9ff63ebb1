"""Exports as texts, so that they can be looked at and compared."""

import json
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from annotator.formats.datasets import arrow_columns

# Of a ZIP, what is ours: the rest comes from the libraries.
OURS = (
    *("word/document.xml", "content.xml", "project.qde", "sources/"),
    *("xl/worksheets/", "xl/sharedStrings.xml"),
)
BODY = re.compile("(?:<w:body>|<office:text>)(.*?)(?:<w:sectPr|</office:text>)", re.DOTALL)


def unfold(path: Path) -> dict[str, str]:
    """Return every file of an export as text, by its name within the export."""
    if path.is_dir():
        found = sorted(each for each in path.rglob("*") if each.is_file())
        return {
            name: text
            for each in found
            for name, text in _file(each, each.relative_to(path).as_posix()).items()
        }
    return _file(path, path.name)


def _file(path: Path, name: str) -> dict[str, str]:
    if path.suffix == ".parquet":
        rows = [
            json.dumps(row, ensure_ascii=False, default=str) for row in arrow_columns.read(path)
        ]
        return {name: "\n".join(rows)}
    if path.suffix == ".spacy":
        return {name: "\n".join(map(_doc, docs(path)))}
    if path.suffix in (".docx", ".odt", ".qdpx", ".xlsx"):
        with ZipFile(path) as packed:
            ours = [each for each in packed.namelist() if each.startswith(OURS)]
            return {f"{name}/{each}": _body(packed.read(each).decode()) for each in ours}
    return {name: path.read_bytes().decode()}


def docs(path: Path) -> list[Any]:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    return list(DocBin().from_disk(path).get_docs(Vocab()))


def _doc(doc: Any) -> str:
    lines = [" ".join(token.text for token in doc if not token.is_space)]
    groups = {"ents": doc.ents, **dict(doc.spans)}
    lines += [
        f"{name}\t{span.start}-{span.end}\t{span.label_}\t{span.id_}\t{span.text}"
        for name, spans in groups.items()
        for span in spans
    ]
    return "\n".join([*lines, doc.user_data["annotator"], ""])


def _body(xml: str) -> str:
    found = BODY.search(xml)
    return found[1] if found else xml
