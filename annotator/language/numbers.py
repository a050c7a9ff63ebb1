"""Dates, times, sums and counts by rule, since numbers are what fact-checkers check."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from annotator.language.lexicon import table
from annotator.language.registration import factory

FACTORY = "annotator.numbers.v1"
LABELS = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL"))
# What models call their labels, in our terms; an ordinal is not a number to check.
_RENAMED = {"PERSON": "PER", "ORDINAL": ""}
_NUMBER = r"\d+(?:[.,]\d+)*"


class Number(NamedTuple):
    """A stretch of text that is a number or a time, in code points."""

    start: int
    end: int
    label: str


@factory(FACTORY, assigns=["doc.ents"])
def create_numbers(nlp: Language, name: str) -> Numbers:
    """Make the component for the pipeline's language."""
    return Numbers(nlp.lang or "")


class Numbers:
    """Add DATE, TIME, MONEY, PERCENT, QUANTITY and CARDINAL to doc.ents."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def __call__(self, doc: Doc) -> Doc:
        """Merge the numbers of the Doc with the names a model found."""
        spans: list[Span] = []
        for number in find_numbers(doc.text, self._lang):
            span = doc.char_span(number.start, number.end, label=number.label)
            if span is not None:
                spans.append(span)
        doc.set_ents(_merge(doc, spans))
        return doc


def _merge(doc: Doc, numbers: list[Span]) -> list[Span]:
    """Keep a name that contains a number, else the number; keep all others of both."""
    names: list[Span] = []
    for ent in doc.ents:
        label = _RENAMED.get(ent.label_, ent.label_)
        if not label:
            continue
        rivals = [n for n in numbers if n.start < ent.end and ent.start < n.end]
        longer = all(n.end - n.start < ent.end - ent.start for n in rivals)
        if not rivals or (longer and label not in LABELS):
            names.append(Span(doc, ent.start, ent.end, label=label))
    taken = {token for name in names for token in range(name.start, name.end)}
    kept = [n for n in numbers if taken.isdisjoint(range(n.start, n.end))]
    return sorted([*names, *kept], key=lambda span: span.start)


def find_numbers(text: str, lang: str) -> list[Number]:
    """Return the numbers and times of a text, none overlapping another."""
    found: list[Number] = []
    taken: list[tuple[int, int]] = []
    covered = bytearray(len(text))
    for label, pattern in _patterns(lang):
        for match in pattern.finditer(text):
            start, end = match.span("n") if "n" in pattern.groupindex else match.span()
            if start == end or any(covered[start:end]):
                continue
            if label:
                found.append(Number(start, end, label))
            covered[start:end] = b"\x01" * (end - start)
            taken.append((start, end))
    return sorted(found)


@cache
def _patterns(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Build the patterns of a language, in the order in which they are tried."""
    data = table(lang, "numbers")
    if not data:
        return (("CARDINAL", re.compile(rf"(?<![\w.,/-]){_NUMBER}(?![\w/-])")),)
    parts = _Parts(data)
    return tuple((label, re.compile(pattern)) for label, pattern in parts.patterns())


