"""Datasets as files: exported by our own exporters, or written as other tools write them."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from annotator import resources
from annotator.core import scheme
from annotator.core.article import Article, Header
from annotator.core.errors import AnnotatorError
from annotator.core.spans import Claim, Origin, Span
from annotator.formats import registry
from annotator.formats.importer import ImportSettings
from annotator.formats.selection import Choice
from annotator.workflows import export_articles

SCHEME = scheme.in_language(
    scheme.parse(resources.path("schemes", "claims.toml").read_bytes()), "en"
)
SETTING = ImportSettings(SCHEME)
NOBODY = Origin("import")


def exported(format_: str, folder: Path, *articles: Article) -> Path:
    """Export articles and return the file, or the folder, that an import is given."""
    out = folder / f"out{SUFFIXES.get(format_, '')}"
    export_articles.run(
        export_articles.ExportOrder(format_, out, Choice(claims="all")), lambda: articles, SCHEME
    )
    return out


SUFFIXES = {
    "jsonl": ".jsonl",
    "prodigy": ".jsonl",
    "doccano": ".jsonl",
    "csv": ".csv",
    "parquet": ".parquet",
}


def taken(
    path: Path, setting: ImportSettings = SETTING
) -> tuple[list[Article], list[AnnotatorError]]:
    """Import a file of whatever format it is recognised as."""
    return parted(registry.recognise(path).articles(path, setting))


def parted(
    found: Iterable[Article | AnnotatorError],
) -> tuple[list[Article], list[AnnotatorError]]:
    """Separate articles and errors."""
    articles: list[Article] = []
    errors: list[AnnotatorError] = []
    for one in found:
        if isinstance(one, AnnotatorError):
            errors.append(one)
        else:
            articles.append(one)
    return articles, errors


def as_suggestions(article: Article) -> Article:
    """Return an article as it comes back from a format that lacks the makers of marks."""
    named = {claim.id: claim.content for claim in article.claims}
    return replace(
        article,
        id="",
        header=Header(),
        source=None,
        source_sha256=None,
        source_encoding=None,
        revision=0,
        last_id=0,
        extra={},
        zones=tuple(replace(zone, id="", origin=NOBODY) for zone in article.zones),
        entities=tuple(replace(entity, id="", origin=NOBODY) for entity in article.entities),
        claims=tuple(sorted((_suggested(claim, named) for claim in article.claims), key=repr)),
    )


def _suggested(claim: Claim, named: dict[str, tuple[Span, ...]]) -> Claim:
    """Turn a label into a suggestion; an outer claim is told by its content."""
    label = claim.label or (claim.suggestion.label if claim.suggestion else None)
    return replace(
        claim,
        id="",
        label=label,
        suggestion=None,
        decision=None,
        origin=NOBODY,
        reasons=(),
        evidence=(),
        alt_labels=(),
        note=" ".join(claim.note.split()) if claim.note else None,
        nested_in=repr(named[claim.nested_in]) if claim.nested_in else None,
    )
