"""The inputs of an import: files and folders become articles, and errors are collected."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError, NotReadableError, StoppedError, UnknownFileError
from annotator.formats import files, reading_apart, registry
from annotator.formats.importer import Importer, ImportSettings
from annotator.storage import atomic
from annotator.storage.corpus import Corpus
from annotator.storage.history import history_path
from annotator.workflows.classify import classify
from annotator.workflows.folders import contents
from annotator.workflows.locations import annotations_path

# A data set of this many bytes is read in a child process.
LARGE = 2**20


class InputFiles:
    """Read the inputs, all as one format or each file as its own kind."""

    def __init__(
        self,
        settings: ImportSettings,
        problems: list[AnnotatorError],
        format_: str | None = None,
        *,
        subfolders: bool = True,
    ) -> None:
        """Collect errors and omissions in `problems`; raise UnknownFormatError."""
        self._subfolders = subfolders
        self._settings = settings
        self._problems = problems
        self._given = registry.importer(format_) if format_ else None

    def articles(self, inputs: Iterable[Path], out: Path) -> Iterator[Article]:
        """Yield every article of the inputs, without the corpus they are imported into."""
        for file in self._files(inputs, out):
            try:
                for article in self._of_file(file, self._given or classify(file).importer):
                    if isinstance(article, AnnotatorError):
                        self._problems.append(article)
                    else:
                        yield article
            except StoppedError:
                raise
            except OSError as error:
                self._fail(file, error)
            except AnnotatorError as error:
                self._problems.append(error)

    def _files(self, inputs: Iterable[Path], out: Path) -> Iterator[Path]:
        for path in inputs:
            try:
                found = self._inside(path)
            except OSError as error:
                self._fail(path, error)
            except AnnotatorError as error:
                self._problems.append(error)
            else:
                yield from (file for file in found if not _same_file(file, out))

    def _inside(self, path: Path) -> list[Path]:
        """Return the files of an input: itself, or the files in a folder that is not a data set."""
        given = self._given
        if not path.is_dir():
            return [path]
        if given is not None and given.recognises(path, b""):
            return [path]
        if given is not None:
            below = path.rglob("*") if self._subfolders else path.iterdir()
            found = (file for file in below if file.suffix.lower() in given.suffixes)
            return sorted(found) if given.suffixes else [path]
        try:
            classify(path)
        except UnknownFileError:
            inside = contents(path, subfolders=self._subfolders)
            self._problems += inside.notes()
            return inside.found
        return [path]

    def _of_file(self, file: Path, importer: Importer) -> Iterator[Article | AnnotatorError]:
        """Yield a file's articles with their annotations, which may be in a corpus beside it."""
        if importer.what == "corpus" and atomic.exists(history_path(file)):
            yield from _of_corpus(file)
            return
        home = annotations_path(file)
        annotated: set[str | None] = set()
        if importer.what == "article" and file.is_file() and atomic.exists(home):
            for article in _of_corpus(home):
                if isinstance(article, Article):
                    annotated |= {article.sha256, article.source_sha256}
                yield article
        for article in self._read(file, importer):
            # The same file may have been decoded differently then, which doesn't change its text.
            if isinstance(article, AnnotatorError) or annotated.isdisjoint(
                filter(None, (article.sha256, article.source_sha256))
            ):
                yield article

    def _read(self, file: Path, importer: Importer) -> Iterator[Article | AnnotatorError]:
        """Read a file; a large data set in a child process, with all the memory it needs."""
        if importer.what in ("data set", "table") and files.size(file, LARGE) > LARGE:
            return reading_apart.data_set(importer, file, self._settings)
        return importer.articles(file, self._settings)

    def _fail(self, path: Path, error: OSError) -> None:
        self._problems.append(NotReadableError(path=path, reason=error.strerror or error))


def _same_file(file: Path, out: Path) -> bool:
    return file.resolve() in (out.resolve(), history_path(out).resolve())


def _of_corpus(path: Path) -> Iterator[Article | AnnotatorError]:
    corpus = Corpus.open(path, writable=False)
    yield from corpus.articles()
    yield from corpus.problems
    if corpus.refusal is not None:
        yield corpus.refusal
