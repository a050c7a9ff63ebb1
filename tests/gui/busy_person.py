"""Work on an article without a pause, and report its state after each key.

Run as a program by test_kill.py: `busy_person.py FOLDER ARTICLE SEED`. Each line it writes
is an acknowledgement: the revision of the article and a digest of its claims.
"""

import hashlib
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from scene import ScriptedReader, home_in, reader

from annotator import app
from annotator.core.article import Article
from annotator.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = [
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)),
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_0)),
    (Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Z, CONTROL),
    (Qt.Key.Key_Y, CONTROL),
    (Qt.Key.Key_S, CONTROL),
]


def digest(article: Article) -> str:
    return hashlib.sha256(msgspec.json.encode(article.claims)).hexdigest()


def select_something(window: MainWindow, chance: random.Random) -> None:
    length = window.page.document().characterCount() - 1
    cursor = window.page.textCursor()
    cursor.setPosition(chance.randrange(length))
    cursor.setPosition(chance.randrange(length), QTextCursor.MoveMode.KeepAnchor)
    window.page.setTextCursor(cursor)


def main() -> None:
    folder, article, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    application = app.application()
    window = app.build_window(home_in(folder), ScriptedReader())
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.desk.open([article])
    if reader(window).texts:
        reader(window).answer()
    chance = random.Random(seed)
    while True:
        key, modifier = chance.choice(KEYS)
        if key == Qt.Key.Key_C:
            select_something(window, chance)
        QTest.keyClick(window.page, key, modifier)
        assert window.desk.article is not None
        print(window.desk.article.revision, digest(window.desk.article), flush=True)  # noqa: T201
        application.processEvents()


if __name__ == "__main__":
    main()
