"""Ask for the passphrase of an encrypted corpus."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QInputDialog,
    QLineEdit,
    QWidget,
)

from annotator.ui.i18n import translate
from annotator.ui.panes.plain_text import plain_label

SHORTEST = 8


def ask_passphrase(path: Path) -> str | None:
    """Ask for the passphrase of a corpus; None if cancelled."""
    title = translate("Passphrase", "Encrypted Corpus")
    said = translate("Passphrase", "Passphrase of {name}:").format(name=path.name)
    given, accepted = QInputDialog.getText(None, title, said, QLineEdit.EchoMode.Password)
    return given if accepted and given else None


def new_passphrase(parent: QWidget) -> str | None:
    """Ask for a new passphrase, twice; None if cancelled."""
    dialog = PassphraseDialog(parent)
    return dialog.passphrase() if dialog.exec() == QDialog.DialogCode.Accepted else None


class PassphraseDialog(QDialog):
    """Ask for a passphrase twice, and say what happens if it is lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Passphrase"))
        self.first, self.second = QLineEdit(), QLineEdit()
        for line in (self.first, self.second):
            line.setEchoMode(QLineEdit.EchoMode.Password)
        self.said = plain_label(
            self.tr(
                "The corpus and its history will be encrypted with this passphrase. Without it "
                "nobody can read them, not even you. The files that are not encrypted stay: "
                "delete them yourself once you have opened the encrypted ones."
            )
        )
        self.said.setWordWrap(True)
        form = QFormLayout(self)
        form.addRow(self.said)
        form.addRow(self.tr("Passphrase"), self.first)
        form.addRow(self.tr("Repeat it"), self.second)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def passphrase(self) -> str:
        """Return the passphrase entered."""
        return self.first.text()

    def accept(self) -> None:
        """Close, unless the two differ or are too short to protect anything."""
        if self.first.text() != self.second.text():
            self.said.setText(self.tr("The two passphrases differ."))
        elif len(self.first.text()) < SHORTEST:
            self.said.setText(
                self.tr("Use at least %Ln characters; several words are best.", "", SHORTEST)
            )
        else:
            super().accept()