class _Parts:
    """The building blocks of one language's patterns."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data
        words = f"{data['digits']} {data['teens']}".split()
        word = "|".join(sorted(words, key=len, reverse=True))
        self.word = rf"(?i:(?:{word})(?:[ -](?:{word}))*)(?!\w)"
        scales = "|".join(data["scales"].split())
        self.scaled = rf"{_NUMBER}(?:[ \u00a0]?(?i:{scales})\b)?"
        self.amount = rf"(?:{self.scaled}|{self.word})"
        self.range = rf"(?:[ ]?(?:{data['ranges']})[ ]?{self.amount})?"
        self.month = _capitalised(f"{data['months']} {data['short_months']}")
        self.plain_month = _capitalised(data["plain_months"])
        self.weekday = _capitalised(data["weekdays"])
        self.after = rf"(?:[ ](?i:{data['after_date']})\b)?"
        self.before = rf"(?:(?i:{data['before_date']})[ ])*"
        self.parts_of_day = rf"(?i:{data['parts_of_day']})"

    def patterns(self) -> list[tuple[str, str]]:
        """Return label and pattern, most specific first; without a label the match is skipped."""
        return [
            *self._not_numbers(),
            *self._sums(),
            *self._dates(),
            *self._times(),
            *self._counts(),
        ]

    def _not_numbers(self) -> list[tuple[str, str]]:
        """Leave alone web addresses, versions, ages and numbers that are part of a name."""
        return [
            ("", r"(?:https?://|www\.)\S+"),
            ("", r"\b\w+@\w[\w.]+"),
            ("", r"(?i:(?:ber)?(?:usia|umur)(?:nya)?(?: sekitar)?) \d+(?: tahun)?"),
            ("", r"\b\d+ tahun(?= (?:itu|ini|tersebut))"),
            ("", r"\b\d+-year-olds?\b"),
        ]

    def _sums(self) -> list[tuple[str, str]]:
        data = self._data
        before = (
            rf"(?i:(?<!\w)(?:{data['currency_before']}))[ .\u00a0]{{0,2}}{self.scaled}{self.range}"
        )
        return [
            ("MONEY", rf"{before}(?:[ ](?i:{data['currency_after']})\b)?"),
            ("MONEY", rf"(?<!\w){self.amount}{self.range}[ ](?i:{data['currency_after']})\b"),
            (
                "PERCENT",
                rf"(?<![\w.,])[-+−]?{self.amount}{self.range}[ ]?(?i:{data['percent']})(?!\w)",
            ),
        ]

    def _dates(self) -> list[tuple[str, str]]:
        data = self._data
        day = r"\d{1,2}"
        numeric = rf"\({day}/\d{{1,2}}(?:/\d{{2,4}})?\)"
        time_of_day = rf"(?:[ ]{self.parts_of_day}\b(?:[ ](?i:{data['zones']})\b)?)?"
        year4 = r"(?:,?[ ]\d{4})?"
        month = rf"{self.month}\.?"
        written = (
            rf"(?:{day}[ ]{month}{year4}|{month}[ ]{day}(?:st|nd|rd|th)?(?!\d){year4}"
            rf"|{month}[ ]\d{{4}}|{self.plain_month})"
        )
        day_of_week = rf"{self.weekday}(?!\w)(?:[ ]?{numeric}|,?[ ]{written})?{time_of_day}"
        unit = rf"(?i:{data['date_units']})\b"
        length = rf"{self.amount}{self.range}[ ]{unit}(?:[ ]{self.amount}[ ]{unit})*"
        year = r"(?:1[6-9]|20)\d{2}"
        years = rf"{year}(?:[ ]?[-–/][ ]?(?:{year}|\d{{2}}))?(?!\d|[.,]\d|%)"
        counted = rf"(?![ ](?i:orang|warga|people|{data['units']})\b)"
        return [
            ("DATE", rf"(?<!\w){self.before}{day_of_week}{self.after}"),
            ("DATE", rf"(?<!\w){self.before}{written}(?!\w)(?:[ ]?{numeric})?{self.after}"),
            ("DATE", r"(?<!\w)\d{1,2}/\d{1,2}/\d{2,4}(?!\d)"),
            ("DATE", rf"(?<=\(){day}/\d{{1,2}}(?=\))"),
            ("DATE", r"\b(?:1[6-9]|20)\d0s\b"),
            ("DATE", rf"(?<![\w.,/-]){length}{self.after}"),
            ("DATE", rf"(?<!\w)(?i:{data['relative']})(?!\w)"),
            ("DATE", rf"(?<![\w.,/$-]){self.before}{years}{counted}{self.after}"),
        ]

    def _times(self) -> list[tuple[str, str]]:
        data = self._data
        zone = rf"(?:[ ](?i:{data['zones']})\b)?"
        clock = r"\d{1,2}:\d{2}(?::\d{2})?"
        unit = rf"(?i:{data['time_units']})\b"
        found = [
            ("TIME", rf"(?<![\w.,])\d{{1,2}}\.\d{{2}}[ ](?i:{data['zones']})\b"),
            ("TIME", rf"(?<![\w.,]){clock}(?:[ ]?(?i:a\.m\.|p\.m\.|am\b|pm\b))?{zone}"),
            ("TIME", rf"(?<!\w)\d{{1,2}}[ ]?(?i:a\.m\.|p\.m\.|am\b|pm\b){zone}"),
            ("TIME", rf"(?<![\w.,/-]){self.amount}{self.range}[ -]{unit}"),
        ]
        if data["clock"]:
            hour = r"\d{1,2}(?:[.:]\d{2})?(?:[ ]?[-–][ ]?\d{1,2}[.:]\d{2})?"
            found.insert(0, ("TIME", rf"(?i:\b(?:{data['clock']}))[ ](?P<n>{hour}{zone})"))
        return found

    def _counts(self) -> list[tuple[str, str]]:
        data = self._data
        bare = "satu|one|se|tens|hundreds|thousands"
        scaled = r" \w*(?:ratus|ribu|juta|hundred|thousand|million)"
        lone = rf"(?!(?i:{bare})(?!\w|{scaled}))"
        return [
            ("QUANTITY", rf"(?<![\w.,/-]){self.amount}{self.range}[ -]?(?i:{data['units']})(?!\w)"),
            ("CARDINAL", rf"(?<!\w)(?i:{data['one_in']}|{data['fractions']})(?!\w)"),
            ("CARDINAL", rf"(?<![\w.,/:-]){lone}{self.amount}{self.range}(?![\w/:-]|[.,]\d)"),
        ]


def _capitalised(words: str) -> str:
    forms = sorted((word.capitalize() for word in words.split()), key=len, reverse=True)
    return rf"(?:{'|'.join(forms)})"
