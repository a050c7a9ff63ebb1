"""Bytes become text: UTF-8 with or without a byte-order mark, UTF-16, or a legacy encoding."""

import codecs
import re
from pathlib import Path

from annotator.core.errors import BinaryFileError, UnknownEncodingError

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
