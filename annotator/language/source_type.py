"""Find the kind of source of a claim: official, expert, organization, person, ..."""

from __future__ import annotations

from msgspec.structs import replace
from spacy.language import Language
from spacy.tokens import Doc

from annotator.core.reasons import say
from annotator.language import extensions
from annotator.language.attribution.candidate import Candidate
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.discourse import Discourse
from annotator.language.registration import factory
from annotator.language.roles import Verdict
from annotator.language.spokespersons import principal
from annotator.language.words import DEMONSTRATIVE, DETERMINER, PRONOUN, RELATIVE

FACTORY = "annotator.source_type.v1"
_BY_LABEL = {
    "PER": ("person", say("name_only")),
    "ORG": ("organization", say("organization_name")),
    "GPE": ("official", say("place")),
}


@factory(FACTORY, requires=["doc._.claims"])
def create_source_type(nlp: Language, name: str) -> SourceTypes:
    """Make the component."""
    extensions.register()
    return SourceTypes()


class SourceTypes:
    """Set source_type of every claim."""

    def __call__(self, doc: Doc) -> Doc:
        """Judge each claim of the Doc by its source, and by earlier mentions of that source."""
        view: PassageView = doc._.view
        memory = doc._.memory if doc._.memory is not None else Discourse()
        claims = []
        for draft, claim in zip(doc._.drafts, doc._.claims, strict=True):
            kind, because = source_type(view, draft, memory)
            draft.source_type = kind
            draft.because = because
            claims.append(replace(claim, source_type=kind))
        doc._.claims = claims
        return doc


def source_type(view: PassageView, draft: Candidate, memory: Discourse) -> tuple[str, str]:
    """Return the kind of a claim's source, and the reason."""
    if draft.reporter:
        return "reporter", say("no_source")
    if draft.pattern in ("hearsay", "refuted") or (draft.source is None and not draft.source_ref):
        return "unspecified", say("lost_source")
    if draft.source is not None and draft.source_ref and not _names(view, draft):
        known = _remembered(view, draft, memory)
        if known is not None:
            return known
    if draft.source is not None and not _is_pronoun(view, draft):
        verdict = view.role_judge.judge(*draft.source)
        if verdict is not None and verdict.paper:
            return _paper(view, draft, verdict, memory)
        if verdict is not None and verdict.type == "politician":
            return _office(view, draft, memory) or (verdict.type, verdict.because)
        if verdict is not None:
            return _spoken_for(view, draft, verdict, memory) or (verdict.type, verdict.because)
    if draft.pattern == "relay":
        return "media", say("carrier")
    return _remembered(view, draft, memory) or _by_label(view, draft, memory)


def _office(view: PassageView, draft: Candidate, memory: Discourse) -> tuple[str, str] | None:
    """Return the office of somebody who is also called a member of a party."""
    name = draft.source_ref or (view.words.slice(*draft.source) if draft.source else "")
    figure = memory.named(name)
    if figure is None or figure.type != "official":
        return None
    return figure.type, say("introduced", name=figure.name, why=figure.because)


def _spoken_for(
    view: PassageView, draft: Candidate, verdict: Verdict, memory: Discourse
) -> tuple[str, str] | None:
    """Judge a spokesperson by the person or body they speak for."""
    assert draft.source is not None
    words = view.words
    known = principal(words, draft.source, verdict, memory) or draft.principal
    if known is not None or not verdict.default:
        return known
    for at in range(*draft.source):
        figure = memory.named(words.text[at]) if words.ent[at] == "PER" else None
        if figure is not None and figure.type is not None:
            return figure.type, figure.because
    return None


def _paper(
    view: PassageView, draft: Candidate, verdict: Verdict, memory: Discourse
) -> tuple[str, str]:
    """Judge 'the report' by who issued it, or by the study or report named before."""
    issued = verdict.type, verdict.because
    if verdict.issued:
        memory.papers["last"] = issued
        return issued
    assert draft.source is not None
    start, end = draft.source
    beyond = view.role_judge.judge(start, min(end + 8, len(view.words.low)))
    goes_on = end < len(view.words.kind) and view.words.kind[end] & RELATIVE
    if goes_on and beyond is not None and beyond.type != "media":
        return beyond.type, beyond.because
    new = view.grammar.words("names", "indefinite_articles")
    definite = view.words.kind[start] & DETERMINER and view.words.low[start] not in new
    if definite or view.words.kind[end - 1] & DEMONSTRATIVE:
        return memory.papers.get("last", issued)
    return issued


def _names(view: PassageView, draft: Candidate) -> bool:
    """Return True if a source has a name of its own, unlike 'the official'."""
    assert draft.source is not None
    return any(view.words.ent[at] in ("PER", "ORG") for at in range(*draft.source))


def _is_pronoun(view: PassageView, draft: Candidate) -> bool:
    assert draft.source is not None
    start, end = draft.source
    return end - start == 1 and bool(view.words.kind[start] & PRONOUN)


def _remembered(view: PassageView, draft: Candidate, memory: Discourse) -> tuple[str, str] | None:
    """Return the kind that earlier mentions gave a name."""
    name = draft.source_ref or (view.words.slice(*draft.source) if draft.source else "")
    figure = memory.named(name)
    if figure is None or figure.type is None:
        return None
    return figure.type, say("introduced", name=figure.name, why=figure.because)


def _is_outlet(view: PassageView, draft: Candidate) -> bool:
    """Return True if its last word says that a name is a paper or a channel: 'Tehran Times'."""
    name = draft.source_ref or (view.words.slice(*draft.source) if draft.source else "")
    words = name.lower().replace("-", " ").split()
    outlets = view.grammar.words("names", "outlets")
    return len(words) > 1 and (words[-1] in outlets or words[-2] in outlets)


def _by_label(view: PassageView, draft: Candidate, memory: Discourse) -> tuple[str, str]:
    """Judge only by the label of the name."""
    labels: set[str] = set()
    name = draft.source_ref or (view.words.slice(*draft.source) if draft.source else "")
    figure = memory.named(name)
    if figure is not None:
        labels.add(figure.label)
    elif draft.source is not None:
        labels.update(view.words.ent[at] for at in range(*draft.source))
    if "ORG" in labels and _is_outlet(view, draft):
        return "media", say("outlet")
    for label, verdict in _BY_LABEL.items():
        if label in labels:
            return verdict
    if draft.source_ref and memory.last_type is not None and draft.source is None:
        return memory.last_type, say("goes_on")
    return "person", say("no_office")
