"""The label bar: a tile for each label and one for "not a claim", in a fixed place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.core.scheme import Scheme
from annotator.ui.panes.label_tile import HEIGHT, LabelTile
from annotator.ui.session.desk import Desk
from annotator.ui.theme import Theme

LABELS_IN_A_ROW = 4
MARGIN = 9


class LabelBar(QWidget):
    """Show which label the claim in focus has, and offer the others."""

    tag_requested = Signal(str)
    reject_requested = Signal()

    def __init__(self, desk: Desk, scheme: Scheme, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._theme = theme
        self.tiles: dict[str, LabelTile] = {}
        self.reject = LabelTile(self.tr("Not a claim"), "X", theme)
        self.reject.clicked.connect(lambda _: self.reject_requested.emit())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, MARGIN, 14, MARGIN)
        self._grid.setSpacing(4)
        self.set_scheme(scheme)
        desk.focused.connect(lambda _: self.show_claim())
        desk.changed.connect(lambda *_: self.show_claim())
        desk.article_shown.connect(lambda _: self.show_claim())

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme to the tiles."""
        self._theme = theme
        for tile in (*self.tiles.values(), self.reject):
            tile.theme = theme
            tile.update()

    def set_scheme(self, scheme: Scheme) -> None:
        """Offer the labels of another scheme; a second row takes those that don't fit."""
        for tile in self.tiles.values():
            self._grid.removeWidget(tile)
            # Hidden at once: it and its key would show until the next event.
            tile.hide()
            tile.deleteLater()
        self.tiles = {}
        for label in scheme.labels:
            tile = LabelTile(label.name, label.shortcut, self._theme, label)
            tile.clicked.connect(lambda _=False, key=label.key: self.tag_requested.emit(key))
            self.tiles[label.key] = tile
        tiles = [*self.tiles.values(), self.reject]
        for column in range(LABELS_IN_A_ROW):
            self._grid.setColumnStretch(column, 0)
        for number, tile in enumerate(tiles):
            row, column = divmod(number, LABELS_IN_A_ROW)
            self._grid.addWidget(tile, row, column)
            self._grid.setColumnStretch(column, max(1, tile.words_width()))
        rows = -(-len(tiles) // LABELS_IN_A_ROW)
        self.setFixedHeight(rows * HEIGHT + (rows - 1) * self._grid.spacing() + 2 * MARGIN)
        self.show_claim()

    def stops(self) -> list[QWidget]:
        """Return the tiles in the order Tab goes through them."""
        return [*self.tiles.values(), self.reject]

    def set_reject_key(self, key: str) -> None:
        """Show another key on the tile that removes a claim."""
        self.reject.set_key(key)

    def show_claim(self) -> None:
        """Follow the claim in focus; without one the tiles are shown, but do nothing."""
        claim = self._desk.claim()
        suggestion = claim.suggestion if claim and not claim.decided else None
        shown = self._desk.settings.assist == "suggest"
        suggested = suggestion.label if suggestion and shown else ""
        self.reject.setEnabled(claim is not None)
        for key, tile in self.tiles.items():
            tile.setEnabled(claim is not None)
            tile.given = claim is not None and claim.label == key
            tile.suggested = key == suggested
            tile.update()
