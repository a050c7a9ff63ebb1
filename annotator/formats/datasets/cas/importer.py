"""UIMA CAS through dkpro-cassis, which turns UTF-16 units into code points.

Our own layers come back as they went; of others, a span annotation is a mark named for its
type, or for its value where it is a named entity, and a relation is a link. A CAS doesn't
say who decided, so that labels are suggestions.
"""

import re
import warnings
from collections.abc import Callable, Iterator
from keyword import iskeyword
from pathlib import PurePosixPath
from typing import Any

from annotator.core.article import Article
from annotator.core.libraries import need
from annotator.core.spans import Attributes
from annotator.formats.datasets import foreign_fields
from annotator.formats.datasets.dataset import FAULTS, ArticleBuilder, Dataset, Job, Record
from annotator.formats.graph import NAMES, Node, Role

WHAT = "UIMA CAS"
# A file of more than this would make cassis take gigabytes: it maps every character.
LARGEST = 32 * 2**20
DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
META = f"{DKPRO}metadata.type.DocumentMetaData"
ENTITY = f"{DKPRO}ner.type.NamedEntity"
PART = "webanno.custom.ClaimPart"
SIDECAR = "webanno.custom.AnnotatorSidecar"
# Features that every text has, and that say nothing about it.
SILENT = ("uima.", "org.dkpro.core.api.xml.", f"{DKPRO}segmentation.", f"{DKPRO}metadata.")
# Exceptions of the library on an unexpected file.
LIBRARY_FAULTS = (
    *FAULTS,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    SyntaxError,
    TypeError,
)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\[\])?")
LABELS = ("label", "status", "value")
DIRECT: dict[str | None, Any] = {"direct": True, "mixed": "mixed"}
POLARITY: dict[str | None, Any] = {"neg": "neg", "cond": "cond"}


def sound_types(types: Any) -> Any:
    """Return a type system; raise ValueError if a name in it is more than a name.

    cassis makes Python source of the names of features when it first meets a type.
    """
    for type_ in types.get_types(built_in=True):
        for name in (*type_.name.split("."), *(feature.name for feature in type_.all_features)):
            if not _NAME.fullmatch(name) or iskeyword(name):
                raise ValueError(f"{name!r} is not a name of a type or feature")
    return types


class CasImporter(Dataset):
    """Base of the XMI and JSON importers."""

    def made(self, record: Record, job: Job, load: Callable[[Any], Any]) -> Article:
        """Return the article of the CAS that `load` makes with cassis."""
        cas = _loaded(load)
        builder = ArticleBuilder(record, job, PurePosixPath(record.where).stem, cas.sofa_string)
        structures = sorted(cas.select_all_annotations(), key=_order)
        links = []
        for structure in structures:
            name = structure.type.name
            if name == META:
                _header(builder, structure)
            elif name == SIDECAR:
                builder.sidecar = foreign_fields.sidecar(_said(structure, "json"))
            elif hasattr(structure, "Governor") and hasattr(structure, "Dependent"):
                links.append(structure)
        marks = {id(one): node for one, node in _marks(builder, structures)}
        for structure in links:
            head, child = marks.get(id(structure.Governor)), marks.get(id(structure.Dependent))
            if head is None or child is None:
                builder.leave_out("relations", "they lead to no mark")
            else:
                builder.link(_said(structure, "kind") or _short(structure), head.id, child.id)
        return builder.article()


def _loaded(load: Callable[[Any], Any]) -> Any:
    """Load a CAS; raise ValueError if cassis fails or an offset is outside the text."""
    cassis = need("cassis", WHAT, "dkpro-cassis")
    types = need("cassis.typesystem", WHAT, "dkpro-cassis")
    faults = (*LIBRARY_FAULTS, types.TypeCheckError, types.TypeNotFoundError)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            cas = load(cassis)
        except faults as error:
            raise ValueError(f"it is not a CAS: {error or type(error).__name__}") from error
    lost = next((one for one in said if "Not mapping" in str(one.message)), None)
    if lost is not None:
        raise ValueError(f"a mark begins or ends where no character does: {lost.message}")
    return cas


def _marks(builder: ArticleBuilder, structures: list[Any]) -> Iterator[tuple[Any, Node]]:
    for number, one in enumerate(structures):
        name = one.type.name
        if name in (META, SIDECAR) or name.startswith(SILENT) or hasattr(one, "Governor"):
            continue
        begin, end = getattr(one, "begin", None), getattr(one, "end", None)
        if not isinstance(begin, int) or not isinstance(end, int):
            builder.leave_out("annotations of whole texts")
            continue
        if name.startswith(DKPRO) and name != ENTITY:
            builder.leave_out(f"annotations of the layer {_short(one)!r}")
            continue
        id_ = _said(one, "identifier")
        if not id_ or builder.role(id_):
            id_ = f"structure {number}"
        yield one, _mark(builder, one, id_, begin, end)


def _mark(builder: ArticleBuilder, one: Any, id_: str, begin: int, end: int) -> Node:
    if one.type.name == ENTITY:
        return builder.add(Node(id_, "entity", _said(one, "value") or "entity", begin, end))
    label = next(filter(None, (_said(one, name) for name in LABELS)), "")
    role = _said(one, "role")
    known: dict[str, Role] = {name: name for name in NAMES}
    if one.type.name == PART and role in known:
        node = builder.add(Node(id_, known[role], label, begin, end))
    else:
        node = builder.mark(id_, _short(one), begin, end, label=label)
    if node.role == "claim":
        builder.say(node.id, _attributes(one))
    return node


def _attributes(one: Any) -> Attributes:
    return Attributes(
        source_type=_said(one, "sourceType"),
        source_ref=_said(one, "sourceRef"),
        via=_said(one, "via"),
        direct=DIRECT.get(_said(one, "directness"), False),
        polarity=POLARITY.get(_said(one, "polarity"), "pos"),
        checkable={"yes": True, "no": False}.get(_said(one, "checkable") or ""),
        note=_said(one, "note"),
    )


def _header(builder: ArticleBuilder, meta: Any) -> None:
    language = _said(meta, "language")
    given = {
        "title": _said(meta, "documentTitle"),
        "url": _said(meta, "documentUri"),
        "lang": None if language == "x-unspecified" else language,
    }
    builder.fields({name: value for name, value in given.items() if value})


def _said(structure: Any, name: str) -> str | None:
    value = getattr(structure, name, None)
    return value if isinstance(value, str) and value else None


def _short(structure: Any) -> str:
    return str(structure.type.name).rpartition(".")[2]


def _order(structure: Any) -> tuple[int, int, int]:
    places = (getattr(structure, name, None) for name in ("begin", "end", "xmiID"))
    begin, end, id_ = (place if isinstance(place, int) else -1 for place in places)
    return begin, end, id_
