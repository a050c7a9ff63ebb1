"""Measure the ways in and out: 10,000 articles of about 2,500 characters, 20 spans each.

`make bench`, or this file with the names of formats; the seed is fixed.
"""

import random
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from annotator.core import record
from annotator.core.article import Article, Header
from annotator.core.spans import Claim, Decision, Entity, Origin, Span, Suggestion, Zone

ARTICLES = 10_000
SEED = 20261123
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MACHINE = Origin("model", "bench 1", NOW)
SYLLABLES = (
    "ba be bi ka ke ki ku la li lu ma me mi na ni nu pa pe ra ri sa se si ta te ti tu wa ya".split()
)
LABELS = ("official", "sourced", "speculative")


def corpus(count: int = ARTICLES) -> Iterator[Article]:
    """Yield articles of made-up words, each with 4 claims, 7 entities and a zone."""
    chance = random.Random(SEED)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(4_000)] + [
        "😀",
        "5,2",
        "(4/5)",
        "naïve",
    ]
    for number in range(count):
        yield article(f"a{number}", chance, words)


def article(id_: str, chance: random.Random, words: list[str]) -> Article:
    """Make one article: 20 sentences of 16 words or so; every fifth has a claim."""
    text, claims, entities = "", [], []
    for sentence in range(20):
        start = len(text)
        said = chance.choices(words, k=chance.randint(15, 21))
        said[0] = said[0].capitalize()
        said[1] = said[1].capitalize()
        ends = []
        for word in said:
            text += word + " "
            ends.append(len(text) - 1)
        text = text[:-1] + (".\n" if sentence % 4 == 3 else ". ")
        if sentence % 5 == 0:
            claims.append(claim(f"c{sentence + 1}", start, ends, chance))
        if sentence % 3 == 0:
            entities.append(Entity(f"e{sentence + 100}", start, ends[1], "PER", MACHINE))
    zone = Zone("z200", text.rindex("\n", 0, len(text) - 1) + 1, len(text) - 1, "bio", MACHINE)
    bare = Article.of(id_, text, source=f"{id_}.txt")
    header = Header("id", f"Judul {id_}", "Ani", "Harian", "2026-11-23", f"https://x.example/{id_}")
    return replace(
        bare,
        header=header,
        zones=(zone,),
        entities=tuple(entities),
        claims=tuple(claims),
        last_id=200,
    )


def claim(id_: str, start: int, ends: list[int], chance: random.Random) -> Claim:
    """Make a claim whose source, cue and content follow one another; it has been tagged."""
    label = chance.choice(LABELS)
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


def main() -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / "c.jsonl"
        arts = list(corpus())
        s = time.perf_counter()
        lines = [record.encode(a) for a in arts]
        print("encode", time.perf_counter() - s)
        path.write_bytes(b"\n".join(lines) + b"\n")
        print(len(arts[0].text), path.stat().st_size / 1e6)
        s = time.perf_counter()
        for l, a in zip(lines, arts):
            b = record.decode(l)
        print("decode", time.perf_counter() - s)
        print(sum(len(list(m.spans())) for m in arts[0].marks()))


if __name__ == "__main__":
    main()
