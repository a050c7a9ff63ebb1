"""Divide places into countries and towns (GPE), nature and regions (LOC), buildings (FAC).

The Indonesian corpora know only LOC. The table places-id.tsv, written for this project,
goes by the first, last or all words of a name; what it does not know is a GPE, as most
names of places in news are. The model learns the result, and with it the contexts.
"""

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

Words = frozenset[tuple[str, ...]]
TABLE = Path(__file__).with_name("places-id.tsv")


def place_type(name: str) -> str:
    """Return GPE, LOC or FAC for the name of a place."""
    words = tuple(name.lower().split())
    for (kind, where), listed in _rules().items():
        if any(_fits(words, where, known) for known in listed):
            return kind
    return "GPE"


def _fits(words: tuple[str, ...], where: str, known: tuple[str, ...]) -> bool:
    if where == "whole":
        return words == known
    return (words[: len(known)] if where == "first" else words[-len(known) :]) == known


@cache
def _rules() -> dict[tuple[str, str], Words]:
    rules: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            known = rules.setdefault((row["type"], row["where"]), set())
            known.update(_entries(row["words"]))
    return {key: frozenset(rules[key]) for key in _by_precedence(rules)}


def _by_precedence(keys: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Order rules: a whole name counts before its first words, and those before its last."""
    kinds, places = ("GPE", "LOC", "FAC"), ("whole", "first", "last")
    return sorted(keys, key=lambda key: (places.index(key[1]), kinds.index(key[0])))


def _entries(words: str) -> list[tuple[str, ...]]:
    return [tuple(entry.lower().split("=")) for entry in words.split(" ")]
