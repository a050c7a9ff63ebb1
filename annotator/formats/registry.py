"""Find the importer of a file and the exporter of a format, also of plug-ins."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.errors import UnknownFileError, UnknownFormatError
from annotator.formats import files
from annotator.formats.documents.text import SUFFIXES as TEXT_SUFFIXES
from annotator.formats.exporter import Exporter
from annotator.formats.importer import Importer
from annotator.formats.token_lines import is_prose

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

# The entry points by which other packages add formats.
IMPORTER_GROUP = "annotator.importers"
EXPORTER_GROUP = "annotator.exporters"

# Format names and the modules below annotator.formats that read them, in the order in which
# they are asked whether they recognise a file. A module is imported when its format is asked
# for, so that starting stays fast.
IMPORTERS = {
    "jsonl": "datasets.jsonl.importer",
    "prodigy": "datasets.prodigy.importer",
    "doccano": "datasets.doccano.importer",
    "label-studio": "datasets.label_studio.importer",
    "brat": "datasets.brat.importer",
    "citron": "datasets.citron.importer",
    "web-annotation": "datasets.web_annotation.importer",
    "cas-json": "datasets.cas.json_importer",
    "cas-xmi": "datasets.cas.xmi_importer",
    "subtitles": "documents.subtitles",
    "spacy-json": "datasets.spacy_json.importer",
    "json": "datasets.json_records.importer",
    "conll": "datasets.conll.importer",
    "docbin": "datasets.docbin.importer",
    "huggingface": "datasets.huggingface.importer",
    "parquet": "datasets.parquet.importer",
    "xlsx": "datasets.xlsx.importer",
    "csv": "datasets.csv.importer",
    "html": "documents.html",
    "markdown": "documents.markdown",
    "pdf": "documents.pdf",
    "docx": "documents.docx",
    "odt": "documents.odt",
    "epub": "documents.epub",
    "rtf": "documents.rtf",
    "eml": "documents.eml",
    "text": "documents.text",
}

# Format names and the modules that write them, in the order in which they are offered.
EXPORTERS = {
    "jsonl": "datasets.jsonl.exporter",
    "claims-jsonl": "datasets.claims_jsonl.exporter",
    "csv": "datasets.csv.exporter",
    "xlsx": "datasets.xlsx.exporter",
    "parquet": "datasets.parquet.exporter",
    "prodigy": "datasets.prodigy.exporter",
    "doccano": "datasets.doccano.exporter",
    "label-studio": "datasets.label_studio.exporter",
    "brat": "datasets.brat.exporter",
    "conll": "datasets.conll.exporter",
    "docbin": "datasets.docbin.exporter",
    "cas-xmi": "datasets.cas.xmi_exporter",
    "cas-json": "datasets.cas.json_exporter",
    "citron": "datasets.citron.exporter",
    "web-annotation": "datasets.web_annotation.exporter",
    "claimreview": "datasets.claimreview.exporter",
    "refi-qda": "datasets.refi_qda.exporter",
    "huggingface": "datasets.huggingface.exporter",
    "html": "reports.html",
    "docx": "reports.docx",
    "odt": "reports.odt",
}


# Former names of formats; WebAnno is another tool with another format.
FORMER_NAMES = {"webanno": "web-annotation"}


def importer_names() -> tuple[str, ...]:
    """Return the names of all formats that can be read, ours first."""
    added = sorted(_plug_ins(IMPORTER_GROUP))
    return (*IMPORTERS, *(name for name in added if name not in IMPORTERS))


def exporter_names() -> tuple[str, ...]:
    """Return the names of all formats that can be written, ours first."""
    added = sorted(_plug_ins(EXPORTER_GROUP))
    return (*EXPORTERS, *(name for name in added if name not in EXPORTERS))


def importer(name: str) -> Importer:
    """Return the importer of a format; raise UnknownFormatError if there is none."""
    found = _load(name, IMPORTERS, "IMPORTER", IMPORTER_GROUP)
    if not (isinstance(found, type) and issubclass(found, Importer)):
        raise UnknownFormatError(name=name, names=", ".join(importer_names()))
    made: Importer = found()
    return made


def exporter(name: str) -> type[Exporter]:
    """Return the exporter of a format; raise UnknownFormatError if there is none."""
    found = _load(name, EXPORTERS, "EXPORTER", EXPORTER_GROUP)
    if not (isinstance(found, type) and issubclass(found, Exporter)):
        raise UnknownFormatError(name=name, names=", ".join(exporter_names()))
    return found


def recognise(path: Path) -> Importer:
    """Return the importer of a file or folder, by its suffix and its first bytes.

    A file whose suffix belongs to no format is read as text. Raises NotReadableError, or
    UnknownFileError if a format has this suffix but does not recognise the content.
    """
    head = files.head(path)
    # Text is what is opened first and most: the other modules can wait.
    if path.suffix.lower() in TEXT_SUFFIXES and is_prose(head):
        return importer("text")
    found = list(_importers())
    for candidate in found:
        if candidate.recognises(path, head):
            return candidate
    known = any(path.suffix.lower() in candidate.suffixes for candidate in found)
    if path.is_dir() or known:
        raise UnknownFileError(path=path, names=", ".join(importer_names()))
    return importer("text")


@cache
def readable_suffixes() -> tuple[str, ...]:
    """Return the suffixes of articles that are looked for in a folder."""
    single = (candidate for candidate in _importers() if not candidate.many)
    return tuple(dict.fromkeys(suffix for one in single for suffix in one.suffixes))


def _importers() -> Iterator[Importer]:
    return map(importer, importer_names())


def _load(name: str, ours: dict[str, str], attribute: str, group: str) -> object:
    """Return what a module or a plug-in holds for a format, None if nobody has it."""
    name = FORMER_NAMES.get(name, name)
    if name in ours:
        found: object = getattr(import_module(f"annotator.formats.{ours[name]}"), attribute)
        return found
    entry = _plug_ins(group).get(name)
    return entry.load() if entry else None


@cache
def _plug_ins(group: str) -> "dict[str, EntryPoint]":
    # Imported late: it takes 25 ms, and looking through all packages as long again.
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in entry_points(group=group)}
