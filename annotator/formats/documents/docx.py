"""Word documents (DOCX), from the XML inside: python-docx passes over insertions and text boxes."""

import posixpath
import re
from collections import Counter
from pathlib import Path

from annotator.core.article import Article, Header
from annotator.core.errors import NotThisFormatError
from annotator.formats.documents.archive import Archive, unpack
from annotator.formats.documents.document import Block, Extraction, File, article, language, load
from annotator.formats.documents.document_process import DocumentImporter
from annotator.formats.documents.office_xml import Rules, field, paragraphs, root_of

# ISO/IEC 29500-1, 17.3 (paragraphs and runs), 17.13.5 (what was tracked).
RULES = Rules(
    paragraphs=frozenset(("p",)),
    words=frozenset(("t",)),
    signs={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"},
    skipped=frozenset(("pPr", "rPr", "del", "moveFrom", "Fallback", "sectPr", "tblPr")),
    counted={"blip": "pictures", "imagedata": "pictures", "del": "deletions", "oMath": "formulas"},
    aside={},
)
_ASIDE = re.compile(r"(header|footer|footnotes|endnotes|comments)\d*\.xml")
_KINDS = {"footnotes": "footnote", "endnotes": "footnote", "comments": "comment"}
# A note's number 0 or -1 is the line that separates notes from the text.
_SEPARATORS = ("separator", "continuationSeparator")


class Docx(DocumentImporter):
    """One article a document."""

    name = "docx"
    title = "Word document (DOCX)"
    suffixes = (".docx", ".docm", ".dotx")

    def read(self, path: Path, lang: str | None) -> Article:
        file = load(path, self.name, lang)
        return article(file, extract(file))


def extract(file: File) -> Extraction:
    """Return the text, then notes, comments, headers and footers as furniture."""
    with unpack(file, "DOCX") as archive:
        main = _main_part(archive, file)
        found, left_out = _paragraphs(archive, main, file)
        folder = posixpath.dirname(main)
        for name in sorted(archive.names()):
            part = _ASIDE.fullmatch(posixpath.relpath(name, folder or "."))
            if part:
                kind = _KINDS.get(part.group(1), part.group(1))
                aside, more = _paragraphs(archive, name, file, kind)
                found += [block for block in aside if block not in found]
                left_out += more
        return Extraction(found, _header(archive, file), left_out)


def _main_part(archive: Archive, file: File) -> str:
    """Return the name of the part that the package calls its document."""
    relations = archive.part("_rels/.rels")
    if relations is None:
        raise NotThisFormatError(path=file.path, format="DOCX", reason="it is no Office package")
    for relation in root_of(relations, file, "DOCX").iter("{*}Relationship"):
        if (relation.get("Type") or "").endswith("/officeDocument"):
            return posixpath.normpath(relation.get("Target") or "").lstrip("/")
    raise NotThisFormatError(path=file.path, format="DOCX", reason="no document is in it")


def _paragraphs(
    archive: Archive, name: str, file: File, kind: str | None = None
) -> tuple[list[Block], Counter[str]]:
    raw = archive.part(name)
    if raw is None:
        raise NotThisFormatError(path=file.path, format="DOCX", reason=f"{name} is missing")
    root = root_of(raw, file, "DOCX")
    for note in list(root):
        if any(value in _SEPARATORS for value in note.values()):
            root.remove(note)
    return paragraphs(root, RULES, kind)


def _header(archive: Archive, file: File) -> Header:
    """Return what the properties say; the dates in them are the file's, not the article's."""
    raw = archive.part("docProps/core.xml")
    if raw is None:
        return Header()
    root = root_of(raw, file, "DOCX")
    return Header(
        title=field(root, "title"),
        author=field(root, "creator"),
        lang=language(field(root, "language")),
    )


IMPORTER = Docx
