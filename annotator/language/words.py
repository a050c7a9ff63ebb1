"""A passage's tokens and word classes as parallel lists, for fast rules."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from annotator.language import columns
from annotator.language.lexicon import Grammar

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A word can be of several classes; plain integers, since an IntFlag costs ten times as much.
(
    THAT,
    RELATIVE,
    COORDINATOR,
    CONTRAST,
    SUBORDINATOR,
    AUXILIARY,
    NEGATOR,
    PRONOUN,
    DETERMINER,
    DEMONSTRATIVE,
    PREPOSITION,
    FRAME,
    ADDRESSEE,
    AGENT,
    PURPOSE,
    TIME,
    QUESTION,
    EXISTENTIAL,
    FIRST_PERSON,
    VERB,
    FINITE,
    NOUN,
    NAME,
    COMMA,
    STOP,
    COLON,
    SEMICOLON,
    DASH,
    OPEN,
    CLOSE,
    QUOTE,
    BREAK,
    SPACE,
    ADVERB,
    NUMBER,
    ADJECTIVE,
) = (1 << bit for bit in range(36))

PUNCTUATION = COMMA | STOP | COLON | SEMICOLON | DASH | OPEN | CLOSE | QUOTE | BREAK | SPACE
CLAUSE_EDGE = STOP | SEMICOLON | COLON | BREAK | QUOTE

_NAMED = {
    "that": THAT,
    "relative": RELATIVE,
    "coordinator": COORDINATOR,
    "contrast": CONTRAST,
    "subordinator": SUBORDINATOR,
    "auxiliary": AUXILIARY,
    "negator": NEGATOR,
    "pronoun": PRONOUN,
    "determiner": DETERMINER,
    "demonstrative": DEMONSTRATIVE,
    "preposition": PREPOSITION,
    "frame": FRAME,
    "addressee": ADDRESSEE,
    "agent": AGENT,
    "purpose": PURPOSE,
    "time": TIME,
    "question": QUESTION,
    "existential": EXISTENTIAL,
    "first_person": FIRST_PERSON,
}
QUOTE_MARKS = "\"“”„‟«»‹›'‘’‚‛`´"
_MARKS = {
    ",": COMMA,
    ".": STOP,
    "!": STOP,
    "?": STOP,
    "…": STOP,
    "...": STOP,
    "..": STOP,
    ":": COLON,
    ";": SEMICOLON,
    "-": DASH,
    "--": DASH,
    "–": DASH,
    "—": DASH,
    "(": OPEN,
    "[": OPEN,
    ")": CLOSE,
    "]": CLOSE,
    "``": QUOTE,
    "''": QUOTE,
} | dict.fromkeys(QUOTE_MARKS, QUOTE)
_LINE_ENDS = frozenset("\n\v\f\x85\u2028\u2029")
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.)+,?(?:[A-Z][A-Za-z]{0,4}\.?,?)*")
_TIME_LABELS = frozenset(("DATE", "TIME"))
_NAME_LABELS = frozenset(("PER", "ORG", "GPE", "LOC", "NORP", "FAC"))


@cache
def word_classes(grammar: Grammar) -> dict[str, int]:
    """Map each word of the closed classes to all its classes at once."""
    classes: dict[str, int] = dict(_MARKS)
    for name, bit in _NAMED.items():
        for word in grammar.words("classes", name):
            classes[word] = classes.get(word, 0) | bit
    for word in grammar.verbs:
        classes[word] = classes.get(word, 0) | VERB | FINITE
    return classes


_OPEN = {
    "verb": VERB,
    "finite": VERB | FINITE,
    "noun": NOUN,
    "name": NAME,
    "adverb": ADVERB,
    "number": NUMBER,
    "adjective": ADJECTIVE,
}


@cache
def tag_classes(grammar: Grammar) -> dict[str, int]:
    """Map a model's fine part-of-speech tags to classes."""
    return {tag: bits for name, bits in _OPEN.items() for tag in grammar.words("tags", name)}


def _places(texts: list[str], spaces: list[bool]) -> tuple[list[int], list[int]]:
    """Return where each token starts and ends, in code points."""
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for text, space in zip(texts, spaces, strict=True):
        starts.append(at)
        at += len(text)
        ends.append(at)
        at += space
    return starts, ends


def is_line_end(text: str) -> bool:
    """Return True for white space that ends a line, by whichever character."""
    return any(char in _LINE_ENDS for char in text)


def is_degree(text: str, grammar: Grammar) -> bool:
    """Return True for an academic degree behind a name: 'S.H.', 'M.Si', 'S.I.K.,M.H.', 'MBA'."""
    return bool(_DEGREE.fullmatch(text)) or text.lower().rstrip(".") in grammar.degrees


