"""Saved web pages: the article first, by trafilatura; the rest of the page after it, in zones."""

import codecs
import re
from collections.abc import Iterable
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from annotator.core.article import Article, Header
from annotator.core.errors import EmptyFileError, NotThisFormatError
from annotator.core.libraries import need
from annotator.formats import text_decoding
from annotator.formats.documents.document import (
    Block,
    Draft,
    File,
    article,
    language,
    load,
    one_line,
)
from annotator.formats.documents.document_process import DocumentImporter
from annotator.formats.documents.html_lines import Line, lines, parse

WHAT = "Reading web pages"
_ARCHIVES = (".mht", ".mhtml")

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
# What browsers write into a page that they save.
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)"
)
_TAGS = re.compile(rb"<(?:!doctype html|html|head|body|meta|div|p|title)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[.!?…][\"”’»)\]]*$")
# As trafilatura writes lines and the cells of tables.
_CELLS = re.compile(r"[\n|]")
# So many words in a row are only found in the article's own text.
_RUN = 4
_PARAGRAPH_WORDS = 12
# A line that is nothing but a link leads to another article.
_ALL_LINK = 0.9


class Html(DocumentImporter):
    """One article a page."""

    name = "html"
    title = "Web page (HTML)"
    suffixes = (".html", ".htm", ".xhtml", *_ARCHIVES)

    def recognises(self, path: Path, head: bytes) -> bool:
        return super().recognises(path, head) or (
            not path.suffix and _TAGS.search(head[:1024]) is not None
        )

    def read(self, path: Path, lang: str | None) -> Article:
        return of_page(load(path, self.name, lang))


def of_page(file: File, address: str | None = None) -> Article:
    """Make the article of a page that was saved, or fetched from an address.

    Raises EmptyFileError, NotThisFormatError, NoTextInsideError, TooMuchInsideError or what
    decoding raises.
    """
    page = file
    if file.path.suffix.lower() in _ARCHIVES:
        page, address = unpack(file)
    source, encoding = decode(page)
    return article(file, draft(source, file.path, address), encoding)


def draft(source: str, path: Path, address: str | None = None) -> Draft:
    """Return the page with its article first; raise EmptyFileError where there is no page."""
    root = parse(source, path)
    if root is None:
        raise EmptyFileError(path=path)
    found, left_out = lines(root)
    saved = _SAVED_FROM.search(source[:4096])
    address = address or (saved.group(1) if saved else None)
    known = _extract(root, address)
    header = _header(root, known, address)
    main = _main(found, known.text if known else "", header.title)
    first = main.index(True) if True in main else 0
    blocks = [
        Block(line.text, None if is_main else line.kind or "furniture")
        for line, is_main in zip(found, main, strict=True)
    ]
    return Draft(blocks[first:] + blocks[:first], header, left_out)


def decode(file: File) -> tuple[str, str]:
    """Return a page's text and its encoding: UTF-8 if it is that, else what it declares."""
    if not _is_utf8(file.raw) and not file.raw.startswith(_UTF16_MARKS):
        declared = _XML_CHARSET.search(file.raw[:4096]) or _CHARSET.search(file.raw[:4096])
        name = declared.group(1).decode("ascii", "replace").lower() if declared else ""
        # As the HTML standard has it: what calls itself Latin-1 is Windows-1252.
        name = "cp1252" if name in ("iso-8859-1", "latin1", "ascii", "us-ascii") else name
        try:
            return file.raw.decode(name), name
        except (LookupError, UnicodeError):
            pass
    return text_decoding.decode(file.path, file.raw)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def unpack(file: File) -> tuple[File, str | None]:
    """Return the page in a web archive (MHTML), and its address."""
    message = message_from_bytes(file.raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            raw = part.get_payload(decode=True)
            if isinstance(raw, bytes) and raw.strip():
                said = message.get("Snapshot-Content-Location") or part.get("Content-Location")
                return file._replace(raw=raw), one_line(str(said)) if said else None
    raise NotThisFormatError(path=file.path, format="MHTML", reason="no page is in it")


def _extract(root: Any, address: str | None) -> Any:
    """Ask trafilatura for the main text and the page's fields, None where it finds nothing."""
    trafilatura = need("trafilatura", WHAT)
    from copy import deepcopy

    # A date guessed from anywhere in the text is worse than none.
    dates = {"extensive_search": False, "original_date": True}
    return trafilatura.bare_extraction(
        deepcopy(root),
        url=address,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=dates,
    )


def _header(root: Any, known: Any, address: str | None) -> Header:
    """Return what the page says of itself."""
    translated = "translated-" in (root.get("class") or "")
    title = root.findtext(".//title")
    return Header(
        lang=language(root.get("lang") or root.get("xml:lang")),
        title=one_line((known and known.title) or title),
        author=one_line(known and known.author),
        outlet=one_line(known and known.sitename),
        date=one_line(known and known.date),
        url=one_line(address or (known and known.url)),
        # What a browser's own translation leaves on the page.
        machine_translated=True if translated else None,
    )


def _main(found: list[Line], extracted: str, title: str | None) -> list[bool]:
    """Tell of each line whether it belongs to the article.

    The extracted text says where the article is; between its first and its last line on the
    page, paragraphs that it passes over are the article's as well.
    """
    whole = {_words(line) for line in _CELLS.split(extracted)} - {()}
    runs = set(_runs(_words(extracted)))
    words = [_words(line.text) for line in found]
    sure = [
        line.kind in (None, "hidden") and line.linked < _ALL_LINK and _shared(own, runs)
        for line, own in zip(found, words, strict=True)
    ]
    if True not in sure:
        return [line.kind is None for line in found]
    first = sure.index(True)
    last = len(sure) - 1 - sure[::-1].index(True)
    headline = _headline(found[: first + 1], words, whole, _words(title or ""))
    result = []
    for index, (line, own) in enumerate(zip(found, words, strict=True)):
        inside = headline <= index < last and line.kind is None and line.linked < _ALL_LINK
        result.append(sure[index] or (inside and (own in whole or _paragraph(line, own))))
    result[headline] = True
    return result


def _headline(
    before: list[Line],
    words: list[tuple[str, ...]],
    whole: set[tuple[str, ...]],
    title: tuple[str, ...],
) -> int:
    """Return which line is the article's headline: the last before its text, or its first."""
    for index in range(len(before) - 1, -1, -1):
        line, own = before[index], words[index]
        heads = line.tag == "h1" or (line.heading and own in whole) or (own and own == title)
        if line.kind is None and heads:
            return index
    return len(before) - 1


def _paragraph(line: Line, words: tuple[str, ...]) -> bool:
    """Tell whether a line between others of the article has the shape of a paragraph."""
    said = len(words) >= _PARAGRAPH_WORDS and bool(_SENTENCE.search(line.text))
    return said and line.linked < 0.5


def _shared(words: tuple[str, ...], runs: set[tuple[str, ...]]) -> bool:
    """Tell whether most of a line's runs of words stand in the article's text."""
    own = list(_runs(words))
    return bool(own) and sum(run in runs for run in own) * 2 > len(own)


def _runs(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return (words[index : index + _RUN] for index in range(len(words) - _RUN + 1))


def _words(line: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(line))


IMPORTER = Html
