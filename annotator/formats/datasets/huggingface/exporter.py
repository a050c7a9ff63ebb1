"""A Hugging Face dataset: one article a row in Parquet, a file a split, and a dataset card.

Keys of the card's front matter and their values are those that the Hub knows
(huggingface.co/docs/hub/datasets-cards). Splits are dealt out by article, never by claim.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, defstruct

from annotator.core.article import Article
from annotator.core.spans import Claim, Span
from annotator.formats.datasets import arrow_columns
from annotator.formats.datasets.claim_table import COLUMNS, HEADER, said
from annotator.formats.exporter import WHOLE, Exporter, ExportSettings, Piece
from annotator.formats.losses import EVERYTHING

# What the Hub calls our splits.
SPLITS = {WHOLE: "train", "train": "train", "dev": "validation", "test": "test"}
SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (10**6, "100K<n<1M"))
_LICENCE = re.compile("[a-z0-9][a-z0-9.+-]*")
_LANG = re.compile("[a-z]{2,3}")


class Part(Struct, frozen=True):
    """A stretch of the article's text, in code points, end-exclusive."""

    start: int
    end: int
    text: str


class EntityRow(Struct, frozen=True):
    """A name or figure."""

    id: str
    label: str
    start: int
    end: int
    text: str


class ZoneRow(Struct, frozen=True):
    """Page furniture."""

    id: str
    kind: str
    start: int
    end: int


# A claim. `tagged` says whether a person, or an imported file, gave the label.
ClaimRow: Any = defstruct(
    "ClaimRow",
    [
        ("id", str),
        ("tagged", bool),
        ("content", list[Part]),
        ("source", Part | None),
        ("cues", list[Part]),
        ("hedges", list[Part]),
        *[(column.name, column.type) for column in COLUMNS],
    ],
    frozen=True,
    kw_only=True,
)


class ArticleRow(Struct, frozen=True, kw_only=True):
    """An article."""

    id: str
    text: str
    lang: str | None
    title: str | None
    author: str | None
    outlet: str | None
    date: str | None
    url: str | None
    machine_translated: bool | None
    original_lang: str | None
    state: str | None
    file: str | None
    sha256: str
    claims: list[ClaimRow]
    entities: list[EntityRow]
    zones: list[ZoneRow]

    def held(self) -> list[str]:
        """Return what the ledger compares: all stretches, cut from the text as given here."""
        parts = [
            *((entity.label, entity.start, entity.end) for entity in self.entities),
            *((zone.kind, zone.start, zone.end) for zone in self.zones),
        ]
        given = [f"{entity.label}\t{entity.text}" for entity in self.entities]
        for claim in self.claims:
            for part in (*claim.content, *claim.cues, *claim.hedges, claim.source):
                if part is not None:
                    parts.append((claim.id, part.start, part.end))
                    given.append(f"{claim.id}\t{part.text}")
        return given + [f"{name}\t{self.text[start:end]}" for name, start, end in parts]


class HuggingFace(Exporter):
    """A folder to load with `datasets.load_dataset`, or to put on the Hub."""

    name = "huggingface"
    title = "Hugging Face dataset (Parquet and dataset card)"
    card = True
    holds = EVERYTHING - {"reading", "earlier", "extra"}

    def __init__(self, settings: ExportSettings) -> None:
        super().__init__(settings)
        self._counts = _Counts()

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        split = SPLITS[stem]
        self._counts.splits[split] = 0
        encoder = msgspec.json.Encoder()

        def lines() -> Iterator[bytes]:
            for article in articles:
                self.counts.add_article(article)
                self._counts.add(article, split)
                row = _row(article)
                self.ledger.enter(article.id, row.held())
                yield encoder.encode(row) + b"\n"

        yield Piece(f"data/{split}.parquet", arrow_columns.parquet(lines(), ArticleRow))

    def closing(self) -> Iterator[Piece]:
        yield Piece("README.md", card(self.settings, self._counts).encode())

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.glob("data/*.parquet")):
            for plain in arrow_columns.read(path):
                row = msgspec.convert(plain, ArticleRow)
                yield row.id, row.held()


class _Counts(Struct):
    """The numbers of the dataset card."""

    splits: dict[str, int] = {}
    claims: dict[str, int] = {}
    langs: Counter[str] = msgspec.field(default_factory=Counter)
    labels: Counter[str] = msgspec.field(default_factory=Counter)
    translated: Counter[bool | None] = msgspec.field(default_factory=Counter)
    tagged: int = 0
    people: set[str] = set()
    by_machine: bool = False

    def add(self, article: Article, split: str) -> None:
        self.splits[split] += 1
        self.claims[split] = self.claims.get(split, 0) + len(article.claims)
        self.langs[article.header.lang or ""] += 1
        self.translated[article.header.machine_translated] += 1
        for claim in article.claims:
            self.labels[claim.label or ""] += 1
            self.tagged += claim.decided
            self.by_machine |= claim.origin.kind == "model"
            if claim.decision:
                self.people.add(claim.decision.by)


def _row(article: Article) -> ArticleRow:
    def part(span: Span) -> Part:
        return Part(span.start, span.end, article.text[span.start : span.end])

    return ArticleRow(
        id=article.id,
        text=article.text,
        **{field: getattr(article.header, field) for field in (*HEADER, "state")},
        file=article.source,
        sha256=article.sha256,
        claims=[_claim(claim, part) for claim in article.claims],
        entities=[
            EntityRow(e.id, e.label, e.start, e.end, article.text[e.start : e.end])
            for e in article.entities
        ],
        zones=[ZoneRow(zone.id, zone.kind, zone.start, zone.end) for zone in article.zones],
    )


