"""Find the columns of a CoNLL file: the shared tasks differ, and no file names its task."""

import re
from collections.abc import Sequence

from msgspec import Struct

from annotator.formats.token_lines import cells, is_header

MOST_COLUMNS = 64
OF_2012 = "#begin document"
_NUMBER = re.compile(r"\d+(?:[-.]\d+)?")
_TAG = re.compile(r"O|_|-|[BIESLUM]-\S+")
# Phrases of CoNLL-2000, which aren't names.
CHUNKS = frozenset(("NP", "VP", "PP", "ADVP", "ADJP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP"))


class Layout(Struct, frozen=True):
    """The columns of words and tags in a file; `tag` is None if there are none.

    `brackets` says that tags are written "(GPE*", as in CoNLL-2012; `numbered` that the first
    column counts the tokens of a sentence, as in CoNLL-X, -U and 2009.
    """

    word: int
    tag: int | None
    numbered: bool = False
    brackets: bool = False


def layout(lines: Sequence[str]) -> Layout:
    """Return the layout of an article's lines; raise ValueError if they have no columns."""
    rows = [cells(line) for line in lines if line.strip() and not is_comment(line)][:500]
    rows = rows[1:] if rows and is_header(rows[0]) and len(rows) > 1 else rows
    if not rows:
        return Layout(0, None)
    width = min(map(len, rows))
    columns = [[row[at] for row in rows] for at in range(width)]
    if any(line.startswith(OF_2012) for line in lines) and width >= 11:
        return Layout(3, 10, brackets=True)
    numbered = width > 2 and all(map(_NUMBER.fullmatch, columns[0]))
    word = 1 if numbered else 0
    tagged = [at for at in range(word + 1, width) if _is_tags(columns[at])]
    if not numbered and width < max(map(len, rows)):
        # Parts of a file from several tools: the last column, however many there are.
        return Layout(word, -1)
    if not numbered and not tagged:
        # Bare names, as some tools write them: the last column.
        return Layout(word, width - 1)
    if not tagged:
        return Layout(word, None, numbered=True)
    # Universal NER has more columns after the tags, CoNLL-2003 has others before them.
    real = [at for at in tagged if any(cell[1:2] == "-" for cell in columns[at])] or tagged
    return Layout(word, real[0] if numbered else real[-1], numbered=numbered)


def is_comment(line: str) -> bool:
    """Return True if a line is a comment and not a token."""
    return line.startswith("#") and ("\t" not in line or line.startswith(("# ", "#begin", "#end")))


def plain_tags(bracketed: Sequence[str]) -> list[str]:
    """Return IOB2 tags for those of CoNLL-2012; of names inside a name, the outer one is kept."""
    tags: list[str] = []
    open_: list[str] = []
    for cell in bracketed:
        begun = re.findall(r"\(([^()*\s]+)", cell)
        outer = open_[0] if open_ else begun[0] if begun else ""
        tags.append(f"{'I' if open_ else 'B'}-{outer}" if outer else "O")
        open_ += begun
        closed = cell.count(")")
        open_ = open_[: max(len(open_) - closed, 0)]
    return tags


def _is_tags(column: Sequence[str]) -> bool:
    inside = any(cell not in ("O", "_", "-") for cell in column)
    return all(_TAG.fullmatch(cell.strip()) for cell in column) and (inside or "O" in column)
