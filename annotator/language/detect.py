"""Detect the language of a text, offline."""

from __future__ import annotations

import re
from functools import cache

from annotator.language.lexicon import UNKNOWN, grammar, known_languages

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
_CLEAR_SHARE = 0.08
_CLEAR_LEAD = 2.0


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the text's language, "xx" if unknown.

    A vote of small words decides between the languages this program knows; a statistical
    model, which takes half a second to load, decides only if the vote is unclear.
    """
    votes = vote(text[:_SAMPLE])
    if not votes:
        return UNKNOWN
    share, lang = votes[0]
    second = votes[1][0] if len(votes) > 1 else 0.0
    if share >= _CLEAR_SHARE and share >= second * _CLEAR_LEAD:
        return lang
    return _classify(text[:_SAMPLE], len(_WORD.findall(text[:_SAMPLE])))


def vote(text: str, at_least: int = 1) -> list[tuple[float, str]]:
    """Return the share of each known language's small words in a text, the largest first.

    Nothing for a text of fewer than `at_least` words.
    """
    words = _WORD.findall(text.lower())
    if len(words) < at_least:
        return []
    shares = [
        (sum(word in voters for word in words) / len(words), lang) for lang, voters in _voters()
    ]
    return sorted(shares, reverse=True)


@cache
def _voters() -> list[tuple[str, frozenset[str]]]:
    return [(lang, grammar(lang).words("detect", "words")) for lang in known_languages()]


def _classify(text: str, count: int) -> str:
    if count < 3:
        return UNKNOWN
    import py3langid

    lang: str = py3langid.classify(text)[0]
    return "id" if lang == "ms" else lang
