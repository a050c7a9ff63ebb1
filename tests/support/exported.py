"""Export the hard articles with all their claims, for tests."""

from pathlib import Path

from hard_articles import hard_articles

from annotator import resources
from annotator.core import scheme
from annotator.core.article import Article
from annotator.formats.selection import Choice
from annotator.workflows import export_articles

SCHEME = scheme.in_language(
    scheme.parse(resources.path("schemes", "claims.toml").read_bytes()), "en"
)


def export(
    format_: str, out: Path, *articles: Article, **options: object
) -> export_articles.ExportResult:
    """Export articles with all their claims, or as `choice` says."""
    options = {"choice": Choice(claims="all"), **options}
    order = export_articles.ExportOrder(format_, out, **options)  # type: ignore[arg-type]
    return export_articles.run(order, lambda: articles or hard_articles(), SCHEME)
