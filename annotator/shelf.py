"""The open corpora and their articles in one list."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.errors import (
    AnnotatorError,
    ChangedSourceError,
)
from annotator.storage.atomic import exists
from annotator.storage.corpus import Corpus
from annotator.storage.index import Summary
from annotator.storage.seal import Seal, is_sealed
from annotator.workflows.classify import classify, read_article
from annotator.workflows.folders import find_files
from annotator.workflows.locations import annotations_path


class Place(Struct, frozen=True):
    """One article of one open corpus."""

    corpus: Corpus
    id: str

    @property
    def summary(self) -> Summary:
        """The article's summary in a list."""
        return self.corpus.summary(self.id)


class Shelf:
    """Open files and folders, and keep their articles in order."""

    def __init__(self, ask_passphrase: Callable[[Path], str | None] | None = None) -> None:
        """`ask_passphrase` is asked when an encrypted corpus is opened."""
        self.places: list[Place] = []
        self._corpora: dict[Path, Corpus] = {}
        self._ask_passphrase = ask_passphrase

    def corpora(self) -> list[Corpus]:
        """Return the open corpora in the order they were opened."""
        return list(self._corpora.values())

    def open(
        self, path: Path, read: Mapping[Path, Article] | None = None
    ) -> tuple[int | None, list[AnnotatorError]]:
        """Open a file or a folder; return the row of its first article and the errors.

        `read` has the articles of files that were read already.
        """
        first: int | None = None
        problems: list[AnnotatorError] = []
        try:
            files = find_files(path)
        except AnnotatorError as error:
            return None, [error]
        for file in files:
            try:
                row, found = self._open_file(file, read or {})
            except AnnotatorError as error:
                problems.append(error)
                continue
            problems += found
            first = row if first is None else first
        return first, problems

    def add(self, article: Article, path: Path) -> int:
        """Put an article that has no file on the shelf, to be kept at `path`."""
        return self._place(Corpus.of(path, [article]))

    def has(self, path: Path) -> bool:
        """Return True if a corpus is open."""
        return path.resolve() in self._corpora

    def replace(self, old: Corpus, new: Corpus) -> None:
        """Replace one corpus by another, with its articles."""
        self._corpora = {
            corpus.path.resolve(): corpus
            for corpus in (new if corpus is old else corpus for corpus in self.corpora())
        }
        self.places = [
            Place(corpus, id_) for corpus in self._corpora.values() for id_ in corpus.ids()
        ]

    def close(self, corpus: Corpus) -> int:
        """Close a corpus and remove its articles; return the row of its first."""
        row = self._row(corpus)
        corpus.leave()
        del self._corpora[corpus.path.resolve()]
        self.places = [place for place in self.places if place.corpus is not corpus]
        return row

    def beside(self, file: Path) -> Place | None:
        """Return the open article that is annotated beside a file, None if there is none."""
        corpus = self._corpora.get(annotations_path(file).resolve())
        ids = corpus.ids() if corpus else []
        return Place(corpus, file.stem if file.stem in ids else ids[0]) if corpus and ids else None

    def row_of(self, corpus: Corpus, id_: str) -> int:
        """Return the row of an article, -1 if it is not on the shelf."""
        rows = (
            row
            for row, place in enumerate(self.places)
            if place.corpus is corpus and place.id == id_
        )
        return next(rows, -1)

    def save(self) -> list[AnnotatorError]:
        """Save every corpus; return what could not be saved."""
        problems: list[AnnotatorError] = []
        for corpus in self.corpora():
            try:
                corpus.save()
            except AnnotatorError as error:
                problems.append(error)
        return problems

    def leave(self) -> None:
        """Close every corpus; unsaved work is in its history."""
        for corpus in self.corpora():
            corpus.leave()

    def _open_file(
        self, file: Path, read: Mapping[Path, Article]
    ) -> tuple[int, list[AnnotatorError]]:
        problems: list[AnnotatorError] = []
        kind = classify(file)
        home = file if kind.what == "corpus" else annotations_path(file)
        known = self._corpora.get(home.resolve())
        if known is not None and (known.stored or not exists(home)):
            return self._row(known), []
        if home == file:
            corpus = Corpus.open(home, seal=self._seal(home))
        else:
            article = read.get(file) or read_article(file, kind)
            corpus = Corpus.open(home) if exists(home) else Corpus.of(home, [article])
            if exists(home) and not _holds(corpus, article):
                problems.append(ChangedSourceError(path=file, annotations=home))
        problems += corpus.problems
        if corpus.refusal is not None:
            problems.append(corpus.refusal)
        if known is not None:
            # Another window has started work on this article since it was opened here.
            self.replace(known, corpus)
            return self._row(corpus), problems
        return self._place(corpus), problems

    def _seal(self, path: Path) -> Seal | None:
        if self._ask_passphrase is None or not is_sealed(path):
            return None
        passphrase = self._ask_passphrase(path)
        return Seal.of(path, passphrase) if passphrase else None

    def _row(self, corpus: Corpus) -> int:
        return next(row for row, place in enumerate(self.places) if place.corpus is corpus)

    def _place(self, corpus: Corpus) -> int:
        row = len(self.places)
        self._corpora[corpus.path.resolve()] = corpus
        self.places += [Place(corpus, id_) for id_ in corpus.ids()]
        return row


def _holds(corpus: Corpus, article: Article) -> bool:
    """Return True if a corpus has or had this text, or the same file decoded differently."""
    ids = corpus.ids()
    if len(ids) != 1:
        return False
    known = corpus.article(ids[0])
    same_file = known.source_sha256 is not None and known.source_sha256 == article.source_sha256
    texts = (known.sha256, *(earlier.sha256 for earlier in known.earlier))
    return same_file or article.sha256 in texts
