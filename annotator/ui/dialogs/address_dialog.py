"""Ask for a web address, and name the site before the program contacts it."""

from urllib.parse import urlsplit

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.panes.plain_text import plain_label, shown


class AddressDialog(QDialog):
    """Take an address; `address()` has it once the dialog is accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open Address"))
        self.setMinimumWidth(560)
        self.field = QLineEdit()
        self.field.setPlaceholderText("https://…")
        self.said = plain_label(name="explanation")
        self.said.setWordWrap(True)
        # Space for the longer sentence, so that nothing jumps while an address is typed.
        self.said.setMinimumHeight(4 * self.said.fontMetrics().lineSpacing() + 20)
        form = QFormLayout()
        form.addRow(self.tr("Address"), self.field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.fetch = buttons.addButton(
            self.tr("Go Online and Fetch the Page"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.fetch.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(buttons)
        self.field.textChanged.connect(lambda _: self._follow())
        self._follow()

    def address(self) -> str:
        """Return the address; without a scheme it becomes https."""
        typed = self.field.text().strip()
        return typed if "://" in typed or not typed else f"https://{typed}"

    def _follow(self) -> None:
        host = _host(self.address())
        self.fetch.setEnabled(bool(host))
        if host:
            text = self.tr(
                "Annotator asks {host} for this one page. It sends the address and nothing "
                "else; pictures and scripts are not fetched."
            )
            said = text.replace("{host}", shown(host))
        else:
            said = self.tr("Nothing is sent until you press the button.")
        self.said.setText(said)
        self.field.setAccessibleDescription(said)


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.hostname or "" if parts.scheme in ("http", "https") else ""
