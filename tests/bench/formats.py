"""Measure the ways in and out: 10,000 articles of about 2,500 characters, 20 spans each.

This file, or with the names of formats. `read` is opening a corpus and decoding all of it,
`import` is taking a corpus in, into one of its own, with known articles recognised.
The seed is fixed; each format is measured in a process of its own, reading back included.
"""

import argparse
import csv
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from annotator.core import record
from annotator.core.article import Article, Header
from annotator.core.spans import Claim, Decision, Entity, Origin, Span, Suggestion, Zone
from annotator.formats import registry
from annotator.storage.corpus import Corpus
from annotator.workflows import export_articles, import_articles

ARTICLES = 10_000
SEED = 20261123
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MACHINE = Origin("model", "bench 1", NOW)
SYLLABLES = [consonant + vowel for consonant in "bklmnprst" for vowel in "aeiu"]
ODD_WORDS = ("😀", "5,2", "(4/5)", "naïve")
LABELS = ("official", "sourced", "speculative")
READ = "read"
IMPORT, AGAIN, UPDATE, TABLE = "import", "import again", "import updates", "import csv"
# Seconds; every other format has OTHERS.
LIMITS = {READ: 1.5, IMPORT: 1.5, "jsonl": 1.5}
# Each update is flushed to disk by itself, as everything that people do is.
NO_LIMIT = 999.0
OTHERS = 15.0
INS = (READ, IMPORT, AGAIN, UPDATE, TABLE)
MOST_MEMORY = 300


def articles(count: int) -> Iterator[Article]:
    """Yield articles of made-up words, each with 4 claims, 7 entities and a zone: 20 spans."""
    chance = random.Random(SEED)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(4_000)]
    for number in range(count):
        yield article(f"a{number}", chance, [*words, *ODD_WORDS])


def article(id_: str, chance: random.Random, words: list[str]) -> Article:
    """Make one article: 20 sentences of 18 words or so; every fifth has a claim."""
    text, claims, entities = "", [], []
    for sentence in range(20):
        start = len(text)
        said = chance.choices(words, k=chance.randint(15, 21))
        said[:2] = [word.capitalize() for word in said[:2]]
        ends = []
        for word in said:
            text += word + " "
            ends.append(len(text) - 1)
        text = text[:-1] + (".\n" if sentence % 4 == 3 else ". ")
        if sentence % 5 == 0:
            claims.append(claim(f"c{sentence + 1}", start, ends, chance.choice(LABELS)))
        if sentence % 3 == 0:
            entities.append(Entity(f"e{sentence + 100}", start, ends[1], "PER", MACHINE))
    zone = Zone("z200", text.rindex("\n", 0, -1) + 1, len(text) - 1, "bio", MACHINE)
    return replace(
        Article.of(id_, text, source=f"{id_}.txt"),
        header=Header("id", f"Judul {id_}", "Ani", "Harian", "2026-11-23", f"https://x.test/{id_}"),
        zones=(zone,),
        entities=tuple(entities),
        claims=tuple(claims),
        last_id=200,
    )


def claim(id_: str, start: int, ends: list[int], label: str) -> Claim:
    """Make a claim whose source, cue and content follow one another; it has been tagged."""
    return Claim(
        id_,
        (Span(ends[2] + 1, ends[-1]),),
        source=Span(start, ends[1]),
        source_type="person",
        cue=(Span(ends[1] + 1, ends[2]),),
        label=label,
        reasons=("the cue reports what the source said",),
        suggestion=Suggestion(label, ("the speaker has a title",)),
        decision=Decision("rina", NOW, "evidence", seconds=3.5),
        origin=MACHINE,
    )


def measure(name: str, corpus: Path, out: Path) -> None:
    """Read the corpus, or export it to one format, and print a row."""
    started, worked_before = time.perf_counter(), time.process_time()
    if name in (IMPORT, AGAIN, UPDATE, TABLE):
        source, target = prepared(name, corpus, out)
        started, worked_before = time.perf_counter(), time.process_time()
        done = import_articles.run(import_articles.ImportOrder((source,), target))
        found = done.new + len(done.updates) + sum(done.left_out.values())
        size = target.stat().st_size
    elif name == READ:
        found = sum(1 for _ in Corpus.open(corpus, writable=False).articles())
        size = 0
    else:
        found = export_articles.export_corpus(corpus, export_articles.ExportOrder(name, out))[
            0
        ].articles
        size = sum(path.stat().st_size for path in (out, *out.rglob("*")) if path.is_file())
    seconds = time.perf_counter() - started
    # What the processor worked for it, which is less than what it took on a busy machine.
    worked = time.process_time() - worked_before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    limit = NO_LIMIT if name == UPDATE else LIMITS.get(name, OTHERS)
    # Only reading and writing our own format promise to stay small.
    short = seconds > limit or (name in LIMITS and peak > MOST_MEMORY)
    sys.stdout.write(
        f"{name:<14}{found:>8,} articles {seconds:7.2f} s of {limit:4.1f}"
        f" ({worked:6.2f} s of work) {peak:6.0f} MB memory {size / 2**20:6.0f} MB written"
        f"{'   FALLS SHORT' if short else ''}\n"
    )


def prepared(name: str, corpus: Path, out: Path) -> tuple[Path, Path]:
    """Return what is imported, and into which corpus."""
    out.mkdir()
    source, target = out / corpus.name, out / "out.jsonl"
    shutil.copyfile(corpus, source)
    if name in (AGAIN, UPDATE):
        import_articles.run(import_articles.ImportOrder((source,), target))
    if name == UPDATE:
        with source.open("wb") as stream:
            for line in corpus.open("rb"):
                old = record.decode(line)
                text = old.text.replace("ba", "bu", 3) + "Kalimat baru.\n"
                update = Article.of(old.id, text, source=old.source)
                stream.write(record.encode(replace(update, header=old.header)) + b"\n")
    if name == TABLE:
        source = out / "articles.csv"
        with source.open("w", encoding="utf-8", newline="") as rows:
            writer = csv.writer(rows)
            writer.writerow(("id", "title", "text"))
            for article in map(record.decode, corpus.open("rb")):
                writer.writerow((article.id, article.header.title, article.text))
    return source, target


def main() -> None:
    """Measure every format in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", default=[*INS, *registry.EXPORTERS])
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--corpus", type=Path, help="measure in this process, on this corpus")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        if options.corpus is not None:
            for name in options.formats:
                measure(name, options.corpus, Path(room) / name)
            return
        corpus = Path(room) / "corpus.jsonl"
        with corpus.open("wb") as stream:
            for made in articles(options.articles):
                stream.write(record.encode(made) + b"\n")
        for name in options.formats:
            subprocess.run([sys.executable, __file__, name, "--corpus", corpus], check=True)


if __name__ == "__main__":
    main()
