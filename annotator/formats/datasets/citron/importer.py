"""Citron: a JSON file an article, with quotes that have a cue, sources and contents.

Offsets are code points. Citron says of nothing who decided on it.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Raw, Struct

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.core.spans import Attributes
from annotator.formats import files
from annotator.formats.datasets import foreign_fields
from annotator.formats.datasets.dataset import LONGEST_TEXT, ArticleBuilder, Dataset, Job, Record
from annotator.formats.datasets.json_keys import keys, may_hold_json
from annotator.formats.graph import NAMES

LONGEST = 8 * LONGEST_TEXT


class _Span(Struct):
    start: int
    end: int
    text: str | None = None


class _Quote(Struct):
    contents: list[_Span]
    sources: list[_Span] = []
    cue: _Span | None = None
    coreferences: list[Raw] = []
    id: str | int | None = None
    label: str | None = None
    source_type: str | None = None


class _Document(Struct):
    text: str
    quotes: list[_Quote]
    annotator: Raw = Raw(b"")
    coreference_groups: list[Raw] = []


_documents = msgspec.json.Decoder(_Document)
_anything = msgspec.json.Decoder(dict[str, Raw])
_KNOWN = {"text", "quotes", "annotator", "coreference_groups"}


class Citron(Dataset):
    """Quotes of BBC's quote extractor."""

    name = "citron"
    title = "Citron (JSON)"
    suffixes = (".json",)

    def recognises(self, path: Path, head: bytes) -> bool:
        if path.is_dir():
            found = files.of_kind(path, "*.json")
            return files.has(path, "*.json") and self.recognises(found[0], files.head(found[0]))
        bracket, names = keys(head)
        return may_hold_json(path) and bracket == "{" and {"text", "quotes"} <= names

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        for file in files.of_kind(path, "*.json"):
            yield Record(file, file.name, file)

    def article(self, record: Record, job: Job) -> Article:
        raw = files.whole(record.raw, LONGEST).removeprefix(files.BOM)
        document = _documents.decode(raw)
        builder = ArticleBuilder(record, job, record.path.stem, document.text)
        builder.sidecar = foreign_fields.sidecar(document.annotator)
        others = {n: v for n, v in _anything.decode(raw).items() if n not in _KNOWN}
        builder.fields({name: msgspec.json.decode(value) for name, value in others.items()})
        parts: dict[tuple[str, int, int], str] = {}
        for number, quote in enumerate(document.quotes, 1):
            _quote(builder, parts, number, quote)
        references = sum(len(quote.coreferences) for quote in document.quotes)
        builder.leave_out("coreferences", count=references + len(document.coreference_groups))
        return builder.article()


def _quote(
    builder: ArticleBuilder, parts: dict[tuple[str, int, int], str], number: int, quote: _Quote
) -> None:
    if not quote.contents:
        builder.leave_out("quotes without contents")
        return
    id_ = str(quote.id) if quote.id not in (None, "") else f"quote {number}"
    for at, span in enumerate(quote.contents, 1):
        piece = id_ if at == 1 else f"{id_}-{at}"
        builder.mark(
            piece, NAMES["claim"], span.start, span.end, label=quote.label or "", said=span.text
        )
        if at > 1:
            builder.link("continues", piece, id_)
    builder.say(id_, Attributes(source_type=quote.source_type))
    cues = [quote.cue] if quote.cue else []
    for role, name, spans in (("source", "says", quote.sources), ("cue", "cues", cues)):
        for at, span in enumerate(spans, 1):
            # Quotes that share a source say the same place; it is one mark.
            key: tuple[str, int, int] = (role, span.start, span.end)
            if key not in parts:
                parts[key] = f"{id_}-{role}{at}"
                builder.mark(parts[key], role, span.start, span.end, said=span.text)
            builder.link(name, parts[key], id_)


IMPORTER = Citron
