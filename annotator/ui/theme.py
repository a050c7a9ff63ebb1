"""Colours and fonts: turn a theme file into Qt's terms."""

from pathlib import Path
from string import Template

import msgspec
from msgspec import Struct
from PySide6.QtGui import QColor, QFontDatabase, QPalette

from annotator import resources


class LabelColours(Struct, frozen=True):
    """A label's ink (shapes, rules) and tint (behind the text)."""

    ink: str
    tint: str


class Theme(Struct, frozen=True):
    """Every colour of the window, as #rrggbb."""

    dark: bool
    page: str
    panel: str
    card: str
    text: str
    muted: str
    faint: str
    rule: str
    accent: str
    # The unfilled part of a progress bar.
    track: str
    selection: str
    # The row of a list that is selected.
    row: str
    focus: str
    neutral: str
    neutral_rule: str
    warning: str
    warning_card: str
    labels: dict[str, LabelColours]
    entities: dict[str, str]

    def ink(self, name: str | None) -> QColor:
        """Return the colour of a label's shape by its name, a muted one for no label."""
        colours = self.labels.get(name or "")
        return QColor(colours.ink if colours else self.muted)

    def tint(self, name: str | None) -> QColor:
        """Return the colour behind a claim by its label colour's name."""
        colours = self.labels.get(name or "")
        return QColor(colours.tint if colours else self.neutral)

    def entity(self, label: str) -> QColor:
        """Return the colour of the rule under an entity."""
        return QColor(self.entities.get(label, self.entities["other"]))


def load_theme(path: Path) -> Theme:
    """Read a theme file."""
    return msgspec.toml.decode(path.read_bytes(), type=Theme)


def load_fonts(folder: Path) -> None:
    """Register the shipped fonts, so that the page looks the same on every machine."""
    for file in sorted(folder.glob("*.?tf")):
        QFontDatabase.addApplicationFont(str(file))


def palette(theme: Theme) -> QPalette:
    """Return the palette for Qt's own controls."""
    result = QPalette()
    role = QPalette.ColorRole
    for colour_role, colour in (
        (role.Window, theme.panel),
        (role.WindowText, theme.text),
        (role.Base, theme.card),
        (role.AlternateBase, theme.panel),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.card),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.selection),
        (role.HighlightedText, theme.text),
        (role.Link, theme.accent),
    ):
        result.setColor(colour_role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(disabled, colour_role, QColor(theme.faint))
    return result


def style_sheet(theme: Theme) -> str:
    """Return the style of the window's own controls."""
    sheet = Template(resources.path("themes", "window.qss").read_text("utf-8"))
    return sheet.substitute({field: getattr(theme, field) for field in theme.__struct_fields__})
