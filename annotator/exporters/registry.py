"""Which exporter writes which format; other packages add theirs by entry point."""

from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from annotator.core.errors import UnknownFormatError
from annotator.exporters.exporter import Exporter

GROUP = "annotator.exporters"

# A module is imported when its format is asked for, so that starting stays fast.
FORMATS = (
    "jsonl",
    "claims-jsonl",
    "csv",
    "parquet",
    "prodigy",
    "doccano",
    "label-studio",
    "brat",
    "conll",
    "docbin",
    "cas-xmi",
    "cas-json",
    "citron",
    "webanno",
    "claimreview",
    "refi-qda",
    "huggingface",
    "html",
    "docx",
    "odt",
)


def names() -> tuple[str, ...]:
    """Return the names of all formats, ours first."""
    return (*FORMATS, *(name for name in sorted(_added()) if name not in FORMATS))


def exporter(name: str) -> type[Exporter]:
    """Return the exporter of a format; raise UnknownFormatError if there is none."""
    if name in FORMATS:
        module = import_module(f"annotator.exporters.{name.replace('-', '_')}")
        found = module.EXPORTER
    elif name in (added := _added()):
        found = added[name].load()
    else:
        raise UnknownFormatError(name=name, names=", ".join(names()))
    if not (isinstance(found, type) and issubclass(found, Exporter)):
        raise UnknownFormatError(name=name, names=", ".join(names()))
    return found


def _added() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}
