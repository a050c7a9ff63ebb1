"""The lexicon of a language: its cues, hedges, kinds of source and small words.

All of it is data in resources/languages/<lang>/, so that a third language is a folder.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from annotator import resources
from annotator.language.grammar_keys import KEYS, check

if TYPE_CHECKING:
    from spacy.language import Language

V = TypeVar("V")
Tokenise = Callable[[str], list[str]]

UNKNOWN = "xx"


class Cue(NamedTuple):
    """A word or phrase that ties a content to a source.

    `takes` is the kind of content allowed: any phrase, a clause, or a quotation only.
    """

    lemma: str
    kind: str
    order: str
    stance: str
    takes: str


class Hedge(NamedTuple):
    """A word that weakens an assertion; `sense` is epistemic, ability, fear or weak."""

    form: str
    kind: str
    sense: str


class Role(NamedTuple):
    """The kind of source that a word names."""

    form: str
    type: str
    kind: str


class PhraseTable(Generic[V]):
    """Find the longest known phrase that starts at a token."""

    def __init__(self, entries: Iterable[tuple[str, V]], tokenise: Tokenise) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], list[V]]]] = {}
        phrases: dict[tuple[str, ...], list[V]] = {}
        for form, value in entries:
            phrases.setdefault(tuple(tokenise(form)), []).append(value)
        for phrase, values in phrases.items():
            self._by_first.setdefault(phrase[0], []).append((phrase[1:], values))
        for rest in self._by_first.values():
            rest.sort(key=lambda item: -len(item[0]))

    def at(self, low: list[str], index: int) -> tuple[int, list[V]] | None:
        """Return the end of the longest phrase from `index` on, and its entry."""
        for rest, values in self._by_first.get(low[index], ()):
            end = index + 1 + len(rest)
            if not rest or tuple(low[index + 1 : end]) == rest:
                return end, values
        return None

    def scan(self, low: list[str], start: int, end: int) -> Iterator[tuple[int, int, list[V]]]:
        """Yield every phrase between two tokens, longest first, none overlapping another."""
        index = start
        first = self._by_first
        while index < end:
            if low[index] in first:
                found = self.at(low, index)
                if found is not None and found[0] <= end:
                    yield index, found[0], found[1]
                    index = found[0]
                    continue
            index += 1


def tokeniser(nlp: Language) -> Tokenise:
    """Return how a pipeline cuts a form; asking it for plain words takes a third of loading."""
    rules = getattr(nlp.tokenizer, "rules", None) or {}

    def cut(form: str) -> list[str]:
        parts = form.split(" ")
        if all(part.isalpha() and part not in rules for part in parts):
            return [part.lower() for part in parts]
        return [token.lower_ for token in nlp.make_doc(form)]

    return cut


class Lexicon:
    """All tables of one language, tokenised the way its pipeline tokenises."""

    def __init__(self, lang: str, tokenise: Tokenise) -> None:
        self.lang = lang
        self.grammar = grammar(lang)
        self.cues = PhraseTable(_cues(lang), tokenise)
        # The words of tags behind a quotation, which may be misspelt.
        self.tags = frozenset(
            form
            for form, cue in _cues(lang)
            if cue.kind == "bare" or (cue.kind == "verb" and cue.order == "any")
        )
        self.hedges = PhraseTable(((h.form, h) for h in _rows(lang, "hedges", Hedge)), tokenise)
        self.roles = PhraseTable(
            ((role.form, role) for role in _rows(lang, "sources", Role)), tokenise
        )


class Grammar:
    """The closed word classes of a language, each a set of lower-case tokens."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.name: str = data.get("name", "")
        self.data = data
        self._classes: dict[tuple[str, str], frozenset[str]] = {}
        properties = data.get("properties", {})
        self.inflects: bool = properties.get("inflects", True)
        self.modifier_after_noun: bool = properties.get("modifier_after_noun", False)
        self.copula_optional: bool = properties.get("copula_optional", False)
        self.prefix_passive: bool = properties.get("prefix_passive", False)
        self.enclitic_source: str = properties.get("enclitic_source", "")
        # Never matches if a language has none: no word contains a space.
        self.clitic = self.enclitic_source or " "
        forms = data.get("forms", {})
        self.forms: dict[str, str] = {
            tag: form for form, tags in forms.items() for tag in tags.split()
        }
        self.not_verbs = self.words("verbs", "not_verbs")
        self.verbs = self.words("verbs", "verbs")
        self.verb_shape = re.compile(data.get("verbs", {}).get("shape", "(?!)"))
        self._headline_verbs = self.words("headline", "verbs")
        self._headline_shape = re.compile(data.get("headline", {}).get("shape", "(?!)"))
        self.short_titles = self.words("names", "short_titles")
        self.singular = self.words("names", "singular")
        self.neuter = self.words("names", "neuter")
        self.plural = self.words("names", "plural")
        self.evidence = self.words("names", "evidence")
        self.thing = self.words("names", "thing")
        self.manner = self.words("classes", "manner")
        self.degrees = self.words("names", "degrees")
        # Relative pronouns that stand for people.
        # Small words that a person's name may begin with.
        self.particles = self.words("names", "particles")
        # The end of a description by age.
        self.aged = self.words("names", "aged")
        self.people = self.words("names", "people")
        self.abbreviations = self.words("sentences", "abbreviations")
        self.opinion = self.words("checkable", "opinion")
        self.future = self.words("checkable", "future")

    def has_verb_shape(self, low: str) -> bool:
        """Return True if a word looks like a verb of this language."""
        return low not in self.not_verbs and bool(self.verb_shape.match(low))

    def is_headline_verb(self, low: str) -> bool:
        """Return True for a verb without its prefix, as only headlines have it."""
        if low in self.not_verbs:
            return False
        return low in self._headline_verbs or bool(self._headline_shape.match(low))

    def words(self, section: str, key: str) -> frozenset[str]:
        """Return the words of one class, empty if the language does not name it."""
        known = self._classes.get((section, key))
        if known is None:
            if key not in KEYS[section]:
                raise KeyError(f"no grammar has [{section}] {key}")
            known = frozenset(self.data.get(section, {}).get(key, "").split())
            self._classes[section, key] = known
        return known


@cache
def grammar(lang: str) -> Grammar:
    """Read the word classes of a language; all are empty for one without resources."""
    file = resources.path("languages", lang) / "grammar.toml"
    if not file.is_file():
        return Grammar({})
    text = file.read_text("utf-8")
    data = tomllib.loads(text)
    check(data, text, f"{lang}/grammar.toml")
    return Grammar(data)


@cache
def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have resources here."""
    folder = resources.path("languages")
    return tuple(sorted(item.name for item in folder.iterdir() if item.is_dir()))


def table(lang: str, name: str) -> dict[str, Any]:
    """Read one TOML file of a language; empty if it has none."""
    file = resources.path("languages", lang) / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


T = TypeVar("T", Hedge, Role)


def _rows(lang: str, name: str, kind: Callable[..., T]) -> Iterator[T]:
    for row in _read(lang, name):
        yield kind(*row)


def _cues(lang: str) -> Iterator[tuple[str, Cue]]:
    for lemma, kind, order, stance, takes, forms in _read(lang, "cues"):
        for form in forms.split("|"):
            yield form.lower(), Cue(lemma, kind, order, stance, takes)


@cache
def forms_of(lang: str, kind: str) -> frozenset[str]:
    """Return the forms of all cues of one kind."""
    return frozenset(form for form, cue in _cues(lang) if cue.kind == kind)


def _read(lang: str, name: str) -> list[list[str]]:
    file = resources.path("languages", lang) / f"{name}.tsv"
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
