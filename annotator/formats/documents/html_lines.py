"""Turn HTML into lines of text: pages, books, mails, Markdown, the clipboard.

Nothing is fetched and nothing runs. What is not text (pictures, scripts) is counted.
"""

import re
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from annotator.core.errors import TooMuchInsideError
from annotator.core.libraries import need

WHAT = "HTML"
# A newspaper's page has a few thousand.
LIMIT_ELEMENTS = 100_000
# libxml2 stops reading below this depth.
LIMIT_DEPTH = 250

_SPACE = re.compile("[ \t\r\n\f]+")
_DECLARATION = re.compile(r"<\?xml[^>]{0,1000}>")
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
# Elements without text of the page, and the word they are counted under.
_COUNTED = {
    "script": "scripts",
    "style": "styles",
    "template": "scripts",
    "head": "",
    "title": "",
    "img": "pictures",
    "svg": "pictures",
    "math": "formulas",
    "iframe": "embedded parts",
    "embed": "embedded parts",
}
# These are counted too, and a browser shows the text in them only if it can't show the rest.
_REPLACED = {
    "canvas": "pictures",
    "object": "embedded parts",
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
    **dict.fromkeys(_REPLACED, "hidden"),
}
# Elements that don't hold an article. One that holds most of a page's text is a mistake of the
# page: never closed, or a container under the wrong name.
_NOT_FOR_TEXT = frozenset(
    (
        *_FURNITURE,
        *("dialog", "fieldset", "figure", "form", "label", "legend", "menu", "option", "time"),
    )
)
_MOST = 0.6
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Line(NamedTuple):
    """A line as a browser shows it.

    `kind` is the kind of page furniture its elements suggest, `element` the block that it
    stands in, `linked` the share of its characters that are links.
    """

    text: str
    kind: str | None = None
    element: Any = None
    linked: float = 0.0

    @property
    def tag(self) -> str:
        """The name of its block."""
        return "" if self.element is None else str(self.element.tag)

    @property
    def heading(self) -> bool:
        """True if the line is a heading."""
        return self.tag in _HEADINGS


def parse(source: str, path: Path) -> Any:
    """Return the root element of HTML, repaired as browsers do; None if it holds nothing.

    Comments are left out: trafilatura loses the text after one. Raises TooMuchInsideError
    for too many or too deeply nested elements.
    """
    html = need("lxml.html", WHAT, "lxml")
    etree = need("lxml.etree", WHAT, "lxml")
    plain = _NOT_ALLOWED.sub("", source.lstrip())
    declaration = _DECLARATION.match(plain)
    plain = plain[declaration.end() if declaration else 0 :]
    if not plain.strip():
        return None
    parser = html.HTMLParser(
        no_network=True, remove_pis=True, remove_comments=True, huge_tree=False
    )
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
        _unwrap(root)
    return root


def _unwrap(root: Any) -> None:
    """Take away the tags of elements that hold text of the page under a wrong name."""
    etree = need("lxml.etree", WHAT, "lxml")
    before: dict[Any, int] = {}
    held: dict[Any, int] = {}
    length = links = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag in _COUNTED:
            walk.skip_subtree()
        elif event == "start":
            before[element] = length
            links += element.tag == "a"
            length += 0 if links else len((element.text or "").strip())
        else:
            if element in before:
                held[element] = length - before[element]
                links -= element.tag == "a"
            length += 0 if links else len((element.tail or "").strip())
    for element, own in held.items():
        wrong = element.tag in _NOT_FOR_TEXT and own > _MOST * length
        if element is not root and (wrong or element.tag == "picture"):
            element.drop_tag()


def lines(root: Any) -> tuple[list[Line], Counter[str]]:
    """Return the lines of a page in order, and counts of elements that are not text."""
    etree = need("lxml.etree", WHAT, "lxml")
    writer = _Writer()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "end":
            writer.leave(tag)
            # The tail of the root is outside the page.
            writer.write(element.tail if element is not root else None)
        elif tag in _COUNTED or (tag == "sup" and _is_note(element)):
            writer.left_out[_COUNTED.get(tag, "note marks")] += 1
            walk.skip_subtree()
            writer.enter("span", None, element)
        else:
            writer.left_out[_REPLACED.get(tag, "")] += 1
            writer.enter(tag, _kind(tag, element), element)
            writer.write(element.text)
    writer.flush()
    del writer.left_out[""]
    return writer.lines, writer.left_out


def text_of(source: str) -> str:
    """Return the text of HTML on the clipboard, a line for each paragraph.

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
        self._blocks: list[Any] = [None]
        self._kinds: list[str | None] = [None]

    def enter(self, tag: str, kind: str | None, element: Any) -> None:
        if tag not in _INLINE:
            self.flush()
            self._blocks.append(element)
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
            self._blocks.pop()
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
            self.lines.append(Line(line, self._kinds[-1], self._blocks[-1], share))
        self._pieces.clear()
        self._linked = 0


def _is_note(element: Any) -> bool:
    """Return True if superscript text is a note mark: a short number or sign that is a link."""
    parent = element.getparent()
    leads = element.find(".//a") is not None or (parent is not None and parent.tag == "a")
    return leads and _NOTE.fullmatch("".join(element.itertext())) is not None


def _kind(tag: str, element: Any) -> str | None:
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return "hidden"
    return _FURNITURE.get(tag)
