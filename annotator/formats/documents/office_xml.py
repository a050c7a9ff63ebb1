"""Find the paragraphs of office documents in their XML."""

from collections import Counter
from typing import Any, NamedTuple

from annotator.core.errors import NotThisFormatError
from annotator.core.libraries import need
from annotator.core.xml import parse
from annotator.formats.documents.document import Block, File, one_line

WHAT = "Reading office documents"


class Rules(NamedTuple):
    """The meaning of elements, by their names without namespace (or with it, in `skipped`).

    `words` are those that hold text, all if it is empty; `signs` stand for a character;
    what is in `skipped` is passed over and in `counted` counted, by the name given there;
    paragraphs inside of `aside` are furniture of that kind.
    """

    paragraphs: frozenset[str]
    words: frozenset[str]
    signs: dict[str, str]
    skipped: frozenset[str]
    counted: dict[str, str]
    aside: dict[str, str]


def root_of(raw: bytes, file: File, format_: str) -> Any:
    """Return the root of a part; raise NotThisFormatError if it is not XML that is safe to read."""
    try:
        return parse(raw, WHAT)
    except ValueError as error:
        raise NotThisFormatError(path=file.path, format=format_, reason=f"{error}") from error


def paragraphs(
    root: Any, rules: Rules, kind: str | None = None
) -> tuple[list[Block], Counter[str]]:
    """Return the paragraphs in the part's order, furniture of `kind` if one is given.

    A paragraph inside of another one (a text box, a note) comes before it.
    """
    blocks: list[Block] = []
    left_out: Counter[str] = Counter()
    open_: list[list[str]] = []
    kinds: list[str | None] = [kind]
    walk = need("lxml.etree", WHAT, "lxml").iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = local(element)
        if name in rules.skipped or element.tag in rules.skipped:
            name = ""
            if event == "start":
                walk.skip_subtree()
        if event == "start":
            left_out[rules.counted.get(local(element), "")] += 1
            if name in rules.aside:
                kinds.append(rules.aside[name])
            if name in rules.paragraphs:
                open_.append([])
            elif open_ and name in rules.signs:
                open_[-1].append(rules.signs[name] * _count(element))
            if open_ and name and (name in rules.words or not rules.words):
                open_[-1].append(element.text or "")
            continue
        if name in rules.paragraphs:
            blocks.append(Block("".join(open_.pop()), kinds[-1]))
        if name in rules.aside:
            kinds.pop()
        if open_ and not rules.words:
            open_[-1].append(element.tail or "")
    del left_out[""]
    return blocks, left_out


def local(element: Any) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def field(root: Any, name: str) -> str | None:
    """Return what a document's properties say under a name, None if nothing."""
    return next((said for el in root.iter("{*}" + name) if (said := one_line(el.text))), None)


def _count(element: Any) -> int:
    """Return how often a sign is meant: ODF writes several spaces as one element."""
    said = next((value for key, value in element.items() if key.endswith("}c")), "1")
    return min(int(said), 1000) if said.isascii() and said.isdigit() else 1
