"""Convert corpora and histories of version 0.1.0 (schema 1).

In schema 1 a claim that the machine made could carry the machine's own label: it was a
person's only with a `decision`. Keys that are fields today were unknown then.
"""

from typing import Any

import msgspec
from msgspec.structs import replace

from annotator.core.spans import (
    Claim,
    ClaimLink,
    PersonReading,
    Settlement,
    Suggestion,
    Times,
    Verdict,
)

# The claim's fields that schema 1 did not have, and what a value must be to become one.
NEW_IN_CLAIMS: dict[str, Any] = {
    "refuted": bool,
    "times": Times | None,
    "verdict": Verdict | None,
    "same_as": tuple[ClaimLink, ...],
    "readings": tuple[PersonReading, ...],
    "settled": Settlement | None,
}
NEW_IN_ARTICLES = {"digest"}


def upgraded(claim: Claim) -> Claim:
    """Return a claim of schema 1 in today's form, without loss."""
    if claim.extra and not NEW_IN_CLAIMS.keys().isdisjoint(claim.extra):
        claim = _with_fields(claim)
    if claim.label is None or claim.decision is not None or claim.origin.kind != "model":
        return claim
    reasons = claim.suggestion.reasons if claim.suggestion else ()
    return replace(claim, label=None, suggestion=Suggestion(claim.label, reasons))


def renamed(extra: dict[str, Any], taken: set[str]) -> dict[str, Any]:
    """Rename unknown keys that have the name of one of today's fields."""
    return {f"{key} (schema 1)" if key in taken else key: extra[key] for key in extra}


def _with_fields(claim: Claim) -> Claim:
    found: dict[str, Any] = {}
    for key in NEW_IN_CLAIMS.keys() & claim.extra:
        value = claim.extra[key]
        if key == "verdict" and isinstance(value, str):
            value = {"text": value}
        try:
            found[key] = msgspec.convert(value, NEW_IN_CLAIMS[key])
        except msgspec.ValidationError:
            continue
    rest = {key: value for key, value in claim.extra.items() if key not in found}
    return replace(claim, **found, extra=renamed(rest, {*NEW_IN_CLAIMS}))
