"""What the packages are made of: notices, desktop files, the man page, the recipes."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import build as debian_package
import notices
import pytest
from typer.main import get_command

from annotator import __version__, cli

ROOT = Path(__file__).parents[2]
DEBIAN = ROOT / "packaging" / "debian"


def test_every_library_has_a_notice_with_a_licence() -> None:
    said = notices.FILE.read_text("utf-8")
    needed = notices.closure("annotator", "formats")
    listed = {
        re.sub(r"[-_.]+", "-", name).lower()
        for name in re.findall(r"^\| (\S+) \|", said, re.MULTILINE)
    }
    assert needed <= listed, "run: make notices"
    assert all(notices.licence(name) != "unknown" for name in needed)


def test_fonts_models_and_qt_have_a_notice() -> None:
    said = notices.FILE.read_text("utf-8")
    for named in ("LGPL", "replace them", "Inter", "NotoSerif", "idner-news-2k", "Wikinews"):
        assert named in said


def test_a_library_that_is_pinned_is_one_that_is_needed() -> None:
    """Every line of the constraints is a library of a dependency, or a tool of one."""
    pinned = (ROOT / "packaging" / "constraints.txt").read_text().splitlines()
    names = [line.partition("==")[0] for line in pinned if "==" in line]
    assert len(names) == len({name.lower() for name in names})
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*needed["dependencies"], *needed["optional-dependencies"]["formats"]]
    direct = {re.split(r"[<>=\[]", line)[0].lower().replace("_", "-") for line in lines}
    assert direct <= {name.lower().replace("_", "-") for name in names}


def test_the_version_is_said_once() -> None:
    said = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert said == __version__
    assert f"version: {__version__}" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_the_man_page_has_every_command_and_option() -> None:
    page = debian_package.man_page()
    group: Any = get_command(cli.app)
    for name, command in group.commands.items():
        assert (f".B {name}\n" in page) is not command.hidden
        for option in () if command.hidden else command.params:
            assert f".B {', '.join(option.opts)}\n" in page


@pytest.mark.skipif(not shutil.which("groff"), reason="SKIPPED: groff is not installed")
def test_the_man_page_is_well_formed() -> None:
    command = ["groff", "-man", "-ww", "-z"]
    done = subprocess.run(command, input=debian_package.man_page(), text=True, capture_output=True)
    assert done.stderr == ""


def test_the_package_asks_for_what_the_program_asks_for() -> None:
    said = debian_package.control(1, "amd64")
    for package in ("libegl1", "libxcb-cursor0", "libx11-xcb1"):
        assert package in said


@pytest.mark.parametrize("file", ["annotator.mime.xml", "annotator.metainfo.xml"])
def test_xml_is_well_formed(file: str) -> None:
    ElementTree.fromstring((DEBIAN / file).read_bytes())


def test_the_desktop_opens_our_own_files_with_the_program() -> None:
    entry = (DEBIAN / "annotator.desktop").read_text("utf-8")
    kind = "application/x-annotator-corpus"
    assert kind in entry
    assert kind in (DEBIAN / "annotator.mime.xml").read_text("utf-8")
    assert "Exec=annotator open %F" in entry
