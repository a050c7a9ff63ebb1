"""Unattributed claims: whole sentences, or clauses beside an attribution."""

from __future__ import annotations

import itertools

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.words import (
    BREAK,
    COLON,
    COMMA,
    CONTRAST,
    COORDINATOR,
    DASH,
    FINITE,
    NAME,
    NOUN,
    QUESTION,
    RELATIVE,
    SEMICOLON,
    SPACE,
    STOP,
    SUBORDINATOR,
    THAT,
    VERB,
)

_MIN_WORDS = 3


class Unattributed:
    """Find the claims of a unit that have no source."""

    def __init__(self, view: PassageView) -> None:
        self._view = view
        self._words = view.words
        self._contents = view.contents
        self._first = view.paragraphs[0][1] if view.paragraphs else 0

    def read(
        self, unit: Unit, drafts: list[Candidate], hearsay: list[Candidate]
    ) -> list[Candidate]:
        """Return the reporter's own claims in a unit whose attributed ones are `drafts`.

        A clause that holds one of the `hearsay` found in the unit is hearsay itself.
        """
        if self.is_question(unit):
            return []
        if not drafts:
            return self._whole(unit)
        if any(not draft.content for draft in drafts):
            return []
        spoken = [draft for draft in drafts if draft.pattern != "hearsay"]
        if not spoken:
            return self._beside_hearsay(unit, drafts)
        beside = [
            *self._before(unit, spoken),
            *self._after(unit, spoken),
            *self._behind(unit, spoken),
        ]
        return [_as_hearsay(draft, hearsay) for draft in beside]

    def is_question(self, unit: Unit) -> bool:
        """Return True if a unit is a question outside quotation marks."""
        at = unit.end - 1
        while at > unit.start and not self._words.kind[at] & STOP:
            if self._words.text[at].isalnum():
                return False
            at -= 1
        return self._words.text[at].startswith("?")

    def _whole(self, unit: Unit) -> list[Candidate]:
        if all(self._view.inside[i] >= 0 for i in range(unit.start, unit.end)):
            return []
        drafts = []
        for start, end in self._at_semicolons(unit):
            span = self._contents.trim(start, end)
            if span is not None and self._is_assertion(span):
                drafts.append(_claim(span))
        return drafts

    def _at_semicolons(self, unit: Unit) -> list[Range]:
        kind = self._words.kind
        cuts = [
            i
            for i in range(unit.start, unit.end)
            if kind[i] & SEMICOLON and self._view.inside[i] < 0
        ]
        edges = [unit.start, *(cut + 1 for cut in cuts), unit.end]
        parts = list(itertools.pairwise(edges))
        if all(self._words.has(a, b, FINITE) for a, b in parts):
            return parts
        return [(unit.start, unit.end)]

    def _is_assertion(self, span: Range) -> bool:
        words = self._words
        count = sum(1 for i in range(*span) if words.text[i][0].isalnum())
        leads = span[1] < len(words.kind) and words.kind[span[1]] & COLON
        if leads and words.kind[span[0]] & QUESTION:
            return False
        if count < _MIN_WORDS:
            return False
        ended = span[1] < len(words.kind) and words.kind[span[1]] & STOP
        titled = words.titled[0] <= span[0] < words.titled[1]
        headline = self._view.headline
        over = headline is not None and span[0] < headline.end and not ended
        if over and words.kind[span[0]] & QUESTION:
            return False
        if titled and any(self._is_headline_cue(at) for at in range(*span)):
            return True
        if not ended and (self._only_describes(span) or self._hangs(span)):
            return False
        if words.has(*span, FINITE) or (span[0] <= self._first and words.has(*span, VERB)):
            return True
        return bool(ended) and count >= 5

    def _is_headline_cue(self, at: int) -> bool:
        found = self._view.lexicon.cues.at(self._words.low, at)
        if at + 1 >= len(self._words.kind) or self._words.kind[at + 1] & (COLON | BREAK):
            return False
        return found is not None and any(cue.kind == "headline" for cue in found[1])

    def _only_describes(self, span: Range) -> bool:
        """Return True for the headline 'The Woman Who Would Not Leave'.

        Its only verb is relative.
        """
        kind = self._words.kind
        if not self._view.grammar.inflects or self._words.has(*span, COMMA):
            return False
        for at in range(span[0] + 1, span[1]):
            if kind[at] & FINITE and not kind[at] & NAME:
                return False
            if kind[at] & RELATIVE:
                return True
        return False

    def _hangs(self, span: Range) -> bool:
        """Return True if all verbs of a headline are subordinate: 'Respons Budi Usai Ditahan'."""
        kind = self._words.kind
        if not self._words.titled[0] <= span[0] < self._words.titled[1]:
            return False
        hanging = verbs = False
        for at in range(*span):
            if kind[at] & COMMA:
                hanging = False
            elif kind[at] & SUBORDINATOR and not kind[at] & NAME:
                hanging = True
            elif kind[at] & (VERB | FINITE) and not kind[at] & NAME:
                if not hanging:
                    return False
                verbs = True
        return verbs

    def _beside_hearsay(self, unit: Unit, drafts: list[Candidate]) -> list[Candidate]:
        """Split 'no deaths were reported, but the town was evacuated' at the contrast."""
        kind = self._words.kind
        for draft in drafts:
            start, end = draft.content[0]
            head = self._contents.trim(unit.start, start)
            if head and head[1] < start and self._is_main_clause(self._without_link(head)):
                return [_claim(self._without_link(head))]
            for at in range(draft.cue[0][1], end):
                if kind[at] & COMMA and at + 2 < end and kind[at + 1] & CONTRAST:
                    rest = self._contents.trim(at + 2, end)
                    head = self._contents.trim(start, at)
                    if rest and head and self._words.has(*rest, FINITE):
                        draft.content = [head]
                        return [_claim(rest)]
        return []

    def _without_link(self, span: Range) -> Range:
        start, end = span
        while end > start + 1 and self._words.kind[end - 1] & (CONTRAST | COORDINATOR | COMMA):
            end -= 1
        return (start, end)

    def _before(self, unit: Unit, drafts: list[Candidate]) -> list[Candidate]:
        """Return a main clause before the first attribution: 'A did this and said'."""
        first = min(drafts, key=lambda draft: draft.frame[0][0])
        edge = first.frame[0][0]
        lead = min(span[0] for draft in drafts for span in draft.content)
        if lead < edge and not self._words.kind[lead - 1] & (SEMICOLON | COLON | DASH):
            return []
        edge = min(lead, edge)
        kind = self._words.kind
        end = edge
        joined = False
        while end > unit.start and kind[end - 1] & (
            COORDINATOR | CONTRAST | SUBORDINATOR | COMMA | SPACE | SEMICOLON | COLON | DASH | THAT
        ):
            joined = joined or bool(
                kind[end - 1] & (COORDINATOR | CONTRAST | SUBORDINATOR | SEMICOLON | COLON | DASH)
            )
            end -= 1
        if (
            not joined
            and edge < unit.end
            and kind[edge] & (COORDINATOR | CONTRAST | SUBORDINATOR | COMMA)
        ):
            joined = True
        span = self._contents.trim(unit.start, end)
        if span is None or not joined or not self._is_main_clause(span):
            return []
        pointers = self._view.grammar.words("cues", "pointers")
        if self._words.low[span[0]] in pointers and span[1] - span[0] < 5:
            return []
        return [_claim(span)]

    def _after(self, unit: Unit, drafts: list[Candidate]) -> list[Candidate]:
        """Return a clause after an attribution about another event: '..., as troops moved'."""
        kind = self._words.kind
        last = max(drafts, key=lambda draft: max(span[1] for span in draft.content))
        if last.pattern != "verb" or last.entry is None or last.entry.takes != "any":
            return []
        start, end = last.content[-1]
        if self._clausal(start, end):
            return []
        hung = self._view.grammar.words("cues", "hung")
        for at in range(start, end):
            if kind[at] & COMMA and at + 1 < end and self._words.low[at + 1] in hung:
                rest = self._contents.trim(at + 2, end)
                head = self._contents.trim(start, at)
                if rest and head and self._is_main_clause(rest):
                    last.content[-1] = head
                    return [_claim(rest)]
        return []

    def _behind(self, unit: Unit, drafts: list[Candidate]) -> list[Candidate]:
        """Return main clauses outside any attribution, after a semicolon or a leading clause."""
        kind = self._words.kind
        stop = max(b for d in drafts for a, b in [*d.content, *d.frame, *d.cue])
        if stop + 2 >= unit.end or not kind[stop] & (SEMICOLON | COMMA):
            return []
        if kind[stop] & COMMA and not kind[unit.start] & SUBORDINATOR:
            return []
        if any(d.pattern not in ("verb", "noun") for d in drafts):
            return []
        span = self._contents.trim(stop + 1, unit.end)
        return [_claim(span)] if span and self._is_main_clause(span) else []

    def _clausal(self, start: int, end: int) -> bool:
        kind = self._words.kind
        for at in range(start, end):
            if kind[at] & COMMA:
                return False
            if kind[at] & FINITE and not kind[at] & NAME:
                return True
        return False

    def _is_main_clause(self, span: Range) -> bool:
        words, kind = self._words, self._words.kind
        start, end = span
        for at in range(start + 1, min(end - 1, start + 4)):
            if kind[at] & COMMA:
                start = at + 1
        if kind[start] & (SUBORDINATOR | RELATIVE) and not kind[start] & NAME:
            return False
        relative = False
        for at in range(start, end):
            if kind[at] & RELATIVE:
                relative = True
            elif kind[at] & COMMA:
                relative = False
            elif kind[at] & FINITE and not kind[at] & NAME and at > start and not relative:
                return words.has(start, at, NOUN | NAME | 0) or at - start > 0
        return False


def _claim(span: Range) -> Candidate:
    return Candidate("reporter", [span], frame=[span])


def _as_hearsay(draft: Candidate, hearsay: list[Candidate]) -> Candidate:
    start, end = draft.content[0]
    for heard in hearsay:
        if start <= heard.cue[0][0] < end:
            heard.content = draft.content
            return heard
    return draft
