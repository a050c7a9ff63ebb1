"""Read the window like a screen reader, and print the result as one line of JSON.

Runs with the system's Python, which has Debian's bindings to AT-SPI, on a session bus of its
own. The first argument is the project's Python, the others are what window.py is told.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 # the version comes first

PATIENCE = 20.0


def listen_for(seconds: float) -> None:
    """Let events in; libatspi must not be used from two threads."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        GLib.MainContext.default().iteration(False)
        time.sleep(0.01)


def showing(node: Any) -> Iterator[Any]:
    """Yield a node and all visible nodes below it; of a table only the table."""
    if not node.get_state_set().contains(Atspi.StateType.SHOWING):
        return
    yield node
    if node.get_role() != Atspi.Role.TABLE:
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is not None:
                yield from showing(child)


def described(node: Any) -> dict[str, object]:
    """Return what a screen reader says of a control; of a table, its cells too."""
    table = node.get_role() == Atspi.Role.TABLE
    inside = [node.get_child_at_index(at) for at in range(node.get_child_count() if table else 0)]
    cells = [cell for cell in inside if cell.get_role() == Atspi.Role.TABLE_CELL]
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "focusable": node.get_state_set().contains(Atspi.StateType.FOCUSABLE),
        "rows": [cell.get_name() for cell in cells],
    }


def lines_of(page: Any) -> list[tuple[int, str]]:
    """Return each line that a screen reader finds in the page, with where it begins."""
    lines, at = [], 0
    while at <= Atspi.Text.get_character_count(page):
        line = Atspi.Text.get_string_at_offset(page, at, Atspi.TextGranularity.LINE)
        lines.append((line.start_offset, line.content))
        at = max(at, line.end_offset) + 1
    return lines


def program() -> Any:
    """Wait for the program on the accessibility bus, and return it."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(index)
            if found is not None and found.get_name() == "Annotator":
                return found.get_child_at_index(0)
        listen_for(0.2)
    raise SystemExit("the window is not on the accessibility bus")


def main(python: str, steps: list[str]) -> None:
    """Open the window, read it, do the steps, and print the result."""
    announced: list[tuple[str, str]] = []
    step = ""
    listener = Atspi.EventListener.new(lambda event: announced.append((step, str(event.any_data))))
    listener.register("object:announcement")
    with subprocess.Popen(
        [python, str(Path(__file__).with_name("window.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as window:
        assert window.stdin is not None
        assert window.stdout is not None
        if window.stdout.readline().strip() != "ready":
            raise SystemExit("the window did not open")
        nodes = list(showing(program()))
        page = next(n for n in nodes if (n.get_role_name(), n.get_name()) == ("text", "Article"))
        said = {"controls": [described(node) for node in nodes], "lines": lines_of(page)}
        for step in steps:
            window.stdin.write(f"{step}\n")
            window.stdout.readline()
            listen_for(0.5)
        window.stdin.close()
    sys.stdout.write("\n" + json.dumps({**said, "announced": announced}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
