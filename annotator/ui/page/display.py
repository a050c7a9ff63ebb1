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
_LONG = re.compile(f"[^\n]{{{LONG_LINE},}}")


def display(text: str) -> str:
    """Return what is shown for `text`, unit for unit."""
    shown = text.replace("\r\n", "\u200b\n").translate(_SHOWN_AS)
    return _LONG.sub(_in_pieces, _LONE_SURROGATE.sub("\ufffd", shown))


def _in_pieces(line: re.Match[str]) -> str:
    """Break a long line at a space every so often; the space becomes the line end."""
    characters = list(line[0])
    last = 0
    for at, character in enumerate(characters):
        if character == " " and at - last >= PIECE:
            characters[at] = "\n"
            last = at
    return "".join(characters)
