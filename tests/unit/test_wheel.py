"""The wheel brings everything along: it is unpacked and tried away from the source."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_resources_travel_in_the_wheel(unpacked: Path) -> None:
    for kind in sorted(path.name for path in (ROOT / "resources").iterdir() if path.is_dir()):
        there = {
            path.relative_to(ROOT / "resources" / kind)
            for path in (ROOT / "resources" / kind).rglob("*")
            if path.is_file()
        }
        brought = {
            path.relative_to(unpacked / "annotator" / "_resources" / kind)
            for path in (unpacked / "annotator" / "_resources" / kind).rglob("*")
            if path.is_file()
        }
        assert there == brought, kind


def test_the_unpacked_program_tries_itself(unpacked: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "QT_QPA_PLATFORM": "offscreen"}
    where = [sys.executable, "-c", "import annotator; print(annotator.__file__)"]
    said = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert said.stdout.startswith(str(unpacked))
    done = subprocess.run(
        [sys.executable, "-m", "annotator", "self-test"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
