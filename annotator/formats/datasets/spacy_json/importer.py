"""Training examples of spaCy in JSON: texts with spans of entities.

Read are lines of {"text", "entities"}, the lists of spaCy 2, [text, {"entities": [...]}], and
an object with such a list under `annotations`, as annotation tools for spaCy write it.
Positions are code points, as Python counts, unless the words of the spans say otherwise.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError, NotThisFormatError
from annotator.formats import files
from annotator.formats.datasets.dataset import ArticleBuilder, Dataset, Job, Record, line_records
from annotator.formats.datasets.json_keys import keys, may_hold_json
from annotator.formats.datasets.offset_units import Places, find_unit, to_code_points

TEXTS = ("text", "content", "sentence")
SPANS = ("entities", "spans", "ents")
# Keys of other tools' records, which have spans as well.
OTHERS = {"relations", "tokens", "_input_hash", "answer", "schema", "sha256", "zones", "claims"}
_Span = tuple[int, int, str]


class SpacyJson(Dataset):
    """Texts with spans of entities."""

    name = "spacy-json"
    title = "spaCy training examples (JSON)"
    suffixes = (".json", ".jsonl", ".ndjson")

    def recognises(self, path: Path, head: bytes) -> bool:
        if not may_hold_json(path):
            return False
        bracket, found = keys(head)
        start = "".join(head.decode("utf-8", "ignore").split())
        if bracket == "{" and "annotations" in found and '"annotations":[["' in start:
            return True
        if bracket == "[" and not start.startswith("[{"):
            return start.startswith('[["') and '{"entities":' in start
        return bool(
            found.intersection(TEXTS) and found.intersection(SPANS) and OTHERS.isdisjoint(found)
        )

    def records(self, path: Path, job: Job) -> Iterator[Record | AnnotatorError]:
        job.kept["unit"] = find_unit(_places(path), "code point")
        yield from _examples(path)

    def article(self, record: Record, job: Job) -> Article:
        text, spans, others = _example(_decoded(record.raw[1]))
        given = others.get("id")
        named = isinstance(given, (str, int)) and not isinstance(given, bool) and str(given)
        id_ = str(given) if named else f"{record.path.stem}-{record.raw[0]}"
        builder = ArticleBuilder(record, job, id_, text)
        builder.fields({name: value for name, value in others.items() if name != "id"})
        found = [msgspec.convert(_triple(span), _Span) for span in spans]
        places = to_code_points(text, [(s, e) for s, e, _ in found], job.kept["unit"])
        for number, ((start, end), (_, _, label)) in enumerate(zip(places, found, strict=True)):
            builder.mark(f"span {number}", label, start, end)
        return builder.article()


def _places(path: Path) -> Iterator[Places]:
    for record in _examples(path):
        if isinstance(record, AnnotatorError):
            continue
        try:
            text, spans, _ = _example(_decoded(record.raw[1]))
            found = [msgspec.convert(_triple(span), _Span) for span in spans]
        except (ValueError, RecursionError):
            continue
        yield Places(text, [(start, end) for start, end, _ in found], [None] * len(found))


def _examples(path: Path) -> Iterator[Record | AnnotatorError]:
    """Yield the examples of a file, each with its number; those of a list are decoded already."""
    first = next(files.lines(path), None)
    lines = isinstance(first, tuple) and first[1].startswith(b"{")
    if lines and isinstance(first, tuple) and not _is_container(first[1]):
        yield from line_records(path)
        return
    raw = files.whole(path).removeprefix(files.BOM)
    try:
        whole = msgspec.json.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NotThisFormatError(path=path, format=SpacyJson.title, reason=error) from error
    if isinstance(whole, dict):
        whole = whole.get("annotations", [whole])
    for number, example in enumerate(whole if isinstance(whole, list) else [], 1):
        yield Record(path, f"example {number}", (number, example))


def _is_container(line: bytes) -> bool:
    """Return True unless a line is one whole example."""
    try:
        found = msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return b'"annotations"' in line or line.rstrip() in (b"{", b"[")
    return isinstance(found, dict) and "annotations" in found


def _decoded(raw: Any) -> Any:
    return msgspec.json.decode(raw) if isinstance(raw, bytes) else raw


def _example(found: Any) -> tuple[str, list[Any], dict[str, Any]]:
    """Return text, spans and other keys of an example; raise ValueError if it is not one."""
    if isinstance(found, list) and len(found) == 2 and isinstance(found[1], dict):
        found = {"text": found[0], **found[1]}
    if not isinstance(found, dict):
        raise ValueError("it is not an example with a text and entities")
    text = next((found[name] for name in TEXTS if isinstance(found.get(name), str)), None)
    spans: list[Any] = next(
        (found[name] for name in SPANS if isinstance(found.get(name), list)), []
    )
    if text is None:
        raise ValueError("there is no text")
    taken = {*TEXTS, *SPANS}
    return text, spans, {name: value for name, value in found.items() if name not in taken}


def _triple(span: Any) -> Any:
    """Return start, end and label of a span, which may be an object."""
    if not isinstance(span, dict):
        return span[:3] if isinstance(span, list) else span
    start = span.get("start", span.get("start_offset", span.get("begin")))
    end = span.get("end", span.get("end_offset"))
    return start, end, span.get("label", span.get("tag", span.get("type")))


IMPORTER = SpacyJson
