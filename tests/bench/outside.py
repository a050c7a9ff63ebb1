"""Measure what a person waits for, from outside: key or start of the program to pixels.

A real window on a screen of its own (tests/bench/screen.py), keys by XTEST, the framebuffer
watched. `python tests/bench/outside.py`, or with `--program PATH` for an `annotator` command
that is installed elsewhere: two builds are only comparable in one run, `--program A B`.
"""

import argparse
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from screen import HIGHLIGHT_PIXELS, Screen, differ, has_text

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
KEYS = 30
NOTCHES = 40
IDLE_SECONDS = 10
# Sentences with what makes positions hard: letters of two to four bytes, and pairs in UTF-16.
SENTENCES = (
    "Menteri Ani Sari mengatakan stok beras aman di seluruh gudang sampai akhir tahun ini. ",
    "“Naïve façade” — the spokesman said the élite 😀 unit would leave 東京 on Friday. ",
    "Antrean di depan pasar induk sudah terlihat sejak pagi, dan banyak warga pulang. ",
)
ORIGIN = {"kind": "model", "by": "bench"}
# Of each sentence: content, source and cue.
MARKS = (((28, 84), (0, 16), (17, 27)), ((39, 79), (17, 30), (31, 35)), ((0, 79), None, None))
SIZES = {"2.5 kB": 30, "100 kB": 1_220, "1 MB": 12_200}

Milliseconds = dict[str, list[float]]


def article(id_: str, sentences: int, to_a_line: int) -> bytes:
    """Return one line of a corpus, with a claim a sentence and now and then a name."""
    text, claims, entities = "", [], []
    pieces = []
    at = 0
    for number in range(sentences):
        # Articles of other names begin with another sentence.
        which = (number + len(id_)) % 3
        sentence, (content, source, cue) = SENTENCES[which], MARKS[which]
        claims.append(
            {
                "id": f"c{number + 1}",
                "content": [[at + content[0], at + content[1]]],
                "source": source and [at + source[0], at + source[1]],
                "cue": [[at + cue[0], at + cue[1]]] if cue else [],
                "origin": ORIGIN,
            }
        )
        if source:
            name = {"start": at + source[0], "end": at + source[1], "label": "PER"}
            entities.append({"id": f"e{number + 1}", **name, "origin": ORIGIN})
        pieces.append(sentence)
        at += len(sentence)
        if number % to_a_line == to_a_line - 1:
            pieces.append("\n")
            at += 1
    text = "".join(pieces)
    sha = hashlib.sha256(text.encode()).hexdigest()
    marks = {"claims": claims, "entities": entities, "zones": []}
    head = {"schema": 1, "id": id_, "lang": "id", "title": id_, "sha256": sha}
    head |= {"revision": 0, "last_id": sentences, "offset_unit": "code point"}
    return json.dumps(head | {"text": text} | marks, ensure_ascii=False).encode() + b"\n"


