"""Make the folder that ships: the trained pipeline with its card, version and licences."""

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language
from spacy.pipeline import AttributeRuler

import annotator.language.tokenizer  # noqa: F401
from recipe.docs import load
from recipe.evaluate import table

HERE = Path(__file__).resolve().parent.parent
VERSION = "1.1.0"
SPACY = ">=3.8.7,<3.9.0"
UNIVERSAL_POS = {
    "NN": "NOUN",
    "NNP": "PROPN",
    "VB": "VERB",
    "IN": "ADP",
    "SC": "SCONJ",
    "CC": "CCONJ",
    "JJ": "ADJ",
    "ADV": "ADV",
    "NUM": "NUM",
    "PR": "PRON",
    "WH": "PRON",
    "NEG": "PART",
    "RP": "PART",
    "DT": "DET",
    "FW": "X",
    "UH": "INTJ",
    "SYM": "SYM",
}
"""kumparan's part-of-speech tags in Universal Dependencies' terms."""


def finish_indonesian(nlp: Language) -> None:
    """Add the mapping from tags to universal parts of speech."""
    ruler = nlp.add_pipe("attribute_ruler", after="tagger")
    assert isinstance(ruler, AttributeRuler)
    for tag, pos in UNIVERSAL_POS.items():
        ruler.add([[{"TAG": tag}]], {"POS": pos})
    ruler.add([[{"TAG": "SYM", "IS_PUNCT": True}]], {"POS": "PUNCT"})


def prune_strings(model: Path) -> None:
    """Drop the words met in training: a pipeline needs only its labels, tables and rules."""
    path = model / "vocab" / "strings.json"
    words = set(srsly.read_json(path))
    needed = set(_strings_in(srsly.read_json(model / "meta.json")["labels"]))
    for patterns in model.rglob("patterns"):
        needed |= set(_strings_in(srsly.read_msgpack(patterns)))
    srsly.write_json(path, sorted(words & needed))


def _strings_in(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [*_strings_in(list(value)), *_strings_in(list(value.values()))]
    if isinstance(value, list | tuple):
        return [text for item in value for text in _strings_in(item)]
    return []


def check_same(nlp: Language, model: Path, docs: Path) -> None:
    """Refuse a package that reads differently from the pipeline it was made from."""
    packed = spacy.load(model)
    for doc in load(docs, nlp)[:200]:
        if _reading(nlp, doc.text) != _reading(packed, doc.text):
            raise ValueError(f"{model} reads otherwise than before: {doc.text!r}")


def _reading(nlp: Language, text: str) -> list[tuple[str, ...]]:
    return [(word.text, word.tag_, word.pos_, word.ent_iob_, word.ent_type_) for word in nlp(text)]


def describe(nlp: Language, name: str, card: dict[str, Any]) -> None:
    """Write name, version, licence and sources into the model's own meta data."""
    nlp.meta.update(card)
    nlp.meta["name"] = name.split("_", 1)[1]
    nlp.meta["version"] = VERSION
    nlp.meta["spacy_version"] = SPACY
    nlp.meta["performance"] = {}


def package(trained: Path, name: str, work: Path, target: Path) -> None:
    """Write the finished model folder; its card takes the scores of the last evaluation."""
    lang = name[:2]
    nlp = spacy.load(trained)
    if lang == "id":
        finish_indonesian(nlp)
    describe(nlp, name, json.loads((HERE / "cards" / f"{name}.json").read_text(encoding="utf-8")))
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    prune_strings(target)
    check_same(nlp, target, work / lang / "dev" / "own.spacy")
    for notice in (HERE / "cards" / name).glob("*"):
        shutil.copy(notice, target / notice.name)


def write_card(name: str, work: Path, target: Path) -> None:
    """Fill the scores into the model card."""
    scores = {
        part: json.loads((work / "scores" / f"{name}.{part}.json").read_text(encoding="utf-8"))
        for part in ("dev", "test")
    }
    text = (HERE / "cards" / f"{name}.md").read_text(encoding="utf-8")
    for part, found in scores.items():
        text = text.replace(f"<{part} scores>", table(found))
    (target / "README.md").write_text(text, encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("name", choices=("id_news_sm", "en_news_sm"))
    parser.add_argument("work", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--card", action="store_true", help="only write the card anew")
    given = parser.parse_args()
    if not given.card:
        package(given.trained, given.name, given.work, given.target)
    else:
        write_card(given.name, given.work, given.target)


if __name__ == "__main__":
    main()
