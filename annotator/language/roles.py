"""Find the kind of source that a noun phrase names, from its words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from annotator.core.reasons import say
from annotator.language.lexicon import Grammar, Role
from annotator.language.words import COMMA, FINITE, PREPOSITION, RELATIVE, VERB, Words

_INSTITUTIONS = frozenset(
    ("body", "institution", "organization", "media", "state_media", "metonym", "politician")
)
_PEOPLE = frozenset(("office", "rank", "neutral", "person", "politician", "expert"))
_EMPLOYERS = _INSTITUTIONS | {"office", "rank"}
_OFFICIAL = frozenset(("office", "rank", "body", "metonym", "document"))
_ANONYMITY_WORDS = 14


class Verdict(NamedTuple):
    """The kind of a source, the words that show it, and how."""

    type: str
    words: str
    because: str
    paper: bool = False
    issued: bool = False
    human: bool = False
    default: bool = False


class Found(NamedTuple):
    """A role word and its place."""

    at: int
    role: Role


class RoleJudge:
    """Find the kinds of source in one passage."""

    def __init__(
        self, words: Words, found: dict[int, tuple[int, list[Role]]], grammar: Grammar
    ) -> None:
        self._words = words
        self._anonymity = grammar.words("names", "anonymity")
        self._of_anything = grammar.words("names", "of_anything")
        self._found = found
        self._modifier_after_noun = grammar.modifier_after_noun

    def judge(self, start: int, end: int) -> Verdict | None:
        """Return the kind of source that tokens `start` to `end` name, None if no word shows it."""
        found = list(self._within(start, end))
        if self._is_anonymous(start, end):
            official = any(item.role.kind in _OFFICIAL for item in found)
            kind = "official_anon" if official else "anonymous"
            words = " ".join(item.role.form for item in found)
            because = say("unnamed")
            return Verdict(kind, words, because, human=True)
        named = [item for item in found if item.role.kind not in ("former", "anonymous")]
        if not named:
            return None
        head = self._head(start, named)
        verdict = self._by_head(head, named, (start, end))
        verdict = verdict._replace(human=head.role.kind in _PEOPLE)
        # In Indonesian it may also follow the office: 'bupati nonaktif'.
        former = any(
            item.role.kind == "former" and (item.at <= head.at or self._modifier_after_noun)
            for item in found
        )
        if former and verdict.type == "official":
            because = say("former", words=verdict.words)
            return Verdict("politician", verdict.words, because)
        return verdict

    def _within(self, start: int, end: int) -> Iterable[Found]:
        for at in range(start, end):
            if at not in self._found:
                continue
            for role in self._found[at][1]:
                if self._same_case(at, role):
                    yield Found(at, role)
                    break

    def _same_case(self, at: int, role: Role) -> bool:
        """Return True for WHO, not for who: a form in capitals matches only capitals."""
        text = self._words.text[self._found[at][0] - 1]
        if role.form.isupper():
            return text.isupper()
        return not role.form[0].isupper() or text[0].isupper()

    def _is_anonymous(self, start: int, end: int) -> bool:
        """Look for 'who asked not to be named' in and right behind a phrase."""
        high = self._end_of_relative(end)
        if any(low in self._anonymity for low in self._words.low[start:high]):
            return True
        for at in range(start, high):
            if at in self._found and self._found[at][1][0].kind == "anonymous":
                phrase = self._found[at][0] - at > 1
                if at < end or phrase:
                    return True
        return False

    def _end_of_relative(self, end: int) -> int:
        """Return where a relative clause or an adverbial right behind a phrase may end."""
        kind = self._words.kind
        at = end + 1 if end < len(kind) and kind[end] & COMMA else end
        if at >= len(kind) or kind[at] & FINITE:
            return end
        if not kind[at] & (RELATIVE | PREPOSITION | VERB):
            return end
        return min(end + _ANONYMITY_WORDS, len(kind))

    def _head(self, start: int, found: list[Found]) -> Found:
        """Return the role that names the person: the first one, or in English the last."""
        if self._modifier_after_noun:
            return found[0]
        segment = self._before_break(start, found)
        people = [item for item in segment if item.role.kind in _PEOPLE]
        return people[-1] if people else segment[-1]

    def _before_break(self, start: int, found: list[Found]) -> list[Found]:
        """Return the roles of the first part of a phrase that has any."""
        kind = self._words.kind
        part: list[Found] = []
        at = start
        for item in found:
            if part and any(k & (PREPOSITION | COMMA | RELATIVE) for k in kind[at : item.at]):
                break
            part.append(item)
            at = item.at
        return part

    def _by_head(self, head: Found, found: list[Found], span: tuple[int, int]) -> Verdict:
        role = head.role
        form = self._form(head)
        if role.kind in ("neutral", "thing", "paper"):
            institution = self._institution(head, found)
            if institution is not None:
                words = f"{form} … {self._form(institution)}"
                return _of(institution.role, words, paper=role.kind != "neutral", issued=True)
            study = any(item.role.kind == "paper" for item in found)
            if study:
                paper = next(item.role for item in found if item.role.kind == "paper")
                return _of(paper, form, paper=True, issued=True)
            if role.kind in ("thing", "paper"):
                return _of(role, form, paper=True, issued=role.kind == "paper")
            return self._default(role, form, span)
        if role.kind == "expert":
            employer = self._employer(found)
            if employer is not None:
                return _of(employer.role, f"{form} … {self._form(employer)}")
        return _of(role, form)

    def _institution(self, head: Found, found: list[Found]) -> Found | None:
        for item in found:
            if item is not head and item.role.kind in _EMPLOYERS:
                return item
        return None

    def _employer(self, found: list[Found]) -> Found | None:
        """Return an organization by name that an expert speaks for."""
        for item in found:
            if item.role.kind == "organization" and self._words.text[item.at][0].isupper():
                return item
        return None

    def _default(self, role: Role, form: str, span: tuple[int, int]) -> Verdict:
        labels = self._words.ent[span[0] : span[1]]
        if role.type == "organization" and "GPE" in labels and "ORG" not in labels:
            return Verdict("official", form, say("of_a_place", words=form))
        of_body = "ORG" in labels and "GPE" not in labels
        if role.type == "official" and of_body and role.form in self._of_anything:
            return Verdict("organization", form, say("of_an_organization", words=form))
        return _of(role, form)._replace(default=True)

    def _form(self, item: Found) -> str:
        return self._words.slice(item.at, self._found[item.at][0])


def _of(role: Role, form: str, *, paper: bool = False, issued: bool = False) -> Verdict:
    kind = "expert" if role.kind == "institution" else role.type
    return Verdict(kind, form, say(kind, words=form), paper, issued)