@contextmanager
def program(command: str, room: Path, files: list[Path]) -> Iterator[tuple[Screen, int]]:
    """Run the program on files and a screen of its own, and end both; return its process."""
    screen = Screen(room)
    config = room / "config"
    (config / "annotator").mkdir(parents=True, exist_ok=True)
    (config / "annotator" / "settings.json").write_text('{"lesson_done": true, "person": "bench"}')
    homes = {"XDG_CONFIG_HOME": str(config), "XDG_DATA_HOME": str(room / "data")}
    environment = {**os.environ, **homes, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    # Set, it would have every start compile all modules.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    screen.point()
    running = subprocess.Popen(
        [command, "open", *map(str, files)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield screen, running.pid
    finally:
        running.terminate()
        running.wait()
        screen.close()


def starting(command: str, room: Path, out: Milliseconds) -> None:
    """Start on an article; then the next one, and one in the other language."""
    files = copies(room)
    began = time.perf_counter()
    with program(command, room, files) as (screen, pid):
        text = screen.wait(has_text)
        note(out, "start to text", began, text)
        out.setdefault("window, processor until text", []).append(processor(pid, alone=True))
        highlighted = partial(differ, screen.look(), pixels=HIGHLIGHT_PIXELS)
        note(out, "start to first highlights", began, screen.wait(highlighted, seconds=60))
        out.setdefault("processor until highlights, ms", []).append(processor(pid))
        time.sleep(3)
        screen.focus()
        before = screen.settle()
        for name in ("next article", "next article, other language"):
            pressed = screen.press("Alt_L+Down")
            note(out, name, pressed, screen.changes(before, quiet=1.0)[1])
            before = screen.settle()
        out.setdefault("memory, MB", []).append(memory(pid))


def waiting_window(command: str, room: Path, out: Milliseconds) -> None:
    """Leave an empty window open for a while, then open an article."""
    path = copies(room)[0]
    with program(command, room, []) as (screen, _):
        time.sleep(IDLE_SECONDS)
        screen.focus()
        screen.press("Control_L+o")
        time.sleep(1)
        screen.type(str(path))
        time.sleep(0.5)
        pressed = screen.press("Return")
        _, last = screen.changes(screen.look(), quiet=1.5)
        note(out, "highlights in a window open for 10 s", pressed, last)


def window(size: str, to_a_line: int, command: str, room: Path, out: Milliseconds) -> None:
    """Open an article of a size with so many sentences to a line; press keys, scroll."""
    corpus = room / "articles.jsonl"
    names = ("first", "second")
    corpus.write_bytes(b"".join(article(name, SIZES[size], to_a_line) for name in names))
    with program(command, room, [corpus]) as (screen, pid):
        screen.wait(has_text)
        screen.focus()
        before, used = screen.settle(), processor(pid, alone=True)
        pressed = screen.press("Alt_L+Down")
        note(out, "open", pressed, screen.changes(before)[1])
        screen.settle()
        out.setdefault("open, processor", []).append(processor(pid, alone=True) - used)
        used = processor(pid, alone=True)
        for number in range(KEYS):
            before = screen.look()
            pressed = screen.press("123"[number % 3])
            first, last = screen.changes(before)
            note(out, "key to first pixels", pressed, first)
            note(out, "key to last pixels", pressed, last)
        screen.settle()
        out.setdefault("key, processor", []).append((processor(pid, alone=True) - used) / KEYS)
        used = processor(pid, alone=True)
        for _ in range(NOTCHES):
            before = screen.look()
            turned = screen.wheel()
            with suppress(TimeoutError):
                note(out, "scroll", turned, screen.wait(partial(differ, before), seconds=1))
            time.sleep(0.02)
        out.setdefault("scroll, processor", []).append(
            (processor(pid, alone=True) - used) / NOTCHES
        )
        out.setdefault("memory, MB", []).append(memory(pid))


PARTS: dict[str, Callable[[str, Path, Milliseconds], None]] = {
    "starting": starting,
    "waiting": waiting_window,
    **{size: partial(window, size, 3) for size in SIZES},
    **{f"{size}, long lines": partial(window, size, 30) for size in SIZES},
}


def copies(room: Path) -> list[Path]:
    """Return the Indonesian sample, its sentences in another order, and the English one."""
    first, *lines = (SAMPLES / "id-tanggul.txt").read_text("utf-8").splitlines()
    (room / "b.txt").write_text("\n".join([first, *reversed(lines)]), "utf-8")
    shutil.copy(SAMPLES / "id-tanggul.txt", room / "a.txt")
    shutil.copy(SAMPLES / "en-bridge.txt", room / "c.txt")
    return [room / "a.txt", room / "b.txt", room / "c.txt"]


def memory(pid: int) -> float:
    """Return the megabytes that a process and its children have for themselves, or share."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    total = 0
    for one in (pid, *map(int, children)):
        rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        total += next(int(line.split()[1]) for line in rollup.splitlines() if "Pss:" in line)
    return total / 1024


def processor(pid: int, *, alone: bool = False) -> float:
    """Return the milliseconds of processor time of a process, and its children, so far."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    # Of the window alone: meanwhile the reading process loads its languages.
    children = [] if alone else children
    ticks = 0
    for one in (pid, *map(int, children)):
        fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return 1_000 * ticks / os.sysconf("SC_CLK_TCK")


def note(out: Milliseconds, name: str, begun: float, seen: float) -> None:
    """Add one measured time."""
    out.setdefault(name, []).append((seen - begun) * 1e3)


def main() -> None:
    """Measure each program in turn, and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    ours = Path(sys.executable).with_name("annotator")
    parser.add_argument("--program", nargs="+", default=[str(ours)])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--parts", nargs="+", default=list(PARTS), choices=PARTS)
    options = parser.parse_args()
    for part in options.parts:
        # The first start fills the machine's caches.
        runs = options.runs + 1 if part == "starting" else 1
        figures: list[Milliseconds] = [{} for _ in options.program]
        for run in range(runs):
            for command, out in zip(options.program, figures, strict=True):
                with tempfile.TemporaryDirectory(prefix="annotatorbench") as name:
                    PARTS[part](command, Path(name), out if run or runs == 1 else {})
        sys.stdout.write(f"{part}\n")
        for name in figures[0]:
            cells = "   |   ".join(cell(out[name]) for out in figures)
            sys.stdout.write(f"  {name:42} n {len(figures[0][name]):3}  {cells}\n")
        sys.stdout.flush()


def cell(values: list[float]) -> str:
    """Return median and 95th percentile."""
    highest = sorted(values)[-1 - len(values) // 20]
    return f"p50 {statistics.median(values):8.1f}  p95 {highest:8.1f}"


if __name__ == "__main__":
    main()
