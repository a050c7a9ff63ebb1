"""An article is forgotten everywhere at once, and what is left is sound."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import TEXT, article, new_claim, tagging
from typer.testing import CliRunner

from annotator.cli import app
from annotator.core import record
from annotator.core.errors import InUseError, NotSavedError, UnknownArticleError
from annotator.storage import forgetting
from annotator.storage.corpus import Corpus
from annotator.storage.history import history_path
from annotator.storage.seal import Seal
from annotator.storage.upgrade import copy_of

NOW = datetime(2026, 11, 28, tzinfo=UTC)
SECRET = "Narasumber rahasia"


def made(path: Path, seal: Seal | None = None) -> Path:
    corpus = Corpus.of(path, [article(), article(f"{SECRET} mengatakan " + TEXT, "rahasia")])
    for id_ in corpus.ids():
        corpus.record(new_claim(corpus.article(id_), 28, 43))
        corpus.record(tagging(corpus.article(id_), corpus.article(id_).claims[0], "sourced"))
    corpus.close()
    if seal is None:
        return path
    sealed = path.with_name("sealed.jsonl")
    Corpus.open(path).save_elsewhere(sealed, seal).close()
    return sealed


def sound(path: Path, seal: Seal | None = None) -> Corpus:
    corpus = Corpus.open(path, seal=seal)
    assert (corpus.problems, corpus.refusal) == ([], None)
    assert corpus.ids() == ["a1"]
    return corpus


def test_nothing_of_it_is_left_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = made(tmp_path / "c.jsonl")
    for file in (path, history_path(path)):
        copy_of(file).write_bytes(file.read_bytes())
    assert set(forgetting.what_goes(path, "rahasia")) == {
        file for one in (path, history_path(path)) for file in (one, copy_of(one))
    }
    forgetting.forget(path, "rahasia", "rina", NOW)
    for file in tmp_path.iterdir():
        assert b"rahasia" not in file.read_bytes(), file
    assert b'"by":"rina"' in history_path(path).read_bytes().splitlines()[-1]
    corpus = sound(path)
    corpus.record(tagging(corpus.article("a1"), corpus.article("a1").claims[0], "official"))
    corpus.compact()
    corpus.close()
    assert len(sound(path).changes("a1")) == 3


def test_also_from_an_encrypted_corpus(tmp_path: Path) -> None:
    seal = Seal.make("kata sandi")
    path = made(tmp_path / "c.jsonl", seal)
    forgetting.forget(path, "rahasia", "rina", NOW, seal)
    sound(path, seal).close()


def test_an_article_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = made(tmp_path / "c.jsonl")
    before = path.read_bytes(), history_path(path).read_bytes()
    with pytest.raises(UnknownArticleError):
        forgetting.forget(path, "lain", "rina", NOW)
    assert (path.read_bytes(), history_path(path).read_bytes()) == before


def test_the_command_asks_first(tmp_path: Path) -> None:
    path = made(tmp_path / "c.jsonl")
    before = path.read_bytes()
    asked = CliRunner().invoke(app, ["forget", str(path), "rahasia"], input="n\n")
    assert "is removed for good" in asked.output
    assert path.read_bytes() == before
    done = CliRunner().invoke(app, ["forget", str(path), "rahasia", "--yes"])
    assert done.exit_code == 0, done.output
    sound(path).close()


def test_the_question_names_no_files_of_an_article_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnknownArticleError):
        forgetting.what_goes(made(tmp_path / "c.jsonl"), "lain")


def test_nothing_is_removed_while_another_window_works_on_it(tmp_path: Path) -> None:
    path = made(tmp_path / "c.jsonl")
    before = path.read_bytes(), history_path(path).read_bytes()
    other = Corpus.open(path)
    with pytest.raises(InUseError):
        forgetting.forget(path, "rahasia", "rina", NOW)
    other.leave()
    assert (path.read_bytes(), history_path(path).read_bytes()) == before


def test_an_article_without_history_is_removed_too(tmp_path: Path) -> None:
    path = made(tmp_path / "c.jsonl")
    path.write_bytes(record.encode(article()) + b"\n" + record.encode(article("Rahasia.", "r")))
    history_path(path).unlink()
    forgetting.forget(path, "r", "rina", NOW)
    assert b"Rahasia." not in path.read_bytes()
    assert not history_path(path).exists()
    sound(path).close()


def test_a_line_that_nobody_can_read_stays(tmp_path: Path) -> None:
    path = made(tmp_path / "c.jsonl")
    with path.open("ab") as stream:
        stream.write(b'{"id": "broken\n')
    forgetting.forget(path, "rahasia", "rina", NOW)
    assert path.read_bytes().endswith(b'{"id": "broken\n')
    assert b"rahasia" not in path.read_bytes()


def test_a_copy_that_can_not_be_removed_is_told(tmp_path: Path) -> None:
    path = made(tmp_path / "c.jsonl")
    copy_of(path).mkdir()
    with pytest.raises(NotSavedError) as told:
        forgetting.forget(path, "rahasia", "rina", NOW)
    assert str(copy_of(path)) in str(told.value)
