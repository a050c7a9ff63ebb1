"""Find articles and claims by words and a few named fields.

`polisi label:official state:done` finds articles with the word anywhere in title, text,
sources or notes that hold a claim labelled official and are done.
"""

import re

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.spans import Claim

FIELDS = ("label", "source", "note", "state", "lang")

_TERM = re.compile(r'(?:(\w+):)?(?:"([^"]*)"|(\S+))')


class Query(Struct, frozen=True):
    """A query in lower case; every word and every field must match."""

    words: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """Return True if every word and field matches."""
        return not self.words and not self.fields


def parse(text: str) -> Query:
    """Parse a query as typed; an unknown field is taken as a word."""
    words: list[str] = []
    fields: list[tuple[str, str]] = []
    for match in _TERM.finditer(text.lower()):
        name, value = match[1], match[2] if match[2] is not None else match[3]
        if name in FIELDS and value:
            fields.append((name, value))
        elif match[0].strip(':"'):
            words.append(match[0].strip('"'))
    return Query(tuple(words), tuple(fields))


def progress(*, claims: int, decided: int, state: str | None) -> str:
    """Return an article's state: what a person set, else new, started or done."""
    if state is not None:
        return state
    if decided == 0:
        return "new"
    return "done" if decided == claims else "started"


def finds_article(query: Query, article: Article) -> bool:
    """Return True if an article matches."""
    if query.empty:
        return True
    notes = [claim.note or "" for claim in article.claims]
    haystack = "\n".join([article.header.title or "", article.id, article.text, *notes]).lower()
    return all(word in haystack for word in query.words) and all(
        _article_has(article, name, value) for name, value in query.fields
    )


def finds_claim(query: Query, article: Article, claim: Claim) -> bool:
    """Return True if a claim matches; fields of the article are ignored."""
    source = _source(article, claim)
    haystack = "\n".join([article.content_text(claim), source, claim.note or ""]).lower()
    return all(word in haystack for word in query.words) and all(
        _claim_has(article, claim, name, value)
        for name, value in query.fields
        if name not in ("state", "lang")
    )


def _article_has(article: Article, name: str, value: str) -> bool:
    if name == "lang":
        return (article.header.lang or "") == value
    if name == "state":
        decided = sum(claim.decided for claim in article.claims)
        state = article.header.state
        return progress(claims=len(article.claims), decided=decided, state=state) == value
    return any(_claim_has(article, claim, name, value) for claim in article.claims)


def _claim_has(article: Article, claim: Claim, name: str, value: str) -> bool:
    match name:
        case "label":
            if value in ("open", "none"):
                return not claim.decided
            return (claim.label or "").lower().startswith(value)
        case "source":
            return value in _source(article, claim).lower()
        case _:
            return value in (claim.note or "").lower()


def _source(article: Article, claim: Claim) -> str:
    named = article.slice(claim.source) if claim.source else ""
    return f"{named} {claim.source_ref or ''}"
