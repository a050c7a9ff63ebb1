"""Sources after a preposition (according to X, menurut X) and relays (dilansir X)."""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.chunking.subject_phrases import Phrase
from annotator.language.attribution.constructions.construction import Construction
from annotator.language.lexicon import Cue
from annotator.language.words import (
    COMMA,
    CONTRAST,
    COORDINATOR,
    DETERMINER,
    FINITE,
    NAME,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SUBORDINATOR,
    THAT,
)

_TIMES = frozenset(("DATE", "TIME"))


class AccordingTo(Construction):
    """'According to X, …', '…, according to X' and '…, according to X, …'."""

    def match(self, unit: Unit, at: Range, cue: Cue) -> Candidate | None:
        """Return the claim whose source follows the preposition at `at`."""
        start, end = at
        clitic = self.view.is_clitic(at)
        speaker = Phrase(start, end, start) if clitic else self._speaker(unit, end)
        if speaker is None or (
            cue.takes == "evidence" and not self._is_evidence(unit, at, speaker)
        ):
            return None
        content = self._content(unit, start, self._frame_end(unit, speaker.end))
        if not content:
            return None
        return Candidate(
            "according",
            content,
            cue=[at],
            source=None if clitic else (speaker.start, speaker.end),
            clitic=clitic,
            frame=[(start, speaker.end)],
        )

    def view_of(self, unit: Unit, at: Range) -> Candidate | None:
        """Read 'In her view, …', where the source is inside the cue."""
        start, end = at
        content = self._content(unit, start, end)
        if not content or end - start < 3:
            return None
        owner = (start + 1, end - 1)
        cue = [(start, start + 1), (end - 1, end)]
        return Candidate("according", content, cue=cue, source=owner, frame=[at])

    def _speaker(self, unit: Unit, at: int) -> Phrase | None:
        phrase = self.speakers.after(at, unit.end, enclosed=True)
        if phrase is None or not self.view.grammar.inflects:
            return phrase
        verb = phrase.end + 1 if self._is_comma(unit, phrase.end) else phrase.end
        comma = next((i for i in range(at, phrase.end) if self.kind[i] & COMMA), None)
        if comma is None:
            return phrase
        verdict = self.view.role_judge.judge(at, comma)
        thing = verdict is not None and not verdict.human
        person = "PER" in self.words.ent[comma + 1 : phrase.end]
        says = verb < unit.end and self.kind[verb] & FINITE
        return self.speakers.after(at, comma) if says or (thing and person) else phrase

    def _is_comma(self, unit: Unit, at: int) -> bool:
        return at < unit.end and bool(self.kind[at] & COMMA)

    def _is_evidence(self, unit: Unit, at: Range, speaker: Phrase) -> bool:
        """Return True for 'Berdasarkan data BPS, …'.

        Not for 'dibentuk berdasarkan undang-undang'.
        """
        before = at[0] - 1
        if before >= unit.start and not self.kind[before] & (COMMA | CONTRAST | THAT):
            left = self.contents.trim(unit.start, at[0])
            if left is not None and not self.only_connectives(left):
                return False
        words = self.words
        named = words.kind[speaker.start] & NAME and (
            words.ent[speaker.start] != "" or speaker.start in self.view.roles
        )
        return bool(named) or any(
            words.low[i] in self.view.grammar.evidence for i in range(speaker.start, speaker.end)
        )

    def _frame_end(self, unit: Unit, at: int) -> int:
        """Step over 'on Friday in Bandung' up to the comma that ends the frame."""
        for index in range(at, unit.end):
            k = self.kind[index]
            if k & COMMA:
                return index
            if k & (FINITE | QUOTE | DETERMINER | PRONOUN) and not k & NAME:
                break
        return at

    def _content(self, unit: Unit, start: int, stop: int) -> list[Range]:
        left = self.contents.trim(self.left_edge(unit, start), start)
        stop = self._after_relative(unit, self._after_time(unit, stop))
        right = self.contents.trim(stop, unit.end) if stop < unit.end else None
        if left is None or self.only_connectives(left) or self._begins_clause(unit, start):
            return [right] if right is not None else []
        complete = self.words.has(*left, FINITE)
        if right is not None:
            dependent = self.kind[left[0]] & SUBORDINATOR and not self.kind[left[0]] & NAME
            if dependent and not self.words.has(*left, COMMA):
                return [left, right]
            resumes = self.kind[stop] & COMMA and self.is_rest(stop + 1, unit, [left])
            if resumes or not complete:
                return [left, right]
        return [left] if complete or not self.view.grammar.inflects else []

    def _after_time(self, unit: Unit, at: int) -> int:
        """Step over ', Selasa' behind a source, up to the comma that ends it."""
        first = at + 1 if at < unit.end and self.kind[at] & COMMA else at
        if first >= unit.end or self.words.ent[first] not in _TIMES:
            return at
        end = self.words.ent_end[first]
        return end if end < unit.end and self.kind[end] & COMMA else at

    def _after_relative(self, unit: Unit, at: int) -> int:
        """Step over ', which cited sources,' behind a source."""
        first = at + 1 if at < unit.end and self.kind[at] & COMMA else at
        if first < unit.end and self.kind[first] & RELATIVE:
            for index in range(first, unit.end):
                if self.kind[index] & COMMA and not self._in_place(index, unit.end):
                    return index
        return at

    def _in_place(self, comma: int, high: int) -> bool:
        """Return True if a comma stands in 'di Kagoshima, Jepang,'."""
        place = comma + 1
        if place >= high or self.words.ent[place] not in ("GPE", "LOC"):
            return False
        end = self.words.ent_end[place]
        return end < high and bool(self.kind[end] & COMMA)

    def _begins_clause(self, unit: Unit, at: int) -> bool:
        """Return True for 'A left, and according to X …', not for 'A left, according to X'."""
        return at > unit.start and bool(
            self.kind[at - 1] & (COORDINATOR | CONTRAST | THAT | RELATIVE)
        )


class Relays(Construction):
    """'dilansir Antara', 'as quoted by Reuters': the outlet that carried it, not the source."""

    def match(self, unit: Unit, at: Range, cue: Cue) -> Candidate | None:
        """Return the claim that the relay at `at` carries."""
        start, end = at
        speaker = self.speakers.after(end, unit.end, enclosed=True)
        if speaker is None:
            return None
        named = self.words.has(speaker.start, speaker.end, NAME) or self._is_site(speaker)
        known = any(i in self.view.roles for i in range(speaker.start, speaker.end))
        if not named and (cue.kind == "relay" or not known):
            return None
        left = self.contents.trim(unit.start, start)
        right = self.contents.trim(self._after_time(unit, speaker.end), unit.end)
        leading = left is None or self.only_connectives(left)
        content = right if leading else left
        if content is None:
            return None
        stop = unit.end if cue.kind == "relay" and not leading else speaker.end
        return Candidate(
            cue.kind,
            [content],
            cue=[at],
            source=(speaker.start, speaker.end),
            frame=[(start, stop)],
        )

    def _is_site(self, speaker: Phrase) -> bool:
        """Return True for the address of a site: 'kotakita.id'."""
        return any("." in text[1:-1] for text in self.words.text[speaker.start : speaker.end])

    def _after_time(self, unit: Unit, at: int) -> int:
        """Step over ', Kamis (21/11)' behind an outlet."""
        first = at + 1 if at < unit.end and self.kind[at] & COMMA else at
        if first < unit.end and self.words.ent[first] in _TIMES:
            return self.words.ent_end[first]
        return at
