"""Find quotations: straight, curly, low-high, guillemets, nested, unclosed."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.language.words import BREAK, COMMA, FINITE, OPEN, SPACE, STOP, Words

_OPENING = frozenset("“„‟«‹‚‘`") | {"``"}
_CLOSING = frozenset("”»›’") | {"''"}
_SINGLE = frozenset("'‘’‚‛`´‹›")
_SPEECH_WORDS = 6


@dataclass(slots=True)
class Quote:
    """A quotation as a range of tokens, its marks included.

    `closed` is False when no closing mark was found before the paragraph ended;
    `bare` marks one whose opening mark stands in an earlier paragraph.
    """

    start: int
    end: int
    single: bool = False
    closed: bool = True
    bare: bool = False
    speech: bool = False


def find_quotes(words: Words, paragraphs: list[tuple[int, int]]) -> list[Quote]:
    """Return the outermost quotations in the order of the text."""
    quotes: list[Quote] = []
    for start, end in paragraphs:
        quotes.extend(_in_paragraph(words, start, end))
    quotes = [quote for quote in quotes if _has_words(words, quote)]
    for quote in quotes:
        quote.speech = _is_speech(words, quote)
    return quotes


def _has_words(words: Words, quote: Quote) -> bool:
    """Return True for a quotation, not for the empty marks that a converter leaves behind."""
    return any(words.text[at][0].isalnum() for at in range(quote.start, quote.end))


def _in_paragraph(words: Words, start: int, end: int) -> list[Quote]:
    found: list[Quote] = []
    stack: list[tuple[int, bool]] = []
    for index in range(start, end):
        text = words.text[index]
        if not _is_mark(text):
            continue
        single = text in _SINGLE
        if _closes(words, index, stack, single=single):
            opener = _matching(stack, single=single)
            if opener is None:
                continue
            begin, _ = stack[opener]
            del stack[opener:]
            if not stack:
                found.append(Quote(begin, index + 1, single=single))
        elif not stack and not found and _closes_unopened(words, index, start):
            found.append(Quote(start, index + 1, bare=True))
        elif _opens(words, index, start):
            stack.append((index, single))
    return _with_unclosed(words, found, stack, end)


def _with_unclosed(
    words: Words, found: list[Quote], stack: list[tuple[int, bool]], end: int
) -> list[Quote]:
    """Keep an unclosed double quotation up to the end of its paragraph."""
    for begin, single in stack:
        if single:
            continue
        inner_free = [quote for quote in found if quote.end <= begin]
        return [*inner_free, Quote(begin, end, closed=False)]
    return found


def _is_mark(text: str) -> bool:
    return len(text) <= 2 and (text in _OPENING or text in _CLOSING or text in ('"', "'", "´"))


def _matching(stack: list[tuple[int, bool]], *, single: bool) -> int | None:
    for position in range(len(stack) - 1, -1, -1):
        if stack[position][1] == single:
            return position
    return None


def _closes(words: Words, index: int, stack: list[tuple[int, bool]], *, single: bool) -> bool:
    if _matching(stack, single=single) is None:
        return False
    text = words.text[index]
    spaced_before = _space_before(words, index)
    spaced_after = _space_after(words, index)
    if text in ("‘", "„", "«", "‚", "``"):
        return False
    if text == "“":
        opener = words.text[stack[-1][0]]
        return opener in ("„", "‚") or (not spaced_before and spaced_after)
    if single and text != "›":
        return not _inside_word(words, index) and (not spaced_before or spaced_after)
    if text in _CLOSING:
        return True
    return not spaced_before or spaced_after


def _closes_unopened(words: Words, index: int, start: int) -> bool:
    """Return True for the mark of '…, without a mark before," he said'."""
    if words.text[index] not in ('"', "”") or index - start < _SPEECH_WORDS:
        return False
    before = words.text[index - 1] in (",", "?", "!") and words.end[index - 1] == words.start[index]
    return before and _space_after(words, index)


def _opens(words: Words, index: int, start: int) -> bool:
    text = words.text[index]
    if text in ("»", "›") and index == start and _space_after(words, index):
        return False
    before_ok = (
        index == start
        or _space_before(words, index)
        or bool(words.kind[index - 1] & OPEN)
        or words.text[index - 1] in "—–-/:,.“\"'‘"
    )
    if text in ("’", "'", "´", "`"):
        return before_ok and not _space_after(words, index)
    return text in _OPENING or before_ok


def _inside_word(words: Words, index: int) -> bool:
    after = index + 1
    return (
        after < len(words.text)
        and words.start[after] == words.end[index]
        and words.text[after][0].isalnum()
    )


def _space_before(words: Words, index: int) -> bool:
    if index == 0 or words.kind[index - 1] & (SPACE | BREAK):
        return True
    return words.end[index - 1] < words.start[index]


def _space_after(words: Words, index: int) -> bool:
    after = index + 1
    if after >= len(words.text) or words.kind[after] & (SPACE | BREAK):
        return True
    return words.end[index] < words.start[after]


def _is_speech(words: Words, quote: Quote) -> bool:
    """Return True for speech.

    Not for a few words in scare quotes: a clause, a stop inside, or some length.
    """
    if not quote.closed or quote.bare:
        return True
    last = quote.end - 2
    if words.kind[last] & (STOP | COMMA) and last > quote.start + 1:
        return True
    inside = range(quote.start + 1, quote.end - 1)
    count = sum(1 for index in inside if words.text[index][0].isalnum())
    if count >= _SPEECH_WORDS:
        return True
    return count > 2 and words.has(quote.start + 1, quote.end - 1, FINITE)


def covering(quotes: list[Quote], size: int) -> list[int]:
    """Map each token to the number of the quotation it stands in, -1 outside."""
    inside = [-1] * size
    for number, quote in enumerate(quotes):
        for index in range(quote.start, quote.end):
            inside[index] = number
    return inside
