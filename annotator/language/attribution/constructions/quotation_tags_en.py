"""English quotation tags after or inside their content: '…,' X said; …, said X."""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.chunking.subject_phrases import Phrase
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.lexicon import Cue
from annotator.language.words import (
    ADVERB,
    BREAK,
    COMMA,
    CONTRAST,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    FRAME,
    NAME,
    NOUN,
    NUMBER,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    SEMICOLON,
    SPACE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
)

_SHORT_SUBJECT = 3
_NOUN_TAGS = frozenset(("base", "noun", "plural", "adjective", "name"))


class EnglishTags(Construction):
    """English tags: the verb follows its source or, after a comma or a quotation, precedes it."""

    def __init__(self, view: PassageView) -> None:
        super().__init__(view)
        self._not_inverted = view.grammar.words("cues", "not_inverted")

    def match(self, unit: Unit, at: Range, cue: Cue) -> Candidate | None:
        """Return the claim that the tag at `at` closes, None if no tag is there."""
        start, end = at
        if not self.view.grammar.inflects or self._is_other(unit, at):
            return None
        if start > unit.start and self.kind[start - 1] & (COMMA | QUOTE | DASH):
            inverted = self._inverted(unit, at, cue)
            if inverted is not None:
                return inverted
        if not self.is_active(at, unit.start, unit.end):
            return None
        subject = self.subjects.before(start, unit.start)
        if subject is None or subject.start <= unit.start:
            return None
        last = self.kind[subject.end - 1]
        if last & RELATIVE and not last & NAME:
            return None
        relayed = self._relayed(unit, at, subject)
        if relayed is not None:
            return relayed
        opening = subject.start - 1 if self._is_aside(subject.start - 1) else subject.start
        quote = self.view.quote_ending_at(opening)
        quoted = quote is not None and quote.speech
        if not quoted and not self._closes_clause(unit, end, cue, subject):
            return None
        content = self.before_tag(unit, opening)
        after = self.frame_end(unit, end)
        more = self.resumed(unit, after, content)
        if more and len(content) == 1:
            content = [self._without_link(content[0])]
        if not self._assertable([*content, *more]) or (not more and self._depends(content)):
            return None
        return Candidate(
            "tag",
            [*content, *more],
            cue=[at],
            source=(subject.start, subject.end),
            frame=[(opening, after)],
        )

    def _is_other(self, unit: Unit, at: Range) -> bool:
        """Return True if the tagger says that a cue is a noun or an infinitive.

        It mistakes the 'say' in ', aides to the senator say,'; a comma is the better sign.
        """
        start, end = at
        if self.words.tag[start] not in _NOUN_TAGS:
            return False
        plain = self.words.tag[start] == "base" and not self.helpers(start, unit.start)
        cut = end < unit.end and self.kind[end] & COMMA
        return not (plain and cut and self.kind[start - 1] & (NOUN | NAME))

    def _without_link(self, span: Range) -> Range:
        """Leave out the 'But' before 'in recent days, advisers say, …'."""
        start, end = span
        link = self.kind[start] & (CONTRAST | COORDINATOR) and not self.kind[start] & SUBORDINATOR
        return (start + 1, end) if link and start + 1 < end else span

    def _is_aside(self, at: int) -> bool:
        """Return True for the 'as' of '“…,” as she puts it'."""
        return self.words.low[at] in self.view.grammar.words("cues", "asides")

    def _relayed(self, unit: Unit, at: Range, subject: Phrase) -> Candidate | None:
        """Read '…, CNN reported the governor said.', where the outlet is only a relay."""
        verb = subject.start - 1
        if at[1] < unit.end and not self.kind[at[1]] & STOP:
            return None
        if verb <= unit.start or self.view.lexicon.cues.at(self.words.low, verb) is None:
            return None
        outlet = self.subjects.before(verb, unit.start)
        if outlet is None or not self._after_clause(unit, outlet.clause):
            return None
        content = self.before_tag(unit, outlet.start)
        if not self._assertable(content):
            return None
        return Candidate(
            "tag",
            content,
            cue=[at],
            source=(subject.start, subject.end),
            via=(outlet.start, outlet.end),
            frame=[(outlet.start, at[1])],
        )

    def _closes_clause(self, unit: Unit, end: int, cue: Cue, subject: Phrase) -> bool:
        """Return True if a tag closes or divides a clause that is not in quotation marks."""
        if self._interrupts(unit, end, cue, subject):
            return True
        follows = _may_follow_clause(cue) or self._shows(cue, subject)
        if not follows or not self._after_clause(unit, subject.clause):
            return False
        if self._ends_here(unit, end, cue):
            return True
        if self.view.tells(cue):
            end = self._after_addressee(unit, end)
        return cue.takes != "any" and self._is_medial(unit, end, subject.start)

    def _interrupts(self, unit: Unit, end: int, cue: Cue, subject: Phrase) -> bool:
        """Return True for ', he continued, because …', between two parts of a sentence."""
        if cue.takes != "quote" or cue.order != "any" or end + 1 >= unit.end:
            return False
        if not self.kind[end] & COMMA or not self._after_clause(unit, subject.clause):
            return False
        short = subject.end - subject.start <= _SHORT_SUBJECT
        return short and self.is_rest(end + 1, unit, [(unit.start, subject.start)])

    def _shows(self, cue: Cue, subject: Phrase) -> bool:
        """Return True for '…, a review of records found', not for '…, a man found'."""
        evidence = self.view.grammar.evidence
        named = any(self.words.low[at] in evidence for at in range(subject.start, subject.end))
        return cue.takes == "evidence" and named

    def _after_addressee(self, unit: Unit, at: int) -> int:
        """Step over 'a judge in May' behind 'she told'."""
        after = self.frame_end(unit, at)
        return at if self.words.has(at, after, FINITE | THAT) else after

    def _after_clause(self, unit: Unit, at: int) -> bool:
        """Return True if a comma, dash or quotation precedes the subject."""
        at -= 1
        while at > unit.start and self.kind[at] & SPACE:
            at -= 1
        return bool(self.kind[at] & (COMMA | QUOTE | DASH))

    def _assertable(self, content: list[Range]) -> bool:
        return any(
            self.kind[a] & QUOTE or self.kind[b - 1] & QUOTE or self.words.has(a, b, FINITE)
            for a, b in content
        )

    def _depends(self, content: list[Range]) -> bool:
        """Return True if a content is only 'While it rained'."""
        start, end = content[0]
        if not self.kind[start] & SUBORDINATOR or self.kind[start] & NAME:
            return False
        inside = self.view.inside
        return not any(self.kind[at] & COMMA and inside[at] < 0 for at in range(start, end))

    def _inverted(self, unit: Unit, at: Range, cue: Cue) -> Candidate | None:
        """Read '…,' said X."""
        start, end = at
        if self.words.tag[start] == "gerund" or cue.lemma in self._not_inverted:
            return None
        if self.view.quote_ending_at(start) is None and not _may_follow_clause(cue):
            return None
        speaker = self.speakers.after(end, unit.end)
        if speaker is None:
            return None
        named = cue.order == "any" or "PER" in self.words.ent[speaker.start : speaker.end]
        if not named and self.view.quote_ending_at(start) is None:
            return None
        stop = speaker.end
        if stop < unit.end and self.kind[stop] & (FINITE | QUOTE) and not self.kind[stop] & NAME:
            return None
        content = self.before_tag(unit, start)
        after = self.frame_end(unit, stop)
        content = [*content, *self.resumed(unit, after, content)]
        if not self._assertable(content):
            return None
        return Candidate(
            "tag",
            content,
            cue=[at],
            source=(speaker.start, speaker.end),
            frame=[(start, after)],
        )

    def _ends_here(self, unit: Unit, at: int, cue: Cue) -> bool:
        """Return True if no assertion can follow a tag."""
        if at >= unit.end or self.kind[at] & (STOP | SEMICOLON | BREAK):
            return True
        if self.contents.after(at, unit.end, cue) is None:
            k = self.kind[at]
            return self.view.tells(cue) or bool(
                k & TIME or not k & (NOUN | DETERMINER | NUMBER | NAME)
            )
        return self._adverbial_tail(unit, at)

    def _adverbial_tail(self, unit: Unit, at: int) -> bool:
        k = self.kind[at]
        if k & COMMA and at + 1 < unit.end and self.words.tag[at + 1] == "gerund":
            return True
        if k & THAT or not k & (PREPOSITION | FRAME | TIME):
            return False
        comma = (i for i in range(at, unit.end) if self.kind[i] & COMMA)
        high = next(comma, unit.end)
        if self.words.has(at, high, THAT | QUOTE):
            return False
        return not self.contents.is_clause(at + 1, high)

    def _is_medial(self, unit: Unit, end: int, source_start: int) -> bool:
        """Return True if a tag stands between two parts of the clause it reports."""
        if end >= unit.end or not self.kind[end] & COMMA:
            return False
        first = self.contents.trim(unit.start, source_start)
        if first is None:
            return False
        if self.words.has(*first, FINITE):
            return True
        quote = self.view.quote_starting_at(end + 1)
        if quote is not None and self.words.text[quote.start + 1][0].isupper():
            return False
        if self.words.low[first[0]] in self.view.grammar.words("cues", "partitive"):
            return self.view.quote_starting_at(end + 1) is None
        return not self.kind[first[0]] & (PREPOSITION | SUBORDINATOR | ADVERB | TIME)


def _may_follow_clause(cue: Cue) -> bool:
    """Return True for '…, he said'.

    Not for '…, the crowd applauded', which needs a quotation.
    """
    return cue.takes == "clause" or (cue.takes == "any" and cue.order == "any")
