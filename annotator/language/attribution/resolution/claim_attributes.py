"""Set a claim's attributes from its spans: quoted, denied, conditional, checkable."""

from __future__ import annotations

from typing import Literal

from annotator.language.attribution.candidate import Candidate
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.words import (
    COMMA,
    FINITE,
    FIRST_PERSON,
    NAME,
    NEGATOR,
    RELATIVE,
    SUBORDINATOR,
    VERB,
)

_UNQUOTED = frozenset(("reporter", "hearsay", "refuted"))
_NOT_CHECKABLE = frozenset(("demanding", "voicing"))
_FORECASTS = 20


def finish(view: PassageView, draft: Candidate) -> None:
    """Fill in the attributes of a draft that follow from its spans and its cue."""
    if not draft.direct and draft.pattern not in _UNQUOTED:
        draft.direct = _directness(view, draft)
    draft.hedges = [(a, b) for a, b, _ in view.hedging.find(draft.content)]
    unvouched = draft.pattern == "noun" and draft.source is None
    if draft.entry is not None and (draft.entry.stance == "hedging" or unvouched):
        for cue in draft.cue:
            if view.hedging.of_cue(cue) and cue not in draft.hedges:
                draft.hedges.append(cue)
    draft.hedges.sort()
    draft.polarity = _polarity(view, draft)
    draft.checkable = _checkable(view, draft)


def _directness(view: PassageView, draft: Candidate) -> bool | Literal["mixed"]:
    quoted = plain = False
    for start, end in draft.content:
        for at in range(start, end):
            if view.words.text[at][0].isalnum():
                if view.inside[at] >= 0:
                    quoted = True
                else:
                    plain = True
    return "mixed" if quoted and plain else quoted


def _polarity(view: PassageView, draft: Candidate) -> Literal["pos", "neg", "cond"]:
    denied = draft.entry is not None and draft.entry.stance == "denying"
    if denied:
        return "pos" if draft.negated else "neg"
    if draft.negated:
        return "neg"
    if _conditional(view, draft):
        return "cond"
    return "neg" if _negated_predicate(view, draft) else "pos"


def _conditional(view: PassageView, draft: Candidate) -> bool:
    """Return True if an if-clause limits the first sentence of the content."""
    if draft.pattern in _UNQUOTED:
        return False
    words = view.words
    conditional = view.grammar.words("hedges", "conditional")
    start, end = draft.content[0]
    for at in range(start, end):
        if at > start + 1 and at in words.starts:
            return False
        if words.low[at] in conditional and words.kind[at] & SUBORDINATOR:
            return True
    return False


def _negated_predicate(view: PassageView, draft: Candidate) -> bool:
    """Return True if the first predicate of a content is negated."""
    kind = view.words.kind
    start, end = draft.content[0]
    relative = False
    for at in range(start, end):
        k = kind[at]
        if k & NAME:
            continue
        if k & RELATIVE:
            relative = True
        elif k & COMMA:
            relative = False
        elif k & NEGATOR and not relative:
            return True
        elif k & (FINITE | VERB) and not relative:
            return at + 1 < end and bool(kind[at + 1] & NEGATOR)
        elif k & FINITE:
            relative = False
        elif k & SUBORDINATOR and at > start:
            return False
    return False


def _checkable(view: PassageView, draft: Candidate) -> bool:
    """Return True if evidence could now verify or refute a claim."""
    if draft.entry is not None and draft.entry.stance in _NOT_CHECKABLE:
        return False
    if draft.polarity == "cond":
        return False
    words, grammar = view.words, view.grammar
    start, end = draft.content[0]
    low = words.low[start : min(end, start + _FORECASTS)]
    if any(word in grammar.opinion for word in low):
        return False
    hedged = any(view.hedging.scopes(hedge, draft.content) for hedge in draft.hedges)
    forecast = any(word in grammar.future for word in low) or _forecasts(view, draft)
    if hedged and forecast:
        return False
    personal = any(words.kind[at] & FIRST_PERSON for at in range(start, min(end, start + 6)))
    return not (personal and forecast)


def _forecasts(view: PassageView, draft: Candidate) -> bool:
    forecasts = view.grammar.words("checkable", "forecasts")
    spans = [*draft.cue, *draft.hedges]
    return any(view.words.low[at] in forecasts for a, b in spans for at in range(a, b))
