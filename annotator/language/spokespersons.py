"""Find whom a spokesperson speaks for: 'a spokesperson for Reyes' has the kind of Reyes."""

from __future__ import annotations

from annotator.core.reasons import say
from annotator.language.discourse import Discourse
from annotator.language.lexicon import Grammar
from annotator.language.roles import Verdict
from annotator.language.words import Words

_PRINCIPALS = frozenset(("official", "politician"))
Kind = tuple[str, str]


def principal(
    words: Words, span: tuple[int, int], verdict: Verdict, memory: Discourse
) -> Kind | None:
    """Return the kind of the person or body a spokesperson speaks for, None if unknown.

    That is the person named at the end of the phrase, or the body that spoke right before
    the spokesperson was named.
    """
    if not verdict.default:
        return None
    start, end = span
    if words.ent[start] != "PER":
        figure = memory.named(words.slice(end - 1, end))
        if figure is not None and figure.label == "PER" and figure.type in _PRINCIPALS:
            return figure.type, say("speaks_for", name=figure.name, why=figure.because)
    return None


def of_body(verdict: Verdict, grammar: Grammar, memory: Discourse, first: str = "") -> Kind | None:
    """Return the kind of the body that spoke last, if a spokesperson speaks next.

    `first` is the first word of the phrase: 'its president' is the body's as well.
    """
    said = "_".join(verdict.words.lower().removesuffix(grammar.clitic).split())
    owned = first in grammar.words("names", "owned") and said in grammar.words(
        "names", "of_anything"
    )
    if owned:
        return memory.last_body
    if said not in grammar.words("names", "voices"):
        return None
    return memory.last_body or _of_officer(memory)


def _of_officer(memory: Discourse) -> Kind | None:
    """Return the kind of the minister who spoke or was told of last: a spokesman is theirs."""
    figure = memory.named(memory.last_human) if memory.last_human else None
    if figure is None or figure.type not in _PRINCIPALS:
        return None
    return figure.type, say("speaks_for", name=figure.name, why=figure.because)
