"""Edit a label scheme, a row for each label."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.scheme import LabelSource, SchemeSource
from annotator.ui.page.shapes import SHAPES
from annotator.ui.panes.plain_text import plain_label
from annotator.ui.theme import Theme

NAME, KEY, SHORTCUT, COLOUR, SHAPE, GUIDELINE = range(6)


class SchemeEditor(QDialog):
    """Edit names, keys, looks and guideline sentences in one language of the interface."""

    def __init__(
        self, source: SchemeSource, theme: Theme, lang: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Label Scheme"))
        self.resize(900, 340)
        self._source = source
        self._theme = theme
        self._lang = lang
        self._id = QLineEdit(source.id)
        self._id.setAccessibleName(self.tr("Scheme"))
        self._faults = plain_label(name="oddities")
        self._faults.setWordWrap(True)
        self._faults.hide()
        self._table = QTableWidget(0, 6)
        self._table.setHorizontalHeaderLabels(
            [
                self.tr("Name"),
                self.tr("In files"),
                self.tr("Key"),
                self.tr("Colour"),
                self.tr("Shape"),
                self.tr("Guideline"),
            ]
        )
        self._table.verticalHeader().hide()
        self._table.setTabKeyNavigation(False)
        self._table.setAccessibleName(self.tr("Labels"))
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(GUIDELINE, QHeaderView.ResizeMode.Stretch)
        for label in source.labels:
            self._add(label)
        self._lay_out()

    def source(self) -> SchemeSource:
        """Return the edited scheme."""
        labels = tuple(self._label(row) for row in range(self._table.rowCount()))
        return SchemeSource(self._id.text().strip(), self._source.name, labels)

    def renamed(self) -> dict[str, str | None]:
        """Return the new key of each label whose key changed, None for removed labels."""
        was_and_is = {self._was(row): self._cell(row, KEY) for row in range(self._table.rowCount())}
        return {
            label.key: was_and_is.get(label.key)
            for label in self._source.labels
            if was_and_is.get(label.key) != label.key
        }

    def accept(self) -> None:
        """Close, unless something makes the scheme unusable."""
        faults = self.source().faults()
        self._faults.setText("\n".join(faults))
        self._faults.setVisible(bool(faults))
        if not faults:
            super().accept()

    def _lay_out(self) -> None:
        add, remove = QPushButton(self.tr("Add a Label")), QPushButton(self.tr("Remove the Label"))
        add.clicked.connect(lambda: self._add(LabelSource("", {})))
        remove.clicked.connect(lambda: self._table.removeRow(self._table.currentRow()))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addWidget(remove)
        row.addStretch(1)
        row.addWidget(plain_label(self.tr("Scheme")))
        row.addWidget(self._id)
        column = QVBoxLayout(self)
        column.addWidget(self._table)
        column.addLayout(row)
        column.addWidget(self._faults)
        column.addWidget(buttons)

    def _add(self, label: LabelSource) -> None:
        row = self._table.rowCount()
        self._table.insertRow(row)
        name = QTableWidgetItem(label.name.get(self._lang) or label.name.get("en", ""))
        # The key when the editor was opened, to recognise a renamed label.
        name.setData(Qt.ItemDataRole.UserRole, label.key)
        self._table.setItem(row, NAME, name)
        self._table.setItem(row, KEY, QTableWidgetItem(label.key))
        self._table.setItem(row, SHORTCUT, QTableWidgetItem(label.shortcut))
        self._table.setCellWidget(
            row, COLOUR, _choice(list(self._theme.labels), label.colour, self.tr("Colour"))
        )
        self._table.setCellWidget(row, SHAPE, _choice(SHAPES, label.shape, self.tr("Shape")))
        sentence = label.guideline.get(self._lang) or label.guideline.get("en", "")
        self._table.setItem(row, GUIDELINE, QTableWidgetItem(sentence))

    def _label(self, row: int) -> LabelSource:
        old = next((x for x in self._source.labels if x.key == self._was(row)), LabelSource("", {}))
        name, sentence = self._cell(row, NAME), self._cell(row, GUIDELINE)
        return LabelSource(
            key=self._cell(row, KEY),
            name={**old.name, **({self._lang: name} if name else {})},
            guideline={**old.guideline, self._lang: sentence},
            colour=_chosen(self._table.cellWidget(row, COLOUR)),
            shape=_chosen(self._table.cellWidget(row, SHAPE)),
            shortcut=self._cell(row, SHORTCUT),
        )

    def _was(self, row: int) -> str:
        item = self._table.item(row, NAME)
        return str(item.data(Qt.ItemDataRole.UserRole) or "") if item else ""

    def _cell(self, row: int, column: int) -> str:
        item = self._table.item(row, column)
        return item.text().strip() if item else ""


def _choice(values: list[str] | tuple[str, ...], chosen: str, name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItems(list(values))
    box.setCurrentText(chosen)
    return box


def _chosen(widget: QWidget | None) -> str:
    return widget.currentText() if isinstance(widget, QComboBox) else ""
