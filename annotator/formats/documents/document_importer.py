"""Base of the document importers: one article for each file, read in a child process."""

from abc import abstractmethod
from collections.abc import Iterator
from pathlib import Path

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError, NotThisFormatError
from annotator.formats import reading_apart
from annotator.formats.documents.document import notes
from annotator.formats.importer import Importer, ImportSettings


class DocumentImporter(Importer):
    """An importer whose files hold one article each and are read in a child process."""

    def articles(self, path: Path, settings: ImportSettings) -> Iterator[Article | AnnotatorError]:
        article = reading_apart.document(self.name, path, settings.lang)
        yield article
        yield from notes(path, article)

    def read_here(self, path: Path, lang: str | None) -> Article:
        """Read a document in this process; whatever a library raises becomes a named error."""
        try:
            return self.read(path, lang)
        except AnnotatorError:
            raise
        except Exception as error:  # libraries raise any exception on a broken file
            reason = f"it is broken ({type(error).__name__}: {str(error)[:200]})"
            raise NotThisFormatError(path=path, format=self.title, reason=reason) from error

    @abstractmethod
    def read(self, path: Path, lang: str | None) -> Article:
        """Read a document; `lang` is the language of one that says none."""
