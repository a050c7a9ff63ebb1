"""Write the English training and test files: work/en/*.spacy.

What a teacher says of Wikinews, made to agree with itself article by article, keeps the
model from forgetting; the teacher is the base model at first, then the one it has taught.
The articles annotated here teach this project's names: without "the" and "'s", and typed as
a journalist would type them.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from recipe.annotations import read_annotations
from recipe.docs import as_text, full_text, own_articles, passage_docs, save
from recipe.prose import Mark
from recipe.silver import NAMES, agree, marks_of
from recipe.sources import read_articles, read_iob2, rows, words

SEED = 20200315
OWN_WEIGHT = 3


def own_docs(data: Path, nlp: Language, name: str) -> Iterator[Doc]:
    """Yield our own articles; numbers, dates and the like are as the base model has them."""
    for text, marks in own_articles(data, "en", name):
        numbers = [item for item in silver_marks(text, nlp) if item.label not in NAMES]
        free = [item for item in numbers if not any(_touch(item, other) for other in marks)]
        yield from passage_docs(nlp, text, [*marks, *free])


def silver_docs(data: Path, judged: list[str], nlp: Language) -> Iterator[Doc]:
    """Yield articles that only the base model has marked."""
    known = set(read_annotations("en"))
    closed = {words(text)[-40:] for text in judged}
    for article in read_articles(data, "en"):
        if article["id"] not in known and words(article["text"])[-40:] not in closed:
            text = full_text(article)
            yield from passage_docs(nlp, text, agree(text, silver_marks(text, nlp)))


def silver_marks(text: str, nlp: Language) -> list[Mark]:
    """Mark a text line by line, as the program reads it."""
    marks, start = [], 0
    for line in text.splitlines(keepends=True):
        marks += [
            Mark(start + item.start, start + item.end, item.label) for item in marks_of(nlp(line))
        ]
        start += len(line)
    return marks


def _touch(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


def convert(data: Path, gold: Path | None, work: Path, teacher: Path) -> None:
    """Write train.spacy, dev.spacy and the test file."""
    nlp = spacy.load(teacher)
    judged = [row["text"] for row in rows(gold)] if gold else []
    train = list(silver_docs(data, judged, nlp))
    train += list(own_docs(data, nlp, "train")) * OWN_WEIGHT
    random.Random(SEED).shuffle(train)
    save(work / "train.spacy", train)
    dev = list(own_docs(data, nlp, "dev"))
    save(work / "dev" / "own.spacy", dev)
    save(work / "dev.spacy", dev)
    for name in ("dev", "test"):
        sentences = read_iob2(data / "ner-en" / f"uner-ewt.{name}.iob2")
        save(work / name / "uner-ewt.spacy", (as_text(nlp, item) for item in sentences))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--gold", type=Path, help="JSONL of articles kept out of training")
    parser.add_argument("--teacher", type=Path, help="who marks what we have not: the base model")
    given = parser.parse_args()
    work = given.work / "en"
    convert(given.data, given.gold, work, given.teacher or work / "base")


if __name__ == "__main__":
    main()
