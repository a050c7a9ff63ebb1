"""Export a corpus: select, write, read back, and only then put in place."""

import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast, get_args

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.errors import (
    AnnotatorError,
    BadOptionError,
    ExistsError,
    LossError,
    NothingToExportError,
)
from annotator.core.gc_tuning import seldom_collected
from annotator.core.plural import counted
from annotator.core.scheme import Scheme
from annotator.formats import registry
from annotator.formats.exporter import WHOLE, Exporter, ExportSettings, Piece
from annotator.formats.losses import Loss
from annotator.formats.selection import UNDECIDED, Choice, Claims, Selection, Zones
from annotator.storage import atomic
from annotator.storage.corpus import Corpus
from annotator.workflows.label_scheme import chosen_scheme

T = TypeVar("T")
Articles = Callable[[], Iterable[Article]]
# Called at every article read, and at every entry read back; it may raise to stop.
Tick = Callable[[], None]

# How many articles a preview exports, and how much of a file it shows.
SAMPLED_ARTICLES = 50
SAMPLED_CHARACTERS = 500_000
SHOWN_BYTES = 4_000
SHOWN_FILES = 6


class ExportOrder(Struct, frozen=True):
    """An order for an export.

    `key` is the file that keeps the names behind pseudonyms, apart from the export;
    `strict` makes any loss an error.
    """

    format: str
    out: Path
    choice: Choice = Choice()
    key: Path | None = None
    strict: bool = False
    licence: str = ""
    agreement: str = ""


class ExportResult(Struct, frozen=True):
    """The result of an export; `undecided` counts the claims without a label."""

    path: Path
    articles: int
    claims: int
    undecided: int
    splits: dict[str, int]
    left_out: dict[str, int]
    losses: list[Loss]
    unit: str
    choice: Choice

    def lines(self) -> Iterator[str]:
        """Yield it as lines of text."""
        splits = ", ".join(f"{name} {count:,}" for name, count in self.splits.items())
        parts = f" ({splits})" if splits else ""
        offsets = "" if self.unit == "none" else f"; offsets are in {self.unit}s"
        articles, claims = counted(self.articles, "article"), counted(self.claims, "claim")
        decided = f"{self.claims - self.undecided:,} decided, {self.undecided:,} undecided"
        yield f"{self.path}: {articles}{parts}, {claims} ({decided}){offsets}"
        for what, count in self.left_out.items():
            hint = self._hint() if what == UNDECIDED else ""
            yield f"{what}: {count:,} not exported, as chosen{hint}"
        for loss in self.losses:
            yield loss.sentence()
        if not self.losses:
            yield "nothing was lost"

    def _hint(self) -> str:
        """Return what would export the undecided claims, if anything does."""
        if self.choice.labels or self.choice.deciders:
            return "; no --label and no --decided-by can choose them"
        return "; --claims all exports them without a label"


class Part(NamedTuple):
    """The beginning of a file; `text` is None if the file is not text."""

    name: str
    text: str | None
    size: int


class Preview(Struct, frozen=True):
    """The preview of the first `sampled` articles, with their losses.

    `decided` and `undecided` count their claims, whether they go out or not.
    """

    parts: list[Part]
    files: int
    sampled: int
    decided: int
    undecided: int
    left_out: dict[str, int]
    losses: list[Loss]
    deciders: list[str]


def export_corpus(
    corpus: Path, order: ExportOrder, scheme: Scheme | None = None
) -> tuple[ExportResult, list[AnnotatorError]]:
    """Export a corpus file; return also the errors in reading it.

    `scheme` None is that of the settings. Raises BadOptionError where a label of the choice is
    none of the scheme's, and what `run` raises.
    """
    scheme = scheme or chosen_scheme()
    known = [label.key for label in scheme.labels]
    for label in order.choice.labels:
        if label not in known:
            wanted = f"a label of the scheme {scheme.id}: {', '.join(known)}"
            raise BadOptionError(option="--label", value=label, wanted=wanted)
    opened = Corpus.open(corpus, writable=False)
    done = run(order, opened.articles, scheme)
    refusal = [opened.refusal] if opened.refusal else []
    return done, opened.problems + refusal


