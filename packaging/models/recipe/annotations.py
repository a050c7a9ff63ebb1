"""Read the project's own entity annotations, which name articles but do not repeat them.

annotations/LANG.txt lists the names in an article, by label:

    # kumparan-0008
    ORG: Perum Bulog; Bulog
    PER: Budi Waseso; Buwas

Every place in the article where a listed name stands as words of its own is marked, the
longest name first. NOT lists strings that only look like a name.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from recipe.prose import Mark

Names = dict[str, str]
FOLDER = Path(__file__).resolve().parent.parent / "annotations"
NO_ENTITY = "NOT"


def read_annotations(lang: str) -> dict[str, Names]:
    """Return for each article id the label of each name."""
    articles: dict[str, Names] = {}
    names: Names = {}
    for line in (FOLDER / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            names = articles.setdefault(line[2:].strip(), {})
        elif line.strip():
            label, listed = line.split(": ", 1)
            names.update((name.strip(), label) for name in listed.split(";"))
    return articles


def mark(text: str, names: Names) -> list[Mark]:
    """Mark every occurrence of the names in a text."""
    longest_first = sorted(names, key=len, reverse=True)
    either = "|".join(re.escape(name) for name in longest_first)
    found = re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text)
    marks = (Mark(hit.start(), hit.end(), names[hit.group()]) for hit in found)
    return [item for item in marks if item.label != NO_ENTITY]


def apart(text: str, marks: list[Mark]) -> list[Mark]:
    """Take "Komisi Pemberantasan Korupsi (KPK)" apart into two names, as the corpora do."""
    parts: list[Mark] = []
    for item in marks:
        found = re.fullmatch(r"(.*\S) \(([^()]+)\)", text[item.start : item.end])
        ends = [found.span(1), found.span(2)] if found else [(0, item.end - item.start)]
        parts += [Mark(item.start + start, item.start + end, item.label) for start, end in ends]
    return parts


def unused(text: str, names: Names) -> list[str]:
    """Return the names that mark nothing, most likely misspelt."""
    used = {text[item.start : item.end] for item in mark(text, names)}
    return [name for name in names if name not in used and names[name] != NO_ENTITY]


def passages(text: str, marks: list[Mark], *, size: int = 250) -> Iterator[tuple[str, list[Mark]]]:
    """Cut a text into stretches of a few sentences, each with its own marks."""
    start = 0
    for end in [*_sentence_ends(text), len(text)]:
        crossed = any(item.start < end < item.end for item in marks)
        if crossed or (end - start < size and end < len(text)):
            continue
        inside = [item for item in marks if start <= item.start and item.end <= end]
        cut = [Mark(item.start - start, item.end - start, item.label) for item in inside]
        if text[start:end].strip():
            yield text[start:end], cut
        start = end


def _sentence_ends(text: str) -> list[int]:
    return [hit.end() for hit in re.finditer(r"[.!?][\"”’']?\s+(?=[\"“‘'A-Z0-9])|\n+", text)]
