"""E-mails: newsletters and press releases as they are saved from a mail program."""

import re
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from annotator.core.article import Article, Header
from annotator.core.errors import NotThisFormatError
from annotator.formats.documents.document import Block, Extraction, File, article, load, one_line
from annotator.formats.documents.document_process import DocumentImporter
from annotator.formats.documents.html import decode
from annotator.formats.documents.html_lines import lines, parse

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
    header = _header(message)
    blocks, left_out = _body(message, file)
    attachments = sum(1 for _ in message.iter_attachments())
    return Extraction(blocks, header, left_out + Counter(attachments=attachments))


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
        if plain is None:
            raise _broken(file, "it has no text")
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
        return decode(file._replace(raw=raw))[0]


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
    held = ""
    for line in wrapped:
        word = line.split(" ", 1)[0]
        room = width - len(held.rpartition("\n")[2])
        fits = not held or width > LONGEST_WRAPPED or len(word) + 1 <= room
        if fits or not word or _QUOTED in (word[0], held[0]):
            yield held.replace("\n", " ")
            held = line.rstrip()
        else:
            held = f"{held}\n{line.rstrip()}"
    yield held.replace("\n", " ")


IMPORTER = Eml
