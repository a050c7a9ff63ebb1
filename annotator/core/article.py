"""The article: a text that never changes after loading, and the marks in it."""

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal

from msgspec import Struct

from annotator.core.file_names import readable
from annotator.core.spans import Claim, Entity, Mark, Span, Zone

LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
# Nearly all ids of marks match; a closer check of each would cost as much as decoding.
_USUAL_IDS = re.compile(r"[cez][0-9]{1,15}(?:\n[cez][0-9]{1,15})*")


def normalise(raw: str) -> str:
    """Drop a byte-order mark and turn every line end into LF, once and before any offset."""
    return LINE_ENDS.sub("\n", raw.removeprefix("\ufeff"))


def text_sha256(text: str) -> str:
    """Return the hex SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Reading(Struct, frozen=True, omit_defaults=True):
    """The machine's progress in the article: its version, and the code point reached."""

    by: str
    to: int
    at: datetime | None = None


State = Literal["flagged", "skipped"]


class Header(Struct, frozen=True):
    """The fields of an article that a change can alter, besides its marks.

    `date` is when it was published, as an ISO 8601 date or time; `original_lang` is the
    language it was written in, if it is a translation; `state` is one that a person set,
    not one that follows from its claims.
    """

    lang: str | None = None
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    machine_translated: bool | None = None
    original_lang: str | None = None
    state: State | None = None
    reading: Reading | None = None


class Earlier(Struct, frozen=True, omit_defaults=True):
    """An earlier text of the article, and the marks that the next text lacks.

    Each mark is kept as its record had it, with its words; its offsets count in that
    earlier text. The text itself is in the history.
    """

    sha256: str
    until: datetime
    source_sha256: str | None = None
    vanished: tuple[dict[str, Any], ...] = ()


class Version(Struct, frozen=True, omit_defaults=True):
    """A text of an article, where it came from, and its earlier versions."""

    text: str
    source: str | None = None
    source_sha256: str | None = None
    source_encoding: str | None = None
    earlier: tuple[Earlier, ...] = ()


class Article(Struct, frozen=True):
    """An article, its text, and its marks in the order of the text.

    `revision` counts the changes folded in so far. `last_id` is the highest number
    ever given to a mark, so that an id is never used again. `source_sha256` is the
    digest of the file's bytes, `sha256` that of the text; `source_encoding` is the
    encoding detected in the file. `earlier` holds the texts before updates, oldest first.
    `digest` is that of the last change, None before the first one.
    """

    id: str
    text: str
    sha256: str
    header: Header = Header()
    source: str | None = None
    source_sha256: str | None = None
    source_encoding: str | None = None
    zones: tuple[Zone, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    revision: int = 0
    last_id: int = 0
    extra: dict[str, Any] = {}
    earlier: tuple[Earlier, ...] = ()
    digest: str | None = None

    @classmethod
    def of(
        cls,
        id_: str,
        text: str,
        *,
        source: str | None = None,
        source_sha256: str | None = None,
        source_encoding: str | None = None,
    ) -> "Article":
        """Make an article without marks from a normalised text.

        Id and source may be names of files, which need not be Unicode.
        """
        return cls(
            id=readable(id_),
            text=text,
            sha256=text_sha256(text),
            header=Header(title=first_line(text)),
            source=None if source is None else readable(source),
            source_sha256=source_sha256,
            source_encoding=source_encoding,
        )

    @property
    def version(self) -> Version:
        """The current text."""
        return Version(
            self.text, self.source, self.source_sha256, self.source_encoding, self.earlier
        )

    def marks(self) -> Iterator[Mark]:
        """Yield every zone, entity and claim."""
        yield from self.zones
        yield from self.entities
        yield from self.claims

    def slice(self, span: Span | Entity | Zone) -> str:
        """Return the text a span covers."""
        return self.text[span.start : span.end]

    def content_text(self, claim: Claim) -> str:
        """Return a claim's content, its pieces joined by an ellipsis."""
        return " … ".join([self.text[span.start : span.end] for span in claim.content])

    def claim(self, id_: str) -> Claim | None:
        """Return the claim with this id, None if there is none."""
        return next((claim for claim in self.claims if claim.id == id_), None)

    def in_zone(self, span: Span) -> bool:
        """Return True if a span touches page furniture."""
        return any(span.start < zone.end and zone.start < span.end for zone in self.zones)


def mark_number(mark: Mark) -> int:
    """Return the number in a mark's id, 0 if it has none."""
    return id_number(mark.id)


def id_number(id_: str) -> int:
    """Return the number in the id of a mark, 0 if it has none to continue from."""
    digits = id_.lstrip("cez")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else 0


def highest_number(ids: list[str]) -> int:
    """Return the highest number in the ids of marks, 0 if none has one."""
    if _USUAL_IDS.fullmatch("\n".join(ids)):
        return max([int(id_[1:]) for id_ in ids])
    return max(map(id_number, ids), default=0)


def first_line(text: str, limit: int = 80) -> str | None:
    """Return the first line that is not blank, cut at a word before `limit`, as a title."""
    for line in text.split("\n", 50)[:50]:
        if line.strip():
            title = " ".join(line.split())
            return title if len(title) <= limit else title[:limit].rsplit(" ", 1)[0] + "…"
    return None
