"""The table of commands, with the menu and keys of each."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from annotator.core.scheme import Scheme
from annotator.ui.i18n import translate


class Command(NamedTuple):
    """One command: `text` is translated when a menu shows it; the first key is shown."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()


# A command without a text is a separator.
COMMANDS = (
    Command("open", "File", "Open…", ("Ctrl+O",)),
    Command("open_folder", "File", "Open Folder…", ("Ctrl+Shift+O",)),
    Command("open_address", "File", "Open Address…", ("Ctrl+L",)),
    Command("import", "File", "Import…", ("Ctrl+Shift+I",)),
    Command("open_sample", "File", "Open a Sample Article"),
    Command("paste", "File", "Paste as Article", ("Ctrl+V",)),
    Command("", "File", ""),
    Command("save", "File", "Save Now", ("Ctrl+S",)),
    Command("save_elsewhere", "File", "Save Elsewhere…", ("Ctrl+Shift+S",)),
    Command("", "File", ""),
    Command("export", "File", "Export…", ("Ctrl+E",)),
    Command("", "File", ""),
    Command("save_encrypted", "File", "Save Encrypted…"),
    Command("reload", "File", "Open the Corpus Again", ("F5",)),
    Command("compact", "File", "Compact the History"),
    Command("", "File", ""),
    Command("close", "File", "Close the Corpus", ("Ctrl+W",)),
    Command("quit", "File", "Quit", ("Ctrl+Q",)),
    Command("undo", "Edit", "Undo", ("Ctrl+Z",)),
    Command("redo", "Edit", "Redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Command("", "Edit", ""),
    Command("history", "Edit", "History…", ("Ctrl+H",)),
    Command("copy", "Edit", "Copy", ("Ctrl+C",)),
    Command("search", "Edit", "Search Articles and Claims", ("Ctrl+F", "/")),
    Command("", "Edit", ""),
    Command("settings", "Edit", "Settings…", ("Ctrl+,",)),
    Command("accept", "Claim", "Accept the Suggested Label", ("Return", "Enter")),
    Command("repeat", "Claim", "Repeat the Last Label", ("R",)),
    Command("clear", "Claim", "Clear the Label", ("0", "Backspace")),
    Command("reject", "Claim", "Not a Claim", ("X",)),
    Command("", "Claim", ""),
    Command("note", "Claim", "Note", ("N",)),
    Command("evidence", "Claim", "Add Evidence…", ("L",)),
    Command("why", "Claim", "Why This Was Found", ("Y",)),
    Command("source_type", "Claim", "Kind of Source…", ("T",)),
    Command("", "Claim", ""),
    Command("next", "Claim", "Next Claim", ("J",)),
    Command("previous", "Claim", "Previous Claim", ("K",)),
    Command("next_open", "Claim", "Next Open Claim", ("Shift+J",)),
    Command("previous_open", "Claim", "Previous Open Claim", ("Shift+K",)),
    Command("create_claim", "Mark", "Claim from the Selection", ("C",)),
    Command("add_content", "Mark", "Add the Selection to the Claim", ("Shift+C",)),
    Command("set_source", "Mark", "Source from the Selection", ("S",)),
    Command("set_cue", "Mark", "Cue from the Selection", ("U",)),
    Command("add_cue", "Mark", "Add the Selection to the Cue", ("Shift+U",)),
    Command("toggle_hedge", "Mark", "Hedge from the Selection", ("H",)),
    Command("entity", "Mark", "Entity from the Selection…", ("E",)),
    Command("mark_furniture", "Mark", "Mark Lines as Page Furniture", ("Shift+Z",)),
    Command("", "Mark", ""),
    Command("merge", "Mark", "Merge with the Next Claim", ("M",)),
    Command("divide", "Mark", "Divide at the Caret", ("D",)),
    Command("", "Mark", ""),
    Command("start_back", "Mark", "Begin a Word Earlier", ("[",)),
    Command("start_on", "Mark", "Begin a Word Later", ("]",)),
    Command("end_back", "Mark", "End a Word Earlier", ("{",)),
    Command("end_on", "Mark", "End a Word Later", ("}",)),
    Command("start_back_character", "Mark", "Begin a Character Earlier", ("Alt+[",)),
    Command("start_on_character", "Mark", "Begin a Character Later", ("Alt+]",)),
    Command("end_back_character", "Mark", "End a Character Earlier", ("Alt+{",)),
    Command("end_on_character", "Mark", "End a Character Later", ("Alt+}",)),
    Command("next_article", "Article", "Next Article", ("Alt+Down",)),
    Command("previous_article", "Article", "Previous Article", ("Alt+Up",)),
    Command("next_open_article", "Article", "Next Open Article", ("Ctrl+J",)),
    Command("previous_open_article", "Article", "Previous Open Article", ("Ctrl+K",)),
    Command("", "Article", ""),
    Command("details", "Article", "Article Details…", ("Ctrl+I",)),
    Command("flag", "Article", "Flag", ("F",)),
    Command("skip", "Article", "Skip", ("Shift+F",)),
    Command("larger", "View", "Larger Text", ("Ctrl++", "Ctrl+=")),
    Command("smaller", "View", "Smaller Text", ("Ctrl+-",)),
    Command("furniture", "View", "Open or Fold Page Furniture", ("Z",)),
    Command("articles_pane", "View", "Show or Hide the Articles", ("Ctrl+B",)),
    Command("claim_pane", "View", "Show or Hide the Claim", ("Ctrl+Shift+B",)),
    Command("keys", "Help", "All Keys", ("?", "F1")),
    Command("guidelines", "Help", "Guidelines", ("G",)),
    Command("lesson", "Help", "The First Minute"),
)

MENUS = ("File", "Edit", "Claim", "Mark", "Article", "View", "Help")

Slots = Mapping[str, Callable[[], object]]


class Actions:
    """The commands as Qt actions, by id, and the menus that show them."""

    def __init__(
        self,
        window: QWidget,
        menu_bar: QMenuBar,
        scheme: Scheme,
        tag: Callable[[str], object],
    ) -> None:
        """Make an action of every command; `tag` gives a label."""
        self._window = window
        self._tag = tag
        self._actions: dict[str, QAction] = {}
        self._menu_of: dict[str, str] = {}
        self._labels: list[QAction] = []
        titles = with_access_keys([translate("Commands", name) for name in MENUS])
        self.menus: dict[str, QMenu] = {
            name: menu_bar.addMenu(title) for name, title in zip(MENUS, titles, strict=True)
        }
        for command in COMMANDS:
            if command.text:
                self.menus[command.menu].addAction(self._make(command))
            else:
                self.menus[command.menu].addSeparator()
        self.set_scheme(scheme)

    def __getitem__(self, id_: str) -> QAction:
        return self._actions[id_]

    def connect_slots(self, slots: Slots) -> None:
        """Connect each command to the slot that `slots` has for its id."""
        for command in COMMANDS:
            if command.text:
                slot = slots[command.id]
                self._actions[command.id].triggered.connect(lambda _=False, do=slot: do())

    def set_scheme(self, scheme: Scheme) -> None:
        """Offer the labels of a scheme, first in their menu."""
        menu = self.menus["Claim"]
        for action in self._labels:
            menu.removeAction(action)
            self._window.removeAction(action)
            del self._actions[action.objectName()]
            action.deleteLater()
        first = menu.actions()[0]
        self._labels = []
        for label in scheme.labels:
            command = Command(f"tag:{label.key}", "Claim", label.name, (label.shortcut,))
            action = self._make(command)
            action.triggered.connect(lambda _=False, key=label.key: self._tag(key))
            menu.insertAction(first, action)
            self._labels.append(action)

    def set_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Set the keys of commands: the person's choice, else the table's."""
        for command in COMMANDS:
            if command.text:
                chosen = keys.get(command.id, command.keys)
                self._actions[command.id].setShortcuts([QKeySequence(key) for key in chosen])

    def first_key(self, id_: str) -> str:
        """Return the key that is shown for a command, as the desktop writes it."""
        return self._actions[id_].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def rows(self) -> Iterator[tuple[str, str, str, list[str]]]:
        """Yield id, menu, text and keys of every command, the labels first."""
        ids = [action.objectName() for action in self._labels]
        ids += [command.id for command in COMMANDS if command.text]
        for id_ in ids:
            action = self._actions[id_]
            native = QKeySequence.SequenceFormat.NativeText
            keys = [key.toString(native) for key in action.shortcuts()]
            yield id_, translate("Commands", self._menu_of[id_]), action.text(), keys

    def _make(self, command: Command) -> QAction:
        action = QAction(translate("Commands", command.text), self._window)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        self._actions[command.id] = action
        self._menu_of[command.id] = command.menu
        return action


def with_access_keys(titles: list[str]) -> list[str]:
    """Mark in each title the first letter that no other title uses: Alt and the letter open it."""
    taken: set[str] = set()
    marked = []
    for title in titles:
        at = next((n for n, c in enumerate(title) if c.isalpha() and c.lower() not in taken), -1)
        taken |= {title[at].lower()} if at >= 0 else set()
        marked.append(f"{title[:at]}&{title[at:]}" if at >= 0 else title)
    return marked
