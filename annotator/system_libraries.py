"""List the system libraries Qt needs on Linux, and the Debian package of each missing one.

Uses the standard library alone, so that it runs before anything is installed:
`python annotator/system_libraries.py [window]`.
"""

import ctypes
import os
import sys

# Debian package by the library it holds.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def missing_packages(*, window: bool) -> list[str]:
    """Return the Debian packages to install, for a real window or for offscreen only."""
    if not sys.platform.startswith("linux"):
        return []
    needed = OFFSCREEN | (WINDOW if window else {})
    return [package for library, package in needed.items() if not _loads(library)]


def wants_window() -> bool:
    """Return True if Qt will open its window under X11."""
    return os.environ.get("QT_QPA_PLATFORM", "xcb").startswith("xcb") and not os.environ.get(
        "WAYLAND_DISPLAY"
    )


def complaint(*, window: bool) -> str | None:
    """Return a sentence about missing libraries and how to install them, None if none are."""
    packages = missing_packages(window=window)
    if packages:
        return (
            "Annotator needs system libraries that are missing here. On Debian or Ubuntu:\n"
            f"  sudo apt-get install {' '.join(packages)}"
        )
    if window and sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        return (
            "There is no screen to open a window on: DISPLAY is not set.\n"
            "Start Annotator from a desktop, or under xvfb-run (Debian packages xvfb, xauth)."
        )
    return None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    said = complaint(window="window" in sys.argv[1:])
    if said:
        sys.exit(said)
