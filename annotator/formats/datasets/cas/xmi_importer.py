"""UIMA CAS as XMI, with its type system beside it, in a folder or in a ZIP as INCEpTION gives."""

import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError, NotThisFormatError
from annotator.core.libraries import need
from annotator.core.xml import parse
from annotator.formats import files
from annotator.formats.datasets.cas.importer import LARGEST, WHAT, CasImporter, sound_types
from annotator.formats.datasets.dataset import Job, Record

TYPES = "typesystem.xml"
# A ZIP may unpack to no more than this in all.
LARGEST_ZIP = 1024 * 2**20
ZIP = b"PK\x03\x04"
# What zipfile raises on a file that is broken, encrypted or packed in a way it doesn't know.
ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, LookupError)


class CasXmi(CasImporter):
    """XMI of INCEpTION and other UIMA tools."""

    name = "cas-xmi"
    title = "UIMA CAS XMI (INCEpTION)"
    suffixes = (".xmi", ".zip")

    def recognises(self, path: Path, head: bytes) -> bool:
        if path.is_dir():
            return files.has(path, "*.xmi")
        if head.startswith(ZIP):
            return path.suffix.lower() == ".zip" and any(_is_xmi(name) for name in _names(path))
        return path.suffix.lower() == ".xmi"

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        if not path.is_dir() and files.head(path).startswith(ZIP):
            yield from _zipped(path)
            return
        for file in files.of_kind(path, "*.xmi"):
            yield Record(
                file, file.name, (_beside(file, path), partial(files.whole, file, LARGEST))
            )

    def article(self, record: Record, job: Job) -> Article:
        types, read = record.raw
        raw = read()
        # cassis would resolve entities: a file that declares any is not shown to it.
        parse(raw, WHAT)

        def load(cassis: Any) -> Any:
            return cassis.load_cas_from_xmi(BytesIO(raw), _types(job, types), lenient=True)

        return self.made(record, job, load)


def _types(job: Job, raw: bytes) -> Any:
    """Return a type system, made once an import."""
    if raw not in job.kept:
        parse(raw, WHAT)
        cassis = need("cassis", WHAT, "dkpro-cassis")
        job.kept[raw] = sound_types(cassis.load_typesystem(BytesIO(raw)))
    return job.kept[raw]


def _beside(file: Path, top: Path) -> bytes:
    """Return the type system that lies beside a file, or beside the folder it is in."""
    folders = [file.parent] if top in (file.parent, file) else [file.parent, top]
    for folder in folders:
        for found in sorted(folder.glob("*.xml")):
            if found.name.lower() == TYPES:
                return files.whole(found, LARGEST)
    raise NotThisFormatError(
        path=file, format=WHAT, reason="its type system, TypeSystem.xml, is not beside it"
    )


def _zipped(path: Path) -> Iterator[Record]:
    archive = _archive(path)
    try:
        with archive:
            unpacked = _Unpacked(archive)
            types = next((n for n in archive.namelist() if _last(n).lower() == TYPES), None)
            if types is None:
                raise ValueError("its type system, TypeSystem.xml, is not in it")
            raw = unpacked.read(types)
            for name in filter(_is_xmi, archive.namelist()):
                yield Record(path, name, (raw, partial(unpacked.read, name)))
    except ValueError as error:
        raise NotThisFormatError(path=path, format=WHAT, reason=error) from error


class _Unpacked:
    """Read the files of a ZIP, up to a limit for each and for all together."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = LARGEST_ZIP

    def read(self, name: str) -> bytes:
        """Return a file's bytes; raise ValueError if it is too large or broken."""
        try:
            with self._archive.open(name) as stream:
                raw = stream.read(LARGEST + 1)
        except ZIP_FAULTS as error:
            raise ValueError(f"it can't be unpacked ({error})") from error
        self._left -= len(raw)
        if len(raw) > LARGEST or self._left < 0:
            raise ValueError(f"it unpacks to more than {LARGEST // 2**20} MB")
        return raw


def _names(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.namelist()
    except (*ZIP_FAULTS, ValueError):
        return []


def _archive(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (*ZIP_FAULTS, ValueError) as error:
        raise NotThisFormatError(path=path, format=WHAT, reason=error) from error


def _is_xmi(name: str) -> bool:
    return name.lower().endswith(".xmi")


def _last(name: str) -> str:
    return name.rpartition("/")[2]


IMPORTER = CasXmi
