"""Transcripts: paragraphs that open with who speaks, 'Q: …', 'A: …', 'Rina: …'."""

from __future__ import annotations

from annotator.language.attribution.candidate import Draft, Range
from annotator.language.attribution.chunking.passage_view import View
from annotator.language.words import CLOSE, COLON, COMMA, NAME, OPEN, STOP

_MAX_LABEL = 6
_MIN_TURNS = 2
_MIN_DIALOGUE = 3


class Transcript:
    """Finds the turns of a conversation in one passage."""

    def __init__(self, view: View) -> None:
        self._view = view
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

    def turn(self, paragraph: int) -> list[Draft] | None:
        """Return the claim of a paragraph that is a turn, nothing for a question, else None."""
        label = self._labels.get(paragraph)
        if label is None:
            return None
        words = self._view.words
        start, end = label[1] + 1, self._view.paragraphs[paragraph][1]
        content = self._view.contents.trim(start, end)
        asked = self._name(label) in self._asking or words.text[end - 1].startswith("?")
        if content is None or asked or content[1] - content[0] < 3:
            return []
        known = self._name(label) in self._answering
        return [
            Draft(
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
        """Tell whether a label is in capitals, in a text with several of them."""
        return self._spoken and self._view.words.slice(*label).isupper()

    def _name(self, label: Range) -> str:
        return self._view.words.slice(*label).lower().strip(" .")
