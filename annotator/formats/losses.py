"""Count what a format can't hold, during an export."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct

from annotator.core.article import Article, Header
from annotator.core.spans import Claim, ClaimField, claim_fields


class Loss(Struct, frozen=True):
    """A loss: what, how often, where first, and why."""

    what: str
    count: int
    first: str
    why: str

    def sentence(self) -> str:
        """Return it as one line."""
        return f"{self.what}: {self.count:,} {self.why} (first in article {self.first!r})"


class _Feature(NamedTuple):
    words: str
    count: Callable[[Article], int]


def _in_claims(has: Callable[[Claim], object]) -> Callable[[Article], int]:
    return lambda article: sum([1 for claim in article.claims if has(claim)])


def _in_field(field: ClaimField) -> Callable[[Article], int]:
    get, default = attrgetter(field.name), field.default
    if field.said.counts_items:
        return lambda article: sum([len(get(claim)) for claim in article.claims])
    return _in_claims(lambda claim: get(claim) != default)


def _in_header(field: str) -> Callable[[Article], int]:
    return lambda article: getattr(article.header, field) is not None


def _unknown_fields(article: Article) -> int:
    extras = [article.extra, *(entity.extra for entity in article.entities)]
    return sum(map(len, extras)) + sum(len(claim.extra) for claim in article.claims)


# What an article can hold, by the name an exporter lists it under in `holds`.
FEATURES: dict[str, _Feature] = {
    "text": _Feature("article texts", lambda article: 1),
    **{
        field: _Feature(words, _in_header(field))
        for field, words in {
            "title": "titles",
            "lang": "languages of articles",
            "author": "authors of articles",
            "outlet": "outlets",
            "date": "dates of publication",
            "url": "addresses of articles",
            "machine_translated": "machine-translation flags",
            "original_lang": "original languages",
            "state": "marks for flagged or skipped articles",
            "reading": "records of how far the machine has read",
        }.items()
    },
    "file": _Feature("names of source files", lambda article: article.source is not None),
    "entities": _Feature("entities", lambda article: len(article.entities)),
    "zones": _Feature("passages of page furniture", lambda article: len(article.zones)),
    "spans": _Feature("positions of claims in the text", lambda article: len(article.claims)),
    "pieces": _Feature("claims in several pieces", _in_claims(lambda c: len(c.content) > 1)),
    **{
        field.said.feature: _Feature(field.said.words, _in_field(field)) for field in claim_fields()
    },
    "earlier": _Feature("records of earlier texts", lambda article: len(article.earlier)),
    "extra": _Feature("fields unknown to Annotator", _unknown_fields),
}
EVERYTHING = frozenset(FEATURES)
HEADER = frozenset(Header.__struct_fields__) & EVERYTHING

NO_PLACE = "left out: the format has no place for them"


class ExportCounts:
    """Counts of one export: articles, claims, and losses."""

    def __init__(self, holds: Iterable[str] = EVERYTHING) -> None:
        self._missing = [
            (feature.words, feature.count) for key, feature in FEATURES.items() if key not in holds
        ]
        self._found: dict[tuple[str, str], list[int | str]] = {}
        self.articles = 0
        self.claims = 0
        self.undecided = 0
        self.splits: dict[str, int] = {}

    def add_article(self, article: Article) -> None:
        """Count an article that is written, and what of it the format has no place for."""
        self.articles += 1
        self.claims += len(article.claims)
        self.undecided += sum(not claim.decided for claim in article.claims)
        for what, count in self._missing:
            found = count(article)
            if found:
                self.add_loss(what, found, article.id)

    def add_loss(self, what: str, count: int, article_id: str, why: str = NO_PLACE) -> None:
        """Count a loss."""
        if not count:
            return
        found = self._found.get((what, why))
        if found is None:
            self._found[what, why] = [count, article_id]
        else:
            found[0] = int(found[0]) + count

    def losses(self) -> list[Loss]:
        """Return all losses."""
        return [
            Loss(what, int(count), str(first), why)
            for (what, why), (count, first) in self._found.items()
        ]
