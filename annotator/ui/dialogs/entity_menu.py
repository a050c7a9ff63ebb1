"""Ask for an entity's type, in a menu with a letter for each."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

LABELS = (
    "PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT",
    "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL",
)  # fmt: skip


class EntityMenu(QMenu):
    """Offer the types of entities, and to remove an existing mark."""

    def __init__(
        self,
        choose: Callable[[str], object],
        remove: Callable[[], object] | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        for label, text in zip(LABELS, self._texts(), strict=True):
            action = QAction(text, self)
            action.triggered.connect(lambda _=False, chosen=label: choose(chosen))
            self.addAction(action)
        if remove is not None:
            self.addSeparator()
            action = QAction(self.tr("&No Entity"), self)
            action.triggered.connect(lambda _: remove())
            self.addAction(action)

    def ask(self, place: QPoint) -> None:
        """Show the menu at a place on the screen."""
        self.exec(place)

    def _texts(self) -> list[str]:
        return [
            self.tr("&Person"),
            self.tr("&Organisation"),
            self.tr("&Country, Region or City"),
            self.tr("&Landscape, Place"),
            self.tr("&Building, Road"),
            self.tr("Na&tionality, Religion, Group"),
            self.tr("&Event"),
            self.tr("P&roduct, Weapon, Work"),
            self.tr("&Date"),
            self.tr("T&ime"),
            self.tr("&Money"),
            self.tr("Percent&age"),
            self.tr("&Quantity"),
            self.tr("N&umber"),
        ]
