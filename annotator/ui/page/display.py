"""What the page shows for an article's text: one UTF-16 unit for each of the text's own.

Because every unit stands for exactly one, positions in the widget and in the text differ
only by how the two count (core/offsets.py), and the text is never read back from it.
"""

import re

# A line longer than this is shown in pieces: Qt lays out one endless line ten times slower.
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
    # Qt keeps these two for the borders of frames.
    0xFDD0: "\ufffd",
    0xFDD1: "\ufffd",
}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Hardly any text has one, and looking for them takes a tenth of translating each character.
_SHOWN_OTHERWISE = re.compile(f"[{''.join(re.escape(chr(code)) for code in _SHOWN_AS)}]")


def display(text: str) -> str:
    """Return what is shown for `text`, unit for unit."""
    shown = text.replace("\r\n", "\u200b\n")
    if _SHOWN_OTHERWISE.search(shown):
        shown = shown.translate(_SHOWN_AS)
    # No pattern for long lines: each shorter line would be scanned again from every position.
    return "\n".join(map(_in_pieces, _LONE_SURROGATE.sub("\ufffd", shown).split("\n")))


def _in_pieces(line: str) -> str:
    """Break a long line at a space every so often; the space becomes the line end."""
    if len(line) < LONG_LINE:
        return line
    pieces: list[str] = []
    start = 0
    while (space := line.find(" ", start + PIECE)) >= 0:
        pieces.append(line[start:space])
        start = space + 1
    return "\n".join((*pieces, line[start:]))
