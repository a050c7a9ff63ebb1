"""Arrange lines from anywhere on pages into paragraphs in reading order."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

# The share of a page's height, above and below, where headers and footers stand.
_BAND = 0.12
# On so many of the pages a header or footer stands at least; chapters have their own.
_SHARE = 0.2
_HEADER_LINES = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|halaman|hal\.?|p\.) ?)?(?:#|[ivxl]{1,6})\W*(?:(?:of|dari|/|\|) ?#)?\W*"
)
_LONGEST_NUMBER = 40
_FINAL = re.compile(r"[.!?…:;][\"”’»)\]]*$")
_BULLETS = "•▪◦‣"
_HYPHENS = ("-", "\u2010", "\u00ad")
_BROKEN = re.compile(r"(\w+)[-\u2010\u00ad]$")
_LONGEST_WORD = 60
_WORD = re.compile(r"\w+(?:-\w+)*")


class Box(NamedTuple):
    """A line, or lines that stand together, in points from the page's lower left corner."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str = ""
    lines: tuple["Box", ...] = ()

    @property
    def middle(self) -> float:
        """The vertical centre of the box."""
        return (self.y0 + self.y1) / 2

    @property
    def size(self) -> float:
        """The height of its first line."""
        first = self.lines[0] if self.lines else self
        return first.y1 - first.y0


class Page(NamedTuple):
    """A page's height and its boxes."""

    height: float
    boxes: list[Box]


def whole_lines(boxes: list[Box]) -> list[Box]:
    """Return boxes whose lines are whole: another font in a line makes pieces of it.

    A line goes to the largest of the boxes that its pieces were in.
    """
    pieces = [(line, number) for number, box in enumerate(boxes) for line in box.lines]
    pieces.sort(key=lambda piece: -piece[0].middle)
    held: dict[int, list[Box]] = {}
    for row in _rows(pieces):
        for run in _runs(sorted(row)):
            home = max(run, key=lambda piece: (len(boxes[piece[1]].lines), len(piece[0].text)))[1]
            held.setdefault(home, []).append(_as_one([line for line, _ in run]))
    return [box_of(sorted(held[number], key=_downwards)) for number in sorted(held)]


def box_of(lines: list[Box]) -> Box:
    """Return the box around lines."""
    return Box(
        min(line.x0 for line in lines),
        min(line.y0 for line in lines),
        max(line.x1 for line in lines),
        max(line.y1 for line in lines),
        lines=tuple(lines),
    )


def without_furniture(pages: list[Page]) -> tuple[list[Page], list[tuple[str, str]]]:
    """Return the pages without headers, footers and page numbers, and those with their kind.

    A header or footer is a line in the outer band of a page that stands there on other
    pages as well in the same size, but for the numbers in it; no part of a paragraph.
    """
    seen = Counter(key for page in pages for key in {_key(line, page) for line in _in_band(page)})
    least = max(2, round(len(pages) * _SHARE))
    repeated = {key for key, count in seen.items() if count >= least}
    furniture: list[tuple[str, str]] = []
    kept: list[Page] = []
    for page in pages:
        gone = {
            line
            for line in _in_band(page)
            if _key(line, page) in repeated or _is_page_number(line, page)
        }
        furniture += [(line.text, _key(line, page)[0]) for line in _in_band(page) if line in gone]
        boxes = [_without(box, gone) for box in page.boxes]
        kept.append(Page(page.height, [box for box in boxes if box.lines]))
    return kept, furniture


def _is_page_number(line: Box, page: Page) -> bool:
    said = _key(line, page)[1]
    # On a long row of signs the pattern would try every way to cut it in three.
    return len(said) <= _LONGEST_NUMBER and _PAGE_NUMBER.fullmatch(said) is not None


def in_order(boxes: list[Box]) -> list[Box]:
    """Return a page's boxes column by column; one across columns ends those above it."""
    bridges = [_bridges(box, boxes) for box in boxes]
    across = sorted((b for b, is_one in zip(boxes, bridges, strict=True) if is_one), key=_downwards)
    sections: list[list[Box]] = [[] for _ in range(len(across) + 1)]
    for box, is_one in zip(boxes, bridges, strict=True):
        if not is_one:
            sections[sum(other.middle > box.middle for other in across)].append(box)
    result: list[Box] = []
    for number, section in enumerate(sections):
        for column in _columns(section):
            result += sorted(column, key=_downwards)
        result += across[number : number + 1]
    return result


def paragraphs(pages: Iterable[list[Box]]) -> list[str]:
    """Return the paragraphs of pages whose boxes are in order, broken words made whole."""
    found = [part for boxes in pages for box in boxes for part in _split(box)]
    words = Counter(
        word.lower() for part in found for line in part for word in _WORD.findall(line.text)
    )
    result: list[str] = []
    before: list[Box] = []
    for part in found:
        text = ""
        for line in part:
            text = _joined(text, line.text, words)
        if before and _goes_on(before, part):
            result[-1] = _joined(result[-1], text, words)
        else:
            result.append(text)
        before = part
    return result