def run(
    order: ExportOrder, articles: Articles, scheme: Scheme, tick: Tick = lambda: None
) -> ExportResult:
    """Export articles, whole or not at all.

    `articles` starts to read each time it is called. Raises UnknownFormatError,
    ExistsError, NothingToExportError, LossError (if strict), ReadBackError, NotSavedError,
    and the errors of `tick`.
    """
    exporter = new_exporter(order, scheme)
    selection = Selection(_choice(order, exporter), lambda: _ticking(articles(), tick))
    if order.key is not None and order.key.exists():
        raise ExistsError(path=order.key)

    def check(folder: Path) -> None:
        _check(exporter, folder, tick, strict=order.strict)
        if order.key is not None:
            # Before the export appears: pseudonyms without their key could not be reversed.
            key = msgspec.json.format(msgspec.json.encode(selection.pseudonyms.key()))
            atomic.write_whole(order.key, [key + b"\n"])

    folder = is_folder(exporter, order.choice)
    with seldom_collected():
        atomic.write_together(
            order.out, _pieces(exporter, selection, order.choice), check, folder=folder
        )
    counts = exporter.counts
    return ExportResult(
        path=order.out,
        articles=counts.articles,
        claims=counts.claims,
        undecided=counts.undecided,
        splits=counts.splits,
        left_out=selection.left_out,
        losses=counts.losses(),
        unit=exporter.unit,
        choice=order.choice,
    )


def preview(
    order: ExportOrder, articles: Articles, scheme: Scheme, tick: Tick = lambda: None
) -> Preview:
    """Try an export out on the first articles, in memory.

    Raises the errors of `run`, except those of disks and whole corpora.
    """
    sample = list(_sample(_ticking(articles(), tick)))
    exporter = new_exporter(order, scheme)
    selection = Selection(_choice(order, exporter), lambda: sample)
    shown: dict[str, bytearray] = {}
    sizes: dict[str, int] = {}
    for name, data in _ticking(_pieces(exporter, selection, order.choice), tick):
        part = shown.setdefault(name, bytearray())
        part += data[: max(0, SHOWN_BYTES - len(part))]
        sizes[name] = sizes.get(name, 0) + len(data)
    folder = is_folder(exporter, order.choice)
    claims = [claim for article in sample for claim in article.claims]
    return Preview(
        parts=[
            Part(name if folder else order.out.name, _text(data), sizes[name])
            for name, data in itertools.islice(shown.items(), SHOWN_FILES)
        ],
        files=len(shown),
        sampled=len(sample),
        decided=sum(claim.decided for claim in claims),
        undecided=sum(not claim.decided for claim in claims),
        left_out=selection.left_out,
        losses=exporter.counts.losses(),
        deciders=sorted({claim.decision.by for claim in claims if claim.decision}),
    )


def is_folder(exporter: Exporter | type[Exporter], choice: Choice) -> bool:
    """Return True if an export is a folder of files."""
    return not exporter.suffix or choice.shares is not None


def in_one(parts: Sequence[Articles]) -> Articles:
    """Chain several corpora; repeated ids get a number."""

    def articles() -> Iterator[Article]:
        seen: set[str] = set()
        for part in parts:
            for article in part():
                names = (f"{article.id}-{number}" for number in itertools.count(2))
                id_ = next(
                    name for name in itertools.chain([article.id], names) if name not in seen
                )
                seen.add(id_)
                yield article if id_ == article.id else replace(article, id=id_)

    return articles


