"""Show what happened to an article's claims when its text was updated."""

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.annotation_transfer import Carried
from annotator.ui.panes.plain_text import plain_label, shown
from annotator.ui.session.desk import Desk


class UpdateDialog(QDialog):
    """List the claims that changed or vanished, with links to the changed ones."""

    def __init__(self, desk: Desk, carried: Carried, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the Update Changed"))
        self.resize(820, 420)
        self._desk = desk
        self._outcomes = [*carried.claims("changed"), *carried.claims("vanished")]
        self.table = QTableWidget(len(self._outcomes), 3)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Claim"), self.tr("In the earlier text"), self.tr("In the text now")]
        )
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(self.windowTitle())
        self.table.verticalHeader().hide()
        for column in (1, 2):
            self.table.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch
            )
        became = {"changed": self.tr("changed"), "vanished": self.tr("vanished")}
        around = self.tr("the same words in a changed context")
        for row, outcome in enumerate(self._outcomes):
            now = around if outcome.now == outcome.was else outcome.now
            for column, text in enumerate((became[outcome.became], outcome.was, now)):
                self.table.setItem(row, column, QTableWidgetItem(shown(text)))
        self.table.resizeRowsToContents()
        self.table.currentCellChanged.connect(lambda row, *_: self._go_to(row))
        hint = plain_label(
            self.tr(
                "A reworded claim is open again: its label was given for other words and is now "
                "only a suggestion. Claims that are gone are kept in the corpus."
            )
        )
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (hint, self.table, buttons):
            layout.addWidget(widget)

    def _go_to(self, row: int) -> None:
        if 0 <= row < len(self._outcomes) and self._outcomes[row].became == "changed":
            self._desk.point_to(self._outcomes[row].mark.id)
