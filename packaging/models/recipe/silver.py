"""Mark whole articles with a model, and make its labels of each name consistent.

A name keeps its label through an article, and a surname that stood in a full name is that
person's. Both are known only to one who reads on, so the corrected marks teach the model
what it can then see in a sentence.
"""

import re
from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc

from recipe.prose import Mark

NAMES = frozenset({"PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT"})
_ARTICLES = ("the ", "The ", "a ", "A ")
_POSSESSIVES = ("'s", "’s", "'", "’")
_SENTENCE_START = re.compile(r"(?:\A|[.!?\n][\"”’']?\s*)[\"“‘']?\Z")


def marks_of(doc: Doc) -> list[Mark]:
    """Return a doc's entities in characters, names without "the" and "'s"."""
    marks = (Mark(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)
    return [bare(doc.text, item) if item.label in NAMES else item for item in marks]


def bare(text: str, item: Mark) -> Mark:
    """Cut an article before an English name and a possessive after it.

    "The" stays in the middle of a sentence, where only a name begins so: "The Guardian".
    """
    start, end = item.start, item.end
    capital = "" if _SENTENCE_START.search(text, max(0, start - 4), start) else "The "
    for word in _ARTICLES:
        if word != capital and text.startswith(word, start, end):
            start += len(word)
    for word in _POSSESSIVES:
        if text.endswith(word, start + 1, end):
            end -= len(word)
            break
    return Mark(start, end, item.label)


def agree(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """Give each name of an article the label that it has most often there."""
    marks = list(marks)
    votes: dict[str, Counter[str]] = {}
    for item in marks:
        if item.label in NAMES:
            votes.setdefault(text[item.start : item.end], Counter())[item.label] += 1
    chosen = {name: count.most_common(1)[0][0] for name, count in votes.items()}
    people = {
        part
        for name, label in chosen.items()
        if label == "PER"
        for part in name.split()[-1:] + name.split()[:1]
    }
    chosen.update((name, "PER") for name in chosen if name in people)
    return [
        Mark(item.start, item.end, chosen.get(text[item.start : item.end], item.label))
        for item in marks
    ]
