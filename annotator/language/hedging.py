"""Find hedges, and tell whether one weakens the main predicate of a content."""

from __future__ import annotations

from annotator.language.lexicon import Hedge, Lexicon
from annotator.language.words import (
    CLAUSE_EDGE,
    COMMA,
    CONTRAST,
    COORDINATOR,
    FINITE,
    NAME,
    NEGATOR,
    NOUN,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    VERB,
    Words,
)

Range = tuple[int, int]


class Hedging:
    """Finds hedges in one passage."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self._words = words
        self._lexicon = lexicon
        self._grammar = lexicon.grammar

    def find(self, content: list[Range]) -> list[tuple[int, int, Hedge]]:
        """Return the hedges inside a content."""
        found = []
        for start, end in content:
            for a, b, hedges in self._lexicon.hedges.scan(self._words.low, start, end):
                hedge = hedges[0]
                if self._counts(a, b, hedge, end):
                    found.append((a, b, hedge))
        return found

    def _counts(self, start: int, end: int, hedge: Hedge, high: int) -> bool:
        words = self._words
        if hedge.sense == "weak":
            return False
        if words.kind[start] & NAME and words.ent[start]:
            return False
        tag = words.tag[start]
        if hedge.kind == "noun" and tag.startswith("V"):
            return False
        if hedge.kind == "verb" and tag in ("NN", "NNS"):
            return False
        if hedge.form == "may" and words.text[start] == "May":
            return False
        if hedge.sense == "ability":
            return self._is_possibility(start, high)
        return True

    def _is_possibility(self, at: int, high: int) -> bool:
        """Tell 'could fail' from 'can register': harm, change, or a condition about others."""
        words = self._words
        if at and words.kind[at - 1] & NEGATOR:
            return False
        if at + 1 < high and words.kind[at + 1] & NEGATOR:
            return False
        sure = self._grammar.words("hedges", "possible_events")
        for index in range(at + 1, min(high, at + 4)):
            if words.low[index] in sure:
                return True
        agents = self._grammar.words("hedges", "able_agents")
        before = words.low[max(0, at - 6) : at]
        if any(word in agents for word in before):
            return False
        conditional = self._grammar.words("hedges", "conditional")
        after = words.low[at + 1 : high]
        if any(word in conditional for word in after):
            return True
        return words.low[at] in self._grammar.words("hedges", "usually_possible")

    def scopes(self, hedge: Range, content: list[Range]) -> bool:
        """Tell whether a hedge stands on the first predicate of the first content."""
        words, kind = self._words, self._words.kind
        start, end = content[0]
        at = hedge[0]
        if not start <= at < end:
            return (
                len(content) > 1
                and not words.has(start, end, FINITE | VERB)
                and at >= content[1][0]
                and (at - content[1][0] <= 6)
            )
        predicates = 0
        relative = False
        index = start
        while index < at:
            k = kind[index]
            if k & RELATIVE and not k & NAME:
                relative = True
            elif k & (CLAUSE_EDGE) and index > start:
                return False
            elif k & COMMA:
                relative = False
                if predicates:
                    return False
            elif k & (SUBORDINATOR | CONTRAST) and predicates and not k & NAME:
                return False
            elif k & COORDINATOR and predicates and not k & NAME:
                return False
            elif k & FINITE and not k & NAME:
                if relative:
                    relative = self._lexicon.lang == "id"
                elif not self._is_link(index):
                    predicates += 1
            index += 1
        if relative:
            return False
        if predicates == 0:
            return not self._modifies(at, hedge[1], end)
        return predicates == 1 and at - start < 14 and bool(kind[at] & (NOUN | VERB)) is False

    def _is_link(self, at: int) -> bool:
        return self._words.low[at] in self._grammar.words("hedges", "links")

    def _modifies(self, start: int, end: int, high: int) -> bool:
        """Tell a mere modifier ('kasus dugaan suap') from the thing asserted."""
        words, kind = self._words, self._words.kind
        if start == 0:
            return False
        before = kind[start - 1]
        noun_before = bool(before & NOUN) and not before & (PRONOUN | PREPOSITION)
        if words.low[start] in self._grammar.words("hedges", "modifiers"):
            return noun_before or words.low[start - 1] in self._grammar.words("hedges", "cases")
        return False