def _rows(pieces: list[tuple[Box, int]]) -> Iterator[list[tuple[Box, int]]]:
    """Yield the pieces that stand level, from the top of the page down."""
    row: list[tuple[Box, int]] = []
    for piece in pieces:
        if row:
            first, line = row[0][0], piece[0]
            shared = min(first.y1, line.y1) - max(first.y0, line.y0)
            if shared < 0.6 * min(first.size, line.size):
                yield row
                row = []
        row.append(piece)
    if row:
        yield row


def _runs(row: list[tuple[Box, int]]) -> Iterator[list[tuple[Box, int]]]:
    """Yield the pieces of a row that are one line: from different boxes, and close together."""
    run = row[:1]
    for piece in row[1:]:
        before = run[-1]
        gap, size = piece[0].x0 - before[0].x1, max(piece[0].size, before[0].size)
        if piece[1] == before[1] or not -0.5 * size < gap < 0.9 * size:
            yield run
            run = []
        run.append(piece)
    yield run


def _as_one(pieces: list[Box]) -> Box:
    """Put the pieces of a line together, from right to left if it is read that way."""
    order = pieces[::-1] if _backwards("".join(piece.text for piece in pieces)) else pieces
    text = order[0].text
    for one, other in pairwise(order):
        apart = max(other.x0 - one.x1, one.x0 - other.x1) > 0.12 * min(one.size, other.size)
        text += (" " if apart else "") + other.text
    return box_of(pieces)._replace(text=" ".join(text.split()), lines=())


def _backwards(text: str) -> bool:
    """Return True if a text is read from right to left."""
    letters = Counter(unicodedata.bidirectional(char) for char in text)
    return letters["R"] + letters["AL"] > letters["L"]


def _in_band(page: Page) -> Iterator[Box]:
    """Yield the lines above and below that stand apart, or that nothing stands outside of."""
    heights = [line.middle for box in page.boxes for line in box.lines]
    outermost = (max(heights), min(heights)) if heights else ()
    for box in page.boxes:
        for line in box.lines:
            inside = page.height * _BAND < line.middle < page.height * (1 - _BAND)
            if not inside and (len(box.lines) <= _HEADER_LINES or line.middle in outermost):
                yield line


def _key(line: Box, page: Page) -> tuple[str, str, int]:
    kind = "header" if line.middle > page.height / 2 else "footer"
    return kind, _DIGITS.sub("#", line.text.lower()), round(line.size)


def _without(box: Box, gone: set[Box]) -> Box:
    return box._replace(lines=tuple(line for line in box.lines if line not in gone))


def _bridges(box: Box, boxes: list[Box]) -> bool:
    """Return True if a box spans columns: it is above or below boxes that are side by side."""
    below = [other for other in boxes if other is not box and _over(box, other)]
    return bool(below) and min(o.x1 for o in below) < max(o.x0 for o in below)


def _over(box: Box, other: Box) -> bool:
    """Return True if two boxes share a good part of the narrower one's width."""
    shared = min(box.x1, other.x1) - max(box.x0, other.x0)
    return shared > 0.2 * min(box.x1 - box.x0, other.x1 - other.x0)


def _columns(boxes: list[Box]) -> Iterator[list[Box]]:
    """Yield the boxes that stand over one another, from left to right."""
    column: list[Box] = []
    right = 0.0
    for box in sorted(boxes, key=lambda box: box.x0):
        if column and box.x0 >= right - 1:
            yield column
            column = []
        right = max(right, box.x1) if column else box.x1
        column.append(box)
    yield column


def _downwards(box: Box) -> tuple[float, float]:
    return -box.y1, box.x0


def _split(box: Box) -> Iterator[list[Box]]:
    """Yield the paragraphs of a box: one begins with an indent, or after a short last line."""
    left, right = min(line.x0 for line in box.lines), max(line.x1 for line in box.lines)
    paragraph = [box.lines[0]]
    for above, line in pairwise(box.lines):
        indented = line.x0 - left > 0.5 * line.size and above.x0 - left < 0.5 * line.size
        short = right - above.x1 > 0.15 * (right - left)
        ended = (indented or short) and _FINAL.search(above.text)
        turns = _backwards(above.text) != _backwards(line.text)
        if ended or turns or line.text[0] in _BULLETS:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _goes_on(before: list[Box], after: list[Box]) -> bool:
    """Return True if a paragraph continues in the next column or on the next page."""
    alike = abs(before[-1].size - after[0].size) < 0.15 * before[-1].size
    return alike and not _FINAL.search(before[-1].text) and after[0].text[:1].islower()


def _joined(text: str, line: str, words: Counter[str]) -> str:
    """Put a line after a text; a word that was broken at the line's end becomes whole.

    The hyphen stays where the word is written with it elsewhere, and in a reduplication
    (orang-orang), which Indonesian writes with one.
    """
    # Only the last word: it is looked for once for each line of a paragraph.
    broken = _BROKEN.search(text[-_LONGEST_WORD:])
    following = _WORD.match(line)
    if not broken or not following or not line[0].islower():
        return f"{text} {line}" if text and not text.endswith(_HYPHENS[2]) else text + line
    first, second = broken.group(1).lower(), following.group().lower()
    hyphenated = words[f"{first}-{second}"] > words[first + second]
    doubled = len(first) > 2 and (second.startswith(first) or first.endswith(second))
    if text[-1] != _HYPHENS[2] and (hyphenated or (doubled and not words[first + second])):
        return text + line
    return text[:-1] + line
