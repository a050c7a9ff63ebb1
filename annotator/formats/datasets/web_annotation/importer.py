"""W3C Web Annotation: annotations in JSON-LD, and beside them the texts they speak of.

Positions are code points (w3.org/TR/annotation-model, 4.2.5). Where a position doesn't fit
its quote, the quote counts, at every place where it stands with what is around it. A person
who is named as creator decided; what software generated is a suggestion.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec
from msgspec import Raw, Struct

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError, NotThisFormatError
from annotator.core.spans import Attributes
from annotator.formats import files
from annotator.formats.datasets import foreign_fields
from annotator.formats.datasets.dataset import (
    FAULTS,
    LONGEST_TEXT,
    ArticleBuilder,
    Dataset,
    Job,
    Record,
    broken,
)
from annotator.formats.datasets.json_keys import keys, may_hold_json
from annotator.formats.graph import Sidecar

CONTEXT = b"www.w3.org/ns/anno"
LONGEST = 4 * LONGEST_TEXT
MOST_PLACES = 1_000
JSON = "application/json"


class _Peek(Struct):
    target: Any


_peeks = msgspec.json.Decoder(_Peek)
_objects = msgspec.json.Decoder(dict[str, Any])
_pages = msgspec.json.Decoder(dict[str, Raw])
_lists = msgspec.json.Decoder(list[Raw])


class WebAnnotation(Dataset):
    """Annotations as linked data, with the texts beside them."""

    name = "web-annotation"
    title = "W3C Web Annotation (JSON-LD)"
    suffixes = (".jsonld", ".json")

    def recognises(self, path: Path, head: bytes) -> bool:
        if path.is_dir():
            return files.has(path, "*.jsonld")
        fits = "@context" in keys(head)[1] and CONTEXT in head
        return may_hold_json(path) and fits

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        for file in files.of_kind(path, "*.jsonld"):
            texts: dict[str, list[Raw]] = {}
            for number, raw in enumerate(_raw_items(file, self.title), 1):
                try:
                    texts.setdefault(_text_of(_peeks.decode(raw).target), []).append(raw)
                except FAULTS as error:
                    yield broken(file, f"annotation {number}", error)
            for name, raws in texts.items():
                yield Record(file, name, raws)

    def article(self, record: Record, job: Job) -> Article:
        path = files.inside(record.path.parent, record.where)
        builder = ArticleBuilder(record, job, path.stem, files.whole(path, LONGEST).decode())
        items = [_Item(builder, _objects.decode(raw)) for raw in record.raw]
        sidecar = next((item.sidecar for item in items if item.sidecar is not None), None)
        builder.sidecar = sidecar
        ids = _ids(sidecar) if sidecar is not None else {}
        labelled = [item for item in items if item.label]
        decided = bool(labelled) and all(item.person for item in labelled)
        builder.by(labelled[0].person if decided else None, decided=decided)
        for number, item in enumerate(items):
            if item.sidecar is None:
                item.mark(ids, number)
        for item in items:
            item.link(ids)
        return builder.article()


class _Item:
    """One annotation, put into an article's builder."""

    def __init__(self, builder: ArticleBuilder, said: dict[str, Any]) -> None:
        self._builder = builder
        self._said = said
        self._bodies = [body for body in _all(said.get("body")) if isinstance(body, dict)]
        self.label = self._text("classifying")
        self.sidecar = self._sidecar()

    @property
    def person(self) -> str:
        """The person who made it, "" if not a person."""
        for agent in _all(self._said.get("creator")):
            if isinstance(agent, dict) and "Person" in _all(agent.get("type")):
                name = agent.get("nickname") or agent.get("name")
                return name if isinstance(name, str) else "a person"
        return ""

    def mark(self, ids: dict[str, str], number: int) -> None:
        """Add the marks of all targets; those of a claim are its pieces."""
        given = self._said.get("id")
        id_ = ids.get(given, given) if isinstance(given, str) and given else f"item {number}"
        self._said["id"] = id_
        builder = self._builder
        name = self._text("tagging") or self._text("identifying") or self.label
        places = [place for target in _all(self._said.get("target")) for place in self._at(target)]
        if not places or not name:
            builder.leave_out("annotations without a place or a tag", count=1)
            self._said["id"] = ""
            return
        role = builder.rules.node("", name, 0, 0).role
        label = self._text("describing") if role == "zone" else self.label
        for at, (start, end) in enumerate(places, 1):
            piece = id_ if at == 1 else f"{id_}-{at}"
            builder.mark(piece, name, start, end, label=label if role != "entity" else "")
            if at > 1 and role == "claim":
                builder.link("continues", piece, id_)
        if role == "claim":
            builder.say(id_, Attributes(note=self._text("commenting") or None))

    def link(self, ids: dict[str, str]) -> None:
        """Add the links of its bodies to other annotations."""
        id_ = self._said.get("id")
        if self.sidecar is not None or not id_:
            return
        for body in self._bodies:
            child = body.get("source")
            if "linking" in _all(body.get("purpose")) and isinstance(child, str):
                name = "inside" if self._builder.role(id_) == "claim" else ""
                self._builder.link(name, id_, ids.get(child, child))

    def _text(self, purpose: str) -> str:
        for body in self._bodies:
            fits = purpose in _all(body.get("purpose")) and body.get("format") is None
            if fits and isinstance(body.get("value"), str):
                value: str = body["value"]
                return value
        return ""

    def _sidecar(self) -> Sidecar | None:
        if "describing" not in _all(self._said.get("motivation")):
            return None
        data = (body.get("value") for body in self._bodies if body.get("format") == JSON)
        found = (foreign_fields.sidecar(value) for value in data if isinstance(value, str))
        return next(filter(None, found), None)

    def _at(self, target: Any) -> list[tuple[int, int]]:
        """Return where a target is in the text; raise ValueError if it is nowhere."""
        selectors = _all(target.get("selector")) if isinstance(target, dict) else []
        quote = _selector(selectors, "TextQuoteSelector")
        position = _selector(selectors, "TextPositionSelector")
        exact = quote.get("exact") if quote else None
        start, end = (position or {}).get("start"), (position or {}).get("end")
        if type(start) is int and type(end) is int:
            said = self._builder.text[max(start, 0) : max(end, 0)]
            if exact is None or exact == said:
                return [(start, end)]
        if not isinstance(exact, str) or not exact:
            return []
        found = _quoted(self._builder.text, exact, quote or {})
        if not found:
            raise ValueError(f"the quote {exact!r} is not in the text")
        return found


