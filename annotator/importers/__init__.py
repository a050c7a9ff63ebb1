"""Reading articles from files: one module a source format, found by the file's suffix."""

from annotator.importers.registry import read_article, readable_suffixes

__all__ = ["read_article", "readable_suffixes"]
