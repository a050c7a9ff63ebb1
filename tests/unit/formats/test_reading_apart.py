"""A document that hangs or breaks its reader costs nobody more than that document."""

import io
import os
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from documents import reader

from annotator.core.article import Article
from annotator.core.errors import (
    AnnotatorError,
    EmptyFileError,
    MissingLibraryError,
    NotThisFormatError,
    StoppedError,
    TooSlowError,
)
from annotator.formats import reading_apart
from annotator.formats.importer import ImportSettings
from annotator.formats.registry import importer
from annotator.workflows import inputs
from annotator.workflows.classify import read_article

HANGS = b"{\\rtf1 " + b"{\\field{\\*\\fldinst{HYPERLINK " * 20_000


def test_what_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.rtf").write_bytes(HANGS)
    (tmp_path / "b.rtf").write_bytes(b"{\\rtf1 Harga naik.}")
    monkeypatch.setattr(reading_apart, "LIMIT_SECONDS", 1.0)
    with pytest.raises(TooSlowError, match=r"a\.rtf was not read to its end in 1 seconds"):
        read_article(tmp_path / "a.rtf")
    monkeypatch.setattr(reading_apart, "LIMIT_SECONDS", 60.0)
    assert read_article(tmp_path / "b.rtf").text == "Harga naik."


def test_what_a_reader_raises_comes_through(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(b"")
    with pytest.raises(EmptyFileError, match=r"a\.rtf is empty"):
        read_article(tmp_path / "a.rtf")


def test_a_process_that_is_gone_is_started_anew(tmp_path: Path) -> None:
    (tmp_path / "b.rtf").write_bytes(b"{\\rtf1 Harga naik.}")
    read_article(tmp_path / "b.rtf")
    process = reading_apart._documents._process
    assert process is not None
    process.kill()
    process.wait()
    assert read_article(tmp_path / "b.rtf").text == "Harga naik."


def test_a_process_that_dies_of_a_document_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.rtf").write_bytes(HANGS)

    def die() -> None:
        assert reading_apart._documents._process is not None
        reading_apart._documents._process.kill()

    threading.Timer(1.0, die).start()
    with pytest.raises(NotThisFormatError, match=r"a\.rtf.*broke off"):
        read_article(tmp_path / "a.rtf")


def test_reading_can_be_stopped_from_another_thread(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(HANGS)
    (tmp_path / "b.rtf").write_bytes(b"{\\rtf1 Harga naik.}")
    reading_apart.stop()
    assert read_article(tmp_path / "b.rtf").text == "Harga naik."
    threading.Timer(1.0, reading_apart.stop).start()
    with pytest.raises(StoppedError):
        read_article(tmp_path / "a.rtf")
    assert read_article(tmp_path / "b.rtf").text == "Harga naik."


def test_a_language_that_is_given_is_taken(tmp_path: Path) -> None:
    (tmp_path / "b.rtf").write_bytes(b"{\\rtf1 Harga naik.}")
    found = next(importer("rtf").articles(tmp_path / "b.rtf", ImportSettings(lang="id")))
    assert isinstance(found, Article)
    assert found.header.lang == "id"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such names")
def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/harga\xff.rtf"))
    path.write_bytes(b"{\\rtf1 Harga naik.}")
    assert read_article(path).text == "Harga naik."
    path.write_bytes(b"")
    with pytest.raises(EmptyFileError):
        read_article(path)


@pytest.mark.parametrize(
    ("name", "library"),
    [
        ("a.html", "trafilatura"),
        ("a.docx", "lxml"),
        ("a.rtf", "striprtf"),
        ("a.pdf", "pdfminer.six"),
        ("a.md", "markdown-it-py"),
    ],
)
def test_a_missing_library_is_named_with_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str
) -> None:
    raw = {"a.html": b"<p>x</p>", "a.rtf": b"{\\rtf1 x}", "a.pdf": b"%PDF-1.4", "a.md": b"x"}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("_rels/.rels", "<x/>")
    (tmp_path / name).write_bytes(raw.get(name, stream.getvalue()))

    wanted = library.replace("-", "_").removesuffix("_py").partition(".")[0]
    for module in [name for name in sys.modules if name.partition(".")[0] == wanted]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, wanted, None)
    with pytest.raises(MissingLibraryError, match=rf"{library}.*annotator\[formats\]"):
        reader({".md": "markdown"}.get(name[1:], name[2:])).read_here(tmp_path / name, None)


def test_a_large_data_set_is_read_in_a_child_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [f'"{number}","Harga beras naik {number} persen, kata menteri."' for number in range(50)]
    table = tmp_path / "berita.csv"
    table.write_text("id,text\n" + "\n".join([*rows, '"50",""']) + "\n")
    here: list[Article | AnnotatorError] = list(importer("csv").articles(table, ImportSettings()))
    apart = list(reading_apart.data_set(importer("csv"), table, ImportSettings()))
    assert [str(one) for one in apart] == [str(one) for one in here]
    assert sum(isinstance(one, Article) for one in apart) == 50

    def fail(*_: object) -> None:
        raise AssertionError("it was read in this process")

    monkeypatch.setattr(inputs, "LARGE", 100)
    monkeypatch.setattr(type(importer("csv")), "articles", fail)
    problems: list[AnnotatorError] = []
    found = inputs.InputFiles(ImportSettings(), problems).articles([table], tmp_path / "out.jsonl")
    assert sum(1 for _ in found) == 50
    assert len(problems) == len(here) - 50


def test_a_data_set_that_is_not_read_to_its_end_holds_nothing_up(tmp_path: Path) -> None:
    table = tmp_path / "berita.csv"
    table.write_text("id,text\n" + "".join(f"{n},{'kata ' * 2000}\n" for n in range(500)))
    articles = reading_apart.data_set(importer("csv"), table, ImportSettings())
    assert isinstance(next(iter(articles)), Article)
    del articles
    with pytest.raises(NotThisFormatError):
        list(reading_apart.data_set(importer("parquet"), table, ImportSettings()))
