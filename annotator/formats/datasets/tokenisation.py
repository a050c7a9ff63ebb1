"""An article's text in spaCy's tokens of its language, and spans as stretches of tokens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import combinations
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from spacy.tokens import Doc

# spaCy caches 10,000 words; any other takes a hundred times as long.
REMEMBERED_WORDS = 1_000_000
# Indonesian has 15,614 exceptions that say "keep this word whole"; building their rules
# takes seconds, asking a set does not.
MANY_EXCEPTIONS = 5_000
UNKNOWN = "xx"


class Tokens(Struct, frozen=True):
    """The tokens of one text: where each starts and ends, and whether a space follows."""

    doc: Any
    starts: list[int]
    ends: list[int]
    spaces: list[bool]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Return the first token of a span and the one after its last, widened to whole tokens."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """Return a span's start and end, widened to whole tokens."""
        first, after = self.around(start, end)
        return self.starts[first], self.ends[after - 1]

    def exact(self, start: int, end: int) -> bool:
        """Return True if a span begins and ends where tokens do."""
        return self.widened(start, end) == (start, end)


class Tokeniser:
    """Tokenise texts like `spacy.blank` of their language, which training uses too."""

    def __init__(self) -> None:
        self._tokenisers: dict[str, Callable[[str], Doc]] = {}

    def tokens(self, text: str, lang: str | None) -> Tokens:
        """Return a text's tokens; white space that stands for itself is a token too."""
        from spacy.attrs import LENGTH, SPACY

        doc = self._tokeniser(lang or UNKNOWN)(text)
        lengths = doc.to_array([LENGTH, SPACY]).astype(int)
        after = lengths.sum(axis=1).cumsum()
        ends = after - lengths[:, 1]
        spaces = lengths[:, 1].astype(bool).tolist()
        return Tokens(doc, (ends - lengths[:, 0]).tolist(), ends.tolist(), spaces)

    def _tokeniser(self, lang: str) -> Callable[[str], Doc]:
        if lang not in self._tokenisers:
            self._tokenisers[lang] = tokeniser(lang)
        return self._tokenisers[lang]


def tokeniser(lang: str) -> Any:
    """Return spaCy's tokeniser of a language, or the one for no language."""
    import spacy
    from spacy.util import get_lang_class

    try:
        defaults = get_lang_class(lang).Defaults
        if len(defaults.tokenizer_exceptions) < MANY_EXCEPTIONS:
            made: Any = spacy.blank(lang).tokenizer
        else:
            made = _with_a_set_of_exceptions(defaults)
    except ImportError:
        if lang == UNKNOWN:
            raise
        # No such language, or, as of Japanese, one whose tokeniser is a library of its own.
        return tokeniser(UNKNOWN)
    made.max_cache_size = REMEMBERED_WORDS
    return made


def _with_a_set_of_exceptions(defaults: Any) -> Any:
    from spacy.attrs import ORTH
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
    from spacy.vocab import Vocab

    exceptions = defaults.tokenizer_exceptions
    prefix = compile_prefix_regex(defaults.prefixes).search
    suffix = compile_suffix_regex(defaults.suffixes).search
    # An exception such as "=3", that begins or ends with what is cut off words, stays a rule:
    # spaCy looks for rules after each cut, for matches only after cutting at both ends.
    whole = frozenset(
        word
        for word, parts in exceptions.items()
        if parts == [{ORTH: word}] and not (" " in word or prefix(word) or suffix(word))
    )
    infixes = compile_infix_regex(defaults.infixes).finditer
    matches = defaults.token_match
    return Tokenizer(
        Vocab(),
        rules={word: parts for word, parts in exceptions.items() if word not in whole},
        prefix_search=prefix,
        suffix_search=suffix,
        infix_finditer=lambda word: _outside(whole, word, list(infixes(word))),
        token_match=lambda word: word in whole or bool(matches and matches(word)),
        url_match=defaults.url_match,
    )


def _outside(whole: frozenset[str], word: str, cuts: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the cuts of a word that lie in none of the words to be kept whole, longest first.

    spaCy puts such words together again afterwards: "ke-orang-orang" is ke, -, orang-orang.
    """
    found = [
        (start, end)
        for start, end in combinations(_borders(word, cuts), 2)
        if word[start:end] in whole
    ]
    for start, end in sorted(found, key=lambda place: (place[0] - place[1], place[0])):
        # Unless it crosses a longer one.
        if {start, end} <= set(_borders(word, cuts)):
            cuts = [cut for cut in cuts if cut.end() <= start or cut.start() >= end]
    return cuts


def _borders(word: str, cuts: list[re.Match[str]]) -> list[int]:
    return sorted({0, len(word), *(at for cut in cuts for at in cut.span())})
