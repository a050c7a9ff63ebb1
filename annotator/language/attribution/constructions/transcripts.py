"""Conversations: paragraphs that open with the speaker ('Q: …', 'Rina: …'), and interviews.

An interview without such marks alternates question and answer paragraphs; the person
who answers is named before the first question.
"""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.discourse import Discourse
from annotator.language.words import CLOSE, COLON, COMMA, FIRST_PERSON, NAME, OPEN, STOP

_MAX_LABEL = 6
_MIN_TURNS = 2
_MIN_DIALOGUE = 3
_MAX_QUESTION = 80
_NEAR = 12


class Transcript:
    """Find the turns of a conversation in one passage."""

    def __init__(self, view: PassageView, memory: Discourse) -> None:
        self._view = view
        self._interview = Interview(view, memory)
        self._asking = view.grammar.words("transcript", "asking")
        self._not_speakers = view.grammar.words("transcript", "not_speakers")
        self._answering = view.grammar.words("transcript", "answering")
        labels = {number: self._label(*span) for number, span in enumerate(view.paragraphs)}
        self._spoken = sum(1 for label in labels.values() if label) >= _MIN_DIALOGUE
        known = [self._name(label) for label in labels.values() if label]
        self._labels = {
            number: label
            for number, label in labels.items()
            if label and (self._is_label(self._name(label), known) or self._is_shouted(label))
        }

    def turn(self, paragraph: int, before: list[Candidate]) -> list[Candidate] | None:
        """Return the claim of a paragraph that is a turn, nothing for a question, else None.

        An answer that continues in a new paragraph is added to the last claim of `before`.
        """
        label = self._labels.get(paragraph)
        if label is None:
            return None if self._labels else self._interview.turn(paragraph, before)
        words = self._view.words
        start, end = label[1] + 1, self._view.paragraphs[paragraph][1]
        content = self._view.contents.trim(start, end)
        asked = self._name(label) in self._asking or words.text[end - 1].startswith("?")
        if content is None or asked or content[1] - content[0] < 3:
            return []
        known = self._name(label) in self._answering
        return [
            Candidate(
                "transcript",
                [content],
                source=None if known else label,
                frame=[(label[0], start)],
                direct=True,
            )
        ]

    def _label(self, start: int, end: int) -> Range | None:
        """Return the tokens before a colon that opens a paragraph, if they can be a name."""
        words = self._view.words
        for at in range(start, min(end - 1, start + _MAX_LABEL)):
            k = words.kind[at]
            if k & COLON and at > start:
                label = (start, at)
                return None if self._name(label) in self._not_speakers else label
            if k & (COMMA | STOP) and words.text[at] != ".":
                return None
            if not (
                words.text[at][0].isupper() or k & (NAME | OPEN | CLOSE) or words.text[at] == "."
            ):
                return None
        return None

    def _is_label(self, name: str, known: list[str]) -> bool:
        return name in self._asking or name in self._answering or known.count(name) >= _MIN_TURNS

    def _is_shouted(self, label: Range) -> bool:
        """Return True if a label is in capitals, in a text with several of them."""
        return self._spoken and self._view.words.slice(*label).isupper()

    def _name(self, label: Range) -> str:
        return self._view.words.slice(*label).lower().strip(" .")


class Interview:
    """Find questions and answers without a mark or a name in front."""

    def __init__(self, view: PassageView, memory: Discourse) -> None:
        self._view = view
        self._memory = memory
        self._questions = [n for n, span in enumerate(view.paragraphs) if self._asks(*span)]
        self._source: Range | None = None
        if not memory.interviewing:
            memory.interviewing = self._begins()

    def turn(self, paragraph: int, before: list[Candidate]) -> list[Candidate] | None:
        """Return the claim of an answer, nothing for a question, None outside an interview."""
        if not self._memory.interviewing:
            return None
        if paragraph in self._questions or self._announces(paragraph):
            return []
        if not self._memory.questioned and paragraph < min(self._questions, default=paragraph + 1):
            return None
        self._memory.questioned = True
        content = self._view.contents.trim(*self._view.paragraphs[paragraph])
        if content is None:
            return []
        if self._is_reported(content) and paragraph - 1 not in self._questions:
            self._memory.interviewing = False
            return None
        goes_on = paragraph - 1 not in self._questions and before
        if goes_on and before[-1].pattern == "interview":
            before[-1].content.append(content)
            return []
        source = self._source
        return [
            Candidate(
                "interview", [content], source=source, frame=[(content[0], content[0])], direct=True
            )
        ]

    def _announces(self, paragraph: int) -> bool:
        """Return True for 'Berikut petikan wawancara dengan …', which asserts nothing."""
        start, end = self._view.paragraphs[paragraph]
        low = self._view.words.low[start:end]
        grammar = self._view.grammar
        named = grammar.words("transcript", "interview").intersection(low)
        return bool(named) and low[0] in grammar.words("transcript", "announcing")

    def _is_reported(self, content: Range) -> bool:
        """Return True if a paragraph quotes somebody: the interview is over."""
        view = self._view
        return any(q.speech and content[0] <= q.start < content[1] for q in view.quotes)

    def _asks(self, start: int, end: int) -> bool:
        """Return True if a paragraph is a question, outside quotation marks."""
        view = self._view
        asks = view.words.text[end - 1].startswith("?") and view.inside[end - 1] < 0
        return asks and end - start <= _MAX_QUESTION

    def _begins(self) -> bool:
        """Return True if an interview is announced, or questions have 'you' and answers 'I'."""
        if len(self._questions) < _MIN_TURNS:
            return False
        first = self._view.paragraphs[self._questions[0]][0]
        grammar, low = self._view.grammar, self._view.words.low
        named = grammar.words("transcript", "interview")
        at = next((at for at in range(first - 1, -1, -1) if low[at] in named), None)
        if at is not None:
            self._source = self._interviewee(at + 1, first)
            return True
        second = grammar.words("names", "second")
        asked = any(self._has(number, second) for number in self._questions)
        answers = {number + 1 for number in self._questions} - set(self._questions)
        return asked and sum(1 for number in answers if self._speaks(number)) >= _MIN_TURNS

    def _interviewee(self, start: int, high: int) -> Range | None:
        """Return the person named in 'wawancara dengan …' or 'an interview with …'."""
        words = self._view.words
        partners = self._view.grammar.words("transcript", "partners")
        for at in range(start, min(high - 1, start + _NEAR)):
            if words.low[at] in partners:
                phrase = self._view.speakers.after(at + 1, high)
                return (phrase.start, phrase.end) if phrase else None
        return None

    def _has(self, paragraph: int, wanted: frozenset[str]) -> bool:
        start, end = self._view.paragraphs[paragraph]
        return any(low in wanted for low in self._view.words.low[start:end])

    def _speaks(self, paragraph: int) -> bool:
        """Return True if a paragraph holds 'I' or 'we' outside quotation marks."""
        if paragraph >= len(self._view.paragraphs):
            return False
        kind, inside = self._view.words.kind, self._view.inside
        start, end = self._view.paragraphs[paragraph]
        return any(kind[at] & FIRST_PERSON and inside[at] < 0 for at in range(start, end))
