"""What kind of source stands behind a claim: official, expert, organization, person, ..."""

from __future__ import annotations

from msgspec.structs import replace
from spacy.language import Language
from spacy.tokens import Doc

from annotator.language.registration import factory
from annotator.language import extensions
from annotator.language.attribution.drafts import Draft
from annotator.language.attribution.view import View
from annotator.language.lexicon import Role
from annotator.language.memory import Memory

FACTORY = "annotator.source_type.v1"


@factory(FACTORY, requires=["doc._.claims"])
def create_source_type(nlp: Language, name: str) -> SourceTypes:
    """Make the component."""
    extensions.register()
    return SourceTypes()


class SourceTypes:
    """Sets source_type and checkable of every claim."""

    def __call__(self, doc: Doc) -> Doc:
        """Judge each claim of the Doc by its source, and by what was said of it before."""
        view: View = doc._.view
        memory = doc._.memory if doc._.memory is not None else Memory()
        claims = []
        for draft, claim in zip(doc._.drafts, doc._.claims, strict=True):
            kind, reason = _judge(view, draft, memory)
            draft.source_type = kind
            draft.reasons.append(reason)
            claims.append(replace(claim, source_type=kind))
        doc._.claims = claims
        return doc


def _judge(view: View, draft: Draft, memory: Memory) -> tuple[str, str]:
    if draft.reporter:
        return "reporter", "no source is named (4.4)"
    if draft.pattern == "hearsay" or (draft.source is None and not draft.source_ref):
        return "unspecified", "no source can be recovered (4.2)"
    if draft.source is not None:
        start, end = draft.source
        found = _by_roles(view, start, min(end + 12, len(view.words.low)), end)
        if found is not None:
            role, strength = found
            figure = memory.named(draft.source_ref or view.words.slice(start, end))
            if figure is not None and figure.type is None:
                figure.type, figure.because = role.type, role.form
            return role.type, f"“{role.form}” names a source of the kind {role.type}"
    ref = draft.source_ref or (view.words.slice(*draft.source) if draft.source else "")
    figure = memory.named(ref)
    if figure is not None and figure.type is not None:
        return figure.type, f"introduced before as “{figure.because}”"
    by_ref = _in_text(view, ref)
    if by_ref is not None:
        return by_ref.type, f"“{by_ref.form}” names a source of the kind {by_ref.type}"
    if figure is not None and figure.label == "GPE":
        return "official", "a place speaks for its government"
    if draft.source is not None:
        labels = {view.words.ent[i] for i in range(*draft.source)}
        if "PER" in labels:
            return "person", "a person without an office"
        if "ORG" in labels:
            return "organization", "an organization"
        if "GPE" in labels:
            return "official", "a place speaks for its government"
    return "person", "nothing says that the source holds an office"


def _by_roles(view: View, start: int, high: int, end: int) -> tuple[Role, int] | None:
    best: tuple[Role, int] | None = None
    for at in range(start, end):
        if at not in view.roles:
            continue
        for role in view.roles[at][1]:
            if role.form.isupper() and view.words.text[at] != role.form:
                continue
            rank = {"office": 5, "rank": 5, "politician": 4}.get(role.kind, 3) - (
                2 if role.weight == "weak" else 0
            )
            if best is None or rank > best[1]:
                best = (role, rank)
    return best


def _in_text(view: View, text: str) -> Role | None:
    low = text.lower().split()
    for start, _end, roles in view.lexicon.roles.scan(low, 0, len(low)):
        return roles[0]
    return None
