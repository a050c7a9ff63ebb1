"""Write tokenised corpus sentences as a newspaper would: the text a model meets later."""

import re
from dataclasses import dataclass
from itertools import pairwise

_CLOSING = re.compile(r"[.,;:!?%)\]}”’»…]+\Z")
_OPENING = re.compile(r"[(\[{“‘«]+\Z")
_QUOTES = ('"', "'")
_JOINERS = ("-", "/")
_NUMBER = re.compile(r"\d+\Z")


@dataclass(frozen=True)
class Mark:
    """A labelled stretch of a sentence, in whatever unit its holder counts."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Prose:
    """A text and where in it each corpus token stands."""

    text: str
    offsets: tuple[tuple[int, int], ...]

    def place(self, mark: Mark) -> Mark:
        """Turn a mark over tokens into one over characters, without brackets around it."""
        start, end = self.offsets[mark.start][0], self.offsets[mark.end - 1][1]
        return strip(self.text, Mark(start, end, mark.label))


def strip(text: str, mark: Mark, around: str = "()[]{}\"“”'‘’.,;: ") -> Mark:
    """Cut brackets, quotes and stops off a mark's ends; a stop that an initial owns stays."""
    start, end = mark.start, mark.end
    while start < end - 1 and text[start] in around:
        start += 1
    while end - 1 > start and text[end - 1] in around:
        if _closes(text[start:end]):
            break
        end -= 1
    return Mark(start, end, mark.label)


def _closes(words: str) -> bool:
    abbreviated = re.search(r"(?:\b[A-Z]|\b(?:Tbk|Inc|Ltd|Co|Corp|Jr|Sr))\.\Z", words)
    return bool(abbreviated) or (words[-1] == ")" and "(" in words[1:-1])


def write(tokens: list[str], marks: list[Mark], *, join_hyphens: bool) -> Prose:
    """Join tokens into prose; `join_hyphens` where the corpus splits "anak - anak".

    A hyphen is never closed up where an entity begins or ends beside it, so that
    "Prabowo - Hatta" stays two names.
    """
    borders = {mark.start for mark in marks} | {mark.end for mark in marks}
    glued = _quotes_glue(tokens)
    text, offsets = "", []
    for index, token in enumerate(tokens):
        if index and not (glued[index] or _glue(tokens, index, borders, join_hyphens)):
            text += " "
        offsets.append((len(text), len(text) + len(token)))
        text += token
    return Prose(text, tuple(offsets))


def _glue(tokens: list[str], index: int, borders: set[int], join_hyphens: bool) -> bool:  # noqa: FBT001
    before, token = tokens[index - 1], tokens[index]
    if _OPENING.match(before) or _CLOSING.match(token):
        return True
    if not join_hyphens:
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else ""
    if token in _JOINERS:
        return bool(after) and not borders & {index, index + 1}
    if before in _JOINERS and index > 1:
        return not borders & {index - 1, index}
    # "2 . 000" and "4 , 5" are numbers that were taken apart.
    return bool(
        before in (".", ",")
        and index > 1
        and _NUMBER.match(token)
        and _NUMBER.match(tokens[index - 2])
        and (before == "," or len(token) == 3)
    )


def _quotes_glue(tokens: list[str]) -> list[bool]:
    """Say before which tokens no space stands because a straight quote opens or closes."""
    glue = [False] * (len(tokens) + 1)
    inside = dict.fromkeys(_QUOTES, False)
    for index, token in enumerate(tokens):
        if token not in _QUOTES:
            continue
        if token == "'" and tokens.count("'") == 1:  # an apostrophe: O'Reilly
            glue[index] = glue[index + 1] = True
            continue
        glue[index + (0 if inside[token] else 1)] = True
        inside[token] = not inside[token]
    return glue


def spaces(prose: Prose) -> list[bool]:
    """Say after which corpus tokens a space stands in the prose."""
    following = [right[0] > left[1] for left, right in pairwise(prose.offsets)]
    return [*following, False] if prose.offsets else []


def curl(text: str) -> str:
    """Turn straight double quotes into typographic ones, in turn opening and closing."""
    parts = text.split('"')
    joined = parts[0]
    for index, part in enumerate(parts[1:]):
        joined += "“”"[index % 2] + part
    return joined
