"""The command line: open, import, fetch, prelabel, export, validate, self-test."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from annotator import __version__, system_libraries
from annotator.core.errors import AnnotatorError
from annotator.core.plural import counted

app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    help="Mark the claims of news articles and tag who stands behind them.",
    pretty_exceptions_enable=False,
)

Inputs = Annotated[list[Path], typer.Argument(help="Text files, .jsonl corpora or folders.")]


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Say the version.")] = False,
) -> None:
    """Open an empty window if no command is given."""
    if version:
        typer.echo(__version__)
        raise typer.Exit
    if context.invoked_subcommand is None:
        open_([])


@app.command("open")
def open_(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Text files, .jsonl corpora or folders.")
    ] = None,
    sample: Annotated[
        str | None, typer.Option(help="Open a sample article: id-tanggul.txt or en-bridge.txt.")
    ] = None,
) -> None:
    """Open the window on articles, corpora or folders."""
    complaint = system_libraries.complaint(window=system_libraries.wants_window())
    if complaint:
        raise _refused(complaint)
    from annotator.language import protocol

    # The reading process loads while the window opens.
    process = protocol.launch()
    from annotator import app as window

    raise typer.Exit(window.run(files or [], process, sample=sample))


@app.command("import")
def import_(
    inputs: Annotated[list[Path], typer.Argument(help="Articles, data sets or folders.")],
    out: Annotated[Path, typer.Option(help="The corpus to make, or to add to.")],
    format_: Annotated[
        str | None, typer.Option("--format", help="Take all INPUT as this; see docs/formats.md.")
    ] = None,
    column: Annotated[
        list[str] | None, typer.Option(help="Where a table has what, as text=body.")
    ] = None,
    lang: Annotated[
        str | None, typer.Option(help="The language of articles that say none, as id.")
    ] = None,
) -> None:
    """Take articles of any format into a corpus, and say what was new, known or updated.

    An updated version of a known article keeps its annotations where its words still stand.
    """
    from annotator.core.article import Article
    from annotator.workflows import import_articles

    def watch(articles: Iterable[Article]) -> Iterator[Article]:
        with typer.progressbar(articles, label="Importing", show_pos=True) as bar:
            yield from bar

    try:
        columns = import_articles.new_columns(column or ())
        order = import_articles.Order(tuple(inputs), out, format_, columns, lang)
        done = import_articles.run(order, watch)
    except AnnotatorError as error:
        raise _refused(str(error)) from error
    for problem in done.problems:
        typer.echo(str(problem), err=True)
    for line in done.lines():
        typer.echo(line)
    if done.unread:
        raise typer.Exit(1)


@app.command()
def fetch(
    address: Annotated[str, typer.Argument(help="The full address of a page: https://...")],
    out: Annotated[Path, typer.Option(help="The corpus to write; it must not exist yet.")],
    private: Annotated[
        bool, typer.Option("--private", help="Also from inside a network of your own.")
    ] = False,
) -> None:
    """Go online, fetch one web page, and write its article as a corpus.

    It is refused unless the settings of the window allow going online.
    """
    from annotator.core import record
    from annotator.core.errors import ExistsError
    from annotator.formats.documents import web
    from annotator.storage import atomic, settings

    allowed = settings.load(settings.home() / settings.FILE).allow_web
    try:
        if out.exists():
            raise ExistsError(path=out)
        if allowed:
            typer.echo(f"Going online: {address}", err=True)
        article = web.read(address, allowed=allowed, private=private)
        atomic.write_whole(out, [record.encode(article) + b"\n"])
    except AnnotatorError as error:
        raise _refused(str(error)) from error
    typer.echo(f"{out}: {article.header.title or article.id}")


@app.command()
def prelabel(
    inputs: Inputs,
    out: Annotated[Path, typer.Option(help="The corpus to write; it must not exist yet.")],
) -> None:
    """Read articles without a window and write what the machine finds as a corpus.

    What people have marked in INPUT is not copied; it stays where it is.
    """
    from annotator.workflows import prelabel

    try:
        written, problems = prelabel.run(inputs, out)
    except AnnotatorError as error:
        raise _refused(str(error)) from error
    for problem in problems:
        typer.echo(str(problem), err=True)
    typer.echo(f"{out}: {counted(written, 'article')}")
    if problems:
        raise typer.Exit(1)


@app.command()
def export(
    corpus: Annotated[Path, typer.Argument(help="The corpus to export.")],
    format_: Annotated[str, typer.Option("--format", help="See docs/formats.md for the names.")],
    out: Annotated[Path, typer.Option(help="The file or folder to write; it must not exist yet.")],
    done: Annotated[bool, typer.Option("--done", help="Only articles all tagged.")] = False,
    label: Annotated[list[str] | None, typer.Option(help="Only claims with this label.")] = None,
    decided_by: Annotated[
        list[str] | None, typer.Option(help="Only what this person tagged.")
    ] = None,
    zones: Annotated[str, typer.Option(help="Page furniture: keep, unmark or cut.")] = "keep",
    split: Annotated[
        str | None, typer.Option(help="Shares of train, dev and test by article, as 80/10/10.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Deals the articles out to the splits.")] = 0,
    key: Annotated[
        Path | None,
        typer.Option(help="Give sources pseudonyms and keep their names in this file, apart."),
    ] = None,
    hide_deciders: Annotated[bool, typer.Option(help="Number the people who decided.")] = False,
    licence: Annotated[str, typer.Option(help="For a dataset card, such as cc-by-4.0.")] = "",
    agreement: Annotated[str, typer.Option(help="For a dataset card, in your words.")] = "",
    strict: Annotated[bool, typer.Option("--strict", help="Any loss is an error.")] = False,
) -> None:
    """Write a corpus for another tool, and say what it could not hold.

    Everything is read back before it appears at OUT; nothing is ever overwritten.
    """
    from annotator.workflows import export_articles

    try:
        choice = export_articles.new_choice(
            done_only=done,
            labels=label or (),
            deciders=decided_by or (),
            zones=zones,
            split=split,
            seed=seed,
            hide_sources=key is not None,
            hide_deciders=hide_deciders,
        )
        order = export_articles.Order(
            format_, out, choice, key, strict=strict, licence=licence, agreement=agreement
        )
        result, problems = export_articles.export_corpus(corpus, order)
    except AnnotatorError as error:
        raise _refused(str(error)) from error
    for problem in problems:
        typer.echo(str(problem), err=True)
    for line in result.lines():
        typer.echo(line)
    if problems:
        raise typer.Exit(1)


@app.command()
def validate(
    file: Annotated[Path, typer.Argument(help="The corpus to check.")],
) -> None:
    """Check a corpus and its history; name line, field and reason of all that is wrong."""
    from annotator.storage.corpus import Corpus

    try:
        corpus = Corpus.open(file, writable=False, check=True)
    except AnnotatorError as error:
        raise _refused(str(error)) from error
    problems = [*corpus.problems, *([corpus.refusal] if corpus.refusal else [])]
    for problem in problems:
        typer.echo(str(problem))
    sound, wrong = counted(len(corpus.ids()), "article"), counted(len(problems), "place")
    typer.echo(f"{file}: sound: {sound}; wrong: {wrong}")
    if problems:
        raise typer.Exit(1)


@app.command("self-test")
def self_test() -> None:
    """Open the window offscreen, read the sample, tag, save, open again; exit 0 if all works."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    complaint = system_libraries.complaint(window=False)
    if complaint:
        raise _refused(complaint)
    from annotator import self_test as test

    raise typer.Exit(test.run())


@app.command(hidden=True)
def worker() -> None:
    """Run the reading process (in a frozen bundle, where there is no other way to start it)."""
    from annotator.language import worker as process

    process.main()


@app.command("parquet-rows", hidden=True)
def parquet_rows(path: Path) -> None:
    """Unpack a Parquet file (in a frozen bundle, where there is no other way to start it)."""
    from annotator.formats.datasets import parquet_process as process

    process.main(path)


@app.command(hidden=True)
def apart() -> None:
    """Run the process that reads documents (in a frozen bundle, as above)."""
    from annotator.formats.documents import document_process as process

    process.serve()


def _refused(sentence: str) -> typer.Exit:
    typer.echo(sentence, err=True)
    return typer.Exit(2)


def main() -> None:
    """Run the command line."""
    app()
