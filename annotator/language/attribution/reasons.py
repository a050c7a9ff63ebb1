"""Say in a short sentence why a claim was found."""

from __future__ import annotations

from annotator.language.attribution.drafts import Draft
from annotator.language.attribution.view import View

_SENTENCES = {
    "tag": "the tag “{cue}” closes or cuts what it reports (guideline 2)",
    "verb": "“{cue}” stands between a source and what it says (guideline 1)",
    "participle": "“{cue}” opens a sentence whose subject says it (guideline 1)",
    "citing": "“{cue}” names who carried it; no other source is given (guideline 1, N)",
    "according": "“{cue}” names the source of the clause (guideline 5)",
    "relay": "“{cue}” names who carried it; no other source is given (guideline 1, N)",
    "passive": "the passive “{cue}” names who said it (guideline 5)",
    "noun": "the noun “{cue}” carries a clause (guideline 2)",
    "hearsay": "“{cue}” reports hearsay without saying whose (guideline 4.2)",
    "quote": "a quotation without a tag of its own (guideline A3)",
    "orphan": "a quotation whose sentence has no known cue: its subject is the source",
    "transcript": "a turn of a conversation, its speaker named before the colon",
    "headline": "a headline of the form “source: claim” (guideline 1, H)",
    "reporter": "a statement in the reporter's own voice (guideline 1, R1)",
}


def reasons(view: View, draft: Draft) -> tuple[str, ...]:
    """Return why a draft is a claim, and where its source was found if not beside the cue."""
    cue = " … ".join(view.words.slice(*piece) for piece in draft.cue)
    found = [_SENTENCES[draft.pattern].format(cue=cue)]
    if draft.inherits is not None:
        found.append("it shares the source of the saying before it (guideline A1)")
    elif draft.source_ref:
        found.append(f"its source stands for {draft.source_ref}")
    if draft.outer is not None:
        found.append("it lies inside another claim (guideline 1, N)")
    return tuple(found)
