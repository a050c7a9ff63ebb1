"""Helpers for the tests of documents: read bytes, and find the page furniture."""

from pathlib import Path

from hypothesis import strategies as st

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.formats.documents.document_importer import DocumentImporter
from annotator.formats.registry import importer


def read(folder: Path, name: str, raw: bytes | str, by: str | None = None) -> Article:
    """Write a file and read it with the importer of its suffix, or the one called `by`."""
    path = folder / name
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return reader(by or path.suffix[1:]).read_here(path, None)


def reader(by: str) -> DocumentImporter:
    """Return an importer of documents, to read in this process."""
    found = importer(by)
    assert isinstance(found, DocumentImporter)
    return found


def body(article: Article) -> list[str]:
    """Return the lines that are the article's own."""
    return [line for line, kind in kinds(article) if kind is None]


def furniture(article: Article) -> dict[str, str]:
    """Return the lines that are furniture, and of which kind."""
    return {line: kind for line, kind in kinds(article) if kind is not None}


def kinds(article: Article) -> list[tuple[str, str | None]]:
    """Return each line with the kind of its zone; a zone is always one whole line."""
    zones = {(zone.start, zone.end): zone.kind for zone in article.zones}
    result, start = [], 0
    for line in article.text.split("\n"):
        result.append((line, zones.pop((start, start + len(line)), None)))
        start += len(line) + 1
    assert not zones
    return result


def damaged(raw: bytes, data: st.DataObject) -> bytes:
    """Return a file with a few of its bytes changed, left out or added."""
    broken = bytearray(raw)
    for _ in range(data.draw(st.integers(0, 8))):
        at = data.draw(st.integers(0, len(broken)))
        broken[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=8))
    return bytes(broken)


def survives(path: Path, raw: bytes, by: str) -> None:
    """Read a file that may be broken; fail unless it gives an article or a named error."""
    path.write_bytes(raw)
    complaint = str(path)
    try:
        kinds(reader(by).read_here(path, None))
    except AnnotatorError as error:
        complaint = str(error)
    assert str(path) in complaint
