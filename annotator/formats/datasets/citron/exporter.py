"""Citron: a JSON file an article, with the quotes of BBC's quote extractor.

A quote has one cue (citron/data.py reads `quote["cue"]`), so that a claim without one is
none. Offsets are code points, the end is exclusive. Keys that Citron does not know are left
alone by it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from annotator.core.article import Article
from annotator.core.spans import Claim, Span
from annotator.formats.exporter import Exporter, ExportSettings, Piece, place
from annotator.formats.graph import Graph, Sidecar
from annotator.formats.losses import EVERYTHING
from annotator.formats.safe_names import Names

NO_CUE = "left out: a Citron quote needs a cue"
ONE_CUE = "left out: a Citron quote holds one cue only"


class Citron(Exporter):
    """Quotes to train or evaluate Citron with."""

    name = "citron"
    title = "Citron (JSON)"
    holds = EVERYTHING - {"entities", "zones", "hedges", "nesting"}

    def __init__(self, settings: ExportSettings) -> None:
        super().__init__(settings)
        self._names: dict[str, Names] = {}

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        names = self._names.setdefault(stem, Names())
        for article in articles:
            self.counts.add_article(article)
            file = place(stem, f"{names.name(article.id)}.json")
            without = sum(not claim.cue for claim in article.claims)
            self.counts.add_loss("claims without a cue", without, article.id, NO_CUE)
            more = sum(max(len(claim.cue) - 1, 0) for claim in article.claims)
            self.counts.add_loss("further cues of a claim", more, article.id, ONE_CUE)
            quotes = [_quote(article, claim) for claim in article.claims if claim.cue]
            self.ledger.enter(file, [part["text"] for quote in quotes for part in _parts(quote)])
            kept = Sidecar.of(article, Graph.of(article))
            whole = {"text": article.text, "quotes": quotes, "annotator": kept}
            yield Piece(file, msgspec.json.format(msgspec.json.encode(whole)) + b"\n")

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.rglob("*.json")):
            whole = msgspec.json.decode(path.read_bytes())
            text = whole["text"]
            yield (
                path.relative_to(folder).as_posix(),
                [text[p["start"] : p["end"]] for q in whole["quotes"] for p in _parts(q)],
            )


def _quote(article: Article, claim: Claim) -> dict[str, Any]:
    sources = [claim.source] if claim.source else []
    return {
        "cue": _span(article, claim.cue[0]),
        "sources": [_span(article, span) for span in sources],
        "contents": [_span(article, span) for span in claim.content],
        "coreferences": [],
        "id": claim.id,
        "label": claim.label,
        "source_type": claim.source_type,
    }


def _parts(quote: dict[str, Any]) -> list[dict[str, Any]]:
    return [quote["cue"], *quote["sources"], *quote["contents"]]


def _span(article: Article, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": article.text[span.start : span.end]}


EXPORTER = Citron
