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


# Tests that share what takes seconds to make, by a part of their name.
SHARING = {
    "test_tokenisation.py": "indonesian_blank",
    "test_a_docbin_of_spacy_itself": "indonesian_blank",
    "test_attribution_works_in_a_bare_pipeline": "indonesian_blank",
    "test_models.py": "models",
    "test_wheel.py": "wheel",
}


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Deal tests out one by one, but those that share something to the same process.

    xdist's own `loadgroup` no longer works with pytest 9.2.
    """
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return next((group for part, group in SHARING.items() if part in nodeid), nodeid)

    return Scheduling(config, log)
