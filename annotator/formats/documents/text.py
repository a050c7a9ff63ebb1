"""Read plain text in any encoding."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from annotator.core.article import Article, normalise
from annotator.core.errors import (
    AnnotatorError,
    EmptyFileError,
    NotReadableError,
    TooLargeError,
)
from annotator.formats.documents.document import LEFT_OUT, UNREADABLE, notes
from annotator.formats.importer import Importer, ImportSettings
from annotator.formats.text_decoding import decode

SUFFIXES = (".txt", ".text")

LIMIT_BYTES = 10 * 2**20


class Text(Importer):
    """One article, and nothing marked in it."""

    name = "text"
    title = "Plain text"
    suffixes = SUFFIXES

    def articles(self, path: Path, settings: ImportSettings) -> Iterator[Article | AnnotatorError]:
        article = read(path)
        yield replace(article, header=replace(article.header, lang=settings.lang))
        yield from notes(path, article)


def read(path: Path) -> Article:
    """Read a text file as an article whose id is the file's stem.

    Raises NotReadableError, EmptyFileError, BinaryFileError, TooLargeError or
    UnknownEncodingError.
    """
    try:
        size = path.stat().st_size
        if size > LIMIT_BYTES:
            raise TooLargeError(path=path, size=size // 2**20, limit=LIMIT_BYTES // 2**20)
        raw = path.read_bytes()
    except OSError as error:
        raise NotReadableError(path=path, reason=error.strerror or error) from error
    decoded = decode(path, raw)
    text = normalise(decoded.text)
    if not text.strip():
        raise EmptyFileError(path=path)
    article = Article.of(
        path.stem,
        text,
        source=path.name,
        source_sha256=hashlib.sha256(raw).hexdigest(),
        source_encoding=decoded.encoding,
    )
    left_out = {LEFT_OUT: {UNREADABLE: decoded.replaced}} if decoded.replaced else {}
    return replace(article, extra=left_out)


IMPORTER = Text
