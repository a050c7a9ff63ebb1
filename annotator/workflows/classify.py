"""Decide what a file or folder is, for opening, importing and reading."""

from pathlib import Path

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError, UnknownFileError
from annotator.formats import registry
from annotator.formats.importer import Importer, ImportSettings, What
from annotator.storage.seal import is_sealed
from annotator.workflows.locations import CORPUS_SUFFIX

OURS = "jsonl"


class Kind(Struct, frozen=True):
    """The kind of a file, and the name of the format that reads it."""

    what: What
    format: str

    @property
    def importer(self) -> Importer:
        """The importer that reads it."""
        return registry.importer(self.format)

    @property
    def is_quick(self) -> bool:
        """True if it is opened at once; other files are read in the background first."""
        return self.what == "corpus" or self.format == "text"


def classify(path: Path) -> Kind:
    """Return the kind of a file, or of a folder that is one data set.

    The content decides, and the suffix only if the content allows several formats. Raises
    NotReadableError, or UnknownFileError of a folder of files and of what no format reads.
    """
    if path.suffix.lower() == CORPUS_SUFFIX and is_sealed(path):
        return Kind("corpus", OURS)
    try:
        found = registry.recognise(path)
    except UnknownFileError:
        if path.is_dir() or path.suffix.lower() != CORPUS_SUFFIX:
            raise
        # Read as a corpus, it reports the faults of each line.
        return Kind("corpus", OURS)
    return Kind(found.what, found.name)


def opens_quickly(path: Path) -> bool:
    """Return True if a file is opened at once: a text, a corpus, or what can't be read at all."""
    try:
        return classify(path).is_quick
    except UnknownFileError:
        return False
    except AnnotatorError:
        return True


def read_article(path: Path, kind: Kind | None = None) -> Article:
    """Read a file as one article, as text unless it is an article of another format.

    Raises the AnnotatorError that says why it can't be read.
    """
    kind = kind or classify(path)
    reader = kind.importer if kind.what == "article" else registry.importer("text")
    article = next(reader.articles(path, ImportSettings()))
    if isinstance(article, AnnotatorError):
        raise article
    return article
