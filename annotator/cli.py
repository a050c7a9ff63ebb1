"""The command line: open, import, fetch, prelabel, export, validate, self-test."""

import os
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from annotator import __version__, system_libraries
from annotator.core.errors import AnnotatorError
from annotator.core.plural import counted

REFUSED = 2
# EX_SOFTWARE of sysexits.h.
UNFORESEEN = 70
DEBUG = "--debug"


class Commands(TyperGroup):
    """The commands; an error ends them with a sentence and an exit status, not a traceback."""

    debug = False

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Accept --debug anywhere, since it is added to a command that has just failed."""
        self.debug = DEBUG in args
        others = [argument for argument in args if argument != DEBUG]
        return super().parse_args(ctx, [DEBUG, *others] if self.debug else others)

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command line and end the process."""
        for stream in (sys.stdout, sys.stderr):
            # A file's name may hold bytes that aren't text.
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().main(*args, **options)
        except AnnotatorError as error:
            sys.exit(_end(str(error), REFUSED))
        except Exception as error:
            if self.debug:
                raise
            sys.exit(_end(_unforeseen(error), UNFORESEEN))


def _unforeseen(error: Exception) -> str:
    from annotator import log

    where = log.write(error, "command line")
    details = f"The details are in {where}" if where else "The log could not be written"
    return (
        f"Annotator stopped because of a fault of its own ({type(error).__name__}). {details}; "
        f"{DEBUG} shows them."
    )


def _end(sentence: str, status: int) -> int:
    typer.echo(sentence, err=True)
    return status


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=False,
    help="Mark the claims of news articles and tag who stands behind them.",
    pretty_exceptions_enable=False,
)

SchemeOption = Annotated[
    str | None,
    typer.Option("--scheme", help="A scheme file or key; else the one of the settings."),
]
SubfoldersOption = Annotated[
    bool, typer.Option(help="Also read the folders in a folder, or only its own files.")
]
Inputs = Annotated[list[Path], typer.Argument(help="Text files, .jsonl corpora or folders.")]


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
    debug: Annotated[
        bool, typer.Option(DEBUG, help="Show a traceback where the program fails.")
    ] = False,
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
    from annotator import start as program

    raise typer.Exit(program.open_window(files or [], sample))


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
    scheme: SchemeOption = None,
    subfolders: SubfoldersOption = True,
) -> None:
    """Take articles of any format into a corpus, and say what was new, known or updated.

    An updated version of a known article keeps its annotations where its words still stand.
    """
    from annotator.core.article import Article
    from annotator.workflows import import_articles
    from annotator.workflows.label_scheme import chosen_scheme

    def watch(articles: Iterable[Article]) -> Iterator[Article]:
        with typer.progressbar(articles, label="Importing", show_pos=True) as bar:
            yield from bar

    columns = import_articles.new_columns(column or ())
    order = import_articles.ImportOrder(
        tuple(inputs), out, format_, columns, lang, chosen_scheme(scheme), subfolders
    )
    done = import_articles.run(order, watch)
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
    if out.exists():
        raise ExistsError(path=out)
    if allowed:
        typer.echo(f"Going online: {address}", err=True)
    article = web.read(address, allowed=allowed, private=private)
    atomic.write_whole(out, [record.encode(article) + b"\n"])
    typer.echo(f"{out}: {article.header.title or article.id}")


@app.command()
def prelabel(
    inputs: Inputs,
    out: Annotated[Path, typer.Option(help="The corpus to write; it must not exist yet.")],
    scheme: SchemeOption = None,
    subfolders: SubfoldersOption = True,
) -> None:
    """Read articles without a window and write what the machine finds as a corpus.

    What people have marked in INPUT is not copied; it stays where it is.
    """
    from annotator.core.errors import LeftOutError
    from annotator.workflows import prelabel
    from annotator.workflows.label_scheme import chosen_scheme

    written, problems = prelabel.run(inputs, out, chosen_scheme(scheme), subfolders=subfolders)
    for problem in problems:
        typer.echo(str(problem), err=True)
    typer.echo(f"{out}: {counted(written, 'article')}")
    if any(not isinstance(problem, LeftOutError) for problem in problems):
        raise typer.Exit(1)


