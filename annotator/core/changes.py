"""The algebra of annotation: everything done to an article is a Change; its state is a fold."""

import hashlib
from collections.abc import Callable, Iterable
from functools import reduce
from typing import Literal, TypeVar, assert_never, cast

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from annotator.core import schema_1
from annotator.core.article import Article, Header, Version, mark_number, text_sha256
from annotator.core.errors import ConflictingChangeError, HistoryTooShortError
from annotator.core.spans import Claim, Entity, Mark, Origin, Zone, check_spans

SCHEMA = 2

M = TypeVar("M", Entity, Claim, Zone)

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


def make_change(
    article: Article,
    did: Did,
    edits: Iterable[Edit],
    *,
    origin: Origin,
    assist: str | None = None,
) -> Change:
    """Make the change that comes next in an article's history."""
    return Change(
        article=article.id,
        revision=article.revision + 1,
        did=did,
        origin=origin,
        edits=tuple(edits),
        text=article.sha256[:16],
        schema=SCHEMA,
        assist=assist,
        previous=article.digest,
    )


def invert(change: Change, article: Article, origin: Origin) -> Change:
    """Make the change that takes `change` back, as the next one of `article`."""
    edits = [replace(edit, before=edit.after, after=edit.before) for edit in reversed(change.edits)]
    redone = change.did.startswith(UNDO)
    return Change(
        article=article.id,
        revision=article.revision + 1,
        did=change.did.removeprefix(UNDO) if redone else UNDO + change.did,
        origin=origin,
        edits=tuple(edits),
        text=article.sha256[:16],
        schema=SCHEMA,
        assist=change.assist,
        undoes=change.revision,
        previous=article.digest,
    )


def take_back(
    change: Change, article: Article, changes: Iterable[Change], origin: Origin
) -> Change:
    """Make the change that takes `change` back; `changes` are all of the article's.

    What the machine read in a new text goes with that text. Raises HistoryTooShortError
    where an update is to be taken back and the history was made smaller since.
    """
    back = invert(change, article, origin)
    if not new_text(change):
        return back
    then = as_of(article, changes, change.revision - 1)
    return replace(back, edits=tuple(difference(article, then)))


def apply(article: Article, change: Change) -> Article:
    """Return the article after `change`; raise ConflictingChangeError where it does not fit."""
    if change.article != article.id or change.text != article.sha256[:16]:
        raise _conflict(change, "it belongs to another text")
    if change.revision != article.revision + 1:
        raise _conflict(
            change, f"it is number {change.revision}, and {article.revision + 1} comes next"
        )
    if change.schema > 1 and change.previous != article.digest:
        raise _conflict(change, "it was made on another state of the article")
    header = article.header
    updates = new_text(change)
    # The text first: marks are checked against the one that they are on afterwards.
    article = _apply_versions(article, change)
    marks: dict[type[MarkEdit], dict[str, Mark]] = {}
    for edit in change.edits:
        if isinstance(edit, HeaderEdit):
            header = _apply_header(header, change, edit)
        elif not isinstance(edit, VersionEdit):
            _apply_mark(article, change, edit, marks)
    moved = updates or any(moves(edit) for edit in change.edits)
    after = replace(
        article,
        header=header,
        zones=_ordered(article.zones, marks.get(ZoneEdit), moved=moved),
        entities=_ordered(article.entities, marks.get(EntityEdit), moved=moved),
        claims=_ordered(article.claims, marks.get(ClaimEdit), moved=moved),
        revision=change.revision,
        digest=change_digest(change),
        last_id=max([article.last_id, *(_number(edit) for edit in change.edits)]),
    )
    if updates:
        for mark in after.marks():
            check_spans(after.text, mark)
    return after


def fold(article: Article, changes: Iterable[Change]) -> Article:
    """Apply changes in order."""
    return reduce(apply, changes, article)


def as_of(article: Article, changes: Iterable[Change], revision: int) -> Article:
    """Return an article with the marks it had after its change number `revision`.

    `changes` are all of its changes. Raises HistoryTooShortError where the history does not
    reach back so far, or was made smaller.
    """
    later = sorted((c for c in changes if c.revision > revision), key=lambda c: -c.revision)
    wanted = range(article.revision, revision, -1)
    if [change.revision for change in later] != list(wanted):
        raise HistoryTooShortError(article=article.id, revision=revision)
    for change in later:
        if not change.edits:
            raise HistoryTooShortError(article=article.id, revision=revision)
        article = apply(article, invert(change, article, change.origin))
    return article


def difference(now: Article, then: Article) -> list[Edit]:
    """Return the edits that give an article the marks and header it has in `then`."""
    edits: list[Edit] = []
    if now.version != then.version:
        edits.append(VersionEdit(before=now.version, after=then.version))
    if now.header != then.header:
        edits.append(HeaderEdit(before=now.header, after=then.header))
    edits += _changed(now.zones, then.zones, ZoneEdit)
    edits += _changed(now.entities, then.entities, EntityEdit)
    edits += _changed(now.claims, then.claims, ClaimEdit)
    return edits


