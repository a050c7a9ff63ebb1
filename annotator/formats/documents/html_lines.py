"""HTML as lines of text, wherever it comes from: pages, books, mails, Markdown, the clipboard.

Nothing is fetched and nothing runs: what is not text is counted and left.
"""

import re
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from annotator.core.errors import TooMuchInsideError
from annotator.core.libraries import need

WHAT = "HTML"
# Far more than any page of a newspaper has.
LIMIT_ELEMENTS = 100_000
# libxml2 stops reading where elements are nested deeper.
LIMIT_DEPTH = 250

_SPACE = re.compile("[ \t\r\n\f]+")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOTE = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z*†‡§])[\])]?\s*")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn"),
        *("em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby"),
        *("s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var"),
        "wbr",
    )
)
# What holds no text of the page, and what it is called where it is counted.
_COUNTED = {
    "script": "scripts",
    "style": "styles",
    "template": "scripts",
    "head": "",
    "title": "",
    "img": "pictures",
    "picture": "pictures",
    "svg": "pictures",
    "math": "formulas",
    "canvas": "pictures",
    "iframe": "embedded parts",
    "object": "embedded parts",
    "embed": "embedded parts",
    "video": "films and sounds",
    "audio": "films and sounds",
}
_FURNITURE = {
    "nav": "navigation",
    "aside": "related",
    "footer": "footer",
    "figcaption": "caption",
    "noscript": "hidden",
    "button": "navigation",
    "select": "navigation",
    "textarea": "navigation",
    "datalist": "navigation",
}
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Line(NamedTuple):
    """A line as a browser shows it: the kind of furniture its element is, the share of links."""

    text: str
    kind: str | None = None
    tag: str = ""
    linked: float = 0.0

    @property
    def heading(self) -> bool:
        """Whether the line is a heading."""
        return self.tag in _HEADINGS


def parse(source: str, path: Path) -> Any:
    """Return the root element of HTML, mended as browsers do; None if there is nothing.

    Raises TooMuchInsideError where it is nested or long beyond any page.
    """
    html = need("lxml.html", WHAT, "lxml")
    etree = need("lxml.etree", WHAT, "lxml")
    plain = _NOT_ALLOWED.sub("", _DECLARATION.sub("", source, count=1))
    if not plain.strip():
        return None
    parser = html.HTMLParser(no_network=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(plain, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        root = None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise TooMuchInsideError(path=path, what="elements nested too deep", limit=LIMIT_DEPTH)
    if root is not None:
        count = sum(1 for _ in root.iter())
        if count > LIMIT_ELEMENTS:
            raise TooMuchInsideError(path=path, what=f"{count} elements", limit=LIMIT_ELEMENTS)
    return root


def lines(root: Any) -> tuple[list[Line], Counter[str]]:
    """Return the lines of a page in its order, and how much of what is no text it holds."""
    etree = need("lxml.etree", WHAT, "lxml")
    writer = _Writer()
    walk = etree.iterwalk(root, events=("start", "end", "comment"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "comment":
            writer.write(element.tail)
        elif event == "end":
            writer.leave(tag)
            # The tail of the root is outside of the page.
            writer.write(element.tail if element is not root else None)
        elif tag in _COUNTED or (tag == "sup" and _is_note(element)):
            writer.left_out[_COUNTED.get(tag, "note marks")] += 1
            walk.skip_subtree()
            writer.enter("span", None)
        else:
            writer.enter(tag, _kind(tag, element))
            writer.write(element.text)
    writer.flush()
    del writer.left_out[""]
    return writer.lines, writer.left_out


def text_of(source: str) -> str:
    """Return the text of HTML as it stands on the clipboard, a line for each paragraph.

    Raises TooMuchInsideError or MissingLibraryError; text is better pasted plain then.
    """
    root = parse(source, Path("clipboard"))
    if root is None:
        return ""
    return "\n".join(line.text for line in lines(root)[0] if line.kind != "hidden")


class _Writer:
    """Collects text into lines as elements begin and end."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.left_out: Counter[str] = Counter()
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0
        self._pre = 0
        self._tags: list[str] = [""]
        self._kinds: list[str | None] = [None]

    def enter(self, tag: str, kind: str | None) -> None:
        if tag not in _INLINE:
            self.flush()
            self._tags.append(tag)
        self._kinds.append(kind or self._kinds[-1])
        self._links += tag == "a"
        self._pre += tag in ("pre", "textarea")
        if tag == "q":
            self._pieces.append("“")

    def leave(self, tag: str) -> None:
        if tag == "q":
            self._pieces.append("”")
        if tag not in _INLINE and tag not in _COUNTED:
            self.flush()
            self._tags.pop()
        self._kinds.pop()
        self._links -= tag == "a"
        self._pre -= tag in ("pre", "textarea")

    def write(self, text: str | None) -> None:
        if not text:
            return
        for number, piece in enumerate(text.split("\n") if self._pre else [text]):
            if number:
                self.flush()
            self._pieces.append(piece)
            if self._links:
                self._linked += len(piece.strip())

    def flush(self) -> None:
        line = _SPACE.sub(" ", "".join(self._pieces)).strip()
        if line:
            share = self._linked / len(line)
            self.lines.append(Line(line, self._kinds[-1], self._tags[-1], share))
        self._pieces.clear()
        self._linked = 0


def _is_note(element: Any) -> bool:
    """Tell whether something raised is the number of a note, which leads to it, and no power."""
    parent = element.getparent()
    leads = element.find(".//a") is not None or (parent is not None and parent.tag == "a")
    return leads and _NOTE.fullmatch("".join(element.itertext())) is not None


def _kind(tag: str, element: Any) -> str | None:
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return "hidden"
    return _FURNITURE.get(tag)
