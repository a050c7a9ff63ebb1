"""spaCy DocBin: docs with entities and span groups; what spaCy itself guessed is not taken.

The file is unpacked here and not by spaCy, which would believe what the file says about
sizes and places, in C: a made-up file could crash the program. Nothing in it is ever run.
The form is that of spaCy 3.8, spacy/tokens/_serialize.py and span_group.pyx; a mark's own
place and links between marks are where our exporter keeps them, in user_data.
"""

import struct
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from annotator.core.article import Article, text_sha256
from annotator.core.errors import AnnotatorError, NotThisFormatError, TooLargeFileError
from annotator.formats import files
from annotator.formats.datasets import foreign_fields
from annotator.formats.datasets.dataset import FAULTS, ArticleBuilder, Dataset, Job, Record
from annotator.formats.graph import Sidecar

WHAT = "spaCy DocBin"
LARGEST = 512 * 2**20
# What spacy.attrs calls the columns.
ORTH, IOB, TYPE = 65, 77, 78
GOES_ON, BEGINS = 1, 3
# id, kb_id, label, first token, the one after the last, first and last character.
SPAN = struct.Struct(">QQQllll")
DATA, LINKS = "annotator", "annotator_links"
AGAIN = "labels"


class _Bin(Struct):
    attrs: list[int]
    tokens: bytes
    spaces: bytes
    lengths: bytes
    strings: list[str]
    span_groups: list[bytes] = []
    user_data: list[bytes | None] = []
    flags: list[dict[str, Any]] = []


class _Group(Struct):
    spans: list[bytes]
    name: str = ""


class _Doc(Struct, frozen=True):
    """One doc: its text, where its tokens stand, its entities, and the rest as packed."""

    text: str
    starts: list[int]
    ends: list[int]
    entities: list[tuple[str, int, int]]
    groups: bytes
    data: bytes


_bins = msgspec.msgpack.Decoder(_Bin)
_groups: msgspec.msgpack.Decoder[dict[bytes, list[str]] | list[bytes]] = msgspec.msgpack.Decoder(
    dict[bytes, list[str]] | list[bytes]
)
_group = msgspec.msgpack.Decoder(_Group)
_data = msgspec.msgpack.Decoder(dict[Any, Any])
_links = msgspec.json.Decoder(list[tuple[str, str, str]])


class Docbin(Dataset):
    """Docs with entities and span groups."""

    name = "docbin"
    title = WHAT
    suffixes = (".spacy",)

    def recognises(self, path: Path, head: bytes) -> bool:
        if path.is_dir():
            return files.has(path, "*.spacy")
        return super().recognises(path, head)

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        for file in files.of_kind(path, "*.spacy"):
            try:
                store = _Store(_unpacked(file))
            except (zlib.error, *FAULTS, TypeError) as error:
                if isinstance(error, AnnotatorError):
                    raise
                raise NotThisFormatError(path=file, format=WHAT, reason=error) from error
            for number in range(len(store.lengths)):
                yield Record(file, f"doc {number + 1}", (number, store))

    def article(self, record: Record, job: Job) -> Article:
        number, store = record.raw
        doc: _Doc = store.doc(number)
        data = _user_data(doc.data)
        own, links = data.pop(DATA, None), data.pop(LINKS, None)
        builder = ArticleBuilder(record, job, f"{record.path.stem}-{number + 1}", doc.text)
        builder.sidecar = foreign_fields.sidecar(own) if isinstance(own, str) else None
        builder.fields(data)
        places = _Places(doc, builder.sidecar)
        spans = [(label, "", first, after) for label, first, after in doc.entities]
        # In our own export, claims are also in a group by their labels.
        spans += store.spans(doc, without="" if builder.sidecar is None else AGAIN)
        for at, (label, id_, first, after) in enumerate(spans):
            known, start, end = places.find(label, id_, first, after)
            builder.mark(known or id_ or f"span {at}", label, start, end)
        for type_, head, child in _links.decode(links) if isinstance(links, str) else ():
            if builder.role(head) and builder.role(child):
                builder.link(type_, head, child)
        return builder.article()


