"""Tests run without a screen; those under tests/gui get a window with a reader of their own."""

import os
import sys
from pathlib import Path

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent / "unit"))
# What is slow is measured by benchmarks; a busy machine is no fault of the program.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
