"""Read articles without a window and write the machine's reading as a corpus."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import typer
from msgspec.structs import replace

from annotator.core import record
from annotator.core.article import Article
from annotator.core.changes import apply, make_change
from annotator.core.decisions import take_in
from annotator.core.errors import AnnotatorError, ExistsError, NoArticleInFileError
from annotator.core.scheme import Scheme
from annotator.core.spans import Origin
from annotator.formats.documents.document import is_of_document
from annotator.formats.importer import ImportSettings
from annotator.formats.transcript import timed
from annotator.language import reading
from annotator.storage import atomic
from annotator.storage.corpus import Corpus
from annotator.workflows.classify import classify, read_article
from annotator.workflows.folders import contents


def run(
    inputs: Sequence[Path], out: Path, scheme: Scheme, *, subfolders: bool = True
) -> tuple[int, list[AnnotatorError]]:
    """Write the reading of every article in `inputs` to `out`, whole or not at all.

    Suggested labels that `scheme` does not have are left out.

    Returns the number of articles written and the reading errors.
    """
    if out.exists():
        raise ExistsError(path=out)
    problems: list[AnnotatorError] = []
    articles = _with_own_ids(list(_articles(inputs, problems, subfolders=subfolders)))
    if not articles:
        path = ", ".join(map(str, inputs))
        raise problems[0] if problems else NoArticleInFileError(path=path)
    with typer.progressbar(articles, label="Reading") as bar:
        atomic.write_whole(
            out, (record.encode(_in_scheme(read(article), scheme)) + b"\n" for article in bar)
        )
    return len(articles), problems


def read(article: Article) -> Article:
    """Return an article with the machine's marks only.

    Page furniture found by a document's importer stays: it is part of how the document was
    read, not an annotation.
    """
    zones = tuple(
        replace(zone, id=f"z{number}")
        for number, zone in enumerate(filter(is_of_document, article.zones), 1)
    )
    result = replace(
        article,
        zones=zones,
        entities=(),
        claims=(),
        revision=0,
        digest=None,
        last_id=len(zones),
        header=replace(article.header, reading=None),
    )
    for passage in reading.read(article.text, article.header.lang):
        now = datetime.now(UTC)
        edits, origin = take_in(result, passage, now), Origin("model", passage.by, now)
        result = apply(result, make_change(result, "read", edits, origin=origin))
    # No history is written for its digest to refer to.
    return timed(replace(result, digest=None))


def _in_scheme(article: Article, scheme: Scheme) -> Article:
    known = {label.key for label in scheme.labels}
    if all(claim.suggestion is None or claim.suggestion.label in known for claim in article.claims):
        return article
    claims = tuple(
        replace(claim, suggestion=None)
        if claim.suggestion and claim.suggestion.label not in known
        else claim
        for claim in article.claims
    )
    return replace(article, claims=claims)


def _articles(
    inputs: Iterable[Path], problems: list[AnnotatorError], *, subfolders: bool
) -> Iterator[Article]:
    seen: set[Path] = set()
    for path in inputs:
        try:
            inside = contents(path, subfolders=subfolders)
        except AnnotatorError as error:
            problems.append(error)
            continue
        problems += inside.notes()
        # A folder and a file in it may both be given.
        for file in inside.found:
            if file in seen:
                continue
            seen.add(file)
            try:
                yield from _of_file(file, problems)
            except AnnotatorError as error:
                problems.append(error)


def _of_file(file: Path, problems: list[AnnotatorError]) -> Iterator[Article]:
    kind = classify(file)
    if kind.what == "article":
        yield read_article(file, kind)
    elif kind.what == "corpus":
        corpus = Corpus.open(file, writable=False)
        problems += corpus.problems
        for id_ in corpus.ids():
            yield corpus.article(id_)
    else:
        for found in kind.importer.articles(file, ImportSettings()):
            if isinstance(found, AnnotatorError):
                problems.append(found)
            else:
                yield found


def _with_own_ids(articles: list[Article]) -> list[Article]:
    """Give every id that occurs more than once a number."""
    seen: dict[str, int] = {}
    result: list[Article] = []
    for article in articles:
        count = seen[article.id] = seen.get(article.id, 0) + 1
        result.append(article if count == 1 else replace(article, id=f"{article.id}-{count}"))
    return result
