"""Read the corpora as they lie in the data folder, each into one shape."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from recipe.prose import Mark

INDONESIAN_NER = ("idner-news-2k", "ner-ui", "nergrit")


@dataclass(frozen=True)
class Sentence:
    """A tokenised sentence with entities over tokens, part-of-speech tags, or both."""

    tokens: list[str]
    marks: list[Mark] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    joined: bool = True
    """True if the corpus leaves hyphens inside words; False if it splits them off."""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Read a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def read_ner(data: Path, corpus: str, part: str) -> list[Sentence]:
    """Read one of the Indonesian entity corpora."""
    path = data / "ner-id" / f"{corpus}.{part}.jsonl"
    return [
        Sentence(row["tokens"], spans(row["ner_tags"]), joined=corpus == "idner-news-2k")
        for row in rows(path)
    ]


def read_pos(data: Path) -> list[Sentence]:
    """Read kumparan's part-of-speech sentences, less the one with a tag that is none."""
    path = data / "pos-id" / "kumparan-pos.jsonl"
    return [
        Sentence(row["tokens"], tags=row["pos"]) for row in rows(path) if "SS" not in row["pos"]
    ]


def read_iob2(path: Path) -> list[Sentence]:
    """Read a Universal NER file."""
    sentences, tokens, tags = [], list[str](), list[str]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line and not line.startswith("#"):
            _, token, tag, *_ = line.split("\t")
            tokens.append(token)
            tags.append(tag)
        elif not line and tokens:
            sentences.append(Sentence(tokens, spans(tags)))
            tokens, tags = [], []
    return sentences


def read_bracketed(path: Path) -> Iterator[tuple[str, list[Mark]]]:
    """Read sentences whose names stand in brackets: "Bupati [GPE Sleman] datang"."""
    for line in path.read_text(encoding="utf-8").splitlines():
        text, marks = "", list[Mark]()
        for plain, label, name in re.findall(r"([^\[]*)(?:\[(\w+) ([^\]]+)\])?", line):
            start = len(text) + len(plain)
            text += plain + name
            marks += [Mark(start, len(text), label)] if label else []
        yield text, marks


def read_articles(data: Path, lang: str) -> list[dict[str, Any]]:
    """Read whole articles: id, lang, title, text."""
    return list(rows(data / "articles" / f"articles-{lang}.jsonl"))


def spans(tags: list[str]) -> list[Mark]:
    """Turn BIO tags into marks over tokens; a stray I- begins one."""
    marks: list[Mark] = []
    for index, tag in enumerate(tags):
        if tag == "O":
            continue
        kind, label = tag.split("-", 1)
        last = marks[-1] if marks else None
        if kind == "I" and last and last.end == index and last.label == label:
            marks[-1] = Mark(last.start, index + 1, label)
        else:
            marks.append(Mark(index, index + 1, label))
    return marks


def words(text: str) -> tuple[str, ...]:
    """Reduce a text to its words, to tell whether two are the same."""
    return tuple(re.findall(r"\w+", text.lower()))
