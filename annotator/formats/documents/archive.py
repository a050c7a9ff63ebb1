"""Unpack documents that are ZIP files (DOCX, ODT, EPUB), which may be hostile, in memory only."""

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile, ZipFile

from annotator.core.errors import NotThisFormatError, ProtectedError, TooMuchInsideError
from annotator.formats.documents.document import File

LIMIT_MEMBERS = 5_000
LIMIT_UNPACKED = 100 * 2**20
# What XML and HTML may be; pictures are never unpacked.
LIMIT_PART = 50 * 2**20

_ENCRYPTED = 0x1
_ENCRYPTED_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Archive:
    """The parts of a document by their names, each read within limits."""

    def __init__(self, file: File, packed: ZipFile) -> None:
        self._file = file
        self._packed = packed
        self._left = LIMIT_UNPACKED
        self._infos = {info.filename: info for info in packed.infolist()}

    def names(self) -> tuple[str, ...]:
        """Return the parts' names, as they are in the file: they are not paths."""
        return tuple(self._infos)

    def alike(self, name: str) -> str:
        """Return the name of the part that is meant: packages differ in case from their parts."""
        if name in self._infos:
            return name
        return next((one for one in self._infos if one.lower() == name.lower()), name)

    def part(self, name: str) -> bytes | None:
        """Return a part's bytes, None if there is none.

        Raises TooMuchInsideError or ProtectedError.
        """
        info = self._infos.get(name)
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise ProtectedError(path=self._file.path)
        limit = min(LIMIT_PART, self._left)
        # The size a header states may be a lie: what comes out is what counts.
        with self._packed.open(info) as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            what = f"{name} unpacks to more than {limit // 2**20} MB"
            raise TooMuchInsideError(path=self._file.path, what=what, limit=f"{limit} bytes")
        self._left -= len(data)
        return data


@contextmanager
def unpack(file: File, format_: str) -> Iterator[Archive]:
    """Give a document's parts; raise what says that it is broken, protected or too much.

    What goes wrong with the ZIP while it is in use becomes a NotThisFormatError.
    """
    if file.raw.startswith(_ENCRYPTED_OFFICE):
        raise ProtectedError(path=file.path)
    try:
        with ZipFile(io.BytesIO(file.raw)) as packed:
            count = len(packed.infolist())
            if count > LIMIT_MEMBERS:
                what = f"{count} parts"
                raise TooMuchInsideError(path=file.path, what=what, limit=LIMIT_MEMBERS)
            yield Archive(file, packed)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError) as error:
        raise NotThisFormatError(path=file.path, format=format_, reason=f"{error}") from error
