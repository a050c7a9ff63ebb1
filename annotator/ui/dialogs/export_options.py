"""The choices common to all exports: which claims, which names, how many parts."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
)

from annotator.core.scheme import Scheme
from annotator.formats.selection import SPLITS, Choice
from annotator.storage.settings import ExportChoices
from annotator.ui.i18n import number
from annotator.ui.panes.plain_text import plain_label

LABELS_IN_A_ROW = 4


class ExportOptions(QObject):
    """The controls of the choices; `changed` is emitted when one changes."""

    changed = Signal()

    def __init__(
        self, chosen: ExportChoices, scheme: Scheme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._done = self._check(self.tr("Only articles that are done"), chosen.done_only)
        self.claims = QComboBox()
        for claims in ("decided", "all"):
            self.claims.addItem("", claims)
        self.show_counts(0, 0)
        self._claims_chosen = False
        self.claims.activated.connect(lambda _: self._choose_claims())
        self._labels = {label.key: self._check(label.name, on=False) for label in scheme.labels}
        self._deciders = QLineEdit()
        self._deciders.setPlaceholderText(self.tr("Everyone, or names separated by commas"))
        self._deciders.textChanged.connect(self.changed)
        self._zones = QComboBox()
        for value, text in self._zone_texts().items():
            self._zones.addItem(text, value)
        self._zones.setCurrentIndex(self._zones.findData(chosen.zones))
        self._zones.currentIndexChanged.connect(self.changed)
        self.hide_sources = self._check(self.tr("Pseudonyms for sources"), chosen.hide_sources)
        self._hide_deciders = self._check(
            self.tr("Numbers for the names of annotators"), chosen.hide_deciders
        )
        self.split = self._check(self.tr("Split by article, in per cent:"), chosen.split)
        self._shares = [
            self._number(name, share) for name, share in zip(SPLITS, chosen.shares, strict=True)
        ]
        self._seed = self._number(self.tr("seed"), chosen.seed, most=999_999)
        # An empty part is left out, but training needs the first.
        self._shares[0].setMinimum(1)
        self.strict = self._check(
            self.tr("Write nothing if something would be lost"), chosen.strict
        )
        self.split.toggled.connect(self._follow_split)
        self._follow_split(self.split.isChecked())

    def choice(self) -> Choice:
        """Return the selection of articles and claims to export."""
        typed = (name.strip() for name in self._deciders.text().split(","))
        train, dev, test = (box.value() for box in self._shares)
        return Choice(
            done_only=self._done.isChecked(),
            claims=self.claims.currentData(),
            labels=tuple(key for key, box in self._labels.items() if box.isChecked()),
            deciders=tuple(name for name in typed if name),
            zones=self._zones.currentData(),
            hide_sources=self.hide_sources.isChecked(),
            hide_deciders=self._hide_deciders.isChecked(),
            shares=(train, dev, test) if self.split.isChecked() else None,
            seed=self._seed.value(),
        )

    def remembered(self, choices: ExportChoices) -> ExportChoices:
        """Return the choices to remember for next time."""
        train, dev, test = (box.value() for box in self._shares)
        return replace(
            choices,
            done_only=self._done.isChecked(),
            zones=self._zones.currentData(),
            hide_sources=self.hide_sources.isChecked(),
            hide_deciders=self._hide_deciders.isChecked(),
            split=self.split.isChecked(),
            shares=(train, dev, test),
            seed=self._seed.value(),
            strict=self.strict.isChecked(),
        )

    def follow_format(self, claims: str) -> None:
        """Offer the claims that a format takes by default, unless the person chose others."""
        if not self._claims_chosen:
            self.claims.setCurrentIndex(self.claims.findData(claims))

    def show_counts(self, decided: int, undecided: int) -> None:
        """Say how many claims each choice would export."""
        texts = (
            self.tr("Decided claims only: {decided}").format(decided=number(decided)),
            self.tr("All claims: {decided} decided, {undecided} undecided without a label").format(
                decided=number(decided), undecided=number(undecided)
            ),
        )
        for index, text in enumerate(texts):
            self.claims.setItemText(index, text)

    def show_deciders(self, names: list[str]) -> None:
        """Offer the people whose decisions there are."""
        if names:
            self._deciders.setPlaceholderText(
                self.tr("Everyone, or of: {names}").format(names=", ".join(names))
            )

    def add_to(self, form: QFormLayout) -> None:
        """Put the controls into a form."""
        labels = QGridLayout()
        for at, box in enumerate(self._labels.values()):
            box.setAccessibleName(self.tr("Only claims tagged {label}").format(label=box.text()))
            labels.addWidget(box, at // LABELS_IN_A_ROW, at % LABELS_IN_A_ROW)
        labels.setColumnStretch(LABELS_IN_A_ROW, 1)
        names = QHBoxLayout()
        names.addWidget(self.hide_sources)
        names.addSpacing(12)
        names.addWidget(self._hide_deciders)
        names.addStretch(1)
        parts = QHBoxLayout()
        parts.addWidget(self.split)
        for spin in (*self._shares, self._seed):
            said = plain_label(spin.accessibleName())
            said.setBuddy(spin)
            parts.addWidget(said)
            parts.addWidget(spin)
        parts.addStretch(1)
        form.addRow(self.tr("Articles"), self._done)
        form.addRow(self.tr("Claims"), self.claims)
        form.addRow(self.tr("Only claims tagged"), labels)
        form.addRow(self.tr("Only decisions of"), self._deciders)
        form.addRow(self.tr("Page furniture"), self._zones)
        form.addRow(self.tr("Names"), names)
        form.addRow(self.tr("Parts"), parts)
        form.addRow(self.tr("Losses"), self.strict)

    def _zone_texts(self) -> Mapping[str, str]:
        return {
            "keep": self.tr("Kept, and marked as such"),
            "unmark": self.tr("Kept in the text, not marked"),
            "cut": self.tr("Cut out of the text"),
        }

    def _choose_claims(self) -> None:
        self._claims_chosen = True
        self.changed.emit()

    def _check(self, text: str, on: bool) -> QCheckBox:  # noqa: FBT001
        box = QCheckBox(text)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box.setChecked(on)
        box.toggled.connect(lambda _: self.changed.emit())
        return box

    def _number(self, name: str, value: int, most: int = 100) -> QSpinBox:
        box = QSpinBox()
        box.setRange(0, most)
        box.setValue(value)
        box.setAccessibleName(name)
        box.valueChanged.connect(lambda _: self.changed.emit())
        return box

    def _follow_split(self, on: bool) -> None:  # noqa: FBT001 - Qt's own signal
        for box in (*self._shares, self._seed):
            box.setEnabled(on)
