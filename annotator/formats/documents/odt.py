"""Read OpenDocument texts, packed or flat, from their XML.

odfdo is not used: it resolves entities and unpacks without a limit.
"""

from collections import Counter
from pathlib import Path
from typing import Any

from annotator.core.article import Article, Header
from annotator.core.errors import NotThisFormatError, ProtectedError
from annotator.formats.documents.archive import unpack
from annotator.formats.documents.author_names import person
from annotator.formats.documents.document import Block, Extraction, File, article, language, load
from annotator.formats.documents.document_importer import DocumentImporter
from annotator.formats.documents.office_xml import Rules, field, paragraphs, root_of

_DC = "{http://purl.org/dc/elements/1.1/}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
# OpenDocument 1.3, part 3, 5 (text content) and 6 (paragraph elements).
RULES = Rules(
    paragraphs=frozenset(("p", "h")),
    words=frozenset(),
    signs={"s": " ", "tab": "\t", "line-break": "\n"},
    skipped=frozenset(
        (
            *("tracked-changes", "note-citation", "binary-data", "forms", "sender-initials"),
            # In a comment or a picture; in the text, fields have the same names.
            *(_DC + "creator", _DC + "date", _SVG + "title", _SVG + "desc"),
        )
    ),
    counted={"image": "pictures", "object": "embedded parts"},
    aside={"note-body": "footnote", "annotation": "comment", "header": "header"}
    | {"footer": "footer", "header-left": "header", "footer-left": "footer"}
    | {"header-first": "header", "footer-first": "footer"},
)


class Odt(DocumentImporter):
    """One article a document."""

    name = "odt"
    title = "OpenDocument text (ODT)"
    suffixes = (".odt", ".fodt", ".ott")

    def read(self, path: Path, lang: str | None) -> Article:
        file = load(path, self.name, lang)
        return article(file, extract(file))


def extract(file: File) -> Extraction:
    """Return the text with its notes after it, then headers and footers as furniture."""
    if not file.raw.startswith(b"PK"):
        root = root_of(file.raw, file, "ODT")
        return _of_roots(file, root, root, root)
    with unpack(file, "ODT") as archive:
        if b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
            raise ProtectedError(path=file.path)
        parts = [archive.part(name) for name in ("content.xml", "styles.xml", "meta.xml")]
    content, styles, meta = (None if part is None else root_of(part, file, "ODT") for part in parts)
    return _of_roots(file, content, styles, meta)


def _of_roots(file: File, content: Any, styles: Any, meta: Any) -> Extraction:
    body = None if content is None else content.find("{*}body/{*}text")
    if body is None:
        raise NotThisFormatError(path=file.path, format="ODT", reason="no text document is in it")
    found, left_out = paragraphs(body, RULES)
    left_out += Counter(deletions=sum(1 for _ in body.iter("{*}deletion")))
    pages = None if styles is None else styles.find("{*}master-styles")
    aside = [] if pages is None else paragraphs(pages, RULES, "header")[0]
    return Extraction(_notes_last(found) + aside, _header(meta), left_out)


def _notes_last(blocks: list[Block]) -> list[Block]:
    """Put the notes, which stand before the paragraph they are in, after the text."""
    return sorted(blocks, key=lambda block: block.kind is not None)


def _header(meta: Any) -> Header:
    """Return what the properties say; the dates in them are the file's, not the article's."""
    if meta is None:
        return Header()
    found = meta if meta.find("{*}meta") is None else meta.find("{*}meta")
    return Header(
        title=field(found, "title"),
        author=person(field(found, "initial-creator")) or person(field(found, "creator")),
        lang=language(field(found, "language")),
    )


IMPORTER = Odt
