"""Settings and label schemes, saved to disk and applied at once."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QMenu, QMessageBox, QWidget

from annotator.core.errors import AnnotatorError, SchemeReplacedError
from annotator.core.scheme import Scheme, SchemeSource, in_language
from annotator.storage import settings as settings_file
from annotator.storage.schemes import Schemes
from annotator.storage.settings import Settings
from annotator.ui.dialogs.choice_texts import assists, languages, themes
from annotator.ui.panes.start_page import choice_box
from annotator.ui.session.desk import Desk
from annotator.ui.session.relabelling import Relabelling, uses
from annotator.ui.theme import Theme


class Choices(QObject):
    """Ask for choices, save them, and signal changes."""

    changed = Signal(Settings)
    scheme_changed = Signal(Scheme)
    # The number of articles relabelled, True if it was stopped, and the function to undo it.
    relabelled = Signal(int, bool, object)

    def __init__(
        self, desk: Desk, path: Path, schemes: Schemes, lang: str, parent: QObject | None = None
    ) -> None:
        """`path` is the settings file, `lang` the language of the interface."""
        super().__init__(parent)
        self._desk = desk
        self._path = path
        self._schemes = schemes
        self._lang = lang
        self._asking_name = False
        self.relabelling = Relabelling(desk, self)
        self.relabelling.ended.connect(self._say_relabelled)

    def scheme(self) -> Scheme:
        """Return the chosen label scheme."""
        return in_language(self._source(), self._lang)

    def check_scheme(self) -> None:
        """Say so if the scheme that the settings name is not found and another one is used."""
        self._source()

    def _source(self) -> SchemeSource:
        name = self._desk.settings.scheme
        source = self._schemes.load(name)
        if source.id != name:
            self._desk.failed.emit(SchemeReplacedError(name=name, used=source.id))
        return source

    def add_to(self, menu: QMenu) -> None:
        """Put the choices of theme and assist mode into a menu."""
        menu.addSeparator()
        self._group(menu.addMenu(self.tr("Theme")), "theme", themes())
        self._group(menu.addMenu(self.tr("Assist")), "assist", assists())

    def add_to_foot(self, foot: QHBoxLayout) -> None:
        """Put the choices of language and theme at the foot of the start page."""
        settings = self._desk.settings
        for name, field, texts in (
            (self.tr("Language, from the next start on"), "language", languages()),
            (self.tr("Theme"), "theme", themes()),
        ):
            foot.addWidget(
                choice_box(
                    name,
                    getattr(settings, field),
                    texts,
                    partial(self._choose_one, field),
                )
            )

    def _choose_one(self, field: str, value: str) -> None:
        self.choose(replace(self._desk.settings, **{field: value}))

    def choose(self, settings: Settings) -> None:
        """Apply other settings and save them."""
        scheme_before = self._desk.settings.scheme
        self._desk.settings = settings
        try:
            settings_file.save(self._path, settings)
        except AnnotatorError as error:
            self._desk.failed.emit(error)
        self.changed.emit(settings)
        if settings.scheme != scheme_before:
            self.scheme_changed.emit(self.scheme())

    def follow_desktop(self) -> None:
        """Signal that the theme may have changed with the desktop's."""
        self.changed.emit(self._desk.settings)

    def ask_settings(self, parent: QWidget, theme: Theme) -> None:
        """Show the settings and apply the choices."""
        # Dialogs are imported on request, so that the window opens sooner.
        from annotator.ui.dialogs.settings_dialog import SettingsDialog

        taken = {label.shortcut: label.name for label in self.scheme().labels if label.shortcut}
        dialog = SettingsDialog(self._desk.settings, self._schemes.all(), taken, parent)
        dialog.edit_scheme.clicked.connect(lambda: self.ask_scheme(dialog, theme))
        dialog.add_scheme.clicked.connect(lambda: self._ask_file(dialog))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.choose(dialog.settings())

    def ask_name(self, parent: QWidget) -> None:
        """Ask for the person's name; on Cancel the settings stay as they are."""
        from annotator.ui.dialogs.name_dialog import NameDialog

        if self._asking_name:
            return
        self._asking_name = True
        dialog = NameDialog(self._desk.settings.person, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        self._asking_name = False
        if accepted:
            self.choose(replace(self._desk.settings, person=dialog.name()))
        dialog.deleteLater()

    def ask_scheme(self, parent: QWidget, theme: Theme) -> None:
        """Edit the chosen scheme and apply it; ask first if labels in use change."""
        from annotator.ui.dialogs.scheme_editor import SchemeEditor

        before = self._source()
        editor = SchemeEditor(before, theme, self._lang, parent)
        if editor.exec() == QDialog.DialogCode.Accepted:
            renamed = editor.renamed()
            if self._may_relabel(parent, renamed):
                self.follow_scheme(before, editor.source(), renamed)

    def follow_scheme(
        self, before: SchemeSource, after: SchemeSource, renamed: Mapping[str, str | None]
    ) -> None:
        """Save a scheme, use it, and relabel the claims whose labels were renamed or removed."""
        if not self._keep(after):
            return
        self._use(after)
        if renamed:
            self.relabelling.start(before, renamed)

    def _say_relabelled(self, count: int, stopped: bool, before: SchemeSource) -> None:  # noqa: FBT001
        self.relabelled.emit(count, stopped, lambda: self._take_back(before))

    def _take_back(self, before: SchemeSource) -> None:
        if self._keep(before):
            self._use(before)
            self.relabelling.take_back()

    def _keep(self, source: SchemeSource) -> bool:
        try:
            self._schemes.save(source)
        except AnnotatorError as error:
            self._desk.failed.emit(error)
            return False
        return True

    def _use(self, source: SchemeSource) -> None:
        if source.id == self._desk.settings.scheme:
            self.scheme_changed.emit(self.scheme())
        else:
            self.choose(replace(self._desk.settings, scheme=source.id))

    def _ask_file(self, parent: QWidget) -> None:
        kinds = self.tr("Label schemes (*.toml)")
        name, _ = QFileDialog.getOpenFileName(parent, self.tr("Add a Label Scheme"), "", kinds)
        if not name:
            return
        try:
            self._use(self._schemes.take(Path(name)))
        except AnnotatorError as error:
            self._desk.failed.emit(error)

    def _may_relabel(self, parent: QWidget, renamed: Mapping[str, str | None]) -> bool:
        if self.relabelling.busy:
            return False
        used, complete = uses(self._desk, set(renamed))
        if not used and complete:
            return True
        if self._desk.person() is None:
            return False
        what = [
            self.tr("%Ln claims tagged “{old}” become “{new}”", "", count).format(
                old=old, new=renamed[old]
            )
            if renamed[old]
            else self.tr("%Ln claims tagged “{old}” become open", "", count).format(old=old)
            for old, count in used.items()
        ]
        box = QMessageBox(parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Labels in Use"))
        if not complete:
            what.append(self.tr("Not all articles were counted; the others are changed as well."))
        box.setText(self.tr("In the articles that are open:") + "\n" + "\n".join(what))
        box.setInformativeText(self.tr("You can undo this. Continue?"))
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        return box.exec() == QMessageBox.StandardButton.Yes

    def _group(self, menu: QMenu, field: str, texts: Mapping[str, str]) -> None:
        group = QActionGroup(self)
        for value, text in texts.items():
            action = QAction(text, menu)
            action.setCheckable(True)
            action.triggered.connect(self._chooser(field, value))
            group.addAction(action)
            menu.addAction(action)

        def show(settings: Settings) -> None:
            for action, value in zip(group.actions(), texts, strict=True):
                action.setChecked(getattr(settings, field) == value)

        self.changed.connect(show)
        show(self._desk.settings)

    def _chooser(self, field: str, value: str) -> Callable[[bool], None]:
        return lambda _checked: self.choose(replace(self._desk.settings, **{field: value}))
