"""A change as the history keeps it: what was done to an article, as one line of JSON."""

import hashlib
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from annotator.core import schema_1
from annotator.core.article import Header, Version
from annotator.core.spans import Claim, Entity, Origin, Zone

SCHEMA = 2

# What this program does to an article, one word each, as histories keep it. The window's
# words for them are in ui/change_texts.py.
Did = Literal[
    "read",  # the machine marked what it found in a passage
    "import",  # annotations came with a file
    "tag",  # a claim got its label
    "clear",  # a label was taken away
    "reject",  # a claim was removed: it is not one
    "create",  # a person made a claim
    "content",  # a piece was added to a claim's content
    "source",  # a claim got its source
    "cue",  # a claim got its cue, or one more piece of it
    "hedge",  # a hedge was set or removed
    "move",  # an edge of a claim's content was moved
    "merge",  # two claims became one
    "divide",  # one claim became two
    "entity",  # an entity was made
    "no entity",  # entities were removed
    "furniture",  # lines became page furniture, or no longer are
    "source type",  # a claim's kind of source was set
    "note",  # a claim's note was written
    "evidence",  # a piece of evidence was added or changed
    "no evidence",  # a piece of evidence was removed
    "flagged",  # the article was flagged, or no longer is
    "skipped",  # the article was skipped, or no longer is
    "details",  # title, author, date and the like were changed
    "restore",  # the marks of an earlier revision came back
    "relabel",  # labels were renamed to those of another scheme
    "put together",  # the work of two files was merged
    "update",  # the article got another text
]
UNDO = "undo "


class EntityEdit(Struct, frozen=True, omit_defaults=True, tag_field="of", tag="entity"):
    """An entity before and after; None before means added, None after removed."""

    before: Entity | None = None
    after: Entity | None = None


class ClaimEdit(Struct, frozen=True, omit_defaults=True, tag_field="of", tag="claim"):
    """A claim before and after; None before means added, None after removed."""

    before: Claim | None = None
    after: Claim | None = None


class ZoneEdit(Struct, frozen=True, omit_defaults=True, tag_field="of", tag="zone"):
    """A zone before and after; None before means added, None after removed."""

    before: Zone | None = None
    after: Zone | None = None


class HeaderEdit(Struct, frozen=True, omit_defaults=True, tag_field="of", tag="header"):
    """The header before and after."""

    before: Header
    after: Header


class VersionEdit(Struct, frozen=True, omit_defaults=True, tag_field="of", tag="version"):
    """The text before and after an update, both whole, so that either can come back."""

    before: Version
    after: Version


MarkEdit = EntityEdit | ClaimEdit | ZoneEdit
Edit = MarkEdit | HeaderEdit | VersionEdit


class Change(Struct, frozen=True, omit_defaults=True):
    """One action on one article: all of its edits happen, or none.

    `revision` is the article's revision once the change is applied. `undoes` is the
    revision of the change that this one takes back. `text` is the start of the SHA-256 of
    the text it was made on, so that a history is never replayed over another text.
    `previous` is the digest of the article's change before this one, so that a change that
    is missing, or comes from another copy of the history, shows. `joins` is the digest of
    another last change, whose work this one put together with the article's. `digest` is
    this one's own, where its line was made smaller or has been read.

    `did` is a Did, or UNDO and a Did. It is read as any string: a history may hold a word of
    an older or a newer program, and one unknown word is no reason to refuse a person's work.
    """

    article: str
    revision: int
    did: str
    origin: Origin
    edits: tuple[Edit, ...]
    text: str
    schema: int
    assist: str | None = None
    undoes: int | None = None
    previous: str | None = None
    joins: str | None = None
    digest: str | None = None


_decoder = msgspec.json.Decoder(Change)
_encoder = msgspec.json.Encoder()


def decode(line: bytes) -> Change:
    """Read one line of a history; raise ValueError if it is no change, or a newer program's."""
    try:
        change = _decoder.decode(line)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if change.schema > SCHEMA:
        raise ValueError(f"schema {change.schema} is newer than this program ({SCHEMA})")
    if change.schema == 1:
        change = replace(change, edits=tuple(map(_upgraded, change.edits)))
    return change if change.digest else replace(change, digest=line_digest(line))


def encode(change: Change) -> bytes:
    """Write a change as one line, without the line end."""
    return _encoder.encode(change)


def line_digest(line: bytes) -> str:
    """Return the digest of a change's line; 96 bits tell any two changes of a person apart."""
    return hashlib.blake2b(line, digest_size=12).hexdigest()


def change_digest(change: Change) -> str:
    """Return the digest by which the next change names this one."""
    return change.digest or line_digest(encode(change))


def _upgraded(edit: Edit) -> Edit:
    if not isinstance(edit, ClaimEdit):
        return edit
    return ClaimEdit(
        before=edit.before and schema_1.upgraded(edit.before),
        after=edit.after and schema_1.upgraded(edit.after),
    )
