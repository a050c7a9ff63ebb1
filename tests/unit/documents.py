"""What the tests of documents have in common: reading bytes, and seeing what is furniture."""

from pathlib import Path

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.importers.importer import Setting
from annotator.importers.registry import importer


def read(folder: Path, name: str, raw: bytes | str, by: str | None = None) -> Article:
    """Write a file and read it with the importer of its suffix, or the one called `by`."""
    path = folder / name
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    found = list(importer(by or path.suffix[1:]).articles(path, Setting()))
    assert len(found) == 1
    assert isinstance(found[0], Article)
    return found[0]


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


def survives(path: Path, raw: bytes, by: str) -> None:
    """Read what may be broken; anything but an article or an error that names it fails."""
    path.write_bytes(raw)
    complaint = str(path)
    try:
        for found in importer(by).articles(path, Setting()):
            assert isinstance(found, Article)
            kinds(found)
    except AnnotatorError as error:
        complaint = str(error)
    assert str(path) in complaint
