"""CoNLL: a token and its tags a line, in the columns of the shared tasks from 2000 to 2012.

Tags are IOB, IOB2, BILOU, bare names, or brackets; grammar is counted and left out. The file has
no text, only tokens: it is put together from them, a line for each block between blank lines.
Files of one folder that our exporter wrote are layers of the same articles.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError, NotThisFormatError
from annotator.formats import files
from annotator.formats.datasets.conll.columns import (
    CHUNKS,
    MOST_COLUMNS,
    OF_2012,
    Layout,
    is_comment,
    layout,
    plain_tags,
)
from annotator.formats.datasets.dataset import ArticleBuilder, Dataset, Job, Record
from annotator.formats.datasets.token_text import joined, stretches
from annotator.formats.token_lines import cells, has_numbered_tokens, has_tags, is_header

NEW_ARTICLE = ("-DOCSTART-", OF_2012, "# newdoc")
LAYERS = ("attribution", "claims", "entities", "hedges", "zones")


class _Layer(NamedTuple):
    """The words of an article, before which of them a line ends, and their tags.

    `glued` are the words without a space before them, where the file says it.
    """

    words: list[str]
    breaks: set[int]
    tags: list[str]
    glued: frozenset[int] | None
    layout: Layout


class Conll(Dataset):
    """Tokens and tags."""

    name = "conll"
    title = "CoNLL / IOB2"
    suffixes = (".conll", ".iob", ".iob2", ".bio", ".bilou")

    def recognises(self, path: Path, head: bytes) -> bool:
        if path.is_dir():
            return files.has(path, "*.conll")
        return super().recognises(path, head) or has_tags(head) or has_numbered_tokens(head)

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        for name, layers in _groups(files.of_kind(path, "*.conll")):
            ids = _ids(layers[0].with_name("index.txt")) if len(layers) > 1 else []
            blocks = zip_longest(*(_blocks(layer) for layer in layers))
            for number, (group, id_) in enumerate(_named(blocks, ids), 1):
                where = f"article {number}"
                yield Record(layers[0].with_name(name), where, (number, id_, group))

    def article(self, record: Record, job: Job) -> Article:
        number, id_, layers = record.raw
        read = [_read(layer or []) for layer in layers]
        first = read[0]
        if any((other.words, other.breaks) != (first.words, first.breaks) for other in read[1:]):
            raise ValueError("the layers have not the same tokens here")
        if not first.words:
            raise ValueError("there is no text")
        text, places = joined(first.words, first.breaks, first.glued)
        id_ = id_ or _named_in(layers[0] or []) or f"{record.path.stem}-{number}"
        builder = ArticleBuilder(record, job, id_, text)
        if first.layout.numbered:
            builder.leave_out("sentences with grammar", count=len(first.breaks) + 1)
        marked: dict[tuple[str, int, int], str] = {}
        for layer in read:
            found_tags = [*stretches(layer.tags)]
            if found_tags and {found.name for found in found_tags} <= CHUNKS:
                builder.leave_out("phrases (CoNLL-2000)", count=len(found_tags))
                continue
            for found in found_tags:
                start, end = places[found.first][0], places[found.after - 1][1]
                node = builder.rules.node("", found.name, start, end)
                key = ("claim" if node.role == "claim" else found.name, start, end)
                # Layers say the same content twice, once with its label.
                if node.label or key not in marked:
                    marked[key] = found.name
        for at, ((_, start, end), name) in enumerate(sorted(marked.items(), key=_place)):
            builder.mark(f"mark {at}", name, start, end)
        return builder.article()


def _place(item: tuple[tuple[str, int, int], str]) -> tuple[int, int, str]:
    (_, start, end), name = item
    return start, end, name


def _groups(found: Sequence[Path]) -> Iterator[tuple[str, list[Path]]]:
    """Combine the layers of our own export; any other file stays single."""
    together: dict[Path, list[Path]] = {}
    for file in found:
        if file.stem in LAYERS and file.with_name("index.txt").is_file():
            together.setdefault(file.parent, []).append(file)
        else:
            yield file.name, [file]
    for folder, layers in together.items():
        yield folder.name, layers


def _named(
    blocks: Iterator[tuple[list[str] | None, ...]], ids: list[str]
) -> Iterator[tuple[tuple[list[str] | None, ...], str]]:
    for number, group in enumerate(blocks):
        yield group, ids[number] if number < len(ids) else ""


def _named_in(lines: list[str]) -> str:
    """Return the id that CoNLL-U gives an article, "" if there is none."""
    key, equals, id_ = lines[0].partition("=") if lines else ("", "", "")
    return id_.strip() if equals and key.startswith("# newdoc id") else ""


def _ids(path: Path) -> list[str]:
    raw = files.whole(path)
    try:
        return raw.decode().split("\n")[:-1]
    except UnicodeDecodeError as error:
        raise NotThisFormatError(path=path, format=Conll.title, reason=error) from error


def _blocks(path: Path) -> Iterator[list[str]]:
    """Yield the lines of each article; where no line begins one, the file is one article."""
    try:
        text = files.whole(path).removeprefix(files.BOM).decode()
    except UnicodeDecodeError as error:
        raise NotThisFormatError(path=path, format=Conll.title, reason=error) from error
    block: list[str] = []
    begun = False
    for line in text.split("\n"):
        if line.startswith(NEW_ARTICLE):
            if begun or any(map(_holds_tokens, block)):
                yield block
            block, begun = [line.rstrip("\r")] if line.startswith("#") else [], True
        else:
            block.append(line.rstrip("\r"))
    if begun or any(map(_holds_tokens, block)):
        yield block


def _holds_tokens(line: str) -> bool:
    return bool(line.strip()) and not is_comment(line)


def _read(lines: list[str]) -> _Layer:
    """Read the tokens and tags of an article; raise ValueError where a line has neither."""
    found = layout(lines)
    words: list[str] = []
    tags: list[str] = []
    breaks: set[int] = set()
    glued: set[int] = set()
    inside = -1
    for number, line in enumerate(lines, 1):
        if not line.strip():
            breaks.add(len(words))
            inside = -1
        elif not is_comment(line) and not (not words and is_header(cells(line))):
            row = cells(line)
            if not 2 <= len(row) <= MOST_COLUMNS or not row[0].strip():
                raise ValueError(f"line {number} is not a token with a tag: {line[:60]!r}")
            if len(row) <= max(found.word, found.tag or 0):
                raise ValueError(f"line {number} has {len(row)} columns only")
            first, dash, last = row[0].partition("-") if found.numbered else (row[0], "", "")
            if found.numbered and ("." in first or (not dash and int(first) <= inside)):
                # An empty node, or a part of a multiword token.
                continue
            if dash:
                inside = int(last)
            words.append(row[found.word])
            tags.append(row[found.tag].strip() if found.tag is not None else "O")
            if found.numbered and "SpaceAfter=No" in row[-1]:
                glued.add(len(words))
    if found.brackets:
        tags = plain_tags(tags)
    said = frozenset(glued) if glued else None
    return _Layer(words, breaks - {0, len(words)}, tags, said, found)


IMPORTER = Conll
