"""Take the pictures of the documentation: `make screenshots`, or this file with a folder.

With `small` behind the folder it takes those of small screens, to be looked at.

Opens the program's own window offscreen, with its own fonts and its real reading
process, works a little in it as a person would, and keeps what is seen.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotator import app, resources
from annotator.storage import settings as settings_file
from annotator.storage.settings import Settings
from annotator.ui.dialogs.export_dialog import ExportDialog
from annotator.ui.dialogs.keys_sheet import KeysSheet
from annotator.ui.main_window import MainWindow

PICTURES = Path(__file__).parent / "pictures"
TANGGUL = resources.path("samples", "id-tanggul.txt")
BRIDGE = resources.path("samples", "en-bridge.txt")
PATIENCE_MS = 60_000


def press(keys: str) -> Callable[[MainWindow], QWidget]:
    """Return a function that presses keys and shows the window."""

    def press_(window: MainWindow) -> QWidget:
        QTest.keyClicks(window.page, keys)
        return window

    return press_


def accept(count: int) -> Callable[[MainWindow], QWidget]:
    """Return a function that accepts so many suggestions, and goes back to the last."""

    def accept_(window: MainWindow) -> QWidget:
        for _ in range(count):
            QTest.keyClicks(window.page, "\r")
        return press("k")(window)

    return accept_


def mark_by_hand(window: MainWindow) -> QWidget:
    """Make claims of the clauses of an article in a language without a reader."""
    article = window.desk.article
    assert article is not None
    text = article.text
    for content, key in (
        ("الجسر القديم آمن", "1"),
        ('القياسات "قد تكون غير دقيقة"', "3"),
        ("رأينا الشقوق في الربيع ولم يأتِ أحد", "2"),
        ("السد سيُفتح يوم الجمعة", ""),
    ):
        # The text is of the Basic Multilingual Plane: Qt's positions are its offsets.
        cursor = QTextCursor(window.page.document())
        cursor.setPosition(text.index(content))
        cursor.setPosition(text.index(content) + len(content), QTextCursor.MoveMode.KeepAnchor)
        window.page.setTextCursor(cursor)
        QTest.keyClicks(window.page, f"c{key}")
    return window


def keys_sheet(window: MainWindow) -> QWidget:
    """Show all keys."""
    sheet = KeysSheet(window.actions_, window)
    sheet.show()
    return sheet


def first_minute(window: MainWindow) -> QWidget:
    """Begin the lesson."""
    window.begin_lesson()
    return window


def export_dialog(window: MainWindow) -> QWidget:
    """Show what an export as CSV would hold."""
    QTest.keyClicks(window.page, "2111")
    choices = replace(window.desk.settings.export, format="csv")
    dialog = ExportDialog(window.exports.sources(), choices, window.choices.scheme(), window)
    dialog.out.setText("~/kabar/exports/tanggul.csv")
    dialog.show()
    for _ in range(PATIENCE_MS // 50):
        if dialog.preview.toPlainText():
            return dialog
        QTest.qWait(50)
    raise TimeoutError("no preview was made in time")


class Picture(NamedTuple):
    """One picture: the file opened, the person, and the actions before it is taken."""

    name: str
    articles: tuple[Path, ...]
    settings: Settings
    work: Callable[[MainWindow], QWidget]
    size: tuple[int, int] = (1440, 900)


PERSON = Settings(person="rina", theme="light", language="en")
ALL = (
    Picture("window-light", (TANGGUL, BRIDGE), PERSON, press("2111113213kkkk")),
    Picture(
        "window-dark", (BRIDGE, TANGGUL), replace(PERSON, theme="dark", assist="suggest"), accept(6)
    ),
    Picture("window-contrast", (TANGGUL,), replace(PERSON, theme="contrast"), press("21111132k")),
    Picture(
        "window-indonesian",
        (TANGGUL, BRIDGE),
        replace(PERSON, language="id", assist="suggest"),
        accept(9),
    ),
    Picture("dense", (PICTURES / "en-dense.txt",), replace(PERSON, assist="suggest"), accept(12)),
    Picture("right-to-left", (PICTURES / "ar-river.txt",), PERSON, mark_by_hand),
    # A reporter's own sentence called official, on purpose.
    Picture("warnings", (TANGGUL,), PERSON, press("21111131k")),
    Picture("keys", (TANGGUL,), PERSON, keys_sheet),
    Picture("export", (TANGGUL, BRIDGE), PERSON, export_dialog),
    Picture("first-minute", (TANGGUL,), PERSON, first_minute),
)


# The space that a desktop leaves of a screen of that size, and half a screen.
SMALL_SCREENS = {"1366": (1366, 728), "1280": (1280, 680), "1024": (1024, 660), "960": (960, 960)}
SMALL = tuple(
    Picture(
        f"small-{name}-{lang}-{theme}",
        (TANGGUL, BRIDGE),
        replace(PERSON, language=lang, theme=theme),
        press("2111113213kkkk"),
        size,
    )
    for name, size in SMALL_SCREENS.items()
    for lang in ("en", "id")
    for theme in ("light", "dark")
)


def main(folder: Path, pictures: tuple[Picture, ...]) -> None:
    """Take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    app.application()
    for picture in pictures:
        with tempfile.TemporaryDirectory() as room:
            take(picture, Path(room), folder / f"{picture.name}.png")


def take(picture: Picture, room: Path, target: Path) -> None:
    """Open copies of the articles, do the actions, and save the picture."""
    home = app.Home(room / "config", room / "data")
    settings_file.save(home.settings, picture.settings)
    for article in picture.articles:
        shutil.copyfile(article, room / article.name)
    window = app.build_window(home)
    window.resize(*picture.size)
    window.show()
    window.activateWindow()
    window.desk.open([room / article.name for article in picture.articles])
    wait_until_read(window)
    shown = picture.work(window)
    QTest.qWait(300)
    shown.grab().save(str(target))
    window.close()
    sys.stdout.write(f"{target}\n")


def wait_until_read(window: MainWindow) -> None:
    """Wait until the machine has read the article in hand to its end."""
    for _ in range(PATIENCE_MS // 50):
        if not window.desk.is_being_read(window.desk.place):
            return
        QTest.qWait(50)
    raise TimeoutError("the article was not read in time")


if __name__ == "__main__":
    main(Path(sys.argv[1]), SMALL if "small" in sys.argv[2:] else ALL)
