"""Read Word documents (DOCX) from their XML: python-docx skips insertions and text boxes."""

import posixpath
import re
from collections import Counter
from pathlib import Path
from typing import Any

from annotator.core.article import Article, Header
from annotator.core.errors import NotThisFormatError
from annotator.formats.documents.archive import Archive, unpack
from annotator.formats.documents.author_names import person
from annotator.formats.documents.document import Block, Extraction, File, article, language, load
from annotator.formats.documents.document_importer import DocumentImporter
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
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off")
# What the fonts Symbol (Adobe's table) and Wingdings show for their codes, where Unicode has it.
_SYMBOL = dict(
    zip(
        (*range(0x20, 0x7F), *range(0xA0, 0xE2)),
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
        "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈",
        strict=True,
    )
)
_WINGDINGS = {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x9F: "•", 0xA7: "▪", 0xA8: "□"} | {
    0xE0: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    0x4A: "☺",
    0x71: "❑",
    0x76: "❖",
}
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
        raise NotThisFormatError(
            path=file.path, format="DOCX", reason="it is not an Office package"
        )
    for relation in root_of(relations, file, "DOCX").iter("{*}Relationship"):
        if (relation.get("Type") or "").endswith("/officeDocument"):
            return posixpath.normpath(relation.get("Target") or "").lstrip("/")
    raise NotThisFormatError(path=file.path, format="DOCX", reason="it holds no document")


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
    hidden = _take_hidden(root)
    _write_symbols(root)
    found, left_out = paragraphs(root, RULES, kind)
    return found + [Block(text, "hidden") for text in hidden], left_out


def _take_hidden(root: Any) -> list[str]:
    """Take the runs out of a part that Word does not show, and return their text."""
    found: dict[Any, list[str]] = {}
    for run in list(root.iter(_W + "r")):
        hidden = run.find(f"{_W}rPr/{_W}vanish")
        if hidden is not None and (hidden.get(_W + "val") or "1") not in _OFF:
            words = [text.text or "" for text in run.iter(_W + "t")]
            found.setdefault(run.getparent(), []).append("".join(words))
            run.getparent().remove(run)
    return [text for texts in found.values() if (text := "".join(texts)).strip()]


def _write_symbols(root: Any) -> None:
    """Make text of the characters of symbol fonts, which are kept as numbers."""
    for sign in list(root.iter(_W + "sym")):
        said = sign.get(_W + "char") or ""
        try:
            number = int(said, 16)
        except ValueError:
            continue
        code = number & 0xFF if 0xF000 <= number <= 0xF0FF else None
        text = chr(number) if code is None and number < 0xD800 else "\ufffd"
        fonts = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
        table = fonts.get((sign.get(_W + "font") or "").lower(), {})
        sign.tag, sign.text = _W + "t", table.get(code, text) if code is not None else text


def _header(archive: Archive, file: File) -> Header:
    """Return what the properties say; the dates in them are the file's, not the article's."""
    raw = archive.part("docProps/core.xml")
    if raw is None:
        return Header()
    root = root_of(raw, file, "DOCX")
    return Header(
        title=field(root, "title"),
        author=person(field(root, "creator")),
        lang=language(field(root, "language")),
    )


IMPORTER = Docx
