"""Where the files of an article are: its annotations and their history."""

from pathlib import Path

from annotator.formats.documents.text import SUFFIXES as TEXT_SUFFIXES

CORPUS_SUFFIX = ".jsonl"
ANNOTATIONS = ".annotations.jsonl"
HISTORY = ".history.jsonl"


def annotations_path(file: Path) -> Path:
    """Return where the annotations of a file are kept: beside it.

    Of documents the whole name is kept, as the same text often stands beside them.
    """
    name = file.stem if file.suffix.lower() in TEXT_SUFFIXES else file.name
    return file.with_name(name + ANNOTATIONS)
