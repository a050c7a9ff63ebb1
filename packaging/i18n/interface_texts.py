"""Collect every text that the window translates, with the context it is translated in.

lupdate does not see all of Python: it misses plurals given to `translate`, texts inside an
f-string, and the second text of `self.tr("a" if b else "c")`. And core knows no Qt, so its
sentences stand in no call at all. So the calls are read with `ast`, the sentences are taken
from the tables they live in, and lupdate gets both as one file of calls (decision 80).
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from annotator.core import checks, errors, reasons
from annotator.formats import losses, registry
from annotator.ui import actions

ROOT = Path(errors.__file__).parents[1]
STATES = ("new", "started", "done", "skipped", "flagged")
# The values in an error that are our own words, not a name or a number.
DETAILS = ("reason", "why", "what", "kind")
# The methods that count a loss: what, how often, where, why.
LOSE = ("add_loss", "_leave_out")
# Contexts whose texts live in tables outside the window; only these may be asked for a variable.
TABLES = ("Commands", "Checks", "Details", "Errors", "Formats", "Losses", "Reasons", "States")


class Text(NamedTuple):
    """One text: its context, the English, and True if it has a count."""

    context: str
    source: str
    plural: bool = False


class UnreadableCallError(Exception):
    """A text that is only known at run time, so that nobody can translate it."""


def texts() -> set[Text]:
    """Return all texts to translate."""
    found = {Text(context, source) for context, source in _of_tables()}
    # What is lost is always counted: "1 cue", "2 cues".
    found |= {Text("Losses", f"%Ln {what}", plural=True) for what in _lost()}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        found |= set(of_module(path.read_text("utf-8"), path.name))
    return found


def of_module(source: str, name: str) -> Iterator[Text]:
    """Yield the texts of a module of the window.

    Raises UnreadableCallError if a text is not a literal.
    """
    tree = ast.parse(source)
    finder = _Finder(name, _constants(tree))
    finder.visit(tree)
    yield from finder.found


class _Finder(ast.NodeVisitor):
    def __init__(self, name: str, constants: dict[str, str]) -> None:
        self.found: list[Text] = []
        self._name = name
        self._constants = constants
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        called = ast.unparse(node.func)
        if called == "self.tr":
            self._add(self._classes[-1], node, node.args)
        elif called.endswith(".tr"):
            raise UnreadableCallError(f"{self._name}:{node.lineno}: tr of another object")
        elif called in ("translate", "QCoreApplication.translate"):
            context = self._text(node.args[0])
            if context is None:
                raise UnreadableCallError(f"{self._name}:{node.lineno}: the context is not a text")
            if context not in TABLES:
                self._add(context, node, node.args[1:])

    def _add(self, context: str, node: ast.Call, args: list[ast.expr]) -> None:
        source = self._text(args[0])
        if source is None:
            raise UnreadableCallError(f"{self._name}:{node.lineno}: not a text written out")
        counts = len(args) > 2 or any(keyword.arg == "n" for keyword in node.keywords)
        self.found.append(Text(context, source, counts))

    def _text(self, node: ast.expr) -> str | None:
        if isinstance(node, ast.Name):
            return self._constants.get(node.id)
        return node.value if isinstance(node, ast.Constant) and type(node.value) is str else None


def _of_tables() -> Iterator[tuple[str, str]]:
    for command in actions.COMMANDS:
        yield "Commands", command.text
    yield from (("Commands", menu) for menu in actions.MENUS)
    yield from (("Checks", sentence) for sentence in checks.SENTENCES.values())
    yield from (("Reasons", sentence) for sentence in reasons.SENTENCES.values())
    yield from (("States", state) for state in STATES)
    yield from (("Errors", text) for text in _of_errors())
    yield from (("Details", text) for text in _of_details())
    yield from (("Formats", registry.exporter(name).title) for name in registry.EXPORTERS)
    yield from (("Formats", registry.importer(name).title) for name in registry.IMPORTERS)
    yield from (("Losses", why) for why in _why_lost())


def _of_errors() -> Iterator[str]:
    waiting: list[type[errors.AnnotatorError]] = [errors.AnnotatorError]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        yield kind.problem
        yield kind.remedy


def _of_details() -> Iterator[str]:
    """Yield the literal values that errors are filled in with."""
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Error"):
                for keyword in node.keywords:
                    value = keyword.value
                    if keyword.arg in DETAILS and isinstance(value, ast.Constant):
                        yield str(value.value)


def _lost() -> Iterator[str]:
    """Yield the names of possible losses."""
    yield from (feature.words for feature in losses.FEATURES.values())
    yield from _of_loss_calls(0)


def _why_lost() -> Iterator[str]:
    """Yield the reasons for losses."""
    yield from _of_loss_calls(3)


def _of_loss_calls(place: int) -> Iterator[str]:
    """Yield one of the texts that the losing methods are given, written out or by its name."""
    everywhere = {name: text for tree in _formats() for name, text in _constants(tree).items()}
    for tree, call in _loss_calls():
        for argument in call.args[place : place + 1]:
            if isinstance(argument, ast.Constant):
                yield str(argument.value)
            elif isinstance(argument, ast.Name):
                yield from filter(None, [(everywhere | _constants(tree)).get(argument.id)])


def _loss_calls() -> Iterator[tuple[ast.Module, ast.Call]]:
    for tree in _formats():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in LOSE
            ):
                yield tree, node


@cache
def _formats() -> list[ast.Module]:
    return [ast.parse(path.read_text("utf-8")) for path in (ROOT / "formats").rglob("*.py")]


def _constants(tree: ast.Module) -> dict[str, str]:
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
