"""Settings are kept; a broken file gives the defaults and is never fatal."""

from pathlib import Path

import pytest

from annotator.core.errors import NotSavedError
from annotator.storage import settings
from annotator.storage.settings import Settings


def test_there_and_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    chosen = Settings(person="Rina", assist="suggest", theme="dark", text_size=20)
    settings.save(path, chosen)
    assert settings.load(path) == chosen


def test_a_broken_file_gives_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "pink"}')
    assert settings.load(path) == Settings()
    assert settings.load(tmp_path / "gone.json").assist == "evidence"


def test_settings_that_can_not_be_kept_are_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    with pytest.raises(NotSavedError, match=r"settings\.json"):
        settings.save(tmp_path / "config" / "settings.json", Settings())
