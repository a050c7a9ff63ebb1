"""Read the gold articles as the program would, and write the report that says how well.

    python packaging/evaluate/evaluate.py [--gold FOLDER] [--articles FOLDER] [--out REPORT.md]

FOLDER holds dev.jsonl and, if it may be used, seed.jsonl; without it the articles that are
committed with the tests are read. `--articles` holds articles-<lang>.jsonl to time on.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import score

from annotator.core.spans import Claim
from annotator.language.pipeline import load
from annotator.language.reading import read

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = ROOT / "tests" / "golden" / "reading"
LANGUAGES = ("en", "id")
AIMS = {"overlap": 0.87, "exact": 0.76, "source": 0.82, "labels": 0.85}
_FIGURES = (
    ("overlap", "attributed_claim_j50", "f1"),
    ("exact", "attributed_claim_exact", "f1"),
    ("with source", "attributed_claim_j50_and_source", "f1"),
    ("all claims", "claim_match_j50", "f1"),
    ("labels", "label_on_matched", "macro_f1"),
    ("source type", "source_type", "accuracy"),
    ("hedges", "hedge_token", "f1"),
    ("checkable", "checkable", "accuracy"),
    ("in furniture", "pred_claims_in_boilerplate", None),
)
Record = dict[str, Any]


def predict(article: Record) -> Record:
    """Read one article and return it in the shape the scorer takes."""
    entities: list[Record] = []
    claims: list[Record] = []
    for number, passage in enumerate(read(article["text"], article["lang"])):
        for entity in passage.entities:
            entities.append({"start": entity.start, "end": entity.end, "label": entity.label})
        claims += [_record(claim, f"{number}.{claim.id}") for claim in passage.claims]
    return {"id": article["id"], "entities": entities, "claims": claims}


def _record(claim: Claim, id_: str) -> Record:
    return {
        "id": id_,
        "content": [[span.start, span.end] for span in claim.content],
        "source": [claim.source.start, claim.source.end] if claim.source else None,
        "source_ref": claim.source_ref,
        "source_type": claim.source_type,
        "cue": [[span.start, span.end] for span in claim.cue],
        "hedges": [[span.start, span.end] for span in claim.hedges],
        "direct": claim.direct,
        "polarity": claim.polarity,
        "checkable": claim.checkable,
        "label": claim.suggestion.label if claim.suggestion else None,
    }


def figures(gold: list[Record], predicted: list[Record]) -> dict[str, float]:
    """Return the figures of the report for some articles."""
    scores = score.score(gold, predicted)
    found = {}
    for name, key, part in _FIGURES:
        value = scores[key]
        found[name] = value if part is None else (value or {}).get(part, 0.0)
    return found


def errors(gold: list[Record], predicted: list[Record]) -> list[str]:
    """Return one line an error, the kind first."""
    by_id = {record["id"]: record for record in predicted}
    lines = []
    for article in gold:
        text, marks = article["text"], by_id[article["id"]]["claims"]
        tokens = score.T(text)
        pairs, _, _ = score.match(tokens, article["claims"], marks, 0.5)
        lines += _unmatched(text, article["claims"], {i for i, _, _ in pairs}, "missed")
        lines += _unmatched(text, marks, {j for _, j, _ in pairs}, "not in gold")
        for i, j, overlap in pairs:
            lines += _differences(article, article["claims"][i], marks[j], overlap)
    return lines


def _unmatched(text: str, claims: list[Record], matched: set[int], kind: str) -> list[str]:
    return [
        f"{kind}: {claim['source_type']}: {_content(text, claim)}"
        for number, claim in enumerate(claims)
        if number not in matched
    ]


def _differences(article: Record, gold: Record, mark: Record, overlap: float) -> list[str]:
    text = article["text"]
    about = _content(text, gold)
    lines = []
    if overlap < 1:
        lines.append(f"borders: {about} / {_content(text, mark)}")
    if not score.source_ok(score.T(text), gold, mark, article.get("entities", [])):
        lines.append(f"source: {about}")
    if gold["source_type"] != mark["source_type"]:
        lines.append(f"source type: {gold['source_type']} read as {mark['source_type']}: {about}")
    if mark["label"] != gold["label"] and mark["label"] not in (gold.get("alt_labels") or []):
        lines.append(f"label: {gold['label']} read as {mark['label']}: {about}")
    return lines


def _content(text: str, claim: Record, limit: int = 90) -> str:
    content = " … ".join(text[a:b] for a, b in claim["content"]).replace("\n", " ")
    return content if len(content) <= limit else content[:limit] + "…"


def speed(articles: list[str], lang: str) -> float:
    """Return words a second of the whole pipeline, after one article to warm up."""
    list(read(articles[0], lang))
    start = time.perf_counter()
    for text in articles:
        for _ in read(text, lang):
            pass
    words = sum(len(text.split()) for text in articles)
    return words / (time.perf_counter() - start)


def load_times() -> dict[str, float]:
    """Return how long each pipeline takes to load once spaCy is imported."""
    importlib.import_module("spacy")
    times = {}
    for lang in LANGUAGES:
        start = time.perf_counter()
        load(lang)
        times[lang] = time.perf_counter() - start
    return times


def _lines(path: Path) -> list[Record]:
    if not path.is_file():
        sys.stderr.write(f"Skipped: {path} is missing.\n")
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _own() -> list[Record]:
    sys.path.insert(0, str(COMMITTED))
    import records

    return records.articles()


def _table(sets: dict[str, list[Record]]) -> tuple[list[str], list[str]]:
    rows = [
        "| articles | language | " + " | ".join(name for name, _, _ in _FIGURES) + " |",
        "|---" * (len(_FIGURES) + 2) + "|",
    ]
    found: list[str] = []
    for name, articles in sets.items():
        for lang in LANGUAGES:
            gold = [article for article in articles if article["lang"] == lang]
            if not gold:
                continue
            predicted = [predict(article) for article in gold]
            values = figures(gold, predicted)
            cells = [
                f"{value:.3f}" if isinstance(value, float) else str(value)
                for value in values.values()
            ]
            rows.append(f"| {name} ({len(gold)}) | {lang} | " + " | ".join(cells) + " |")
            found += [f"{name}, {lang}: {line}" for line in errors(gold, predicted)]
    return rows, found


def report(gold: Path | None, articles: Path | None) -> str:
    """Return the whole report as Markdown."""
    times = load_times()
    sets = {"development": _lines((gold or COMMITTED) / "dev.jsonl"), "features of our own": _own()}
    if gold is not None:
        sets["seed"] = _lines(gold / "seed.jsonl")
    rows, found = _table(sets)
    kinds = Counter(line.split(": ")[1] for line in found)
    parts = ["# How well it reads", "", _introduction(), "", *rows, "", "## Speed", ""]
    parts += [f"- {load(lang).by}: loads in {times[lang]:.2f} s" for lang in LANGUAGES]
    for lang in LANGUAGES:
        known = _lines(articles / f"articles-{lang}.jsonl") if articles else []
        texts = [article["text"] for article in known]
        if texts:
            parts.append(f"- {lang}: {speed(texts[:60], lang):,.0f} words a second on one core")
    parts += ["", "## Errors", ""]
    parts += [f"- {kind}: {count}" for kind, count in kinds.most_common()]
    parts += ["", *(f"- {line}" for line in found), ""]
    return "\n".join(parts)


def _introduction() -> str:
    aims = ", ".join(f"{name} {value:.2f}" for name, value in AIMS.items())
    return (
        "Written by `packaging/evaluate/evaluate.py`; `packaging/evaluate/score.py` defines it. "
        "The first three figures count attributed claims only; labels are what *suggest* mode "
        f"would propose. The rules were developed on these articles. Aims: {aims}."
    )


def main() -> None:
    """Write the report to a file or to the screen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    text = report(arguments.gold, arguments.articles)
    if arguments.out is None:
        sys.stdout.write(text)
    else:
        arguments.out.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
