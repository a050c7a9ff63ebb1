"""An import into a corpus that people work on is cut short anywhere: their work is there again.

What came in is whole articles, and whole updates or none; importing again does the rest.
"""

import contextlib
import errno
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builders import new_claim, tagging
from exported import SCHEME
from failing_disk import Disk
from repeats import NIGHTLY, REPEATS

from annotator.core.article import Article
from annotator.core.changes import as_of
from annotator.core.errors import AnnotatorError
from annotator.storage.corpus import Corpus
from annotator.storage.history import history_path
from annotator.workflows.import_articles import ImportOrder, run

KILLS = 3 * REPEATS
# Of the calls to the disk, in `make test` only some fail; others for each way of failing.
WAYS = ["once", "for good", "half"]
STEP = 1 if NIGHTLY else 5
ARTICLES = 3


def old_text(number: int) -> str:
    lines = (f"Warga desa {number} mengatakan sawah nomor {n} kering." for n in range(5))
    return f"Kabar desa {number}\n" + "\n".join(lines) + "\n"


def new_text(number: int) -> str:
    return old_text(number).replace("nomor 2 kering", "nomor 2 basah") + "Hujan turun lagi.\n"


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """A folder with a corpus that people worked on, and the texts of an update of all of it."""
    folder = tmp_path / "before"
    (folder / "texts").mkdir(parents=True)
    articles = [Article.of(f"desa{n}", old_text(n), source=f"desa{n}.txt") for n in range(ARTICLES)]
    corpus = Corpus.of(folder / "c.jsonl", articles)
    for article in articles:
        for line in (1, 3):
            start = article.text.index(f"sawah nomor {line - 1}")
            now = corpus.record(new_claim(corpus.article(article.id), start, start + 20))
            claim = next(claim for claim in now.claims if claim.start == start)
            corpus.record(tagging(now, claim, "sourced"))
    corpus.close()
    for number in range(ARTICLES):
        (folder / "texts" / f"desa{number}.txt").write_text(new_text(number), "utf-8")
    (folder / "texts" / "lain.txt").write_text("Pasar baru dibuka hari ini.\n", "utf-8")
    return folder


def all_is_there(folder: Path) -> None:
    """Every article is as it was or wholly updated, and can go back to what people did."""
    corpus = Corpus.open(folder / "c.jsonl")
    assert corpus.refusal is None
    assert corpus.problems == [] or all("cut short" in str(p) for p in corpus.problems)
    for number in range(ARTICLES):
        article = corpus.article(f"desa{number}")
        was = as_of(article, corpus.changes(article.id), 4)
        assert was.text == old_text(number)
        assert [claim.label for claim in was.claims] == ["sourced", "sourced"]
        if article.revision == 4:
            assert article.text == old_text(number)
            continue
        assert (article.revision, article.text) == (5, new_text(number))
        assert [claim.label for claim in article.claims] == ["sourced", None]
    corpus.close()
    assert not list(folder.glob(".*"))


def the_rest_is_done(folder: Path) -> None:
    done = run(ImportOrder((folder / "texts",), folder / "c.jsonl"))
    # A kill within a line leaves it torn; it is told until the next change cuts it off.
    assert all("cut short" in str(problem) for problem in done.problems)
    corpus = Corpus.open(folder / "c.jsonl", writable=False)
    assert corpus.problems == []
    assert corpus.ids() == [*(f"desa{number}" for number in range(ARTICLES)), "lain"]
    assert [article.revision for article in corpus.articles()] == [5] * ARTICLES + [0]


def test_the_whole_import(before: Path) -> None:
    done = run(ImportOrder((before / "texts",), before / "c.jsonl"))
    assert (done.new, len(done.updates)) == (1, ARTICLES)
    all_is_there(before)
    the_rest_is_done(before)


@pytest.mark.repeated
@pytest.mark.parametrize("how", WAYS)
def test_any_call_to_the_disk_fails(before: Path, tmp_path: Path, how: str) -> None:
    def import_into(folder: Path, failing: int | None) -> int:
        shutil.copytree(before, folder)
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk(patch)
            disk.failing, disk.code = failing, errno.ENOSPC
            disk.for_good, disk.half = how == "for good", how == "half"
            with contextlib.suppress(AnnotatorError):
                run(ImportOrder((folder / "texts",), folder / "c.jsonl", scheme=SCHEME))
        return disk.count

    total = import_into(tmp_path / "count", None)
    assert total > 40
    for failing in range(1 + WAYS.index(how), total + 1, STEP):
        folder = tmp_path / str(failing)
        import_into(folder, failing)
        # A dead disk can't clear up; the next who opens the corpus does.
        all_is_there(folder)
        the_rest_is_done(folder)
        shutil.rmtree(folder)


@pytest.mark.repeated
def test_the_import_is_killed(before: Path, tmp_path: Path) -> None:
    chance = random.Random(7)
    code = "import sys; from annotator.cli import main; main()"
    whole = shutil.copytree(before, tmp_path / "whole")
    run(ImportOrder((whole / "texts",), whole / "c.jsonl"))
    first, last = (history_path(folder / "c.jsonl").stat().st_size for folder in (before, whole))
    for number in range(KILLS):
        folder = shutil.copytree(before, tmp_path / str(number))
        command = [sys.executable, "-c", code, "import", "texts", "--out", "c.jsonl"]
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
        # Killed when the history has come to a length, not after a time: however busy the
        # machine is, the import is somewhere in its writing then.
        length = chance.randint(first, last)
        while history_path(folder / "c.jsonl").stat().st_size < length and process.poll() is None:
            time.sleep(0.0005)
        process.kill()
        process.wait()
        all_is_there(folder)
        the_rest_is_done(folder)
