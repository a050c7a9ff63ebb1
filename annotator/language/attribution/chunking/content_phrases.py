"""Find the content after a cue: a clause, a phrase, a quotation, or a request."""

from __future__ import annotations

from annotator.language.attribution.candidate import Range
from annotator.language.attribution.chunking.complementisers import Complementisers
from annotator.language.attribution.chunking.quotations import Quote
from annotator.language.attribution.chunking.verbless_clauses import VerblessClauses
from annotator.language.lexicon import Cue, Grammar
from annotator.language.words import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BREAK,
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
    NAME,
    NEGATOR,
    NOUN,
    NUMBER,
    OPEN,
    PREPOSITION,
    PRONOUN,
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

_TIMES = frozenset(("DATE", "TIME"))
_OUTER = COMMA | STOP | COLON | SEMICOLON | DASH | SPACE | BREAK
_HARD_EDGE = STOP | SEMICOLON | COLON | BREAK
_NO_PHRASE = STOP | COMMA | SEMICOLON | COLON | CLOSE | BREAK
_OPENS_PHRASE = (
    NOUN | NAME | DETERMINER | ADJECTIVE | NUMBER | NEGATOR | ADVERB | PRONOUN | AUXILIARY | VERB
)
_MIN_CLAUSE = 3
_FIGURE_WORDS = 16


