"""Page furniture: bylines, bios, related links, captions; nothing in it is annotated."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from annotator.core.spans import Zone
from annotator.language.registration import factory
from annotator.language import extensions

FACTORY = "annotator.zones.v1"


@factory(FACTORY, assigns=["doc._.zones"])
def create_zones(nlp: Language, name: str) -> Zones:
    """Make the component for the pipeline's language."""
    extensions.register()
    return Zones(nlp.lang)


class Zones:
    """Sets doc._.zones, unless they were decided for the whole article before."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def __call__(self, doc: Doc) -> Doc:
        """Find the furniture of a Doc that is a whole article."""
        if doc._.memory is None:
            doc._.zones = find_zones(doc.text, self._lang)
        return doc


def find_zones(text: str, lang: str) -> list[Zone]:
    """Return the furniture of an article."""
    return []
