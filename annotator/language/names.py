"""Find names by capital letters, in a language whose pipeline has no model for them.

Rough on purpose: people and bodies need to be distinguished only well enough for a source.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from annotator.language.lexicon import Grammar, Lexicon, Role, tokeniser
from annotator.language.registration import factory

FACTORY = "annotator.names.v1"
_BODIES = frozenset(("body", "organization", "media", "state_media"))
_PLACES = frozenset(("metonym",))
_LINKS = frozenset(("bin", "binti", "van", "von", "de", "al", "of"))


@factory(FACTORY, assigns=["doc.ents"])
def create_names(nlp: Language, name: str) -> Names:
    """Make the component for the pipeline's language."""
    return Names(Lexicon(nlp.lang or "", tokeniser(nlp)))


class Names:
    """Set doc.ents to runs of capitalised words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        grammar: Grammar = lexicon.grammar
        self._titles = grammar.short_titles
        self._prepositions = lexicon.grammar.words("classes", "preposition")
        self._small = frozenset().union(
            *(grammar.words("classes", name) for name in grammar.data.get("classes", {}))
        )

    def __call__(self, doc: Doc) -> Doc:
        """Label the runs of the Doc that are recognisably names."""
        texts = [token.text for token in doc]
        low = [text.lower() for text in texts]
        roles: dict[int, tuple[int, list[Role]]] = {
            start: (end, found) for start, end, found in self._lexicon.roles.scan(low, 0, len(low))
        }
        runs = list(self._runs(doc, texts, low))
        spans = [span for start, end in runs if (span := self._label(doc, low, roles, start, end))]
        people = {word for span in spans if span.label_ == "PER" for word in span.text.split()}
        for start, end in runs:
            if end - start == 1 and texts[start] in people:
                spans.append(Span(doc, start, end, label="PER"))
        taken: set[int] = set()
        kept = []
        for span in sorted(spans, key=lambda s: (s.start, s.start - s.end)):
            if taken.isdisjoint(range(span.start, span.end)):
                kept.append(span)
                taken.update(range(span.start, span.end))
        doc.set_ents(kept)
        return doc

    def _runs(self, doc: Doc, texts: list[str], low: list[str]) -> list[tuple[int, int]]:
        inside = {text for i, text in enumerate(texts) if not doc[i].is_sent_start}
        runs = []
        at = 0
        while at < len(texts):
            if not self._is_name(texts, low, at) or (
                doc[at].is_sent_start
                and texts[at] not in inside
                and not texts[at].isupper()
                and not (at + 1 < len(texts) and self._is_name(texts, low, at + 1))
            ):
                at += 1
                continue
            end = at + 1
            while end < len(texts) and (
                self._is_name(texts, low, end)
                or (
                    low[end] in _LINKS
                    and end + 1 < len(texts)
                    and self._is_name(texts, low, end + 1)
                )
            ):
                end += 1
            runs.append((at, end))
            at = end
        return runs

    def _is_name(self, texts: list[str], low: list[str], at: int) -> bool:
        text = texts[at]
        return text[0].isupper() and text[-1].isalnum() and low[at] not in self._small

    def _label(
        self,
        doc: Doc,
        low: list[str],
        roles: dict[int, tuple[int, list[Role]]],
        start: int,
        end: int,
    ) -> Span | None:
        titled = start > 0 and any(
            at in roles and roles[at][0] == start for at in range(max(0, start - 3), start)
        )
        while start < end and (low[start] in self._titles or start in roles):
            kind = roles[start][1][0].kind if start in roles else "title"
            if kind in _BODIES or kind in _PLACES:
                return Span(doc, start, end, label="ORG" if kind in _BODIES else "GPE")
            after = roles[start][0] if start in roles else start + 1
            if after >= end:
                break
            start, titled = after, True
        if start >= end or start in roles:
            return None
        text = doc[start:end].text
        if text.isupper() and end - start == 1 and 2 <= len(text) <= 7:
            return Span(doc, start, end, label="ORG")
        if titled or end - start > 1:
            return Span(doc, start, end, label="PER")
        if start and low[start - 1] in self._prepositions:
            return Span(doc, start, end, label="GPE")
        return None
