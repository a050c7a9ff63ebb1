"""Read a file's data besides marks: our own record, or fields kept unchanged."""

import math
from collections.abc import Mapping
from datetime import date, time
from typing import Any

import msgspec
from msgspec.structs import fields

from annotator.core.article import Article, Header
from annotator.core.spans import Claim, Entity
from annotator.formats.graph import Sidecar

# No person or tool stores deeper or more data about an article.
DEEPEST = 32
MOST_VALUES = 100_000
LARGEST_COUNT = 2**53

_ARTICLE = {f.name for kind in (Article, Header) for f in fields(kind)} | {
    "schema",
    "offset_unit",
    "boilerplate",
}
_ENTITY = {field.name for field in fields(Entity)} | {"text"}
_CLAIM = {field.name for field in fields(Claim)} | {
    "content_text",
    "source_text",
    "cue_text",
    "hedge_text",
}

_sidecars = msgspec.json.Decoder(Sidecar)


def sidecar(raw: bytes | str | msgspec.Raw | None) -> Sidecar | None:
    """Return the record that Annotator left in another tool's file, or None.

    Raises ValueError if it is one, but broken.
    """
    said = bytes(raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw or b"")
    if not said.lstrip().startswith(b"{") or b'"sha256"' not in said:
        return None
    try:
        found = _sidecars.decode(said)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"what Annotator keeps beside the marks is broken: {error}") from error
    _check(found)
    return found


def plain(value: Any) -> Any:
    """Return a value as JSON has it; raise ValueError if it is too deep or too large."""
    return _Plain().of(value, 0)


def _check(found: Sidecar) -> None:
    if not (0 <= found.revision < LARGEST_COUNT and 0 <= found.last_id < LARGEST_COUNT):
        raise ValueError("what Annotator keeps beside the marks has a count that can't be")
    extras = [(found.extra, _ARTICLE)]
    extras += [(said.extra, _CLAIM) for said in found.claims.values()]
    extras += [(extra, _ENTITY) for _, extra in found.entities.values()]
    for mark in (mark for earlier in found.earlier for mark in earlier.vanished):
        plain(mark)
    for extra, known in extras:
        if not known.isdisjoint(extra):
            raise ValueError(f"{min(known & extra.keys())!r} is kept beside the marks as unknown")
        plain(extra)


class _Plain:
    """Walk through a value, counting."""

    def __init__(self) -> None:
        self._values = 0

    def of(self, value: Any, depth: int) -> Any:
        self._values += 1
        if depth > DEEPEST:
            raise ValueError(f"a field is nested more than {DEEPEST} deep")
        if self._values > MOST_VALUES:
            raise ValueError(f"its fields have more than {MOST_VALUES:,} values")
        if isinstance(value, Mapping):
            return {str(name): self.of(item, depth + 1) for name, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.of(item, depth + 1) for item in value]
        if isinstance(value, (date, time)):
            return value.isoformat()
        if isinstance(value, float) and not math.isfinite(value):
            return None
        if value is None or isinstance(value, (bool, str, int, float)):
            return value
        return str(value)
