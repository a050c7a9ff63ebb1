"""Read Markdown: the text without its markup, and the fields of its front matter."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from annotator.core.article import Article, Header
from annotator.core.libraries import need
from annotator.formats import text_decoding
from annotator.formats.documents.document import Block, Extraction, article, load, one_line
from annotator.formats.documents.document_importer import DocumentImporter
from annotator.formats.documents.html_lines import lines, parse

LIMIT_BYTES = 10 * 2**20

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^([A-Za-z_-]+):[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--[^<]*-->")
_FIELDS = {
    **dict.fromkeys(("title", "judul"), "title"),
    **dict.fromkeys(("author", "penulis", "byline"), "author"),
    **dict.fromkeys(("outlet", "publisher", "media"), "outlet"),
    **dict.fromkeys(("date", "tanggal", "published"), "date"),
    **dict.fromkeys(("url", "link", "source", "canonical"), "url"),
    **dict.fromkeys(("lang", "language", "bahasa"), "lang"),
    **dict.fromkeys(("original_lang", "translated_from"), "original_lang"),
}


class Markdown(DocumentImporter):
    """One article a file."""

    name = "markdown"
    title = "Markdown"
    suffixes = (".md", ".markdown", ".mdown")

    def read(self, path: Path, lang: str | None) -> Article:
        file = load(path, self.name, lang, LIMIT_BYTES)
        decoded = text_decoding.decode(path, file.raw)
        return article(file, extract(decoded.text, path), decoded)


def extract(source: str, path: Path) -> Extraction:
    """Return the text, then what the front matter says that has no field."""
    plain = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(plain)
    header, unknown = _fields(front.group(1) if front else "")
    markdown = need("markdown_it", "Reading Markdown", "markdown-it-py").MarkdownIt(
        "commonmark", {"maxNesting": 100}
    )
    tokens = markdown.enable("table").parse(plain[front.end() if front else 0 :])
    left_out: Counter[str] = Counter()
    blocks = [block for token in tokens for block in _blocks(token, path, left_out)]
    return Extraction(blocks + unknown, header, left_out)


def _fields(front: str) -> tuple[Header, list[Block]]:
    """Return the header of a front matter, and its other lines as furniture."""
    said: dict[str, str] = {}
    unknown = []
    for line in front.split("\n"):
        entry = _ENTRY.fullmatch(line)
        field = _FIELDS.get(entry.group(1).lower()) if entry else None
        value = one_line(entry.group(2).strip("\"'")) if entry else None
        if field and value and field not in said:
            said[field] = value
        else:
            unknown.append(Block(line, "front matter"))
    return msgspec.convert(said, Header), unknown


def _blocks(token: Any, path: Path, left_out: Counter[str]) -> Iterator[Block]:
    if token.type == "inline":
        yield Block("".join(_inline(token.children, left_out)))
    elif token.type in ("fence", "code_block"):
        yield Block(token.content)
    elif token.type == "html_block":
        root = parse(token.content, path) if _TAG.sub("", token.content).strip() else None
        found, more = lines(root) if root is not None else ([], Counter())
        left_out.update(more)
        yield from (Block(line.text, line.kind) for line in found)


def _inline(tokens: list[Any], left_out: Counter[str]) -> Iterator[str]:
    """Yield the pieces of a paragraph; a line end in it is a space, as it is when printed."""
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak" or token.content.lower().startswith("<br"):
            yield "\n"
        elif token.type == "image":
            left_out["pictures"] += 1


IMPORTER = Markdown
