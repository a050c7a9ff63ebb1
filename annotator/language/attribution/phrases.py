"""Find the noun phrase that names a source, to the left or to the right of a cue."""

from __future__ import annotations

from typing import NamedTuple

from annotator.language.lexicon import Grammar
from annotator.language.words import (
    ADVERB,
    AUXILIARY,
    BREAK,
    CLAUSE_EDGE,
    CLOSE,
    COMMA,
    CONTRAST,
    COORDINATOR,
    DASH,
    DEMONSTRATIVE,
    DETERMINER,
    FINITE,
    FRAME,
    NAME,
    NEGATOR,
    NOUN,
    OPEN,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTE,
    RELATIVE,
    SEMICOLON,
    SPACE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
    Words,
)

_BETWEEN = AUXILIARY | ADVERB | NEGATOR
_PLACE = frozenset(("GPE", "LOC"))


class Phrase(NamedTuple):
    """A noun phrase as a range of tokens, and where the clause that holds it begins."""

    start: int
    end: int
    clause: int


class Phrases:
    """Finds the noun phrases around a cue of one passage."""

    def __init__(self, words: Words, grammar: Grammar, role_at: set[int], *, head_first: bool) -> None:
        self._words = words
        self._grammar = grammar
        self._role_at = role_at
        self.head_first = head_first

    # To the left: the subject of a verb

    def subject(self, cue: int, low: int) -> Phrase | None:
        """Return the subject that ends right before token `cue`, none before token `low`."""
        end = self._skip_between(cue, low)
        if end <= low:
            return None
        kind = self._words.kind
        if kind[end - 1] & (COMMA | DASH):
            return self._before_parenthesis(end, low)
        return self._plain(end, low)

    def _skip_between(self, cue: int, low: int) -> int:
        """Step back over auxiliaries, adverbs, and a time such as 'on Friday'."""
        words, kind = self._words, self._words.kind
        end = cue
        while end > low:
            k = kind[end - 1]
            if k & SPACE or (k & _BETWEEN and not k & NAME):
                end -= 1
            elif k & TIME and not k & NAME and end - 1 > low:
                end -= 1
                if kind[end - 1] & PREPOSITION and not kind[end - 1] & NAME:
                    end -= 1
            elif k & VERB and self.head_first and not k & NAME and not words.ent[end - 1]:
                end -= 1
            else:
                break
        return end

    def _before_parenthesis(self, end: int, low: int) -> Phrase | None:
        """Read 'Rina Sari, head of the agency, [said]' and 'Rudi, yang melihatnya, [said]'."""
        kind = self._words.kind
        close = end - 1
        comma = close - 1
        while comma >= low and not kind[comma] & (COMMA | DASH | CLAUSE_EDGE):
            comma -= 1
        if comma < low or kind[comma] & CLAUSE_EDGE:
            return self._plain(close, max(low, comma + 1)) if comma < close - 1 else None
        first = self._next_word(comma + 1, close)
        outer = self.subject(comma, low)
        if outer is None:
            relative = self._plain(close, comma + 1)
            return relative
        if self._is_adjunct(first, close):
            return outer
        return Phrase(outer.start, close, outer.clause)

    def _is_adjunct(self, first: int, close: int) -> bool:
        words = self._words
        if first >= close:
            return True
        k = words.kind[first]
        if k & (RELATIVE | TIME | SUBORDINATOR | CONTRAST | VERB | QUOTE):
            return True
        if k & (PREPOSITION | FRAME) and not k & NAME:
            return True
        if words.text[first][0].isdigit():
            return True
        return words.tag[first] in ("VBN", "VBG")

    def _plain(self, end: int, low: int) -> Phrase | None:
        start = self._clause_edge(end, low)
        clause = start
        kind = self._words.kind
        if start > low and kind[start - 1] & COMMA:
            wider = self._with_title_before(start, end, low)
            if wider is not None:
                start = clause = wider
        start = self._strip_front(start, end)
        end = self._cut_relative(start, end)
        while end > start and kind[end - 1] & (PUNCTUATION & ~(CLOSE | QUOTE)):
            end -= 1
        if start >= end or not self._names_something(start, end):
            return None
        return Phrase(start, end, clause)

    def _clause_edge(self, end: int, low: int) -> int:
        """Return where the clause begins whose subject ends before `end`."""
        kind = self._words.kind
        at = end
        while at > low:
            k = kind[at - 1]
            if k & (CLAUSE_EDGE | COMMA) and not k & QUOTE:
                break
            if k & QUOTE:
                opener = self._scare_quote(at, low)
                if opener is None:
                    break
                at = opener
                continue
            if k & (SUBORDINATOR | CONTRAST) and not k & (PREPOSITION | NAME):
                break
            if k & THAT and not k & (NAME | DETERMINER):
                break
            if k & THAT and k & DETERMINER and self._is_complementiser(at - 1, end):
                break
            if k & DASH and self._spaced(at - 1):
                break
            if k & COORDINATOR and self._joins_clauses(at - 1, end, low):
                break
            if k & FINITE and not k & NAME:
                relative = self._relative_before(at - 1, low)
                if relative is None:
                    break
                at = relative
                continue
            at -= 1
        return at

    def _is_complementiser(self, at: int, end: int) -> bool:
        kind = self._words.kind
        after = at + 1
        return after < end and bool(kind[after] & (DETERMINER | PRONOUN | NAME))

    def _spaced(self, at: int) -> bool:
        words = self._words
        return at > 0 and words.end[at - 1] < words.start[at]

    def _scare_quote(self, at: int, low: int) -> int | None:
        """Step over a short closed quotation that ends before `at`."""
        kind = self._words.kind
        for back in range(at - 2, max(low - 1, at - 8), -1):
            if kind[back] & QUOTE:
                return back
            if kind[back] & (STOP | COMMA):
                return None
        return None

    def _joins_clauses(self, at: int, end: int, low: int) -> bool:
        """Tell 'A did this and B [said]' from 'A and B [said]'."""
        kind = self._words.kind
        if at + 1 >= end or kind[at + 1] & (VERB | AUXILIARY) and not kind[at + 1] & NAME:
            return True
        back = at - 1
        while back >= low and not kind[back] & (CLAUSE_EDGE & ~QUOTE):
            if kind[back] & FINITE and not kind[back] & NAME:
                return self._relative_before(back, low) is None
            back -= 1
        return False

    def _relative_before(self, verb: int, low: int) -> int | None:
        """Return the relative pronoun that a verb belongs to, unless a comma parts them."""
        kind = self._words.kind
        for back in range(verb - 1, max(low - 1, verb - 12), -1):
            k = kind[back]
            if k & RELATIVE:
                return back if back > low else None
            if k & (COMMA | CLAUSE_EDGE | FINITE) and not k & NAME:
                return None
        return None

    def _with_title_before(self, start: int, end: int, low: int) -> int | None:
        """Read 'Juru bicara KPK, Febri Diansyah [said]' and 'police in Baytown, Texas [said]'."""
        words, kind = self._words, self._words.kind
        left_start = self._clause_edge(start - 1, low)
        left = self._strip_front(left_start, start - 1)
        if left >= start - 1:
            return None
        if words.ent[start - 2] in _PLACE and words.ent[start] in _PLACE:
            return left if words.ent_end[start] == end else None
        in_list = words.has(start, end, COORDINATOR)
        if in_list and words.has(left_start, start - 1, RELATIVE):
            return left
        if in_list and kind[left] & NAME and kind[start] & NAME and left == left_start:
            return left
        names = all(k & (NAME | OPEN | CLOSE) or k == 0 for k in kind[start:end])
        has_role = any(at in self._role_at for at in range(left, start - 1))
        if kind[start] & NAME and names and has_role and left == left_start:
            return left
        return None

    def _strip_front(self, start: int, end: int) -> int:
        """Drop connectives, times and leading places from the front of a subject."""
        words, kind = self._words, self._words.kind
        while start < end:
            k = kind[start]
            if k & PUNCTUATION and not k & (OPEN | QUOTE):
                start += 1
            elif words.ent[start] in ("DATE", "TIME"):
                start = words.ent_end[start]
            elif k & PRONOUN and (start + 1 == end or not k & DETERMINER):
                return start
            elif k & (CONTRAST | COORDINATOR | SUBORDINATOR | ADVERB | AUXILIARY | TIME) and not k & (
                NAME | DETERMINER
            ):
                start += 1
                if (
                    start + 1 < end
                    and kind[start] & DEMONSTRATIVE
                    and not kind[start] & NAME
                    and self.head_first
                ):
                    start += 1
            elif k & PREPOSITION and not k & NAME:
                after = self._after_adverbial(start, end)
                if after is None:
                    return end
                start = after
            else:
                return start
        return start

    def _after_adverbial(self, start: int, end: int) -> int | None:
        """Return where the subject begins after 'On Friday' or 'Di Jakarta'."""
        words, kind = self._words, self._words.kind
        at = start + 1
        while at < end and kind[at] & (DETERMINER | PREPOSITION | ADVERB) and not words.ent[at]:
            at += 1
        if at >= end:
            return None
        if words.ent[at]:
            at = words.ent_end[at]
            return at if at < end else None
        if words.kind[at] & TIME:
            while at < end and kind[at] & (TIME | DEMONSTRATIVE):
                at += 1
            return at if at < end else None
        at += 1
        while at < end:
            k = kind[at]
            if k & (DETERMINER | NAME | PRONOUN) and not k & PREPOSITION:
                if not kind[at - 1] & (PREPOSITION | DETERMINER | COORDINATOR):
                    return at
            at += 1
        return None

    def _cut_relative(self, start: int, end: int) -> int:
        kind = self._words.kind
        for at in range(start + 1, end):
            if kind[at] & RELATIVE and not kind[at] & NAME:
                return end if self._needs_relative(start, at) else at
        return end

    def _needs_relative(self, start: int, relative: int) -> bool:
        """Tell whether only the relative clause says who is meant: 'a man who saw it'."""
        words = self._words
        if any(at in self._role_at for at in range(start, relative)):
            return False
        indefinite = words.low[start] in ("seorang", "sebuah", "a", "an", "those", "someone", "anyone")
        return indefinite and not words.has(start, relative, NAME)

    def _names_something(self, start: int, end: int) -> bool:
        kind = self._words.kind
        return any(
            not k & PUNCTUATION and (k == 0 or k & (NOUN | NAME | PRONOUN | DETERMINER) or not k & VERB)
            for k in kind[start:end]
        )

    def _next_word(self, at: int, end: int) -> int:
        kind = self._words.kind
        while at < end and kind[at] & (SPACE | BREAK):
            at += 1
        return at

    # To the right: the speaker after 'kata' or 'according to'

    def after(self, start: int, high: int) -> Phrase | None:
        """Return the noun phrase that begins at token `start`, ending by token `high`."""
        words, kind = self._words, self._words.kind
        if start >= high:
            return None
        if kind[start] & PRONOUN and not kind[start] & (DETERMINER | NAME):
            return Phrase(start, start + 1, start)
        at = self._run(start, high)
        if at <= start:
            return None
        end = at
        pieces = 0
        while end < high and kind[end] & COMMA and pieces < 3:
            piece = self._apposition(start, end, high)
            if piece is None:
                break
            end = piece
            pieces += 1
        while end > start and kind[end - 1] & (PUNCTUATION & ~(CLOSE | QUOTE)):
            end -= 1
        if end <= start or not self._names_something(start, end):
            return None
        if words.ent[start] in ("DATE", "TIME"):
            return None
        return Phrase(start, end, start)

    def _run(self, start: int, high: int) -> int:
        """Walk over the words of one noun phrase, without commas."""
        words, kind, low = self._words, self._words.kind, self._words.low
        at = start
        while at < high:
            k = kind[at]
            if k & (CLAUSE_EDGE | COMMA | DASH) and not k & QUOTE:
                break
            if k & QUOTE:
                close = self._quoted_name(at, high)
                if close is None:
                    break
                at = close
                continue
            if k & OPEN:
                close = self._bracket(at, high)
                if close is None:
                    break
                at = close
                continue
            if k & NAME and words.ent[at] not in ("DATE", "TIME"):
                at += 1
                continue
            if k & (TIME | RELATIVE) or (k & THAT and at > start):
                break
            if at > start and k & FINITE and not words.ent[at]:
                break
            if k & (PREPOSITION | FRAME) and not self._binds(start, at, high):
                break
            if at > start and k & (AUXILIARY | SUBORDINATOR | CONTRAST) and not k & PREPOSITION:
                break
            if k & COORDINATOR and not self._joins_names(at, high):
                break
            if at > start and k & PRONOUN and not k & (DETERMINER | DEMONSTRATIVE):
                break
            if low[at] == "'s" or not k & (BREAK | SPACE):
                at += 1
            else:
                break
        return at

    def _binds(self, start: int, at: int, high: int) -> bool:
        """Tell 'head of the agency in Kyiv' from 'Gatot in Jakarta': does the word stay inside?"""
        words, kind, low = self._words, self._words.kind, self._words.low
        if at <= start or at + 1 >= high:
            return False
        if kind[at + 1] & (TIME | COMMA | STOP) or words.ent[at + 1] in ("DATE", "TIME"):
            return False
        word, before = low[at], kind[at - 1]
        if word in ("of", "for", "'s"):
            return True
        if before & NAME:
            return False
        return word in ("di", "dari", "untuk", "bidang", "in", "at", "from", "on", "with", "to", "atas", "pada") and (
            word not in ("to", "pada", "on", "with") or self._head_is_role(start, at)
        )

    def _head_is_role(self, start: int, at: int) -> bool:
        return any(index in self._role_at for index in range(start, at))

    def _joins_names(self, at: int, high: int) -> bool:
        kind = self._words.kind
        if at + 1 >= high:
            return False
        after = kind[at + 1]
        return not after & (FINITE | PREPOSITION | SUBORDINATOR | COMMA | AUXILIARY) or bool(after & NAME)

    def _quoted_name(self, at: int, high: int) -> int | None:
        kind = self._words.kind
        for index in range(at + 1, min(high, at + 6)):
            if kind[index] & QUOTE:
                return index + 1
            if kind[index] & (COMMA | STOP):
                return None
        return None

    def _bracket(self, at: int, high: int) -> int | None:
        words = self._words
        if at + 1 < high and words.ent[at + 1] in ("DATE", "TIME") and words.kind[at - 1] & TIME:
            return None
        for index in range(at + 1, min(high, at + 12)):
            if words.kind[index] & CLOSE:
                return index + 1
        return None

    def _apposition(self, start: int, comma: int, high: int) -> int | None:
        """Return the end of an apposition that follows a comma, None if none does."""
        words, kind = self._words, self._words.kind
        first = comma + 1
        if first >= high:
            return None
        if words.ent[comma - 1] in _PLACE and words.ent[first] in _PLACE:
            end = words.ent_end[first]
            return end if end <= high and not self._binds_verb(end, high) else None
        k = kind[first]
        if k & (FRAME | RELATIVE | TIME | SUBORDINATOR | CONTRAST | QUOTE | PRONOUN) and not k & (
            NAME | DETERMINER
        ):
            return None
        if words.ent[first] in ("DATE", "TIME") or words.text[first][0].isdigit():
            return None
        end = self._run(first, high)
        if end <= first or words.has(first, end, FINITE):
            return None
        if end < high and not kind[end] & (COMMA | STOP | FRAME | RELATIVE | TIME | SEMICOLON | BREAK | PREPOSITION):
            return None
        named = words.has(start, comma, NAME)
        role = self._head_is_role(first, end)
        if kind[first] & NAME and not role:
            return end if self._head_is_role(start, comma) else None
        return end if named and (role or k & DETERMINER or k & NOUN) else None

    def _binds_verb(self, at: int, high: int) -> bool:
        return at < high and bool(self._words.kind[at] & FINITE)
