"""Edit an article's details: title, outlet, author, date, address, language."""

import re
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.core.article import Article
from annotator.ui.dialogs.language_codes import is_language, not_a_language
from annotator.ui.panes.plain_text import plain_label, shown


class DetailsDialog(QDialog):
    """Show an article's fields; once accepted, `altered()` has the changes."""

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Article Details"))
        self.setMinimumWidth(560)
        header = article.header
        names = {
            "title": self.tr("Title"),
            "outlet": self.tr("Outlet"),
            "author": self.tr("Author"),
            "date": self.tr("Published"),
            "url": self.tr("Address"),
            "lang": self.tr("Language"),
            "original_lang": self.tr("Original language"),
        }
        self._before = {field: getattr(header, field) or "" for field in names}
        self.fields = {field: QLineEdit(text) for field, text in self._before.items()}
        for edit in self.fields.values():
            # Show the beginning of a long title.
            edit.setCursorPosition(0)
        self.fields["date"].setPlaceholderText("2026-11-23")
        self.fields["lang"].setPlaceholderText("id, en, …")
        self.fields["original_lang"].setPlaceholderText(self.tr("If it is a translation: en, …"))
        self.translated = QComboBox()
        for text, value in (
            (self.tr("Not known"), None),
            (self.tr("Yes"), True),
            (self.tr("No"), False),
        ):
            self.translated.addItem(text, value)
        self._was_translated = header.machine_translated
        self.translated.setCurrentIndex([None, True, False].index(header.machine_translated))
        self.fault = plain_label(name="oddities")
        self.fault.setWordWrap(True)
        self.fault.hide()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        file = plain_label(shown(article.source or article.id))
        file.setWordWrap(True)
        form.addRow(self.tr("File"), file)
        for field, name in names.items():
            form.addRow(name, self.fields[field])
        form.addRow(self.tr("Machine-translated"), self.translated)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addWidget(buttons)

    def altered(self) -> dict[str, Any]:
        """Return only the fields that were changed."""
        typed = {field: edit.text().strip() for field, edit in self.fields.items()}
        found: dict[str, Any] = {
            field: text or None for field, text in typed.items() if text != self._before[field]
        }
        if self.translated.currentData() != self._was_translated:
            found["machine_translated"] = self.translated.currentData()
        return found

    def accept(self) -> None:
        """Close, unless a field is not valid."""
        fault = self._fault()
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if not fault:
            super().accept()

    def _fault(self) -> str:
        altered = self.altered()
        date = altered.get("date")
        if date and not _is_date(date):
            return self.tr("Give the date as year, month and day: 2026-11-23.")
        for field in ("lang", "original_lang"):
            lang = altered.get(field)
            if lang and not is_language(lang):
                return not_a_language()
        return ""


def _is_date(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    # Python also reads dates without dashes, which other programs don't.
    return re.match(r"\d{4}-\d\d-\d\d", text) is not None
