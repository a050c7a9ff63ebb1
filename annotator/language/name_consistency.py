"""Label names consistently: 'Novel' is a person if 'Novel Baswedan' is one.

A model sees a few words to each side and forgets how it labelled a name one line before.
Here a name keeps the label that it has most often in the article so far, and a word of a
person's full name, used alone, is that person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from annotator.language import columns, extensions
from annotator.language.discourse import Discourse
from annotator.language.lexicon import Lexicon, tokeniser
from annotator.language.registration import factory
from annotator.language.words import is_degree

FACTORY = "annotator.name_consistency.v1"
_LABELS = frozenset(("PER", "ORG", "GPE", "LOC", "FAC"))
_PLACES = frozenset(("GPE", "LOC"))
_SHORTEST = 3
_LONGEST_ROLE = 5
_REMEMBERED = 2_000


@factory(FACTORY, assigns=["doc.ents"])
def create_name_consistency(nlp: Language, name: str) -> NameConsistency:
    """Make the component for the pipeline's language; its titles don't count as names."""
    extensions.register()
    return NameConsistency(Lexicon(nlp.lang or "", tokeniser(nlp)))


class NameConsistency:
    """Relabel doc.ents with the labels that names had in the article so far."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._roles = lexicon.roles
        self._cues = lexicon.cues
        self._grammar = lexicon.grammar
        self._proper = lexicon.grammar.words("tags", "name")
        self._titles = lexicon.grammar.short_titles

    def __call__(self, doc: Doc) -> Doc:
        """Label names alike, and people by a part of their name."""
        memory = doc._.memory if doc._.memory is not None else Discourse()
        votes = memory.names
        doc.set_ents(self._whole(doc))
        for ent in doc.ents:
            if ent.label_ in _LABELS:
                votes.setdefault(ent.text, Counter())[ent.label_] += 1
        for name in list(votes)[:-_REMEMBERED]:
            del votes[name]
        labels = {name: count.most_common(1)[0][0] for name, count in votes.items()}
        people = _parts_of_people(labels)
        ents = [
            Span(doc, ent.start, ent.end, label=_label(ent, labels, people)) for ent in doc.ents
        ]
        doc.set_ents([*ents, *_alone(doc, people, self._proper)])
        return doc

    def _whole(self, doc: Doc) -> list[Span]:
        """Return the entities; a person of one word also takes the part of the name before it."""
        people = {ent.text for ent in doc.ents if ent.label_ == "PER"}
        ents = []
        for ent in doc.ents:
            if all(is_degree(token.text, self._grammar) or token.text == "," for token in ent):
                continue
            start = self._start(ent)
            if start > ent.start and ent.label_ in _PLACES:
                continue  # what is left of a place that began with a small word is none
            if ent.label_ == "PER" and len(ent) == 1:
                start -= self._begins_name(doc, start - 1, people)
            ents.append(Span(doc, start, ent.end, label=ent.label_))
        return ents

    def _start(self, ent: Span) -> int:
        """Return the start of a name, without small words unless they are particles."""
        start: int = ent.start
        opens = start == 0 or self._sentence_start(ent)
        if opens and len(ent) > 1 and self._is_cue(ent.doc[start].text.lower()):
            return start + 1
        if ent.label_ not in _PLACES and ent.label_ != "PER":
            return start
        while start < ent.end - 1 and ent.doc[start].text.islower():
            if ent.doc[start].text in self._grammar.particles:
                break
            start += 1
        return start

    def _sentence_start(self, ent: Span) -> bool:
        return bool(ent.doc[ent.start].is_sent_start)

    def _is_cue(self, low: str) -> bool:
        """Return True for a passive or another verb that only opens a sentence: 'Diakui Hadi'."""
        found = self._cues.at([low], 0)
        return found is not None and any(cue.kind in ("passive", "verb") for cue in found[1])

    def _begins_name(self, doc: Doc, at: int, people: set[str]) -> bool:
        """Return True for an unlabelled proper noun, or a person's name used elsewhere."""
        if at < 0 or not (_is_name(doc, at, self._proper) or doc[at].text in people):
            return False
        if _is_name(doc, at - 1, self._proper) and not doc[at - 1].ent_type_:
            return False
        text, taken = doc[at].text, bool(doc[at].ent_type_)
        return not taken and text.istitle() and text.isalpha() and not self._is_title(doc, at)

    def _is_title(self, doc: Doc, at: int) -> bool:
        """Return True if a word is a title, or belongs to a role: 'Wali Kota'."""
        first = max(0, at - _LONGEST_ROLE)
        low = [token.text.lower() for token in doc[first : at + 1]]
        roles = self._roles.scan(low, 0, len(low))
        return low[-1] in self._titles or any(end == len(low) for _, end, _ in roles)


def _parts_of_people(labels: dict[str, str]) -> set[str]:
    """Return the words of people's full names, but for small ones: 'de', 'H'."""
    return {
        part
        for name, label in labels.items()
        if label == "PER" and " " in name
        for part in name.split()
        if len(part) >= _SHORTEST and part[0].isupper()
    }


def _label(ent: Span, labels: dict[str, str], people: set[str]) -> str:
    if ent.label_ not in _LABELS:
        return ent.label_
    return "PER" if ent.text in people else labels.get(ent.text, ent.label_)


def _alone(doc: Doc, people: set[str], proper: frozenset[str]) -> Iterable[Span]:
    """Yield parts of people's names that stand alone, outside any longer name."""
    for at, text in enumerate(columns.texts(doc)):
        if text not in people:
            continue
        token = doc[at]
        if token.ent_type_ or token.tag_ not in proper:
            continue
        if not (_is_name(doc, token.i - 1, proper) or _is_name(doc, token.i + 1, proper)):
            yield Span(doc, token.i, token.i + 1, label="PER")


def _is_name(doc: Doc, at: int, proper: frozenset[str]) -> bool:
    return 0 <= at < len(doc) and doc[at].tag_ in proper and doc[at].text[0].isupper()
