"""Tag a headline in Title Case as if it were written like a sentence.

A tagger mistakes 'Denies' and 'Sebut' for names if every word has a capital letter. The
headline is tagged a second time in lower case, with names and acronyms unchanged.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from annotator.language import extensions
from annotator.language.lexicon import Grammar, forms_of, grammar
from annotator.language.registration import factory
from annotator.language.words import FINITE, SUBORDINATOR, tag_classes, word_classes

FACTORY = "annotator.headline_case.v1"
_TAGGING = ("tok2vec", "transformer", "tagger")
_NAMES = frozenset(("PER", "ORG", "GPE", "LOC", "NORP", "FAC"))
_MAX_WORDS = 30
# Shorter words ('of', 'di') are in lower case in Title Case too.
_TELLING = 4
_SHARE = 0.7
_MIN_WORDS = 3


@factory(FACTORY, assigns=["doc.ents", "token.tag", "doc._.titled"])
def create_headline_case(nlp: Language, name: str) -> HeadlineCase:
    """Make the component; it uses the tagger of its own pipeline."""
    extensions.register()
    return HeadlineCase(nlp)


class HeadlineCase:
    """Set doc._.titled to the tokens of a headline in Title Case, and tag them."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._grammar: Grammar = grammar(nlp.lang or "")
        self._bare_cues = forms_of(nlp.lang or "", "headline")
        self._classes = word_classes(self._grammar)
        tags = tag_classes(self._grammar)
        self._finite = {tag for tag, bits in tags.items() if bits & FINITE}

    def __call__(self, doc: Doc) -> Doc:
        """Tag the headline of the article's first passage."""
        if doc._.memory is not None and doc._.memory.started:
            return doc
        span = _first_line(doc)
        if span is None or not _is_titled(doc, *span):
            return doc
        doc._.titled = span
        names = _known_names(doc, span)
        tags = self._tags(doc, span, names)
        self._settle_names(doc, span, names, tags)
        for at, tag in tags.items():
            if doc[at].ent_type_ not in _NAMES:
                doc[at].tag_ = tag
        return doc

    def _tags(self, doc: Doc, span: tuple[int, int], names: set[int]) -> dict[int, str]:
        """Return the tags of a headline read in lower case, with known names unchanged."""
        start, end = span
        low = Doc(
            doc.vocab,
            words=[_lowered(doc, at, names) for at in range(start, end)],
            spaces=[bool(token.whitespace_) for token in doc[start:end]],
        )
        for name in _TAGGING:
            if name in self._nlp.pipe_names:
                low = self._nlp.get_pipe(name)(low)
        return {at: low[at - start].tag_ for at in range(start, end)}

    def _settle_names(
        self, doc: Doc, span: tuple[int, int], names: set[int], tags: dict[int, str]
    ) -> None:
        """Cut names to those used elsewhere in the article; drop names that contain a verb."""
        kept = []
        for ent in doc.ents:
            if ent.start >= span[1] or ent.label_ not in _NAMES:
                kept.append(ent)
                continue
            known = [token.i for token in ent if token.i in names]
            if known:
                kept.append(Span(doc, known[0], min(ent.end, span[1]), label=ent.label_))
            elif len(ent) == 1 or not any(self._is_verb(doc, tags, t.i) for t in ent):
                kept.append(ent)
        doc.set_ents(kept)

    def _is_verb(self, doc: Doc, tags: dict[int, str], at: int) -> bool:
        """Return True if a word is a verb: by its tag where verbs inflect, else by its shape."""
        if at not in tags:
            return True
        low = doc[at].text.lower()
        if self._grammar.inflects:
            return tags[at] in self._finite
        if self._classes.get(low, 0) & (FINITE | SUBORDINATOR):
            return True
        if low in self._bare_cues:
            return True
        return self._grammar.is_headline_verb(low) or self._grammar.has_verb_shape(low)


def _known_names(doc: Doc, span: tuple[int, int]) -> set[int]:
    """Return the tokens of a headline that are names in the article below it."""
    elsewhere = {
        word.text
        for ent in doc.ents
        if ent.start >= span[1] and ent.label_ in _NAMES
        for word in ent
        if word.text[0].isupper()
    }
    return {at for at in range(*span) if doc[at].text in elsewhere}


def _lowered(doc: Doc, at: int, names: set[int]) -> str:
    text: str = doc[at].text
    return text if at in names or text.isupper() else text.lower()


def _first_line(doc: Doc) -> tuple[int, int] | None:
    """Return the tokens of the first line that is not page furniture."""
    start: int | None = None
    for token in doc:
        if token.is_space and "\n" in token.text:
            if start is not None:
                return (start, token.i) if token.i - start <= _MAX_WORDS else None
        elif start is None and not token.is_space and not _in_zone(doc, token.idx):
            start = token.i
    return None


def _is_titled(doc: Doc, start: int, end: int) -> bool:
    telling = [t for t in doc[start:end] if t.text[0].isalpha() and len(t.text) >= _TELLING]
    capital = sum(1 for token in telling if token.text[0].isupper())
    return len(telling) >= _MIN_WORDS and capital >= _SHARE * len(telling)


def _in_zone(doc: Doc, at: int) -> bool:
    return any(zone.start <= at < zone.end for zone in doc._.zones)
