"""Label schemes: which labels there are, how they look, which key gives them."""

from msgspec import Struct


class Label(Struct, frozen=True):
    """One label: its key in files, names and guideline sentence by language, look and key."""

    key: str
    name: dict[str, str]
    guideline: dict[str, str]
    colour: str
    shape: str
    shortcut: str


class Scheme(Struct, frozen=True):
    """A set of labels that a claim may be tagged with."""

    id: str
    name: dict[str, str]
    labels: tuple[Label, ...]

    def label(self, key: str | None) -> Label | None:
        """Return the label with this key, None if the scheme has none."""
        return next((label for label in self.labels if label.key == key), None)
