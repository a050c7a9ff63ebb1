"""Digests of what was written, article by article, to compare with what is read back."""

from collections.abc import Iterable
from hashlib import blake2b

from annotator.core.errors import ReadBackError


class Ledger:
    """Keep a digest of what each entry must hold; an entry is an article in one file."""

    def __init__(self, format_: str) -> None:
        self._format = format_
        self._digests: dict[str, bytes] = {}

    def enter(self, key: str, held: Iterable[str]) -> None:
        """Note what was written under a key: for each mark, its label and its text."""
        self._digests[key] = _digest(held)

    def check(self, key: str, held: Iterable[str]) -> None:
        """Compare what was read back under a key; raise ReadBackError if it differs."""
        if self._digests.pop(key, None) != _digest(held):
            raise ReadBackError(format=self._format, article=key)

    def finish(self) -> None:
        """Raise ReadBackError if something that was written was not found again."""
        if self._digests:
            raise ReadBackError(format=self._format, article=next(iter(self._digests)))


def _digest(held: Iterable[str]) -> bytes:
    joined = "\x00".join(sorted(held))
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).digest()
