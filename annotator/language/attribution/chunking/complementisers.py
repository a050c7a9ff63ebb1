"""Step over what stands between a cue and its content: whom, when, where, and 'that'."""

from __future__ import annotations

from collections.abc import Callable

from annotator.language.attribution.chunking.quotations import Quote
from annotator.language.lexicon import Cue, Grammar
from annotator.language.words import (
    ADDRESSEE,
    ADVERB,
    BREAK,
    CLAUSE_EDGE,
    COLON,
    COMMA,
    CONTRAST,
    DASH,
    DETERMINER,
    FINITE,
    FRAME,
    NAME,
    NEGATOR,
    NOUN,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    PURPOSE,
    QUESTION,
    QUOTE,
    SEMICOLON,
    SPACE,
    STOP,
    THAT,
    TIME,
    VERB,
    Words,
)

_TIMES = frozenset(("DATE", "TIME"))
_HARD_EDGE = STOP | SEMICOLON | COLON | BREAK
_FRAME_WORDS = 25
_ADVERBIAL_WORDS = 14
_OBJECT_WORDS = 10


class Complementisers:
    """Find where a content begins in one passage."""

    def __init__(
        self,
        words: Words,
        grammar: Grammar,
        quotes: tuple[list[Quote], list[int]],
        is_clause: Callable[[int, int], bool],
    ) -> None:
        self._words = words
        self._kind = words.kind
        self._quotes, self._inside = quotes
        self._inflects = grammar.inflects
        self._clause_test = is_clause
        self._about = grammar.words("cues", "about")
        self._addressed = grammar.words("cues", "addressed")
        self._asked = grammar.words("cues", "asked_for")
        self._partitive = grammar.words("cues", "partitive")
        self._copulas = grammar.words("cues", "copulas")
        self._weak_that = grammar.words("cues", "weak_that")

    def after_complementiser(self, start: int, high: int, cue: Cue) -> int | None:
        """Step over 'to reporters on Monday' up to 'that', or over 'kepada pers' up to 'bahwa'."""
        words, kind = self._words, self._kind
        if start >= high:
            return None
        if words.low[start] in self._weak_that and not self._is_condition(start, high):
            return start + 1
        frame = PREPOSITION | FRAME | ADDRESSEE | COMMA | TIME | ADVERB | THAT
        if not kind[start] & frame and cue.lemma not in self._addressed:
            return None
        for at in range(start, min(high, start + _FRAME_WORDS)):
            k = kind[at]
            if k & NAME or self._in_title(at):
                continue
            if k & THAT:
                if words.low[at] in self._weak_that and at > start:
                    return None
                if k & DETERMINER and not self._opens_clause(start, at + 1, high):
                    return None
                if k & QUESTION:
                    return at if at == start else None
                return at + 1
            if k & (_HARD_EDGE | QUOTE | CONTRAST | FINITE):
                return None
        return None

    def _in_title(self, at: int) -> bool:
        """Return True inside the quotation marks of a title: on \"Meet the Press\" that …"""
        number = self._inside[at]
        return number >= 0 and not self._quotes[number].speech

    def _is_condition(self, start: int, high: int) -> bool:
        """Return True for 'bilang kalau hujan, ia pulang', not for 'bilang kalau ia pulang'."""
        return any(self._kind[at] & COMMA and self._inside[at] < 0 for at in range(start + 1, high))

    def _opens_clause(self, start: int, at: int, high: int) -> bool:
        """Return True for 'said that prices rose', not for 'said that'."""
        if at >= high or self._kind[at] & STOP or self._words.low[at] in self._copulas:
            return False
        if at + 1 >= high or (self._kind[at] & NOUN and self._kind[at + 1] & (COMMA | STOP)):
            return False
        if self._kind[at] & COMMA and self._words.tag[at + 1] == "gerund":
            return False
        return at == start + 1 or not self._kind[at] & COMMA

    def after_purpose(self, start: int, high: int, cue: Cue) -> int | None:
        """Return the start of a requested or promised action, after 'agar', 'untuk' or 'to'."""
        if cue.stance != "demanding":
            at = start
            if cue.lemma in self._addressed and self._inflects:
                at = self._skip_object(start, high)
                if at == start:
                    return None
            ready = at + 1 < high and self._kind[at] & PURPOSE and self._inflects
            return at + 1 if ready and self._infinitive(at + 1) else None
        for at in range(start, min(high, start + _FRAME_WORDS)):
            k = self._kind[at]
            if k & NAME:
                continue
            if k & (STOP | SEMICOLON | QUOTE | BREAK) or (k & FINITE and self._inflects):
                break
            if k & PURPOSE and at + 1 < high and (not self._inflects or self._infinitive(at + 1)):
                return start + 1 if self._words.low[start] in self._asked else at + 1
        return None if not self._inflects else self._asked_for(start, high)

    def _asked_for(self, start: int, high: int) -> int | None:
        """Return where 'more time' begins in 'asked [the court for more time]'."""
        for at in range(start, min(high - 1, start + _OBJECT_WORDS)):
            if self._kind[at] & (PUNCTUATION | FINITE | THAT) and not self._kind[at] & NAME:
                return None
            if self._words.low[at] in self._asked and not self._kind[at + 1] & QUESTION:
                return at + 1
        return None

    def _infinitive(self, at: int) -> bool:
        words = self._words
        while at + 1 < len(words.kind) and words.kind[at] & (ADVERB | NEGATOR | QUOTE):
            at += 1
        return bool(words.kind[at] & VERB) and words.tag[at] in ("base", "")

    def skip(self, at: int, high: int, cue: Cue) -> int:
        """Step over an addressee, a time or a place between the cue and the content."""
        kind, ent = self._kind, self._words.ent
        if cue.lemma in self._addressed and self._inflects:
            at = self._skip_object(at, high)
        while at < high:
            k = kind[at]
            if k & DASH and self._aside_end(at, high) is not None:
                at = self._aside_end(at, high) or high
            elif k & (COMMA | COLON | SPACE | DASH) or self._is_when(at, high):
                at += 1
            elif ent[at] in _TIMES:
                end = self._words.ent_end[at]
                if end < high and self._words.low[end] in self._partitive:
                    return at
                at = end
            elif self._words.low[at] in self._about and cue.stance in ("voicing", "hedging"):
                return at + 1
            elif k & (PREPOSITION | ADDRESSEE) and not k & NAME:
                after = self._skip_adverbial(at, high)
                if after is None:
                    return at
                at = after
            else:
                return at
        return at

    def _aside_end(self, dash: int, high: int) -> int | None:
        """Return where the sentence continues after '— as the Herald reports —'."""
        for at in range(dash + 1, min(high, dash + _ADVERBIAL_WORDS)):
            if self._kind[at] & DASH:
                return at + 1
            if self._kind[at] & (STOP | QUOTE):
                return None
        return None

    def _is_when(self, at: int, high: int) -> bool:
        """Return True for 'said earlier he might', not for 'said more soldiers fell'."""
        if at + 1 >= high or not (self._kind[at] & ADVERB and self._kind[at] & FRAME):
            return False
        return bool(self._kind[at + 1] & (PRONOUN | DETERMINER | NAME | QUOTE))

    def _skip_object(self, start: int, high: int) -> int:
        """Step over the person told: 'told [CNN Philippines] the towns were damaged'."""
        words, kind = self._words, self._kind
        if start >= high:
            return start
        if words.ent[start] and words.ent[start] not in _TIMES:
            at = words.ent_end[start]
            while at < high and kind[at] & NAME and not kind[at] & DETERMINER:
                at += 1
            return at
        if kind[start] & PRONOUN and not kind[start] & DETERMINER:
            return start + 1
        for at in range(start, high):
            k = kind[at]
            if k & PUNCTUATION or (k & (FINITE | THAT | PREPOSITION) and not k & NAME):
                return at
            if at > start and k & (DETERMINER | PRONOUN):
                return at
            if at > start and kind[at - 1] & NOUN and k & NAME and not words.ent[at - 1]:
                return at
        return high

    def _skip_adverbial(self, start: int, high: int) -> int | None:
        """Return where a prepositional frame ends if a comma or a new clause follows it."""
        kind, ent = self._kind, self._words.ent
        at = start + 1
        while at < high:
            k = kind[at]
            if k & (COMMA | COLON):
                return at + 1 if at - start < _ADVERBIAL_WORDS else None
            if k & QUOTE and self._inside[at] >= 0 and self._quotes[self._inside[at]].speech:
                return at
            if k & (CLAUSE_EDGE & ~QUOTE) or (k & FINITE and not k & NAME):
                return None
            if ent[at] in _TIMES and kind[at - 1] & PREPOSITION:
                at = self._words.ent_end[at]
                if at < high and kind[at] & (DETERMINER | NAME | PRONOUN | NOUN):
                    return at
                continue
            if self._inflects and self._begins_phrase(at) and self._clause_test(at, high):
                return at
            at += 1
        return None

    def _begins_phrase(self, at: int) -> bool:
        kind = self._kind
        return bool(kind[at] & (DETERMINER | PRONOUN) and kind[at - 1] & (NOUN | NAME))
