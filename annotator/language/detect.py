"""Tell which language a text is in, offline."""

from __future__ import annotations

import re
from functools import cache

from annotator.language.lexicon import UNKNOWN, grammar, known_languages

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
_CLEAR_SHARE = 0.08
_CLEAR_LEAD = 2.0


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the text's language, "xx" if nothing can be told.

    A vote of small words decides between the languages this program knows; only where it
    is not clear is a statistical model asked, which takes half a second to load.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if not words:
        return UNKNOWN
    votes = sorted(
        ((sum(word in voters for word in words) / len(words), lang) for lang, voters in _voters()),
        reverse=True,
    )
    share, lang = votes[0]
    second = votes[1][0] if len(votes) > 1 else 0.0
    if share >= _CLEAR_SHARE and share >= second * _CLEAR_LEAD:
        return lang
    return _classify(text[:_SAMPLE], len(words))


@cache
def _voters() -> list[tuple[str, frozenset[str]]]:
    return [(lang, grammar(lang).words("detect", "words")) for lang in known_languages()]


def _classify(text: str, count: int) -> str:
    if count < 3:
        return UNKNOWN
    import py3langid

    lang: str = py3langid.classify(text)[0]
    return "id" if lang == "ms" else lang
