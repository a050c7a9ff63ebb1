"""Measure reading: words a second, loading, memory, and a text of a million characters.

Everything is measured in processes of their own, so that one figure does not warm up another.
Times are processor time of one core, since a machine may be busy, except where said.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from annotator.language import protocol
from annotator.language.launch import launch
from annotator.language.protocol import Finished, PassageRead, Read

LONG = 1_000_000
_WORDS = 20_000
_NUMBER = re.compile(r"\b\d{2}\b")
_ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
_SPEED = """
import json, sys, time
from annotator.language.reading import read
lang, texts = json.load(sys.stdin)
list(read(texts[0], lang))
begun = time.process_time()
for text in texts:
    list(read(text, lang))
json.dump(time.process_time() - begun, sys.stdout)
"""
_LOADING = """
import json, sys, time
lang = json.load(sys.stdin)
import spacy
begun = time.process_time()
from annotator.language.pipeline import load
by = load(lang).by
json.dump([time.process_time() - begun, by], sys.stdout)
"""
_LONG = """
import json, sys, time
from annotator.language.reading import read
lang, article, text = json.load(sys.stdin)
list(read(article, lang))
times, end = [time.process_time()], 0
for passage in read(text, lang):
    times.append(time.process_time())
    end = passage.end
json.dump([[after - before for before, after in zip(times, times[1:])], end], sys.stdout)
"""


class Long(NamedTuple):
    """Seconds to read a long text: up to the first passage, for the longest, in all."""

    first: float
    longest: float
    total: float
    whole: bool


class Worker(NamedTuple):
    """The cost of the reading process: seconds up to its first answer, and MiB at most.

    Memory is None if the system does not report it.
    """

    first: float
    memory: float | None


def speed(texts: list[str], lang: str) -> float:
    """Return words a second of processor time of the whole pipeline."""
    enough: list[str] = []
    while sum(len(text.split()) for text in enough) < _WORDS:
        enough += texts
    seconds = float(str(_run(_SPEED, [lang, enough])))
    return sum(len(text.split()) for text in enough) / seconds


def loading(lang: str) -> tuple[float, str]:
    """Return the seconds a pipeline takes to load after spaCy's import, and its name."""
    found = _run(_LOADING, lang)
    assert isinstance(found, list)
    return float(found[0]), str(found[1])


def _run(script: str, what: object) -> object:
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(what),
        env={**os.environ, **_ONE_CORE},
        capture_output=True,
        text=True,
        check=True,
    )
    answer: object = json.loads(done.stdout)
    return answer


def long(article: str, lang: str) -> Long:
    """Return how a text of a million characters is read, behind an article to warm up."""
    text = _lengthened(article)
    found = _run(_LONG, [lang, article, text])
    assert isinstance(found, list)
    times = [float(seconds) for seconds in found[0]]
    return Long(times[0], max(times), sum(times), found[1] == len(text))


def _lengthened(text: str) -> str:
    """Return a text of a million characters in paragraphs, no two pages of it the same."""
    pages: list[str] = []
    size = 0
    while size < LONG:
        pages.append(_NUMBER.sub(str(len(pages) + 10), text))
        size += len(pages[-1]) + 2
    return "\n\n".join(pages)[:LONG]


def worker(texts: dict[str, str]) -> Worker:
    """Read an article in each language in a new reading process."""
    begun = time.perf_counter()
    process = launch()
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        first = 0.0
        for job, (lang, text) in enumerate(texts.items()):
            protocol.send(process.stdin, [Read(job, text, lang)])
            while not isinstance(answer := protocol.receive_answer(process.stdout), Finished):
                if not isinstance(answer, PassageRead):
                    raise RuntimeError(f"the reading process failed: {answer}")
                first = first or time.perf_counter() - begun
        return Worker(first, _most_memory(process.pid))
    finally:
        process.stdin.close()
        process.wait(timeout=30)


def _most_memory(pid: int) -> float | None:
    status = Path(f"/proc/{pid}/status")
    if not status.is_file():
        return None
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text("ascii"))
    return int(found[1]) / 1024 if found else None
