"""Read RTF with striprtf; the headers, footers and notes that it skips are found here."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from annotator.core.article import Article, Header
from annotator.core.errors import NotThisFormatError
from annotator.core.libraries import need
from annotator.formats.documents.document import Block, Extraction, File, article, load, one_line
from annotator.formats.documents.document_importer import DocumentImporter

LIMIT_BYTES = 20 * 2**20

_ASIDE = {"footnote": "footnote", "annotation": "comment"} | {
    word + side: word for word in ("header", "footer") for side in ("", "l", "r", "f")
}
_GROUP = re.compile(r"\{(?:\\\*)?\\(" + "|".join([*_ASIDE, "title", "author"]) + r")(?![a-z])")
_PICTURE = re.compile(r"\{(?:\\\*)?\\pict(?![a-z])")
_BRACE = re.compile(r"\\[\\{}]|[{}]")
_CODEPAGE = re.compile(r"\\ansicpg(\d{3,5})")


class Rtf(DocumentImporter):
    """One article a document."""

    name = "rtf"
    title = "Rich Text (RTF)"
    suffixes = (".rtf",)

    def read(self, path: Path, lang: str | None) -> Article:
        file = load(path, self.name, lang, LIMIT_BYTES)
        return article(file, extract(file))


def extract(file: File) -> Extraction:
    """Return the text, then headers, footers and notes as furniture."""
    if not file.raw.lstrip().startswith(b"{\\rtf"):
        reason = "it does not begin as RTF does"
        raise NotThisFormatError(path=file.path, format="RTF", reason=reason)
    # RTF is ASCII; the few that write bytes above it mean the code page they name.
    source = file.raw.decode("latin-1")
    page = _CODEPAGE.search(source)
    encoding = f"cp{page.group(1)}" if page else "cp1252"
    found: dict[str, str | None] = {}
    blocks = [Block(_text(source, encoding))]
    for word, group in _groups(source):
        text = _text(group, encoding)
        if word in _ASIDE:
            # A document has its headers twice: for left and for right pages.
            aside = Block(text, _ASIDE[word])
            blocks += [aside] if aside not in blocks else []
        else:
            found.setdefault(word, one_line(text))
    header = Header(title=found.get("title"), author=found.get("author"))
    return Extraction(blocks, header, Counter(pictures=len(_PICTURE.findall(source))))


def _text(source: str, encoding: str) -> str:
    rtf_to_text = need("striprtf.striprtf", "Reading RTF", "striprtf").rtf_to_text
    text: str = rtf_to_text(source, encoding, errors="replace")
    return text.replace("|\n", "\n")


def _groups(source: str) -> Iterator[tuple[str, str]]:
    """Yield what striprtf passes over: the word a group begins with, and it as RTF of its own."""
    end = 0
    for match in _GROUP.finditer(source):
        if match.start() < end:
            continue
        end = _end(source, match.start())
        yield match.group(1), "{\\rtf1 " + source[match.end() : end]


def _end(source: str, start: int) -> int:
    """Return where the group that starts here ends: at the end of all if it never does."""
    depth = 0
    for brace in _BRACE.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(brace.group(), 0)
        if depth == 0:
            return brace.end()
    return len(source)


IMPORTER = Rtf
