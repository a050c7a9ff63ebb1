"""The person's settings."""

from pathlib import Path
from typing import Literal, get_args

import msgspec
import platformdirs
from msgspec import Struct

from annotator.storage.atomic import not_saved, write_whole

Assist = Literal["off", "evidence", "suggest"]
ThemeName = Literal["system", "light", "dark", "contrast"]
Language = Literal["system", "en", "id"]
Zones = Literal["keep", "unmark", "cut"]
ASSISTS: tuple[str, ...] = get_args(Assist)
THEMES: tuple[str, ...] = get_args(ThemeName)
LANGUAGES: tuple[str, ...] = get_args(Language)


FILE = "settings.json"


class ExportChoices(Struct, frozen=True):
    """The choices of the last export; `folder` is "" for beside the corpus.

    The labels and deciders chosen are not kept: they belong to one corpus.
    """

    format: str = "jsonl"
    folder: str = ""
    done_only: bool = False
    zones: Zones = "keep"
    hide_sources: bool = False
    hide_deciders: bool = False
    split: bool = False
    shares: tuple[int, int, int] = (80, 10, 10)
    seed: int = 0
    strict: bool = False
    licence: str = ""


class Settings(Struct, frozen=True):
    """The person's name on decisions, the assist mode, and how the window looks.

    `person` is "" until the name was asked for. `keys` holds the keys that a person changed;
    `scheme` is the id of the label scheme, `lesson_done` whether the first-run lesson
    was done or put away; `allow_web` whether a page may be fetched when a person asks.
    """

    person: str = ""
    assist: Assist = "evidence"
    theme: ThemeName = "system"
    text_size: int = 18
    language: Language = "system"
    scheme: str = "claims"
    keys: dict[str, tuple[str, ...]] = {}
    lesson_done: bool = False
    allow_web: bool = False
    export: ExportChoices = ExportChoices()


def home() -> Path:
    """Return the folder that a person's settings are kept in."""
    return platformdirs.user_config_path("annotator", appauthor=False)


def load(path: Path) -> Settings:
    """Read the settings; a file that is missing or can't be understood gives the defaults."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return Settings()


def save(path: Path, settings: Settings) -> None:
    """Keep the settings; raise NotSavedError if they can't be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_saved(path, error) from error
    write_whole(path, [msgspec.json.format(msgspec.json.encode(settings)) + b"\n"])
