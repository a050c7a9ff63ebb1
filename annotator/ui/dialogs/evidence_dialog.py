"""Ask for a piece of evidence: an address or a document, its title, date, and a remark."""

from datetime import UTC, date, datetime, timedelta

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.core.spans import Evidence
from annotator.ui.panes.plain_text import plain_label

# Words that people type for a recent date, with the number of days ago.
DAYS_AGO = {"today": 0, "hari ini": 0, "yesterday": 1, "kemarin": 1}


class EvidenceDialog(QDialog):
    """Take one piece of evidence, new or to be edited; nothing is fetched."""

    def __init__(self, before: Evidence | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Evidence"))
        self.setMinimumWidth(460)
        self._before = before or Evidence("")
        self.link, self.title = QLineEdit(self._before.link), QLineEdit(self._before.title)
        self.date, self.remark = QLineEdit(self._before.date), QLineEdit(self._before.remark)
        self.link.setPlaceholderText(self.tr("Address, or the number of a document"))
        self.date.setPlaceholderText("2026-11-23")
        self.fault = plain_label(name="oddities")
        self.fault.setWordWrap(True)
        self.fault.hide()
        form = QFormLayout()
        form.addRow(self.tr("Link"), self.link)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Date"), self.date)
        form.addRow(self.tr("Remark"), self.remark)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addWidget(buttons)

    def evidence(self) -> Evidence:
        """Return the evidence entered."""
        return Evidence(
            self.link.text().strip(),
            self.title.text().strip(),
            checked_date(self.date.text(), datetime.now(UTC).astimezone().date()) or "",
            self.remark.text().strip(),
        )

    def accept(self) -> None:
        """Close, unless the fields are empty or the date can't be understood."""
        fault = ""
        if checked_date(self.date.text(), datetime.now(UTC).date()) is None:
            fault = self.tr("Give the date as year, month and day: 2026-11-23.")
        elif not self.evidence().link and not self.evidence().title:
            fault = self.tr("Give an address or a title.")
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if not fault:
            super().accept()


def checked_date(typed: str, today: date) -> str | None:
    """Return a date as year-month-day, "" if none was typed, None if it isn't a date.

    "Yesterday" means another day tomorrow, so it is turned into its date.
    """
    typed = typed.strip().lower()
    if not typed:
        return ""
    if typed in DAYS_AGO:
        return (today - timedelta(days=DAYS_AGO[typed])).isoformat()
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        return None
