"""Base class of the constructions: access to the passage, and questions about a cue's place."""

from __future__ import annotations

from annotator.language.attribution.candidate import Range
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.words import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COLON,
    COMMA,
    CONTRAST,
    COORDINATOR,
    DASH,
    DEMONSTRATIVE,
    FINITE,
    FRAME,
    NAME,
    NEGATOR,
    NOUN,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SEMICOLON,
    SPACE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
)

_ASIDE = 10
_TIMES = frozenset(("DATE", "TIME"))
_NOUNS = frozenset(("noun", "plural"))
_NO_VERB = frozenset(("noun", "plural", "name", "names", "adjective", "preposition"))
_LOOSE = CONTRAST | COORDINATOR | SUBORDINATOR | ADVERB | AUXILIARY | PREPOSITION | TIME | COMMA
_BETWEEN = AUXILIARY | ADVERB | NEGATOR | SPACE


class Construction:
    """Base of the constructions: shortcuts into the view and shared questions."""

    def __init__(self, view: PassageView) -> None:
        self.view = view
        self.words = view.words
        self.kind = view.words.kind
        self.contents = view.contents
        self.subjects = view.subjects
        self.speakers = view.speakers
        self._perfect = view.grammar.words("cues", "perfect")
        self._modals = view.grammar.words("cues", "modals")

    def negated(self, verb: int, low: int) -> bool:
        """Return True if a negator stands among the words right before a verb."""
        at = verb - 1
        while at >= low and self.kind[at] & _BETWEEN and not self.kind[at] & NAME:
            if self.kind[at] & NEGATOR:
                return True
            at -= 1
        return False

    def word_before(self, verb: int, low: int) -> int:
        """Return the token before a verb and its auxiliaries, `low` - 1 if there is none."""
        at = verb - 1
        while at >= low and not self.kind[at] & NAME:
            joins = self.kind[at] & COORDINATOR and self.kind[at - 1] & self.kind[at + 1] & ADVERB
            chain = self.view.clauses.chain_before(at, low)
            if chain is not None:
                at = chain - 1
                continue
            if not (self.kind[at] & _BETWEEN or joins):
                break
            at -= 1
        return at

    def only_connectives(self, span: Range) -> bool:
        """Return True if a stretch is only 'However, on Monday'."""
        words, kind = self.words, self.kind
        return span[1] - span[0] <= 6 and all(
            kind[i] & _LOOSE
            or words.ent[i] in _TIMES
            or (kind[i] & DEMONSTRATIVE and i > span[0] and not self.view.grammar.inflects)
            for i in range(*span)
        )

    def in_relative(self, verb: int, low: int) -> bool:
        """Return True if a verb belongs to a relative clause that began shortly before it."""
        for back in range(verb - 1, max(low - 1, verb - 8), -1):
            k = self.kind[back]
            if k & RELATIVE and not k & NAME:
                return True
            if k & (COMMA | VERB) and not k & (AUXILIARY | NAME):
                return False
        return False

    def is_active(self, at: Range, low: int, high: int) -> bool:
        """Return True for a verb in the active voice.

        Not for a noun, a passive and a reduced relative.
        """
        start, end = at
        tag = self.words.tag[start]
        if tag in _NO_VERB:
            return tag in _NOUNS and self._is_mistaken(at, high)
        if not self.view.grammar.inflects or not tag:
            return True
        if not self.kind[start] & VERB:
            return False
        if tag not in ("participle", "past", "base"):
            return True
        helpers = self.helpers(start, low)
        if tag != "base" and self._joined_to_passive(start, low):
            return False
        if tag == "base":
            return bool(helpers & self._modals) or not helpers
        if helpers & self.view.grammar.words("cues", "be"):
            return False
        marked = end < high and bool(self.kind[end] & (THAT | QUOTE | PRONOUN))
        closed = start > low and self.kind[start - 1] & COMMA and not helpers
        marked = marked or (bool(closed) and self._that_follows(end, high))
        perfect = helpers & self._perfect or self._before_aside(start, low) in self._perfect
        return tag == "past" or marked or bool(perfect)

    def _that_follows(self, at: int, high: int) -> bool:
        """Return True if 'that' opens a clause behind a frame: 'on Sunday that he lost'."""
        for index in range(at, min(high, at + _ASIDE)):
            if self.view.inside[index] >= 0:
                continue
            if self.kind[index] & THAT:
                return True
            if self.kind[index] & (COMMA | FINITE | STOP) and not self.kind[index] & NAME:
                return False
        return False

    def _before_aside(self, verb: int, low: int) -> str:
        """Return the word before ', in a statement,' in front of a verb."""
        if verb - 1 <= low or not self.kind[verb - 1] & COMMA:
            return ""
        for at in range(verb - 2, max(low, verb - _ASIDE), -1):
            if self.kind[at] & COMMA:
                return self.words.low[at - 1]
        return ""

    def _is_mistaken(self, at: Range, high: int) -> bool:
        """Return True for a verb that the model mistook for a noun: 'The department notes, “…”'.

        A noun precedes it, a clause or a quotation follows, and it is no reporting noun.
        """
        start, end = at
        if not self.view.grammar.inflects or not start or end + 1 >= high:
            return False
        if not self.kind[start - 1] & (NOUN | NAME | ADJECTIVE) or self.kind[start - 1] & TIME:
            return False
        found = self.view.lexicon.cues.at(self.words.low, start)
        if found is None or any(cue.kind == "noun" for cue in found[1]):
            return False
        after = end + 1 if self.kind[end] & (COMMA | COLON) else end
        quote = self.view.quote_starting_at(after)
        return bool(self.kind[end] & THAT) or (quote is not None and quote.speech)

    def _joined_to_passive(self, verb: int, low: int) -> bool:
        """Return True for 'was hauled in and told', not for 'left and told'."""
        before = self.word_before(verb, low)
        if before <= low or not self.kind[before] & COORDINATOR:
            return False
        found = self.view.lexicon.cues.at(self.words.low, verb)
        if found is not None and not any(self.view.tells(cue) for cue in found[1]):
            return False
        forms = self.view.grammar.words("cues", "be")
        for at in range(before - 1, max(low, before - 7), -1):
            if self.words.tag[at] == "participle":
                return bool(self.helpers(at, low) & forms)
            if self.kind[at] & (FINITE | COMMA):
                return False
        return False

    def helpers(self, verb: int, low: int) -> frozenset[str]:
        """Return the words between a verb and its subject."""
        return frozenset(self.words.low[self.word_before(verb, low) + 1 : verb])

    # The content before a quotation tag, and its continuation after it

    def before_tag(self, unit: Unit, tag: int) -> list[Range]:
        """Return the content that a quotation tag closes: a quotation, or the clause before it."""
        quote = self.view.quote_ending_at(tag)
        start = self.left_edge(unit, tag)
        if quote is not None and quote.speech:
            lead = self.contents.trim(start, quote.start)
            if lead is None or not self.words.has(*lead, FINITE | NOUN | NAME | VERB):
                return [(quote.start, quote.end)]
            if self.kind[quote.start - 1] & (COMMA | COLON | DASH):
                return [(quote.start, quote.end)]
        span = self.contents.trim(start, tag)
        return [span] if span else []

    def left_edge(self, unit: Unit, tag: int) -> int:
        """Return the earliest start of a clause that ends at a tag: after a semicolon or colon."""
        for index in range(tag - 1, unit.start, -1):
            if self.kind[index] & (SEMICOLON | COLON) and self.view.inside[index] < 0:
                return index + 1
        return unit.start

    def resumed(self, unit: Unit, after: int, content: list[Range]) -> list[Range]:
        """Return the continuation after a tag: a second quotation, or the rest of a clause."""
        found = self._quotes_after(unit, after)
        whole = not content or self.view.quote_ending_at(content[-1][1]) is not None
        joined = after + 1 < unit.end and self.view.inside[after + 1] < 0
        if found and (whole or not joined or self.kind[found[0][0] - 1] & (COMMA | STOP | COLON)):
            return found
        if content and self.view.quote_ending_at(content[-1][1]) is not None:
            return []
        cut = after + 1 < unit.end and self.kind[after] & COMMA
        if not cut or not self.is_rest(after + 1, unit, content):
            return []
        rest = self.contents.trim(after + 1, unit.end)
        return [rest] if rest else []

    def _quotes_after(self, unit: Unit, at: int) -> list[Range]:
        found: list[Range] = []
        while at < unit.end:
            quote = self.view.quote_starting_at(at)
            if quote is not None and quote.speech and self._is_set_off(quote.start):
                found.append((quote.start, min(quote.end, unit.end)))
                at = quote.end
            else:
                at += 1
        return found

    def _is_set_off(self, at: int) -> bool:
        """Return True for speech that continues, not for a title in quotation marks."""
        while at > 0 and self.kind[at - 1] & SPACE:
            at -= 1
        return self.words.text[at][0] not in "'‘" or bool(
            self.kind[at - 1] & (COMMA | STOP | COLON)
        )

    def is_rest(self, at: int, unit: Unit, content: list[Range]) -> bool:
        """Return True if a stretch after a tag continues the clause that the tag divides."""
        words, kind = self.words, self.kind
        if words.ent[at] in _TIMES or kind[at] & TIME:
            return False
        complete = any(words.has(a, b, FINITE) for a, b in content)
        if words.low[at] in self.view.grammar.words("cues", "reasoning"):
            return words.has(at, unit.end, FINITE)
        if kind[at] & (FRAME | PREPOSITION) and not kind[at] & NAME:
            return not complete and words.has(at, unit.end, FINITE)
        if words.tag[at] in ("gerund", "participle"):
            return not complete
        return unit.end - at > 2

    def frame_end(self, unit: Unit, at: int) -> int:
        """Step over the rest of a tag: whom, when and where, up to a comma or a quotation."""
        edge = COMMA | STOP | SEMICOLON | COLON | QUOTE
        while at < unit.end and not self.kind[at] & edge:
            at += 1
        return at
