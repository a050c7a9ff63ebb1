"""Find sentence borders by rule, with the paragraphs and the language's abbreviations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy
from spacy.language import Language

from annotator.language import columns
from annotator.language.lexicon import Grammar, grammar
from annotator.language.registration import factory
from annotator.language.words import QUOTE_MARKS, is_line_end, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc

FACTORY = "annotator.sentences.v1"
# spaCy keeps -1 for "not the first token" in an unsigned array.
_WITHIN, _BEGINS = 2**64 - 1, 1
_SHORT = 3
# Lines of hard-wrapped text are no longer than this, and mostly full.
_WIDEST = 100
_FULL_LINE = 0.7
_PROOF = 3
_FINAL = frozenset((".", "!", "?", "…", "...", "..", "?!", "!?", "!!", "??", "。", "؟", "।"))
_CLOSERS = frozenset(QUOTE_MARKS) | frozenset((")", "]", "''", "}"))


@factory(FACTORY, assigns=["token.is_sent_start"])
def create_sentences(nlp: Language, name: str) -> SentenceBorders:
    """Make the component for the pipeline's language."""
    return SentenceBorders(nlp.lang or "")


class SentenceBorders:
    """Set every token's is_sent_start."""

    def __init__(self, lang: str) -> None:
        self._grammar = grammar(lang)
        self._closed_class = frozenset(word_classes(self._grammar))

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token of each sentence, and no other."""
        texts, spaces = columns.texts(doc), columns.spaces(doc)
        starts = sentence_starts(texts, spaces, self._grammar, self._closed_class)
        if not starts:
            return doc
        marks: Any = numpy.full((len(doc), 1), _WITHIN, dtype="uint64")
        marks[list(starts), 0] = _BEGINS
        return doc.from_array(["SENT_START"], marks)


def sentence_starts(
    texts: list[str], spaces: list[bool], grammar: Grammar, closed_class: frozenset[str]
) -> list[int]:
    """Return the indices of the tokens that begin a sentence."""
    starts: list[int] = []
    wraps = _wraps(texts, spaces)
    fresh = True
    ended = False
    for index, text in enumerate(texts):
        if text.isspace():
            fresh = fresh or (is_line_end(text) and index not in wraps)
            continue
        if fresh or (ended and not _closes(text, spaces, texts, index) and _opens_one(text)):
            starts.append(index)
            fresh = False
        elif ended and _closes(text, spaces, texts, index):
            continue
        ended = _ends(texts, index, starts[-1], grammar, closed_class)
        ended = ended and not _is_glued(texts, spaces, index)
    return starts


def _is_glued(texts: list[str], spaces: list[bool], index: int) -> bool:
    """Return True for the degree 'Sp.A'.

    Not for a sentence whose space was lost: 'selesai.Kemudian'.
    """
    if spaces[index] or not 0 < index < len(texts) - 1 or not texts[index + 1][0].isalnum():
        return False
    return len(texts[index - 1]) <= _SHORT or len(texts[index + 1]) == 1


def _wraps(texts: list[str], spaces: list[bool]) -> set[int]:
    """Return the line ends that only wrap a sentence.

    A line end before a small letter always does. If the text has such line ends, long lines
    without a stop also wrap before a figure; if it has several, before any word.
    """
    ends = list(_line_ends(texts, spaces))
    certain = {index for index, _ in ends if texts[index + 1][0].islower()}
    width = max((length for _, length in ends), default=0)
    if not certain or width > _WIDEST:
        return certain
    long = [index for index, length in ends if length >= _FULL_LINE * width]
    if len(certain) >= _PROOF:
        return certain | set(long)
    return certain | {index for index in long if texts[index + 1][0].isdigit()}


def _line_ends(texts: list[str], spaces: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield each single line end that no stop precedes, and the length of its line."""
    length = 0
    for index, text in enumerate(texts):
        if not text.isspace() or "\n" not in text:
            length += len(text) + spaces[index]
            continue
        if text.count("\n") == 1 and 0 < index < len(texts) - 1:
            before = texts[index - 1]
            if before[-1] not in ".!?…:;" and before[-1] not in QUOTE_MARKS:
                yield index, length
        length = 0


def _closes(text: str, spaces: list[bool], texts: list[str], index: int) -> bool:
    if text not in _CLOSERS:
        return False
    return text in ")]}”»’" or not spaces[index - 1] or index + 1 >= len(texts)


def _opens_one(text: str) -> bool:
    first = text[0]
    if len(text) > 1 and first in QUOTE_MARKS and text[1].islower():  # the 's of "F.B.I.'s"
        return False
    return first.isupper() or first.isdigit() or first in QUOTE_MARKS or first in "([@#¿¡•*-–—"


def _ends(
    texts: list[str], index: int, start: int, grammar: Grammar, closed_class: frozenset[str]
) -> bool:
    text = texts[index]
    if text in _FINAL:
        return text != "." or not _is_abbreviation(texts, index, start, grammar)
    if len(text) > 1 and text[-1] == "." and not text[:-1].isdigit():
        low = text[:-1].lower()
        if low in grammar.abbreviations or "." in low or len(low) == 1:
            after = texts[index + 1] if index + 1 < len(texts) else ""
            return after.lower() in closed_class and "." in low
        return True
    return text[-1] in "!?…" and len(text) > 1


def _is_abbreviation(texts: list[str], index: int, start: int, grammar: Grammar) -> bool:
    if index <= start:
        return True
    before = texts[index - 1]
    counts = grammar.words("sentences", "before_number")
    if before.lower() in grammar.abbreviations and before.lower() not in counts:
        return True
    if before.lower() in counts:
        return index + 1 < len(texts) and texts[index + 1][0].isdigit()
    if before.isdigit():
        return index - 1 == start
    lone = len(before) == 1 and before.isupper()
    return lone and (index - 2 < start or texts[index - 2][0].isupper() or texts[index - 2] == ".")
