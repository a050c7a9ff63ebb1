"""The reading process gets ready before there is anything to read."""

import io
import os
import queue
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.decisions import Passage
from annotator.language import reading, worker
from annotator.language.worker import Worker

ENGLISH = "The mayor said that the bridge would be closed for two weeks from Monday."


def test_an_idle_reading_process_loads_the_likely_language_and_then_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loaded: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def read(text: str, lang: str | None = None) -> Iterator[Passage]:
        loaded.put(lang)
        return iter(())

    monkeypatch.setattr(reading, "read", read)
    source, _kept_open = os.pipe()
    waiting = Worker(os.fdopen(source, "rb"), io.BytesIO(), "en")
    threading.Thread(target=waiting.run, daemon=True).start()
    assert [loaded.get(timeout=60), loaded.get(timeout=60)] == ["en", "id"]


def test_the_language_is_guessed_from_the_file_that_is_about_to_be_opened(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(ENGLISH, encoding="utf-8")
    assert worker.guess_language(file) == "en"
    assert worker.guess_language(tmp_path) is None
    assert worker.guess_language(None) is None
