"""What a person chooses once: theme, assist mode, text size, and the name on decisions."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from annotator.core.errors import AnnotatorError
from annotator.storage import settings as settings_file
from annotator.storage.settings import ASSISTS, THEMES, Settings
from annotator.ui.desk import Desk


class Choices(QObject):
    """Offer the choices in menus, keep them, and say when one changed."""

    changed = Signal(Settings)

    def __init__(self, desk: Desk, path: Path, parent: QObject | None = None) -> None:
        """`path` is the settings file."""
        super().__init__(parent)
        self._desk = desk
        self._path = path

    def add_to(self, menu: QMenu) -> None:
        """Put the choices of theme and assist mode into a menu."""
        menu.addSeparator()
        themes = {
            "system": self.tr("As the Desktop"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        assists = {
            "off": self.tr("Off: only what is marked"),
            "evidence": self.tr("Evidence: who, how, why; no label"),
            "suggest": self.tr("Suggest: a label as well, Enter accepts"),
        }
        self._group(menu.addMenu(self.tr("Theme")), "theme", THEMES, themes)
        self._group(menu.addMenu(self.tr("Assist")), "assist", ASSISTS, assists)

    def ask_name(self, parent: QWidget) -> None:
        """Ask whose name stands on decisions."""
        name, given = QInputDialog.getText(
            parent,
            self.tr("Your Name"),
            self.tr("This name is kept with each of your decisions:"),
            text=self._desk.settings.name,
        )
        if given and name.strip():
            self.choose(name=name.strip())

    def choose(self, **values: str | int) -> None:
        """Change settings, keep them on disk, and say so."""
        self._desk.settings = replace(self._desk.settings, **values)
        try:
            settings_file.save(self._path, self._desk.settings)
        except AnnotatorError as error:
            self._desk.failed.emit(error)
        self.changed.emit(self._desk.settings)

    def follow_desktop(self) -> None:
        """Say that the theme may be another one, since the desktop changed its own."""
        self.changed.emit(self._desk.settings)

    def _group(
        self, menu: QMenu, field: str, values: tuple[str, ...], texts: dict[str, str]
    ) -> None:
        group = QActionGroup(self)
        for value in values:
            action = QAction(texts[value], menu)
            action.setCheckable(True)
            action.setChecked(getattr(self._desk.settings, field) == value)
            action.triggered.connect(self._chooser(field, value))
            group.addAction(action)
            menu.addAction(action)

    def _chooser(self, field: str, value: str) -> Callable[[bool], None]:
        return lambda _checked: self.choose(**{field: value})
