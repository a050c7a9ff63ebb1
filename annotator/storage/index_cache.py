"""The index of a large corpus, kept beside it, so that opening it again is quick.

It is only a copy of what the corpus says: if its stamp does not match, or it can't be
read, it is made again.
"""

import contextlib
from pathlib import Path

import msgspec
from msgspec import Struct

from annotator.core.errors import AnnotatorError
from annotator.storage.atomic import write_whole
from annotator.storage.index import Index, Line, Stamp

# A smaller corpus is indexed faster than a person notices.
WORTH_BYTES = 32 * 2**20
VERSION = 3


class _Kept(Struct, array_like=True):
    version: int
    stamp: Stamp
    lines: list[Line]


_decoder = msgspec.msgpack.Decoder(_Kept)
_encoder = msgspec.msgpack.Encoder()


def cache_path(corpus: Path) -> Path:
    """Return the path of a corpus's index."""
    return corpus.with_name(f".{corpus.name}.index")


def load(corpus: Path) -> Index | None:
    """Return the kept index of a corpus, None if none matches it."""
    try:
        kept = _decoder.decode(cache_path(corpus).read_bytes())
        same = kept.version == VERSION and kept.stamp == Stamp.of(corpus)
        fits = same and _fills(kept.lines, kept.stamp.size)
    except (OSError, AnnotatorError, msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return Index(kept.stamp, kept.lines) if fits else None


def _fills(lines: list[Line], size: int) -> bool:
    """Return True if the lines follow one another from the file's first byte to its last."""
    end = 0
    for line in lines:
        if line.offset != end or line.length <= 0:
            return False
        end += line.length
    return end == size


def keep(corpus: Path, stamp: Stamp | None, lines: list[Line]) -> None:
    """Keep the index of a large corpus; a folder that refuses it only costs time later."""
    if stamp is None or stamp.size < WORTH_BYTES:
        return
    with contextlib.suppress(AnnotatorError):
        write_whole(cache_path(corpus), [_encoder.encode(_Kept(VERSION, stamp, lines))])
