"""`spacy debug data` and `spacy train` run on the folder as it is."""

import subprocess
import sys
from pathlib import Path

import pytest
from exported import export
from hard_articles import emoji, overlap
from msgspec.structs import replace

from annotator.core.article import text_sha256
from annotator.formats.selection import Choice

pytestmark = pytest.mark.slow


def spacy(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "spacy", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = [
        replace(article, id=f"{article.id} {number}", text=text, sha256=text_sha256(text))
        for number in range(15)
        for article in (emoji(), overlap())
        for text in [f"{article.text}\n{number}"]
    ]
    export("docbin", tmp_path / "x", *articles, choice=Choice(shares=(60, 20, 20)))
    return tmp_path / "x"


def test_debug_data_finds_nothing_wrong_with_the_files(folder: Path) -> None:
    ran = spacy(folder, "debug", "data", "config.cfg", "--no-format")
    said = ran.stdout + ran.stderr
    assert "Corpus is loadable" in said, said
    assert "Pipeline can be initialized with data" in said, said
    assert "Invalid" not in said


def test_train_takes_a_step(folder: Path) -> None:
    ran = spacy(
        folder, "train", "config.cfg", "--output", "model", "--training.max_steps", "1",
        "--training.eval_frequency", "1",
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (folder / "model" / "model-last" / "config.cfg").exists()
