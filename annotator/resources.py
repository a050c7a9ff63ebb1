"""Find the program's data files: in the source tree, a wheel or a frozen bundle."""

import sys
from pathlib import Path


def _root() -> Path:
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [here / "_resources", here.parent / "resources"]
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"Annotator's resources are missing; looked in {candidates}")


def path(kind: str, name: str = "") -> Path:
    """Return the path of resource `name` of a `kind` (a folder of resources/)."""
    return _root() / kind / name
