"""Measure a corpus of any size: opening it, one decision, saving it, and memory.

`make bench`, or this file with `--articles N ...`. Each size is measured in a process of its
own; the corpus is made with a fixed seed, about 6 kB an article.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from builders import PERSON
from msgspec.structs import replace

from annotator.core import record
from annotator.core.article import Article
from annotator.core.changes import make_change
from annotator.core.decisions import tag
from annotator.core.spans import Claim, Decision, Entity, Origin, Span
from annotator.storage.corpus import Corpus

MODEL = Origin("model", "bench 1")
WORDS = ("harga", "beras", "menteri", "mengatakan", "warga", "pasar", "stok", "aman", "turun")


def article(number: int, chance: random.Random) -> Article:
    """Make an article of about 2,500 characters with 20 spans."""
    text = " ".join(chance.choice(WORDS) for _ in range(410))
    claims = tuple(
        Claim(f"c{n}", (Span(n * 400, n * 400 + 120),), (Span(n * 400 + 130, n * 400 + 140)),
              cue=(Span(n * 400 + 141, n * 400 + 150),), origin=MODEL)
        for n in range(5)
    )  # fmt: skip
    entities = tuple(Entity(f"e{n}", n * 400 + 5, n * 400 + 12, "PER", MODEL) for n in range(5))
    made = Article.of(f"a{number}", text, source=f"a{number}.txt")
    return replace(made, claims=claims, entities=entities, last_id=9)


def make(path: Path, count: int) -> None:
    """Write a corpus."""
    chance = random.Random(7)
    some = [article(n, chance) for n in range(200)]
    with path.open("wb") as stream:
        for number in range(count):
            stream.write(record.encode(replace(some[number % 200], id=f"a{number}")) + b"\n")


def measure(path: Path) -> None:
    """Open, decide, save; print what it took."""
    figures = {}

    def timed(name: str, started: float) -> None:
        figures[name] = time.perf_counter() - started

    started = time.perf_counter()
    corpus = Corpus.open(path)
    timed("open", started)
    started = time.perf_counter()
    corpus.article(corpus.ids()[-1])
    timed("last article", started)
    decisions = []
    for id_ in corpus.ids()[:: max(1, len(corpus.ids()) // 50)][:50]:
        found = corpus.article(id_)
        decision = Decision("rina", PERSON.at, "evidence")  # type: ignore[arg-type]
        edits = tag(found.claims[0], "official", decision)
        started = time.perf_counter()
        corpus.record(make_change(found, "tag", edits, origin=PERSON))
        decisions.append(time.perf_counter() - started)
    figures["decision p95"] = sorted(decisions)[int(len(decisions) * 0.95)]
    started = time.perf_counter()
    snapshot = corpus.snapshot()
    timed("snapshot", started)
    started = time.perf_counter()
    saved = snapshot.write()
    timed("save (other thread)", started)
    started = time.perf_counter()
    corpus.saved(saved)
    timed("take note of it", started)
    corpus.close()
    started = time.perf_counter()
    corpus = Corpus.open(path)
    timed("open again", started)
    corpus.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    said = "   ".join(f"{name} {seconds * 1e3:,.1f} ms" for name, seconds in figures.items())
    size = path.stat().st_size / 2**20
    sys.stdout.write(
        f"{len(corpus.ids()):>7,} articles {size:6.0f} MB   {said}   peak {peak:.0f} MB\n"
    )


def main() -> None:
    """Measure every size in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="*", default=[1, 1_000, 10_000, 100_000])
    parser.add_argument("--file", type=Path)
    options = parser.parse_args()
    if options.file is not None:
        measure(options.file)
        return
    for count in options.articles:
        with tempfile.TemporaryDirectory() as room:
            path = Path(room) / "corpus.jsonl"
            make(path, count)
            subprocess.run(
                [sys.executable, __file__, "--file", str(path)], check=True, env=os.environ
            )


if __name__ == "__main__":
    main()
