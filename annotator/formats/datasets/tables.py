"""Tables with an article in each row: find the columns, and read a row's article.

Columns called claims, entities and zones hold them as our own JSON Lines do; a claim's label
becomes a suggestion, since a table doesn't keep what a person was shown.
"""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from annotator.core import record as records
from annotator.core.article import Article, Header, text_sha256
from annotator.core.errors import (
    AnnotatorError,
    ClaimTableError,
    NoSuchColumnError,
    NoTextColumnError,
)
from annotator.core.spans import Claim, Origin, Suggestion
from annotator.formats import field_names
from annotator.formats.datasets.dataset import ArticleBuilder, Dataset, Job, Record, finished
from annotator.formats.datasets.token_text import joined, stretches
from annotator.formats.importer import What

TEXT = (
    "text",
    "content",
    "body",
    "full_text",
    "fulltext",
    "article_text",
    "article_body",
    "main_text",
    "maintext",
    "articlebody",
    "body_text",
    "bodytext",
    "teks",
    "isi",
    "isi_berita",
    "isi_artikel",
    "konten",
    "article",
)
ID = ("id", "article_id", "doc_id", "document_id", "uuid", "guid", "no", "nomor", "article", "_id")
# What columns of tokens, and of their tags, are called.
TOKENS = ("tokens", "words", "token", "kata")
TAGS = ("ner_tags", "ner", "tags", "bio_tags", "labels", "label", "ner_labels")
# Where a job keeps the names behind the numbers of each column.
CLASSES = "classes"
NO_NAMES = "the file does not say what the numbers stand for"
MARKS = ("claims", "entities", "zones")
# A table of claims, as our exporters write it, has these and not the articles' texts.
CLAIM_TABLE = {"article", "claim", "text", "content_spans", "sha256"}

_lists = msgspec.json.Decoder(list[Raw])


class Columns(Struct, frozen=True):
    """The columns of an article's fields, and the remaining columns.

    Where the text is a list of tokens, `tags` is the column with a tag for each.
    """

    text: str
    tags: str | None
    id: str | None
    fields: dict[str, str]
    marks: tuple[str, ...]
    rest: tuple[str, ...]


class Table(Dataset):
    """Base of the table importers."""

    @property
    def what(self) -> What:
        return "table"

    @abstractmethod
    def rows(self, path: Path, job: Job) -> Iterator[tuple[str, Sequence[Any]] | AnnotatorError]:
        """Yield where each row stands and its cells, the columns' names first."""

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        rows = self.rows(path, job)
        names: list[str] | None = None
        columns: Columns | None = None
        for number, row in enumerate(rows):
            if isinstance(row, AnnotatorError):
                yield row
            elif columns is None or names is None:
                names = [str(name).strip() for name in row[1]]
                columns = chosen(path, names, job.settings.columns)
            else:
                yield Record(path, row[0], (number, columns, names, row[1]))

    def article(self, record: Record, job: Job) -> Article | None:
        number, columns, names, cells = record.raw
        if len(cells) > len(names):
            raise ValueError(f"it has {len(cells)} cells, the first row {len(names)}")
        classes = job.kept.get(CLASSES, {})
        row = {
            name: _named(cell, classes.get(name))
            for name, cell in zip(names, cells, strict=False)
            if name and cell is not None and cell != ""
        }
        id_ = row.get(columns.id) if columns.id else None
        named = isinstance(id_, (str, int)) and not isinstance(id_, bool) and str(id_).strip()
        id_ = str(id_).strip() if named else f"{record.path.stem}-{number}"
        text = row.get(columns.text)
        if isinstance(text, list):
            builder = _of_tokens(record, job, id_, text, row.get(columns.tags or ""))
        else:
            builder = ArticleBuilder(record, job, id_, text)
        given = {field: row[name] for field, name in columns.fields.items() if name in row}
        given |= {name: row[name] for name in columns.rest if name in row}
        builder.fields(given)
        article = builder.article()
        marks = {name: _listed(name, row[name]) for name in columns.marks if name in row}
        return (
            _marked(article, builder.text, marks, builder.rules.origin, job) if marks else article
        )


