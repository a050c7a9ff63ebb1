"""CoNLL: a token and a tag a line; IOB, IOB2, BILOU or bare names, in two to five columns.

The file has no text, only tokens: it is put together from them, a line for each block between
blank lines. Files of one folder that our exporter wrote are layers of the same articles.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError, NotThisFormatError
from annotator.formats import files
from annotator.formats.datasets.dataset import ArticleBuilder, Dataset, Job, Record

START = "-DOCSTART-"
LAYERS = ("attribution", "claims", "entities", "hedges", "zones")
OUTSIDE = ("O", "_", "-", "")
BEGIN, INSIDE = "BSU", "ILEM"
MOST_COLUMNS = 64
JOINER = "\u200d"

# Before what, and after what, no space stands.
CLOSING = frozenset(".,;:!?)]}%…”’»›")
OPENING = frozenset("([{“‘«‹")
# What opens and closes in turn.
STRAIGHT = frozenset("\"'")


class _Tagged(Struct, frozen=True):
    """A stretch of tokens with a tag."""

    name: str
    first: int
    after: int


class Conll(Dataset):
    """Tokens and tags."""

    name = "conll"
    title = "CoNLL / IOB2"
    suffixes = (".conll", ".iob", ".iob2", ".bio", ".bilou")

    def recognises(self, path: Path, head: bytes) -> bool:
        return files.has(path, "*.conll") if path.is_dir() else super().recognises(path, head)

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
        words, breaks, _ = read[0]
        if any((other, ends) != (words, breaks) for other, ends, _ in read[1:]):
            raise ValueError("the layers have not the same tokens here")
        text, places = _text(words, breaks)
        builder = ArticleBuilder(record, job, id_ or f"{record.path.stem}-{number}", text)
        marked: dict[tuple[str, int, int], str] = {}
        for _, _, tags in read:
            for found in _stretches(tags):
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
    """Put the layers of our own export together; any other file is one by itself."""
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


def _ids(path: Path) -> list[str]:
    raw = files.whole(path)
    try:
        return raw.decode().split("\n")[:-1]
    except UnicodeDecodeError as error:
        raise NotThisFormatError(path=path, format=Conll.title, reason=error) from error


def _blocks(path: Path) -> Iterator[list[str]]:
    """Yield the lines of each article; without -DOCSTART- the file is one article."""
    try:
        text = files.whole(path).removeprefix(files.BOM).decode()
    except UnicodeDecodeError as error:
        raise NotThisFormatError(path=path, format=Conll.title, reason=error) from error
    block: list[str] = []
    begun = False
    for line in text.split("\n"):
        if line.startswith(START):
            if begun or any(map(str.strip, block)):
                yield block
            block, begun = [], True
        else:
            block.append(line.rstrip("\r"))
    if begun or any(map(str.strip, block)):
        yield block


def _read(lines: list[str]) -> tuple[list[str], set[int], list[str]]:
    """Return the words of an article, before which of them a line ends, and their tags."""
    words: list[str] = []
    tags: list[str] = []
    breaks: set[int] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            breaks.add(len(words))
        elif not (line.startswith("#") and "\t" not in line):
            cells = line.split("\t") if "\t" in line else line.split()
            if not 2 <= len(cells) <= MOST_COLUMNS or not cells[0].strip():
                raise ValueError(f"line {number} is not a token with a tag: {line[:60]!r}")
            words.append(cells[0])
            tags.append(cells[-1].strip())
    return words, breaks - {0, len(words)}, tags


def _text(words: list[str], breaks: set[int]) -> tuple[str, list[tuple[int, int]]]:
    """Put a text together, and return where each word stands in it."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    at, glued, open_ = 0, True, set[str]()
    for number, word in enumerate(words):
        if number in breaks:
            gap, open_ = "\n", set()
        else:
            closes = word[0] in CLOSING or word in open_ or _joins(word[0])
            gap = "" if glued or closes else " "
        parts += [gap, word]
        at += len(gap)
        places.append((at, at + len(word)))
        at += len(word)
        glued = (
            word[-1] in OPENING or word[-1] == JOINER or (word in STRAIGHT and word not in open_)
        )
        if word in STRAIGHT:
            open_ ^= {word}
    return "".join(parts), places


def _joins(sign: str) -> bool:
    """Return True if a character combines with the one before it."""
    return sign == JOINER or unicodedata.category(sign) in ("Mn", "Mc", "Me")


def _stretches(tags: list[str]) -> Iterator[_Tagged]:
    """Yield each stretch of tokens that have the same tag and are one mark."""
    name, first = "", 0
    for number, tag in enumerate([*tags, "O"]):
        letter, dash, rest = tag.partition("-")
        prefixed = dash and len(letter) == 1 and letter in BEGIN + INSIDE and rest
        here = "" if tag in OUTSIDE else rest if prefixed else tag
        goes_on = here == name and not (prefixed and letter in BEGIN)
        if name and not goes_on:
            yield _Tagged(name, first, number)
        if not goes_on:
            name, first = here, number


IMPORTER = Conll
