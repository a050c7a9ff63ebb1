"""Read e-mails: newsletters and press releases saved from a mail program."""

import re
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path
from typing import Any

from annotator.core.article import Article, Header
from annotator.core.errors import NotThisFormatError
from annotator.formats.documents.document import Block, Extraction, File, article, load, one_line
from annotator.formats.documents.document_importer import DocumentImporter
from annotator.formats.documents.html import decode
from annotator.formats.documents.html_lines import lines, parse
from annotator.formats.text_decoding import Decoded

# Mails within mails, each with parts of its own.
LIMIT_PARTS = 1_000
LIMIT_HEADER = 10_000
# Programs wrap a mail at 72 to 80 characters; where lines are longer, they are paragraphs.
LONGEST_WRAPPED = 80

# A head with the lines it is folded into.
_HEADER = re.compile(rb"^[A-Za-z-]{1,40}:[^\n]*(?:\n[ \t][^\n]*)*", re.MULTILINE)
_FIELD = re.compile(
    rb"(?:from|to|subject|date|received|return-path|message-id|mime-version):", re.IGNORECASE
)
_SIGNATURE = "-- "
_QUOTED = ">"


class Eml(DocumentImporter):
    """One article a mail: its text, or its HTML if it has no text."""

    name = "eml"
    title = "E-mail"
    suffixes = (".eml",)

    def recognises(self, path: Path, head: bytes) -> bool:
        return super().recognises(path, head) and len(_FIELD.findall(head)) > 0

    def read(self, path: Path, lang: str | None) -> Article:
        file = load(path, self.name, lang)
        return article(file, extract(file))


def extract(file: File) -> Extraction:
    """Return the mail's text, its quoted lines and its signature as furniture."""
    if any(len(found.group()) > LIMIT_HEADER for found in _HEADER.finditer(file.raw)):
        raise _broken(file, f"a line of its head is longer than {LIMIT_HEADER} characters")
    message = message_from_bytes(file.raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    if sum(1 for _ in message.walk()) > LIMIT_PARTS:
        raise _broken(file, f"it has more than {LIMIT_PARTS} parts")
    enclosed = [part for part in _enclosed(message) if part is not message]
    blocks, left_out = _body(message, file)
    attachments = sum(1 for _ in message.iter_attachments()) - len(enclosed)
    left_out += Counter(attachments=max(0, attachments))
    header = _header(message)
    if enclosed:
        texts = [_body(mail, file) for mail in enclosed]
        inner = [block for found, _ in texts for block in found]
        left_out = sum((more for _, more in texts), left_out)
        # A note of a few words over what is forwarded is not the article.
        if _words(inner) > _words(blocks):
            header = _header(enclosed[0])
            blocks = [*inner, *(block._replace(kind=block.kind or "note") for block in blocks)]
        else:
            blocks += inner
    if not blocks:
        raise _broken(file, "it has no text")
    return Extraction(blocks, header, left_out)


def _enclosed(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the mails that are attached to a mail, and to those in turn."""
    for part in message.walk():
        if part.get_content_type() == "message/rfc822":
            inside = part.get_payload()
            inner = inside[0] if isinstance(inside, list) and inside else None
            raw = None if isinstance(inner, EmailMessage) and inner.keys() else _unpacked(part)
            mail = message_from_bytes(raw, policy=policy.default) if raw else inner
            if isinstance(mail, EmailMessage):
                yield mail


def _unpacked(part: Any) -> bytes | None:
    """Return an attached mail in base64, which the standard forbids and programs write."""
    inside = part.get_payload()
    said = inside[0].get_payload() if isinstance(inside, list) and inside else ""
    try:
        return b64decode(said) if isinstance(said, str) else None
    except ValueError:
        return None


def _broken(file: File, reason: str) -> NotThisFormatError:
    return NotThisFormatError(path=file.path, format="E-mail", reason=reason)


def _header(message: EmailMessage) -> Header:
    name, address = parseaddr(str(message.get("From", "")))
    try:
        sent = parsedate_to_datetime(str(message.get("Date", ""))).isoformat()
    except (ValueError, TypeError):
        sent = None
    return Header(
        title=one_line(str(message.get("Subject", ""))),
        author=one_line(name or address),
        outlet=one_line(str(message.get("Organization", ""))),
        date=sent,
        url=one_line(str(message.get("Archived-At", "")).strip("<> ")),
    )


def _body(message: EmailMessage, file: File) -> tuple[list[Block], Counter[str]]:
    """Return the text part, or the HTML part if there is more in it: "open in a browser"."""
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    of_text = [] if plain is None else list(_plain(_decoded(plain, file)))
    root = None if page is None else parse(_decoded(page, file), file.path)
    if root is None:
        return of_text, Counter()
    found, left_out = lines(root)
    of_page = [Block(line.text, line.kind) for line in found]
    return (of_page, left_out) if _words(of_page) > 2 * _words(of_text) else (of_text, Counter())


def _words(blocks: list[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _decoded(part: MIMEPart, file: File) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    try:
        return raw.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeError):
        decoded: Decoded = decode(file._replace(raw=raw))
        return decoded.text


def _plain(text: str) -> Iterator[Block]:
    """Yield a mail's paragraphs: lines that were only wrapped are joined."""
    kind = None
    for paragraph in unwrapped(text.replace("\r\n", "\n").split("\n")):
        if paragraph == _SIGNATURE.strip():
            kind = "signature"
        yield Block(paragraph, "quoted" if paragraph.startswith(_QUOTED) else kind)


def unwrapped(wrapped: list[str]) -> Iterator[str]:
    """Join the lines that a program broke because the next word did not fit."""
    width = max(map(len, wrapped), default=0)
    held = [""]
    for line in wrapped:
        word = line.split(" ", 1)[0]
        fits = not held[-1] or width > LONGEST_WRAPPED or len(word) + 1 <= width - len(held[-1])
        if fits or not word or _QUOTED in (word[0], held[0][0]):
            yield " ".join(held)
            held = []
        held.append(line.rstrip())
    yield " ".join(held)


IMPORTER = Eml
