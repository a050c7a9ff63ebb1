"""The interface of importers: from a file or folder to articles and named errors."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Literal

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.core.scheme import Scheme

# Kinds of files. A table is a data set whose columns a person may have to name.
What = Literal["article", "corpus", "data set", "table"]

# As much of a file's beginning as `recognises` is shown.
HEAD_BYTES = 2**16


class ImportSettings(Struct, frozen=True):
    """The options of an import.

    `columns` says for fields of an article (`text`, `title`, ...) which column of a table
    holds them; `lang` is the language of articles that say none; the labels of `scheme`
    are what a file may call a claim instead of its role.
    """

    scheme: Scheme = Scheme("", "", ())
    columns: dict[str, str] = {}
    lang: str | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The keys of the scheme's labels."""
        return tuple(label.key for label in self.scheme.labels)


class Importer(ABC):
    """One source format.

    `suffixes` are in lower case, with their dot; none if the format is a folder. `many` says
    that it is a dataset, which holds many articles. An importer keeps nothing between two
    files, so that one serves for all. Its module is imported to ask it what it recognises:
    libraries are imported where they are used (core/libraries.py).
    """

    name: ClassVar[str]
    title: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]] = ()
    many: ClassVar[bool] = False

    @property
    def what(self) -> What:
        """The kind of this format's files."""
        return "data set" if self.many else "article"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Return True if a file is of this format; `head` is its beginning, b"" of a folder."""
        return path.suffix.lower() in self.suffixes

    @abstractmethod
    def articles(self, path: Path, settings: ImportSettings) -> Iterator[Article | AnnotatorError]:
        """Yield the articles of a file, or of a folder, in its order.

        What is wrong with one article is yielded in its place, as an error that names file,
        line or record, reason, and what to do; the rest is read. Raises an AnnotatorError
        where nothing can be read at all. Ids are the file's own and may repeat.
        """
