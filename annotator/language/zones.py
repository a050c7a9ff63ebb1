"""Page furniture: bylines, bios, related links, captions; nothing in it is annotated.

Found line by line in the whole article, before anything else is read. A line with the
shape of a paragraph is never furniture, whatever its words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from annotator.core.spans import Zone
from annotator.language import extensions
from annotator.language.lexicon import known_languages, table
from annotator.language.numbers import find_numbers
from annotator.language.registration import factory

FACTORY = "annotator.zones.v1"

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")
_FINAL = re.compile(r"[.!?…][\"”’»)\]]*$")
_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+")
_DIGIT = re.compile(r"\d")
_RULE = re.compile(r"[-_=*~•·#\s–—]{3,}$")
_SENTENCE = re.compile(r"[^.!?]+[.!?]")
_PARAGRAPH_WORDS = 45
_HEADLINE_WORDS = 24
_NEAR_END = 0.6
_NAME_WORDS = 4
_SCRAPS = 4
_REPEAT_LINES = 6
# A line with this many letters is a paragraph; its words need not be counted.
_GLANCE = 400


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    words: int


@factory(FACTORY, assigns=["doc._.zones"])
def create_zones(nlp: Language, name: str) -> Zones:
    """Make the component for the pipeline's language."""
    extensions.register()
    return Zones(nlp.lang or "")


class Zones:
    """Set doc._.zones, unless they were found for the whole article before."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def __call__(self, doc: Doc) -> Doc:
        """Find the furniture of a Doc that is a whole article."""
        if doc._.memory is None:
            doc._.zones = find_zones(doc.text, self._lang)
        return doc


def find_zones(text: str, lang: str) -> list[Zone]:
    """Return the furniture of an article, one zone a line, in the order of the text."""
    lines = list(_lines(text))
    kinds = [_kind(line, lang) for line in lines]
    _spread_related(lines, kinds)
    _mark_bio(lines, kinds)
    _mark_author(lines, kinds)
    _mark_repeats(lines, kinds)
    _mark_after_rule(lines, kinds)
    found = [
        (line.start, line.end, kind)
        for line, kind in zip(lines, kinds, strict=True)
        if kind is not None
    ]
    found.extend(_inline(lines, kinds))
    return [
        Zone(f"z{number}", start, end, kind)
        for number, (start, end, kind) in enumerate(sorted(found), 1)
    ]


def _lines(text: str) -> list[_Line]:
    lines = []
    for match in _LINE.finditer(text):
        raw = match.group()
        inner = raw.strip()
        if inner:
            start = match.start() + len(raw) - len(raw.lstrip())
            short = inner if len(inner) < 1200 else inner[:1200]
            words = len(_WORD.findall(short[:_GLANCE]))
            if words <= _PARAGRAPH_WORDS and len(short) > _GLANCE:
                words = len(_WORD.findall(short))
            lines.append(_Line(start, start + len(inner), short, words))
    return lines


def _kind(line: _Line, lang: str) -> str | None:
    """Return the kind of furniture that a line is by itself, None for a line of the article."""
    if line.words == 0:
        return "rule" if _RULE.match(line.text) else None
    if line.words > _PARAGRAPH_WORDS:
        return None
    for kind, pattern in _patterns():
        if pattern.search(line.text):
            return kind
    if line.words <= 12 and _only_date(line.text, lang):
        return "dateline"
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Build one pattern for each kind from all languages, since sites mix them."""
    found: dict[str, list[str]] = {}
    for lang in known_languages():
        for kind, rules in table(lang, "furniture").items():
            alternatives = found.setdefault(kind, [])
            alternatives += [rf"^\W*(?:{rule})\W*$" for rule in rules.get("whole", ())]
            alternatives += [rf"^\W*(?:{rule})" for rule in rules.get("starts", ())]
            alternatives += [rf"^.{{0,220}}(?:{rule})$" for rule in rules.get("ends", ())]
            alternatives += [rf"^.*(?:{rule})" for rule in rules.get("contains", ())]
    return tuple((kind, re.compile("|".join(a), re.IGNORECASE)) for kind, a in found.items())


@cache
def _inline_pattern() -> re.Pattern[str]:
    rules = [
        r
        for lang in known_languages()
        for r in table(lang, "furniture").get("related", {}).get("inline", ())
    ]
    return re.compile(rf"(?<=[.!?”\"’)] )(?:{'|'.join(rules)})[^\n]*", re.IGNORECASE)