def chosen(path: Path, names: Sequence[str], wanted: Mapping[str, str]) -> Columns:
    """Return the column of each field: as a person chose, else by its name.

    Raises NoSuchColumnError, ClaimTableError or NoTextColumnError.
    """
    listed = ", ".join(name for name in names if name)[:1000] or "none"
    for name in wanted.values():
        if name not in names:
            raise NoSuchColumnError(path=path, column=name, columns=listed)
    free = [name for name in names if name and name not in wanted.values()]
    if "text" not in wanted and set(names) >= CLAIM_TABLE:
        raise ClaimTableError(path=path)
    text = wanted.get("text") or field_names.guess(free, TEXT) or field_names.guess(free, TOKENS)
    tags = field_names.guess(free, TAGS) if text in TOKENS else None
    if text is None:
        raise NoTextColumnError(path=path, columns=listed)
    id_ = wanted.get("id") or field_names.guess((name for name in free if name != text), ID)
    marks = tuple(name for name in MARKS if name in free)
    taken = {text, tags, id_, *marks}
    known = {*Header.__struct_fields__, "text", "id"}
    return Columns(
        text,
        tags,
        id_,
        {field: name for field, name in wanted.items() if field in known - {"text", "id"}},
        marks,
        tuple(name for name in free if name not in taken),
    )


def _of_tokens(
    record: Record, job: Job, id_: str, words: list[Any], tags: object
) -> ArticleBuilder:
    """Put an article together from tokens, and mark what their tags name."""
    given = tags if isinstance(tags, list) and len(tags) == len(words) else ["O"] * len(words)
    pairs = [(str(word), tag) for word, tag in zip(words, given, strict=True) if str(word).strip()]
    text, places = joined([word for word, _ in pairs], set())
    builder = ArticleBuilder(record, job, id_, text)
    numbers = sum(not isinstance(tag, str) for _, tag in pairs)
    if numbers:
        builder.leave_out("tags", NO_NAMES, numbers)
        return builder
    for number, found in enumerate(stretches([tag for _, tag in pairs])):
        start, end = places[found.first][0], places[found.after - 1][1]
        builder.mark(f"mark {number}", found.name, start, end)
    return builder


def _named(cell: Any, classes: Sequence[str] | None) -> Any:
    """Return what the numbers of a cell stand for, where the file names classes."""
    if not classes:
        return cell
    if isinstance(cell, list):
        return [_named(item, classes) for item in cell]
    known = isinstance(cell, int) and not isinstance(cell, bool) and 0 <= cell < len(classes)
    return classes[cell] if known else cell


def _listed(name: str, cell: Any) -> Raw:
    """Return the list in a cell as it is written; raise ValueError if it is not a list."""
    raw = cell if isinstance(cell, str) else msgspec.json.encode(cell)
    try:
        _lists.decode(raw)
    except msgspec.MsgspecError as error:
        raise ValueError(f"the column {name!r} does not hold a list ({error})") from error
    return Raw(raw)


def _marked(
    article: Article, text: str, marks: dict[str, Raw], origin: Origin, job: Job
) -> Article:
    """Return an article with the marks of a row, whose offsets count in the row's text."""
    bare = {"id": article.id, "text": text, "sha256": text_sha256(text)}
    plain = bare | dict.fromkeys(MARKS, Raw(b"[]")) | marks
    read = finished(records.decode(msgspec.json.encode(plain)), job.settings)
    return replace(
        article,
        zones=tuple(replace(zone, origin=origin) for zone in read.zones),
        entities=tuple(replace(entity, origin=origin) for entity in read.entities),
        claims=tuple(_suggested(read.claims, origin)),
        last_id=read.last_id,
    )


def _suggested(claims: Iterable[Claim], origin: Origin) -> Iterator[Claim]:
    for claim in claims:
        suggestion = claim.suggestion
        if claim.label is not None:
            suggestion = Suggestion(claim.label, (f"imported from {origin.by}",))
        yield replace(claim, label=None, suggestion=suggestion, decision=None, origin=origin)
