"""Colours and fonts: a theme is a data file, and this turns it into Qt's terms."""

from pathlib import Path

import msgspec
from msgspec import Struct
from PySide6.QtGui import QColor, QFontDatabase, QPalette


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
    # What of a progress bar is not filled.
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
    """Make the shipped fonts known, so that the page looks the same on a bare machine."""
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
    return f"""
    QMainWindow, QMenuBar, QStatusBar {{ background: {theme.panel}; color: {theme.text}; }}
    QLabel {{ color: {theme.text}; }}
    QDialog {{ background: {theme.panel}; }}
    QPushButton {{
        background: {theme.card}; color: {theme.text}; border: 1px solid {theme.faint};
        border-radius: 5px; padding: 4px 12px;
    }}
    QPushButton:hover {{ background: {theme.panel}; }}
    QPushButton:focus {{ border: 2px solid {theme.focus}; padding: 3px 11px; }}
    QPushButton:disabled {{ color: {theme.faint}; }}
    QMenuBar {{ border-bottom: 1px solid {theme.rule}; padding: 4px 6px; }}
    QMenuBar::item {{ padding: 9px 12px; border-radius: 4px; background: transparent; }}
    QMenuBar::item:selected {{ background: {theme.rule}; }}
    QMenu {{ background: {theme.card}; color: {theme.text}; border: 1px solid {theme.rule}; }}
    QMenu::item {{ padding: 5px 24px 5px 14px; }}
    QMenu::item:selected {{ background: {theme.selection}; }}
    QMenu::item:disabled {{ color: {theme.faint}; }}
    QStatusBar {{ border-top: 1px solid {theme.rule}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ color: {theme.muted}; padding: 2px 6px; }}
    QPlainTextEdit {{
        background: {theme.page}; color: {theme.text}; border: none;
        selection-background-color: {theme.selection}; selection-color: {theme.text};
    }}
    QSplitter::handle {{ background: {theme.rule}; }}
    QTableView {{ border: none; outline: none; background: transparent; }}
    QProgressBar {{ border: none; border-radius: 2px; background: {theme.track}; }}
    QProgressBar::chunk {{ border-radius: 2px; background: {theme.accent}; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar::handle:vertical {{
        background: {theme.faint}; border-radius: 4px; min-height: 28px; margin: 1px;
    }}
    QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
    QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
    QToolTip {{
        background: {theme.card}; color: {theme.text}; border: 1px solid {theme.rule}; padding: 4px;
    }}
    #banner {{ background: {theme.warning_card}; border-bottom: 1px solid {theme.rule}; }}
    #banner QLabel {{ color: {theme.warning}; }}
    #lesson {{ background: {theme.row}; border-bottom: 1px solid {theme.rule}; }}
    #side {{ background: {theme.panel}; }}
    #inspector {{ background: {theme.card}; }}
    #heading {{ color: {theme.muted}; letter-spacing: 1px; }}
    #title {{ color: {theme.text}; }}
    #meta, #fieldName {{ color: {theme.muted}; }}
    #pageColumn {{ background: {theme.page}; }}
    #quote {{ color: {theme.text}; }}
    #why {{ background: {theme.panel}; border: none; border-radius: 6px; padding: 0; }}
    #why:focus, #evidence:focus {{ border: 2px solid {theme.focus}; }}
    #explanation {{
        background: {theme.panel}; border-radius: 6px; padding: 10px; color: {theme.muted};
    }}
    #whyLine {{ color: {theme.muted}; }}
    #field {{ color: {theme.text}; }}
    #warning {{
        background: {theme.warning_card}; border-radius: 6px; color: {theme.warning};
    }}
    #calm {{ color: {theme.muted}; }}
    #cap, #keyCap {{
        border: 1px solid {theme.faint}; border-radius: 4px; background: {theme.card};
        color: {theme.text}; font-size: 11px; padding: 1px 6px;
    }}
    LabelBar, #noteRow {{ border-top: 1px solid {theme.rule}; }}
    #evidence {{ border: none; background: transparent; padding: 0; text-align: left; }}
    #evidenceLink {{ color: {theme.accent}; }}
    #evidenceLink:disabled {{ color: {theme.muted}; }}
    #oddities {{
        background: {theme.warning_card}; border-radius: 6px; padding: 8px 10px;
        color: {theme.warning};
    }}
    #link, #remove {{
        border: none; background: transparent; color: {theme.accent}; padding: 0;
        text-align: left;
    }}
    #startPage {{ background: {theme.page}; }}
    #startHeading, #choiceName {{ color: {theme.text}; font-weight: 600; }}
    #choiceName {{ font-weight: 500; }}
    #choice, #missing {{
        background: {theme.card}; border: 1px solid {theme.rule}; border-radius: 0;
        text-align: left; padding: 0;
    }}
    #choice:hover {{ background: {theme.panel}; }}
    #choice:focus {{ border: 1px solid {theme.focus}; border-left: 4px solid {theme.accent}; }}
    #continue {{
        background: {theme.text}; color: {theme.page}; border-radius: 5px; padding: 4px 12px;
    }}
    #dropHint {{
        border: 1px dashed {theme.faint}; border-radius: 6px; padding: 12px; color: {theme.muted};
    }}
    #person {{
        border: none; background: transparent; color: {theme.accent}; padding: 0;
        margin: 0 12px 0 6px;
    }}
    #link:focus, #remove:focus {{ text-decoration: underline; }}
    #note {{
        background: {theme.card}; border: 1px solid transparent; border-radius: 4px; padding: 0;
        font-size: 12px;
    }}
    #note:focus {{ border: 2px solid {theme.focus}; }}
    QLineEdit {{
        background: {theme.card}; color: {theme.text}; border: 1px solid {theme.rule};
        border-radius: 5px; padding: 4px 8px;
    }}
    QLineEdit:focus {{ border: 2px solid {theme.focus}; padding: 3px 7px; }}
    QDialog QComboBox {{
        background: {theme.card}; color: {theme.text}; border: 1px solid {theme.faint};
        border-radius: 5px; padding: 4px 8px;
    }}
    QComboBox::drop-down {{ border: 0; width: 22px; }}
    /* A triangle of borders: a picture would need a file for each theme. */
    QComboBox::down-arrow {{
        width: 0; height: 0; margin-right: 8px; border-left: 5px solid {theme.card};
        border-right: 5px solid {theme.card}; border-top: 6px solid {theme.muted};
    }}
    QDialog QComboBox:focus {{ border: 2px solid {theme.focus}; padding: 3px 7px; }}
    QDialog QCheckBox {{ border: 2px solid transparent; border-radius: 5px; padding: 1px 3px; }}
    QDialog QCheckBox:focus {{ border-color: {theme.focus}; }}
    QDialog QCheckBox::indicator {{
        width: 12px; height: 12px; border: 2px solid {theme.muted}; border-radius: 3px;
        background: {theme.card};
    }}
    QDialog QCheckBox::indicator:checked {{
        border-color: {theme.text}; background: {theme.accent};
    }}
    QDialog QCheckBox::indicator:disabled {{ border-color: {theme.faint}; }}
    QDialog QListWidget, #shown {{
        background: {theme.card}; color: {theme.text}; border: 1px solid {theme.rule};
        border-radius: 5px; padding: 4px; outline: none;
    }}
    QDialog QListWidget:focus, #shown:focus {{ border: 2px solid {theme.focus}; padding: 3px; }}
    QDialog QListWidget::item {{ padding: 5px 7px; border-radius: 4px; }}
    QDialog QListWidget::item:selected {{ background: {theme.selection}; color: {theme.text}; }}
    QTextBrowser {{ background: {theme.page}; color: {theme.text}; border: none; padding: 12px; }}
    QDockWidget {{ color: {theme.text}; }}
    #filter {{
        border: none; border-radius: 0; background: transparent; color: {theme.muted};
        padding: 4px 2px; border-bottom: 2px solid transparent;
    }}
    #filter:checked {{ color: {theme.text}; border-bottom: 2px solid {theme.text}; }}
    #filter:focus {{ color: {theme.accent}; }}
    """
