"""Find the stretches of a text in a later version of it.

Sentences are compared first: unchanged ones, in order (difflib) or moved (the same words;
among several such places, the one with the same neighbours). The others are compared word
by word, in the place that difflib gives, or with the sentence anywhere in the new text that
shares their rarest words.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from annotator.core.spans import Span

# Stretches less alike than this are different ones: a share of letters, or of words.
NEAR = 0.6
# A shorter sentence says too little to be recognised elsewhere.
TELLING = 20
# A word in more sentences than this is too common to find a sentence by.
RARE = 20
# Longer sequences are not compared item by item, so that no text takes minutes.
MOST_ITEMS = 40_000
LONG = 600

_BORDER = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+|\s*\n\s*")
_WORD = re.compile(r"\w+|[^\w\s]")


def sentences(text: str) -> list[Span]:
    """Return the sentences of a text, roughly, without the white space around them."""
    found: list[Span] = []
    start = 0
    for border in (*(match.end() for match in _BORDER.finditer(text)), len(text)):
        said = text[start:border]
        left = start + len(said) - len(said.lstrip())
        right = start + len(said.rstrip())
        if left < right:
            found.append(Span(left, right))
        start = border
    return found


def likeness(old: str, new: str) -> float:
    """Return how alike two stretches are, from 0 to 1; in long ones whole words are compared."""
    if len(old) + len(new) <= LONG:
        return SequenceMatcher(None, old, new, autojunk=False).ratio()
    ours, theirs = Counter(_WORD.findall(old)), Counter(_WORD.findall(new))
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


class Alignment:
    """Find any stretch of an old text in a new one."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._old, self._new = sentences(old), sentences(new)
        self._starts = [sentence.start for sentence in self._old]
        old_said = [old[sentence.start : sentence.end] for sentence in self._old]
        new_said = [new[sentence.start : sentence.end] for sentence in self._new]
        # Old sentences that are unchanged in the new text, by number.
        self._same: dict[int, int] = {}
        self._altered: list[tuple[range, range]] = []
        for kind, i1, i2, j1, j2 in _compared(old_said, new_said):
            if kind == "equal":
                self._same.update(zip(range(i1, i2), range(j1, j2), strict=True))
            elif kind == "replace":
                self._altered.append((range(i1, i2), range(j1, j2)))
        taken = set(self._same.values())
        self._free = [at for at in range(len(new_said)) if at not in taken]
        self._find_moved(old_said, new_said)
        self._words: dict[int, _Words | None] = {}
        self._regions: dict[int, _Words] = {}
        self._rare: dict[str, list[int]] | None = None

    def same(self, span: Span) -> Span | None:
        """Return where a stretch is now, if its sentences are unchanged."""
        first, last = self._sentence(span.start), self._sentence(span.end - 1)
        if first is None or last is None:
            return None
        start, end = self._same.get(first), self._same.get(last)
        if start is None or end is None or end - start != last - first:
            return None
        for step in range(last - first + 1):
            if self._same.get(first + step) != start + step:
                return None
        found = Span(
            self._new[start].start + span.start - self._old[first].start,
            self._new[end].start + span.end - self._old[last].start,
        )
        return found if self._as_it_was(span, found) else None

    def altered(self, span: Span) -> Span | None:
        """Return where a reworded stretch probably is, None if it is not found."""
        first, last = self._sentence(span.start), self._sentence(span.end - 1)
        if first is None or last is None:
            return None
        start, end = self._start(first, span.start), self._end(last, span.end)
        return Span(start, end) if start is not None and end is not None and start < end else None

    def _as_it_was(self, span: Span, found: Span) -> bool:
        """Compare word by word: white space between sentences may differ."""
        if not found.start < found.end <= len(self.new):
            return False
        was, now = self.old[span.start : span.end], self.new[found.start : found.end]
        return was == now or (was.split() == now.split() and now == now.strip())

    def _sentence(self, position: int) -> int | None:
        at = bisect_right(self._starts, position) - 1
        return at if at >= 0 else None

    def _find_moved(self, old: list[str], new: list[str]) -> None:
        places: dict[str, list[int]] = defaultdict(list)
        for at in self._free:
            places[new[at]].append(at)
        taken: set[int] = set()
        for at, said in enumerate(old):
            if at in self._same or said not in places:
                continue
            # So many places are compared; a sentence that recurs more often means little.
            there = [place for place in places[said][:RARE] if place not in taken]
            best = max(
                there, key=lambda place: _neighbours_alike(old, at, new, place), default=None
            )
            if best is not None and (
                len(said) >= TELLING or _neighbours_alike(old, at, new, best) > 0
            ):
                self._same[at] = best
                taken.add(best)
        self._free = [at for at in self._free if at not in taken]

    def _stood(self, sentence: int, position: int) -> int:
        """Return the new position of a place in an unchanged sentence, without space after it."""
        old, new = self._old[sentence], self._new[self._same[sentence]]
        return new.start + min(position, old.end) - old.start

    # Reworded sentences

    def _start(self, sentence: int, position: int) -> int | None:
        if sentence in self._same:
            return self._stood(sentence, position)
        words = self._words_of(sentence)
        return words.start(position) if words else None

    def _end(self, sentence: int, position: int) -> int | None:
        if sentence in self._same:
            return self._stood(sentence, position)
        words = self._words_of(sentence)
        return words.end(position) if words else None

    def _words_of(self, sentence: int) -> "_Words | None":
        """Return the words of an altered sentence beside the words that replace them."""
        if sentence not in self._words:
            self._words[sentence] = self._find_altered(sentence)
        return self._words[sentence]

    def _find_altered(self, sentence: int) -> "_Words | None":
        region = next(
            (number for number, (ours, _) in enumerate(self._altered) if sentence in ours), None
        )
        if region is not None:
            words = self._region(region)
            if words.share(self._old[sentence]) >= NEAR:
                return words
        elsewhere = [
            self._beside(range(sentence, sentence + 1), range(place, place + 1))
            for place in self._alike(sentence)
        ]
        best = max(elsewhere, key=lambda words: words.likeness, default=None)
        if best is not None and best.likeness >= NEAR:
            return best
        return self._region(region) if region is not None else None

    def _region(self, number: int) -> "_Words":
        if number not in self._regions:
            self._regions[number] = self._beside(*self._altered[number])
        return self._regions[number]

    def _beside(self, ours: range, theirs: range) -> "_Words":
        return _Words(
            _words(self.old, self._old[ours[0]].start, self._old[ours[-1]].end),
            _words(self.new, self._new[theirs[0]].start, self._new[theirs[-1]].end),
        )

    def _alike(self, sentence: int) -> list[int]:
        """Return the free sentences that share most rare words with one."""
        if self._rare is None:
            self._rare = defaultdict(list)
            for place in self._free:
                span = self._new[place]
                for word in set(_WORD.findall(self.new[span.start : span.end])):
                    self._rare[word].append(place)
        span = self._old[sentence]
        votes: Counter[int] = Counter()
        for word in set(_WORD.findall(self.old[span.start : span.end])):
            places = self._rare.get(word, ())
            if len(places) <= RARE:
                votes.update(places)
        return [place for place, _ in votes.most_common(3)]


