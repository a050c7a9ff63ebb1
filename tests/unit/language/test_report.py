"""The report of the reading: it says what is wrong, and what falls short."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import report

TEXT = "Mayor Ann Lee said the dam was safe. Rain fell on Friday.\n"


def article(content: str, label: str) -> dict[str, Any]:
    start = TEXT.index(content)
    claim = {
        "id": "c1",
        "content": [[start, start + len(content)]],
        "source": [0, 13],
        "source_type": "official",
        "cue": [[14, 18]],
        "hedges": [],
        "direct": None,
        "checkable": None,
        "label": label,
    }
    return {"id": "dam", "lang": "en", "text": TEXT, "entities": [], "claims": [claim]}


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "_costs", lambda found: ("| costs |", ["reading: slow"]))


def written(monkeypatch: pytest.MonkeyPatch, *articles: dict[str, Any]) -> str:
    monkeypatch.setattr(report, "articles", lambda gold: {"ours": list(articles)})
    return report.report(None)


def test_errors_are_listed_by_kind_and_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    said = written(monkeypatch, article("the dam was safe", "speculative"))
    assert "label: speculative read as official: the dam was safe" in said
    assert "not in gold: reporter: Rain fell on Friday" in said
    assert "| label | 1 | 0 |" in said


def test_what_falls_short_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    said = written(monkeypatch, article("the dam was safe", "speculative"))
    assert "- ours, English: labels 0.333, aim 0.850" in said
    assert "- reading: slow" in said
    assert "overlap 1.000" not in said


def test_what_nobody_marked_has_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    said = written(monkeypatch, article("the dam was safe", "official"))
    row = next(line for line in said.splitlines() if line.startswith("| ours"))
    assert row.split(" | ")[-3:-1] == ["–", "–"]


def test_other_gold_is_read_beside_the_committed(tmp_path: Path) -> None:
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps(article("the dam was safe", "official")) + "\n", "utf-8")
    found = report.articles(tmp_path)
    assert list(found) == ["development", "our own", "more"]
    assert [one["id"] for one in found["more"]] == ["dam"]
    assert "more" not in report.articles(None)
