"""Messages between the window and the reading process.

Both directions are frames: four bytes of length, big-endian, then MessagePack.
"""

import os
from collections.abc import Iterable
from typing import IO, BinaryIO

import msgspec
from msgspec import Struct

from annotator.core.decisions import Passage

MAX_FRAME = 64 * 2**20


class Read(Struct, frozen=True, tag="read"):
    """A request to read a text; the newest request is served first."""

    job: int
    text: str
    lang: str | None = None


class Drop(Struct, frozen=True, tag="drop"):
    """A request to stop reading a text."""

    job: int


class PassageRead(Struct, frozen=True, tag="passage"):
    """One passage of a text has been read."""

    job: int
    passage: Passage


class Finished(Struct, frozen=True, tag="finished"):
    """A text has been read to its end."""

    job: int


class Failed(Struct, frozen=True, tag="failed"):
    """A text can't be read any further; `report` has details for developers."""

    job: int
    reason: str
    report: str = ""


Request = Read | Drop
Answer = PassageRead | Finished | Failed

_encoder = msgspec.msgpack.Encoder()
_requests: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)
_answers: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)


def send(stream: IO[bytes], messages: Iterable[Request | Answer]) -> None:
    """Write messages to the other side."""
    for message in messages:
        body = _encoder.encode(message)
        stream.write(len(body).to_bytes(4, "big") + body)
    stream.flush()


def receive_request(stream: IO[bytes]) -> Request | None:
    """Wait for a request; None if the window is gone."""
    body = _frame(stream)
    return None if body is None else _requests.decode(body)


def receive_answer(stream: IO[bytes]) -> Answer | None:
    """Wait for an answer; None if the reading process is gone."""
    body = _frame(stream)
    return None if body is None else _answers.decode(body)


def _frame(stream: IO[bytes]) -> bytes | None:
    head = stream.read(4)
    if len(head) < 4:
        return None
    length = int.from_bytes(head, "big")
    if length > MAX_FRAME:
        raise ValueError(f"a frame of {length} bytes is no message")
    body = stream.read(length)
    return body if len(body) == length else None


def private_streams() -> tuple[BinaryIO, BinaryIO]:
    """Take standard input and output for the protocol; what others print goes to stderr."""
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    return source, sink
