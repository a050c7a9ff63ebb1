"""The settings: who you are, how the window looks and helps, which keys, which labels."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.scheme import SchemeSource
from annotator.storage.settings import Settings
from annotator.ui.dialogs.choice_texts import (
    LARGEST_TEXT,
    SMALLEST_TEXT,
    assists,
    languages,
    themes,
)
from annotator.ui.dialogs.keys_editor import KeysEditor
from annotator.ui.i18n import language


class SettingsDialog(QDialog):
    """Show the settings; once accepted, `settings()` has the choices."""

    def __init__(
        self,
        settings: Settings,
        schemes: list[SchemeSource],
        taken_keys: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.resize(560, 520)
        self._settings = settings
        self._name = QLineEdit(settings.person)
        self._assist = _box(settings.assist, assists())
        self._theme = _box(settings.theme, themes())
        self._language = _box(settings.language, languages())
        names = {s.id: s.name.get(language(), s.name.get("en", s.id)) for s in schemes}
        # One that is gone stays chosen until the person chooses another.
        names.setdefault(
            settings.scheme, self.tr("{name} (not found)").format(name=settings.scheme)
        )
        self._scheme = _box(settings.scheme, names)
        self._size = QSpinBox()
        self._size.setRange(SMALLEST_TEXT, LARGEST_TEXT)
        self._size.setValue(settings.text_size)
        self._size.setSuffix(" px")
        self._web = QCheckBox(self.tr("Allow fetching a web page when I ask for it"))
        self._web.setChecked(settings.allow_web)
        # Close the settings to edit, or read, a scheme.
        self.edit_scheme = QPushButton(self.tr("Edit…"))
        self.add_scheme = QPushButton(self.tr("Add from a File…"))
        self.keys = KeysEditor(settings.keys, taken_keys)
        tabs = QTabWidget()
        tabs.addTab(self._general(), self.tr("General"))
        tabs.addTab(self.keys, self.tr("Keys"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(tabs)
        column.addWidget(buttons)

    def settings(self) -> Settings:
        """Return the chosen settings."""
        return replace(
            self._settings,
            person=self._name.text().strip() or self._settings.person,
            assist=self._assist.currentData(),
            theme=self._theme.currentData(),
            language=self._language.currentData(),
            scheme=self._scheme.currentData(),
            text_size=self._size.value(),
            keys=self.keys.keys(),
            allow_web=self._web.isChecked(),
        )

    def _general(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.addRow(self.tr("Name on your decisions"), self._name)
        form.addRow(self.tr("Assist"), self._assist)
        form.addRow(self.tr("Theme"), self._theme)
        form.addRow(self.tr("Text size"), self._size)
        form.addRow(self.tr("Language (from the next start)"), self._language)
        form.addRow(self.tr("Labels"), self._scheme)
        form.addRow("", self.edit_scheme)
        form.addRow("", self.add_scheme)
        form.addRow(self.tr("Going online"), self._web)
        return page


def _box(chosen: str, texts: Mapping[str, str]) -> QComboBox:
    box = QComboBox()
    for value, text in texts.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
