"""The program as a person starts it: whole processes, a real reading process, a real screen."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator import self_test as self_test_module
from annotator.core.article import Article
from annotator.core.decisions import Passage
from annotator.core.errors import MissingLibraryError
from annotator.language import protocol
from annotator.language.launch import launch
from annotator.ui.session.reading_process import MAX_RESTARTS, ReadingProcess
from annotator.workflows.classify import Kind, read_article

NEWS = "Menteri Ani Sari mengatakan stok beras aman. Harga naik lima persen pada Senin.\n"


def self_test(**environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "annotator", "self-test"]
    if "xcb" in environment.get("QT_QPA_PLATFORM", ""):
        command = ["xvfb-run", "-a", *command]
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, timeout=600
    )


@pytest.mark.skipif(
    not (shutil.which("xvfb-run") and shutil.which("xauth")),
    reason="SKIPPED: no screen to try; install the packages xvfb and xauth",
)
def test_the_program_tries_itself_in_a_real_window() -> None:
    done = self_test(QT_QPA_PLATFORM="xcb")
    assert done.returncode == 0, done.stderr
    assert "all is well" in done.stdout


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[ReadingProcess]:
    reader = ReadingProcess(launch)
    yield reader
    reader.close()


def test_the_newest_text_is_read_first(reader: ReadingProcess, qtbot: QtBot) -> None:
    passages: list[tuple[int, Passage]] = []
    reader.passage_read.connect(lambda job, passage: passages.append((job, passage)))
    long = reader.read(NEWS * 3_000, "id")
    with qtbot.waitSignal(reader.passage_read, timeout=180_000):
        pass
    short = reader.read(NEWS, "id")
    with qtbot.waitSignal(reader.finished, timeout=180_000) as finished:
        pass
    assert finished.args == [short]
    assert [job for job, _ in passages].count(short) == 1
    assert passages[-1][0] == short
    reader.drop(long)


def test_passages_cover_the_text_without_a_gap(reader: ReadingProcess, qtbot: QtBot) -> None:
    passages: list[Passage] = []
    reader.passage_read.connect(lambda _, passage: passages.append(passage))
    text = NEWS * 400
    with qtbot.waitSignal(reader.finished, timeout=180_000):
        reader.read(text, "id")
    assert passages[0].start == 0
    assert passages[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(passages))


def test_a_reading_process_that_dies_is_told_and_restarted(
    reader: ReadingProcess, qtbot: QtBot
) -> None:
    job = reader.read(NEWS * 2_000, "id")
    assert reader._process is not None
    with qtbot.waitSignal(reader.failed, timeout=60_000) as failed:
        reader._process.kill()
    assert failed.args[0] == job
    with qtbot.waitSignal(reader.finished, timeout=180_000) as finished:
        again = reader.read(NEWS, "id")
    assert finished.args == [again]


def test_a_reading_process_that_always_dies_is_given_up(qtbot: QtBot) -> None:
    def launch() -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-c", ""], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    reader = ReadingProcess(launch)
    reasons: list[str] = []
    reader.failed.connect(lambda _, reason, __: reasons.append(reason))
    for _ in range(MAX_RESTARTS + 2):
        with qtbot.waitSignal(reader.failed, timeout=60_000):
            reader.read(NEWS)
    assert "too often" in reasons[-1]
    reader.close()


def test_the_reading_process_ends_with_the_window() -> None:
    process = launch()
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=30) == 0


def test_no_code_is_run_from_the_folder_an_article_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "msgspec.py").write_text("raise SystemExit('hostile code ran')")
    (tmp_path / "spacy.py").write_text("raise SystemExit('hostile code ran')")
    (tmp_path / "berita.txt").write_text(NEWS)
    command = shutil.which("annotator", path=str(Path(sys.executable).parent))
    assert command is not None
    done = subprocess.run(
        [command, "prelabel", "berita.txt", "--out", "out.jsonl"],
        cwd=tmp_path, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    monkeypatch.chdir(tmp_path)
    process = launch()
    assert process.stdin is not None
    assert process.stdout is not None
    protocol.send(process.stdin, [protocol.Read(1, NEWS, "id")])
    answer = protocol.receive_answer(process.stdout)
    process.kill()
    assert isinstance(answer, protocol.PassageRead)


def test_the_self_test_names_a_format_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_striprtf(file: Path, kind: Kind) -> Article:
        if file.suffix == ".rtf":
            raise MissingLibraryError(what="Reading RTF", library="striprtf")
        return read_article(file, kind)

    monkeypatch.setattr(self_test_module, "read_article", without_striprtf)
    (fault,) = self_test_module._try_documents()
    assert "Reading RTF needs the library striprtf" in fault


def test_the_self_test_names_a_format_without_a_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "harga.txt").write_text("Harga beras naik\n")
    monkeypatch.setattr(resources, "path", lambda *_: tmp_path)
    faults = list(self_test_module._try_documents())
    assert "no sample document was read as pdf" in faults
    assert "no sample document was read as text" not in faults


@pytest.mark.parametrize("command", ["self-test", "prelabel"])
def test_nothing_goes_online(tmp_path: Path, command: str) -> None:
    """The interpreter tells of every connection; one would end the program with status 77."""
    watched = (
        "import os, sys\n"
        "def watch(event, _):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo', 'socket.sendto'):\n"
        "        os._exit(77)\n"
        "sys.addaudithook(watch)\n"
        "from annotator.cli import app\n"
        "app()\n"
    )
    article = tmp_path / "berita.txt"
    article.write_text(NEWS)
    arguments = ["prelabel", str(article), "--out", str(tmp_path / "out.jsonl")]
    done = subprocess.run(
        [sys.executable, "-c", watched, *(arguments if command == "prelabel" else [command])],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True,
        timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
