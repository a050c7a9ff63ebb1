"""The one place where the window's objects are built and wired."""

import sys
from pathlib import Path

import platformdirs
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from annotator import resources
from annotator.core import scheme as schemes
from annotator.language import protocol
from annotator.shelf import Shelf
from annotator.storage import settings as settings_file
from annotator.ui.choices import Choices
from annotator.ui.desk import Desk
from annotator.ui.files import Files
from annotator.ui.main_window import MainWindow
from annotator.ui.reader import Process, Reader
from annotator.ui.saver import Saver
from annotator.ui.theme import Theme, load_fonts, load_theme


class Home:
    """Where the program keeps what is the person's: settings, samples, pasted articles."""

    def __init__(self, config: Path | None = None, data: Path | None = None) -> None:
        self.config = config or platformdirs.user_config_path("annotator", appauthor=False)
        self.data = data or platformdirs.user_data_path("annotator", appauthor=False)
        self.settings = self.config / "settings.json"


def application() -> QApplication:
    """Return the application, with the fonts the program brings along."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Annotator")
    app.setStyle("Fusion")
    load_fonts(resources.path("fonts"))
    font = QFont("Inter")
    font.setPixelSize(13)
    app.setFont(font)
    return app


def build_window(home: Home, reader: Reader | None = None) -> MainWindow:
    """Build the window and everything behind it."""
    settings = settings_file.load(home.settings)
    reader = reader or Reader(protocol.launch)
    desk = Desk(Shelf(), reader, Saver(), settings)
    scheme = schemes.parse(resources.path("schemes", "claims.toml").read_bytes(), "en")
    files, choices = Files(desk, home.data), Choices(desk, home.settings)
    window = MainWindow(desk, files, choices, scheme, theme(settings.theme))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for part in (desk, reader, desk.saver, files, choices):
        part.setParent(window)
    choices.changed.connect(lambda settings: window.set_theme(theme(settings.theme)))
    QApplication.styleHints().colorSchemeChanged.connect(choices.follow_desktop)
    return window


def theme(name: str) -> Theme:
    """Load a theme; "system" is light or dark as the desktop is."""
    if name == "system":
        hints = QApplication.styleHints()
        name = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    return load_theme(resources.path("themes", f"{name}.toml"))


def run(paths: list[Path], process: Process, *, sample: str | None = None) -> int:
    """Open the window on files, or on a sample, and stay until it is closed."""
    app = application()
    window = build_window(Home(), Reader(protocol.launch, process))
    window.show()
    if sample is not None:
        window.files.open_copy(resources.path("samples", sample))
    elif paths:
        window.desk.open(paths)
    return app.exec()
