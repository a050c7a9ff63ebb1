"""Paths of an article's annotations and their history."""

from pathlib import Path

from annotator.formats.documents.text import SUFFIXES as TEXT_SUFFIXES

CORPUS_SUFFIX = ".jsonl"
ANNOTATIONS = ".annotations.jsonl"
HISTORY = ".history.jsonl"


def annotations_path(file: Path) -> Path:
    """Return the path of a file's annotations: beside it.

    A document keeps its suffix in the name, as the same text is often beside it.
    """
    name = file.stem if file.suffix.lower() in TEXT_SUFFIXES else file.name
    return file.with_name(name + ANNOTATIONS)
