"""Build the window's objects and connect them."""

import sys
from functools import partial
from pathlib import Path

import platformdirs
from msgspec.structs import replace
from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from annotator import resources
from annotator.language.launch import launch
from annotator.shelf import Shelf
from annotator.storage import settings as settings_file
from annotator.storage.recent import FILE, RecentCorpora
from annotator.storage.schemes import Schemes
from annotator.storage.settings import Settings
from annotator.ui import connections, i18n
from annotator.ui.dialogs.passphrase import ask_passphrase
from annotator.ui.main_window import MainWindow
from annotator.ui.panes.guidelines import Guidelines
from annotator.ui.session.choices import Choices
from annotator.ui.session.desk import Desk
from annotator.ui.session.faults import Faults, log_message
from annotator.ui.session.files import Files
from annotator.ui.session.reading_process import Process, ReadingProcess
from annotator.ui.session.saver import Saver
from annotator.ui.theme import Theme, load_fonts, load_theme

# Each time Qt calls into Python while a thread saves, imports or exports, the window waits
# this long for its turn; with Python's default of 5 ms it could freeze for a second.
SWITCH_SECONDS = 0.0005


class Home:
    """Return the folder for the person's data: settings, samples, pasted articles."""

    def __init__(self, config: Path | None = None, data: Path | None = None) -> None:
        self.config = config or settings_file.home()
        self.data = data or platformdirs.user_data_path("annotator", appauthor=False)
        self.settings = self.config / settings_file.FILE


def application() -> QApplication:
    """Return the application, with the shipped fonts."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    if app.applicationName() == "Annotator":
        return app
    sys.setswitchinterval(SWITCH_SECONDS)
    app.setApplicationName("Annotator")
    # Desktops look up a window's icon by the name of its .desktop file.
    app.setDesktopFileName("annotator")
    app.setWindowIcon(QIcon(str(resources.path("icons", "annotator.svg"))))
    app.setStyle("Fusion")
    load_fonts(resources.path("fonts"))
    font = QFont("Inter")
    font.setPixelSize(13)
    app.setFont(font)
    return app


def build_window(home: Home, reader: ReadingProcess | None = None) -> MainWindow:
    """Build the window and its parts."""
    settings = settings_file.load(home.settings)
    lang = speak(settings)
    reader = reader or ReadingProcess(launch)
    desk = Desk(Shelf(ask_passphrase), reader, Saver(), settings)
    schemes = Schemes(resources.path("schemes"), home.config / "schemes")
    files, choices = Files(desk, home.data, lang), Choices(desk, home.settings, schemes, lang)
    recent = RecentCorpora(home.data / FILE)
    window = MainWindow(
        desk, files, choices, theme(settings.theme), partial(guidelines, lang), recent
    )
    connections.join(window)
    # Only now does anyone hear of it; the window asked for its labels before.
    choices.check_scheme()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for part in (desk, reader, desk.saver, files, choices):
        part.setParent(window)
    choices.changed.connect(lambda chosen: window.set_theme(theme(chosen.theme)))
    window.lesson.finished.connect(lambda: choices.choose(replace(desk.settings, lesson_done=True)))
    QApplication.styleHints().colorSchemeChanged.connect(choices.follow_desktop)
    return window


def guidelines(lang: str, parent: QWidget) -> Guidelines:
    """Make the guidelines pane on request."""
    return Guidelines(resources.path("guidelines"), lang, parent)


def speak(settings: Settings) -> str:
    """Set the interface to the chosen language, and return it."""
    lang = i18n.interface_language(settings.language)
    i18n.speak(lang, resources.path("i18n"))
    return lang


def theme(name: str) -> Theme:
    """Load a theme; "system" follows the desktop's light or dark."""
    if name == "system":
        hints = QApplication.styleHints()
        name = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    return load_theme(resources.path("themes", f"{name}.toml"))


def run(paths: list[Path], process: Process, *, sample: str | None = None) -> int:
    """Open the window on files, or on a sample, and stay until it is closed."""
    app = application()
    window = build_window(Home(), ReadingProcess(launch, process))
    faults = Faults(window)
    faults.happened.connect(window.notices.say)
    faults.watch()
    qInstallMessageHandler(log_message)
    window.show()
    if sample is not None:
        window.files.open_copy(resources.path("samples", sample))
    elif paths:
        window.files.imports.open(paths)
    if not window.desk.settings.lesson_done and sample is not None:
        window.begin_lesson()
    return app.exec()
