"""schema.org JSON-LD: each claim as a Claim, and as a ClaimReview where a person gave a verdict.

A label says how the article presents a claim, never whether it is true, so that only a
verdict makes a review (schema.org/ClaimReview).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from annotator.core.article import Article
from annotator.core.spans import Claim, Verdict
from annotator.formats.exporter import Exporter, Piece
from annotator.formats.losses import HEADER

ORGANISATIONS = {"official", "state_media", "organization", "media"}
PERSONS = {"PER", "PERSON"}
NO_ADDRESS = "written without the page address that search engines expect"
NO_TEXT = "left out: the verdict has no text"


class ClaimReview(Exporter):
    """Claims for the web page of a newsroom."""

    name = "claimreview"
    title = "schema.org Claim and ClaimReview (JSON-LD)"
    suffix = ".jsonld"
    unit = "none"
    holds = (HEADER - {"machine_translated", "original_lang", "state", "reading"}) | {
        "sources", "labels", "source_ref", "notes", "evidence", "source_type", "pieces",
    }  # fmt: skip

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        name, opening = stem + self.suffix, b'{"@context":"https://schema.org","@graph":[\n'
        yield Piece(name, opening)
        between = b""
        for article in articles:
            self.counts.add_article(article)
            for claim in article.claims:
                node = self._node(article, claim)
                self.ledger.enter(_identifier(article, claim), [article.content_text(claim)])
                yield Piece(name, between + msgspec.json.encode(node))
                between = b",\n"
        yield Piece(name, b"\n]}\n")

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.glob("*" + self.suffix)):
            for node in msgspec.json.decode(path.read_bytes())["@graph"]:
                claim = node.get("itemReviewed", node)
                yield claim["identifier"], [claim["text"]]

    def _node(self, article: Article, claim: Claim) -> dict[str, Any]:
        node = _claim(article, claim)
        verdict = claim.verdict
        if verdict is None:
            return node
        if not verdict.text:
            self.counts.add_loss("verdicts", 1, article.id, NO_TEXT)
            return node
        self.counts.add_loss("reviews", int(verdict.url is None), article.id, NO_ADDRESS)
        return _review(article, claim, verdict, node)


def _review(
    article: Article, claim: Claim, verdict: Verdict, node: dict[str, Any]
) -> dict[str, Any]:
    rating = {
        "@type": "Rating",
        "alternateName": verdict.text,
        "ratingValue": verdict.value,
        "bestRating": verdict.best,
        "worstRating": verdict.worst,
    }
    decided = claim.decision.at.date().isoformat() if claim.decision else None
    return _said(
        {
            "@type": "ClaimReview",
            "url": verdict.url,
            "claimReviewed": article.content_text(claim),
            "author": {"@type": "Organization", "name": verdict.by} if verdict.by else None,
            "datePublished": verdict.date or decided,
            "inLanguage": article.header.lang,
            "itemReviewed": node,
            "reviewRating": _said(rating),
        }
    )


def _claim(article: Article, claim: Claim) -> dict[str, Any]:
    header = article.header
    return _said(
        {
            "@type": "Claim",
            "identifier": _identifier(article, claim),
            "text": article.content_text(claim),
            "inLanguage": header.lang,
            "author": _author(article, claim),
            "datePublished": header.date,
            "keywords": claim.label,
            "comment": {"@type": "Comment", "text": claim.note} if claim.note else None,
            "citation": [
                _said(
                    {
                        "@type": "CreativeWork",
                        "url": evidence.link,
                        "name": evidence.title,
                        "datePublished": evidence.date,
                        "abstract": evidence.remark,
                    }
                )
                for evidence in claim.evidence
            ],
            "appearance": _article(article),
        }
    )


def _author(article: Article, claim: Claim) -> dict[str, Any] | None:
    """Return who made the claim: the reporter's own are the outlet's."""
    if claim.source_type == "reporter":
        return _organisation(article.header.outlet)
    name = claim.source_ref or (article.slice(claim.source) if claim.source else None)
    if not name or claim.source_type == "unspecified":
        return None
    office = claim.source_type in ORGANISATIONS and not _names_a_person(article, name)
    type_ = "Organization" if office else "Person"
    return _said({"@type": type_, "name": name, "description": claim.source_type})


def _names_a_person(article: Article, name: str) -> bool:
    """Return True if the article marks a part of a source's name as a person."""
    return any(
        article.slice(entity) in name for entity in article.entities if entity.label in PERSONS
    )


def _article(article: Article) -> dict[str, Any]:
    header = article.header
    return _said(
        {
            "@type": "NewsArticle",
            "url": header.url,
            "headline": header.title,
            "author": {"@type": "Person", "name": header.author} if header.author else None,
            "publisher": _organisation(header.outlet),
            "datePublished": header.date,
            "inLanguage": header.lang,
        }
    )


def _organisation(name: str | None) -> dict[str, Any] | None:
    return {"@type": "Organization", "name": name} if name else None


def _identifier(article: Article, claim: Claim) -> str:
    return f"{article.id}#{claim.id}"


def _said(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value not in (None, "", [])}


EXPORTER = ClaimReview
