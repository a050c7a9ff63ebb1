"""Show and store names of files: on Linux they are bytes, which need not be Unicode."""

import re

# Python's escape for a byte of a name that is not UTF-8.
_BYTE = re.compile("[\udc80-\udcff]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_HALF = re.compile("[\ud800-\udfff]")


def readable(name: str) -> str:
    """Return a name that can be shown and saved: such bytes as Windows-1252 reads them.

    Control characters, which may be in names too, are left out.
    It is for people and records. The file itself is only found by the name as it was.
    """
    shown = _BYTE.sub(_as_western, name)
    return _CONTROLS.sub("", _HALF.sub("\ufffd", shown))


def _as_western(byte: re.Match[str]) -> str:
    return bytes([ord(byte.group()) - 0xDC00]).decode("cp1252", "replace")