class ContentPhrases:
    """Find contents in one passage."""

    def __init__(
        self,
        words: Words,
        grammar: Grammar,
        quotes: tuple[list[Quote], list[int]],
    ) -> None:
        self._words = words
        self._kind = words.kind
        self._quotes, self._inside = quotes
        self._inflects = grammar.inflects
        self._no_content = grammar.words("cues", "no_content")
        self._links = grammar.words("hedges", "links")
        self._as_content = grammar.words("cues", "as_content")
        self._free = grammar.words("cues", "free_relative")
        self._at_figure = grammar.words("cues", "at_figure")
        self._describing = grammar.words("cues", "describing")
        self._addressed = grammar.words("cues", "addressed")
        self._verbless = VerblessClauses(words, grammar)
        self._framing = Complementisers(words, grammar, quotes, self.is_clause)

    def after(self, cue_end: int, high: int, cue: Cue) -> Range | None:
        """Return the content that follows a cue, None if nothing there is an assertion."""
        asks = cue.takes in ("intent", "any") or cue.lemma in self._addressed
        if cue.stance == "demanding" or asks:
            asked = self._framing.after_purpose(cue_end, high, cue)
            if asked is not None:
                return self.trim(asked, high)
        start = self._framing.after_complementiser(cue_end, high, cue)
        if start is not None:
            return self.trim(start, self._end_of_speech(start, high))
        start = self._framing.skip(cue_end, high, cue)
        if start < high and self._kind[start] & PURPOSE and not self._kind[start] & PREPOSITION:
            start += 1
        if start >= high or not self._can_be_content(start, high, cue):
            return None
        start = self._quoted_detail(start, high)
        if self._is_someone(start, high):
            return None
        return self.trim(start, self._end_of_speech(start, self._before_relative(start, high)))

    def _is_someone(self, start: int, high: int) -> bool:
        """Return True for 'confirmed him' and 'blamed them', which assert nothing."""
        k = self._kind[start]
        pronoun = k & PRONOUN and not k & (NAME | DETERMINER | DEMONSTRATIVE)
        if k & THAT and start + 2 < high and self._kind[start + 1] & COMMA:
            return self._words.tag[start + 2] == "gerund"
        if not self._inflects or not pronoun:
            return False
        return start + 1 >= high or bool(self._kind[start + 1] & (_HARD_EDGE | COMMA))

    def _quoted_detail(self, start: int, high: int) -> int:
        """Start at the quotation in 'spoke of the deal: “…”', if no clause precedes it."""
        for at in range(start, high - 1):
            k = self._kind[at]
            if k & (QUOTE | STOP) or (k & FINITE and not k & NAME):
                return start
            if k & COLON and self._kind[at + 1] & QUOTE:
                return at + 1
        return start

    def _end_of_speech(self, start: int, high: int) -> int:
        """End a content that is only a quotation before the sentence continues after its comma."""
        number = self._inside[start] if start < high else -1
        if number < 0 or not self._quotes[number].speech or self._quotes[number].start != start:
            return high
        end = self._quotes[number].end
        if end + 1 >= high:
            return high
        if self._kind[end] & (PREPOSITION | TIME) and not self._words.has(end, high, FINITE):
            return end
        if self._kind[end - 2] & COMMA and not self._kind[end] & (COORDINATOR | COMMA | QUOTE):
            return end
        if not self._kind[end] & COMMA:
            return high
        joins = self._kind[end + 1] & (COORDINATOR | QUOTE) or self._inside[end + 1] >= 0
        contrast = end + 2 < high and self._kind[end + 1] & CONTRAST
        joins = joins or (contrast and self._kind[end + 2] & THAT)
        return high if joins else end

    def _before_relative(self, start: int, high: int) -> int:
        """Leave out a relative clause that follows the quoted words of a content."""
        for at in range(start + 1, high - 1):
            closes = self._kind[at] & QUOTE and self._inside[at] >= 0
            if closes and self._quotes[self._inside[at]].end == at + 1:
                after = at + 2 if self._kind[at + 1] & COMMA else at + 1
                if after < high and self._kind[after] & RELATIVE:
                    return at + 1
        return high

    def _can_be_content(self, start: int, high: int, cue: Cue) -> bool:
        k = self._kind[start]
        if k & QUOTE and self._inside[start] >= 0:
            return cue.takes != "quote" or self._quotes[self._inside[start]].speech
        if cue.takes == "quote":
            return False
        if cue.takes == "quoted" and not self._quotes_soon(start, high, cue):
            return self._words.tag[start] == "gerund" or self._names_as(start, high)
        if cue.takes == "figure":
            return self._gives_figure(start, high)
        if cue.takes == "intent":
            return not self._inflects and bool(k & (AUXILIARY | THAT | PURPOSE))
        if self._cannot_open(start, cue):
            return False
        if k & QUESTION and not k & (THAT | RELATIVE):
            return self._is_free_relative(start, high)
        return self._is_content(start, high, cue)

    def _cannot_open(self, start: int, cue: Cue) -> bool:
        """Return True for a purpose, a relative clause or a reason, which assert nothing."""
        k = self._kind[start]
        if k & PURPOSE and k & PREPOSITION:
            return True
        if k & RELATIVE and not k & (THAT | NAME) and not k & QUESTION:
            return True
        return self._words.low[start] in self._no_content and cue.stance != "neutral"

    def _is_content(self, start: int, high: int, cue: Cue) -> bool:
        """Return True for a clause, a verbless clause, or a phrase where the cue takes one."""
        if self._words.low[start] in self._as_content and cue.takes in ("clause", "any"):
            return True
        gerund = self._words.tag[start] == "gerund" and not self._kind[start - 1] & COMMA
        if self._words.tag[start] == "gerund" and (cue.stance == "hedging" or not gerund):
            return False
        if gerund or self.is_clause(start, high) or self._verbless.is_clause(start, high, cue):
            return True
        if not self._inflects and self._kind[start - 1] & COMMA and cue.takes == "clause":
            return high - start > _MIN_CLAUSE and self._is_phrase(start)
        return cue.takes in ("any", "quoted", "evidence") and self._is_phrase(start)

    def _is_free_relative(self, start: int, high: int) -> bool:
        """Return True for 'noted [what began in May] had grown', not for 'asked what began'."""
        if not self._inflects or self._words.low[start] not in self._free:
            return False
        edge = (at for at in range(start, high) if self._kind[at] & (_HARD_EDGE | COMMA))
        finite = [at for at in range(start, next(edge, high)) if self._kind[at] & FINITE]
        return len(finite) > 1 and finite[-1] > finite[0] + 1

    def _quotes_soon(self, start: int, high: int, cue: Cue) -> bool:
        """Return True if the words of the source are quoted: 'called him “humble”'."""
        stop = min(high, start + 12)
        return any(
            self._kind[at] & QUOTE or self._words.low[at] in self._describing
            for at in range(start, stop)
        )

    def _gives_figure(self, start: int, high: int) -> bool:
        """Return True for 'put the death toll at 12', not for 'put the bag at the door'."""
        for at in range(start + 1, min(high - 1, start + _FIGURE_WORDS)):
            if self._kind[at] & (FINITE | COMMA | _HARD_EDGE) and not self._kind[at] & NAME:
                return False
            if self._words.low[at] in self._at_figure:
                after = range(at + 1, min(high, at + 5))
                return any(self._kind[i] & NUMBER or self._words.text[i] == "$" for i in after)
        return False

    def _names_as(self, start: int, high: int) -> bool:
        """Return True for 'called it a fluke' and 'called the plan a waste'.

        Not for 'called the police'.
        """
        kind = self._kind
        for at in range(start, high - 1):
            k = kind[at]
            ends = k & (NOUN | NAME | PRONOUN) and not k & DETERMINER
            if (
                ends
                and kind[at + 1] & (DETERMINER | ADJECTIVE)
                and not kind[at + 1] & (NAME | TIME)
            ):
                return True
            if k & (COMMA | PREPOSITION | COORDINATOR | FINITE | _HARD_EDGE) and not k & NAME:
                return False
        return False

    def is_assertion(self, start: int, high: int) -> bool:
        """Return True if a stretch begins with a quotation or a clause."""
        if start >= high:
            return False
        return bool(self._kind[start] & QUOTE) or self.is_clause(start, high)

    def is_clause(self, start: int, high: int) -> bool:
        """Return True if a stretch begins with a clause that has a predicate of its own."""
        k = self._kind[start]
        if k & (SUBORDINATOR | EXISTENTIAL) and not k & (PREPOSITION | NAME):
            return True
        if not self._inflects and k & (NEGATOR | AUXILIARY) and not k & NAME:
            return True
        predicate = FINITE | (NEGATOR | AUXILIARY | VERB if not self._inflects else 0)
        relative = described = False
        for at in range(start, high):
            k = self._kind[at]
            if k & _HARD_EDGE and self._inside[at] < 0:
                return False
            if k & NAME:
                continue
            if k & RELATIVE:
                relative, described = True, False
            elif k & COMMA:
                relative = False
            elif (described and self._begins_predicate(at)) or self._is_link(at):
                return True
            elif k & SUBORDINATOR and at > start and not (k & PREPOSITION or not self._inflects):
                return False
            elif k & predicate and (at > start or k & FINITE):
                if not relative:
                    return not self._inflects or not self._coordinated(at, start)
                # 'yang ditahan | akan dipindahkan': a second verb follows the relative clause.
                relative = described = not self._inflects and bool(k & VERB)
        return False

    def _is_link(self, at: int) -> bool:
        return not self._inflects and self._words.low[at] in self._links

    def _begins_predicate(self, at: int) -> bool:
        """Return True for the 'akan' of 'yang ditahan akan dipindahkan'."""
        new = self._kind[at] & (AUXILIARY | NEGATOR)
        return bool(new) and not self._kind[at - 1] & COORDINATOR

    def _coordinated(self, verb: int, low: int) -> bool:
        """Return True if a verb is joined to one before: 'proteins found there and used it'."""
        at = verb - 1
        while at > low and self._kind[at] & (ADVERB | AUXILIARY) and not self._kind[at] & NAME:
            at -= 1
        return at > low and bool(self._kind[at] & COORDINATOR)

    def _is_phrase(self, start: int) -> bool:
        k = self._kind[start]
        if k & _NO_PHRASE or (k & (COORDINATOR | CONTRAST) and not k & NAME):
            return False
        return k == 0 or bool(k & (_OPENS_PHRASE | QUOTE))

    def trim(self, start: int, end: int) -> Range | None:
        """Drop space and outer punctuation, but keep quotation marks and brackets in pairs."""
        kind = self._kind
        while start < end and kind[start] & (_OUTER | CLOSE) and self._inside[start] < 0:
            start += 1
        while end > start and self._is_loose(end - 1):
            end -= 1
        return (start, end) if start < end else None

    def _is_loose(self, at: int) -> bool:
        """Return True if a punctuation mark at the end does not belong to the content.

        A stop belongs to a quotation that was never closed; a lone mark belongs to none.
        """
        k, number = self._kind[at], self._inside[at]
        if number >= 0:
            return bool(k & (_OUTER | OPEN)) and self._quotes[number].closed
        return bool(k & (_OUTER | OPEN | QUOTE))

    def cut(self, span: Range, limit: int) -> Range | None:
        """Cut a content at `limit`, without a conjunction at its new end."""
        start, end = span
        if limit >= end:
            return span
        while limit > start and self._kind[limit - 1] & (COORDINATOR | CONTRAST | COMMA | SPACE):
            limit -= 1
        return self.trim(start, limit)
