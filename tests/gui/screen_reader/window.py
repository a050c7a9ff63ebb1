"""A window for a screen reader to look at: does what is written on its standard input.

`key X` presses a key on the page, `select START END` selects text there, `undo` is Ctrl+Z.
Each line is answered when it is done. Started by listen.py, with the project's own
Python and the folders of test_screen_reader.py on its path.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import scene
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from scene import CLAIMS, PASSAGE, ScriptedReader, home_in, span

from annotator import app
from annotator.core.spans import Claim, Span

TEXT = (
    "Menteri Ani Sari mengatakan stok beras 😀 aman.\n\n"
    "Warga menduga harga naik besok.\n\n\n"
    "Harga beras naik 5 persen pada Senin."
)


def moved(claim: Claim) -> Claim:
    """Return a claim of the scene where its words stand in this text."""

    def here(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(span(scene.TEXT[s.start : s.end], TEXT) for s in spans)

    return replace(
        claim,
        content=here(claim.content),
        source=here([claim.source])[0] if claim.source else None,
        cue=here(claim.cue),
        hedges=here(claim.hedges),
    )


def lines() -> Iterator[str]:
    """Yield the lines of standard input, while the window goes on answering."""
    waiting: SimpleQueue[str] = SimpleQueue()

    def read() -> None:
        for line in chain(sys.stdin, [""]):
            waiting.put(line)

    Thread(target=read, daemon=True).start()
    while True:
        while waiting.empty():
            QTest.qWait(20)
        line = waiting.get()
        if not line:
            return
        yield line


def main() -> None:
    """Open the window and follow standard input."""
    with tempfile.TemporaryDirectory() as folder:
        application = app.application()
        reader = ScriptedReader()
        window = app.build_window(home_in(Path(folder)), reader)
        window.show()
        window.activateWindow()
        article = Path(folder) / "beras.txt"
        article.write_text(TEXT, "utf-8")
        window.desk.open([article])
        claims = tuple(map(moved, CLAIMS))
        reader.answer(replace(PASSAGE, end=len(TEXT), claims=claims, zones=(), entities=()))
        QTest.qWait(300)
        print("ready", flush=True)  # noqa: T201
        for line in lines():
            what, *rest = line.split()
            if what == "key":
                QTest.keyClicks(window.page, rest[0])
            elif what == "undo":
                QTest.keyClick(window.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            elif what == "select":
                cursor = window.page.textCursor()
                cursor.setPosition(int(rest[0]))
                cursor.setPosition(int(rest[1]), cursor.MoveMode.KeepAnchor)
                window.page.setTextCursor(cursor)
            elif what == "wait":
                QTest.qWait(int(rest[0]))
            application.processEvents()
            print("done", flush=True)  # noqa: T201
        window.close()


if __name__ == "__main__":
    main()
