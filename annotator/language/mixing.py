"""Split a passage where the language changes, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.language.detect import vote

_PARAGRAPH = re.compile(r"[^\n]*\n*")
# A shorter paragraph, such as a name or quotation, counts as the article's language.
_WORDS = 10
_SHARE = 0.15
_LEAD = 3.0


def stretches(text: str, start: int, end: int, main: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, language) without gaps; neighbours of one language are joined.

    Only languages with resources here are distinguished; everything else is `main`.
    """
    begun, current = start, main
    for match in _PARAGRAPH.finditer(text, start, end):
        if match.start() == match.end():
            continue
        lang = _language(match.group(), main)
        if lang != current:
            if match.start() > begun:
                yield begun, match.start(), current
            begun, current = match.start(), lang
    yield begun, end, current


def _language(paragraph: str, main: str) -> str:
    shares = vote(paragraph, at_least=_WORDS)
    if not shares:
        return main
    share, lang = shares[0]
    own = next((value for value, name in shares if name == main), 0.0)
    return lang if lang != main and share >= _SHARE and share >= own * _LEAD else main
