"""Find hedges, and decide if one weakens the main predicate of a content."""

from __future__ import annotations

from annotator.language.lexicon import Hedge, Lexicon
from annotator.language.words import (
    ADDRESSEE,
    ADJECTIVE,
    AUXILIARY,
    CLAUSE_EDGE,
    COMMA,
    CONTRAST,
    COORDINATOR,
    DEMONSTRATIVE,
    DETERMINER,
    EXISTENTIAL,
    FINITE,
    NAME,
    NEGATOR,
    NOUN,
    NUMBER,
    PREPOSITION,
    PRONOUN,
    PURPOSE,
    QUOTE,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    VERB,
    Words,
)

Range = tuple[int, int]
_NEAR = 14
_VERB_FORMS = frozenset(("base", "gerund", "participle", "past", "present"))


class Hedging:
    """Find hedges in one passage."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        grammar = lexicon.grammar
        self._words = words
        self._kind = words.kind
        self._hedges = lexicon.hedges
        self._inflects = grammar.inflects
        self._possible_events = grammar.words("hedges", "possible_events")
        self._able_agents = grammar.words("hedges", "able_agents")
        self._conditional = grammar.words("hedges", "conditional")
        self._usually_possible = grammar.words("hedges", "usually_possible")
        self._links = grammar.words("hedges", "links")
        self._modifiers = grammar.words("hedges", "modifiers")
        self._cases = grammar.words("hedges", "cases")
        self._needs_complement = grammar.words("hedges", "needs_complement")
        self._compared = grammar.words("hedges", "compared")
        self._comparing = grammar.words("hedges", "comparing")
        self._complements = grammar.words("hedges", "complements")
        self._definite = grammar.words("names", "definite")
        self._objects = grammar.words("hedges", "objects")
        self._bearers = grammar.words("hedges", "bearers")

    def find(self, content: list[Range]) -> list[tuple[int, int, Hedge]]:
        """Return the hedges inside a content."""
        found = []
        for start, end in content:
            for a, b, hedges in self._hedges.scan(self._words.low, start, end):
                if self._counts((a, b), hedges[0], (start, end)):
                    found.append((a, b, hedges[0]))
        return found

    def of_cue(self, cue: Range) -> bool:
        """Return True if a cue is itself a hedge (menduga, speculated, allegation)."""
        found = self._hedges.at(self._words.low, cue[0])
        return found is not None and found[1][0].sense in ("epistemic", "fear", "cue")

    def _counts(self, at: Range, hedge: Hedge, content: Range) -> bool:
        start, end = at
        words, tag = self._words, self._words.tag[start]
        if hedge.sense in ("weak", "cue") or (self._kind[start] & NAME and words.ent[start]):
            return False
        if words.text[start] == "May" and hedge.form == "may":
            return False
        if words.low[start] in self._compared and words.low[start - 1] in self._comparing:
            return False
        if hedge.kind == "noun":
            return tag not in _VERB_FORMS and self._noun_asserts(at, content)
        if hedge.kind == "verb" and tag in ("noun", "plural"):
            return False
        if words.low[start] in self._needs_complement and not self._has_complement(end, content[1]):
            return False
        if hedge.kind == "verb" and end < content[1] and self._is_said_to(end):
            return False
        if hedge.sense == "fear":
            return not (start and self._kind[start - 1] & NEGATOR)
        if hedge.sense == "ability":
            return self._is_possibility(start, content[1])
        return True

    def _is_said_to(self, at: int) -> bool:
        """Return True for 'suggested it' and 'suggested to the president', which attribute it."""
        if self._words.low[at] in self._objects:
            return True
        told = self._kind[at] & ADDRESSEE and at + 1 < len(self._kind)
        return bool(told and self._kind[at + 1] & (DETERMINER | NAME | PRONOUN))

    def _has_complement(self, at: int, high: int) -> bool:
        """Return True for 'appears to be' and 'seems likely', not for 'appeared in December'."""
        if at >= high:
            return False
        return self._words.low[at] in self._complements or bool(self._kind[at] & ADJECTIVE)

    def _noun_asserts(self, at: Range, content: Range) -> bool:
        """Return True for an asserted probability, not for a mentioned one."""
        start, end = at
        kind, low = self._kind, self._words.low
        if end < content[1] and kind[end] & DEMONSTRATIVE and not kind[end] & NAME:
            return False
        if start > content[0] and kind[start - 1] & DEMONSTRATIVE:
            return low[start - 1] in self._definite
        if start - content[0] <= 1 and low[start - 1] not in self._cases:
            return True
        for back in range(start - 1, max(content[0] - 1, start - 4), -1):
            if kind[back] & EXISTENTIAL or low[back] in self._bearers:
                return True
            if not kind[back] & (DETERMINER | ADJECTIVE | AUXILIARY) and kind[back]:
                return False
        return False

    def _is_possibility(self, at: int, high: int) -> bool:
        """Return True for 'could fail'.

        Not for 'can register'. Harm, change, or a condition about others counts.
        """
        kind, low = self._kind, self._words.low
        if (at and kind[at - 1] & NEGATOR) or (at + 1 < high and kind[at + 1] & NEGATOR):
            return False
        if any(k & NEGATOR for k in kind[max(0, at - 4) : at]):
            return False
        if any(word in self._possible_events for word in low[at + 1 : min(high, at + 4)]):
            return True
        if any(word in self._able_agents for word in low[max(0, at - 6) : at]):
            return False
        if any(word in self._conditional for word in low[at + 1 : high]):
            return True
        return low[at] in self._usually_possible

    # Scope

    def scopes(self, hedge: Range, content: list[Range]) -> bool:
        """Return True if a hedge stands on the first main predicate of a content."""
        start, end = content[0]
        at = hedge[0]
        if not start <= at < end:
            return self._scopes_rest(at, content)
        start = self._main_clause(start, end)
        if at < start:
            return start == end or (self._words.low[at] not in self._conditional and at + 3 > start)
        return not self._in_aside(start, at) and self._on_first_predicate(start, at, end)

    def _scopes_rest(self, at: int, content: list[Range]) -> bool:
        """Judge a hedge in the second part of a clause that a quotation tag divides."""
        start, end = content[0]
        if len(content) == 1 or self._words.has(start, end, FINITE | VERB):
            return False
        rest = content[1][0]
        if self._kind[at] & NOUN and self._words.has(rest, max(rest, at), VERB | FINITE):
            return False
        return 0 <= at - rest <= 6 and not self._words.has(rest, max(rest, at), RELATIVE)

    def _main_clause(self, start: int, end: int) -> int:
        """Return where the main clause begins, behind 'If it rains,' or 'Meski begitu,'."""
        kind = self._kind
        first = start
        while first < end and not self._words.text[first][0].isalnum():
            first += 1
        if first >= end or not kind[first] & (SUBORDINATOR | CONTRAST) or kind[first] & NAME:
            return start
        for at in range(first, end):
            if kind[at] & COMMA:
                return at + 1
        return start

    def _on_first_predicate(self, start: int, at: int, end: int) -> bool:
        kind = self._kind
        predicates = verbs = 0
        relative = False
        for index in range(start, at):
            k = kind[index]
            if k & NAME:
                continue
            if k & RELATIVE or self._is_relative_that(index):
                relative = True
            elif k & (CLAUSE_EDGE & ~QUOTE) and index > start:
                return False
            elif k & COMMA:
                relative = False
                if predicates:
                    return False
            elif k & (SUBORDINATOR | CONTRAST | COORDINATOR) and predicates:
                return False
            elif k & FINITE:
                if relative:
                    verbs += 1
                    relative = not self._inflects
                elif self._words.low[index] not in self._links:
                    predicates += 1
        if relative and not self._after_relative(at, verbs):
            return False
        if predicates == 0:
            return not self._modifies(at) and not self._is_infinitive(start, at)
        return predicates == 1 and at - start < _NEAR and not kind[at] & (NOUN | VERB)

    def _in_aside(self, start: int, at: int) -> bool:
        """Return True in 'Guo, who was once believed to be rich,': between commas, behind 'who'."""
        kind = self._kind
        for back in range(at - 1, start, -1):
            if kind[back] & RELATIVE and not kind[back] & NAME:
                verbs = [i for i in range(back, at) if kind[i] & FINITE and not kind[i] & NAME]
                return bool(kind[back - 1] & COMMA) and len(verbs) <= 1
            if kind[back] & (COMMA | CLAUSE_EDGE):
                return False
        return False

    def _is_infinitive(self, start: int, at: int) -> bool:
        """Return True for 'a contest to suggest designs'.

        Not for 'likely to rain' and 'may rain'.
        """
        if self._words.tag[at] != "base" or at <= start + 1 or self._kind[at] & AUXILIARY:
            return False
        return bool(self._kind[at - 1] & PURPOSE) or bool(self._kind[at - 1] & COORDINATOR)

    def _is_relative_that(self, at: int) -> bool:
        """Return True for 'one of four that could flip', not for 'says that could happen'."""
        if not self._inflects or not 0 < at < len(self._kind) - 1 or not self._kind[at] & THAT:
            return False
        before, after = self._kind[at - 1], self._kind[at + 1]
        return bool(before & (NOUN | NUMBER) and after & (FINITE | AUXILIARY))

    def _after_relative(self, at: int, verbs: int) -> bool:
        """Return True for 'PAN yang sudah bergabung kabarnya mendapat jatah'.

        Not for 'yang diduga lari'.
        """
        bound = SUBORDINATOR | COORDINATOR | RELATIVE | VERB | PREPOSITION | AUXILIARY
        return not self._inflects and verbs > 0 and not self._kind[at - 1] & bound

    def _modifies(self, at: int) -> bool:
        """Return True for a mere modifier ('kasus dugaan suap'), not for the thing asserted."""
        words = self._words
        if at == 0 or words.low[at] not in self._modifiers:
            return False
        before = self._kind[at - 1]
        if self._inflects:
            if words.low[at - 1] in self._links:
                return False
            return at + 1 < len(self._kind) and bool(self._kind[at + 1] & (NOUN | ADJECTIVE))
        if at + 1 < len(self._kind) and self._kind[at + 1] & VERB:
            return False
        noun_before = bool(before & NOUN) and not before & PRONOUN
        return noun_before or words.low[at - 1] in self._cases