def _only_date(text: str, lang: str) -> bool:
    """Return True if a line holds only a date, a time and punctuation."""
    if not _DIGIT.search(text):
        return False
    rest = text
    dated = False
    for number in reversed(find_numbers(text, lang)):
        dated = dated or number.label in ("DATE", "TIME")
        rest = rest[: number.start] + rest[number.end :]
    return dated and len(_WORD.findall(rest)) <= (1 if text.count(" ") > 2 else 0)


def _is_headline(line: _Line) -> bool:
    """Return True if a line could be the title of another article."""
    return line.words <= _HEADLINE_WORDS and not _FINAL.search(line.text)


def _spread_related(lines: list[_Line], kinds: list[str | None]) -> None:
    """Mark the headlines after 'More Stories' as furniture, up to the next paragraph."""
    for index, kind in enumerate(kinds):
        if kind != "related" or ":" in lines[index].text[:-1]:
            continue
        after = index + 1
        while after < len(lines) and (kinds[after] is not None or _is_headline(lines[after])):
            after += 1
        if after == len(lines) or after - index > 2:
            for number in range(index + 1, after):
                kinds[number] = kinds[number] or "related"
        elif after == index + 1:
            kinds[index] = None if lines[index].words > 3 else kind


def _mark_bio(lines: list[_Line], kinds: list[str | None]) -> None:
    """Find a blurb of verbless scraps ('Beer fan. Coffee ninja.'), and the name over it."""
    for index, line in enumerate(lines):
        named = index > 0 and kinds[index - 1] is None and _is_name_alone(lines[index - 1])
        if kinds[index] is not None or line.words > 40 or not _is_scraps(line.text):
            continue
        ends_page = index + 1 == len(lines) or kinds[index + 1] is not None
        if ends_page and (named or index >= len(lines) * _NEAR_END):
            kinds[index] = "bio"
            if named:
                kinds[index - 1] = "bio"


def _is_name_alone(line: _Line) -> bool:
    return line.words <= _NAME_WORDS and bool(_NAME.fullmatch(line.text))


def _is_scraps(text: str) -> bool:
    """Return True for short scraps that each contain a real word, which a degree is not."""
    scraps = [_WORD.findall(scrap) for scrap in _SENTENCE.findall(text)]
    if len(scraps) < _SCRAPS or any(max(map(len, scrap), default=0) < 3 for scrap in scraps):
        return False
    sizes = [len(scrap) for scrap in scraps]
    return max(sizes) <= 6 and sum(sizes) / len(sizes) <= 4.5


def _mark_repeats(lines: list[_Line], kinds: list[str | None]) -> None:
    """Mark a headline repeated before the text as navigation."""
    own = [index for index, kind in enumerate(kinds) if kind is None][:_REPEAT_LINES]
    for index in own[1:]:
        if (
            _is_headline(lines[index])
            and lines[index].text.casefold() == lines[own[0]].text.casefold()
        ):
            kinds[index] = "navigation"


def _mark_author(lines: list[_Line], kinds: list[str | None]) -> None:
    """Find the writer's biography at the end: 'Dana Whitfield covers politics for …'."""
    writers = [
        name
        for line, kind in zip(lines, kinds, strict=True)
        if kind == "byline"
        for name in _NAME.findall(line.text.partition(" ")[2])
    ]
    for index in range(max(1, len(lines) - 4), len(lines)):
        line = lines[index]
        opens = any(line.text.startswith(name) for name in writers)
        if opens and kinds[index] is None and line.words <= _PARAGRAPH_WORDS:
            kinds[index] = "bio"


def _mark_after_rule(lines: list[_Line], kinds: list[str | None]) -> None:
    """Mark one or two last lines after a rule as promotion, if they invite readers to something."""
    rules = [i for i, kind in enumerate(kinds) if kind == "rule"]
    if not rules or not rules[-1] >= len(lines) - 4 or rules[-1] == 0:
        return
    for index in range(rules[-1] + 1, len(lines)):
        line = lines[index]
        if kinds[index] is None and line.words <= _PARAGRAPH_WORDS and "!" in line.text:
            kinds[index] = "promotion"


def _inline(lines: list[_Line], kinds: list[str | None]) -> list[tuple[int, int, str]]:
    """Find 'Baca juga: ...' that a converter left at the end of a paragraph."""
    found = []
    for line, kind in zip(lines, kinds, strict=True):
        if kind is None and ":" in line.text:
            for match in _inline_pattern().finditer(line.text):
                if len(
                    _WORD.findall(match.group())
                ) <= _HEADLINE_WORDS and line.end - line.start == len(line.text):
                    found.append((line.start + match.start(), line.start + match.end(), "related"))
    return found
