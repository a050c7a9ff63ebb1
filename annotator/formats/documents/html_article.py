"""Find the lines of a web page that are its article.

trafilatura says where the article is. What it extracted is laid over the page's own lines, and
corrected where the page itself gives evidence: paragraphs it passed over beside others that it
took; boxes it took (a gallery, a subscription offer) whose class says what they are; the text
that publishers give to search engines.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from annotator.formats.documents.html_lines import Line
from annotator.formats.documents.page_furniture import interrupts, is_contact, is_furniture

Words = tuple[str, ...]

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[.!?…:;][\"”’»)\]]*$")
# trafilatura separates lines and the cells of tables with these.
_CELLS = re.compile(r"[\n|]")
# Four words in a row seldom recur outside the article's own text.
_RUN = 4
_PARAGRAPH_WORDS = 8
# A line that is mostly a link, and no sentence, leads to another article.
_ALL_LINK = 0.9
_MOSTLY_LINK = 0.5
# A teaser stands so many lines at most below the link it belongs to.
_NEAR = 2
# An element whose class names a box is one only if it holds less of the article than this.
_BOX_SHARE = 0.5
_BOX = re.compile(
    r"(?<![a-z])(?:pay-?wall|news-?letter|subscri(?:be|ption)|promo(?:tion)?s?|galler(?:y|ies)"
    r"|slide(?:s|show)?|carousel|captions?|comments?(?:-?list)?|disqus|related\w*|recirc\w*"
    r"|recommend\w*|read-?(?:more|also|next)|baca-?juga|terkait|most-?(?:read|popular)|terpopuler"
    r"|shar(?:e|ing)|social|advert\w*|ads?|sponsor\w*|cookies?|consent|by-?line|author-?(?:bio|box"
    r"|card|info)|tags?|breadcrumbs?|footer|sidebar|donat(?:e|ion)|bottom)(?![a-z])",
    re.IGNORECASE,
)
_BOX_ELEMENTS = frozenset(("figcaption", "nav", "footer", "button", "select", "textarea"))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Found(NamedTuple):
    """The article's lines, and the one that is its headline, if any."""

    main: list[bool]
    headline: int | None


def find(found: list[Line], extracted: str, published: str, titles: Iterable[str]) -> Found:
    """Return which lines belong to the article.

    `extracted` is what trafilatura took, `published` the article's text in the page's JSON-LD,
    `titles` are what the page calls the article.
    """
    page = _Page(found, extracted)
    sure = page.taken()
    sure = page.without_boxes(sure)
    sure = page.without_teasers(sure)
    sure = page.with_published(sure, published)
    if True not in sure:
        sure = page.paragraphs()
    if True not in sure:
        main = [line.kind is None for line in found]
        return Found(main if any(main) else [True] * len(found), None)
    main = page.with_passed_over(sure)
    first = main.index(True)
    headline = _headline(found, page.words, first, [words_of(title) for title in titles])
    begins = first if headline is None else min(first, headline)
    page.add_lead(main, begins)
    page.add_headings(main, begins)
    page.leave_out_furniture(main, begins)
    if headline is not None:
        main[headline] = True
    return Found(main, headline)


def words_of(text: str) -> Words:
    """Return a text's words in lower case."""
    return tuple(word.lower() for word in _WORD.findall(text))


def shared(text: str, other: str) -> float:
    """Return the share of one text's runs of four words that another text has."""
    own = list(_runs(words_of(text)))
    runs = set(_runs(words_of(other)))
    return sum(run in runs for run in own) / len(own) if own else 0.0


