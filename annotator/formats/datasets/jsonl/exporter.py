"""Our own format: one article a line, with everything."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from annotator.core import record
from annotator.core.article import Article
from annotator.formats.exporter import Exporter, Piece


class Jsonl(Exporter):
    """Annotator's own JSON Lines, which loses nothing."""

    name = "jsonl"
    title = "Annotator corpus (JSON Lines)"
    claims = "all"
    suffix = ".jsonl"

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        for article in articles:
            self.counts.add_article(article)
            # The history that the digest is of does not go along.
            line = record.encode(replace(article, digest=None))
            self.ledger.enter(article.id, [_digest(line)])
            yield Piece(stem + self.suffix, line + b"\n")

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.glob("*" + self.suffix)):
            with path.open("rb") as stream:
                for line in stream:
                    # Decoding checks every offset against the text that stands beside it.
                    yield record.decode(line).id, [_digest(line.rstrip(b"\n"))]


def _digest(line: bytes) -> str:
    return sha256(line).hexdigest()


EXPORTER = Jsonl
