"""Describe the readable formats, and the result of an import."""

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.formats import registry
from annotator.formats.importer import Importer
from annotator.ui import counts
from annotator.ui.i18n import number, translate
from annotator.ui.panes.plain_text import shown

if TYPE_CHECKING:
    from annotator.workflows.import_articles import ImportResult


def importers() -> list[Importer]:
    """Return all readable formats; an added package that does not work is left out."""
    found = []
    for name in registry.importer_names():
        try:
            found.append(registry.importer(name))
        except (AnnotatorError, ImportError, AttributeError):
            continue
    return found


def file_kinds() -> str:
    """Return the filters of a file dialog: all readable files, each format, any file."""
    found = importers()
    every = sorted({suffix for importer in found for suffix in importer.suffixes})
    filters = [_filter(translate("Import", "All supported files"), tuple(every))]
    kinds: dict[str, tuple[str, ...]] = {}
    for importer in found:
        if importer.suffixes:
            kinds[translate("Formats", importer.title)] = importer.suffixes
    filters += [_filter(title, kinds[title]) for title in sorted(kinds)]
    return ";;".join([*filters, translate("Import", "All files") + " (*)"])


def done_text(name: str, done: "ImportResult") -> str:
    """Say how many articles were imported, and what happened to the others."""
    lines = [
        translate("Import", "%Ln articles from {name} were added to {path}.", "", done.new).format(
            name=shown(name), path=shown(str(done.path))
        )
    ]
    known = sum(done.left_out.values())
    if known:
        lines.append(translate("Import", "%Ln articles were already there.", "", known))
    if done.annotated:
        said = translate(
            "Import",
            "Marks were added to %Ln articles that nobody had worked on.",
            "",
            len(done.annotated),
        )
        lines.append(said)
    if done.updates:
        lines.append(_updates(done))
    if done.problems:
        lines.append(translate("Import", "%Ln problems while reading:", "", len(done.problems)))
    return " ".join(lines)


def names(paths: list[Path] | tuple[Path, ...]) -> str:
    """Name some files in a few words."""
    if len(paths) == 1:
        return paths[0].name
    return counts.files(len(paths))


def _updates(done: "ImportResult") -> str:
    updates = done.updates
    said = translate(
        "Import",
        "%Ln articles have a new text. Claims unchanged: {carried}; "
        "reworded and open again: {changed}; gone: {vanished}.",
        "",
        len(updates),
    )
    return said.format(
        carried=number(sum(update.carried for update in updates)),
        changed=number(sum(len(update.changed) for update in updates)),
        vanished=number(sum(len(update.vanished) for update in updates)),
    )


def _filter(title: str, suffixes: tuple[str, ...]) -> str:
    # Qt would read brackets in a title as the list of suffixes.
    plain = title.replace("(", "– ").replace(")", "")
    return f"{plain} ({' '.join('*' + suffix for suffix in suffixes)})"
