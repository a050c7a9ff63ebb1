"""How well whole articles are read: the figures may not fall below what they were."""

from __future__ import annotations

import json
from typing import Any

import evaluate
import pytest
import records

DEV = records.HERE / "dev.jsonl"
FLOORS = {
    ("dev", "en"): {"overlap": 0.97, "exact": 0.95, "with source": 0.97, "labels": 0.97},
    ("dev", "id"): {"overlap": 0.98, "exact": 0.96, "with source": 0.96, "labels": 0.92},
    ("own", "en"): {"overlap": 0.96, "exact": 0.95, "with source": 0.96, "labels": 0.91},
    ("own", "id"): {"overlap": 0.98, "exact": 0.95, "with source": 0.97, "labels": 0.93},
}


def gold(part: str, lang: str) -> list[dict[str, Any]]:
    if part == "own":
        articles = records.articles()
    else:
        articles = [json.loads(line) for line in DEV.read_text("utf-8").splitlines()]
    return [article for article in articles if article["lang"] == lang]


@pytest.mark.parametrize(("part", "lang"), FLOORS)
def test_whole_articles_are_read_as_well_as_ever(part: str, lang: str) -> None:
    articles = gold(part, lang)
    predicted = [evaluate.predict(article) for article in articles]
    figures = evaluate.figures(articles, predicted)
    assert figures["in furniture"] == 0
    fallen = {
        name: figures[name] for name, floor in FLOORS[part, lang].items() if figures[name] < floor
    }
    assert not fallen


@pytest.mark.parametrize("article", records.articles(), ids=lambda article: article["id"])
def test_every_offset_of_an_article_holds_words(article: dict[str, Any]) -> None:
    text = article["text"]
    for claim in evaluate.predict(article)["claims"]:
        spans = [*claim["content"], *claim["cue"], *claim["hedges"]]
        spans += [claim["source"]] if claim["source"] else []
        for start, end in spans:
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]
