"""The index of a corpus file: the place and summary of each article's line."""

from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from annotator.core import record
from annotator.core.article import Article
from annotator.core.changes import Change, ClaimEdit
from annotator.core.errors import (
    AnnotatorError,
    BrokenRecordError,
    LineTooLongError,
    NewerSchemaError,
    NotACorpusError,
    NotReadableError,
)
from annotator.core.identity import Identity
from annotator.core.search import progress
from annotator.storage.atomic import exists
from annotator.storage.seal import Seal, is_first_line, opened

# Up to this size every article is checked when the corpus is opened; in a larger one
# an article is checked when it is shown.
CHECK_ALL_BYTES = 4 * 2**20

# An article of ten million characters with its marks; a longer line isn't an article.
LONGEST_LINE = 256 * 2**20

BOM = b"\xef\xbb\xbf"


class Summary(Struct, frozen=True):
    """The summary of an article in the list of articles."""

    id: str
    title: str | None
    lang: str | None
    claims: int
    decided: int
    revision: int = 0
    state: str | None = None
    digest: str | None = None
    schema: int = record.SCHEMA

    @property
    def progress(self) -> str:
        """The article's state: new, started, done, skipped or flagged."""
        return progress(claims=self.claims, decided=self.decided, state=self.state)

    @classmethod
    def of(cls, article: Article) -> "Summary":
        """Summarise an article."""
        return cls(
            id=article.id,
            title=article.header.title,
            lang=article.header.lang,
            claims=len(article.claims),
            decided=sum(claim.decided for claim in article.claims),
            revision=article.revision,
            state=article.header.state,
            digest=article.digest,
        )

    def after(self, article: Article, change: Change) -> "Summary":
        """Summarise an article after a change to it; only what the change edits is counted."""
        edits = [edit for edit in change.edits if isinstance(edit, ClaimEdit)]
        decided = self.decided
        decided += sum(edit.after is not None and edit.after.decided for edit in edits)
        decided -= sum(edit.before is not None and edit.before.decided for edit in edits)
        return replace(
            self,
            title=article.header.title,
            lang=article.header.lang,
            claims=len(article.claims),
            decided=decided,
            revision=article.revision,
            state=article.header.state,
            digest=article.digest,
            schema=record.SCHEMA,
        )


class Line(Struct, frozen=True):
    """One line of the file; without a summary it is kept as it is and not shown."""

    offset: int
    length: int
    summary: Summary | None = None


class Stamp(Struct, frozen=True):
    """Shows if a file has changed since it was read."""

    inode: int
    size: int
    modified_ns: int

    @classmethod
    def of(cls, path: Path) -> "Stamp | None":
        """Take the stamp of a file, None if there is none; raise NotReadableError otherwise.

        A file that the disk gives no answer for is not a missing file.
        """
        if not exists(path):
            return None
        try:
            found = path.stat()
        except OSError as error:
            raise NotReadableError(path=path, reason=error.strerror or error) from error
        return cls(found.st_ino, found.st_size, found.st_mtime_ns)


class Index(Struct, frozen=True):
    """The lines of a corpus file at its stamp, and their faults."""

    stamp: Stamp | None
    lines: list[Line]
    problems: list[AnnotatorError] = []


_NOTHING = msgspec.Raw(b"null")


class _Origin(Struct):
    kind: str = "import"


class _Claim(Struct):
    label: str | None = None
    # Raw takes null as well, and a union of the two takes nothing else.
    decision: msgspec.Raw = _NOTHING
    origin: _Origin = msgspec.field(default_factory=_Origin)


class _Peek(Struct):
    id: str
    text: msgspec.Raw
    title: str | None = None
    lang: str | None = None
    claims: list[_Claim] = []
    revision: int = 0
    state: str | None = None
    schema: int = 1
    digest: str | None = None


class _Schema(Struct):
    schema: int = 1


_schema = msgspec.json.Decoder(_Schema)
_peek = msgspec.json.Decoder(_Peek)
_identity = msgspec.json.Decoder(Identity)


def build(path: Path, *, check: bool | None = None, seal: Seal | None = None) -> Index:
    """Index a corpus file; raise NotACorpusError if no line of it is an article.

    With `check` every article is checked whole; by default, if the file is not large. An
    encrypted corpus is read with its seal.
    """
    lines: list[Line] = []
    problems: list[AnnotatorError] = []
    seen: dict[str, int] = {}
    offset = 0
    # Taken before reading, so that a change during reading is noticed.
    stamp = Stamp.of(path)
    try:
        if check is None:
            check = path.stat().st_size <= CHECK_ALL_BYTES
        with path.open("rb") as stream:
            for number, raw in enumerate(iter(partial(stream.readline, LONGEST_LINE), b""), 1):
                if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
                    raise LineTooLongError(path=path, line=number, limit=LONGEST_LINE // 2**20)
                summary = None
                try:
                    summary = _summary(_read(raw, number, seal), seen, number, check=check)
                except record.NewerRecordError as error:
                    raise NewerSchemaError(path=path, schema=error.schema) from error
                except record.RecordError as error:
                    problems.append(
                        BrokenRecordError(
                            path=path, line=number, field=error.field, reason=error.reason
                        )
                    )
                lines.append(Line(offset, len(raw), summary))
                offset += len(raw)
    except OSError as error:
        raise NotReadableError(path=path, reason=error.strerror or error) from error
    if not seen and problems:
        first = problems[0].values
        raise NotACorpusError(
            path=path, line=first["line"], reason=f"{first['field']}: {first['reason']}"
        )
    return Index(stamp, lines, problems)


def identity(raw: bytes) -> Identity:
    """Return the identity of a line's article; raise ValueError if it can't be read."""
    try:
        found = _identity.decode(raw)
    except RecursionError as error:
        raise record.RecordError("line", str(error)) from error
    return found if found.sha256 and found.title else Identity.of(record.decode(raw))


def _read(raw: bytes, number: int, seal: Seal | None) -> bytes:
    """Return the content of a line: nothing if it is blank, or the first of a sealed file."""
    if number == 1:
        raw = raw.removeprefix(BOM)
    if not raw.strip() or is_first_line(raw):
        return b""
    try:
        return opened(seal, raw)
    except ValueError as error:
        raise record.RecordError("line", str(error)) from error


def _summary(raw: bytes, seen: dict[str, int], number: int, *, check: bool) -> Summary | None:
    if not raw.strip():
        return None
    if check:
        summary = replace(Summary.of(record.decode(raw)), schema=_schema.decode(raw).schema)
    else:
        summary = _peek_summary(raw)
    if summary.id in seen:
        raise record.RecordError("id", f"{summary.id!r} stands on line {seen[summary.id]} already")
    seen[summary.id] = number
    return summary


def _peek_summary(raw: bytes) -> Summary:
    try:
        peek = _peek.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise record.RecordError("line", str(error)) from error
    if peek.schema > record.SCHEMA:
        raise record.NewerRecordError(peek.schema)
    decided = [
        claim.label is not None
        # In schema 1 the machine's own labels stood there too.
        and (
            peek.schema > 1
            or bytes(claim.decision) != bytes(_NOTHING)
            or claim.origin.kind != "model"
        )
        for claim in peek.claims
    ]
    return Summary(
        peek.id,
        peek.title,
        peek.lang,
        len(decided),
        sum(decided),
        peek.revision,
        peek.state,
        peek.digest,
        peek.schema,
    )
