"""The spaCy component that finds claims: Doc in, doc._.claims out."""

from __future__ import annotations

import spacy.tokens
from msgspec.structs import replace
from spacy.language import Language
from spacy.tokens import Doc

from annotator.core.spans import Claim, Origin, Span
from annotator.language import extensions
from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.attribution.passage import PassageReader
from annotator.language.attribution.resolution.reasons import reasons
from annotator.language.discourse import Discourse
from annotator.language.lexicon import Lexicon, tokeniser
from annotator.language.registration import factory
from annotator.language.sentences import SentenceBorders
from annotator.language.words import Words

FACTORY = "annotator.attribution.v1"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"


@factory(FACTORY, assigns=["doc._.claims"])
def create_attribution(nlp: Language, name: str) -> Attribution:
    """Make the component for the pipeline's language."""
    return Attribution(nlp)


class Attribution:
    """Find who says what in a Doc."""

    def __init__(self, nlp: Language) -> None:
        extensions.register()
        self._borders = SentenceBorders(nlp.lang or "")
        self._lexicon = Lexicon(nlp.lang or "", tokeniser(nlp))

    def __call__(self, doc: Doc) -> Doc:
        """Set doc._.claims, in the order of the text, and doc.spans."""
        if not doc.has_annotation("SENT_START"):
            doc = self._borders(doc)
        view = PassageView(Words(doc, self._lexicon.grammar), self._lexicon)
        memory = doc._.memory if doc._.memory is not None else Discourse()
        zones = [(zone.start, zone.end) for zone in doc._.zones]
        drafts = PassageReader(view, memory).read(zones)
        doc._.view = view
        doc._.drafts = drafts
        doc._.claims = _claims(view, drafts)
        _leave_spans(doc)
        return doc


def _leave_spans(doc: Doc) -> None:
    """Set doc.spans to the pieces of each claim, labelled with its id."""
    pieces: dict[str, list[spacy.tokens.Span]] = {
        "contents": [],
        "sources": [],
        "cues": [],
        "hedges": [],
    }
    for claim in doc._.claims:
        found = {
            "contents": claim.content,
            "sources": (claim.source,) if claim.source else (),
            "cues": claim.cue,
            "hedges": claim.hedges,
        }
        for name, spans in found.items():
            for span in spans:
                piece = doc.char_span(span.start, span.end, label=claim.id, alignment_mode="expand")
                if piece is not None:
                    pieces[name].append(piece)
    for name, found_pieces in pieces.items():
        doc.spans[name] = found_pieces


def _claims(view: PassageView, drafts: list[Candidate]) -> list[Claim]:
    ids = {id(draft): f"c{number}" for number, draft in enumerate(drafts, 1)}
    claims = []
    for draft in drafts:
        claim = Claim(
            id=ids[id(draft)],
            content=tuple(_span(view, piece) for piece in draft.content),
            source=_source(view, draft),
            source_ref=draft.source_ref,
            via=view.words.slice(*draft.via) if draft.via else None,
            cue=tuple(_span(view, piece) for piece in draft.cue),
            hedges=tuple(_span(view, piece) for piece in draft.hedges),
            direct=draft.direct,
            polarity=draft.polarity,
            note=draft.note,
            checkable=draft.checkable,
            refuted=draft.refuted,
            reasons=reasons(view, draft),
            origin=Origin("model"),
        )
        if draft.outer is not None and id(draft.outer) in ids:
            claim = replace(claim, nested_in=ids[id(draft.outer)])
        claims.append(claim)
    return claims


def _span(view: PassageView, piece: Range) -> Span:
    start, end = view.words.start[piece[0]], view.words.end[piece[1] - 1]
    while end > start + 1 and view.words.source[end - 1] in _INVISIBLE:
        end -= 1
    return Span(start, end)


def _source(view: PassageView, draft: Candidate) -> Span | None:
    if draft.clitic:
        end = view.words.end[draft.cue[0][1] - 1]
        return Span(end - 3, end)
    return _span(view, draft.source) if draft.source else None
