"""Tests run without a screen, and write no log among the person's own."""

import os
import sys
import tempfile
from pathlib import Path

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Processes that tests start inherit it; removed when this process ends.
_state = tempfile.TemporaryDirectory(prefix="annotator-tests-")
os.environ["XDG_STATE_HOME"] = _state.name
sys.path.insert(0, str(Path(__file__).parent / "unit"))
# Benchmarks measure what is slow; a busy machine is not a fault of the program.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
