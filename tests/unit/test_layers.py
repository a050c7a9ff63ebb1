"""The layers of the house: who may import whom, read from the imports themselves."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "annotator"

# What each room may import of our own, besides itself. The longest prefix of a module's path
# decides which row applies. The window's process and the reading process meet only in
# language/protocol.py.
MAY_IMPORT = {
    "core": set(),
    "review": {"core"},
    "storage": {"core", "review"},
    "formats": {"core", "log"},
    # Page furniture is known by the words the reading knows it by.
    "formats/documents": {"core", "formats", "log", "resources"},
    "language": {"core", "log", "resources", "__version__"},
    "log": {"__version__", "core.errors"},
    "shelf": {
        "core", "formats", "storage", "workflows.classify", "workflows.folders",
        "workflows.locations",
    },
    "workflows": {"core", "formats", "resources", "storage"},
    "workflows/prelabel": {"core", "formats", "language", "storage", "workflows"},
    "ui": {
        "core", "formats", "language.protocol", "log", "resources", "shelf", "storage",
        "workflows",
    },
    "resources": set(),
    "system_libraries": set(),
    "cli": {
        "__version__", "app", "core", "formats", "language", "log", "self_test", "start", "storage",
        "system_libraries", "workflows",
    },
    "app": {"core", "language.launch", "log", "resources", "shelf", "storage", "ui"},
    "self_test": {"app", "core", "formats", "log", "resources", "storage", "ui", "workflows"},
    "start": {"app", "core.gc_tuning", "language.launch", "resources", "system_libraries"},
    "__main__": {"cli", "start"},
    "__init__": set(),
}  # fmt: skip

# What the modules below a path may not import, although their room may.
MAY_NOT_IMPORT = {
    "formats/documents": {"formats.datasets", "formats.reports"},
    "formats/reports": {"formats.datasets", "formats.documents"},
    "formats/datasets": {"formats.documents", "formats.reports"},
    "ui": {"workflows.prelabel", "workflows.train"},
    "ui/page": {"ui.dialogs"},
    "ui/panes": {"ui.dialogs"},
    "ui/main_window": {"ui.connections"},
}

QT_ROOMS = {"ui", "app", "self_test"}
# Formats made of spaCy's own objects may know it, inside functions: see below.
SPACY_ROOMS = {"language", "formats"}
NETWORK = {"socket", "ssl", "http", "urllib", "httpx", "requests", "ftplib", "smtplib", "aiohttp"}
# The one door: a web address that a person asks for.
NETWORK_DOORS = {"formats/documents/web.py"}


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def place(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix()


def is_below(name: str, rooms: set[str], separator: str = ".") -> bool:
    return any(name == room or name.startswith(room + separator) for room in rooms)


every_module = pytest.mark.parametrize("path", modules(), ids=place)


@every_module
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    here = place(path)
    row = max((room for room in MAY_IMPORT if is_below(here, {room}, "/")), key=len)
    allowed = MAY_IMPORT[row] | {row.split("/")[0]}
    if row == "workflows":
        allowed -= {"workflows.prelabel"}
    forbidden = set().union(
        *(rooms for room, rooms in MAY_NOT_IMPORT.items() if is_below(here, {room}, "/"))
    )
    for name in imports(path):
        if name.startswith("annotator."):
            ours = name.removeprefix("annotator.")
            fits = is_below(ours, allowed) and not is_below(ours, forbidden)
            assert fits, f"{here} may not import {name}"
        package = name.split(".")[0]
        if package in ("PySide6", "shiboken6"):
            assert here.split("/")[0] in QT_ROOMS, f"{here} may not know Qt"
        if package in NETWORK and not name.startswith("urllib.parse"):
            assert f"{here}.py" in NETWORK_DOORS, f"{here} may not go online"
        assert not name.startswith("PySide6.QtNetwork"), f"{here} may not go online"
        if package == "spacy":
            assert here.split("/")[0] in SPACY_ROOMS, f"{here} may not know spaCy"


@every_module
def test_a_data_set_format_imports_from_no_other(path: Path) -> None:
    parts = place(path).split("/")
    if parts[:2] != ["formats", "datasets"] or len(parts) < 4:
        return
    folders = {p.name for p in (ROOT / "formats" / "datasets").iterdir() if p.is_dir()}
    for name in imports(path):
        where = name.split(".")
        if where[:3] == ["annotator", "formats", "datasets"] and where[3] in folders:
            assert where[3] == parts[2], f"{place(path)} may not import {name}"


def test_every_module_is_named_for_what_it_is() -> None:
    forbidden = ("utils", "helpers", "manager", "common", "misc")
    for path in modules():
        assert not any(word in path.stem for word in forbidden), path


def test_the_window_does_not_load_spacy() -> None:
    code = "import sys, annotator.app; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
