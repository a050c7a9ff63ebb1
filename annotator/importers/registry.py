"""Which importer reads which file."""

from collections.abc import Callable
from pathlib import Path

from annotator.core.article import Article
from annotator.importers import text

Importer = Callable[[Path], Article]

_IMPORTERS: dict[str, Importer] = dict.fromkeys(text.SUFFIXES, text.read)


def readable_suffixes() -> tuple[str, ...]:
    """Return the suffixes that are looked for in a folder."""
    return tuple(_IMPORTERS)


def read_article(path: Path) -> Article:
    """Read one article; a file with an unknown suffix is read as text if it is text."""
    return _IMPORTERS.get(path.suffix.lower(), text.read)(path)
