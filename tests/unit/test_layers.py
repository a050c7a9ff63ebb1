"""The house keeps its layers: who may import whom, read from the imports themselves."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "annotator"

# What each layer may know of our own, besides itself. The window's process and the
# reading process meet only in language/protocol.py.
MAY_IMPORT = {
    "core": set(),
    "storage": {"core"},
    "importers": {"core"},
    "exporters": {"core"},
    "language": {"core", "resources", "__version__"},
    "shelf": {"core", "importers", "storage"},
    "exporting": {"core", "exporters", "resources", "storage"},
    "incoming": {"core", "importers", "shelf", "storage"},
    "importing": {"core", "importers", "incoming", "resources", "shelf", "storage"},
    "prelabelling": {"core", "importers", "language", "shelf", "storage"},
    "opening": {"core", "importers", "importing", "shelf", "storage"},
    "ui": {
        "core", "exporters", "exporting", "importers", "importing", "language.protocol",
        "opening", "resources", "shelf", "storage",
    },
    "resources": set(),
    "system_libraries": set(),
    "cli": {
        "__version__", "app", "core", "exporting", "importers", "importing", "language",
        "prelabelling",
        "self_test", "storage", "system_libraries",
    },
    "app": {"core", "language.protocol", "resources", "shelf", "storage", "ui"},
    "self_test": {"app", "resources", "shelf", "storage", "ui"},
    "__main__": {"cli"},
    "__init__": set(),
}  # fmt: skip
QT_ROOMS = {"ui", "app", "self_test"}
# Formats made of spaCy's own objects may know it, inside functions: see below.
NETWORK = {"socket", "ssl", "http", "urllib", "httpx", "requests", "ftplib", "smtplib", "aiohttp"}
# The one door: a web address that a person asks for.
NETWORK_DOORS = {"importers/web.py"}
SPACY_ROOMS = {"language", "importers", "exporters"}


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def room(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").parts[0]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_knows_only_what_its_layer_may(path: Path) -> None:
    here = room(path)
    allowed = MAY_IMPORT[here] | {here}
    for name in imports(path):
        if name.split(".")[0] == "annotator":
            ours = name.removeprefix("annotator.")
            fits = any(ours == layer or ours.startswith(layer + ".") for layer in allowed)
            assert fits, f"{path.relative_to(ROOT.parent)} may not import {name}"
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            assert here in QT_ROOMS, f"{path.relative_to(ROOT.parent)} may not know Qt"
        if name.split(".")[0] in NETWORK and not name.startswith("urllib.parse"):
            door = str(path.relative_to(ROOT))
            assert door in NETWORK_DOORS, f"{path.relative_to(ROOT.parent)} may not go online"
        if name.startswith("PySide6.QtNetwork"):
            raise AssertionError(f"{path.relative_to(ROOT.parent)} may not go online")
        if name.split(".")[0] == "spacy":
            assert here in SPACY_ROOMS, f"{path.relative_to(ROOT.parent)} may not know spaCy"


def test_every_module_is_named_for_what_it_is() -> None:
    forbidden = ("utils", "helpers", "manager", "common", "misc")
    for path in modules():
        assert not any(word in path.stem for word in forbidden), path


def test_the_window_does_not_load_spacy() -> None:
    import subprocess
    import sys

    code = "import sys, annotator.app; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
