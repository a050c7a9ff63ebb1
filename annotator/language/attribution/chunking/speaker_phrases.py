"""Find the noun phrase after a cue that names the source: 'kata X', 'according to X'."""

from __future__ import annotations

from annotator.language.attribution.chunking.subject_phrases import Phrase
from annotator.language.lexicon import Grammar
from annotator.language.words import (
    ADJECTIVE,
    ADVERB,
    AGENT,
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
    NOUN,
    OPEN,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
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

_PLACES = frozenset(("GPE", "LOC"))
_TIMES = frozenset(("DATE", "TIME"))
_AFTER_APPOSITION = COMMA | STOP | FRAME | RELATIVE | TIME | CLAUSE_EDGE | PREPOSITION
_MAX_APPOSITIONS = 3
_DEGREE = 5


class SpeakerPhrases:
    """Find sources named after their cue in one passage."""

    def __init__(self, words: Words, grammar: Grammar, role_at: set[int]) -> None:
        self._words = words
        self._kind = words.kind
        self._role_at = role_at
        self._inflects = grammar.inflects
        self._inside_name = grammar.words("names", "inside_name")
        self._things = grammar.thing | grammar.evidence
        self._modifiers = grammar.words("names", "modifiers")
        self._inside_role = grammar.words("names", "inside_role")

    def after(self, start: int, high: int, *, enclosed: bool = False) -> Phrase | None:
        """Return the noun phrase that begins at token `start`, ending by token `high`.

        If `enclosed`, an apposition must be closed by its own comma.
        """
        words, kind = self._words, self._kind
        if start >= high or words.ent[start] in _TIMES or kind[start] & THAT:
            return None
        if kind[start] & PRONOUN and not kind[start] & (DETERMINER | NAME):
            return Phrase(start, start + 1, start)
        end = self._run(start, high)
        if end <= start:
            return None
        for _ in range(_MAX_APPOSITIONS):
            piece = self._apposition(start, end, high)
            if piece is None or (enclosed and not self._closed(piece, high)):
                break
            end = piece
        loose = (PUNCTUATION & ~(CLOSE | QUOTE)) | ADVERB | VERB
        while end > start and kind[end - 1] & loose and not kind[end - 1] & NAME:
            end -= 1
        if end <= start or not self._names_something(start, end):
            return None
        return Phrase(start, end, start)

    def _closed(self, at: int, high: int) -> bool:
        return at >= high or bool(self._kind[at] & (COMMA | STOP))

    def _names_something(self, start: int, end: int) -> bool:
        return any(
            not k & PUNCTUATION and (k & NAME or not k & VERB) for k in self._kind[start:end]
        )

    def _run(self, start: int, high: int) -> int:
        """Walk over the words of one noun phrase, without commas."""
        at = start
        while at < high:
            step = self._step(start, at, high)
            if step is None:
                break
            at = step
        return at

    def _step(self, start: int, at: int, high: int) -> int | None:
        """Return the token to continue from, None if the token at `at` is outside the phrase."""
        words, k = self._words, self._kind[at]
        if k & QUOTE:
            return self._quoted_name(at, high)
        if k & OPEN:
            return self._bracket(at, high)
        if k & DASH or (not k and words.text[at] == "-"):
            return self._hyphened(start, at, high)
        if k & (CLAUSE_EDGE | COMMA | BREAK | SPACE):
            return None
        named = k & NAME and words.ent[at] not in _TIMES
        inside = named or words.low[at] in self._modifiers or self._may_follow(start, at, high)
        return at + 1 if inside else None

    def _may_follow(self, start: int, at: int, high: int) -> bool:
        """Return True if a word other than a name continues the phrase."""
        words, k = self._words, self._kind[at]
        if k & (TIME | RELATIVE) or words.ent[at] in _TIMES:
            return self._dates_a_noun(start, at, high)
        if k & (PREPOSITION | FRAME):
            return self._binds(start, at, high)
        if k & COORDINATOR:
            return self._joins_names(at, high)
        return at == start or self._continues(start, at, high)

    def _continues(self, start: int, at: int, high: int) -> bool:
        """Return True for the next noun or adjective of a phrase, not for the word after it."""
        words, k = self._words, self._kind[at]
        if words.tag[at] == "gerund":
            return False
        if not self._inflects and self._is_own_noun(start, at, high):
            return bool(k & PRONOUN)
        if k & DEMONSTRATIVE and self._closes_description(start, at, high):
            return True
        if k & THAT or self._ends_phrase(k) or words.ent[at - 1] == "PER":
            return False
        return not (k & DETERMINER and self._kind[at - 1] & NOUN) or bool(k & DEMONSTRATIVE)

    def _is_own_noun(self, start: int, at: int, high: int) -> bool:
        """Return True for the end of 'kesimpulan mereka' and of 'POTM [biaya itu tinggi]'."""
        kind = self._kind
        if kind[at] & PRONOUN and not kind[at] & (DEMONSTRATIVE | DETERMINER):
            ends = at + 1 >= high or kind[at + 1] & (PUNCTUATION | FRAME | TIME)
            return bool(kind[at - 1] & NOUN and not kind[at - 1] & NAME and ends)
        named = all(k & NAME for k in kind[start:at])
        return named and bool(kind[at] & NOUN) and not kind[at] & NAME and at not in self._role_at

    def _dates_a_noun(self, start: int, at: int, high: int) -> bool:
        """Return True for 'a 2022 study', not for 'a study in 2022'."""
        if at <= start or at + 1 >= high or not self._kind[at - 1] & DETERMINER:
            return False
        return bool(self._kind[at + 1] & (NOUN | ADJECTIVE))

    def _hyphened(self, start: int, at: int, high: int) -> int | None:
        """Step over the hyphen of 'al-Eryani', with what it joins if it joins both sides."""
        words = self._words
        if at <= start or words.end[at - 1] != words.start[at]:
            return None
        joins = at + 1 < high and words.end[at] == words.start[at + 1]
        return at + 2 if joins else at + 1

    def _closes_description(self, start: int, at: int, high: int) -> bool:
        """Return True for 'istri Galih Ginanjar itu,'.

        Not for 'Budi itu adalah': a description, and its end.
        """
        if at <= start or self._kind[start] & NAME:
            return False
        return at + 1 >= high or bool(self._kind[at + 1] & (PUNCTUATION | FRAME | TIME))

    def _ends_phrase(self, k: int) -> bool:
        official = k & AUXILIARY and k & ADJECTIVE
        if k & (FINITE | AUXILIARY | SUBORDINATOR | CONTRAST) and not k & DEMONSTRATIVE:
            return not official
        return bool(k & PRONOUN and not k & (DETERMINER | DEMONSTRATIVE))

    def _binds(self, start: int, at: int, high: int) -> bool:
        """Return True for 'head of the agency in Kyiv'.

        Not for 'Gatot in Jakarta'.
        """
        words, kind, word = self._words, self._kind, self._words.low[at]
        if at <= start or at + 1 >= high:
            return False
        if kind[at + 1] & (TIME | COMMA | STOP) or words.ent[at + 1] in _TIMES:
            return False
        if kind[at] & PURPOSE and kind[at + 1] & VERB:
            return False
        if word in self._inside_name:
            return True
        if kind[at] & AGENT:
            return any(low in self._things for low in words.low[start:at])
        named = kind[at - 1] & NAME and at - 1 not in self._role_at
        if named or word not in self._inside_role:
            return False
        return not kind[at + 1] & PRONOUN

    def _joins_names(self, at: int, high: int) -> bool:
        if at + 1 >= high:
            return False
        after = self._kind[at + 1]
        loose = FINITE | PREPOSITION | SUBORDINATOR | COMMA | AUXILIARY
        return bool(after & NAME) or not after & loose

    def _quoted_name(self, at: int, high: int) -> int | None:
        for index in range(at + 1, min(high, at + 6)):
            if self._kind[index] & QUOTE:
                return index + 1
            if self._kind[index] & (COMMA | STOP):
                return None
        return None

    def _bracket(self, at: int, high: int) -> int | None:
        words = self._words
        if at + 1 < high and words.ent[at + 1] in _TIMES and words.kind[at - 1] & TIME:
            return None
        for index in range(at + 1, min(high, at + 12)):
            if words.kind[index] & CLOSE:
                return index + 1
        return None

    def _apposition(self, start: int, comma: int, high: int) -> int | None:
        """Return the end of an apposition that follows a comma, None if none does."""
        words, kind = self._words, self._kind
        first = comma + 1
        if first >= high or not kind[comma] & COMMA:
            return None
        if words.ent[comma - 1] in _PLACES and words.ent[first] in _PLACES:
            end = words.ent_end[first]
            return end if end <= high else None
        if self._is_degree(first, high):
            return first + 1
        if not self._may_open_apposition(first):
            return None
        end = self._run(first, high)
        if end <= first or words.has(first, end, FINITE):
            return None
        if end < high and not kind[end] & _AFTER_APPOSITION:
            return None
        role = self._has_role(first, end)
        if kind[first] & NAME and not role:
            return end if self._has_role(start, comma) else None
        named = words.has(start, comma, NAME)
        return end if named and (role or kind[first] & (DETERMINER | NOUN)) else None

    def _is_degree(self, at: int, high: int) -> bool:
        """Return True for 'MD' and 'Sp.A' behind a name, not for a word: a few capitals, alone."""
        text = self._words.text[at].replace(".", "")
        alone = at + 1 >= high or bool(self._kind[at + 1] & (COMMA | STOP | FRAME))
        return alone and 2 <= len(text) <= _DEGREE and text[0].isupper() and text[-1].isupper()

    def _may_open_apposition(self, first: int) -> bool:
        words, k = self._words, self._kind[first]
        if words.tag[first] in ("gerund", "participle") or (k & VERB and not k & NAME):
            return False
        adverbial = FRAME | RELATIVE | TIME | SUBORDINATOR | CONTRAST | QUOTE | PRONOUN
        if k & adverbial and not k & (NAME | DETERMINER):
            return False
        return words.ent[first] not in _TIMES and not words.text[first][0].isdigit()

    def _has_role(self, start: int, end: int) -> bool:
        return any(index in self._role_at for index in range(start, end))
