"""Recognise clauses that have no verb.

That is 'stok beras aman', 'penyebabnya korsleting', 'stocks safe'.
"""

from __future__ import annotations

from annotator.language.lexicon import Cue, Grammar
from annotator.language.words import (
    ADJECTIVE,
    ADVERB,
    CLAUSE_EDGE,
    COMMA,
    DEMONSTRATIVE,
    DETERMINER,
    NAME,
    NEGATOR,
    NOUN,
    NUMBER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SPACE,
    SUBORDINATOR,
    Words,
)

_OPENS = NOUN | NAME | NUMBER | PRONOUN | DETERMINER | DEMONSTRATIVE
_PREDICATE = NOUN | ADJECTIVE | NUMBER
_MIN_WORDS = 2
_PHRASE_WORDS = 3


class VerblessClauses:
    """Recognise verbless clauses after a verb of saying in one passage.

    Indonesian needs no copula, and English headlines drop it. After a verb that only
    reports statements ('mengatakan', 'say') a phrase is a clause.
    """

    def __init__(self, words: Words, grammar: Grammar) -> None:
        self._words = words
        self._kind = words.kind
        self._inflects = grammar.inflects
        self._copula_optional = grammar.copula_optional
        self._clausal = grammar.words("cues", "clausal")
        self._clitic = grammar.clitic

    def is_clause(self, start: int, high: int, cue: Cue) -> bool:
        """Return True if a verbless clause begins at `start`."""
        end = self._end(start, high)
        if end - start < _MIN_WORDS or not self._kind[start] & _OPENS:
            return False
        if not self._copula_optional:
            hidden = self._drops_be(start, end) or self._hides_verb(start, end)
            return cue.lemma in self._clausal and hidden
        if cue.takes != "clause":
            return False
        if cue.lemma in self._clausal:
            return end - start > _PHRASE_WORDS or not self._kind[end - 1] & DEMONSTRATIVE
        return any(self._parts(at, end) for at in range(start, end - 1))

    def _end(self, start: int, high: int) -> int:
        edge = CLAUSE_EDGE | COMMA | SPACE
        return next((at for at in range(start, high) if self._kind[at] & edge), high)

    def _parts(self, at: int, end: int) -> bool:
        """Return True if a subject ends at a token and a predicate follows: 'vaksin itu | aman'."""
        k = self._kind[at]
        owned = k & NOUN and self._words.low[at].endswith(self._clitic)
        if not (k & (DEMONSTRATIVE | PRONOUN) or owned) or k & NAME:
            return False
        after = self._kind[at + 1]
        # A cleft: 'gedung itu yang menjadi sasaran'.
        if k & DEMONSTRATIVE and after & RELATIVE and at + 2 < end:
            return True
        return bool(after & _PREDICATE) and not after & (PREPOSITION | SUBORDINATOR)

    def _hides_verb(self, start: int, end: int) -> bool:
        """Return True for 'the plan talks about', whose verb the tagger mistook for a plural."""
        for at in range(start + 1, end - 1):
            plural = self._words.tag[at] == "plural"
            after = self._kind[at + 1] & (PREPOSITION | DETERMINER | PRONOUN)
            if plural and after and self._kind[at - 1] & NOUN and not self._kind[at - 1] & NAME:
                return self._words.tag[at - 1] != "plural"
        return False

    def _drops_be(self, start: int, end: int) -> bool:
        """Return True for 'stocks safe' and 'no one hurt in the blaze', not for 'a few words'."""
        for at in range(start, end - 1):
            if not self._kind[at] & (NOUN | NAME | PRONOUN):
                continue
            last = at + 1
            while last < end and self._kind[last] & (ADVERB | NEGATOR):
                last += 1
            if last >= end:
                return False
            if self._kind[last] & NUMBER and last > at + 1:
                return True
            closed = last + 1 >= end or not self._kind[last + 1] & (NOUN | NAME | ADJECTIVE)
            if closed and (self._kind[last] & ADJECTIVE or self._words.tag[last] == "participle"):
                return True
        return False
