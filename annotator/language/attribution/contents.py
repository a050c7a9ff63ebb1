"""Find what is asserted: the clause or phrase after a cue, or what stands before a tag."""

from __future__ import annotations

from annotator.language.attribution.drafts import Range
from annotator.language.attribution.phrases import Phrases
from annotator.language.attribution.quotes import Quote
from annotator.language.lexicon import Cue, Grammar
from annotator.language.words import (
    ADDRESSEE,
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BREAK,
    CLAUSE_EDGE,
    CLOSE,
    COLON,
    COMMA,
    CONTRAST,
    COORDINATOR,
    DASH,
    DEMONSTRATIVE,
    DETERMINER,
    EXISTENTIAL,
    FINITE,
    FRAME,
    NAME,
    NEGATOR,
    NOUN,
    NUMBER,
    OPEN,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    PURPOSE,
    QUESTION,
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


class Contents:
    """Finds contents in one passage."""

    def __init__(
        self,
        words: Words,
        grammar: Grammar,
        phrases: Phrases,
        quotes: list[Quote],
        inside: list[int],
    ) -> None:
        self._words = words
        self._grammar = grammar
        self._phrases = phrases
        self._quotes = quotes
        self._inside = inside
        self._addressed = grammar.words("cues", "addressed")

    def trim(self, start: int, end: int) -> Range | None:
        """Drop space and outer punctuation, but keep quotation marks and brackets in pairs."""
        kind = self._words.kind
        while start < end and kind[start] & (
            COMMA | STOP | COLON | SEMICOLON | DASH | SPACE | BREAK | CLOSE
        ) and self._inside[start] < 0:
            start += 1
        while end > start and kind[end - 1] & (
            COMMA | STOP | COLON | SEMICOLON | DASH | SPACE | BREAK | OPEN
        ) and not self._ends_quote(end):
            end -= 1
        return (start, end) if start < end else None

    def _ends_quote(self, end: int) -> bool:
        """Tell whether a stop belongs to a quotation that was never closed."""
        number = self._inside[end - 1]
        return number >= 0 and not self._quotes[number].closed

    def after(self, cue_end: int, high: int, cue: Cue) -> Range | None:
        """Return the content that follows a cue, None if nothing there can be asserted."""
        kind = self._words.kind
        if cue.stance == "demanding":
            asked = self._after_purpose(cue_end, high)
            if asked is not None:
                return asked
        start = self._after_complementiser(cue_end, high, cue)
        if start is not None:
            return self.trim(start, high)
        start = self._skip_frame(cue_end, high, cue)
        if start >= high:
            return None
        if kind[start] & QUOTE and self._inside[start] >= 0:
            return self.trim(start, high)
        if cue.takes == "quote":
            return None
        if kind[start] & (QUESTION) and not kind[start] & (THAT | RELATIVE):
            return None
        if self.is_clause(start, high):
            return self.trim(start, high)
        if cue.takes == "any" and self._is_phrase(start, high):
            return self.trim(start, high)
        return None

    def is_clause(self, start: int, high: int) -> bool:
        """Tell whether a stretch begins with a clause that has a predicate of its own."""
        kind = self._words.kind
        if kind[start] & (SUBORDINATOR | EXISTENTIAL) and not kind[start] & PREPOSITION:
            return True
        if self._phrases.head_first and kind[start] & (NEGATOR | AUXILIARY) and not kind[start] & NAME:
            return True
        relative = False
        for at in range(start, high):
            k = kind[at]
            if k & (STOP | SEMICOLON | COLON | BREAK) and self._inside[at] < 0:
                return False
            if k & RELATIVE and not k & NAME:
                relative = True
            elif k & FINITE and (not k & NAME):
                if relative and not self._phrases.head_first:
                    relative = False
                    continue
                return True
            elif self._phrases.head_first and k & (NEGATOR | AUXILIARY | VERB) and at > start and not relative:
                return True
            elif k & COMMA and relative:
                relative = False
        return False

    def _is_phrase(self, start: int, high: int) -> bool:
        k = self._words.kind[start]
        if k & (STOP | COMMA | SEMICOLON | COLON | CLOSE | BREAK):
            return False
        if k & (COORDINATOR | CONTRAST) and not k & NAME:
            return False
        return bool(
            k == 0 or k & (NOUN | NAME | DETERMINER | ADJECTIVE | NUMBER | NEGATOR | ADVERB | PRONOUN | AUXILIARY | VERB | QUOTE)
        )

    def _after_complementiser(self, at: int, high: int, cue: Cue) -> int | None:
        """Step over 'to reporters on Monday' up to 'that', or over 'kepada pers' up to 'bahwa'."""
        words, kind = self._words, self._words.kind
        start = at
        while at < high and at - start < 25:
            k = kind[at]
            if k & THAT and not words.ent[at]:
                if words.low[at] in self._grammar.words("cues", "weak_that") and at > start:
                    return None
                if not k & DETERMINER or self._complementiser(at, high):
                    return at if k & QUESTION else at + 1
                return None
            if k & (STOP | SEMICOLON | COLON | QUOTE | BREAK | CONTRAST):
                return None
            if k & FINITE and not k & NAME:
                return None
            if at == start and not (
                k & (PREPOSITION | FRAME | ADDRESSEE | COMMA | TIME | ADVERB)
                or cue.lemma in self._addressed
            ):
                return None
            at += 1
        return None

    def _complementiser(self, at: int, high: int) -> bool:
        """Tell 'said that prices rose' from 'said that'."""
        return at + 1 < high and not self._words.kind[at + 1] & (FINITE | STOP | COMMA) or (
            at + 1 < high and bool(self._words.kind[at + 1] & (NAME | COMMA))
        )

    def _after_purpose(self, at: int, high: int) -> Range | None:
        """Return what is asked for, without 'agar', 'untuk' or 'to'."""
        kind = self._words.kind
        for index in range(at, min(high, at + 25)):
            k = kind[index]
            if k & (STOP | SEMICOLON | QUOTE | BREAK):
                return None
            if k & FINITE and not k & NAME and not self._phrases.head_first:
                return None
            if k & PURPOSE and index + 1 < high:
                if not self._phrases.head_first and not self._is_infinitive(index + 1):
                    continue
                return self.trim(index + 1, high)
        return None

    def _is_infinitive(self, at: int) -> bool:
        words = self._words
        while at + 1 < len(words.kind) and words.kind[at] & (ADVERB | NEGATOR):
            at += 1
        return words.tag[at] in ("VB", "") and bool(words.kind[at] & VERB)

    def _skip_frame(self, at: int, high: int, cue: Cue) -> int:
        """Step over an addressee, a time or a place between the cue and the content."""
        words, kind = self._words, self._words.kind
        if cue.lemma in self._addressed:
            at = self._skip_object(at, high)
        while at < high:
            k = kind[at]
            if k & (COMMA | COLON | SPACE | DASH):
                at += 1
            elif words.ent[at] in ("DATE", "TIME"):
                at = words.ent_end[at]
            elif k & (PREPOSITION | ADDRESSEE) and not k & NAME:
                after = self._skip_adverbial(at, high)
                if after is None:
                    return at
                at = after
            else:
                return at
        return at

    def _skip_object(self, at: int, high: int) -> int:
        """Step over the person told: 'told [CNN Philippines] the towns were damaged'."""
        words, kind = self._words, self._words.kind
        if at < high and words.ent[at] and words.ent[at] not in ("DATE", "TIME"):
            return words.ent_end[at]
        start = at
        if at < high and kind[at] & PRONOUN and not kind[at] & DETERMINER:
            return at + 1
        while at < high:
            k = kind[at]
            if k & PUNCTUATION or k & (FINITE | THAT | PREPOSITION) and not k & NAME:
                break
            if at > start and k & (DETERMINER | PRONOUN):
                break
            if at > start and kind[at - 1] & NOUN and k & NAME and not words.ent[at - 1]:
                break
            at += 1
        return at

    def _skip_adverbial(self, at: int, high: int) -> int | None:
        """Return where a prepositional frame ends if a comma or a new clause follows it."""
        words, kind = self._words, self._words.kind
        index = at + 1
        while index < high:
            k = kind[index]
            if k & COMMA:
                return index + 1 if index - at < 14 else None
            if k & QUOTE and self._inside[index] >= 0 and self._quotes[self._inside[index]].speech:
                return index
            if k & (STOP | SEMICOLON | COLON | BREAK) or k & FINITE and not k & NAME:
                return None
            if words.ent[index] in ("DATE", "TIME") and kind[index - 1] & PREPOSITION:
                index = words.ent_end[index]
                if index < high and kind[index] & (DETERMINER | NAME | PRONOUN | NOUN):
                    return index
                continue
            new_phrase = k & (DETERMINER | PRONOUN) and kind[index - 1] & (NOUN | NAME)
            if new_phrase and not self._phrases.head_first and self.is_clause(index, high):
                return index
            index += 1
        return None

    def cut_tail(self, span: Range, limit: int) -> Range | None:
        """Cut a content at `limit`, dropping the conjunction that leads to what follows."""
        start, end = span
        if limit >= end:
            return span
        kind = self._words.kind
        end = limit
        while end > start and kind[end - 1] & (COORDINATOR | CONTRAST | COMMA | SPACE):
            end -= 1
        return self.trim(start, end)


__all__ = ["AUXILIARY", "DEMONSTRATIVE", "CLAUSE_EDGE", "FRAME", "Contents"]
