"""Find the noun phrase before a verb that names the source."""

from __future__ import annotations

from typing import NamedTuple

from annotator.language.attribution.chunking.clauses import Clauses
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
    DETERMINER,
    FIRST_PERSON,
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
    SPACE,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
    Words,
)

_BETWEEN = AUXILIARY | ADVERB | NEGATOR
_PLACES = frozenset(("GPE", "LOC"))
_TIMES = frozenset(("DATE", "TIME"))
_NAMELIKE = NOUN | NAME | PRONOUN | DETERMINER


class Phrase(NamedTuple):
    """A noun phrase as a token range, and the start of its clause."""

    start: int
    end: int
    clause: int


class SubjectPhrases:
    """Find subjects in one passage."""

    def __init__(self, words: Words, grammar: Grammar, role_at: set[int], clauses: Clauses) -> None:
        self._words = words
        self._kind = words.kind
        self._role_at = role_at
        self._clauses = clauses
        self._inflects = grammar.inflects
        self._means = grammar.words("names", "means")
        self._things = grammar.thing
        self._clitic = grammar.clitic
        self._link_tails = grammar.words("classes", "link_tail")
        self._indefinite = grammar.words("names", "indefinite")

    def before(self, verb: int, low: int) -> Phrase | None:
        """Return the subject that ends right before token `verb`, none before token `low`."""
        end = self._clauses.before_verb(verb, low)
        if end <= low:
            return None
        if self._kind[end - 1] & (COMMA | DASH):
            return self._before_parenthesis(end, low)
        return self._plain(end, low)

    def _before_parenthesis(self, end: int, low: int) -> Phrase | None:
        """Read 'Rina Sari, head of the agency, [said]' and 'Rudi, yang melihatnya, [said]'."""
        kind = self._kind
        close = end - 1
        comma = close - 1
        while comma >= low and not kind[comma] & (COMMA | DASH | CLAUSE_EDGE & ~QUOTE):
            quoted = self._clauses.scare_quote(comma + 1, low) if kind[comma] & QUOTE else comma
            if quoted is None:
                break
            comma = quoted - 1
        if comma < low or kind[comma] & CLAUSE_EDGE:
            return self._plain(close, max(low, comma + 1))
        first = self._next_word(comma + 1, close)
        outer = self.before(comma, low)
        if outer is None:
            return self._plain(close, comma + 1)
        if self._is_adjunct(first, close):
            return outer
        return Phrase(outer.start, self._cut_relative(first, close), outer.clause)

    def _is_adjunct(self, first: int, close: int) -> bool:
        """Return True for an adverbial or a relative clause between commas.

        Not for an apposition.
        """
        words = self._words
        if first >= close:
            return True
        k = words.kind[first]
        if k & NAME:
            return False
        if k & (RELATIVE | TIME | SUBORDINATOR | CONTRAST | VERB | QUOTE | ADVERB | AUXILIARY):
            return True
        if k & (PREPOSITION | FRAME) and not k & DETERMINER:
            return True
        return words.text[first][0].isdigit() or words.tag[first] in ("participle", "gerund")

    def _plain(self, end: int, low: int) -> Phrase | None:
        kind = self._kind
        start = clause = self._clauses.edge(end, low)
        if low < start < end and kind[start] & RELATIVE and kind[start - 1] & COMMA:
            return self._plain(start - 1, low)
        if start > low and kind[start - 1] & COMMA:
            wider = self._with_title_before(start, end, low)
            if wider is not None:
                start = clause = wider
        start = self._strip_front(self._after_participle(start, end), end)
        if self._is_gapped(start, end):
            start = clause = end - 1
        end = self._cut_relative(start, end)
        while end > start and kind[end - 1] & (PUNCTUATION & ~(CLOSE | QUOTE)):
            end -= 1
        if start >= end or not self._names_something(start, end):
            return None
        return Phrase(start, end, clause)

    # Which part of it names the source

    def _with_title_before(self, start: int, end: int, low: int) -> int | None:
        """Read 'Juru bicara KPK, Febri Diansyah [said]' and 'police in Baytown, Texas [said]'."""
        words, kind = self._words, self._kind
        left_start = self._clauses.edge(start - 1, low)
        opens = self._opens(left_start, low)
        left = self._strip_front(left_start, start - 1)
        if left == left_start + 1 and self._ends_connective(left_start, start):
            left_start = left
        if left >= start - 1:
            return None
        if words.ent[start - 2] in _PLACES and words.ent[start] in _PLACES:
            return left if words.ent_end[start] == end else None
        name_first = all(k & NAME for k in kind[left : start - 1]) and left == left_start
        name_first = name_first and words.ent[left] not in _PLACES
        if name_first and start in self._role_at and not kind[start] & NAME:
            return left if opens else None
        listed = words.has(start, end, COORDINATOR)
        if listed and words.has(left_start, start - 1, RELATIVE):
            return left
        if left != left_start or not kind[start] & NAME or not opens:
            return None
        if listed and kind[left] & NAME:
            return left
        all_names = all(k & (NAME | OPEN | CLOSE) or k == 0 for k in kind[start:end])
        has_role = any(at in self._role_at for at in range(left, start - 1))
        return left if all_names and has_role else None

    def _is_gapped(self, start: int, end: int) -> bool:
        """Return True for 'the best one I [know]': a noun and a bare relative clause."""
        if not self._inflects or end - start < 2:
            return False
        last, before = self._kind[end - 1], self._kind[end - 2]
        pronoun = last & FIRST_PERSON and last & PRONOUN and not last & (DETERMINER | NAME)
        return bool(pronoun and before & (NOUN | PRONOUN) and not before & NAME)

    def _opens(self, start: int, low: int) -> bool:
        """Return True if a phrase opens its clause and is not the object of another verb."""
        if start <= low:
            return True
        k = self._kind[start - 1]
        return (
            bool(k & (COMMA | CLAUSE_EDGE | THAT | CONTRAST | COORDINATOR | CLOSE)) and not k & NAME
        )

    def _strip_front(self, start: int, end: int) -> int:
        """Drop connectives, times and leading places from the front of a subject."""
        words, kind = self._words, self._kind
        loose = CONTRAST | COORDINATOR | SUBORDINATOR | ADVERB | AUXILIARY | TIME
        while start < end:
            k = kind[start]
            if k & OPEN:
                start = self._after_bracket(start, end)
            elif k & PUNCTUATION and not k & QUOTE:
                start += 1
            elif words.ent[start] in _TIMES:
                start = words.ent_end[start]
            elif self._ends_connective(start, end):
                start += 1
            elif k & NAME or (k & PRONOUN and (start + 1 == end or not k & DETERMINER)):
                return start
            elif k & loose and not k & DETERMINER:
                start = self._after_connective(start, end)
            elif k & PREPOSITION and self._ends_connective(start + 1, end):
                start += 2
            elif k & PREPOSITION:
                after = self._after_adverbial(start, end)
                if after is None:
                    return end
                start = after
            else:
                return start
        return start

    def _after_participle(self, start: int, end: int) -> int:
        """Step over the participle of 'Calling it “vital” the mayor [said]'."""
        if self._words.tag[start] == "gerund":
            for at in range(end - 2, start, -1):
                if self._kind[at] & QUOTE:
                    return at + 1
        return start

    def _after_bracket(self, start: int, end: int) -> int:
        for at in range(start, end):
            if self._kind[at] & CLOSE:
                return at + 1
        return start + 1

    def _after_connective(self, start: int, end: int) -> int:
        """Step over 'Namun' or over both words of 'Sementara itu'."""
        start += 1
        return start + 1 if self._ends_connective(start, end) else start

    def _ends_connective(self, at: int, end: int) -> bool:
        """Return True for the second word of 'Sementara itu' before a subject."""
        if self._inflects or at == 0 or at + 1 >= end:
            return False
        links = self._kind[at - 1] & (CONTRAST | SUBORDINATOR | COORDINATOR | PREPOSITION)
        return bool(links) and self._words.low[at] in self._link_tails

    def _after_adverbial(self, start: int, end: int) -> int | None:
        """Return where the subject begins after 'On Friday' or 'Di Jakarta'."""
        words, kind = self._words, self._kind
        at = start + 1
        while at < end and kind[at] & (DETERMINER | PREPOSITION | ADVERB) and not words.ent[at]:
            at += 1
        if at >= end:
            return None
        if words.ent[at]:
            return words.ent_end[at] if words.ent_end[at] < end else None
        for index in range(at + 1, end):
            opens = kind[index] & (DETERMINER | NAME | PRONOUN) and not kind[index] & PREPOSITION
            if opens and not kind[index - 1] & (PREPOSITION | DETERMINER | COORDINATOR):
                return index
        return None

    def _cut_relative(self, start: int, end: int) -> int:
        kind = self._kind
        for at in range(start + 1, end):
            if self._words.low[at] in self._means and self._is_means(at, end):
                return at
            if kind[at] & RELATIVE and not kind[at] & NAME:
                return end if self._needs_relative(start, at) else at
        return end

    def _is_means(self, at: int, end: int) -> bool:
        """Return True for 'Polisi [dalam suatu pernyataan]', not for 'menteri dalam negeri'."""
        return any(self._stem(low) in self._things for low in self._words.low[at + 1 : end])

    def _stem(self, low: str) -> str:
        return low.removesuffix(self._clitic)

    def _needs_relative(self, start: int, relative: int) -> bool:
        """Return True if only the relative clause identifies the source: 'a man who saw it'."""
        words = self._words
        if any(at in self._role_at for at in range(start, relative)):
            return False
        return words.low[start] in self._indefinite and not words.has(start, relative, NAME)

    def _names_something(self, start: int, end: int) -> bool:
        return any(
            not k & PUNCTUATION and (k & _NAMELIKE or not k & VERB) for k in self._kind[start:end]
        )

    def _next_word(self, at: int, end: int) -> int:
        while at < end and self._kind[at] & (SPACE | BREAK):
            at += 1
        return at
