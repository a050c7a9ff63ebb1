"""Turn text of a PDF page that runs up, down or aslant, so that it can be read like other text."""

import math
import statistics
from itertools import pairwise
from typing import Any, NamedTuple

# Text within so many degrees is level; such a share of a page's letters makes the page turned.
_LEVEL = 10
_STEP = 5
_MOST = 0.5
# A line is letter-spaced if so many of its words are single letters; a gap between two words is
# this many times as wide as one between letters.
_SINGLE = 0.8
_LEAST_LETTERS = 6
_WORD_GAP = 1.6


class Straightened(NamedTuple):
    """A page whose text is level, and pages of what stands on it in other directions."""

    page: Any
    aside: list[Any]


def straightened(page: Any) -> Straightened:
    """Return a page as pdfminer sees it before its analysis, with its turned letters apart."""
    from pdfminer.layout import LTChar, LTPage

    turned: dict[int, list[Any]] = {}
    others = []
    letters = 0
    for element in page:
        is_letter = isinstance(element, LTChar)
        letters += is_letter
        angle = _angle(element) if is_letter else 0
        if abs(angle) > _LEVEL:
            turned.setdefault(angle, []).append(element)
        else:
            others.append(element)
    if not turned:
        return Straightened(page, [])
    level = LTPage(page.pageid, page.bbox)
    level.extend(others)
    pages = {angle: _level(page, angle, found) for angle, found in turned.items()}
    most = max(turned, key=lambda angle: len(turned[angle]))
    if len(turned[most]) > _MOST * letters:
        return Straightened(pages.pop(most), [level, *pages.values()])
    return Straightened(level, list(pages.values()))


def without_letter_spacing(line: Any, text: str) -> str:
    """Return a line whose letters were set apart ("R E S M I") with its words whole."""
    from pdfminer.layout import LTChar

    words = text.split()
    single = sum(len(word) == 1 and word.isalpha() for word in words)
    if single < _LEAST_LETTERS or single < _SINGLE * len(words):
        return text
    letters = [one for one in line if isinstance(one, LTChar) and not one.get_text().isspace()]
    gaps = [after.x0 - before.x1 for before, after in pairwise(letters)]
    wide = _WORD_GAP * max(statistics.median(gaps), 0.1) if gaps else 0
    pieces = [letters[0].get_text()] if letters else []
    for gap, letter in zip(gaps, letters[1:], strict=True):
        pieces.append((" " if gap > wide else "") + letter.get_text())
    return "".join(pieces)


def _angle(letter: Any) -> int:
    """Return in which direction a letter's line runs, in degrees."""
    a, b = letter.matrix[:2]
    return _STEP * round(math.degrees(math.atan2(b, a)) / _STEP)


def _level(page: Any, angle: int, letters: list[Any]) -> Any:
    """Return a page on which letters that ran in one direction run from left to right."""
    from pdfminer.layout import LTPage

    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    boxes = []
    for letter in letters:
        a, b, c, d = letter.matrix[:4]
        # The box that stands around a slanted letter is larger than the letter.
        width = abs(letter.adv) * math.hypot(a, b)
        high = abs(c) >= abs(d)
        room = (letter.width if high else letter.height) - abs(letter.adv * (a if high else b))
        height = max(0.1, room / (abs(c if high else d) or 1)) * math.hypot(c, d)
        x, y = (letter.x0 + letter.x1) / 2, (letter.y0 + letter.y1) / 2
        x, y = x * cos + y * sin, y * cos - x * sin
        boxes.append((x - width / 2, y - height / 2, x + width / 2, y + height / 2))
    left, low = min(box[0] for box in boxes), min(box[1] for box in boxes)
    for letter, (x0, y0, x1, y1) in zip(letters, boxes, strict=True):
        letter.set_bbox((x0 - left, y0 - low, x1 - left, y1 - low))
        letter.upright, letter.size = True, letter.height
    size = (0, 0, max(box[2] for box in boxes) - left, max(box[3] for box in boxes) - low)
    straight = LTPage(page.pageid, size)
    straight.extend(letters)
    return straight
