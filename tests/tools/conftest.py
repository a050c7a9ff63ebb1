"""Fixtures for the tests with real tools: tools, and servers that run during a test."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "support")]

import httpx
import install

PATIENCE = 300


@pytest.fixture
def python_of() -> Callable[[str], str]:
    """Return a tool's Python; skip the test, loudly, where the tool is not installed."""

    def found(name: str) -> str:
        python = install.python(name)
        if not (python.parents[1] / "installed.txt").exists():
            pytest.skip(f"{name} is not installed: make tools does it")
        return str(python)

    return found


@pytest.fixture
def serve(tmp_path: Path) -> Callable[..., object]:
    """Start a server and wait until it answers; end it with the test."""

    @contextmanager
    def started(command: list[str], port: int, at: str, env: dict[str, str]) -> Iterator[str]:
        log = tmp_path / "server.log"
        with log.open("wb") as stream:
            process = subprocess.Popen(command, stdout=stream, stderr=stream, env=env)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address + at, process, log)
            yield address
        finally:
            process.terminate()
            process.wait(30)

    return started


def wait_for(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(PATIENCE):
        assert process.poll() is None, log.read_text(errors="replace")[-3000:]
        try:
            if httpx.get(address).status_code < 500:
                return
        except httpx.TransportError:
            time.sleep(1)
    raise AssertionError(log.read_text(errors="replace")[-3000:])


@pytest.fixture
def port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
