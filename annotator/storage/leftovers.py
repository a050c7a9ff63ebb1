"""Remove the folders that a killed export left behind, since they hold plain text."""

import contextlib
import os
import platform
import re
import shutil
import time
from pathlib import Path

SUFFIX = ".tmp"
# If processes can't be looked up by number, only older folders count as left behind.
_OLD_SECONDS = 24 * 60 * 60
_NAME = re.compile(r"\..+\.([0-9]+)@([^@]*)@[^@]*" + re.escape(SUFFIX))


def prefix(name: str) -> str:
    """Return the start of a working folder's name: its purpose, process and host."""
    return f".{name}.{os.getpid()}@{_host()}@"


def clear(folder: Path) -> None:
    """Remove the working folders of processes of this machine that are gone."""
    with contextlib.suppress(OSError):
        for entry in folder.iterdir():
            found = _NAME.fullmatch(entry.name)
            if found and found[2] == _host() and not _at_work(int(found[1]), entry):
                shutil.rmtree(entry, ignore_errors=True)


def _host() -> str:
    return re.sub(r"[^\w.-]", "-", platform.node())


def _at_work(pid: int, folder: Path) -> bool:
    if os.name != "posix":
        return time.time() - folder.stat().st_mtime < _OLD_SECONDS
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
