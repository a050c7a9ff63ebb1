"""Measure starting: process start to readable text, to first highlights, to the next article.

`make bench`, or this file with `--runs N`. Prints a table; figures hold for the machine
they were taken on, so compare runs of one session only.
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


def child(folder: Path, articles: list[Path], started: float) -> None:
    """Start the program as `annotator open` does, and write down when what was there."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from annotator.language import protocol

    process = protocol.launch()
    from PySide6.QtCore import QTimer

    from annotator import app
    from annotator.ui.reader import Reader

    application = app.application()
    home = app.Home(folder / "config", folder / "data")
    window = app.build_window(home, Reader(protocol.launch, process))
    times: dict[str, float] = {}
    shown_at = 0.0

    def painted(name: str, since: float) -> None:
        window.repaint()
        times[name] = time.time() - since

    def read(article: object, change: object) -> None:
        if "first highlights" not in times:
            painted("first highlights", started)
            QTimer.singleShot(0, open_next)
        elif "next article" not in times and shown_at:
            painted("next article", shown_at)
            application.quit()

    def open_next() -> None:
        nonlocal shown_at
        shown_at = time.time()
        window.desk.open(articles[1:2])

    window.desk.changed.connect(read)
    window.show()
    window.desk.open(articles[:1])
    application.processEvents()
    painted("readable text", started)
    QTimer.singleShot(60_000, application.quit)
    # Quitting closes the window.
    application.exec()
    sys.stdout.write(json.dumps(times))


def main() -> None:
    """Start the program several times and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--articles", type=Path, nargs="*")
    options = parser.parse_args()
    given = options.articles or [SAMPLES / "id-tanggul.txt", SAMPLES / "en-bridge.txt"]
    figures: dict[str, list[float]] = {}
    for run in range(options.runs + 1):
        with tempfile.TemporaryDirectory() as room:
            articles = [Path(shutil.copy(article, room)) for article in given]
            command = [sys.executable, __file__, "--child", room, *map(str, articles)]
            environment = {**os.environ, "BENCH_STARTED": str(time.time())}
            output = subprocess.run(command, env=environment, capture_output=True, check=True)
            # The first run warms the machine's caches.
            for name, seconds in json.loads(output.stdout).items() if run else ():
                figures.setdefault(name, []).append(seconds)
    for name, seconds in figures.items():
        sys.stdout.write(
            f"start to {name:18} median {statistics.median(seconds):.3f} s   "
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
