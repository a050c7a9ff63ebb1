"""Read a short text and return its claims in words, so that tests are easy to read."""

from __future__ import annotations

from typing import NamedTuple

from annotator.core.spans import Claim, Span
from annotator.language.reading import read

REPORTER = "reporter"


class Said(NamedTuple):
    """A claim in words: source, content, cue, and the machine's suggestion."""

    source: str | None
    cue: str
    content: str
    label: str | None
    type: str | None
    meant: str | None
    claim: Claim


def said(text: str, lang: str) -> list[Said]:
    """Return the attributed claims of a text in its order."""
    return [one for one in claims(text, lang) if one.type != REPORTER]


def told(text: str, lang: str) -> list[tuple[str | None, str, str]]:
    """Return source, cue and content of the attributed claims of a text."""
    return [(one.source, one.cue, one.content) for one in said(text, lang)]


def claims(text: str, lang: str) -> list[Said]:
    """Return all claims of a text, each offset checked against it."""
    found: list[Said] = []
    for passage in read(text, lang):
        for claim in passage.claims:
            found.append(_in_words(text, claim))
    return found


def _in_words(text: str, claim: Claim) -> Said:
    def words(span: Span) -> str:
        assert 0 <= span.start < span.end <= len(text)
        return text[span.start : span.end]

    return Said(
        source=words(claim.source) if claim.source else None,
        cue=" … ".join(map(words, claim.cue)),
        content=" … ".join(map(words, claim.content)),
        label=claim.suggestion.label if claim.suggestion else None,
        type=claim.source_type,
        meant=claim.source_ref,
        claim=claim,
    )
