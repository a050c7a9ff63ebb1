"""Start the reading process. Imports very little, so that it can start first."""

import os
import subprocess
import sys
from pathlib import Path


def launch(expected: Path | None = None) -> subprocess.Popen[bytes]:
    """Start the reading process; it loads the language of the expected file first.

    -P keeps the current folder out of the module path: no code is run from data.
    """
    if getattr(sys, "frozen", False):
        command = [sys.executable, "worker"]
    else:
        command = [sys.executable, "-P", "-m", "annotator.language.worker"]
    if expected is not None:
        command.append(os.fspath(expected))
    # Models this small are slower with more threads, and each thread costs memory.
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
