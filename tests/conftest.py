"""Tests run without a screen; those under tests/gui get a window with a reader of their own."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent / "unit"))
