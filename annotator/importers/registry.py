"""Which importer reads which file; other packages add theirs by entry point."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from annotator.core.article import Article
from annotator.core.errors import (
    AnnotatorError,
    UnknownFileError,
    UnknownFormatError,
)
from annotator.importers import files
from annotator.importers.importer import Importer, Setting

GROUP = "annotator.importers"

# In the order in which they are asked whether they recognise a file. A module is imported
# when its format is asked for, so that starting stays fast.
FORMATS = (
    "jsonl",
    "prodigy",
    "doccano",
    "label-studio",
    "brat",
    "citron",
    "webanno",
    "cas-json",
    "cas-xmi",
    "conll",
    "docbin",
    "huggingface",
    "parquet",
    "csv",
    "html",
    "markdown",
    "pdf",
    "docx",
    "odt",
    "epub",
    "rtf",
    "eml",
    "text",
)


def names() -> tuple[str, ...]:
    """Return the names of all formats, ours first."""
    return (*FORMATS, *(name for name in sorted(_added()) if name not in FORMATS))


def importer(name: str) -> Importer:
    """Return the importer of a format; raise UnknownFormatError if there is none."""
    if name in FORMATS:
        module = import_module(f"annotator.importers.{name.replace('-', '_')}")
        found = module.IMPORTER
    elif name in (added := _added()):
        found = added[name].load()
    else:
        raise UnknownFormatError(name=name, names=", ".join(names()))
    if not (isinstance(found, type) and issubclass(found, Importer)):
        raise UnknownFormatError(name=name, names=", ".join(names()))
    made: Importer = found()
    return made


def recognise(path: Path) -> Importer:
    """Return the importer of a file or folder, by its suffix and how it begins.

    A file whose suffix no format knows is taken as text. Raises NotReadableError, or
    UnknownFileError where a format with this suffix doesn't recognise what is in it.
    """
    head = files.head(path)
    found = list(_importers())
    for candidate in found:
        if candidate.recognises(path, head):
            return candidate
    known = any(path.suffix.lower() in candidate.suffixes for candidate in found)
    if path.is_dir() or known:
        raise UnknownFileError(path=path, names=", ".join(names()))
    return importer("text")


@cache
def readable_suffixes() -> tuple[str, ...]:
    """Return the suffixes of articles that are looked for in a folder."""
    single = (candidate for candidate in _importers() if not candidate.many)
    return tuple(dict.fromkeys(suffix for one in single for suffix in one.suffixes))


def read_article(path: Path) -> Article:
    """Read one article; a file with a suffix of no article's format is read as text, if it is.

    Raises the AnnotatorError that says why it can't be read.
    """
    suffix, text = path.suffix.lower(), importer("text")
    single = (one for one in _importers() if not one.many and suffix in one.suffixes)
    # Text is what is opened first and most: the other modules can wait.
    reader = text if suffix in text.suffixes else next(single, text)
    article = next(reader.articles(path, Setting()))
    if isinstance(article, AnnotatorError):
        raise article
    return article


def _importers() -> Iterator[Importer]:
    return map(importer, names())


@cache
def _added() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}
