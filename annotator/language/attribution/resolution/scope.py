"""Decide where contents end and how they nest, once all claims of a unit are known."""

from __future__ import annotations

import itertools

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.words import (
    ADVERB,
    COLON,
    COMMA,
    CONTRAST,
    COORDINATOR,
    NAME,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    SEMICOLON,
    SPACE,
    SUBORDINATOR,
)

# A thought inside reported speech is not a separate claim.
_INNER = frozenset(("voicing", "hedging"))
_CARRIER = 10


class Scope(Construction):
    """Limit contents, find nesting, and drop hearsay inside attributed claims."""

    def settle(self, drafts: list[Candidate]) -> list[Candidate]:
        """Return the drafts to keep, their contents cut where another attribution begins."""
        drafts = self._cite(drafts)
        relays = [draft for draft in drafts if draft.pattern == "relay"]
        hearsay = [draft for draft in drafts if draft.pattern == "hearsay"]
        spoken = [draft for draft in drafts if draft.pattern not in ("relay", "hearsay")]
        if relays and spoken:
            for draft in spoken:
                draft.via = relays[0].source
                draft.content = self._cut(draft, relays[0].frame[0][0])
        elif relays:
            spoken = relays[:1]
        spoken = self._carried(spoken)
        for number, draft in enumerate(spoken):
            for later in spoken[number + 1 :]:
                self._bound(draft, later)
        kept = [draft for draft in spoken if draft.content or draft.pattern == "announcement"]
        for draft in kept:
            draft.outer = draft.outer or self._holder(draft, kept)
        return [draft for draft in kept if not self._is_idle(draft, kept)] or hearsay[:1]

    def _cite(self, drafts: list[Candidate]) -> list[Candidate]:
        """Read 'Yonhap said, citing KCNA, …', where the cited outlet is the source."""
        cited = next((draft for draft in drafts if draft.pattern == "citing"), None)
        if cited is None:
            return drafts
        others = [draft for draft in drafts if draft is not cited]
        outlet = next((draft for draft in others if draft.source is not None), None)
        if outlet is None:
            cited.pattern = "relay" if not self.view.grammar.inflects else "according"
            return drafts
        if _overlap(outlet.source, cited.source):
            carrier = self.subjects.before(cited.cue[0][0], max(0, cited.cue[0][0] - _CARRIER))
            outlet.via = (carrier.start, carrier.end) if carrier else None
            return others
        verdict = self.view.role_judge.judge(*outlet.source) if outlet.source else None
        if verdict is None or verdict.type != "media":
            outlet.content = self._cut(outlet, cited.frame[0][0]) or outlet.content
            return others
        outlet.via, outlet.source = outlet.source, cited.source
        outlet.cue = [*outlet.cue, *cited.cue]
        edge, stop = cited.frame[0]
        if outlet.content and outlet.content[0][0] <= edge < outlet.content[0][1]:
            start, end = outlet.content[0]
            head = self.contents.trim(start, edge)
            tail = self.contents.trim(stop, end)
            leading = outlet.pattern == "according" and outlet.frame[0][0] < start
            spans = [tail] if leading or head is None else [head]
            outlet.content = [span for span in spans if span is not None]
        return others

    def _carried(self, drafts: list[Candidate]) -> list[Candidate]:
        """Read 'Reuters reported the minister said …', where the outlet is only a relay."""
        for outer, inner in itertools.pairwise(drafts):
            if outer.pattern not in ("verb", "according") or not outer.content:
                continue
            if inner.source is None or outer.source is None or inner.pattern != "verb":
                continue
            if inner.source[0] != outer.content[0][0]:
                continue
            verdict = self.view.role_judge.judge(*outer.source)
            if verdict is not None and verdict.type == "media":
                inner.via = outer.source
                return [draft for draft in drafts if draft is not outer]
        return drafts

    def _is_idle(self, draft: Candidate, others: list[Candidate]) -> bool:
        """Return True if a claim repeats another, reports an act, or lies in another's frame."""
        if draft.pattern == "announcement":
            return False
        start, end = draft.content[0]
        for other in others:
            if other is not draft and any(a <= start and end <= b for a, b in other.frame):
                return True
            if draft.pattern == "noun" and other.content == draft.content and other is not draft:
                return True
        if draft.outer is not None and draft.pattern == "verb":
            entry = draft.entry
            if entry is not None and (entry.takes == "evidence" or entry.stance in _INNER):
                return True
            if not self.contents.is_assertion(start, end) and draft.polarity == "pos":
                return True
        return self._echoes(draft)

    def _echoes(self, draft: Candidate) -> bool:
        """Return True if it only reports the outer source's own thought: 'X said she felt that'."""
        outer = draft.outer
        if outer is None or draft.source is None or draft.entry is None:
            return False
        start, end = draft.source
        if end - start > 1 or not self.kind[start] & PRONOUN or self.kind[start] & NAME:
            return False
        return outer.pattern != "according" or draft.entry.stance != "neutral"

    def _bound(self, draft: Candidate, later: Candidate) -> None:
        """End a content where a later attribution begins, unless that one is nested in it."""
        anchor = later.frame[0][0]
        closes = later.pattern in ("tag", "according")
        if closes and later.content and later.content[0][0] <= draft.frame[0][0]:
            draft.outer = later
            draft.content = self._cut(draft, anchor)
            return
        edge = self._quoted_by(draft, later) or self._edge(later)
        if edge is None or not draft.content or draft.content[-1][0] >= edge:
            return
        leads = draft.pattern == "according" and draft.frame[0][0] < draft.content[0][0]
        if not (leads and self.kind[edge] & COORDINATOR):
            draft.content = self._cut(draft, edge)

    def _quoted_by(self, draft: Candidate, later: Candidate) -> int | None:
        """Return the start of the quotation that a later tag closes: 'X noted it: “…,” said Y'."""
        if later.pattern != "tag" or not draft.content:
            return None
        at = later.content[0][0]
        inside = draft.content[0][0] < at < draft.content[-1][1]
        return at if inside and self.kind[at] & QUOTE and self.kind[at - 1] & COLON else None

    def _edge(self, later: Candidate) -> int | None:
        """Return where an earlier content must end for `later`, None if `later` may nest in it."""
        anchor = later.frame[0][0]
        if later.inherits is not None or later.pattern == "refusal":
            return anchor
        if later.pattern == "noun":
            return self._adjunct_edge(later)
        before = anchor - 1
        while before > 0 and self.kind[before] & (SPACE | ADVERB):
            before -= 1
        if before > 0 and self.kind[before] & (COORDINATOR | CONTRAST | SEMICOLON):
            return before
        return anchor if self.kind[anchor] & CONTRAST else None

    def _adjunct_edge(self, later: Candidate) -> int | None:
        """Cut at the comma of ', following concerns that …'."""
        noun = later.cue[0][0]
        for at in range(noun - 1, max(0, noun - 6), -1):
            if self.kind[at] & COMMA:
                hung = self.kind[at + 1] & (PREPOSITION | SUBORDINATOR)
                return at if hung or self.words.tag[at + 1] == "gerund" else None
        return None

    def _cut(self, draft: Candidate, edge: int) -> list[Range]:
        cuts = [self.contents.cut(span, edge) for span in draft.content if span[0] < edge]
        return [span for span in cuts if span is not None]

    def _holder(self, draft: Candidate, others: list[Candidate]) -> Candidate | None:
        """Return the claim whose content holds this one's frame."""
        at = draft.cue[0][0] if draft.cue else draft.frame[0][0]
        for other in others:
            if other is not draft and any(a <= at < b for a, b in other.content):
                return other
        return None


def _overlap(one: Range | None, other: Range | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]
