"""Label schemes: which labels there are, how they look, which key gives them."""

import msgspec
from msgspec import Struct


class Label(Struct, frozen=True):
    """One label: its key in files, its name and guideline sentence, its look and its key.

    `colour` names an entry of the theme's label colours; `shape` says the same without
    colour.
    """

    key: str
    name: str
    guideline: str
    colour: str
    shape: str
    shortcut: str


class Scheme(Struct, frozen=True):
    """A set of labels that a claim may be tagged with."""

    id: str
    name: str
    labels: tuple[Label, ...]

    def label(self, key: str | None) -> Label | None:
        """Return the label with this key, None if the scheme has none."""
        return next((label for label in self.labels if label.key == key), None)


class _LabelFile(Struct):
    key: str
    name: dict[str, str]
    guideline: dict[str, str]
    colour: str
    shape: str
    shortcut: str


class _SchemeFile(Struct):
    id: str
    name: dict[str, str]
    labels: list[_LabelFile]


def parse(raw: bytes, lang: str) -> Scheme:
    """Read a scheme's TOML in one language of the interface, English where it lacks it."""
    file = msgspec.toml.decode(raw, type=_SchemeFile)

    def said(texts: dict[str, str]) -> str:
        return texts.get(lang) or texts["en"]

    labels = tuple(
        Label(
            key=label.key,
            name=said(label.name),
            guideline=said(label.guideline),
            colour=label.colour,
            shape=label.shape,
            shortcut=label.shortcut,
        )
        for label in file.labels
    )
    return Scheme(file.id, said(file.name), labels)