class _Word(Struct, frozen=True, gc=False):
    said: str
    start: int
    end: int


class _Words:
    """The words of an old stretch beside those of a new one."""

    def __init__(self, old: list[_Word], new: list[_Word]) -> None:
        self._old, self._new = old, new
        self._steps = list(_compared([word.said for word in old], [word.said for word in new]))
        self._step_starts = [i1 for _, i1, _, _, _ in self._steps]
        self._starts = [word.start for word in old]
        kept = sum(i2 - i1 for kind, i1, i2, _, _ in self._steps if kind == "equal")
        self.likeness = 2 * kept / max(1, len(old) + len(new))

    def share(self, span: Span) -> float:
        """Return the share of a stretch's words that the new one keeps."""
        first, last = self._at(span.start), self._at(span.end - 1)
        kept = sum(
            min(i2, last + 1) - max(i1, first)
            for kind, i1, i2, _, _ in self._steps
            if kind == "equal" and i1 <= last and first < i2
        )
        return kept / (last - first + 1)

    def start(self, position: int) -> int | None:
        """Return where a stretch that starts here starts now."""
        at = self._at(position)
        kind, i1, i2, j1, j2 = self._step(at)
        if kind == "equal":
            word = self._old[at]
            inside = position - word.start if position < word.end else 0
            return self._new[j1 + at - i1].start + inside
        if kind == "replace":
            return self._new[j1 + at - i1 if i2 - i1 == j2 - j1 else j1].start
        return self._new[j1].start if j1 < len(self._new) else None

    def end(self, position: int) -> int | None:
        """Return where a stretch that ends here ends now."""
        at = self._at(position - 1)
        kind, i1, i2, j1, j2 = self._step(at)
        if kind == "equal":
            word = self._old[at]
            return self._new[j1 + at - i1].end - max(0, word.end - position)
        if kind == "replace":
            return self._new[j1 + at - i1 if i2 - i1 == j2 - j1 else j2 - 1].end
        return self._new[j1 - 1].end if j1 > 0 else None

    def _at(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def _step(self, at: int) -> tuple[str, int, int, int, int]:
        return self._steps[bisect_right(self._step_starts, at) - 1]


Step = tuple[str, int, int, int, int]


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Step]:
    """Yield the steps from one sequence to the other, as difflib's opcodes, none an insertion.

    A common beginning and end, which is most of two versions, is set apart first.
    """
    begin = _common(old, new)
    end = min(_common(old[::-1], new[::-1]), min(len(old), len(new)) - begin)
    i2, j2 = len(old) - end, len(new) - end
    if begin:
        yield "equal", 0, begin, 0, begin
    if max(i2, j2) - begin > MOST_ITEMS:
        if i2 > begin:
            yield "replace" if j2 > begin else "delete", begin, i2, begin, j2
    else:
        matcher = SequenceMatcher(None, old[begin:i2], new[begin:j2])
        for kind, a1, a2, b1, b2 in matcher.get_opcodes():
            if kind != "insert":
                yield kind, begin + a1, begin + a2, begin + b1, begin + b2
    if end:
        yield "equal", i2, len(old), j2, len(new)


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _neighbours_alike(old: list[str], at: int, new: list[str], place: int) -> int:
    before = at > 0 and place > 0 and old[at - 1] == new[place - 1]
    after = at + 1 < len(old) and place + 1 < len(new) and old[at + 1] == new[place + 1]
    return before + after


def _words(text: str, start: int, end: int) -> list[_Word]:
    return [
        _Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text, start, end)
    ]
