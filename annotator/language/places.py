"""Label countries and towns from a list.

A small model knows few of the world's places and takes "Ukraina" for a person in one
sentence and for nothing in the next; a list of the best-known names corrects both.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from annotator import resources
from annotator.language.registration import factory

FACTORY = "annotator.places.v1"
LABEL = "GPE"


@factory(FACTORY, requires=["doc.ents"], assigns=["doc.ents"])
def create_places(nlp: Language, name: str) -> Places:
    """Make the component for the pipeline's language."""
    return Places(nlp)


class Places:
    """Mark the places of resources/languages/<lang>/places.txt in doc.ents."""

    def __init__(self, nlp: Language) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._matcher.add(LABEL, [nlp.make_doc(name) for name in _names(nlp.lang or "")])

    def __call__(self, doc: Doc) -> Doc:
        """Label a known name as a place if it is unlabelled or labelled as something else.

        Within a longer name ("Bank Indonesia") it is left to the model.
        """
        ents = {(ent.start, ent.end): ent for ent in doc.ents}
        taken = {at for ent in doc.ents for at in range(ent.start, ent.end)}
        found = filter_spans([Span(doc, start, end) for _, start, end in self._matcher(doc)])
        for start, end in ((span.start, span.end) for span in found):
            alone = taken.isdisjoint(range(start, end)) and not _in_a_name(doc, start, end, taken)
            if alone or (start, end) in ents:
                ents[start, end] = Span(doc, start, end, label=LABEL)
        doc.set_ents(list(ents.values()))
        return doc


def _in_a_name(doc: Doc, start: int, end: int, taken: set[int]) -> bool:
    """Return True if capitals around a name make it a part of one that no model saw."""
    before = start > 0 and start - 1 not in taken and not doc[start - 1].is_sent_start
    after = end < len(doc) and end not in taken
    return (before and doc[start - 1].is_title) or (after and doc[end].is_title)


def _names(lang: str) -> list[str]:
    path = resources.path("languages", lang) / "places.txt"
    if not path.is_file():
        return []
    lines = path.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
