"""Pack a bundle for its system: `archive.py BUNDLE OUT SYSTEM`."""

import platform
import shutil
import sys
from pathlib import Path

from annotator import __version__


def pack(bundle: Path, out: Path, system: str) -> str:
    """Write a .zip for Windows and a .tar.gz elsewhere; return its path."""
    name = f"annotator-{__version__}-{system}-{platform.machine().lower()}"
    kind = "zip" if system == "windows" else "gztar"
    out.mkdir(parents=True, exist_ok=True)
    return shutil.make_archive(str(out / name), kind, bundle.parent, bundle.name)


if __name__ == "__main__":
    print(pack(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))  # noqa: T201
