"""Libraries that only some formats need: imported when they are needed, named when missing."""

from importlib import import_module
from typing import Any

from annotator.core.errors import MissingLibraryError


def need(module: str, what: str, library: str | None = None) -> Any:
    """Import a module; raise MissingLibraryError, saying what needs it, if it isn't there."""
    try:
        return import_module(module)
    except ImportError as error:
        name = library or module.partition(".")[0]
        raise MissingLibraryError(what=what, library=name) from error
