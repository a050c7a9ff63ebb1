"""One passage as the constructions see it: words, quotations, phrases, and questions about them."""

from __future__ import annotations

from annotator.language.attribution.chunking.clauses import Clauses
from annotator.language.attribution.chunking.content_phrases import ContentPhrases
from annotator.language.attribution.chunking.quotations import Quote, covering, find_quotes
from annotator.language.attribution.chunking.sentence_units import Unit, paragraphs_of, units_of
from annotator.language.attribution.chunking.speaker_phrases import SpeakerPhrases
from annotator.language.attribution.chunking.subject_phrases import SubjectPhrases
from annotator.language.hedging import Hedging
from annotator.language.lexicon import Cue, Lexicon, Role
from annotator.language.roles import RoleJudge
from annotator.language.words import COMMA, NAME, PRONOUN, QUOTE, SPACE, Words


class PassageView:
    """Everything about a passage that a construction may use."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words = words
        self.lexicon = lexicon
        self.grammar = lexicon.grammar
        self._clitic = self.grammar.enclitic_source
        self._no_clitic = self.grammar.words("cues", "not_clitic")
        self.roles: dict[int, tuple[int, list[Role]]] = {
            start: (end, roles)
            for start, end, roles in lexicon.roles.scan(self._stems(), 0, len(words.low))
        }
        self.role_judge = RoleJudge(words, self.roles, self.grammar)
        self.hedging = Hedging(words, lexicon)
        self.paragraphs = paragraphs_of(words)
        self.quotes: list[Quote] = find_quotes(words, self.paragraphs)
        self._close_at_tags()
        self.inside = covering(self.quotes, len(words.low))
        self._drop_inch_marks()
        self.units: list[Unit] = units_of(words, self.paragraphs, self.quotes)
        # The article's headline, once it is read.
        self.headline: Unit | None = None
        role_at = set(self.roles)
        self.clauses = Clauses(words, self.grammar)
        self.subjects = SubjectPhrases(words, self.grammar, role_at, self.clauses)
        self.speakers = SpeakerPhrases(words, self.grammar, role_at)
        self.contents = ContentPhrases(words, self.grammar, (self.quotes, self.inside))

    def _drop_inch_marks(self) -> None:
        """Treat the mark in '6" pipe' as part of its word, if it closes no quotation."""
        words = self.words
        for at in range(1, len(words.kind)):
            if words.kind[at] & QUOTE and self.inside[at] < 0 and words.text[at - 1][-1].isdigit():
                words.kind[at] = 0

    def _stems(self) -> list[str]:
        """Return the words without the clitic, so that 'juru bicaranya' has a role as well."""
        low, clitic = self.words.low, self._clitic
        if not clitic:
            return low
        size = len(clitic)
        return [w[:-size] if w.endswith(clitic) and len(w) > size + 3 else w for w in low]

    def _close_at_tags(self) -> None:
        """End a quotation that was never closed where a tag follows it: '“…, kata Rudi.'"""
        kind = self.words.kind
        for quote in self.quotes:
            if quote.closed or self._turn_around(quote):
                continue
            for at in range(quote.start + 2, quote.end - 1):
                if kind[at] & COMMA and self._is_tag(at + 1):
                    quote.end = at + 1
                    break

    def _turn_around(self, quote: Quote) -> bool:
        """Let a mark that a tag follows close the sentence before: 'Harga naik, \"kata Rudi.'"""
        words, mark = self.words, quote.start
        first = max((start for start, end in self.paragraphs if start <= mark), default=mark)
        first = max(
            first, *(at for at in range(first, mark + 1) if at in words.starts or at == first)
        )
        if first + 1 >= mark or not self._is_tag(mark + 1):
            return False
        quote.start, quote.end = first, mark + 1
        quote.closed = quote.bare = True
        return True

    def _is_tag(self, at: int) -> bool:
        """Return True if 'kata Rudi', 'ujarnya', 'said Smith' or 'he said' begins at a token."""
        words = self.words
        named = NAME | PRONOUN
        found = self.lexicon.cues.at(words.low, at)
        if found is not None and found[0] < len(words.kind):
            after = found[0]
            speaks = words.kind[after] & named or after in self.roles or self.is_clitic((at, after))
            for cue in found[1]:
                if cue.kind == "bare" or (cue.order == "any" and self.grammar.inflects):
                    return bool(speaks)
        if not self.grammar.inflects or not words.kind[at] & named:
            return False
        verb = words.ent_end[at] if words.ent[at] else at + 1
        found = self.lexicon.cues.at(words.low, verb) if verb < len(words.kind) else None
        return found is not None and any(cue.order == "any" for cue in found[1])

    def in_headline(self, unit: Unit) -> bool:
        """Return True if a unit lies in the headline."""
        return self.headline is not None and unit.start < self.headline.end

    def cues(self, unit: Unit) -> list[tuple[int, int, list[Cue]]]:
        """Return the cue words of a unit that stand outside quotations."""
        inside = self.inside
        return [
            hit
            for hit in self.lexicon.cues.scan(self.words.low, unit.start, unit.end)
            if inside[hit[0]] < 0
        ]

    def tells(self, cue: Cue) -> bool:
        """Return True if a cue takes the person told as its object: 'told reporters'."""
        return cue.lemma in self.grammar.words("cues", "addressed")

    def is_speech(self, content: list[tuple[int, int]]) -> bool:
        """Return True if a content begins with speech in quotation marks."""
        return bool(content) and self.inside[content[0][0]] >= 0

    def is_clitic(self, cue: tuple[int, int]) -> bool:
        """Return True if a cue contains its source: katanya, menurutnya."""
        low = self.words.low[cue[1] - 1]
        return bool(self._clitic) and low.endswith(self._clitic) and low not in self._no_clitic

    def quote_ending_at(self, token: int) -> Quote | None:
        """Return the quotation whose closing mark is the last word before `token`."""
        kind = self.words.kind
        at = token - 1
        while at >= 0 and kind[at] & (COMMA | SPACE) and self.inside[at] < 0:
            at -= 1
        if at < 0 or self.inside[at] < 0:
            return None
        quote = self.quotes[self.inside[at]]
        return quote if quote.end == at + 1 else None

    def quote_starting_at(self, token: int) -> Quote | None:
        """Return the quotation whose opening mark is `token`."""
        if token >= len(self.inside) or self.inside[token] < 0:
            return None
        quote = self.quotes[self.inside[token]]
        return quote if quote.start == token and self.words.kind[token] & QUOTE else None
