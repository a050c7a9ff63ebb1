"""An encrypted corpus: nothing readable on disk, everything there with the passphrase."""

from pathlib import Path

import pytest
from builders import article, new_claim, tagging

from annotator.core import record
from annotator.core.errors import (
    HistoryMismatchError,
    PassphraseNeededError,
    WrongPassphraseError,
)
from annotator.storage import seal as seals
from annotator.storage.corpus import Corpus
from annotator.storage.history import history_path
from annotator.storage.seal import Seal


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seals, "COST", 2**10)


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """A corpus of two articles, worked on in the open, then encrypted and worked on again."""
    plain = tmp_path / "plain.jsonl"
    lines = [record.encode(article(id_=id_)) for id_ in ("a1", "a2")]
    plain.write_bytes(b"\n".join([lines[0], b"{broken stok", lines[1]]) + b"\n")
    corpus = Corpus.open(plain)
    corpus.record(new_claim(corpus.article("a1"), 28, 44))
    path = tmp_path / "sealed.jsonl"
    secret = corpus.save_elsewhere(path, Seal.make("rahasia"))
    made = secret.article("a1")
    secret.record(tagging(made, made.claims[0], "official"))
    secret.close()
    corpus.leave()
    return path


def test_nothing_can_be_read_without_the_passphrase(sealed: Path) -> None:
    for file in sealed.parent.iterdir():
        if file.name.startswith(("sealed", ".sealed")):
            raw = file.read_bytes()
            assert b"Menteri" not in raw
            assert b"stok" not in raw
            assert b"rina" not in raw
    with pytest.raises(PassphraseNeededError):
        Corpus.open(sealed)
    with pytest.raises(WrongPassphraseError):
        Seal.of(sealed, "Rahasia")


def test_with_it_everything_is_there_and_undoes(sealed: Path) -> None:
    corpus = Corpus.open(sealed, seal=Seal.of(sealed, "rahasia"))
    assert corpus.refusal is None
    assert corpus.ids() == ["a1", "a2"]
    assert len(corpus.problems) == 1
    assert corpus.article("a1").claims[0].label == "official"
    assert [change.did for change in corpus.changes("a1")] == ["create", "tag"]
    corpus.record(new_claim(corpus.article("a2"), 0, 16))
    corpus.compact()
    corpus.close()
    again = Corpus.open(sealed, seal=Seal.of(sealed, "rahasia"))
    assert len(again.article("a2").claims) == 1
    assert len(again.changes("a1")) == 2
    again.close()


def test_a_decision_is_on_disk_encrypted_before_it_returns(sealed: Path) -> None:
    corpus = Corpus.open(sealed, seal=Seal.of(sealed, "rahasia"))
    done = corpus.record(new_claim(corpus.article("a2"), 0, 16))
    corpus._lock.release()
    again = Corpus.open(sealed, seal=Seal.of(sealed, "rahasia"))
    assert again.article("a2") == done
    again.leave()


def test_a_line_that_was_altered_is_noticed(sealed: Path) -> None:
    lines = history_path(sealed).read_bytes().splitlines(keepends=True)
    token = bytearray(lines[-1])
    token[40] ^= 1
    history_path(sealed).write_bytes(b"".join([*lines[:-1], bytes(token)]))
    corpus = Corpus.open(sealed, seal=Seal.of(sealed, "rahasia"))
    assert isinstance(corpus.refusal, HistoryMismatchError)
    corpus.leave()


def test_it_can_be_written_in_the_open_again(sealed: Path, tmp_path: Path) -> None:
    corpus = Corpus.open(sealed, seal=Seal.of(sealed, "rahasia"))
    plain = corpus.save_elsewhere(tmp_path / "open.jsonl")
    assert plain.article("a1") == corpus.article("a1")
    assert b"{broken stok" in (tmp_path / "open.jsonl").read_bytes()
    assert len(plain.changes("a1")) == 2
    plain.leave()
    corpus.leave()
