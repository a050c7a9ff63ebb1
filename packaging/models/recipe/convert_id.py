"""Write the Indonesian training and test files: work/id/*.spacy."""

import argparse
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from annotator.language.tokenizer import NAME
from recipe.annotations import apart
from recipe.docs import (
    as_curled_text,
    as_text,
    as_tokens,
    own_articles,
    passage_docs,
    save,
    set_entities,
)
from recipe.places import place_type
from recipe.prose import Mark
from recipe.sources import INDONESIAN_NER, Sentence, read_bracketed, read_ner, read_pos, rows, words
from recipe.vary import as_headline, full_names, with_office

SEED = 20191203
LABELS = frozenset({"PER", "ORG", "GPE", "LOC", "FAC"})
"""What the model says. The corpora have no nationalities or events, and what is marked
in only a few articles would be learnt as absent from all others."""
OWN_WEIGHT = 2
OFFICE_WORDS = {"GPE": 2, "ORG": 5}
"""How many words a place or a body may have that is put behind an office."""
OFFICES = Path(__file__).with_name("offices-id.txt")
VARIED = 6
"""One sentence in so many is varied, with an office and as a headline."""
POS_BLOCK = 50
"""Part-of-speech sentences are parted in blocks: of twenty, one to dev and one to test."""


def indonesian() -> Language:
    """Make the empty Indonesian pipeline that cuts text as the shipped one does."""
    return spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": NAME}}})


def typed(sentence: Sentence) -> Sentence:
    """Part the places of a corpus that knows only LOC into GPE, LOC and FAC."""
    marks = [_typed(sentence.tokens, item) for item in sentence.marks]
    return replace(sentence, marks=marks)


def _typed(tokens: list[str], item: Mark) -> Mark:
    if item.label != "LOC":
        return item
    return replace(item, label=place_type(" ".join(tokens[item.start : item.end])))


def pos_part(sentences: list[Sentence], name: str) -> list[Sentence]:
    """Take the train, dev or test part of the part-of-speech sentences."""
    part = {0: "dev", 1: "test"}
    return [
        item
        for index, item in enumerate(sentences)
        if part.get(index // POS_BLOCK % 20, "train") == name
    ]


def without(sentences: list[Sentence], texts: Iterable[str]) -> list[Sentence]:
    """Leave out sentences that stand in one of the texts, which are kept for judging."""
    kept = [" ".join(("", *words(text), "")) for text in texts]
    return [
        item
        for item in sentences
        if not any(" ".join(("", *words(" ".join(item.tokens)), "")) in text for text in kept)
    ]


def train_docs(data: Path, judged: list[str], nlp: Language) -> Iterator[Doc]:
    """Yield the training docs: tagged sentences, entity corpora and our own articles."""
    shuffle = random.Random(SEED)
    for item in without(pos_part(read_pos(data), "train"), judged):
        yield as_text(nlp, item)
    for corpus in INDONESIAN_NER:
        for item in map(typed, without(read_ner(data, corpus, "train"), judged)):
            yield shuffle.choice((as_text, as_curled_text))(nlp, item)
            yield as_tokens(nlp, item)
    yield from varied_docs(data, judged, nlp)
    for _ in range(OWN_WEIGHT):
        yield from own_docs(data, nlp, "train")


def varied_docs(data: Path, judged: list[str], nlp: Language) -> Iterator[Doc]:
    """Yield variations of some of the corpora's sentences, with offices or as headlines."""
    chance = random.Random(SEED)
    sentences: list[Sentence] = []
    for corpus in INDONESIAN_NER:
        read = without(read_ner(data, corpus, "train"), judged)
        sentences += [typed(item) for item in read]
    named = [item for item in sentences if full_names(item)]
    short = {
        label: [name for name in names_of(sentences)[label] if len(name.split()) <= words]
        for label, words in OFFICE_WORDS.items()
    }
    for item in chance.sample(named, len(sentences) // VARIED):
        yield as_text(nlp, with_office(item, short, chance))
    for item in chance.sample(sentences, len(sentences) // VARIED):
        yield as_text(nlp, as_headline(item))


def names_of(sentences: Iterable[Sentence]) -> dict[str, list[str]]:
    """Gather the names that stand in sentences, by label."""
    names: dict[str, list[str]] = {}
    for item in sentences:
        for mark in item.marks:
            names.setdefault(mark.label, []).append(" ".join(item.tokens[mark.start : mark.end]))
    return names


def own_docs(data: Path, nlp: Language, name: str) -> Iterator[Doc]:
    """Yield passages of the articles annotated here."""
    for text, marks in own_articles(data, "id", name):
        names = apart(text, [item for item in marks if item.label in LABELS])
        yield from passage_docs(nlp, text, names)


def office_docs(nlp: Language) -> Iterator[Doc]:
    """Yield sentences written for this project, with a name behind an office or a headline."""
    for text, marks in read_bracketed(OFFICES):
        doc = nlp.make_doc(text)
        set_entities(doc, marks)
        yield doc


def convert(data: Path, gold: Path | None, work: Path) -> None:
    """Write train.spacy, dev.spacy, and the dev and test part of each corpus."""
    nlp = indonesian()
    judged = [row["text"] for row in rows(gold)] if gold else []
    train = list(train_docs(data, judged, nlp))
    random.Random(SEED).shuffle(train)
    save(work / "train.spacy", train)
    pooled = list(own_docs(data, nlp, "dev"))
    save(work / "dev" / "own.spacy", pooled)
    save(work / "dev" / "offices.spacy", office_docs(nlp))
    for name in ("dev", "test"):
        for corpus in INDONESIAN_NER:
            sentences = [typed(item) for item in read_ner(data, corpus, name)]
            docs = [as_tokens(nlp, item) for item in sentences]
            save(work / name / f"{corpus}.spacy", docs)
            save(work / name / f"{corpus}-text.spacy", (as_text(nlp, item) for item in sentences))
            pooled += docs if name == "dev" else []
        docs = [as_text(nlp, item) for item in pos_part(read_pos(data), name)]
        save(work / name / "pos.spacy", docs)
        pooled += docs if name == "dev" else []
    save(work / "dev.spacy", pooled)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--gold", type=Path, help="JSONL of articles kept out of training")
    given = parser.parse_args()
    convert(given.data, given.gold, given.work / "id")


if __name__ == "__main__":
    main()