class Words:
    """The tokens of a Doc: text, lower case, start, end, class, entity label."""

    __slots__ = (
        "clock",
        "end",
        "ent",
        "ent_end",
        "kind",
        "low",
        "source",
        "start",
        "starts",
        "tag",
        "text",
        "titled",
        "zones",
    )

    def __init__(self, doc: Doc, grammar: Grammar) -> None:
        self.source: str = doc.text
        self.text = columns.texts(doc)
        self.low = [text.lower().replace("’", "'") for text in self.text]
        self.start, self.end = _places(self.text, columns.spaces(doc))
        raw = columns.tags(doc)
        # The form of each word in our names for the tags, in a language whose verbs inflect.
        forms = grammar.forms if grammar.inflects else {}
        self.tag: list[str] = [forms.get(tag, "") for tag in raw]
        self.ent = [""] * len(doc)
        self.ent_end = list(range(1, len(doc) + 1))
        for ent in doc.ents:
            for index in range(ent.start, ent.end):
                self.ent[index] = ent.label_
                self.ent_end[index] = ent.end
        # What stands before a time of day.
        self.zones = grammar.words("classes", "zone")
        self.clock = grammar.words("classes", "clock")
        self._drop_ages(grammar)
        self.starts = columns.sentence_starts(doc)
        # In a headline in Title Case a capital letter makes no name.
        self.titled: tuple[int, int] = doc._.titled or (0, 0)
        self.kind = self._classify(raw, grammar)

    def _classify(self, raw: list[str], grammar: Grammar) -> list[int]:
        classes = word_classes(grammar)
        tags = tag_classes(grammar)
        kinds = [classes.get(low, 0) for low in self.low]
        for index, text in enumerate(self.text):
            kind = kinds[index]
            if text.isspace():
                kind = BREAK if is_line_end(text) else SPACE
            elif self._is_part_of_word(index, kind, grammar):
                kind = 0
            elif kind and self._is_acronym(index):
                kind = NAME
            elif self.ent[index] in _TIME_LABELS and text[0].isupper():
                kind = TIME | tags.get(raw[index], 0) & ~(VERB | FINITE)
            elif not kind & PUNCTUATION:
                if grammar.inflects and self.tag[index] == "participle":
                    kind &= ~FINITE
                kind |= self._open_class(index, tags.get(raw[index], 0), grammar, kind)
            kinds[index] = kind
        self._join_degrees(kinds, grammar)
        for index in range(len(kinds) - 1):
            # 'secara spesifik' is an adverb of two words.
            if self.low[index] in grammar.manner and not kinds[index + 1] & PUNCTUATION:
                kinds[index] = kinds[index + 1] = ADVERB
        return kinds

    def _drop_ages(self, grammar: Grammar) -> None:
        """Treat 'the 29-year-old' as a person and not as a time."""
        for index, low in enumerate(self.low):
            if low in grammar.aged and self.ent[index] in _TIME_LABELS:
                label, end = self.ent[index], self.ent_end[index]
                first = index
                while first and self.ent[first - 1] == label and self.ent_end[first - 1] == end:
                    first -= 1
                for at in range(first, end):
                    self.ent[at], self.ent_end[at] = "", at + 1

    def _join_degrees(self, kinds: list[int], grammar: Grammar) -> None:
        """Make ', S.H., M.H.' part of the name before it."""
        for index in range(1, len(kinds) - 1):
            if not kinds[index] & COMMA or not kinds[index - 1] & NAME:
                continue
            if is_degree(self.text[index + 1], grammar):
                kinds[index] = kinds[index + 1] = NAME
                self.ent[index + 1] = ""

    def _is_part_of_word(self, index: int, kind: int, grammar: Grammar) -> bool:
        """Return True for a possessive 's, the dot of 'Ir. Dewi'.

        Also for the hyphen of 're-election'.
        """
        if self.tag[index] == "possessive":
            return True
        if self.text[index] == "." and self._after_title(index, grammar):
            return True
        return kind == DASH and self._joins_letters(index)

    def _joins_letters(self, index: int) -> bool:
        """Return True for the hyphen of 're-election', not for a dash."""
        if not 0 < index < len(self.text) - 1:
            return False
        before = self.end[index - 1] == self.start[index]
        return before and self.end[index] == self.start[index + 1]

    def _is_acronym(self, index: int) -> bool:
        """Return True for WHO, not for who, and US from us, where not all is in capitals."""
        text = self.text[index]
        if not text.isupper() or not 2 <= len(text) <= 4:
            return False
        around = self.text[max(0, index - 1) : index] + self.text[index + 1 : index + 2]
        return any(word[0].isalpha() and not word.isupper() for word in around)

    def _after_title(self, index: int, grammar: Grammar) -> bool:
        """Return True for the dot of 'Ir. Dewi', not for one that ends a sentence."""
        if index == 0 or index + 1 >= len(self.text) or index + 1 in self.starts:
            return False
        return self.low[index - 1] in grammar.abbreviations

    def _open_class(self, index: int, tagged: int, grammar: Grammar, kind: int) -> int:
        text, low, label = self.text[index], self.low[index], self.ent[index]
        more = NAME if low in grammar.short_titles and low[-1] == "." else 0
        if label in _TIME_LABELS:
            more |= TIME
        elif label in _NAME_LABELS or (
            not label
            and not kind
            and text[0].isupper()
            and index not in self.starts
            and not self.titled[0] <= index < self.titled[1]
        ):
            more |= NAME
        if text[0].isdigit():
            more |= NUMBER
        titled = self.titled[0] <= index < self.titled[1]
        if titled and not label and grammar.is_headline_verb(low):
            return more | VERB | FINITE
        if titled and not grammar.inflects and not grammar.verb_shape.match(low):
            tagged &= ~(VERB | FINITE)
        if low[:-1] in grammar.abbreviations:
            tagged &= ~(VERB | FINITE)
        noun = low.endswith(grammar.clitic) and not grammar.verb_shape.match(low)
        if tagged & VERB and kind & PREPOSITION and not grammar.inflects:
            return more
        if tagged & VERB and (noun or low in grammar.not_verbs or low in grammar.short_titles):
            more |= NOUN
        elif tagged:
            more |= tagged
        elif not kind and not more & (NAME | TIME):
            if grammar.verb_shape.match(low) and low not in grammar.not_verbs:
                more |= VERB | FINITE
            else:
                more |= NOUN
        return more

    def slice(self, start: int, end: int) -> str:
        """Return the text from one token to before another."""
        return self.source[self.start[start] : self.end[end - 1]]

    def has(self, start: int, end: int, bits: int) -> bool:
        """Return True if any token of a stretch is of one of the classes."""
        return any(kind & bits for kind in self.kind[start:end])
