"""Import spaCy without its command line, which takes a third of the time and 18 MB."""

import importlib
import sys
from types import ModuleType

_COMMAND_LINE = "spacy.cli"
_INFO = "spacy.cli.info"


def import_spacy() -> None:
    """Import spaCy; its command line is imported when somebody asks for it."""
    if "spacy" in sys.modules:
        return
    # `import spacy` takes `info` from there, which imports httpx, requests and rich.
    stand_in = ModuleType(_INFO)
    stand_in.info = _info  # type: ignore[attr-defined]
    sys.modules[_COMMAND_LINE] = ModuleType(_COMMAND_LINE)
    sys.modules[_INFO] = stand_in
    try:
        importlib.import_module("spacy")
    finally:
        del sys.modules[_COMMAND_LINE], sys.modules[_INFO]


def _info(*given: object, **named: object) -> object:
    return importlib.import_module(_INFO).info(*given, **named)
