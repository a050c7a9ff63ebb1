"""Read PDF with pdfminer.six: columns in order, broken words joined, headers and footers apart."""

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from annotator.core.article import Article, Header
from annotator.core.errors import NotThisFormatError, ProtectedError, TooMuchInsideError
from annotator.core.libraries import need
from annotator.formats.documents.author_names import person
from annotator.formats.documents.document import Block, Extraction, File, article, load, one_line
from annotator.formats.documents.document_importer import DocumentImporter
from annotator.formats.documents.pdf_layout import (
    Box,
    Page,
    in_order,
    paragraphs,
    whole_lines,
    without_furniture,
)
from annotator.formats.documents.pdf_turned import straightened, without_letter_spacing

WHAT = "Reading PDF"
LIMIT_PAGES = 500
LIMIT_BOXES = 2_000

_SPACES = re.compile(r"\s+")
_UNMAPPED = re.compile(r"\(cid:\d+\)")
# Ligatures and the shapes of Arabic letters, which stand for one or more letters.
_SHAPES = re.compile("[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]")
_RIGHT_TO_LEFT = ("R", "AL")
_LEFT_TO_RIGHT = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+(?:[ .,:/-]*[A-Za-z0-9\u00c0-\u024f]+)*")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


class Pdf(DocumentImporter):
    """One article a document."""

    name = "pdf"
    title = "PDF"
    suffixes = (".pdf",)

    def recognises(self, path: Path, head: bytes) -> bool:
        return super().recognises(path, head) or b"%PDF-" in head[:1024]

    def read(self, path: Path, lang: str | None) -> Article:
        file = load(path, self.name, lang)
        return article(file, extract(file))


def extract(file: File) -> Extraction:
    """Return the text page by page, then headers, footers and page numbers as furniture."""
    if b"%PDF-" not in file.raw[:1024]:
        reason = "it does not begin as PDF does"
        raise NotThisFormatError(path=file.path, format="PDF", reason=reason)
    document = _document(file)
    left_out: Counter[str] = Counter()
    pages: list[Page] = []
    margins: list[Block] = []
    for layout in _layouts(document, file):
        straight = straightened(layout)
        pages.append(_page(straight.page, file, left_out))
        for turned in straight.aside:
            aside = in_order(_page(turned, file, left_out).boxes)
            margins += [Block(text, "margin") for text in paragraphs([aside])]
    left_out["pages without text"] = sum(not page.boxes for page in pages)
    kept, furniture = without_furniture(pages)
    text = paragraphs([in_order(page.boxes) for page in kept])
    blocks = [Block(paragraph) for paragraph in text]
    blocks += [Block(line, kind) for line, kind in furniture]
    return Extraction(blocks + margins, _header(document, text), left_out)


def _document(file: File) -> Any:
    need("pdfminer.high_level", WHAT, "pdfminer.six")
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
    from pdfminer.pdfparser import PDFParser

    try:
        return PDFDocument(PDFParser(io.BytesIO(file.raw)))
    except PDFEncryptionError as error:
        raise ProtectedError(path=file.path) from error


def _layouts(document: Any, file: File) -> Iterator[Any]:
    """Yield what pdfminer finds on each page; raise TooMuchInsideError if there are too many."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    resources = PDFResourceManager()
    aggregator = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, aggregator)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > LIMIT_PAGES:
            what = "more pages"
            raise TooMuchInsideError(path=file.path, what=what, limit=LIMIT_PAGES)
        interpreter.process_page(page)
        yield aggregator.get_result()


def _page(layout: Any, file: File, left_out: Counter[str]) -> Page:
    from pdfminer.layout import LAParams

    # Columns are put in order here: pdfminer reads across them where paragraphs stand level.
    layout.analyze(LAParams(boxes_flow=None, all_texts=True))
    boxes = list(_boxes(layout, left_out))
    if len(boxes) > LIMIT_BOXES:
        what = f"a page with {len(boxes)} pieces of text"
        raise TooMuchInsideError(path=file.path, what=what, limit=LIMIT_BOXES)
    return Page(layout.height, whole_lines(boxes))


def _boxes(container: Iterable[Any], left_out: Counter[str]) -> Iterator[Box]:
    from pdfminer.layout import LTFigure, LTImage, LTTextBox

    for element in container:
        if isinstance(element, LTTextBox):
            found = [Box(*line.bbox, _readable(line, left_out)) for line in element]
            lines = tuple(line for line in found if line.text.strip())
            if lines:
                yield Box(*element.bbox, lines=lines)
        elif isinstance(element, LTFigure):
            yield from _boxes(element, left_out)
        elif isinstance(element, LTImage):
            left_out["pictures"] += 1


def _readable(line: Any, left_out: Counter[str]) -> str:
    """Return a line in the order of reading, in letters, glyphs without one being counted."""
    plain, unmapped = _UNMAPPED.subn("\ufffd", line.get_text())
    if unmapped:
        left_out["unreadable characters"] += unmapped
    # A space at either end tells that the line goes on there in another font.
    text = without_letter_spacing(line, _SPACES.sub(" ", plain.rstrip("\r\n")))
    kinds = Counter(unicodedata.bidirectional(char) for char in text)
    if sum(kinds[kind] for kind in _RIGHT_TO_LEFT) > kinds["L"] and _as_seen(line):
        turned = text[::-1].translate(_MIRRORED)
        text = _LEFT_TO_RIGHT.sub(lambda match: match.group()[::-1], turned)
    return _SHAPES.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)


def _as_seen(line: Any) -> bool:
    """Return True if the letters of a right-to-left script stand in the order they are seen in."""
    from pdfminer.layout import LTChar

    places = [char.x0 for char in line if isinstance(char, LTChar)]
    return sum(left < right for left, right in pairwise(places)) * 2 > len(places)


def _header(document: Any, text: list[str]) -> Header:
    """Return what the properties say; a title that the text does not begin with is a program's."""
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    said: dict[str, str] = {}
    for info in document.info:
        for key in ("Title", "Author"):
            value = resolve1(info.get(key))
            if isinstance(value, bytes):
                said[key] = decode_text(value)
    title = one_line(said.get("Title"))
    begins = " ".join(text[:10]).lower()
    return Header(
        title=title if title and title.lower() in begins else None,
        author=person(one_line(said.get("Author"))),
    )


IMPORTER = Pdf
