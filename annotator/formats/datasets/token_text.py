"""A text put together from its tokens, and marks from the tags of tokens."""

import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct

OUTSIDE = ("O", "_", "-", "")
BEGIN, INSIDE = "BSU", "ILEM"
JOINER = "\u200d"
# Before what, and after what, no space stands.
CLOSING = frozenset(".,;:!?)]}%…”’»›")
OPENING = frozenset("([{“‘«‹")
# What opens and closes in turn.
STRAIGHT = frozenset("\"'")


class Tagged(Struct, frozen=True):
    """A stretch of tokens with one tag."""

    name: str
    first: int
    after: int


def joined(
    words: Sequence[str], breaks: set[int], glued: frozenset[int] | None = None
) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of tokens, and where each stands in it.

    A line ends before the tokens in `breaks`. `glued` has the tokens that no space stands
    before; None if the file does not say, and punctuation decides.
    """
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    at, tight, open_ = 0, True, set[str]()
    for number, word in enumerate(words):
        if number in breaks:
            gap, open_ = "\n", set()
        elif glued is not None:
            gap = "" if number in glued or not number else " "
        else:
            closes = word[0] in CLOSING or word in open_ or _combines(word[0])
            gap = "" if tight or closes else " "
        parts += [gap, word]
        at += len(gap)
        places.append((at, at + len(word)))
        at += len(word)
        opens = word in STRAIGHT and word not in open_
        tight = word[-1] in OPENING or word[-1] == JOINER or opens
        if word in STRAIGHT:
            open_ ^= {word}
    return "".join(parts), places


def stretches(tags: Sequence[str]) -> Iterator[Tagged]:
    """Yield each stretch of tokens that have the same tag and are one mark.

    Tags are IOB, IOB2, BILOU or bare names.
    """
    name, first = "", 0
    for number, tag in enumerate([*tags, "O"]):
        letter, dash, rest = tag.partition("-")
        prefixed = dash and len(letter) == 1 and letter in BEGIN + INSIDE and rest
        here = "" if tag in OUTSIDE else rest if prefixed else tag
        goes_on = here == name and not (prefixed and letter in BEGIN)
        if name and not goes_on:
            yield Tagged(name, first, number)
        if not goes_on:
            name, first = here, number


def _combines(sign: str) -> bool:
    """Return True if a character combines with the one before it."""
    return sign == JOINER or unicodedata.category(sign) in ("Mn", "Mc", "Me")
