"""Plain text: UTF-8 with or without a byte-order mark, UTF-16, or a legacy encoding."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from annotator.core.article import Article, normalise
from annotator.core.errors import (
    AnnotatorError,
    BinaryFileError,
    EmptyFileError,
    NotReadableError,
    TooLargeError,
    UnknownEncodingError,
)
from annotator.importers.importer import Importer, Setting

SUFFIXES = (".txt", ".text")

LIMIT_BYTES = 10 * 2**20
USUAL = "cp1252"

_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP, Word or OpenDocument file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class Text(Importer):
    """One article, and nothing marked in it."""

    name = "text"
    title = "Plain text"
    suffixes = SUFFIXES

    def articles(self, path: Path, setting: Setting) -> Iterator[Article | AnnotatorError]:
        article = read(path)
        yield replace(article, header=replace(article.header, lang=setting.lang))


def read(path: Path) -> Article:
    """Read a text file as an article whose id is the file's stem.

    Raises NotReadableError, EmptyFileError, BinaryFileError, TooLargeError or
    UnknownEncodingError.
    """
    try:
        size = path.stat().st_size
        if size > LIMIT_BYTES:
            raise TooLargeError(path=path, size=size // 2**20, limit=LIMIT_BYTES // 2**20)
        raw = path.read_bytes()
    except OSError as error:
        raise NotReadableError(path=path, reason=error.strerror or error) from error
    decoded, encoding = decode(path, raw)
    text = normalise(decoded)
    if not text.strip():
        raise EmptyFileError(path=path)
    return Article.of(
        path.stem,
        text,
        source=path.name,
        source_sha256=hashlib.sha256(raw).hexdigest(),
        source_encoding=encoding,
    )


def decode(path: Path, raw: bytes) -> tuple[str, str]:
    """Return a file's text and the encoding it was found to be in.

    Raises BinaryFileError or UnknownEncodingError if it is no text.
    """
    for magic, kind in _MAGIC.items():
        if raw.startswith(magic):
            raise BinaryFileError(path=path, kind=kind)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise UnknownEncodingError(path=path) from error
    try:
        text, encoding = raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = _guess(path, raw)
    else:
        if "\x00" in text:
            text, encoding = _utf16_without_mark(path, raw)
    if len(_CONTROLS.findall(text)) > len(text) / 100:
        raise BinaryFileError(path=path, kind="binary data")
    return text, encoding


def _utf16_without_mark(path: Path, raw: bytes) -> tuple[str, str]:
    """Decode UTF-16 by where its zero bytes stand: Latin letters have one each."""
    even, odd = raw[0::2].count(0), raw[1::2].count(0)
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    if max(even, odd) < len(raw) / 5 or min(even, odd) > len(raw) / 100:
        raise BinaryFileError(path=path, kind="binary data")
    try:
        return raw.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise UnknownEncodingError(path=path) from error


def _guess(path: Path, raw: bytes) -> tuple[str, str]:
    import charset_normalizer

    if b"\x00" in raw:
        return _utf16_without_mark(path, raw)
    matches = charset_normalizer.from_bytes(raw)
    best = matches.best()
    if best is None:
        raise UnknownEncodingError(path=path)
    # Where the letters fit several encodings equally well, the one that most Indonesian
    # and English files of old were written in is the likeliest.
    for match in matches:
        as_good = (match.chaos, match.coherence) == (best.chaos, best.coherence)
        if as_good and USUAL in match.could_be_from_charset:
            return str(match), USUAL
    return str(best), best.encoding


IMPORTER = Text
