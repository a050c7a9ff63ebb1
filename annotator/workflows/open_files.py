"""Open files of any kind: articles, corpora, and data sets, which are imported first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any, cast

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError, StoppedError, UnknownFileError
from annotator.formats import field_names, registry
from annotator.formats.datasets import tables
from annotator.formats.datasets.dataset import Job
from annotator.formats.importer import ImportSettings
from annotator.workflows import import_articles
from annotator.workflows.classify import Kind, classify, read_article
from annotator.workflows.folders import contents
from annotator.workflows.locations import CORPUS_SUFFIX

# A data set is imported into a corpus beside it, unless another place is given.
TAKEN_IN = ".corpus" + CORPUS_SUFFIX
HEAD_ROWS = 4

Tick = Callable[[], None]


class Found(Struct):
    """The result of opening files.

    `ready` are the articles and corpora to open, `read` the articles already read; `done` has
    each data set's import result; a person must assign the columns of `tables`.
    """

    ready: list[Path] = []
    read: dict[Path, Article] = {}
    done: list[tuple[Path, import_articles.ImportResult]] = []
    tables: list[Path] = []
    problems: list[AnnotatorError] = []


def look(paths: Iterable[Path], taken: Callable[[Path], bool], tick: Tick) -> Found:
    """Read articles, import data sets, and collect their errors.

    `taken` returns True for corpora in use. Raises only the errors of `tick`; data sets
    imported by then stay.
    """
    found = Found()
    for path in paths:
        try:
            for file, kind in _kinds(path, found.problems):
                tick()
                try:
                    _look(file, kind, found, taken, tick)
                except StoppedError:
                    raise
                except AnnotatorError as error:
                    found.problems.append(error)
        except StoppedError:
            raise
        except AnnotatorError as error:
            found.problems.append(error)
    return found


def watching(tick: Tick) -> import_articles.Watch:
    """Return a wrapper that calls `tick` for every incoming article."""

    def watch(articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            tick()
            yield article

    return watch


def corpus_for(path: Path, taken: Callable[[Path], bool]) -> Path:
    """Return the corpus path for a data set: beside it, and not a corpus in use."""
    stem = path.name if path.is_dir() else path.stem
    home, number = path.with_name(stem + TAKEN_IN), 1
    while taken(home):
        number += 1
        home = path.with_name(f"{stem}-{number}{TAKEN_IN}")
    return home


def is_table(path: Path, format_: str | None) -> bool:
    """Return True if a file is a table, whose text column must be known."""
    return _kind(path, format_).what == "table"


def first_rows(path: Path, format_: str | None) -> list[list[str]]:
    """Return the names of a table's columns, and its first rows."""
    importer = _kind(path, format_).importer
    assert isinstance(importer, tables.Table)
    rows = importer.rows(path, Job(importer.name, path, ImportSettings()))
    found: list[list[str]] = []
    # All of them are generators: close the files they hold open.
    with closing(cast("Any", rows)):
        for row in islice(rows, HEAD_ROWS):
            if isinstance(row, AnnotatorError):
                raise row
            found.append(["" if cell is None else str(cell) for cell in row[1]])
    return found


def guessed(names: Sequence[str]) -> dict[str, str]:
    """Return the columns whose names stand for text and id."""
    called = {"text": tables.TEXT, "id": tables.ID}
    found = {field: field_names.guess(names, words) for field, words in called.items()}
    return {field: name for field, name in found.items() if name is not None}


def _kind(path: Path, format_: str | None) -> Kind:
    return Kind(registry.importer(format_).what, format_) if format_ else classify(path)


def _kinds(path: Path, problems: list[AnnotatorError]) -> Iterator[tuple[Path, Kind]]:
    """Yield the files of a path with their kinds; note what is left out."""
    if path.is_dir():
        try:
            yield path, classify(path)
            return
        except UnknownFileError:
            pass
    inside = contents(path)
    problems += inside.notes()
    for file in inside.found:
        yield file, classify(file)


def _look(file: Path, kind: Kind, found: Found, taken: Callable[[Path], bool], tick: Tick) -> None:
    if kind.what == "corpus":
        found.ready.append(file)
    elif kind.what == "table":
        found.tables.append(file)
    elif kind.what == "data set":
        out = corpus_for(file, taken)
        order = import_articles.ImportOrder((file,), out, kind.format)
        found.done.append((file, import_articles.run(order, watching(tick))))
        found.ready.append(out)
    else:
        found.read[file] = read_article(file, kind)
        found.ready.append(file)
