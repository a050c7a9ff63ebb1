"""Suggest a label by the guidelines' decision tree, with the evidence it weighs."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from annotator.core.reasons import say
from annotator.core.spans import Suggestion
from annotator.language import extensions
from annotator.language.attribution.candidate import Candidate
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.registration import factory

FACTORY = "annotator.suggest.v1"
BY_GUIDELINES = "annotator.by_guidelines.v1"
# Denying 'the allegations' or regretting 'dugaan kekerasan' mentions, but does not allege.
_ON_SOMETHING = frozenset(("denying", "voicing", "demanding", "accusing"))
Suggester = Callable[[PassageView, Candidate], Suggestion | None]


@factory(FACTORY, requires=["doc._.claims"], defaults={"suggester": {"@misc": BY_GUIDELINES}})
def create_suggest(nlp: Language, name: str, suggester: Suggester) -> Suggest:
    """Make the component; its configuration may name another registered suggester.

    A suggester is a function from a passage's View and a Draft to a Suggestion or None;
    spaCy's registry `misc` holds the function that makes it.
    """
    extensions.register()
    return Suggest(suggester)


def create_by_guidelines() -> Suggester:
    """Make the suggester that follows the decision tree of the guidelines."""
    return by_guidelines


class Suggest:
    """Set the suggestion of every claim; the label stays the person's."""

    def __init__(self, suggester: Suggester) -> None:
        self._suggester = suggester

    def __call__(self, doc: Doc) -> Doc:
        """Suggest a label for each claim of the Doc."""
        doc._.claims = [
            replace(claim, suggestion=self._suggester(doc._.view, draft))
            for draft, claim in zip(doc._.drafts, doc._.claims, strict=True)
        ]
        return doc


def by_guidelines(view: PassageView, draft: Candidate) -> Suggestion | None:
    """Walk the decision tree of the guidelines, section 4; None in an unknown language."""
    if not view.grammar.data:
        return None
    words = view.words
    entry = draft.entry
    if entry is not None and entry.stance == "hedging" and draft.cue:
        cue = words.slice(*draft.cue[0])
        return Suggestion("speculative", (say("conjecture", cue=cue),))
    hedging = view.hedging
    for start, end, hedge in hedging.find(draft.content):
        named = entry is not None and entry.stance in _ON_SOMETHING
        if named and hedge.form in view.grammar.words("hedges", "allegations"):
            continue
        if hedging.scopes((start, end), draft.content):
            return Suggestion(
                "speculative",
                (say("hedged", hedge=words.slice(start, end)),),
            )
    unvouched = draft.pattern == "noun" and draft.source is None
    if unvouched and entry is not None and entry.stance == "accusing":
        cue = words.slice(*draft.cue[0])
        return Suggestion("speculative", (say("nobody", cue=cue),))
    if draft.pattern in ("hearsay", "refuted"):
        return Suggestion("speculative", (say("only_hearsay"),))
    why = draft.because
    if draft.source_type in ("official", "state_media"):
        return Suggestion("official", (say("by_source", why=why),))
    if draft.reporter:
        return Suggestion("sourced", (say("outlet_says"),))
    return Suggestion("sourced", (say("by_source", why=why),))


registry.misc.register(BY_GUIDELINES, func=create_by_guidelines)
