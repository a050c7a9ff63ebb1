"""A strip above the page that says what happened and what is safe."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from annotator.core.errors import AnnotatorError
from annotator.ui import counts
from annotator.ui.i18n import translate
from annotator.ui.panes.plain_text import plain_label

AT_ONCE = 4


class Banner(QFrame):
    """Show sentences until they are dismissed; the banner is hidden without any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._messages: list[str] = []
        self._text = plain_label()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._actions: dict[str, QPushButton] = {}
        dismiss = QPushButton(self.tr("Dismiss"))
        dismiss.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 12, 8)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(dismiss)
        self.hide()

    def say(self, error: AnnotatorError) -> None:
        """Add an error's sentence."""
        self.tell(sentence(error))

    def tell(self, message: str) -> None:
        """Add a sentence."""
        if message not in self._messages:
            self._messages.append(message)
        self._show()

    def offer(self, text: str, act: Callable[[], object]) -> None:
        """Add a button for an action."""
        old = self._actions.pop(text, None)
        if old is not None:
            old.deleteLater()
        button = QPushButton(text)
        button.clicked.connect(lambda: self._do(act))
        self._actions[text] = button
        self._row.insertWidget(self._row.count() - 1, button)

    def actions_offered(self) -> list[QPushButton]:
        """Return the buttons of the actions."""
        return list(self._actions.values())

    def dismiss(self) -> None:
        """Remove all sentences."""
        self._messages = []
        for button in self._actions.values():
            button.deleteLater()
        self._actions = {}
        self.hide()

    def text(self) -> str:
        """Return the text shown."""
        return self._text.text()

    def _do(self, act: Callable[[], object]) -> None:
        self.dismiss()
        act()

    def _show(self) -> None:
        shown = self._messages[:AT_ONCE]
        rest = len(self._messages) - len(shown)
        if rest:
            shown.append(self.tr("… and {count} more.").format(count=rest))
        self._text.setText("\n".join(shown))
        self.setAccessibleName(self._text.text())
        self.show()


def sentence(error: AnnotatorError) -> str:
    """Return an error's sentence in the language of the interface."""
    parts = (error.problem, error.remedy)
    said = " ".join(translate("Errors", part) for part in parts if part)
    values = {
        name: translate("Details", value) if isinstance(value, str) else value
        for name, value in error.values.items()
    }
    left_out = error.values.get("left_out")
    if isinstance(left_out, dict) and left_out:
        values["reason"] = ", ".join(counts.lost(what, n) for what, n in left_out.items())
    return said.format(**values)