def free_place(folder: Path, stem: str, format_: str, *, split: bool) -> Path:
    """Return a free path for an export."""
    suffix = "" if split else registry.exporter(format_).suffix
    return free_path(folder, stem if suffix == f".{format_}" else f"{stem}-{format_}", suffix)


def free_path(folder: Path, name: str, suffix: str) -> Path:
    """Return the first path of this name, or of this name and a number, that is not taken."""
    names = itertools.chain([name], (f"{name}-{number}" for number in itertools.count(2)))
    return next(path for name in names if not (path := folder / (name + suffix)).exists())


def new_choice(
    *,
    labels: Sequence[str],
    deciders: Sequence[str],
    zones: str,
    split: str | None,
    claims: str | None = None,
    **rest: Any,
) -> Choice:
    """Parse the selection that a person typed; raise BadOptionError if it isn't valid."""
    if claims not in (None, *get_args(Claims)):
        raise BadOptionError(option="--claims", value=claims, wanted=" or ".join(get_args(Claims)))
    if zones not in get_args(Zones):
        raise BadOptionError(option="--zones", value=zones, wanted=", ".join(get_args(Zones)))
    return Choice(
        labels=tuple(labels),
        deciders=tuple(deciders),
        zones=cast("Zones", zones),
        claims=cast("Claims | None", claims),
        shares=_shares(split) if split else None,
        **rest,
    )


def _shares(split: str) -> tuple[float, float, float]:
    try:
        train, dev, test = (float(share) for share in split.split("/"))
    except ValueError:
        train = dev = test = -1
    if min(train, dev, test) < 0 or not math.isfinite(train + dev + test) or train <= 0:
        raise BadOptionError(option="--split", value=split, wanted="three numbers, as 80/10/10")
    return train, dev, test


def new_exporter(order: ExportOrder, scheme: Scheme) -> Exporter:
    """Make the exporter of an order."""
    settings = ExportSettings(
        order.out.stem, scheme, order.licence, order.agreement, order.choice.hide_sources
    )
    return registry.exporter(order.format)(settings)


def _choice(order: ExportOrder, exporter: Exporter) -> Choice:
    """Return the selection of an order, with the format's default if none was made."""
    return replace(order.choice, claims=order.choice.claims or exporter.claims)


def _sample(articles: Iterable[Article]) -> Iterator[Article]:
    """Yield the first articles; one that is very long ends the sample."""
    length = 0
    for article in itertools.islice(articles, SAMPLED_ARTICLES):
        yield article
        length += len(article.text)
        if length > SAMPLED_CHARACTERS:
            return


def _text(data: bytearray) -> str | None:
    # The last character may have been cut.
    text = data.decode("utf-8", "ignore")
    return None if b"\0" in data or len(text.encode()) < len(data) - 4 else text


def _pieces(exporter: Exporter, selection: Selection, choice: Choice) -> Iterator[Piece]:
    counts = exporter.counts
    for split in choice.splits():
        before = counts.articles
        yield from exporter.pieces(selection.articles(split), split or WHOLE)
        if split:
            counts.splits[split] = counts.articles - before
    if not counts.articles:
        left_out = selection.left_out
        reasons = ", ".join(f"{count:,} {what}" for what, count in left_out.items())
        # The counts as well, for whoever says them in another language.
        raise NothingToExportError(reason=reasons or "the corpus is empty", left_out=left_out)
    yield from exporter.closing()


def _ticking(items: Iterable[T], tick: Tick) -> Iterator[T]:
    for item in items:
        tick()
        yield item


def _check(exporter: Exporter, folder: Path, tick: Tick, *, strict: bool) -> None:
    """Read the export back; raise if it differs, or if something was lost."""
    for key, held in _ticking(exporter.read_back(folder), tick):
        exporter.ledger.check(key, held)
    exporter.ledger.finish()
    losses = exporter.counts.losses()
    if strict and losses:
        raise LossError(format=exporter.name, losses="; ".join(loss.sentence() for loss in losses))
