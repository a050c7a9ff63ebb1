"""An unforeseen error: a sentence for the person, a private log, and no word of an article."""

import os
import stat
import sys
from pathlib import Path
from typing import Never

import platformdirs
import pytest
from typer.testing import CliRunner

from annotator import __version__, cli, log
from annotator.core.errors import BrokenArticleError, NotSavedError
from annotator.language.protocol import Failed, PassageRead
from annotator.language.worker import Worker
from annotator.storage.corpus import Corpus

SECRET = "Narasumber kami bernama Wayan"


@pytest.fixture(autouse=True)
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(platformdirs, "user_log_path", lambda *_, **__: tmp_path / "log")
    return log.path()


def fail(*_: object, **__: object) -> Never:
    told = SECRET.encode()
    raise KeyError(told.decode())


def caught() -> Exception:
    try:
        try:
            fail()
        except KeyError as error:
            raise BrokenArticleError(path="a", where=SECRET, reason=SECRET) from error
    except BrokenArticleError as error:
        return error


def test_a_fault_in_a_command_ends_with_a_sentence_and_a_log(
    log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Corpus, "open", fail)
    done = CliRunner().invoke(cli.app, ["validate", "c.jsonl"])
    assert done.exit_code == cli.UNFORESEEN
    assert f"(KeyError). The details are in {log_file}" in done.output
    assert "Traceback" not in done.output
    assert SECRET not in done.output
    written = log_file.read_text("utf-8")
    assert "In the command line" in written
    assert "annotator/cli.py" in written
    assert SECRET not in written


@pytest.mark.parametrize("arguments", [["--debug", "validate", "x"], ["validate", "x", "--debug"]])
def test_debug_shows_the_traceback(
    arguments: list[str], log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Corpus, "open", fail)
    done = CliRunner().invoke(cli.app, arguments)
    assert isinstance(done.exception, KeyError)
    assert not log_file.exists()


def test_a_log_that_cannot_be_written_is_said(
    log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_file.parent.write_text("a file where the folder should be")
    monkeypatch.setattr(Corpus, "open", fail)
    done = CliRunner().invoke(cli.app, ["validate", "c.jsonl"])
    assert done.exit_code == cli.UNFORESEEN
    assert "The log could not be written" in done.output


def test_a_report_names_versions_places_and_kinds_and_quotes_nothing() -> None:
    said = log.report(caught())
    assert f"Annotator {__version__}" in said
    assert "Python 3." in said
    assert "Qt 6." in said
    assert "spaCy 3." in said
    assert "test_log.py" in said
    assert "KeyError" in said
    assert "BrokenArticleError: {path}, {where}: {reason}." in said
    assert SECRET not in said
    assert str(Path.home()) not in said


def test_a_report_tells_why_the_system_refused_but_not_which_file() -> None:
    cause = OSError(28, "whatever it says", SECRET)
    error = NotSavedError(path=SECRET, reason="full")
    error.__cause__ = cause
    said = log.report(error)
    assert f"OSError: {os.strerror(28)}" in said
    assert SECRET not in said


def test_every_error_of_a_group_is_reported() -> None:
    said = log.report(ExceptionGroup(SECRET, [ValueError(SECRET), caught()]))
    assert "ValueError" in said
    assert "KeyError" in said
    assert SECRET not in said


@pytest.mark.skipif(sys.platform == "win32", reason="SKIPPED: Windows has no such permissions")
def test_only_the_owner_can_read_the_log(log_file: Path) -> None:
    log.write(caught(), "test")
    assert stat.S_IMODE(log_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(log_file.parent.stat().st_mode) == 0o700


def test_the_log_does_not_grow_for_ever(log_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MAX_BYTES", 5_000)
    for _ in range(60):
        log.write(caught(), "test")
    files = sorted(log_file.parent.iterdir())
    assert [file.name for file in files] == [log.FILE, *(f"{log.FILE}.{n}" for n in (1, 2, 3))]
    assert all(0 < file.stat().st_size <= 5_000 for file in files)


def test_the_reading_process_logs_what_stopped_a_text(log_file: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    with (tmp_path / "requests").open("w+b") as source, answers.open("wb") as sink:
        worker = Worker(source, sink)
        worker._jobs[1] = (fail() for _ in [1])
        worker._advance(1)
    from annotator.language import protocol

    with answers.open("rb") as stream:
        answer = protocol.receive_answer(stream)
    assert isinstance(answer, Failed)
    assert not isinstance(answer, PassageRead)
    written = log_file.read_text("utf-8")
    assert "In the reading process" in written
    assert SECRET not in written


def test_a_child_process_logs_what_nobody_catches(tmp_path: Path) -> None:
    import subprocess

    code = (
        "import platformdirs, sys\n"
        "from pathlib import Path\n"
        "platformdirs.user_log_path = lambda *_, **__: Path(sys.argv[1])\n"
        "from annotator import log\n"
        "log.watch('test process')\n"
        f"raise KeyError({SECRET!r})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert SECRET not in done.stderr
    written = (tmp_path / log.FILE).read_text("utf-8")
    assert "In the test process" in written
    assert SECRET not in written
