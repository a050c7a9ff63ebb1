"""Where the files of an article are: its annotations, their history, the texts of a folder."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.core.errors import NoArticlesError, NotReadableError
from annotator.formats.documents.text import SUFFIXES as TEXT_SUFFIXES
from annotator.formats.registry import readable_suffixes
from annotator.storage.atomic import exists

CORPUS_SUFFIX = ".jsonl"
ANNOTATIONS = ".annotations.jsonl"
HISTORY = ".history.jsonl"


def annotations_path(file: Path) -> Path:
    """Return where the annotations of a file are kept: beside it.

    Of documents the whole name is kept, as the same text often stands beside them.
    """
    name = file.stem if file.suffix.lower() in TEXT_SUFFIXES else file.name
    return file.with_name(name + ANNOTATIONS)


def find_files(path: Path) -> list[Path]:
    """Return the files to open for a path: itself, or a folder's texts and corpora in order.

    Raises NotReadableError or NoArticlesError.
    """
    if not path.is_dir():
        if not exists(path):
            raise NotReadableError(path=path, reason="it does not exist")
        return [path]
    try:
        files = sorted(file for file in path.iterdir() if file.is_file())
    except OSError as error:
        raise NotReadableError(path=path, reason=error.strerror or error) from error
    found = list(_articles(files))
    if not found:
        kinds = ", ".join((*readable_suffixes(), CORPUS_SUFFIX))
        raise NoArticlesError(path=path, kinds=kinds)
    return found


def _articles(files: Iterable[Path]) -> Iterator[Path]:
    """Leave out histories, and annotations whose text stands beside them."""
    texts = [file for file in files if file.suffix.lower() in readable_suffixes()]
    homes = {annotations_path(file) for file in texts}
    for file in files:
        is_corpus = file.suffix.lower() == CORPUS_SUFFIX and not file.name.startswith(".")
        if file in texts or (is_corpus and not file.name.endswith(HISTORY) and file not in homes):
            yield file
