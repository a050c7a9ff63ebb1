"""Compare spaCy's Indonesian tokenizer and ours with Universal Dependencies' tokens."""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language

from annotator.language.tokenizer import NAME
from recipe.evaluate import f_score

TREEBANKS = {
    "CSUI train": "id_csui-ud-train",
    "CSUI test": "id_csui-ud-test",
    "GSD dev": "id_gsd-ud-dev",
    "GSD test": "id_gsd-ud-test",
    "PUD": "id_pud-ud-test",
}


def sentences(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield text and tokens; a word that the treebank takes apart counts as one."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        if text:
            yield text, _surface([line.split("\t") for line in lines if not line.startswith("#")])


def _surface(rows: list[list[str]]) -> list[str]:
    tokens, covered = [], 0
    for number, form, *_ in rows:
        if "-" in number:
            covered = int(number.split("-")[1])
            tokens.append(form)
        elif "." not in number and int(number) > covered:
            tokens.append(form)
    return tokens


def borders(text: str, tokens: list[str]) -> set[tuple[int, int]]:
    """Find where the tokens stand in the text."""
    spans, at = set(), 0
    for token in tokens:
        at = text.index(token, at)
        spans.add((at, at + len(token)))
        at += len(token)
    return spans


def agreement(nlp: Language, path: Path) -> float:
    """Return the F1 of token borders."""
    gold, found = [], []
    for text, tokens in sentences(path):
        gold.append(borders(text, tokens))
        words = [token for token in nlp.make_doc(text) if not token.is_space]
        found.append({(token.idx, token.idx + len(token)) for token in words})
    return f_score(gold, found)["f"]


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    given = parser.parse_args()
    ours = {"nlp": {"tokenizer": {"@tokenizers": NAME}}}
    for name, config in (("spaCy", {}), ("ours", ours)):
        start = time.perf_counter()
        nlp = spacy.blank("id", config=config)
        print(f"{name}: made in {time.perf_counter() - start:.2f} s")  # noqa: T201
        for treebank, file in TREEBANKS.items():
            score = agreement(nlp, given.data / "ud-id" / f"{file}.conllu")
            print(f"  {treebank}: {score:.4f}")  # noqa: T201


if __name__ == "__main__":
    main()