class _Page:
    """A page's lines, with their words and the elements around them."""

    def __init__(self, found: list[Line], extracted: str) -> None:
        self.found = found
        self.words = [words_of(line.text) for line in found]
        self._runs = Counter(_runs(words_of(extracted)))
        self._whole = Counter(words_of(line) for line in _CELLS.split(extracted))
        self._named: dict[Any, tuple[Any, ...]] = {}
        self._large: set[str] = set()

    def taken(self) -> list[bool]:
        """Return which lines trafilatura took; of a line that recurs, the one among others."""
        alike = [self._covered(own, self._runs) for own in self.words]
        sure = list(alike)
        places: dict[Words, list[int]] = {}
        for index, is_sure in enumerate(alike):
            if is_sure:
                places.setdefault(self.words[index], []).append(index)
        for own, indexes in places.items():
            often = max(1, min(self._runs[run] for run in _runs(own)))
            indexes.sort(
                key=lambda index: (
                    self.found[index].kind is not None,
                    -sum(alike[max(0, index - 3) : index + 4]),
                )
            )
            for index in indexes[often:]:
                sure[index] = False
        return [
            is_sure and line.linked < _ALL_LINK and not _leads_away(line)
            for line, is_sure in self._lines(sure)
        ]

    def paragraphs(self) -> list[bool]:
        """Return which lines are paragraphs, none if the page consists of something else."""
        found = [
            line.kind is None and _is_paragraph(line, own)
            for line, own in zip(self.found, self.words, strict=True)
        ]
        others = self._weigh(line.kind is None and not line.linked for line in self.found)
        return found if self._weigh(found) > _BOX_SHARE * others else [False] * len(found)

    def without_boxes(self, sure: list[bool]) -> list[bool]:
        """Leave out lines in a box: an element with a box's name and little text."""
        weights: Counter[str] = Counter()
        for line, own, is_sure in zip(self.found, self.words, sure, strict=True):
            if is_sure:
                # Boxes of one make count together: each paragraph may have the same odd class.
                weights.update(dict.fromkeys(map(_make, self._called_box(line)), len(own)))
                weights[""] += len(own)
        self._large = {make for make, words in weights.items() if words > _BOX_SHARE * weights[""]}
        return [is_sure and not self._in_box(line) for line, is_sure in self._lines(sure)]

    def without_teasers(self, sure: list[bool]) -> list[bool]:
        """Leave out what was taken from among links to other articles, outside the body.

        The body is the most words in a row without a link between them.
        """
        body = self._longest_run(sure)
        inside = {one for line in body for one in _ancestors(line)}
        shapes = {_shape(line) for line in body}
        result = list(sure)
        for index, line in enumerate(self.found):
            before = self.found[max(0, index - _NEAR) : index]
            teaser = any(map(_leads_away, before)) and line.element.getparent() not in inside
            result[index] = sure[index] and not (teaser and _shape(line) not in shapes)
        return result

    def _longest_run(self, sure: list[bool]) -> list[Line]:
        best = (0, 0)
        most = words = begins = 0
        for index, (line, is_sure) in enumerate(self._lines(sure)):
            if is_sure:
                words += len(self.words[index])
                best, most = ((begins, index + 1), words) if words > most else (best, most)
            elif _leads_away(line):
                begins, words = index + 1, 0
        return [self.found[index] for index in range(*best) if sure[index]]

    def with_published(self, sure: list[bool], published: str) -> list[bool]:
        """Add lines of the published text; leave out what trafilatura took before and after it."""
        runs = Counter(_runs(words_of(published)))
        inside = [self._covered(own, runs) for own in self.words]
        if True not in inside:
            return sure
        agreed = self._weigh(a and b for a, b in zip(sure, inside, strict=True))
        if agreed * 2 < self._weigh(inside):
            return sure
        both = [a or b for a, b in zip(sure, inside, strict=True)]
        if agreed < 0.7 * self._weigh(sure):
            return both
        first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
        return [
            is_sure and (first <= index <= last or line.heading)
            for index, (is_sure, line) in enumerate(zip(both, self.found, strict=True))
        ]

    def with_passed_over(self, sure: list[bool]) -> list[bool]:
        """Add the paragraphs and headings that stand beside those that were taken.

        They must stand in the same element, or in one of the same make: a box has its own.
        """
        taken = [line for line, is_sure in self._lines(sure) if is_sure]
        homes = {_home(line) for line in taken}
        shapes = {_shape(line) for line in taken}
        first, last = sure.index(True), len(sure) - 1 - sure[::-1].index(True)
        main = list(sure)
        for index in range(first, len(main)):
            line, own = self.found[index], self.words[index]
            if main[index] or line.kind or line.heading or _leads_away(line) or self._in_box(line):
                continue
            beside = _home(line) in homes or _shape(line) in shapes
            paragraph = _is_paragraph(line, own)
            short = index < last and own in self._whole
            # After the last line that was taken, only what follows it at once.
            follows = index < last or (main[index - 1] and _home(line) == _home(taken[-1]))
            main[index] = short or (beside and paragraph and follows)
        return main

    def add_lead(self, main: list[bool], begins: int) -> None:
        """Add the first paragraph between headline and text: the lead is often set apart."""
        text = next((index for index in range(begins + 1, len(main)) if main[index]), begins)
        for index in range(begins + 1, text):
            line = self.found[index]
            if line.kind is None and _is_paragraph(line, self.words[index]):
                main[index] = not self._in_box(line)
                return

    def add_headings(self, main: list[bool], begins: int) -> None:
        """Add the headings that stand right before a line of the article."""
        for index in range(len(main) - 2, begins, -1):
            line = self.found[index]
            if line.heading and line.kind is None and main[index + 1] and not self._in_box(line):
                main[index] = True

    def leave_out_furniture(self, main: list[bool], begins: int) -> None:
        """Leave out lines that belong to the page by their words, most of all at either end."""
        taken = [index for index, is_main in enumerate(main) if is_main and index != begins]
        for indexes in (taken, taken[::-1]):
            for index in indexes:
                line = self.found[index]
                contact = line.linked > 0 and is_contact(line.text)
                if not (contact or is_furniture(line.text)):
                    break
                main[index] = False
        for index in taken:
            main[index] = main[index] and not interrupts(self.found[index].text)

    def _lines(self, main: list[bool]) -> Iterator[tuple[Line, bool]]:
        return zip(self.found, main, strict=True)

    def _weigh(self, lines: Iterable[bool]) -> int:
        return sum(len(own) for own, is_in in zip(self.words, lines, strict=True) if is_in)

    def _covered(self, own: Words, runs: Counter[Words]) -> bool:
        """Return True if most of a line's runs of words are among `runs`."""
        mine = list(_runs(own))
        return bool(mine) and sum(run in runs for run in mine) * 2 > len(mine)

    def _in_box(self, line: Line) -> bool:
        return any(_make(box) not in self._large for box in self._called_box(line))

    def _called_box(self, line: Line) -> tuple[Any, ...]:
        """Return the elements around a line whose name or class is that of a box."""
        path = []
        element = line.element
        while element is not None and element not in self._named:
            path.append(element)
            element = element.getparent()
        boxes = () if element is None else self._named[element]
        for one in reversed(path):
            boxes = (*boxes, one) if _is_box(one) else boxes
            self._named[one] = boxes
        return boxes