def without_edits(change: Change) -> Change:
    """Return a change that still says who did what and when, but not what to."""
    return replace(change, edits=(), digest=change_digest(change))


def moves(edit: Edit) -> bool:
    """Return True if an edit adds or removes a mark, or moves it to another place."""
    if isinstance(edit, HeaderEdit | VersionEdit):
        return False
    before, after = edit.before, edit.after
    return before is None or after is None or before.start != after.start


def new_text(change: Change) -> bool:
    """Return True if a change gives the article another text."""
    return any(isinstance(edit, VersionEdit) for edit in change.edits)


def undo_stacks(changes: Iterable[Change]) -> tuple[list[Change], list[Change]]:
    """Return what can be undone and what can be redone, the next one last.

    The machine's own changes are not on the stacks: a person takes back what a
    person did.
    """
    undo: list[Change] = []
    redo: list[Change] = []
    for change in changes:
        if change.origin.kind != "person":
            if new_text(change):
                # What was done before was done on another text.
                undo.clear()
                redo.clear()
            continue
        if change.undoes is None:
            undo.append(change)
            redo.clear()
        elif undo and undo[-1].revision == change.undoes:
            undo.pop()
            redo.append(change)
        elif redo and redo[-1].revision == change.undoes:
            redo.pop()
            undo.append(change)
    return undo, redo


def _upgraded(edit: Edit) -> Edit:
    if not isinstance(edit, ClaimEdit):
        return edit
    return ClaimEdit(
        before=edit.before and schema_1.upgraded(edit.before),
        after=edit.after and schema_1.upgraded(edit.after),
    )


def _changed(now: Iterable[M], then: Iterable[M], edit: Callable[..., MarkEdit]) -> list[Edit]:
    old, new = {mark.id: mark for mark in now}, {mark.id: mark for mark in then}
    gone: list[Edit] = [edit(before=mark) for id_, mark in old.items() if id_ not in new]
    return gone + [
        edit(before=old.get(id_), after=mark) for id_, mark in new.items() if old.get(id_) != mark
    ]


def _apply_versions(article: Article, change: Change) -> Article:
    for edit in change.edits:
        if isinstance(edit, VersionEdit):
            if article.version != edit.before:
                raise _conflict(change, "its text came from elsewhere")
            version = edit.after
            article = replace(
                article,
                text=version.text,
                sha256=text_sha256(version.text),
                source=version.source,
                source_sha256=version.source_sha256,
                source_encoding=version.source_encoding,
                earlier=version.earlier,
            )
    return article


def _apply_header(header: Header, change: Change, edit: HeaderEdit) -> Header:
    """Set only the fields the edit altered: a reading may have moved on in between."""
    altered = {
        field: getattr(edit.after, field)
        for field in Header.__struct_fields__
        if getattr(edit.before, field) != getattr(edit.after, field)
    }
    for field in altered:
        if getattr(header, field) != getattr(edit.before, field):
            raise _conflict(change, f"{field} is another one")
    return replace(header, **altered)


def _apply_mark(
    article: Article,
    change: Change,
    edit: MarkEdit,
    marks: dict[type[MarkEdit], dict[str, Mark]],
) -> None:
    current = marks.get(type(edit))
    if current is None:
        current = marks[type(edit)] = {mark.id: mark for mark in _collection(article, edit)}
    before, after = edit.before, edit.after
    if before is not None:
        if current.get(before.id) != before:
            raise _conflict(change, f"{before.id} is not as it was")
        if after is None or after.id != before.id:
            del current[before.id]
    if after is not None:
        if after.id in current and (before is None or before.id != after.id):
            raise _conflict(change, f"{after.id} exists already")
        check_spans(article.text, after)
        current[after.id] = after


def _collection(article: Article, edit: MarkEdit) -> tuple[Mark, ...]:
    match edit:
        case EntityEdit():
            return article.entities
        case ClaimEdit():
            return article.claims
        case ZoneEdit():
            return article.zones
        case _:
            assert_never(edit)


def _ordered(
    marks: tuple[M, ...], changed: dict[str, Mark] | None, *, moved: bool
) -> tuple[M, ...]:
    if changed is None:
        return marks
    in_order: Iterable[Mark] = changed.values()
    if moved:
        # Ids of one kind in the order of their numbers: c9 before c10.
        in_order = sorted(in_order, key=lambda mark: (mark.start, len(mark.id), mark.id))
    return cast("tuple[M, ...]", tuple(in_order))


def _number(edit: Edit) -> int:
    if isinstance(edit, HeaderEdit | VersionEdit) or edit.after is None:
        return 0
    return mark_number(edit.after)


def _conflict(change: Change, reason: str) -> ConflictingChangeError:
    return ConflictingChangeError(did=change.did, article=change.article, reason=reason)