@app.command()
def export(
    corpus: Annotated[Path, typer.Argument(help="The corpus to export.")],
    format_: Annotated[str, typer.Option("--format", help="See docs/formats.md for the names.")],
    out: Annotated[Path, typer.Option(help="The file or folder to write; it must not exist yet.")],
    done: Annotated[bool, typer.Option("--done", help="Only articles all tagged.")] = False,
    claims: Annotated[
        str | None,
        typer.Option(help="decided, or all: those that nobody decided have no label."),
    ] = None,
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
    scheme: SchemeOption = None,
) -> None:
    """Write a corpus for another tool, and say what it could not hold.

    Everything is read back before it appears at OUT; nothing is ever overwritten.
    """
    from annotator.workflows import export_articles
    from annotator.workflows.label_scheme import chosen_scheme

    choice = export_articles.new_choice(
        done_only=done,
        labels=label or (),
        deciders=decided_by or (),
        zones=zones,
        claims=claims,
        split=split,
        seed=seed,
        hide_sources=key is not None,
        hide_deciders=hide_deciders,
    )
    order = export_articles.ExportOrder(
        format_, out, choice, key, strict=strict, licence=licence, agreement=agreement
    )
    result, problems = export_articles.export_corpus(corpus, order, chosen_scheme(scheme))
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

    corpus = Corpus.open(file, writable=False, check=True)
    problems = [*corpus.problems, *([corpus.refusal] if corpus.refusal else [])]
    for problem in problems:
        typer.echo(str(problem))
    sound, wrong = counted(len(corpus.ids()), "article"), counted(len(problems), "place")
    typer.echo(f"{file}: sound: {sound}; wrong: {wrong}")
    if problems:
        raise typer.Exit(1)


@app.command()
def forget(
    corpus: Annotated[Path, typer.Argument(help="The corpus to remove an article from.")],
    article: Annotated[str, typer.Argument(help="The id of the article.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove an article for good, to protect a source: from corpus, history and copies.

    The history notes that something was removed, by whom and when, and not what.
    """
    from datetime import UTC, datetime

    from annotator.storage import forgetting, settings
    from annotator.storage.lock import user_name

    files = forgetting.what_goes(corpus, article)
    typer.echo(f"{article} is removed for good, with everything done to it, from:")
    for file in files:
        typer.echo(f"  {file}")
    typer.echo(
        "The article's own text file, exports and backups stay: remove those yourself. "
        "Old blocks of the disk may hold the text until they are written again."
    )
    if not yes:
        typer.confirm("Remove it?", abort=True)
    by = settings.load(settings.home() / settings.FILE).person or user_name()
    forgetting.forget(corpus, article, by, datetime.now(UTC))
    typer.echo(f"{corpus}: one article was removed")


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
def worker(expected: Annotated[Path | None, typer.Argument()] = None) -> None:
    """Run the reading process (in a frozen bundle, where there is no other way to start it)."""
    from annotator.language import worker as process

    process.main(expected)


@app.command("parquet-rows", hidden=True)
def parquet_rows(path: Path) -> None:
    """Unpack a Parquet file (in a frozen bundle, where there is no other way to start it)."""
    from annotator.formats.datasets import parquet_process as process

    process.main(path)


@app.command(hidden=True)
def apart() -> None:
    """Run the process that reads documents (in a frozen bundle, as above)."""
    from annotator.formats import reading_apart as process

    process.serve()


def _refused(sentence: str) -> typer.Exit:
    return typer.Exit(_end(sentence, REFUSED))


def main() -> None:
    """Run the command line."""
    app()
