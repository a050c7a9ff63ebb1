"""Small articles and changes for the tests."""

from datetime import UTC, datetime

from annotator.core.article import Article
from annotator.core.change_record import Change, ClaimEdit, Did, Edit
from annotator.core.changes import make_change
from annotator.core.decisions import create_claim, tag
from annotator.core.spans import Claim, Decision, Origin, Span

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PERSON = Origin("person", "rina", NOW)
MODEL = Origin("model", "test 1")
TEXT = "Menteri Ani Sari mengatakan stok beras aman.\nWarga menduga harga naik 😀 besok."


def article(text: str = TEXT, id_: str = "a1") -> Article:
    return Article.of(id_, text, source=f"{id_}.txt")


def change(article: Article, did: Did, edits: list[Edit], origin: Origin = PERSON) -> Change:
    return make_change(article, did, edits, origin=origin, assist="evidence")


def new_claim(article: Article, start: int, end: int, origin: Origin = PERSON) -> Change:
    return change(article, "create", create_claim(article, Span(start, end), origin), origin)


def tagging(article: Article, claim: Claim, label: str) -> Change:
    decision = Decision(by="rina", at=NOW, assist="evidence")
    return change(article, "tag", tag(claim, label, decision))


def removal(article: Article, claim: Claim) -> Change:
    return change(article, "reject", [ClaimEdit(before=claim)])
