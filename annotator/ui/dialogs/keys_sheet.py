"""A sheet of all keys, made from the table of commands."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.actions import Actions
from annotator.ui.dialogs.scrolling_content import ScrollingContent, fit
from annotator.ui.panes.plain_text import plain_label

COLUMNS = 3


class KeysSheet(QDialog):
    """Show every command that has a key; Escape closes it."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All Keys"))
        menus: dict[str, list[tuple[str, str]]] = {}
        for _, menu, text, keys in actions.rows():
            if keys:
                menus.setdefault(menu, []).append((text, "  ".join(keys)))
        columns = [QVBoxLayout() for _ in range(COLUMNS)]
        row = QHBoxLayout()
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(40)
        for column in columns:
            row.addLayout(column)
        heights = [0] * COLUMNS
        for menu, rows in sorted(menus.items(), key=lambda pair: -len(pair[1])):
            # Each section goes into the column with the most space left.
            at = heights.index(min(heights))
            columns[at].addLayout(self._section(menu, rows))
            heights[at] += len(rows) + 2
        for column in columns:
            column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollingContent(row))
        fit(self, QSize())

    @staticmethod
    def _section(menu: str, rows: list[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(5)
        grid.setHorizontalSpacing(24)
        heading = plain_label(menu.upper(), "heading")
        grid.addWidget(heading, 0, 0, 1, 2)
        for at, (text, keys) in enumerate(rows, 1):
            grid.addWidget(plain_label(text), at, 0)
            grid.addWidget(plain_label(keys), at, 1, Qt.AlignmentFlag.AlignRight)
        grid.setContentsMargins(0, 0, 0, 14)
        return grid