def _quoted(text: str, exact: str, quote: dict[str, Any]) -> list[tuple[int, int]]:
    """Return where a quote stands with what is around it."""
    prefix, suffix = quote.get("prefix"), quote.get("suffix")
    before = prefix if isinstance(prefix, str) else ""
    after = suffix if isinstance(suffix, str) else ""
    whole, at = before + exact + after, -1
    found: list[tuple[int, int]] = []
    while len(found) < MOST_PLACES and (at := text.find(whole, at + 1)) >= 0:
        found.append((at + len(before), at + len(before) + len(exact)))
    return found


def _ids(sidecar: Sidecar) -> dict[str, str]:
    """Return our own id for each annotation's, which is made of it."""
    known = (*sidecar.claims, *sidecar.entities, *sidecar.zones)
    return {
        uuid5(NAMESPACE_URL, "\0".join((sidecar.id, sidecar.sha256, id_))).urn: id_ for id_ in known
    }


def _text_of(target: Any) -> str:
    """Return the name of the text file that a target's positions were counted in."""
    for one in _all(target):
        if isinstance(one, str):
            return one.partition("#")[0]
        if not isinstance(one, dict):
            continue
        for state in _all(one.get("state")):
            cached = state.get("cached") if isinstance(state, dict) else None
            if isinstance(cached, str):
                return cached
        source = one.get("source")
        if isinstance(source, str):
            return source
    raise ValueError("it says of no text that it speaks of it")


def _selector(selectors: list[Any], type_: str) -> dict[str, Any] | None:
    fits = (s for s in selectors if isinstance(s, dict) and s.get("type") == type_)
    return next(fits, None)


def _raw_items(path: Path, title: str) -> list[Raw]:
    """Return the annotations of a collection, a page, a graph or a list, or the only one."""
    raw: Any = files.whole(path).removeprefix(files.BOM).lstrip()
    try:
        if raw.startswith(b"["):
            return _lists.decode(raw)
        found = _pages.decode(raw)
        if "first" in found:
            found = _pages.decode(found["first"])
        for key in ("items", "@graph"):
            if key in found:
                return _lists.decode(found[key])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NotThisFormatError(path=path, format=title, reason=error) from error
    if "target" not in found:
        raise NotThisFormatError(path=path, format=title, reason="no annotation is in it")
    return [Raw(raw)]


def _all(value: Any) -> list[Any]:
    """Return the values that JSON-LD writes as one, as several or not at all."""
    return value if isinstance(value, list) else [] if value is None else [value]


IMPORTER = WebAnnotation
