"""Remember the people and bodies an article names, and the roles it gives them."""

from __future__ import annotations

from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.discourse import GROUP, Discourse, Figure, name_words
from annotator.language.gender import Genders
from annotator.language.roles import Verdict
from annotator.language.spokespersons import of_body
from annotator.language.words import (
    ADJECTIVE,
    CLOSE,
    COMMA,
    DETERMINER,
    FINITE,
    NAME,
    NOUN,
    NUMBER,
    OPEN,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    VERB,
)

_REMEMBERED = frozenset(("PER", "ORG", "GPE"))
_PEOPLE = frozenset(("office", "rank", "neutral", "person", "politician", "expert", "anonymous"))
_TITLE_WORDS = 12
_GROUP_WORDS = 4
_NAME_WORDS = 3


class Mentions:
    """Read a passage from start to end, and remember the names in it."""

    def __init__(self, view: PassageView, memory: Discourse) -> None:
        self._view = view
        self._words = view.words
        self._memory = memory
        self._genders = Genders(view.grammar)
        self._many = view.grammar.words("names", "many")
        self._read_to = 0

    def read(self, to: int) -> None:
        """Remember the names up to token `to`."""
        words = self._words
        at = self._read_to
        while at < to:
            if words.ent[at] in _REMEMBERED:
                end = words.ent_end[at]
                figure = self._memory.introduce(words.slice(at, end), words.ent[at])
                self._introduce(figure, at, end)
                self._note_acronym(figure, end)
                at = end
            else:
                self._note_group(at)
                self._note_unseen(at)
                at += 1
        self._read_to = max(self._read_to, at)

    def _note_unseen(self, at: int) -> None:
        """Remember 'Petrus, ketua adat', if the model did not see a name in it."""
        words, roles = self._words, self._view.roles
        if at + 2 >= len(words.kind) or not words.kind[at + 1] & COMMA or at + 2 not in roles:
            return
        if at in roles or roles[at + 2][1][0].kind not in _PEOPLE:
            return
        alone = at == 0 or not words.kind[at - 1] & NAME
        if words.kind[at] & NAME and words.text[at].istitle() and alone:
            self._introduce(self._memory.introduce(words.text[at], "PER"), at, at + 1)

    def _note_group(self, at: int) -> None:
        """Remember '41 residents' and 'para nelayan', whom 'they' may mean."""
        view, words = self._view, self._words
        if at not in view.roles or view.inside[at] >= 0:
            return
        end, roles = view.roles[at]
        if roles[0].kind not in _PEOPLE:
            return
        start = at
        while start > 0 and at - start < _GROUP_WORDS and self._is_before_group(start - 1):
            start -= 1
        if not (words.tag[end - 1] == "plural" or self._counts_many(start, end)):
            return
        figure = self._memory.introduce(words.slice(start, end), GROUP)
        verdict = view.role_judge.judge(start, end)
        if verdict is not None:
            figure.type, figure.because = verdict.type, verdict.because
        self._memory.last_group = figure.name

    def _is_before_group(self, at: int) -> bool:
        k = self._words.kind[at]
        if k & (VERB | PUNCTUATION | PREPOSITION):
            return False
        return (
            bool(k & (ADJECTIVE | NUMBER | DETERMINER | NOUN)) or self._words.low[at] in self._many
        )

    def _counts_many(self, start: int, end: int) -> bool:
        """Return True for 'para nelayan', '41 warga' and 'orang-orang', not for one of them."""
        low = self._words.low
        return any(
            word in self._many or (word[0].isdigit() and word != "1") or _is_doubled(word)
            for word in low[start:end]
        )

    def _note_acronym(self, figure: Figure, end: int) -> None:
        """Treat 'Phivolcs' in brackets after a name as the same body."""
        words = self._words
        if end + 2 >= len(words.kind) or figure.label == "PER":
            return
        bracketed = words.kind[end] & OPEN and words.kind[end + 2] & CLOSE
        if bracketed and words.text[end + 1][0].isupper():
            figure.words |= name_words(words.text[end + 1])

    def _introduce(self, figure: Figure, start: int, end: int) -> None:
        """Note the title before a name and the apposition behind it."""
        if figure.type is not None and figure.gender is not None:
            return
        low, high = start, end
        if figure.label != "PER" and self._is_person(start, end):
            figure.label = "PER"
        if figure.label == "PER":
            low = self._title_start(start, end)
            phrase = self._view.speakers.after(start, min(end + 20, len(self._words.low)))
            high = phrase.end if phrase else end
        if low < start and self._is_relation(low, start):
            low = start
        if figure.gender is None and figure.label == "PER":
            words = self._words.low
            title = [*words[low:start], *words[end:high]]
            figure.gender = self._genders.of_person(figure.name, title)
        verdict = self._view.role_judge.judge(low, high) or self._heads(high)
        if verdict is not None and figure.type is None:
            kind = (verdict.type, verdict.because)
            if verdict.default and figure.label == "PER":
                known = self._memory.described(name_words(verdict.words))
                same = (known.type, known.because) if known and known.type else None
                kind = same or of_body(verdict, self._view.grammar, self._memory) or kind
            figure.type, figure.because = kind
            figure.roles = name_words(verdict.words)

    def _is_person(self, start: int, end: int) -> bool:
        """Return True for a name between commas behind a person's role, whatever its label.

        That is 'Dmitry Orlov' in "The Kremlin's spokesman, Dmitry Orlov, denied".
        """
        words = self._words
        if not self._is_enclosed(start, end) or not 2 <= end - start <= _NAME_WORDS:
            return False
        if any(at in self._view.roles for at in range(start, end)):
            return False
        verdict = self._view.role_judge.judge(start - 2, start - 1)
        return verdict is not None and verdict.human and not words.ent[start - 2]

    def _is_enclosed(self, start: int, end: int) -> bool:
        """Return True if commas stand on both sides of a stretch."""
        kind = self._words.kind
        closed = end < len(kind) and kind[end] & COMMA
        return start > 1 and bool(closed and kind[start - 1] & COMMA)

    def _heads(self, at: int) -> Verdict | None:
        """Judge by ', who heads the association' behind a name."""
        words = self._words
        if at + 3 >= len(words.low) or not words.kind[at] & COMMA:
            return None
        if words.low[at + 2] not in self._view.grammar.words("names", "heading"):
            return None
        phrase = self._view.speakers.after(at + 3, min(at + 15, len(words.low)))
        return self._view.role_judge.judge(phrase.start, phrase.end) if phrase else None

    def _is_relation(self, low: int, start: int) -> bool:
        """Return True for 'pengacara Trump' (of Trump), not for 'Presiden Trump'."""
        relational = self._view.grammar.words("names", "relational")
        near = self._view.grammar.modifier_after_noun and self._words.kind[start - 1] & NOUN | NAME
        return bool(near) and any(self._words.low[at] in relational for at in range(low, start))

    def _title_start(self, start: int, end: int) -> int:
        """Return where the words before a name begin that may be its title."""
        if not self._view.grammar.modifier_after_noun and self._is_enclosed(start, end):
            return self._described_before(start)
        kind = self._words.kind
        low = start
        comma: int | None = None
        while low > 0 and start - low < _TITLE_WORDS:
            k = kind[low - 1]
            comma_before_name = low == start and k & PUNCTUATION and not k & OPEN
            if comma_before_name and self._ends_title(low - 2):
                comma = low = low - 1
            elif k & (PUNCTUATION | VERB | PRONOUN) and not k & NAME:
                break
            elif k & (NOUN | NAME | ADJECTIVE) or k == 0 or low - 1 in self._view.roles:
                low -= 1
            else:
                break
        behind_cue = low > 0 and kind[low - 1] & PREPOSITION
        return (
            start
            if comma is not None and (behind_cue or not self._view.grammar.modifier_after_noun)
            else low
        )

    def _described_before(self, start: int) -> int:
        """Return where 'a spokesman for the ministry, Tom Reed,' begins."""
        kind = self._words.kind
        low = start - 1
        inside = NOUN | NAME | ADJECTIVE | DETERMINER | PREPOSITION | VERB
        while low > 0 and start - low < _TITLE_WORDS:
            k = kind[low - 1]
            if k and (not k & inside or (k & (PUNCTUATION | FINITE) and not k & NAME)):
                break
            low -= 1
        while low < start - 1 and kind[low] & PREPOSITION and not kind[low] & NAME:
            low += 1
        verdict = self._view.role_judge.judge(low, start - 1)
        return low if verdict is not None and verdict.human else start

    def _ends_title(self, at: int) -> bool:
        """Return True if 'Kepala Desa Merangin' ends at a token: a role, and whose."""
        kind = self._words.kind
        for back in range(at, max(-1, at - _TITLE_WORDS // 2), -1):
            if back in self._view.roles:
                return bool(kind[back] & (NOUN | NAME))
            if not kind[back] & (NOUN | NAME | ADJECTIVE) or kind[back] & VERB & ~NAME:
                return False
            if not self._view.grammar.modifier_after_noun:
                return False
        return False


def _is_doubled(word: str) -> bool:
    """Return True for the plural 'orang-orang'."""
    first, _, second = word.partition("-")
    return bool(second) and first == second
