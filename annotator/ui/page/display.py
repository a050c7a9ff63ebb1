"""The text that the page shows: one UTF-16 unit for each unit of the article's text.

So positions in the widget and in the text differ only in their unit (core/offsets.py), and
the text is never read back from the widget.
"""

import re

# Longer lines are shown in pieces: Qt lays out an endless line ten times slower.
LONG_LINE = 5_000
PIECE = 2_000

_SHOWN_AS: dict[int, str | int] = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)},
    0x0D: "\n",
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    # Line and paragraph separators are line ends to Qt as well.
    0x2028: "\n",
    0x2029: "\n",
    # Embeddings, overrides and isolates are shown, not obeyed.
    **dict.fromkeys(range(0x202A, 0x202F), "\u25af"),
    **dict.fromkeys(range(0x2066, 0x206A), "\u25af"),
    # Qt reserves these two for the borders of frames.
    0xFDD0: "\ufffd",
    0xFDD1: "\ufffd",
}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Hardly any text has one, and a search takes a tenth of the time of translating all of it.
_SHOWN_OTHERWISE = re.compile(f"[{''.join(re.escape(chr(code)) for code in _SHOWN_AS)}]")


def display(text: str) -> str:
    """Return the displayed form of `text`, unit for unit."""
    shown = text.replace("\r\n", "\u200b\n")
    if _SHOWN_OTHERWISE.search(shown):
        shown = shown.translate(_SHOWN_AS)
    # No regex for long lines: it would scan each shorter line again from every position.
    return "\n".join(map(_in_pieces, _LONE_SURROGATE.sub("\ufffd", shown).split("\n")))


def _in_pieces(line: str) -> str:
    """Break a long line at spaces; each such space becomes a line end."""
    if len(line) < LONG_LINE:
        return line
    pieces: list[str] = []
    start = 0
    while (space := line.find(" ", start + PIECE)) >= 0:
        pieces.append(line[start:space])
        start = space + 1
    return "\n".join((*pieces, line[start:]))
