"""Articles and claims are found by what they say."""

import pytest
from builders import article
from msgspec.structs import replace

from annotator.core.search import Query, finds_article, finds_claim, parse, progress
from annotator.core.spans import Claim, Span

CLAIM = Claim("c1", (Span(28, 43),), source=Span(0, 16), label="official", note="cek ke BPS")
OPEN = Claim("c2", (Span(45, 60),), source_ref="Warga Kampung")
ARTICLE = replace(
    article(), claims=(CLAIM, OPEN), header=replace(article().header, lang="id", title="Beras")
)


def test_a_query_as_it_is_typed() -> None:
    assert parse('Polisi label:Official "harga naik" source:"ani sari" x:y') == Query(
        ("polisi", "harga naik", "x:y"), (("label", "official"), ("source", "ani sari"))
    )
    assert parse("  ").empty


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", True),
        ("STOK harga", True),
        ("stok kentang", False),
        ("bps", True),
        ("label:off", True),
        ("label:spec", False),
        ("label:open", True),
        ("source:ani", True),
        ("source:kampung", True),
        ("note:bps", True),
        ("lang:id state:started", True),
        ("state:done", False),
    ],
)
def test_finding_articles(text: str, found: bool) -> None:
    assert finds_article(parse(text), ARTICLE) is found


def test_finding_claims() -> None:
    assert finds_claim(parse("stok"), ARTICLE, CLAIM)
    assert not finds_claim(parse("stok"), ARTICLE, OPEN)
    assert finds_claim(parse("label:open lang:en"), ARTICLE, OPEN)
    assert finds_claim(parse("kampung"), ARTICLE, OPEN)


def test_progress() -> None:
    assert progress(claims=3, decided=0, state=None) == "new"
    assert progress(claims=3, decided=1, state=None) == "started"
    assert progress(claims=3, decided=3, state=None) == "done"
    assert progress(claims=3, decided=3, state="flagged") == "flagged"


def test_a_lone_quotation_mark_looks_for_nothing() -> None:
    assert parse('"').empty
    assert parse('beras "') == Query(("beras",), ())
