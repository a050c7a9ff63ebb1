"""Entries of a ZIP archive that come out the same in every export."""

from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

# Fast rather than small.
LEVEL = 2
# The earliest date a ZIP file can hold: the same export is the same file.
EARLIEST = (1980, 1, 1, 0, 0, 0)


def zip_entry(name: str, *, plain: bool = False) -> ZipInfo:
    """Return an entry without a date of its own; `plain` stores it without compression."""
    info = ZipInfo(name, EARLIEST)
    info.compress_type = ZIP_STORED if plain else ZIP_DEFLATED
    info._compresslevel = LEVEL  # type: ignore[attr-defined]  # noqa: SLF001
    return info
