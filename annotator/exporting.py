"""Corpora out, in any format: chosen, written, read back, and only then put in place."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast, get_args

import msgspec
from msgspec import Struct

from annotator import resources
from annotator.core import scheme as schemes
from annotator.core.article import Article
from annotator.core.errors import (
    AnnotatorError,
    BadOptionError,
    ExistsError,
    LossError,
    NothingToExportError,
)
from annotator.core.scheme import Scheme
from annotator.exporters import registry
from annotator.exporters.exporter import WHOLE, Exporter, Piece, Setting
from annotator.exporters.losses import Loss
from annotator.exporters.selection import Choice, Selection, Zones
from annotator.storage import atomic
from annotator.storage.corpus import Corpus

Articles = Callable[[], Iterable[Article]]


class Order(Struct, frozen=True):
    """What to write, where, and how.

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


class Done(Struct, frozen=True):
    """What an export came to."""

    path: Path
    articles: int
    claims: int
    splits: dict[str, int]
    left_out: dict[str, int]
    losses: list[Loss]
    unit: str

    def lines(self) -> Iterator[str]:
        """Say it in words and numbers."""
        splits = ", ".join(f"{name} {count:,}" for name, count in self.splits.items())
        yield (
            f"{self.path}: {self.articles:,} articles{f' ({splits})' if splits else ''}, "
            f"{self.claims:,} claims; offsets are in {self.unit}s"
            if self.unit != "none"
            else f"{self.path}: {self.articles:,} articles"
            f"{f' ({splits})' if splits else ''}, {self.claims:,} claims"
        )
        for what, count in self.left_out.items():
            yield f"not exported, as chosen: {count:,} {what}"
        for loss in self.losses:
            yield loss.sentence()
        if not self.losses:
            yield "nothing was lost"


def export_corpus(corpus: Path, order: Order) -> tuple[Done, list[AnnotatorError]]:
    """Export a corpus file; return also what of it could not be read."""
    opened = Corpus.open(corpus, writable=False)
    scheme = schemes.in_language(
        schemes.parse(resources.path("schemes", "claims.toml").read_bytes()), "en"
    )
    done = run(order, opened.articles, scheme)
    refusal = [opened.refusal] if opened.refusal else []
    return done, opened.problems + refusal


def run(order: Order, articles: Articles, scheme: Scheme) -> Done:
    """Export articles, whole or not at all.

    `articles` starts reading anew each time it is called. Raises UnknownFormatError,
    ExistsError, NothingToExportError, LossError (if strict), ReadBackError, NotSavedError.
    """
    exporter = new_exporter(order, scheme)
    selection = Selection(order.choice, articles)
    if order.key is not None and order.key.exists():
        raise ExistsError(path=order.key)

    def check(folder: Path) -> None:
        _check(exporter, folder, strict=order.strict)
        if order.key is not None:
            # Before the export appears: pseudonyms without their key could not be undone.
            key = msgspec.json.format(msgspec.json.encode(selection.pseudonyms.key()))
            atomic.write_whole(order.key, [key + b"\n"])

    folder = not exporter.suffix or order.choice.shares is not None
    atomic.write_together(
        order.out, _pieces(exporter, selection, order.choice), check, folder=folder
    )
    report = exporter.report
    return Done(
        path=order.out,
        articles=report.articles,
        claims=report.claims,
        splits=report.splits,
        left_out=selection.left_out,
        losses=report.losses(),
        unit=exporter.unit,
    )


def new_choice(
    *,
    labels: Sequence[str],
    deciders: Sequence[str],
    zones: str,
    split: str | None,
    **rest: Any,
) -> Choice:
    """Make a choice of what a person typed; raise BadOptionError where it can't be meant."""
    if zones not in get_args(Zones):
        raise BadOptionError(option="--zones", value=zones, wanted=", ".join(get_args(Zones)))
    return Choice(
        labels=tuple(labels),
        deciders=tuple(deciders),
        zones=cast(Zones, zones),
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


def new_exporter(order: Order, scheme: Scheme) -> Exporter:
    """Make the exporter of an order."""
    setting = Setting(
        order.out.stem, scheme, order.licence, order.agreement, order.choice.hide_sources
    )
    return registry.exporter(order.format)(setting)


def _pieces(exporter: Exporter, selection: Selection, choice: Choice) -> Iterator[Piece]:
    report = exporter.report
    for split in choice.splits():
        before = report.articles
        yield from exporter.pieces(selection.articles(split), split or WHOLE)
        if split:
            report.splits[split] = report.articles - before
    if not report.articles:
        reasons = [f"{count:,} {what}" for what, count in selection.left_out.items()]
        raise NothingToExportError(reason=", ".join(reasons) or "the corpus is empty")
    yield from exporter.closing()


def _check(exporter: Exporter, folder: Path, *, strict: bool) -> None:
    """Read back what was written; raise if it is another, or if something was lost."""
    for key, held in exporter.read_back(folder):
        exporter.ledger.check(key, held)
    exporter.ledger.finish()
    losses = exporter.report.losses()
    if strict and losses:
        raise LossError(format=exporter.name, losses="; ".join(loss.sentence() for loss in losses))
