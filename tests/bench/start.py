"""Measure starting: process start to readable text and first highlights, then other articles.

`make bench`, or this file with `--runs N`. Prints a table; figures hold for the machine
they were taken on, so compare runs of one session only. `--articles` names three: the
first, one more in its language, one in another.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
STEPS = ("first highlights", "next article", "one in the other language")
# A person looks at an article before the next one is opened; the reader warms up meanwhile.
PAUSES_MS = (0, 0, 3_000)


def child(folder: Path, articles: list[Path], started: float) -> None:
    """Start the program as `annotator open` does, and write down when what was there."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from annotator.language import protocol

    process = protocol.launch()
    from PySide6.QtCore import QTimer

    from annotator import app
    from annotator.ui.session.reading_process import ReadingProcess

    application = app.application()
    home = app.Home(folder / "config", folder / "data")
    window = app.build_window(home, ReadingProcess(protocol.launch, process))
    times: dict[str, float] = {}
    waiting = list(zip(STEPS, articles, PAUSES_MS, strict=True))
    opened_at = started
    awaited = False

    def open_one() -> None:
        nonlocal opened_at, awaited
        opened_at = opened_at if waiting[0][0] == STEPS[0] else time.time()
        awaited = True
        window.desk.open([waiting[0][1]])

    def read(article: object, change: object) -> None:
        nonlocal awaited
        if not awaited:
            # One more passage of the article before.
            return
        awaited = False
        window.repaint()
        step, _, _ = waiting.pop(0)
        times[step] = time.time() - opened_at
        if waiting:
            QTimer.singleShot(waiting[0][2], open_one)
        else:
            application.quit()

    window.desk.changed.connect(read)
    window.show()
    open_one()
    application.processEvents()
    window.repaint()
    times["readable text"] = time.time() - started
    QTimer.singleShot(60_000, application.quit)
    # Quitting closes the window.
    application.exec()
    sys.stdout.write(json.dumps(times))


def samples(room: Path) -> list[Path]:
    """Return the Indonesian sample, the same sentences in another order, and the English one."""
    first, *lines = (SAMPLES / "id-tanggul.txt").read_text("utf-8").splitlines()
    other = room / "other.txt"
    other.write_text("\n".join([first, *reversed(lines)]), "utf-8")
    return [
        Path(shutil.copy(SAMPLES / "id-tanggul.txt", room)),
        other,
        Path(shutil.copy(SAMPLES / "en-bridge.txt", room)),
    ]


def main() -> None:
    """Start the program several times and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--articles", type=Path, nargs=3)
    options = parser.parse_args()
    figures: dict[str, list[float]] = {}
    for run in range(options.runs + 1):
        with tempfile.TemporaryDirectory() as room:
            articles = options.articles or samples(Path(room))
            command = [sys.executable, __file__, "--child", room, *map(str, articles)]
            environment = {**os.environ, "BENCH_STARTED": str(time.time())}
            output = subprocess.run(command, env=environment, capture_output=True, check=True)
            # The first run warms the machine's caches.
            for name, seconds in json.loads(output.stdout).items() if run else ():
                figures.setdefault(name, []).append(seconds)
    for name, seconds in figures.items():
        sys.stdout.write(
            f"{name:26} median {statistics.median(seconds):.3f} s   "
            f"min {min(seconds):.3f}   max {max(seconds):.3f}   n {len(seconds)}\n"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(
            Path(sys.argv[2]),
            [Path(name) for name in sys.argv[3:]],
            float(os.environ["BENCH_STARTED"]),
        )
    else:
        main()
