"""Collect every text of the interface, as the program's own source has it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from annotator.core import checks, errors, reasons
from annotator.formats import losses, registry

ROOT = Path(errors.__file__).parents[1]
STATES = ("new", "started", "done", "skipped", "flagged")


def texts() -> set[str]:
    """Return all that is ever given to a translation."""
    return {
        *(text for path in (ROOT / "ui").rglob("*.py") for text in _of_module(path)),
        *_of_errors(),
        *_of_exports(),
        *checks.SENTENCES.values(),
        *reasons.SENTENCES.values(),
        *STATES,
    }


def _of_module(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else getattr(node.func, "id", "")
            )
            first = node.args[0]
            if name in ("tr", "_said") and isinstance(first, ast.Constant):
                yield str(first.value)
            if name == "Command":
                for argument in node.args[1:3]:
                    if isinstance(argument, ast.Constant) and argument.value:
                        yield str(argument.value)


def _of_exports() -> Iterator[str]:
    """Yield what formats are called, what they may lose, and why."""
    yield from (registry.exporter(name).title for name in registry.EXPORTERS)
    yield from (registry.importer(name).title for name in registry.IMPORTERS)
    yield from (feature.words for feature in losses.FEATURES.values())
    trees = [ast.parse(path.read_text("utf-8")) for path in (ROOT / "formats").rglob("*.py")]
    everywhere = {name: text for tree in trees for name, text in _constants(tree).items()}
    for tree in trees:
        known = everywhere | _constants(tree)
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            if node.func.attr in ("lose", "_leave_out") and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)
            if node.func.attr == "lose" and len(node.args) > 3:
                assert isinstance(node.args[3], ast.Name)
                yield known[node.args[3].id]


def _constants(tree: ast.Module) -> dict[str, str]:
    return {
        target.id: str(node.value.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _of_errors() -> Iterator[str]:
    waiting: list[type[errors.AnnotatorError]] = [errors.AnnotatorError]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        for text in (kind.problem, kind.remedy):
            if text:
                yield text
