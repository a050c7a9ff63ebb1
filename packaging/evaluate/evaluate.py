"""Read articles that people have marked as the program would, and say how well and how not."""

from __future__ import annotations

from typing import Any

import score

from annotator.core.spans import Claim
from annotator.language.reading import read

FIGURES = {
    "overlap": ("attributed_claim_j50", "f1"),
    "exact": ("attributed_claim_exact", "f1"),
    "with source": ("attributed_claim_j50_and_source", "f1"),
    "all claims": ("claim_match_j50", "f1"),
    "labels": ("label_on_matched", "macro_f1"),
    "source type": ("source_type", "accuracy"),
    "hedges": ("hedge_token", "f1"),
    "checkable": ("checkable", "accuracy"),
    "in furniture": ("pred_claims_in_boilerplate", None),
}
# Articles may lack these: no figure is better than a wrong one.
_MAY_BE_UNMARKED = ("hedges", "checkable")
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
    """Return the figures of the report for some articles, without fields nobody marked."""
    scores = score.score(gold, predicted)
    claims = [claim for article in gold for claim in article["claims"]]
    found = {}
    for name, (key, part) in FIGURES.items():
        if name in _MAY_BE_UNMARKED and not any(claim.get(name) for claim in claims):
            continue
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
