"""Find where a verb's clause begins, and what may stand between the subject and the verb."""

from __future__ import annotations

from annotator.language.lexicon import Grammar
from annotator.language.words import (
    ADVERB,
    AUXILIARY,
    CLAUSE_EDGE,
    COMMA,
    CONTRAST,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    NAME,
    NEGATOR,
    NOUN,
    PREPOSITION,
    PRONOUN,
    PURPOSE,
    QUOTE,
    RELATIVE,
    SPACE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
    Words,
)

_BETWEEN = AUXILIARY | ADVERB | NEGATOR
_CHAIN = 5
_TIMES = frozenset(("DATE", "TIME"))


class Clauses:
    """Walk leftward through the clauses of one passage."""

    def __init__(self, words: Words, grammar: Grammar) -> None:
        self._words = words
        self._kind = words.kind
        self._inflects = grammar.inflects
        self._modifiers = grammar.words("names", "modifiers")
        self._clitic = grammar.clitic
        self._verb_shape = grammar.verb_shape
        self._exemplary = grammar.words("names", "exemplary")
        self._raising_fill = grammar.words("cues", "raising_fill")
        self._raising = grammar.words("cues", "raising")

    def before_verb(self, verb: int, low: int) -> int:
        """Step back from a verb over auxiliaries, adverbs, and a time such as 'on Friday'."""
        kind, ent = self._kind, self._words.ent
        end = verb
        while end > low:
            k = kind[end - 1]
            chain = self.chain_before(end - 1, low)
            if chain is not None:
                end = chain
            elif k & SPACE or self._is_between(end - 1):
                end -= 1
            elif ent[end - 1] in _TIMES and end - 1 > low:
                while end > low and ent[end - 1] in _TIMES:
                    end -= 1
                if end > low and kind[end - 1] & PREPOSITION and not kind[end - 1] & NAME:
                    end -= 1
            elif not self._inflects and self._is_stacked(end - 1) and not ent[end - 1]:
                end -= 1
            else:
                break
        return end

    def _is_stacked(self, at: int) -> bool:
        """Return True for the first verb of 'mencoba menjelaskan', not for the noun 'bicaranya'."""
        k = self._kind[at]
        return bool(k & VERB) and not k & NAME and not self._words.low[at].endswith(self._clitic)

    def chain_before(self, at: int, low: int) -> int | None:
        """Return where 'went on' begins if token `at` is the 'to' of 'went on to say'.

        'Went so far as to say' is read in the same way.
        """
        words = self._words
        if not self._kind[at] & PURPOSE or not self._inflects or at <= low:
            return None
        verb = at - 1
        while verb > low and at - verb < _CHAIN and words.low[verb] in self._raising_fill:
            verb -= 1
        return verb if verb >= low and words.low[verb] in self._raising else None

    def _is_between(self, at: int) -> bool:
        """Return True if a word may stand between a subject and its verb."""
        k = self._kind[at]
        if k & COORDINATOR and at > 0 and self._kind[at - 1] & self._kind[at + 1] & ADVERB:
            return True
        if not k & _BETWEEN or k & (NAME | PRONOUN):
            return False
        return bool(k & (AUXILIARY | NEGATOR)) or self._words.text[at][0].islower()

    def edge(self, end: int, low: int) -> int:
        """Return the start of the clause whose subject ends before `end`."""
        at = end
        while at > low:
            back = self._step_back(at, end, low)
            if back is None:
                break
            at = back
        return at

    def _step_back(self, at: int, end: int, low: int) -> int | None:
        """Return the token to continue from, None if the token before `at` ends the clause."""
        k = self._kind[at - 1]
        if k & QUOTE:
            return self.scare_quote(at, low)
        if k & (CLAUSE_EDGE | COMMA):
            return None
        if k & NAME or self._words.low[at - 1] in self._modifiers:
            return at - 1
        if k & (SUBORDINATOR | CONTRAST) and not k & PREPOSITION and not self._such_as(at - 1):
            return None
        if k & SUBORDINATOR and self._hangs(at - 1, low):
            return None
        if k & THAT and (not k & DETERMINER or self._is_complementiser(at - 1, end)):
            return None
        if k & DASH and self._spaced(at - 1):
            return None
        if k & RELATIVE and self._inflects:
            return None
        if k & COORDINATOR and self._joins_clauses(at - 1, end, low):
            return None
        if k & FINITE and not self._is_reduced(at - 1, low):
            return self._relative_before(at - 1, low)
        return at - 1

    def _hangs(self, at: int, low: int) -> bool:
        """Return True for 'It began after Smith [said]'.

        Not for 'The man held after the raid [said]'.
        """
        if not self._inflects:
            return False
        verbs = (i for i in range(at - 1, low - 1, -1) if self._kind[i] & FINITE)
        verb = next((i for i in verbs if not self._kind[i] & NAME), None)
        return verb is not None and self._relative_before(verb, low) is None

    def _is_reduced(self, at: int, low: int) -> bool:
        """Return True for 'Emails obtained through a request [suggest]': a participle.

        Not a verb.
        """
        words, kind = self._words, self._kind
        if words.tag[at] != "past" or at <= low or at + 1 >= len(kind):
            return False
        if not self._verb_shape.match(words.low[at]):
            return False
        return bool(kind[at - 1] & (NOUN | NAME) and kind[at + 1] & (PREPOSITION | TIME))

    def _such_as(self, at: int) -> bool:
        low = self._words.low
        return at > 0 and bool(self._kind[at] & SUBORDINATOR) and low[at - 1] in self._exemplary

    def _is_complementiser(self, at: int, end: int) -> bool:
        return at + 1 < end and bool(self._kind[at + 1] & (DETERMINER | PRONOUN | NAME))

    def _spaced(self, at: int) -> bool:
        words = self._words
        return at > 0 and words.end[at - 1] < words.start[at]

    def scare_quote(self, at: int, low: int) -> int | None:
        """Step over a short closed quotation that ends before `at`."""
        kind = self._kind
        for back in range(at - 2, max(low - 1, at - 8), -1):
            if kind[back] & QUOTE:
                return back
            if kind[back] & (STOP | COMMA):
                return None
        return None

    def _joins_clauses(self, at: int, end: int, low: int) -> bool:
        """Return True for 'A did this and B [said]', not for 'A and B [said]'."""
        kind = self._kind
        if at + 1 >= end or (kind[at + 1] & (VERB | AUXILIARY) and not kind[at + 1] & NAME):
            return True
        for back in range(at - 1, low - 1, -1):
            if kind[back] & (CLAUSE_EDGE & ~QUOTE):
                return False
            if kind[back] & COMMA and back < at - 1 and not self._inflects:
                return False
            if kind[back] & FINITE and not kind[back] & NAME:
                return self._relative_before(back, low) is None
        return False

    def _relative_before(self, verb: int, low: int) -> int | None:
        """Return the relative pronoun that a verb belongs to, unless a comma parts them."""
        kind = self._kind
        for back in range(verb - 1, max(low, verb - 12), -1):
            k = kind[back]
            if k & RELATIVE:
                return back
            if k & AUXILIARY and not self._inflects:
                continue
            if k & (COMMA | CLAUSE_EDGE | FINITE) and not k & NAME:
                return None
        return None
