"""Read small cases of one or two sentences, and report which are read as expected.

    python packaging/evaluate/cases.py [--cases CASES.json] [ID …]

A case holds a text and the claims expected in it: content pieces, source, cue, label, and,
where they matter, source type and `refuted`. A case passes if each expected claim was read
exactly, and no other claim was read as attributed. `strict` counts further claims in the
reporter's own voice as well.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from annotator.core.spans import Claim
from annotator.language.reading import read

SHARED = Path(__file__).resolve().parents[3] / "shared" / "reading" / "cases.json"
Record = dict[str, Any]
_EDGES = " \n.,;:-"


class Outcome(NamedTuple):
    """The result of a case: if it passed, and what was read instead."""

    id: str
    lang: str
    kind: str
    passed: bool
    strict: bool
    missing: list[Record]
    extra: list[Record]


def load(path: Path = SHARED) -> list[Record]:
    """Return the cases of a file, none if it is missing."""
    if not path.is_file():
        return []
    cases: list[Record] = json.loads(path.read_text("utf-8"))
    return cases


def run(case: Record) -> Outcome:
    """Read one case and compare."""
    text = case["text"]
    claims = [
        as_record(text, claim) for passage in read(text, case["lang"]) for claim in passage.claims
    ]
    missing = []
    for expected in case["expected"]:
        found = next((claim for claim in claims if matches(expected, claim)), None)
        if found is None:
            missing.append(expected)
        else:
            claims.remove(found)
    attributed = [claim for claim in claims if claim["source_type"] != "reporter"]
    passed = not missing and not attributed and not _in_furniture(case, claims)
    return Outcome(
        case["id"], case["lang"], case["kind"], passed, passed and not claims, missing, claims
    )


def _in_furniture(case: Record, claims: list[Record]) -> bool:
    """Return True if a case about furniture has claims that are not expected."""
    return case["kind"].startswith("furniture") and bool(claims)


def as_record(text: str, claim: Claim) -> Record:
    """Return a claim in the form of a case."""

    def words(spans: Any) -> list[str]:
        return [text[span.start : span.end] for span in spans]

    return {
        "content": words(claim.content),
        "source": words([claim.source])[0] if claim.source else None,
        "source_ref": claim.source_ref,
        "cue": " … ".join(words(claim.cue)),
        "label": claim.suggestion.label if claim.suggestion else None,
        "source_type": claim.source_type,
        "refuted": getattr(claim, "refuted", False),
    }


def matches(expected: Record, claim: Record) -> bool:
    """Return True if a claim was read as a case expects it."""
    if [_plain(piece) for piece in expected["content"]] != [_plain(p) for p in claim["content"]]:
        return False
    if not _same_source(expected, claim) or expected["cue"] != claim["cue"]:
        return False
    if bool(expected.get("refuted")) != claim["refuted"]:
        return False
    kinds = (None, claim["source_type"])
    return expected["label"] == claim["label"] and expected.get("source_type") in kinds


def _same_source(expected: Record, claim: Record) -> bool:
    """Compare sources; with a cue and no source of its own, the subject may be shared."""
    if expected["source"] is None:
        return claim["source"] is None or bool(expected["cue"])
    return claim["source"] is not None and _plain(expected["source"]) == _plain(claim["source"])


def _plain(piece: str) -> str:
    return piece.strip(_EDGES).lower()


def table(outcomes: list[Outcome]) -> str:
    """Return a Markdown table: cases passed by kind."""
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_kind[outcome.kind].append(outcome)
    rows = ["| kind | cases | passed | strict |", "| --- | --- | --- | --- |"]
    for kind, found in [*sorted(by_kind.items()), ("*all*", outcomes)]:
        passed, strict = sum(o.passed for o in found), sum(o.strict for o in found)
        rows.append(f"| {kind} | {len(found)} | {passed} | {strict} |")
    return "\n".join(rows)


def main() -> None:
    """Print the results, with each failed case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=SHARED)
    parser.add_argument("ids", nargs="*")
    arguments = parser.parse_args()
    cases = load(arguments.cases)
    if not cases:
        sys.exit(f"There are no cases at {arguments.cases}.")
    outcomes = [run(case) for case in cases if not arguments.ids or case["id"] in arguments.ids]
    texts = {case["id"]: case["text"] for case in cases}
    for outcome in outcomes:
        if not outcome.strict or arguments.ids:
            state = "extra" if outcome.passed else "FAILED"
            lines = [f"## {state} {outcome.id} ({outcome.kind})", texts[outcome.id]]
            lines += [f"   expected {one}" for one in outcome.missing]
            lines += [f"   read     {one}" for one in outcome.extra]
            sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.write(table(outcomes) + "\n")


if __name__ == "__main__":
    main()
