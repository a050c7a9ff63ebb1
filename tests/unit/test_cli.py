"""The command line: reading without a window, checking a corpus, saying what is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from annotator import __version__
from annotator.cli import app
from annotator.core.errors import NotSavedError
from annotator.storage import settings
from annotator.storage.corpus import Corpus

NEWS = "Menteri Ani Sari mengatakan stok beras aman.\nHarga naik lima persen pada Senin.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "berita.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_version() -> None:
    assert run("--version").output.strip() == __version__


def test_reading_without_a_window(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = run("prelabel", news, "--out", out)
    assert done.exit_code == 0, done.output
    (article,) = lines(out)
    assert article["id"] == "berita"
    assert article["lang"] == "id"
    assert article["reading"]["to"] == len(NEWS)
    said = {claim["content_text"]: claim for claim in article["claims"]}
    claim = said["stok beras aman"]
    assert claim["source_text"] == "Menteri Ani Sari"
    assert claim["cue_text"] == ["mengatakan"]
    assert claim["label"] is None
    assert claim["suggestion"]["label"] == "official"
    assert claim["origin"]["kind"] == "model"
    assert "decision" not in claim
    corpus = Corpus.open(out, writable=False)
    assert corpus.summary("berita").decided == 0


def test_nothing_is_overwritten(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("mine")
    done = run("prelabel", news, "--out", out)
    assert done.exit_code == 2
    assert "exists already" in done.output
    assert out.read_text() == "mine"


def test_what_people_marked_stays_where_it_is(tmp_path: Path) -> None:
    corpus, out = tmp_path / "c.jsonl", tmp_path / "out.jsonl"
    marked = {"id": "a", "text": NEWS, "claims": [{"id": "c1", "content": [[0, 4]], "label": "x"}]}
    corpus.write_text(json.dumps(marked) + "\n" + json.dumps({"id": "b", "text": NEWS}) + "\n")
    before = corpus.read_bytes()
    assert run("prelabel", corpus, "--out", out).exit_code == 0
    assert corpus.read_bytes() == before
    first, second = lines(out)
    assert [claim["content"] for claim in first["claims"]] == [
        claim["content"] for claim in second["claims"]
    ]


def test_a_bad_file_is_named_and_the_rest_is_read(news: Path, tmp_path: Path) -> None:
    (tmp_path / "leer.txt").write_text("")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "berita.txt").write_text("Satu kalimat.")
    out = tmp_path / "out.jsonl"
    done = run("prelabel", tmp_path, tmp_path / "sub", tmp_path / "gone", "--out", out)
    assert done.exit_code == 1
    assert "leer.txt is empty" in done.output
    assert "gone can't be read" in done.output
    assert [article["id"] for article in lines(out)] == ["berita", "berita-2"]


def test_nothing_to_read_writes_nothing(tmp_path: Path) -> None:
    done = run("prelabel", tmp_path, "--out", tmp_path / "out.jsonl")
    assert done.exit_code == 2
    assert "holds no article" in done.output
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize("command", ["prelabel", "import"])
def test_a_file_without_articles_is_named(command: str, tmp_path: Path) -> None:
    empty = tmp_path / "kosong.jsonl"
    empty.write_text("\n")
    done = run(command, empty, "--out", tmp_path / "out.jsonl")
    assert done.exit_code == 2
    assert "kosong.jsonl" in done.output
    assert "INPUT" not in done.output
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize("command", ["prelabel", "import", "export"])
def test_a_scheme_that_is_gone_is_said_and_no_other_used(
    command: str, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, out = tmp_path / "c.jsonl", tmp_path / "out.jsonl"
    run("prelabel", news, "--out", corpus, "--scheme", "claims")
    home = tmp_path / "config"
    settings.save(home / settings.FILE, settings.Settings(scheme="verdicts"))
    monkeypatch.setattr(settings, "home", lambda: home)
    given = {"export": (corpus, "--format", "jsonl")}.get(command, (news,))
    done = run(command, *given, "--out", out)
    assert done.exit_code == 2
    assert "The label scheme 'verdicts', which the settings name, is not there" in done.output
    assert not out.exists()
    assert run(command, *given, "--out", out, "--scheme", "claims").exit_code == 0


def test_a_full_disk_is_given_advice_that_fits_a_terminal(tmp_path: Path) -> None:
    said = NotSavedError(path=tmp_path / "c.jsonl", reason="the disk is full").sentence()
    assert "Make room, or save to another place." in said
    assert "File >" not in said


def test_a_sound_corpus(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run("prelabel", news, "--out", out)
    done = run("validate", out)
    assert done.exit_code == 0
    assert "sound: 1 article; wrong: 0 places" in done.output


def test_line_field_and_reason_are_named(tmp_path: Path) -> None:
    corpus = tmp_path / "c.jsonl"
    bad = {"id": "b", "text": "Satu.", "entities": [{"start": 2, "end": 99, "label": "PER"}]}
    corpus.write_text(
        "\n".join([json.dumps({"id": "a", "text": "Satu."}), json.dumps(bad), "{", ""])
    )
    done = run("validate", corpus)
    assert done.exit_code == 1
    assert "line 2, e1: " in done.output
    assert "lies outside the text of 5 characters" in done.output
    assert "line 3, line: it is not JSON" in done.output
    assert "sound: 1 article; wrong: 2 places" in done.output


def test_what_is_no_corpus(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("plain text")
    done = run("validate", path)
    assert done.exit_code == 2
    assert "is not a corpus" in done.output
    assert run("validate", tmp_path / "gone.jsonl").exit_code == 2
