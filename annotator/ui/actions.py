"""The table of commands: what the program can do, in which menu, on which key."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from annotator.core.scheme import Scheme

NOOP = "Commands"


class Command(NamedTuple):
    """One command: `text` is translated when a menu shows it; the first key is shown."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()


# A menu's separator is a command without a text.
COMMANDS = (
    Command("open", "File", "Open…", ("Ctrl+O",)),
    Command("open_folder", "File", "Open Folder…", ("Ctrl+Shift+O",)),
    Command("open_sample", "File", "Open a Sample Article"),
    Command("paste", "File", "Paste as Article", ("Ctrl+V",)),
    Command("", "File", ""),
    Command("save", "File", "Save Now", ("Ctrl+S",)),
    Command("save_elsewhere", "File", "Save Elsewhere…", ("Ctrl+Shift+S",)),
    Command("", "File", ""),
    Command("name", "File", "Your Name…"),
    Command("quit", "File", "Quit", ("Ctrl+Q",)),
    Command("undo", "Edit", "Undo", ("Ctrl+Z",)),
    Command("redo", "Edit", "Redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Command("", "Edit", ""),
    Command("copy", "Edit", "Copy", ("Ctrl+C",)),
    Command("accept", "Claim", "Accept the Suggested Label", ("Return", "Enter")),
    Command("clear", "Claim", "Clear the Label", ("0", "Backspace")),
    Command("reject", "Claim", "Not a Claim", ("X",)),
    Command("create_claim", "Claim", "Claim from the Selection", ("C",)),
    Command("", "Claim", ""),
    Command("next", "Claim", "Next Claim", ("J",)),
    Command("previous", "Claim", "Previous Claim", ("K",)),
    Command("next_open", "Claim", "Next Open Claim", ("Shift+J",)),
    Command("previous_open", "Claim", "Previous Open Claim", ("Shift+K",)),
    Command("next_article", "Article", "Next Article", ("Alt+Down",)),
    Command("previous_article", "Article", "Previous Article", ("Alt+Up",)),
    Command("larger", "View", "Larger Text", ("Ctrl++", "Ctrl+=")),
    Command("smaller", "View", "Smaller Text", ("Ctrl+-",)),
    Command("furniture", "View", "Open or Fold Page Furniture", ("Z",)),
    Command("keys", "Help", "All Keys", ("?", "F1")),
)

MENUS = ("File", "Edit", "Claim", "Article", "View", "Help")


class Actions:
    """The commands as Qt actions, by id, and the menus that show them."""

    def __init__(
        self,
        window: QWidget,
        menu_bar: QMenuBar,
        scheme: Scheme,
        slots: Mapping[str, Callable[[], object]],
    ) -> None:
        """Make an action of every command; `slots` has what each does, labels as `tag:KEY`."""
        self._actions: dict[str, QAction] = {}
        self._order: list[tuple[str, str]] = []
        self.menus = {name: menu_bar.addMenu(translated(name)) for name in MENUS}
        for label in scheme.labels:
            command = Command(f"tag:{label.key}", "Claim", label.name, (label.shortcut,))
            self._add(window, command, slots)
        for command in COMMANDS:
            if command.text:
                self._add(window, command, slots)
            else:
                self.menus[command.menu].addSeparator()

    def __getitem__(self, id_: str) -> QAction:
        return self._actions[id_]

    def rows(self) -> Iterator[tuple[str, str, list[str]]]:
        """Yield menu, text and keys of every command, for the sheet of all keys."""
        for menu, id_ in self._order:
            action = self._actions[id_]
            keys = [
                key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()
            ]
            yield translated(menu), action.text(), keys

    def _add(
        self, window: QWidget, command: Command, slots: Mapping[str, Callable[[], object]]
    ) -> None:
        action = QAction(translated(command.text), window)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        slot = slots[command.id]
        action.triggered.connect(lambda _checked: slot())
        self.menus[command.menu].addAction(action)
        self._actions[command.id] = action
        self._order.append((command.menu, command.id))


def translated(text: str) -> str:
    """Return a command's text in the language of the interface."""
    return QCoreApplication.translate(NOOP, text)
