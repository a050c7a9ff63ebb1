"""Change the keys of commands; a key that another command has is refused."""

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.actions import COMMANDS
from annotator.ui.i18n import translate
from annotator.ui.panes.plain_text import plain_label

DEFAULTS = {command.id: command.keys for command in COMMANDS if command.text}


class KeysEditor(QWidget):
    """List every command with its keys; a key pressed is given to the chosen command."""

    def __init__(
        self,
        keys: Mapping[str, tuple[str, ...]],
        taken: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`keys` are those chosen so far; `taken` has what the label keys are used for."""
        super().__init__(parent)
        self._keys = dict(keys)
        self._taken = taken
        self._rows = [command for command in COMMANDS if command.text]
        self._table = QTableWidget(len(self._rows), 2)
        self._table.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.verticalHeader().hide()
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setAccessibleName(self.tr("Commands and their keys"))
        self._input = QKeySequenceEdit()
        self._input.setMaximumSequenceLength(1)
        self._input.setAccessibleName(self.tr("New key"))
        self._said = plain_label(name="oddities")
        self._said.setWordWrap(True)
        give, reset = (
            QPushButton(self.tr("Use This Key")),
            QPushButton(self.tr("Restore the Default")),
        )
        give.clicked.connect(self._give)
        reset.clicked.connect(self._reset)
        row = QHBoxLayout()
        for widget in (self._input, give, reset):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.addWidget(self._table)
        column.addLayout(row)
        column.addWidget(self._said)
        self._show()

    def keys(self) -> dict[str, tuple[str, ...]]:
        """Return the keys of commands that differ from the table's."""
        return {id_: keys for id_, keys in self._keys.items() if keys != DEFAULTS.get(id_)}

    def choose(self, command_id: str) -> None:
        """Choose the command whose key is to change."""
        self._table.selectRow([command.id for command in self._rows].index(command_id))

    def give(self, key: str) -> bool:
        """Give a key to the chosen command; return False if another command has it."""
        command = self._rows[self._table.currentRow()]
        holder = self._holder(key, command.id)
        if holder is not None:
            said = self.tr(
                "{key} is already used for “{command}”. Give that command another key first."
            )
            self._said.setText(said.format(key=key, command=holder))
            return False
        self._keys[command.id] = (key,)
        self._said.setText("")
        self._show()
        return True

    def said(self) -> str:
        """Return the reason why a key was refused."""
        return self._said.text()

    def _give(self) -> None:
        key = self._input.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if key and self._table.currentRow() >= 0:
            self.give(key)

    def _reset(self) -> None:
        if self._table.currentRow() < 0:
            return
        command = self._rows[self._table.currentRow()]
        conflict = next((k for k in command.keys if self._holder(k, command.id)), None)
        if conflict is not None:
            self.give(conflict)
            return
        self._keys.pop(command.id, None)
        self._show()

    def _holder(self, key: str, but: str) -> str | None:
        wanted = QKeySequence(key)
        for taken, name in self._taken.items():
            if QKeySequence(taken) == wanted:
                return name
        for command in self._rows:
            keys = self._keys.get(command.id, command.keys)
            if command.id != but and any(QKeySequence(k) == wanted for k in keys):
                return translate("Commands", command.text)
        return None

    def _show(self) -> None:
        for row, command in enumerate(self._rows):
            keys = self._keys.get(command.id, command.keys)
            native = [
                QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys
            ]
            self._table.setItem(row, 0, QTableWidgetItem(translate("Commands", command.text)))
            self._table.setItem(row, 1, QTableWidgetItem("   ".join(native)))
