"""Ask for the person's name, once, before the first decision."""

import ctypes
import os
import sys

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.storage.lock import user_name
from annotator.ui.panes.plain_text import plain_label

# EXTENDED_NAME_FORMAT.NameDisplay of the Windows API: "Rina Hartati".
DISPLAY_NAME = 3


class NameDialog(QDialog):
    """Ask for a name and propose one; on Cancel nothing is kept."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your Name"))
        self.setMinimumWidth(420)
        self._proposed = name or proposed_name()
        self.field = QLineEdit(self._proposed)
        self.field.selectAll()
        said = plain_label(
            self.tr(
                "Each decision is kept with the name of the person who made it, so that several "
                "people can work on the same articles. You can change the name later: click it "
                "in the status line."
            )
        )
        said.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.field)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(buttons)

    def name(self) -> str:
        """Return the name entered, or the proposed one if the field is empty."""
        return self.field.text().strip() or self._proposed


def proposed_name() -> str:
    """Return the full name of the person as the system knows it, or else the login name."""
    return _full_name().strip() or user_name()


def _full_name() -> str:
    if sys.platform == "win32":
        size = ctypes.c_ulong(256)
        name = ctypes.create_unicode_buffer(size.value)
        found = ctypes.windll.secur32.GetUserNameExW(DISPLAY_NAME, name, ctypes.byref(size))
        return name.value if found else ""
    import pwd

    try:
        # The first part of the comment field: "Rina Hartati,room 4,...".
        return pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0]
    except KeyError:
        return ""