class _Store:
    """The docs of a DocBin, each made when it is asked for."""

    def __init__(self, packed: _Bin) -> None:
        from spacy.strings import StringStore

        self._packed = packed
        self.lengths = memoryview(packed.lengths).cast("i").tolist()
        self._firsts = [0, *accumulate(self.lengths)]
        self._columns = {attr: at for at, attr in enumerate(packed.attrs)}
        self._tokens = memoryview(packed.tokens).cast("Q")
        self._strings = StringStore(packed.strings)
        rows = self._firsts[-1]
        if (
            ORTH not in self._columns
            or min(self.lengths, default=0) < 0
            or len(self._tokens) != rows * len(packed.attrs)
            or len(packed.spaces) != rows
        ):
            raise ValueError("its tokens are not as many as it says")

    def doc(self, number: int) -> _Doc:
        """Make a doc; raise ValueError if its words are not in the file."""
        packed = self._packed
        first, after = self._firsts[number], self._firsts[number + 1]
        words = [self._string(key) for key in self._column(ORTH, first, after)]
        flags = packed.flags[number] if number < len(packed.flags) else {}
        unknown = flags.get("has_unknown_spaces")
        spaces = b"\x01" * len(words) if unknown else packed.spaces[first:after]
        starts, ends, at = [], [], 0
        for word, space in zip(words, spaces, strict=True):
            starts.append(at)
            ends.append(at + len(word))
            at = ends[-1] + bool(space)
        spaced = [word + " " * bool(space) for word, space in zip(words, spaces, strict=True)]
        groups = packed.span_groups[number] if number < len(packed.span_groups) else b""
        data = packed.user_data[number] if number < len(packed.user_data) else None
        return _Doc(
            "".join(spaced), starts, ends, self._entities(first, after), groups, data or b""
        )

    def spans(self, doc: _Doc, without: str) -> list[tuple[str, str, int, int]]:
        """Return label, id, first token and the one after the last of each span.

        The group called `without` is left out.
        """
        found = []
        unpacked = _groups.decode(doc.groups) if doc.groups else []
        for packed in unpacked:
            group = _group.decode(packed)
            for raw in group.spans if group.name != without or not without else ():
                if len(raw) != SPAN.size:
                    raise ValueError("a span is cut short")
                id_, _, label, first, after, _, _ = SPAN.unpack(raw)
                name = self._string(id_) if id_ in self._strings else ""
                found.append((self._string(label), name, first, after))
        return found

    def _entities(self, first: int, after: int) -> list[tuple[str, int, int]]:
        if IOB not in self._columns or TYPE not in self._columns:
            return []
        found: list[tuple[str, int, int]] = []
        tags = zip(self._column(IOB, first, after), self._column(TYPE, first, after), strict=True)
        for at, (iob, type_) in enumerate(tags):
            if iob == BEGINS:
                found.append((self._string(type_), at, at + 1))
            elif iob == GOES_ON and found and found[-1][2] == at:
                found[-1] = (found[-1][0], found[-1][1], at + 1)
        return found

    def _column(self, attr: int, first: int, after: int) -> list[int]:
        width = len(self._packed.attrs)
        start = first * width + self._columns[attr]
        return self._tokens[start : after * width : width].tolist()

    def _string(self, key: int) -> str:
        try:
            return str(self._strings[key])
        except KeyError as error:
            raise ValueError("a word or label is not in the file") from error


class _Places:
    """The places of marks: their tokens, or the offsets that our exporter kept."""

    def __init__(self, doc: _Doc, sidecar: Sidecar | None) -> None:
        self._doc = doc
        same = sidecar is not None and sidecar.sha256 == text_sha256(doc.text)
        self._own = sidecar.spans if sidecar is not None and same else {}
        self._at: dict[tuple[str, int, int], list[str]] = {}
        for id_ in reversed(self._own):
            self._at.setdefault(self._around(id_), []).append(id_)

    def find(self, label: str, id_: str, first: int, after: int) -> tuple[str, int, int]:
        """Return a mark's own id, "" if it has none, its start and end."""
        if not 0 <= first < after <= len(self._doc.starts):
            raise ValueError(f"the span {first}-{after} is outside the doc's tokens")
        place = label, first, after
        if id_ not in self._own or self._around(id_) != place:
            free = self._at.get(place)
            id_ = free.pop() if free else ""
        if not id_:
            return "", self._doc.starts[first], self._doc.ends[after - 1]
        return id_, *self._own[id_][1:]

    def _around(self, id_: str) -> tuple[str, int, int]:
        name, start, end = self._own[id_]
        return name, bisect_right(self._doc.ends, start), bisect_left(self._doc.starts, end)


def _unpacked(path: Path) -> _Bin:
    raw = files.whole(path)
    stream = zlib.decompressobj()
    packed = stream.decompress(raw, LARGEST)
    if stream.unconsumed_tail:
        size = LARGEST // 2**20
        raise TooLargeFileError(path=path, size=f"more than {size}", limit=size)
    if not stream.eof:
        raise ValueError("it is cut short")
    return _bins.decode(packed)


def _user_data(raw: bytes) -> dict[str, Any]:
    """Return a doc's other data, under plain names."""
    found = _data.decode(raw) if raw else {}
    return {_name(key): value for key, value in found.items()}


def _name(key: object) -> str:
    # ("._.", name, start, end) is an attribute of a doc, a span or a token.
    return str(key[1]) if isinstance(key, tuple) and len(key) == 4 else str(key)


IMPORTER = Docbin