def _is_box(element: Any) -> bool:
    if element.tag in ("html", "body", "main", "article"):
        return False
    named = f"{element.get('class') or ''} {element.get('id') or ''}"[:500]
    return element.tag in _BOX_ELEMENTS or _BOX.search(_CAMEL.sub("-", named)) is not None


def _make(element: Any) -> str:
    """Return an element's name and class; those of one make have the same."""
    return f"{element.tag}.{element.get('class') or ''}"


def _shape(line: Line) -> tuple[str, ...]:
    """Return the names and classes of a line's block and the two elements around it."""
    shape = []
    element = line.element
    for _ in range(3):
        if element is None:
            break
        shape.append(_make(element))
        element = element.getparent()
    return tuple(shape)


def _ancestors(line: Line) -> list[Any]:
    """Return a line's block and the elements around it, from the inside out."""
    return [line.element, *line.element.iterancestors()]


def _home(line: Line) -> tuple[Any, str]:
    """Return the element a line's block stands in, with the block's name."""
    return line.element.getparent(), line.tag


def _leads_away(line: Line) -> bool:
    """Return True if a line is a link to another article."""
    open_end = line.linked > _MOSTLY_LINK and not _SENTENCE.search(line.text)
    return not line.heading and (line.linked >= _ALL_LINK or open_end)


def _is_paragraph(line: Line, words: Words) -> bool:
    ended = _SENTENCE.search(line.text) is not None
    return len(words) >= _PARAGRAPH_WORDS and ended and line.linked < _MOSTLY_LINK


def _headline(found: list[Line], words: list[Words], first: int, titles: list[Words]) -> int | None:
    """Return the headline: a heading the page is called by, else the last h1 before the text."""
    best, rank = None, (0.0, 0)
    for index, (line, own) in enumerate(zip(found, words, strict=True)):
        if not own or line.kind == "hidden":
            continue
        likeness = max((_alike(own, title) for title in titles), default=0.0)
        if line.heading and likeness >= 0.6 and (line.tag == "h1" or index <= first):
            mine = (likeness + (line.tag == "h1"), -abs(index - first))
            if mine > rank:
                best, rank = index, mine
    if best is not None:
        return best
    before = range(min(first, len(found) - 1), -1, -1)
    for index in before:
        if found[index].tag == "h1" and found[index].kind is None:
            return index
    exact = (index for index in before if words[index] and words[index] in titles)
    return next(exact, None)


def _alike(own: Words, title: Words) -> float:
    """Return how alike a heading and a title are, from 0 to 1."""
    common = sum((Counter(own) & Counter(title)).values())
    return 2 * common / ((len(own) + len(title)) or 1)


def _runs(words: Words) -> Iterator[Words]:
    return (words[index : index + _RUN] for index in range(len(words) - _RUN + 1))
