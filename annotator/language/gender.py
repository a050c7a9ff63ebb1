"""Tell from a title or a given name if 'she' or 'he' may mean somebody; often neither does."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.language.lexicon import Grammar

FEMININE, MASCULINE = "f", "m"


class Genders:
    """The gendered words of one language; none in a language without 'she' and 'he'."""

    def __init__(self, grammar: Grammar) -> None:
        self._pronouns = _sides(grammar, "pronouns")
        self._titles = _sides(grammar, "titles")
        self._given = _sides(grammar, "given")

    def of_pronoun(self, pronoun: str) -> str | None:
        """Return the gender of a pronoun."""
        return self._pronouns.get(pronoun)

    def of_person(self, name: str, title: Iterable[str]) -> str | None:
        """Return the gender that a person's title shows, else the given name."""
        for word in title:
            if word in self._titles:
                return self._titles[word]
        words = name.lower().split()
        return self._given.get(words[0]) if len(words) > 1 else None


def _sides(grammar: Grammar, kind: str) -> dict[str, str]:
    found = dict.fromkeys(grammar.words("gender", f"feminine_{kind}"), FEMININE)
    return found | dict.fromkeys(grammar.words("gender", f"masculine_{kind}"), MASCULINE)