def _claim(claim: Claim, part: Any) -> Any:
    return ClaimRow(
        id=claim.id,
        tagged=claim.decided,
        content=list(map(part, claim.content)),
        source=part(claim.source) if claim.source else None,
        cues=list(map(part, claim.cue)),
        hedges=list(map(part, claim.hedges)),
        **said(claim),
    )


def card(settings: ExportSettings, counts: _Counts) -> str:
    """Return the dataset card."""
    return "\n".join(["---", *_front(settings, counts), "---", "", *_body(settings, counts), ""])


def _front(settings: ExportSettings, counts: _Counts) -> Iterator[str]:
    """Yield the YAML; its strings are written as JSON, which YAML takes."""
    langs = sorted(lang for lang in counts.langs if _LANG.fullmatch(lang))
    total = sum(counts.splits.values())
    machine = counts.translated[True]
    makers = ["expert-generated"] if counts.tagged else []
    makers += ["machine-generated"] if counts.by_machine else []
    yield f"pretty_name: {_quoted(settings.name)}"
    # Quoted, since YAML takes Norwegian for a no.
    yield from _list("language", list(map(_quoted, langs)))
    yield from _licence(settings.licence)
    yield from _list("annotations_creators", makers or ["no-annotation"])
    yield from _list("language_creators", ["found", *(["machine-generated"] if machine else [])])
    many = "multilingual" if len(langs) > 1 else "monolingual"
    yield from _list("multilinguality", [many, *(["translation"] if machine else [])])
    size = next((name for limit, name in SIZES if total < limit), "1M<n<10M")
    yield from _list("size_categories", [_quoted(size)])
    yield from _list("source_datasets", ["original"])
    yield from _list("task_categories", ["token-classification", "text-classification"])
    yield "configs:"
    yield "- config_name: default"
    yield "  data_files:"
    for split in counts.splits:
        yield f"  - split: {split}"
        yield f"    path: data/{split}.parquet"


def _licence(licence: str) -> Iterator[str]:
    if not licence:
        yield "license: unknown"
    elif _LICENCE.fullmatch(licence.lower()):
        yield f"license: {_quoted(licence.lower())}"
    else:
        yield "license: other"
        yield f"license_name: {_quoted(licence)}"


def _body(settings: ExportSettings, counts: _Counts) -> Iterator[str]:
    total, claims = sum(counts.splits.values()), sum(counts.claims.values())
    yield f"# {_line(settings.name)}"
    yield ""
    yield f"{total:,} news articles with {claims:,} claims: who says what, and how surely."
    people = f" ({len(counts.people)} of them)" if counts.people else ""
    yield f"People{people} tagged {counts.tagged:,} of the claims."
    yield from _table(
        ("Split", "Articles", "Claims"),
        [(name, f"{n:,}", f"{counts.claims.get(name, 0):,}") for name, n in counts.splits.items()],
    )
    yield "Articles, never single claims, were dealt out to the splits."
    yield from ("", "## Labels")
    known = [label.key for label in settings.scheme.labels]
    rows = [
        (label.key, label.name, label.guideline, f"{counts.labels[label.key]:,}")
        for label in settings.scheme.labels
    ]
    rows += [
        (key or "(none)", "", "", f"{n:,}") for key, n in counts.labels.items() if key not in known
    ]
    yield from _table(("Label", "Name", "Definition", "Claims"), rows)
    yield "A label says how the article presents a claim, never whether it is true."
    yield from ("", "## Languages and translation", "")
    for lang, count in counts.langs.most_common():
        yield f"- {_line(lang) or 'unknown language'}: {_share(count, total)}"
    yield f"- machine-translated: {_share(counts.translated[True], total)}"
    yield f"- not machine-translated: {_share(counts.translated[False], total)}"
    yield f"- not known whether: {_share(counts.translated[None], total)}"
    yield from ("", "## Agreement", "", _line(settings.agreement) or "No figure was given.")
    yield from ("", "## Offsets", "")
    yield "`start` and `end` count Unicode code points of `text` from 0; the end is exclusive."
    yield "In Python, `text[start:end]` is the stretch. `sha256` is that of the text in UTF-8."
    yield from ("", "## Sources and licence", "")
    hidden = "Names of persons who are sources were replaced by pseudonyms."
    yield hidden if settings.hidden_sources else "Sources stand here under their own names."
    yield f"Licence: {_line(settings.licence) or 'none was given; ask before you use it'}."


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield ""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(map(_line, row))} |"
    yield ""


def _share(count: int, total: int) -> str:
    return f"{count:,} of {total:,} articles ({count / max(total, 1):.0%})"


def _list(key: str, values: Sequence[str]) -> Iterator[str]:
    if values:
        yield f"{key}:"
        yield from (f"- {value}" for value in values)


def _quoted(value: str) -> str:
    printable = "".join(sign if sign.isprintable() else " " for sign in value)
    return msgspec.json.encode(printable).decode()


def _line(value: str) -> str:
    """Return a person's words as one line of Markdown that means only itself."""
    return re.sub(r"([\\`*_{}\[\]<>#|!~])", r"\\\1", " ".join(value.split()))


EXPORTER = HuggingFace
