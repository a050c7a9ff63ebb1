"""The recently opened corpora, and where the person stopped in each.

A small file of the program's own, not a setting. Only the path of an
encrypted corpus is kept: titles, counts and ids would reveal its content.
"""

from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from annotator.storage.atomic import write_whole

KEPT = 8
FILE = "recent.json"


class Recent(Struct, frozen=True, omit_defaults=True):
    """One corpus: how much of it is done, and the article and claim that were left.

    `number` is the claim's number in its article, from 1; 0 means that no claim was in focus.
    """

    file: str
    at: datetime
    sealed: bool = False
    articles: int = 0
    done: int = 0
    claims: int = 0
    decided: int = 0
    article: str = ""
    title: str = ""
    claim: str = ""
    number: int = 0

    @property
    def path(self) -> Path:
        """The corpus's path, even if it is gone."""
        return Path(self.file)

    @property
    def name(self) -> str:
        """The corpus's name: its file name without the common ending."""
        return self.path.name.removesuffix(".jsonl").removesuffix(".annotations")


class RecentCorpora:
    """The list, the latest first."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def all(self) -> list[Recent]:
        """Return what is on the list; a list that can't be read is empty."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=list[Recent])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return []

    def keep(self, recent: Recent) -> None:
        """Put a corpus first; raise NotSavedError if the list can't be written."""
        if recent.sealed:
            recent = Recent(recent.file, recent.at, sealed=True)
        self._write([recent, *self._others(recent.path)][:KEPT])

    def forget(self, path: Path) -> None:
        """Take a corpus off the list; raise NotSavedError if the list can't be written."""
        self._write(self._others(path))

    def _others(self, path: Path) -> list[Recent]:
        return [recent for recent in self.all() if recent.path != path]

    def _write(self, recents: list[Recent]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._file, [msgspec.json.encode(recents) + b"\n"])
