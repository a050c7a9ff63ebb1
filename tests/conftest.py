"""Tests run without a screen, and write no log among the person's own."""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from spacy.language import Language

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Processes that tests start inherit it; removed when this process ends.
_state = tempfile.TemporaryDirectory(prefix="annotator-tests-")
os.environ["XDG_STATE_HOME"] = _state.name
sys.path.insert(0, str(Path(__file__).parent / "support"))
# Benchmarks measure what is slow; a busy machine is not a fault of the program.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def indonesian_blank() -> "Language":
    """spaCy's own Indonesian: made once, since its exceptions take seconds."""
    import spacy

    return spacy.blank("id")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests that share a dear fixture in one of the processes of `pytest -n`."""
    for item in items:
        for fixture in ("indonesian_blank", "unpacked", "pipelines"):
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(pytest.mark.xdist_group(fixture))
