"""Memory of an article while reading: who was introduced, in which role, who spoke last."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from annotator.language.lexicon import grammar, known_languages

_LIMIT = 200
ROLE = "ROLE"
# Several people named together, whom "they" and "one" may mean.
GROUP = "GROUP"


@dataclass(slots=True)
class Figure:
    """A person or body that was named, and how it was introduced."""

    name: str
    label: str
    words: frozenset[str]
    roles: frozenset[str] = frozenset()
    type: str | None = None
    because: str = ""
    gender: str | None = None


@dataclass(slots=True)
class Discourse:
    """Carried from passage to passage, so that 'he' and 'Kurnia' can still be resolved."""

    figures: list[Figure] = field(default_factory=list)
    last_speaker: str | None = None
    last_type: str | None = None
    last_human: str | None = None
    last_group: str | None = None
    # The kind of body that spoke last, if no person has spoken since, and why.
    last_body: tuple[str, str] | None = None
    # The kind of the last speaker, if an office without a name, and who was known then.
    unnamed: tuple[str, str] | None = None
    known: frozenset[str] = frozenset()
    # The office that the headline names without its holder.
    office: Figure | None = None
    papers: dict[str, tuple[str, str]] = field(default_factory=dict)
    started: bool = False
    # Whether the article is an interview without marks, and its first question was read.
    interviewing: bool = False
    questioned: bool = False
    # How often each name had each label in the article.
    names: dict[str, Counter[str]] = field(default_factory=dict)

    def named(self, name: str) -> Figure | None:
        """Return the latest figure whose name holds all words of `name`."""
        wanted = name_words(name)
        if not wanted:
            return None
        for figure in reversed(self.figures):
            if wanted <= figure.words and _may_be(figure, name, wanted):
                return figure
        return None

    def described(self, words: frozenset[str]) -> Figure | None:
        """Return the latest person introduced with a role among `words`: 'the governor'."""
        for figure in reversed(self.figures):
            if figure.label in ("PER", ROLE) and figure.roles & words:
                return figure
        return None

    def introduce(self, name: str, label: str) -> Figure:
        """Return the figure with a name, created if new; a longer name replaces a shorter one."""
        words = name_words(name)
        known = self.named(name)
        if known is not None and len(words) == 1 and known.label in ("PER", "ORG"):
            begins = known.name.lower().startswith(name.lower())
            label = known.label if known.label == "PER" or begins else label
        for index in range(len(self.figures) - 1, -1, -1):
            figure = self.figures[index]
            if figure.label == label and (words <= figure.words or figure.words <= words):
                if len(words) > len(figure.words):
                    figure.name, figure.words = name, words
                del self.figures[index]
                self.figures.append(figure)
                return figure
        figure = Figure(name, label, words)
        self.figures.append(figure)
        del self.figures[:-_LIMIT]
        return figure

    def latest(self, *labels: str) -> Figure | None:
        """Return the figure of one of the kinds that was named last."""
        for figure in reversed(self.figures):
            if figure.label in labels:
                return figure
        return None


def _may_be(figure: Figure, name: str, words: frozenset[str]) -> bool:
    """Return True if a body's name contains another as a whole: not 'University of Kentucky'."""
    if figure.label == GROUP:
        return words == figure.words
    return figure.label == "PER" or len(words) == 1 or name.lower() in figure.name.lower()


def name_words(name: str) -> frozenset[str]:
    """Return the distinctive words of a name."""
    words = name.replace("’", "'").replace("'s", " ").split()
    return frozenset(word.strip(".,()'\"“”").lower() for word in words) - _small()


@cache
def _small() -> frozenset[str]:
    """Return the words in names that distinguish nobody, in all languages: 'the', 'pak'."""
    known = (grammar(lang).words("names", "small") for lang in known_languages())
    return frozenset(("", "…")).union(*known)
