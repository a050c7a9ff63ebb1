"""Vary training sentences: with offices before names, and as headlines.

The corpora rarely put a place or a body right before a person ("Wali Kota Solo Gibran
Rakabuming Raka"), and hold no headlines, where Every Word Is Capitalised.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recipe.prose import Mark
from recipe.sources import Sentence

_OFFICES = """
    Wali Kota, Wakil Wali Kota, Bupati, Wakil Bupati, Gubernur, Wakil Gubernur, Camat, Sekda,
    Presiden, Wakil Presiden, Perdana Menteri, PM, Menlu, Menteri Luar Negeri, Dubes,
    mantan Bupati, mantan Gubernur, Plt Wali Kota, Penjabat Gubernur
"""
_POSTS = """
    Direktur Utama, Direktur, Ketua Umum, Ketum, Sekjen, Sekretaris Jenderal, Juru Bicara, Jubir,
    Kepala, Wakil Ketua, Ketua, Anggota, Analis, Peneliti, CEO, Manajer, Komisaris, Humas,
    Kabid Humas, Kepala Humas, Pengamat, Guru Besar, Dosen, Politikus, Kader, Penyidik, pelatih
"""
_RANKS = """
    Prof, Dr, Irjen, Brigjen, Kombes, AKBP, AKP, Kompol, Jenderal, Letjen, Mayjen, Kolonel,
    Pangeran, Ratu, Putri, Ustaz, Kiai, Pak, Bu, Bapak, Ibu, dokter
"""
_SMALL = "dan di ke dari yang untuk dengan pada oleh atau dalam para saat jadi soal"
OFFICES = [words.split() for words in _OFFICES.split(",")]
POSTS = [words.split() for words in _POSTS.split(",")]
RANKS = [words.split() for words in _RANKS.split(",")]
SMALL = frozenset(_SMALL.split())
Names = Mapping[str, Sequence[str]]


def with_office(sentence: Sentence, names: Names, chance: random.Random) -> Sentence:
    """Put an office and its place, a post and its body, or a rank before the first full name."""
    at = full_names(sentence)[0].start
    titles, label = chance.choice(((OFFICES, "GPE"), (POSTS, "ORG"), (RANKS, "")))
    words, extra = chance.choice(titles), list[Mark]()
    if label:
        name = chance.choice(names[label]).split()
        extra = [Mark(at + len(words), at + len(words) + len(name), label)]
        words = [*words, *name]
    moved = [_moved(item, at, len(words)) for item in sentence.marks]
    tokens = [*sentence.tokens[:at], *words, *sentence.tokens[at:]]
    return replace(sentence, tokens=tokens, marks=sorted([*moved, *extra], key=_start))


def full_names(sentence: Sentence) -> list[Mark]:
    """Return the people named with more than one word."""
    return [item for item in sentence.marks if item.label == "PER" and item.end - item.start > 1]


def _moved(item: Mark, at: int, by: int) -> Mark:
    return item if item.end <= at else Mark(item.start + by, item.end + by, item.label)


def _start(item: Mark) -> int:
    return item.start


def as_headline(sentence: Sentence) -> Sentence:
    """Capitalise the words of a sentence and take its full stop off."""
    tokens = [word if word in SMALL else word[:1].upper() + word[1:] for word in sentence.tokens]
    marks = sentence.marks
    if tokens[-1] == "." and all(item.end < len(tokens) for item in marks):
        tokens.pop()
    return replace(sentence, tokens=tokens, marks=marks)
