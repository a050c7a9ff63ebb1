"""Say in a short sentence why a claim was found."""

from __future__ import annotations

from annotator.core.reasons import say
from annotator.language.attribution.candidate import Candidate
from annotator.language.attribution.chunking.passage_view import PassageView


def reasons(view: PassageView, draft: Candidate) -> tuple[str, ...]:
    """Return why a draft is a claim, and where its source was found if not next to the cue."""
    pieces = [draft.verdict] if draft.verdict else draft.cue
    cue = " … ".join(view.words.slice(*piece) for piece in pieces)
    # A relay names who carried it, as citing does.
    found = [say("citing" if draft.pattern == "relay" else draft.pattern, cue=cue)]
    if draft.inherits is not None:
        found.append(say("shares"))
    elif draft.source_ref:
        found.append(say("stands_for", name=draft.source_ref))
    if draft.outer is not None:
        found.append(say("nested"))
    return tuple(found)
