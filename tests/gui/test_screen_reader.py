"""What a screen reader finds in the window and hears on each key, by Linux's own AT-SPI.

Needs Debian's packages xvfb, xauth, dbus-daemon, at-spi2-core, gir1.2-atspi-2.0, python3-gi.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

LISTEN = Path(__file__).parent / "screen_reader" / "listen.py"
SYSTEM_PYTHON = "/usr/bin/python3"
STEPS = ["key j", "key 1", "key x", "undo", "select 0 7", "key c"]
# Containers, and labels that say nothing just now; nobody lands on them.
SILENT = {
    "filler",
    "split pane",
    "menu bar",
    "status bar",
    "scroll pane",
    "label",
    "layered pane",
    "unknown",
    "panel",
    "scroll bar",
}


class Control(NamedTuple):
    """The screen reader's words for a control."""

    role: str
    name: str
    description: str
    focusable: bool
    rows: list[str]


class Heard(NamedTuple):
    """The results of the screen reader."""

    controls: list[Control]
    lines: list[tuple[int, str]]
    announced: list[tuple[str, str]]


def missing() -> str:
    """Return the Debian packages that are missing here."""
    found = {
        "xvfb": shutil.which("xvfb-run"),
        "xauth": shutil.which("xauth"),
        "dbus-daemon": shutil.which("dbus-run-session"),
        "at-spi2-core": Path("/usr/libexec/at-spi-bus-launcher").exists(),
        "gir1.2-atspi-2.0, python3-gi": _imports("import gi; gi.require_version('Atspi', '2.0')"),
    }
    return ", ".join(name for name, there in found.items() if not there)


def _imports(line: str) -> bool:
    if not Path(SYSTEM_PYTHON).exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", line], capture_output=True).returncode == 0


@pytest.fixture(scope="module")
def heard() -> Heard:
    if not sys.platform.startswith("linux"):
        pytest.skip("AT-SPI is Linux's")
    if packages := missing():
        pytest.skip(f"SCREEN READER NOT TESTED: Debian's packages are missing: {packages}")
    command = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--"]
    command += [SYSTEM_PYTHON, str(LISTEN), sys.executable, *STEPS]
    folders = [LISTEN.parents[1], LISTEN.parents[2] / "support"]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, folders)),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    return Heard(
        [Control(**control) for control in said["controls"]],
        [tuple(line) for line in said["lines"]],
        [tuple(one) for one in said["announced"]],
    )


def test_all_that_can_be_landed_on_says_what_it_is(heard: Heard) -> None:
    nameless = [c.role for c in heard.controls if not c.name and c.role not in SILENT]
    assert nameless == []


def test_the_panes_and_the_claim_in_focus_are_found_by_name(heard: Heard) -> None:
    found = {(control.role, control.name) for control in heard.controls}
    assert {("text", "Article"), ("text", "Note"), ("table", "Articles"), ("table", "Claims")} <= (
        found
    )
    page = next(c for c in heard.controls if (c.role, c.name) == ("text", "Article"))
    assert page.description == "Claim 1 of 3, open: stok beras 😀 aman"
    labels = [c for c in heard.controls if c.role == "push button" and c.name.startswith("Off")]
    assert labels
    assert "state institution" in labels[0].description


def test_a_row_of_a_list_says_all_of_it(heard: Heard) -> None:
    rows = {control.name: control.rows for control in heard.controls if control.role == "table"}
    assert rows["Claims"][0] == "1, open: stok beras 😀 aman"
    assert "0 of 3 claims" in rows["Articles"][0]


def test_every_line_is_read_the_empty_ones_as_empty(heard: Heard) -> None:
    assert heard.lines == [
        (0, "Menteri Ani Sari mengatakan stok beras 😀 aman."),
        (48, ""),
        (49, "Warga menduga harga naik besok."),
        (81, ""),
        (82, ""),
        (83, "Harga beras naik 5 persen pada Senin."),
    ]


def test_each_key_says_which_claim_is_in_focus_then(heard: Heard) -> None:
    assert heard.announced == [
        ("key j", "Claim 2 of 3, open: harga naik besok"),
        ("key 1", "Claim 3 of 3, open: Harga beras naik 5 persen pada Senin"),
        ("key x", "Claim 1 of 2, open: stok beras 😀 aman"),
        ("undo", "Claim 3 of 3, open: Harga beras naik 5 persen pada Senin"),
        ("key c", "Claim 1 of 4, open: Menteri"),
    ]
