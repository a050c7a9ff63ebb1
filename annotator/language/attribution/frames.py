"""Read one unit: try each pattern on each cue, then settle where the contents end."""

from __future__ import annotations

from annotator.language.attribution.drafts import Draft, Range
from annotator.language.attribution.units import Unit
from annotator.language.attribution.view import View
from annotator.language.lexicon import Cue
from annotator.language.words import (
    ADVERB,
    AUXILIARY,
    BREAK,
    CLAUSE_EDGE,
    COLON,
    COMMA,
    CONTRAST,
    COORDINATOR,
    DASH,
    FINITE,
    FRAME,
    NAME,
    NEGATOR,
    NOUN,
    PREPOSITION,
    PRONOUN,
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
)


class Frames:
    """Finds the attributed claims of a unit."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._words = view.words
        self._contents = view.contents
        self._phrases = view.phrases

    def read(self, unit: Unit) -> list[Draft]:
        """Return the attributed claims of a unit in the order of their cues."""
        drafts: list[Draft] = []
        taken = unit.start
        for start, end, entries in self._view.cues(unit):
            if start < taken:
                continue
            for cue in entries:
                draft = self._match(unit, (start, end), cue, drafts)
                if draft is not None:
                    draft.entry = cue
                    drafts.append(draft)
                    taken = end
                    break
        return self._settle(unit, drafts)

    def _match(self, unit: Unit, at: Range, cue: Cue, drafts: list[Draft]) -> Draft | None:
        if cue.kind == "bare":
            return self._bare_tag(unit, at, cue)
        if cue.kind == "verb":
            return self._tag(unit, at, cue) or self._verb(unit, at, cue, drafts)
        if cue.kind == "prep":
            return self._preposition(unit, at)
        if cue.kind == "relay":
            return self._relay(unit, at)
        if cue.kind == "passive":
            return self._passive(unit, at, cue)
        if cue.kind == "noun":
            return self._noun(unit, at, cue)
        if cue.kind == "adverb":
            return self._adverb(unit, at)
        return None

    # kata X, ujarnya

    def _bare_tag(self, unit: Unit, at: Range, cue: Cue) -> Draft | None:
        words, kind = self._words, self._words.kind
        start, end = at
        opened = start == unit.start or bool(kind[start - 1] & (COMMA | QUOTE | DASH))
        clitic = words.low[end - 1].endswith("nya")
        if not opened:
            return None
        source = None if clitic else self._phrases.after(end, unit.end)
        if source is None and not clitic:
            return None
        if source is not None and cue.takes == "ambiguous" and start == unit.start:
            return None
        content = self._before(unit, start)
        after = source.end if source else end
        more = self._resumed(unit, after, content)
        if start == unit.start and not more:
            after_comma = self._after_comma(unit, after)
            content = [after_comma] if after_comma else []
        if not content and not more:
            return None
        return Draft(
            "tag",
            [*content, *more],
            cue=[at],
            source=(source.start, source.end) if source else None,
            clitic=clitic,
            frame=[(start, after)],
        )

    def _before(self, unit: Unit, tag: int) -> list[Range]:
        """Return the content that a tag closes: a quotation, or the clause before it."""
        quote = self._view.quote_ending_at(tag)
        start = self._left_edge(unit, tag)
        if quote is not None and quote.speech:
            lead = self._contents.trim(start, quote.start)
            if lead is None or not self._words.has(*lead, FINITE | NOUN | NAME | VERB):
                return [(quote.start, quote.end)]
            if self._words.kind[quote.start - 1] & (COMMA | COLON):
                return [(quote.start, quote.end)]
        span = self._contents.trim(start, tag)
        return [span] if span else []

    def _left_edge(self, unit: Unit, tag: int) -> int:
        kind = self._words.kind
        for index in range(tag - 1, unit.start, -1):
            if kind[index] & SEMICOLON and self._view.inside[index] < 0:
                return index + 1
        return unit.start

    def _after_comma(self, unit: Unit, at: int) -> Range | None:
        kind = self._words.kind
        while at < unit.end and not kind[at] & (COMMA | COLON | QUOTE):
            at += 1
        return self._contents.trim(at, unit.end)

    def _resumed(self, unit: Unit, after: int, content: list[Range]) -> list[Range]:
        """Return what goes on after a tag: a second quotation, or the rest of a cut clause."""
        kind = self._words.kind
        found: list[Range] = []
        at = after
        while at < unit.end:
            quote = self._view.quote_starting_at(at)
            if quote is not None and quote.speech:
                found.append((quote.start, min(quote.end, unit.end)))
                at = quote.end
                continue
            at += 1
        if found:
            return found
        if content and self._view.quote_ending_at(content[-1][1]) is not None:
            return []
        if after < unit.end and kind[after] & COMMA and after + 1 < unit.end:
            if self._is_rest(after + 1, unit, content):
                rest = self._contents.trim(after + 1, unit.end)
                return [rest] if rest else []
        return []

    def _is_rest(self, at: int, unit: Unit, content: list[Range]) -> bool:
        words, kind = self._words, self._words.kind
        if words.ent[at] in ("DATE", "TIME") or kind[at] & TIME:
            return False
        if kind[at] & (FRAME | PREPOSITION) and not kind[at] & NAME:
            complete = any(words.has(a, b, FINITE) for a, b in content)
            return not complete and words.has(at, unit.end, FINITE)
        if words.tag[at] in ("VBG", "VBN"):
            return not any(words.has(a, b, FINITE) for a, b in content)
        return unit.end - at > 2

    # "...," said X / "...," X said / ..., X said.

    def _tag(self, unit: Unit, at: Range, cue: Cue) -> Draft | None:
        kind, words = self._words.kind, self._words
        start, end = at
        if self._view.head_first:
            return None
        if words.tag[start] in ("VB", "NN", "NNS", "JJ"):
            return None
        if start > unit.start and kind[start - 1] & (COMMA | QUOTE | DASH):
            inverted = self._inverted(unit, at, cue)
            if inverted is not None:
                return inverted
        subject = self._phrases.subject(start, unit.start)
        if subject is None or subject.start <= unit.start:
            return None
        before = subject.clause - 1
        while before > unit.start and kind[before] & SPACE:
            before -= 1
        quote = self._view.quote_ending_at(subject.start)
        if not (kind[before] & (COMMA | QUOTE | DASH) or quote is not None):
            return None
        if quote is None and not self._ends_here(unit, end, cue):
            if cue.order != "any" or not self._medial(unit, at, subject.start):
                return None
        content = self._before(unit, subject.start)
        if not content or not self._assertable(content):
            return None
        after = self._frame_end(unit, end)
        more = self._resumed(unit, after, content)
        return Draft(
            "tag",
            [*content, *more],
            cue=[at],
            source=(subject.start, subject.end),
            frame=[(subject.start, after)],
        )

    def _assertable(self, content: list[Range]) -> bool:
        words = self._words
        for a, b in content:
            if any(words.kind[i] & QUOTE for i in (a, b - 1)) or words.has(a, b, FINITE):
                return True
        return False

    def _inverted(self, unit: Unit, at: Range, cue: Cue) -> Draft | None:
        words = self._words
        start, end = at
        if words.tag[start] in ("VBG", "VBN") and words.low[start] != "said":
            if words.tag[start] == "VBG" or cue.order != "any":
                return None
        quote = self._view.quote_ending_at(start)
        if quote is None and cue.order != "any":
            return None
        source = self._phrases.after(end, unit.end)
        if source is None:
            return None
        stop = source.end
        kind = words.kind
        if stop < unit.end and kind[stop] & FINITE and not kind[stop] & NAME:
            return None
        content = self._before(unit, start)
        if not content or not self._assertable(content):
            return None
        after = self._frame_end(unit, stop)
        more = self._resumed(unit, after, content)
        return Draft(
            "tag",
            [*content, *more],
            cue=[at],
            source=(source.start, source.end),
            frame=[(start, after)],
        )

    def _ends_here(self, unit: Unit, at: int, cue: Cue) -> bool:
        """Tell whether nothing that could be asserted follows a tag."""
        kind = self._words.kind
        if at >= unit.end or kind[at] & (STOP | SEMICOLON | BREAK):
            return True
        return self._contents.after(at, unit.end, cue) is None or self._adverbial_tail(unit, at)

    def _adverbial_tail(self, unit: Unit, at: int) -> bool:
        words, kind = self._words, self._words.kind
        k = kind[at]
        if k & COMMA and at + 1 < unit.end and words.tag[at + 1] == "VBG":
            return True
        if not (k & (PREPOSITION | FRAME | TIME) and not k & THAT):
            return False
        return not words.has(at, unit.end, THAT | QUOTE) and not self._contents.is_clause(
            at + 1, unit.end
        )

    def _medial(self, unit: Unit, at: Range, source_start: int) -> bool:
        """Tell whether a tag stands between two parts of the clause it reports."""
        kind, words = self._words.kind, self._words
        end = at[1]
        if end >= unit.end or not kind[end] & COMMA:
            return False
        first = self._contents.trim(unit.start, source_start)
        if first is None:
            return False
        if words.has(*first, FINITE):
            return True
        k = kind[first[0]]
        return not k & (PREPOSITION | SUBORDINATOR | ADVERB | TIME)

    def _frame_end(self, unit: Unit, at: int) -> int:
        """Step over the rest of a tag: whom, when and where, up to a comma or a quotation."""
        kind = self._words.kind
        while at < unit.end and not kind[at] & (COMMA | STOP | SEMICOLON | COLON | QUOTE):
            at += 1
        return at

    # X said (that) ...

    def _verb(self, unit: Unit, at: Range, cue: Cue, drafts: list[Draft]) -> Draft | None:
        words, kind = self._words, self._words.kind
        start, end = at
        if words.tag[start] in ("NN", "NNS", "NNP", "NNPS", "JJ", "IN"):
            return None
        if not self._view.head_first and words.tag[start] and not kind[start] & VERB:
            return None
        negated = self._negated(start, unit.start)
        if negated and cue.stance not in ("denying", "hedging", "voicing"):
            return None
        last = drafts[-1] if drafts else None
        found = self._subject_of(unit, at, last)
        if found is None:
            return None
        source, inherits, anchor = found
        content = self._contents.after(end, unit.end, cue)
        if content is None:
            return None
        if content[0] <= start:
            return None
        return Draft(
            "verb",
            [content],
            cue=[at],
            source=source,
            inherits=inherits,
            negated=negated,
            frame=[(anchor, content[0])],
        )

    def _negated(self, start: int, low: int) -> bool:
        kind = self._words.kind
        at = start - 1
        while at >= low and kind[at] & (AUXILIARY | ADVERB | NEGATOR | SPACE):
            if kind[at] & NEGATOR:
                return True
            at -= 1
        return False

    def _subject_of(
        self, unit: Unit, at: Range, last: Draft | None
    ) -> tuple[Range | None, Draft | None, int] | None:
        """Return the source of a verb, or the draft whose source it shares, and its anchor."""
        words, kind = self._words, self._words.kind
        start = at[0]
        before = start - 1
        while before >= unit.start and kind[before] & (AUXILIARY | ADVERB | NEGATOR | SPACE):
            before -= 1
        if before < unit.start:
            return (None, None, start)
        k = kind[before]
        if words.tag[start] == "VBG" or (
            k & (COORDINATOR | CONTRAST | SUBORDINATOR) and not k & NAME
        ):
            if words.tag[start] == "VBG" and not k & (COMMA | SUBORDINATOR | COORDINATOR | PREPOSITION):
                return None
            anchor = before
            while anchor > unit.start and kind[anchor - 1] & (COMMA | SPACE):
                anchor -= 1
            if last is not None:
                return (None, last, anchor)
            main = self._main_subject(unit, before)
            return (main, None, anchor) if main else None
        if k & RELATIVE:
            head = self._phrases.subject(before, unit.start)
            if head is None or not self._explicit(at[1], unit.end):
                return None
            return ((head.start, head.end), None, head.start)
        subject = self._phrases.subject(start, unit.start)
        if subject is None:
            return None
        if self._view.inside[subject.start] >= 0:
            return None
        if words.ent[subject.start] in ("DATE", "TIME") and words.ent_end[subject.start] >= subject.end:
            return None
        return ((subject.start, subject.end), None, subject.clause)

    def _explicit(self, at: int, high: int) -> bool:
        kind = self._words.kind
        return at < high and bool(kind[at] & (THAT | QUOTE))

    def _main_subject(self, unit: Unit, before: int) -> Range | None:
        """Return the subject of the clause that a subjectless verb depends on."""
        kind = self._words.kind
        for index in range(unit.start, before):
            if kind[index] & FINITE and not kind[index] & NAME and self._view.inside[index] < 0:
                subject = self._phrases.subject(index, unit.start)
                if subject is not None:
                    return (subject.start, subject.end)
        return None

    # according to X, menurut X

    def _preposition(self, unit: Unit, at: Range) -> Draft | None:
        kind = self._words.kind
        start, end = at
        source = self._phrases.after(end, unit.end)
        if source is None:
            return None
        cue = [at]
        stop = source.end
        left = self._contents.trim(self._left_edge(unit, start), start)
        lead = left is None or self._only_connectives(left)
        right = self._contents.trim(stop, unit.end) if stop < unit.end else None
        if lead:
            if right is None:
                return None
            content = [right]
        else:
            assert left is not None
            content = [left]
            if (
                right is not None
                and kind[stop] & COMMA
                and self._is_rest(stop + 1, unit, content)
            ):
                content.append(right)
            elif right is not None and not self._words.has(*left, FINITE):
                content.append(right)
            if not self._words.has(*left, FINITE) and len(content) == 1 and not self._view.head_first:
                return None
        return Draft(
            "according", content, cue=cue, source=(source.start, source.end), frame=[(start, stop)]
        )

    def _only_connectives(self, span: Range) -> bool:
        words, kind = self._words, self._words.kind
        loose = CONTRAST | COORDINATOR | SUBORDINATOR | ADVERB | AUXILIARY | PREPOSITION | TIME | COMMA
        return span[1] - span[0] <= 4 and all(
            kind[i] & loose or words.ent[i] in ("DATE", "TIME") for i in range(*span)
        )

    def _relay(self, unit: Unit, at: Range) -> Draft | None:
        source = self._phrases.after(at[1], unit.end)
        if source is None or not self._words.kind[source.start] & NAME:
            return None
        start = at[0]
        left = self._contents.trim(unit.start, start)
        right = self._contents.trim(source.end, unit.end)
        if left is not None and not self._only_connectives(left):
            content = [left]
        elif right is not None:
            content = [right]
        else:
            return None
        return Draft(
            "relay",
            content,
            cue=[at],
            source=(source.start, source.end),
            frame=[(start, unit.end if left else source.end)],
        )

    # disebut, was reported

    def _passive(self, unit: Unit, at: Range, cue: Cue) -> Draft | None:
        words, kind = self._words, self._words.kind
        start, end = at
        if not self._view.head_first:
            return self._passive_en(unit, at, cue)
        if start > unit.start and kind[start - 1] & RELATIVE:
            return None
        if cue.stance == "factive":
            return None
        if self._negated(start, unit.start):
            return None
        agent = None
        stop = end
        if end < unit.end and words.low[end] == "oleh":
            agent = self._phrases.after(end + 1, unit.end)
        elif end < unit.end and kind[end] & NAME and words.ent[end] in ("PER", "ORG", ""):
            agent = self._phrases.after(end, unit.end)
        if agent is not None:
            stop = agent.end
            subject = self._phrases.subject(start, unit.start)
            content = []
            if subject is not None:
                content.append((subject.start, subject.end))
            rest = self._contents.trim(stop, unit.end)
            if rest is not None:
                content.append(rest)
            if not content:
                return None
            return Draft("passive", content, cue=[at], source=(agent.start, agent.end), frame=[(start, stop)])
        if cue.stance in ("hedging", "hearsay"):
            if self._in_relative(start, unit.start) or self._in_adverbial(start, unit.start):
                return None
            left = self._contents.trim(unit.start, unit.end)
            return Draft("hearsay", [left] if left else [], cue=[at], frame=[at])
        return None

    def _in_relative(self, start: int, low: int) -> bool:
        kind = self._words.kind
        for back in range(start - 1, max(low - 1, start - 8), -1):
            if kind[back] & RELATIVE and not kind[back] & NAME:
                return True
            if kind[back] & (COMMA | VERB) and not kind[back] & (AUXILIARY | NAME):
                return False
        return False

    def _in_adverbial(self, start: int, low: int) -> bool:
        kind = self._words.kind
        for back in range(start - 1, low - 1, -1):
            if kind[back] & (COMMA | CLAUSE_EDGE):
                return False
            if kind[back] & SUBORDINATOR and not kind[back] & (NAME | CONTRAST):
                return True
        return False

    def _passive_en(self, unit: Unit, at: Range, cue: Cue) -> Draft | None:
        words, kind = self._words, self._words.kind
        start, end = at
        if words.tag[start] not in ("VBN", "VBD", "JJ", ""):
            return None
        be = start - 1
        while be > unit.start and kind[be] & (ADVERB | NEGATOR) and words.low[be] not in _BE:
            be -= 1
        if words.low[be] not in _BE:
            return None
        if end < unit.end and words.low[end] == "by":
            agent = self._phrases.after(end + 1, unit.end)
            subject = self._phrases.subject(start, unit.start)
            if agent is None or subject is None or cue.stance in ("neutral",):
                return None
            return Draft(
                "passive",
                [(subject.start, subject.end)],
                cue=[at],
                source=(agent.start, agent.end),
                frame=[(be, agent.end)],
            )
        if cue.stance not in ("hedging", "hearsay") or self._in_relative(be, unit.start):
            return None
        left = self._contents.trim(unit.start, unit.end)
        return Draft("hearsay", [left] if left else [], cue=[at], frame=[at])

    # spekulasi bahwa, the claim that

    def _noun(self, unit: Unit, at: Range, cue: Cue) -> Draft | None:
        words, kind = self._words, self._words.kind
        start, end = at
        if end >= unit.end or (words.tag[start] and kind[start] & VERB and not kind[start] & NOUN):
            return None
        after = end
        if not kind[after] & THAT:
            if not (cue.stance == "hedging" and not self._view.head_first):
                return None
            if not kind[after] & (PRONOUN | NAME) or not self._contents.is_clause(after, unit.end):
                return None
            content = self._contents.trim(after, unit.end)
        else:
            if words.low[after] not in ("bahwa", "that"):
                return None
            content = self._contents.trim(after + 1, unit.end)
        if content is None or not self._contents.is_clause(*content):
            return None
        source = self._possessor(unit, start)
        return Draft("noun", [content], cue=[at], source=source, frame=[(start, content[0])])

    def _possessor(self, unit: Unit, noun: int) -> Range | None:
        words = self._words
        at = noun - 1
        while at > unit.start and words.kind[at] & ADJECTIVE_LIKE and words.low[at] != "'s":
            at -= 1
        if words.low[at] in ("'s", "’s", "'"):
            owner = self._phrases.subject(at, unit.start)
            if owner is not None:
                return (owner.start, owner.end)
        return None

    # reportedly, kabarnya

    def _adverb(self, unit: Unit, at: Range) -> Draft | None:
        span = self._contents.trim(unit.start, unit.end)
        if span is None or self._in_relative(at[0], unit.start):
            return None
        return Draft("hearsay", [span], cue=[at], frame=[at])

    # Where each content ends

    def _settle(self, unit: Unit, drafts: list[Draft]) -> list[Draft]:
        relays = [draft for draft in drafts if draft.pattern == "relay"]
        others = [draft for draft in drafts if draft.pattern != "relay"]
        spoken = [draft for draft in others if draft.pattern != "hearsay"]
        if relays and spoken:
            for draft in spoken:
                draft.via = relays[0].source
                draft.content = self._cut(draft, relays[0].frame[0][0])
        elif relays:
            spoken = relays[:1]
        kept: list[Draft] = []
        for number, draft in enumerate(spoken):
            for later in spoken[number + 1 :]:
                edge = self._edge_of(later)
                if later.pattern in ("tag", "according") and later.content and later.content[0][0] <= draft.frame[0][0]:
                    draft.outer = later
                    draft.content = self._cut(draft, later.frame[0][0])
                elif edge is not None and draft.content and draft.content[-1][0] < edge < draft.content[-1][1]:
                    draft.content = self._cut(draft, edge)
            draft.content = [span for span in draft.content if span[0] < span[1]]
            if draft.content:
                kept.append(draft)
        for draft in kept:
            if draft.outer is None:
                draft.outer = next(
                    (
                        other
                        for other in kept
                        if other is not draft
                        and any(a <= draft.frame[0][0] < b for a, b in other.content)
                    ),
                    None,
                )
        return [*kept, *self._hearsay(unit, kept, [d for d in others if d.pattern == "hearsay"])]

    def _cut(self, draft: Draft, edge: int) -> list[Range]:
        found = []
        for span in draft.content:
            if span[0] >= edge:
                continue
            cut = self._contents.cut_tail(span, edge)
            if cut is not None:
                found.append(cut)
        return found

    def _edge_of(self, later: Draft) -> int | None:
        """Return where an earlier content must end for `later`, None if it may lie inside."""
        kind = self._words.kind
        anchor = later.frame[0][0]
        if later.inherits is not None:
            return anchor
        before = anchor - 1
        while before > 0 and kind[before] & (SPACE | ADVERB):
            before -= 1
        if before > 0 and kind[before] & (COORDINATOR | CONTRAST | SEMICOLON):
            return before
        if kind[anchor] & CONTRAST:
            return anchor
        return None

    def _hearsay(self, unit: Unit, kept: list[Draft], found: list[Draft]) -> list[Draft]:
        """Keep hearsay only where no attributed claim holds it."""
        for draft in found:
            cue = draft.cue[0]
            covered = any(a <= cue[0] < b for d in kept for a, b in [*d.content, *d.frame])
            if not covered and not kept:
                return [draft]
        return []


_BE = frozenset("is are was were be been being 's 're".split())
ADJECTIVE_LIKE = ADVERB | (1 << 35)
__all__ = ["BREAK", "QUESTION", "Frames"]
