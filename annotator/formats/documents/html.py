"""Read saved web pages: the article first, then the rest of the page, in zones."""

import re
from copy import deepcopy
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from annotator.core.article import Article
from annotator.core.errors import EmptyFileError, NotThisFormatError
from annotator.core.libraries import need
from annotator.formats import text_decoding
from annotator.formats.documents import html_article, html_metadata
from annotator.formats.documents.document import (
    Block,
    Extraction,
    File,
    article,
    load,
    one_line,
)
from annotator.formats.documents.document_importer import DocumentImporter
from annotator.formats.documents.html_lines import Line, lines, parse
from annotator.formats.text_decoding import Decoded

WHAT = "Reading web pages"
_ARCHIVES = (".mht", ".mhtml")

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
# What browsers write into a page that they save.
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)"
)
_TAGS = re.compile(rb"<(?:!doctype html|html|head|body|meta|div|p|title)\b", re.IGNORECASE)
# An article that is only in the JSON-LD has at least so many words; a teaser has fewer.
_LEAST_WORDS = 40


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
    decoded = decode(page)
    return article(file, extract(decoded.text, file.path, address), decoded)


def extract(source: str, path: Path, address: str | None = None) -> Extraction:
    """Return the page with its article first; raise EmptyFileError if it is empty."""
    root = parse(source, path)
    if root is None:
        raise EmptyFileError(path=path)
    found, left_out = lines(root)
    saved = _SAVED_FROM.search(source[:4096])
    address = address or (saved.group(1) if saved else None)
    page = html_metadata.said(root, address)
    known = _extracted(root, address)
    body = page.published.body
    article = html_article.find(found, known.text if known else "", body, page.titles)
    headline = None if article.headline is None else found[article.headline]
    first = article.main.index(True) if True in article.main else 0
    if article.headline is not None:
        first = article.headline
    header = html_metadata.header(root, known, page, found[max(0, first - 2) :], headline, address)
    blocks = [
        Block(line.text, None if is_main else line.kind or "furniture")
        for line, is_main in zip(found, article.main, strict=True)
    ]
    blocks = blocks[first:] + blocks[:first]
    if _is_hidden(body, found):
        blocks = [*_of_json(header.title, body), *(_aside(block) for block in blocks)]
    return Extraction(blocks, header, left_out)


def _is_hidden(body: str, found: list[Line]) -> bool:
    """Return True if the article is in the page's JSON-LD, and its lines show little of it."""
    long = len(html_article.words_of(body)) >= _LEAST_WORDS
    return long and html_article.shared(body, "\n".join(line.text for line in found)) < 0.5


def _of_json(title: str | None, body: str) -> list[Block]:
    return [Block(line) for line in (title or "", *body.split("\n"))]


def _aside(block: Block) -> Block:
    return block._replace(kind=block.kind or "furniture")


def decode(file: File) -> Decoded:
    """Return a page's text and its encoding: UTF-8 if it is that, else what it declares."""
    declared = _XML_CHARSET.search(file.raw[:4096]) or _CHARSET.search(file.raw[:4096])
    name = declared.group(1).decode("ascii", "replace").lower() if declared else None
    return text_decoding.decode(file.path, file.raw, name)


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


def _extracted(root: Any, address: str | None) -> Any:
    """Return what trafilatura takes for the main text and the page's fields, None if nothing."""
    trafilatura = need("trafilatura", WHAT)
    # A date guessed from anywhere in the text is worse than none.
    dates = {"extensive_search": False, "original_date": True}
    return trafilatura.bare_extraction(
        deepcopy(root),
        url=address,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=dates,
    )


IMPORTER = Html
