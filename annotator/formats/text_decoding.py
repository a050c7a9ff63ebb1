"""Decode bytes to text: UTF-8 first, then UTF-16, then the legacy encodings that are likely.

One bad byte does not make a file something else: it is replaced, and counted.
"""

import codecs
import re
from pathlib import Path
from typing import NamedTuple

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
_SIGN = "\ufffd"
# By chance, text in another encoding has about one valid UTF-8 sequence among ten bad bytes. One
# among this many bad bytes is enough; this many for a bad byte if another encoding is declared.
_SURE = 3
# As browsers do: what calls itself Latin-1 is Windows-1252.
_LATIN_1 = dict.fromkeys(
    ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"), USUAL
)
# The share of letters beyond ASCII, which is largest in Icelandic and Vietnamese.
_FEW = 0.15
_SIGN_IN_WORD = re.compile(r"[^\W\d_][¡-©«-±²-´¶-¹»-¿×÷][^\W\d_]")
# Letters of Windows-1252 that hardly occur in its languages, but stand for others elsewhere.
_RARE = re.compile("[ƒ¦¬¤¶ŸÝþðÞÐ]")
_CONTROL_BYTES = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class Decoded(NamedTuple):
    """A file's text, the encoding it was found in, and how many bytes of it were no characters.

    Each of those stands as U+FFFD in the text, but for NUL, which is left out.
    """

    text: str
    encoding: str
    replaced: int = 0


def decode(path: Path, raw: bytes, declared: str | None = None) -> Decoded:
    """Return a file's text: UTF-8 if it is that but for a few bytes, else a legacy encoding.

    `declared` is the encoding a page or mail names; it decides between legacy encodings.
    Raises BinaryFileError or UnknownEncodingError if it is not text.
    """
    for magic, kind in _MAGIC.items():
        if raw.startswith(magic):
            raise BinaryFileError(path=path, kind=kind)
    found = _decoded(path, raw, declared)
    nuls = found.text.count("\0")
    if nuls:
        # What was cut short by a crash is often filled up with them.
        kept = found.text.rstrip("\0")
        if kept.count("\0") > len(kept) / 100:
            raise BinaryFileError(path=path, kind="binary data")
        found = Decoded(kept.replace("\0", ""), found.encoding, found.replaced + nuls)
    if len(_CONTROLS.findall(found.text)) > len(found.text) / 100:
        raise BinaryFileError(path=path, kind="binary data")
    return found


def _decoded(path: Path, raw: bytes, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            found = _with_replacements(raw, encoding)
            if found.replaced > len(found.text) / 100:
                raise UnknownEncodingError(path=path)
            return found
    utf16 = _utf16_without_mark(raw)
    if utf16:
        return _with_replacements(raw, utf16)
    if len(_CONTROL_BYTES.findall(raw)) > len(raw) / 100:
        raise BinaryFileError(path=path, kind="binary data")
    unicode = _with_replacements(raw, "utf-8")
    beyond = len(unicode.text) - _ascii(unicode.text) - unicode.replaced
    if not unicode.replaced or beyond >= _SURE * unicode.replaced:
        return unicode
    if declared and _is_legacy(declared):
        found = _with_replacements(raw, _LATIN_1.get(declared.lower(), declared))
        if found.replaced <= len(found.text) / 100:
            return found
    return unicode if _SURE * beyond >= unicode.replaced else _legacy(path, raw)


def _with_replacements(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, "replace")
    # A file may hold the sign itself, as what another program replaced.
    own = 0 if encoding not in ("utf-8", "utf-8-sig") else raw.count(_SIGN.encode())
    return Decoded(text, encoding, text.count(_SIGN) - own)


def _ascii(text: str) -> int:
    return len(text.encode("ascii", "ignore"))


def _is_legacy(encoding: str) -> bool:
    """Return True for an encoding of text that Python knows and that is not UTF-8."""
    try:
        b"".decode(encoding)
        return codecs.lookup(encoding).name not in ("utf-8", "utf-16", "utf-32")
    except (LookupError, UnicodeError):
        return False


def _utf16_without_mark(raw: bytes) -> str | None:
    """Return which UTF-16 a text without a mark is, by its zero bytes: Latin letters have one."""
    even, odd = raw[0::2].count(0), raw[1::2].count(0)
    if max(even, odd) < len(raw) / 5 or min(even, odd) > len(raw) / 100:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _legacy(path: Path, raw: bytes) -> Decoded:
    """Return text in a legacy encoding, the one of old Indonesian and English files if it fits."""
    usual = _with_replacements(raw, USUAL)
    if _is_plausible(usual):
        return usual
    import charset_normalizer

    matches = charset_normalizer.from_bytes(raw)
    best = matches.best()
    if best is None:
        raise UnknownEncodingError(path=path)
    for match in matches:
        as_good = (match.chaos, match.coherence) == (best.chaos, best.coherence)
        if as_good and USUAL in match.could_be_from_charset:
            return Decoded(str(match), USUAL)
    return Decoded(str(best), best.encoding)


def _is_plausible(found: Decoded) -> bool:
    """Return True if text reads like a Western European language in Windows-1252.

    Letters beyond ASCII are few there; and no sign stands where another alphabet has a letter.
    """
    letters = sum(map(str.isalpha, found.text))
    beyond = [char for char in found.text if char > "\x7f"]
    foreign = sum(char.isalpha() for char in beyond)
    odd = len(_SIGN_IN_WORD.findall(found.text)) + found.replaced + len(_RARE.findall(found.text))
    return foreign <= _FEW * letters and odd * 10 <= len(beyond)
