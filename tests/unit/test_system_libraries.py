"""Missing system libraries are named with the package to install."""

import subprocess
import sys
from pathlib import Path

import pytest

from annotator import system_libraries


def test_a_missing_library_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "_loads", lambda name: "EGL" not in name)
    monkeypatch.setattr(sys, "platform", "linux")
    assert system_libraries.missing_packages(window=True) == ["libegl1"]
    complaint = system_libraries.complaint(window=False)
    assert complaint is not None
    assert "apt-get install libegl1" in complaint


def test_a_window_needs_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "_loads", lambda _: True)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    assert "DISPLAY" in (system_libraries.complaint(window=True) or "")
    assert system_libraries.complaint(window=False) is None


def test_it_runs_before_anything_is_installed() -> None:
    script = Path(system_libraries.__file__)
    assert subprocess.run([sys.executable, "-S", "-I", str(script)], check=False).returncode == 0
