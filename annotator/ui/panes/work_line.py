"""The progress of one kind of long work on the status line, with Stop."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from annotator.ui.panes.elided_label import ElidedLabel


class WorkLine(QWidget):
    """Show progress in words and, if the length is known, with a bar."""

    def __init__(self, stop: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(120, 4)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName("link")
        self.cancel.clicked.connect(lambda _: stop())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.bar, self.label, self.cancel):
            row.addWidget(widget)

    def say(self, said: str, percent: int) -> None:
        """Show progress; `percent` is negative if unknown, `said` is "" when it is over."""
        self.label.setText(said)
        self.bar.setAccessibleName(said)
        self.bar.setVisible(percent >= 0)
        self.bar.setValue(max(0, percent))
        self.cancel.setAccessibleName(self.tr("Cancel: {work}").format(work=said))
        self.setVisible(bool(said))
