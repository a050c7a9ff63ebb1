"""Label schemes: the labels, their look, and the key of each."""

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

    def has(self, key: str) -> bool:
        """Return True if a label belongs to the scheme."""
        return any(label.key == key for label in self.labels)

    def label(self, key: str) -> Label:
        """Return the label with this key; a label that the scheme lacks gets a default look."""
        known = next((label for label in self.labels if label.key == key), None)
        return known or Label(key, key, "", colour="grey", shape="triangle", shortcut="")


class LabelSource(Struct, frozen=True):
    """A label as a scheme file has it: names and guidelines in several languages."""

    key: str
    name: dict[str, str]
    guideline: dict[str, str] = {}
    colour: str = "grey"
    shape: str = "circle"
    shortcut: str = ""


class SchemeSource(Struct, frozen=True):
    """A scheme file."""

    id: str
    name: dict[str, str]
    labels: tuple[LabelSource, ...]

    def faults(self) -> list[str]:
        """Return the faults that make the scheme unusable, as sentences."""
        found: list[str] = []
        if not self.labels:
            found.append("A scheme needs at least one label.")
        for what in ("key", "shortcut"):
            given = [getattr(label, what) for label in self.labels if getattr(label, what)]
            found += [
                f"{value!r} is given twice." for value in set(given) if given.count(value) > 1
            ]
        found += [
            f"{label.key!r}: a key is needed." for label in self.labels if not label.key.strip()
        ]
        found += [f"{label.key!r}: a name is needed." for label in self.labels if not label.name]
        return found


def parse(raw: bytes) -> SchemeSource:
    """Read a scheme's TOML; raise msgspec.MsgspecError if it is not one."""
    return msgspec.toml.decode(raw, type=SchemeSource)


def in_language(source: SchemeSource, lang: str) -> Scheme:
    """Return a scheme in one language of the interface, in English where it lacks that."""

    def said(texts: dict[str, str]) -> str:
        return texts.get(lang) or texts.get("en") or next(iter(texts.values()), "")

    labels = tuple(
        Label(
            key=label.key,
            name=said(label.name),
            guideline=said(label.guideline),
            colour=label.colour,
            shape=label.shape,
            shortcut=label.shortcut,
        )
        for label in source.labels
    )
    return Scheme(source.id, said(source.name), labels)
