"""Make an article of a document's lines, some of them page furniture."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from annotator.core.article import Article, Header, first_line, normalise
from annotator.core.errors import (
    EmptyFileError,
    LeftOutError,
    MissingPartsError,
    NoTextInsideError,
    NotReadableError,
    TooLargeError,
    TooMuchInsideError,
    UnreadableCharactersError,
)
from annotator.core.spans import Origin, Zone, check_spans
from annotator.formats.text_decoding import Decoded

# A document with pictures in it is larger than its text.
LIMIT_BYTES = 50 * 2**20
LIMIT_CHARACTERS = 10_000_000

# Where an article's record says what the document held besides text, by kind and number.
LEFT_OUT = "left_out"
UNREADABLE = "unreadable characters"
MISSING = "missing parts"

_LANG = re.compile(r"([a-z]{2,3})(?:[-_]|$)", re.IGNORECASE)
_TEMPLATE_LANG = "en"
_BY = "annotator."
_BREAKS = re.compile("[\x0b\x0c\x85]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SOFT_HYPHEN = "\u00ad"


class Block(NamedTuple):
    """A paragraph, or a line of page furniture of a `kind`."""

    text: str
    kind: str | None = None


class Extraction(NamedTuple):
    """An article's lines in order, and the document's other data.

    `left_out` counts what is not text, such as pictures, by a plain word for it.
    """

    blocks: list[Block]
    header: Header = Header()
    left_out: Counter[str] = Counter()  # noqa: RUF012


class File(NamedTuple):
    """A document as it was found; `by` names the importer."""

    path: Path
    raw: bytes
    by: str
    lang: str | None = None


def load(path: Path, by: str, lang: str | None, limit: int = LIMIT_BYTES) -> File:
    """Read a document's bytes; raise NotReadableError, TooLargeError or EmptyFileError."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(limit + 1)
        size = path.stat().st_size if len(raw) > limit else len(raw)
    except OSError as error:
        raise NotReadableError(path=path, reason=error.strerror or error) from error
    if size > limit:
        raise TooLargeError(path=path, size=size // 2**20, limit=limit // 2**20)
    if not raw:
        raise EmptyFileError(path=path)
    return File(path, raw, by, lang)


def article(file: File, found: Extraction, decoded: Decoded | None = None) -> Article:
    """Make the article of a document: its lines one under the other, furniture in zones.

    Its id is the file's stem. Raises NoTextInsideError or TooMuchInsideError.
    """
    text, places = _join(found.blocks, file.path)
    if not any(kind is None for _, _, kind in places):
        pictures = found.left_out["pictures"] or found.left_out["pages without text"]
        reason = "there are only pictures in it" if pictures else "there are no words in it"
        raise NoTextInsideError(path=file.path, reason=reason)
    furniture = [place for place in places if place[2] is not None]
    origin = Origin("import", _BY + file.by)
    zones = tuple(
        Zone(f"z{number}", start, end, kind or "", origin)
        for number, (start, end, kind) in enumerate(furniture, 1)
    )
    made = Article.of(
        file.path.stem,
        text,
        source=file.path.name,
        source_sha256=hashlib.sha256(file.raw).hexdigest(),
        source_encoding=None if decoded is None else decoded.encoding,
    )
    for zone in zones:
        check_spans(text, zone)
    replaced = 0 if decoded is None else decoded.replaced
    left_out = found.left_out + Counter({UNREADABLE: replaced})
    counts = dict(sorted(left_out.items()))
    extra = {LEFT_OUT: counts} if counts else {}
    header = replace(
        found.header,
        lang=file.lang or found.header.lang,
        title=found.header.title or _title(text, places),
    )
    return replace(made, header=header, zones=zones, last_id=len(zones), extra=extra)


def notes(path: Path, article: Article) -> Iterator[LeftOutError]:
    """Yield notes for the person on how a document was read."""
    counts = article.extra.get(LEFT_OUT)
    said = counts if isinstance(counts, dict) else {}
    if said.get(UNREADABLE):
        line = article.text[: max(0, article.text.find("\ufffd"))].count("\n") + 1
        yield UnreadableCharactersError(path=path, count=said[UNREADABLE], line=line)
    if said.get(MISSING):
        yield MissingPartsError(path=path, count=said[MISSING])


def is_of_document(zone: Zone) -> bool:
    """Return True if an importer set a zone, and not a person or a model."""
    return zone.origin.kind == "import" and zone.origin.by.startswith(_BY)


def _join(blocks: Iterable[Block], path: Path) -> tuple[str, list[tuple[int, int, str | None]]]:
    """Return the text, and start, end and kind of each of its lines."""
    lines: list[str] = []
    places: list[tuple[int, int, str | None]] = []
    end = 0
    for block in blocks:
        for raw in clean(block.text).split("\n"):
            line = raw.strip()
            if line:
                places.append((end, end + len(line), block.kind))
                lines.append(line)
                end += len(line) + 1
        if end > LIMIT_CHARACTERS:
            what = f"{end} characters or more"
            raise TooMuchInsideError(path=path, what=what, limit=LIMIT_CHARACTERS)
    return "\n".join(lines), places


def clean(text: str) -> str:
    """Return a text with LF as line end, and without soft hyphens, controls and half characters."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = _BREAKS.sub("\n", normalise(whole))
    return _CONTROLS.sub("", lines.replace(_SOFT_HYPHEN, ""))


def one_line(text: str | None) -> str | None:
    """Return a field of a header on one line, None if nothing is in it."""
    return " ".join(clean(text or "").split()) or None


def language(said: str | None) -> str | None:
    """Return the language a document says it is in, as ISO 639, None where that tells nothing.

    Templates say "en" by default, of texts in any language.
    """
    found = _LANG.match(said or "")
    lang = found.group(1).lower() if found else None
    return None if lang == _TEMPLATE_LANG else lang


def _title(text: str, places: list[tuple[int, int, str | None]]) -> str | None:
    return next((first_line(text[start:end]) for start, end, kind in places if kind is None), None)
