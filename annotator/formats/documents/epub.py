"""Read books and magazines (EPUB): one article a book.

It is not one article a chapter, because a file is one article everywhere, with its annotations
beside it, and because "he" or "the minister" is often introduced a chapter before.
"""

import posixpath
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from annotator.core.article import Article, Header
from annotator.core.errors import NotThisFormatError, ProtectedError
from annotator.formats.documents.archive import Archive, unpack
from annotator.formats.documents.document import (
    MISSING,
    UNREADABLE,
    Block,
    Extraction,
    File,
    article,
    language,
    load,
)
from annotator.formats.documents.document_importer import DocumentImporter
from annotator.formats.documents.html import decode
from annotator.formats.documents.html_lines import Line, lines, parse
from annotator.formats.documents.office_xml import field, root_of


class Epub(DocumentImporter):
    """One article a book."""

    name = "epub"
    title = "E-book (EPUB)"
    suffixes = (".epub",)

    def read(self, path: Path, lang: str | None) -> Article:
        file = load(path, self.name, lang)
        return article(file, extract(file))


def extract(file: File) -> Extraction:
    """Return the chapters in the order of reading; lists of contents are furniture.

    Chapters that are missing are counted: the others are read.
    """
    with unpack(file, "EPUB") as archive:
        name = _package(archive, file)
        package = root_of(_part(archive, name, file), file, "EPUB")
        blocks: list[Block] = []
        left_out: Counter[str] = Counter()
        encrypted = _encrypted(archive, file)
        for chapter, kind in _spine(package, posixpath.dirname(name)):
            if chapter in encrypted:
                raise ProtectedError(path=file.path)
            raw = None if chapter is None else archive.part(archive.alike(chapter))
            if raw is None:
                left_out[MISSING] += 1
            elif raw.strip():
                found, more = _chapter(raw, file)
                blocks += [Block(line.text, line.kind or kind) for line in found]
                left_out += more
        if left_out[MISSING] and all(block.kind for block in blocks):
            reason = "none of the chapters that it lists is in it"
            raise NotThisFormatError(path=file.path, format="EPUB", reason=reason)
        return Extraction(blocks, _header(package), left_out)


def _chapter(raw: bytes, file: File) -> tuple[list[Line], Counter[str]]:
    decoded = decode(file._replace(raw=raw))
    root = parse(decoded.text, file.path)
    found, left_out = ([], Counter[str]()) if root is None else lines(root)
    return found, left_out + Counter({UNREADABLE: decoded.replaced})


def _package(archive: Archive, file: File) -> str:
    """Return the name of the part that lists all others (EPUB 3.3, 4.2.6.3)."""
    container = root_of(_part(archive, "META-INF/container.xml", file), file, "EPUB")
    for rootfile in container.iter("{*}rootfile"):
        if rootfile.get("full-path"):
            return str(rootfile.get("full-path"))
    raise NotThisFormatError(path=file.path, format="EPUB", reason="it lists no book")


def _spine(package: Any, folder: str) -> Iterator[tuple[str | None, str | None]]:
    """Yield the parts to read in their order, with the kind of those that are furniture.

    A part the package does not list is None.
    """
    items = {item.get("id"): item for item in package.iterfind("{*}manifest/{*}item")}
    for reference in package.iterfind("{*}spine/{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None:
            yield None, None
            continue
        if "html" not in (item.get("media-type") or ""):
            continue
        is_contents = "nav" in (item.get("properties") or "").split()
        kind = "navigation" if is_contents else None
        kind = "furniture" if kind is None and reference.get("linear") == "no" else kind
        href = unquote(item.get("href") or "").partition("#")[0]
        yield posixpath.normpath(posixpath.join(folder, href)), kind


def _part(archive: Archive, name: str, file: File) -> bytes:
    raw = archive.part(archive.alike(name))
    if raw is None:
        raise NotThisFormatError(path=file.path, format="EPUB", reason=f"{name} is missing")
    return raw


def _encrypted(archive: Archive, file: File) -> frozenset[str]:
    """Return the parts that the book says are encrypted: often only its fonts are."""
    said = archive.part("META-INF/encryption.xml")
    references = () if said is None else root_of(said, file, "EPUB").iter("{*}CipherReference")
    return frozenset(unquote(one.get("URI") or "").lstrip("/") for one in references)


def _header(package: Any) -> Header:
    metadata = package.find("{*}metadata")
    if metadata is None:
        return Header()
    return Header(
        title=field(metadata, "title"),
        author=field(metadata, "creator"),
        outlet=field(metadata, "publisher"),
        date=field(metadata, "date"),
        lang=language(field(metadata, "language")),
    )


IMPORTER = Epub
