"""Write docs/reading.md: how well the program reads, what it gets wrong, and what it costs.

    python packaging/evaluate/report.py [--gold FOLDER] [--out REPORT.md]

FOLDER holds more articles in the shape of dev.jsonl, one file a part (seed.jsonl, …);
without it only the articles that are committed with the tests are read.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import cases
import evaluate
import measure
from evaluate import Record

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = ROOT / "tests" / "golden" / "reading"
LANGUAGES = {"en": "English", "id": "Indonesian"}
AIMS = {"overlap": 0.87, "exact": 0.76, "with source": 0.82, "labels": 0.85, "in furniture": 0}
_SPEED, _LOADING, _MEMORY, _FIRST, _STALL = 10_000, 0.5, 350, 0.5, 2.0


class Part(NamedTuple):
    """Articles of one origin in one language, what was read in them, and how well."""

    name: str
    lang: str
    size: int
    figures: dict[str, float]
    errors: list[str]


def main() -> None:
    """Write the report to a file or to the screen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    text = report(arguments.gold)
    if arguments.out is None:
        sys.stdout.write(text)
    else:
        arguments.out.write_text(text, "utf-8")


def report(gold: Path | None) -> str:
    """Return the whole report as Markdown."""
    sets = articles(gold)
    parts = [
        _part(name, lang, [article for article in found if article["lang"] == lang])
        for name, found in sets.items()
        for lang in LANGUAGES
        if any(article["lang"] == lang for article in found)
    ]
    costs, short = _costs([article for found in sets.values() for article in found])
    short = [*_short_of_aims(parts), *short]
    sections = [
        "# How well it reads, and what that costs",
        _INTRODUCTION,
        "## Claims",
        _table(parts),
        "## Small cases",
        _cases(),
        "## Costs",
        costs,
        "## What falls short",
        "\n".join(f"- {line}" for line in short) if short else "Nothing that was aimed at.",
        "## Errors by kind",
        _kinds(parts),
        "## Errors one by one",
        "\n\n".join(
            f"### {part.name}, {LANGUAGES[part.lang]}\n\n"
            + ("\n".join(f"- {line}" for line in part.errors) or "None.")
            for part in parts
        ),
    ]
    return "\n\n".join(sections) + "\n"


_INTRODUCTION = """\
Written by `make evaluate`. *Overlap*, *exact* and *with source* are F1 over attributed claims
only, *all claims* counts the reporter's own as well, *labels* is the macro F1 of what *suggest*
mode would propose; `packaging/evaluate/score.py` defines them all. The rules were made with an
eye on every article here, so the table says what they can do, not how they do on news that
nobody here has read: for that see `docs/decisions/0022`."""


def _cases() -> str:
    """Return how many of the small cases beside the checkout are read as expected."""
    found = cases.load()
    if not found:
        return "There were none beside this checkout."
    return _CASES + "\n\n" + cases.table([cases.run(case) for case in found])


_CASES = """\
One or two sentences each, of kinds that were once read wrong; `packaging/evaluate/cases.py` runs
them. *Passed*: every claim that is expected is read with its pieces, source, cue and label, and
nothing else is attributed. *Strict*: nothing else is read at all."""


def articles(gold: Path | None) -> dict[str, list[Record]]:
    """Return the articles to read by the name of their part."""
    sys.path.insert(0, str(COMMITTED))
    import records

    sets = {"development": _lines(COMMITTED / "dev.jsonl"), "our own": records.articles()}
    for path in sorted(gold.glob("*.jsonl")) if gold else ():
        if path.name != "dev.jsonl":
            sets[path.stem] = _lines(path)
    return sets


def _lines(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _part(name: str, lang: str, gold: list[Record]) -> Part:
    predicted = [evaluate.predict(article) for article in gold]
    figures = evaluate.figures(gold, predicted)
    return Part(name, lang, len(gold), figures, evaluate.errors(gold, predicted))


def _table(parts: list[Part]) -> str:
    names = list(evaluate.FIGURES)
    rows = [["articles", "language", *names], ["---"] * (len(names) + 2)]
    rows.append(["*aim*", "", *(_cell(AIMS.get(name)) for name in names)])
    for part in parts:
        cells = [_cell(part.figures.get(name)) for name in names]
        rows.append([f"{part.name} ({part.size})", LANGUAGES[part.lang], *cells])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _short_of_aims(parts: list[Part]) -> list[str]:
    short = []
    for part in parts:
        for name, aim in AIMS.items():
            value = part.figures[name]
            missed = value > aim if name == "in furniture" else value < aim
            if missed:
                where = f"{part.name}, {LANGUAGES[part.lang]}"
                short.append(f"{where}: {name} {_cell(value)}, aim {_cell(aim)}")
    return short


def _costs(found: list[Record]) -> tuple[str, list[str]]:
    rows: list[tuple[str, float, str, float, bool]] = []
    notes: list[str] = []
    texts = {
        lang: [article["text"] for article in found if article["lang"] == lang]
        for lang in LANGUAGES
    }
    for lang, name in LANGUAGES.items():
        words = measure.speed(texts[lang], lang)
        rows.append((f"{name}, words a second on one core", words, "{:,.0f}", _SPEED, True))
    for lang in LANGUAGES:
        seconds, by = measure.loading(lang)
        rows.append((f"{by}: loading once spaCy is imported", seconds, "{:.2f} s", _LOADING, False))
    longest = {lang: max(texts[lang], key=len) for lang in LANGUAGES}
    worker = measure.worker(longest)
    if worker.memory is not None:
        rows.append(("memory of the reading process", worker.memory, "{:.0f} MiB", _MEMORY, False))
    for lang, name in LANGUAGES.items():
        long = measure.long(longest[lang], lang)
        what = f"{name}, {measure.LONG:,} characters"
        rows += [
            (f"{what}: the first paragraphs", long.first, "{:.2f} s", _FIRST, False),
            (f"{what}: the longest wait", long.longest, "{:.2f} s", _STALL, False),
        ]
        read = "to its end" if long.whole else "NOT to its end"
        notes.append(f"{what} are read {read} in {long.total:.0f} s.")
    lines = ["| what | measured | aim |", "|---|---|---|"]
    short = []
    for what, value, form, aim, more in rows:
        lines.append(f"| {what} | {form.format(value)} | {form.format(aim)} |")
        if value < aim if more else value > aim:
            short.append(f"{what}: {form.format(value)}, aim {form.format(aim)}")
    lines += [
        "",
        *notes,
        "",
        f"A reading process that has just been started gives its first answer after "
        f"{worker.first:.1f} s by the clock. Taken on {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}; all other times are "
        f"processor time of one core.{_load()}",
    ]
    return "\n".join(lines), short


def _load() -> str:
    """Say how busy the machine was: other processes slow the cache, and so processor time."""
    if not hasattr(os, "getloadavg"):
        return ""
    load = os.getloadavg()[1]
    busy = " Figures of a quiet machine are better." if load > (os.cpu_count() or 1) else ""
    return f" {load:.1f} processes were running on average.{busy}"


def _kinds(parts: list[Part]) -> str:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for part in parts:
        counts[part.lang].update(line.split(": ")[0] for line in part.errors)
    kinds = sorted({kind for found in counts.values() for kind in found})
    rows = [["kind", *LANGUAGES.values()], ["---"] * (len(LANGUAGES) + 1)]
    rows += [[kind, *(str(counts[lang][kind]) for lang in LANGUAGES)] for kind in kinds]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    main()
