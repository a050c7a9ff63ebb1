"""Find the files to open or import in a folder, and report those left out."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from annotator.core.errors import (
    AnnotatorError,
    LeftOutError,
    NoArticlesError,
    NotReadableError,
    UnknownFileError,
)
from annotator.formats.files import MOST_FILES
from annotator.formats.registry import readable_suffixes
from annotator.storage.atomic import exists
from annotator.workflows.classify import classify
from annotator.workflows.locations import CORPUS_SUFFIX, HISTORY, annotations_path

# Folders for the pictures and scripts of a page that a browser saved as NAME.html.
_SAVED_WITH = ("_files", " files", "-Dateien", "_berkas")
_PAGES = (".html", ".htm", ".xhtml")


class Contents(Struct):
    """The content of a folder: articles, corpora and data sets in order, and other files."""

    found: list[Path] = []
    left_out: list[Path] = []
    folder: Path = Path()

    def notes(self) -> Iterator[LeftOutError]:
        """Describe what was left out."""
        if self.left_out:
            first = self.left_out[0].relative_to(self.folder)
            yield LeftOutError(
                path=self.folder,
                count=len(self.left_out),
                what="files and folders",
                where=first,
                why="they are not articles or data sets that are read here",
            )


def find_files(path: Path, *, subfolders: bool = True) -> list[Path]:
    """Return the files to open for a path: itself, or a folder's content.

    Raises NotReadableError or NoArticlesError.
    """
    return contents(path, subfolders=subfolders).found


def contents(path: Path, *, subfolders: bool = True) -> Contents:
    """Return the content of a file or folder; raise NotReadableError or NoArticlesError."""
    result = Contents(folder=path)
    if not path.is_dir():
        if not exists(path):
            raise NotReadableError(path=path, reason="it does not exist")
        result.found.append(path)
        return result
    waiting = [path]
    while waiting and len(result.found) < MOST_FILES:
        folder = waiting.pop(0)
        try:
            inside = sorted(folder.iterdir())
        except OSError as error:
            if folder == path:
                raise NotReadableError(path=path, reason=error.strerror or error) from error
            result.left_out.append(folder)
            continue
        _sort_files([one for one in inside if one.is_file()], result)
        for one in inside:
            if one.is_dir() and not _is_hidden(one) and not _is_of_a_page(one):
                if not subfolders or one.is_symlink():
                    result.left_out.append(one)
                elif _is_data_set(one):
                    result.found.append(one)
                else:
                    waiting.append(one)
    if not result.found:
        kinds = ", ".join((*readable_suffixes(), CORPUS_SUFFIX))
        raise NoArticlesError(path=path, kinds=kinds)
    return result


def _sort_files(files: list[Path], result: Contents) -> None:
    """Take articles and corpora; histories, and annotations beside their text, are neither."""
    texts = {file for file in files if file.suffix.lower() in readable_suffixes()}
    homes = {annotations_path(file) for file in texts}
    for file in files:
        is_corpus = file.suffix.lower() == CORPUS_SUFFIX
        if file in texts or (is_corpus and not file.name.endswith(HISTORY) and file not in homes):
            if not _is_hidden(file):
                result.found.append(file)
        elif not (is_corpus or _is_hidden(file)):
            result.left_out.append(file)


def _is_hidden(path: Path) -> bool:
    return path.name.startswith(".")


def _is_of_a_page(folder: Path) -> bool:
    """Return True if a browser saved a folder with a page."""
    for end in _SAVED_WITH:
        stem = folder.name.removesuffix(end)
        if stem != folder.name and any(folder.with_name(stem + page).exists() for page in _PAGES):
            return True
    return False


def _is_data_set(folder: Path) -> bool:
    try:
        return classify(folder).what in ("data set", "table")
    except UnknownFileError:
        return False
    except AnnotatorError:
        return False
