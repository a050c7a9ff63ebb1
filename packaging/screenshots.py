"""Take the pictures the README shows: `make screenshots`, or this file with a folder.

Opens the program's own window offscreen, with its own fonts and its real reading
process, works a little in it as a person would, and keeps what is seen.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest

from annotator import app, resources
from annotator.storage import settings as settings_file
from annotator.storage.settings import Settings, ThemeName
from annotator.ui.main_window import MainWindow

# Which sample, which theme, which keys are pressed before the picture is taken.
PICTURES: dict[str, tuple[str, ThemeName, str]] = {
    "window-light": ("id-tanggul.txt", "light", "jj1132j12k"),
    "window-dark": ("en-bridge.txt", "dark", "jj1223j12k"),
}
PATIENCE_MS = 60_000


def main(folder: Path) -> None:
    """Take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    app.application()
    for name, (sample, theme, keys) in PICTURES.items():
        with tempfile.TemporaryDirectory() as room:
            take(Path(room), folder / f"{name}.png", sample, theme, keys)


def take(room: Path, target: Path, sample: str, theme: ThemeName, keys: str) -> None:
    """Open a copy of a sample, press the keys, and keep the picture."""
    home = app.Home(room / "config", room / "data")
    settings_file.save(home.settings, Settings(name="rina", theme=theme))
    article = room / sample
    shutil.copyfile(resources.path("samples", sample), article)
    window = app.build_window(home)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    window.desk.open([article])
    wait_until_read(window)
    QTest.keyClicks(window.page, keys)
    QTest.qWait(200)
    window.grab().save(str(target))
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
    main(Path(sys.argv[1]))
