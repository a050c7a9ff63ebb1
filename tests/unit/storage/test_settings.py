"""Settings are kept; a broken file gives the defaults and is never fatal."""

from pathlib import Path

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
