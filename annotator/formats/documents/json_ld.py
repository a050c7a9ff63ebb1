"""Read a page's metadata for search engines, JSON-LD (schema.org)."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from annotator.formats.documents.document import one_line

# As much of a page's JSON-LD as is looked at.
LIMIT_CHARACTERS = 5_000_000
LIMIT_OBJECTS = 20_000

_TYPE = "application/ld+json"
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Review|CreativeWork)$")
_AROUND = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*$")
_LINE_ENDS = re.compile(r"<(?:/p|br|/h\d|/li|/div)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")


class Published(NamedTuple):
    """A page's JSON-LD about its article; authors are names with True for a person's."""

    headline: str | None = None
    body: str = ""
    date: str | None = None
    outlet: str | None = None
    authors: tuple[tuple[str, bool], ...] = ()


def published(root: Any, title: str) -> Published:
    """Return what the page says of its article: of several, the one with the page's title."""
    objects = list(_objects(root))
    by_id = {one["@id"]: one for one in objects if isinstance(one.get("@id"), str) and len(one) > 1}
    best: dict[str, Any] = {}
    rank = (-1.0, 0)
    own = set(title.lower().split())
    for one in objects:
        if not _is_article(one):
            continue
        said = set(_text(one.get("headline") or one.get("name")).lower().split())
        mine = (len(own & said) / len(own | said or {""}), len(_text(one.get("articleBody"))))
        if mine > rank:
            best, rank = one, mine
    publisher = _resolved(best.get("publisher"), by_id)
    return Published(
        headline=one_line(_plain(_text(best.get("headline")))),
        body=_plain(_text(best.get("articleBody"))),
        date=_text(best.get("datePublished")) or None,
        outlet=one_line(_name(publisher)),
        authors=tuple(_authors(best, by_id)),
    )


def _objects(root: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in the page's JSON-LD, without those that can't be read."""
    left = LIMIT_CHARACTERS
    waiting: list[Any] = []
    for script in root.iter("script"):
        source = script.text or ""
        left -= len(source)
        if (script.get("type") or "").partition(";")[0].strip().lower() != _TYPE or left < 0:
            continue
        try:
            waiting.append(json.loads(_AROUND.sub("", source), strict=False))
        except (ValueError, RecursionError):
            continue
    waiting.reverse()
    for _ in range(LIMIT_OBJECTS):
        if not waiting:
            return
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting += [part for part in one.values() if isinstance(part, dict | list)][::-1]
        elif isinstance(one, list):
            waiting += one[::-1]


def _is_article(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in names)


def _authors(one: dict[str, Any], by_id: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    said = one.get("author") or one.get("creator") or []
    for author in said if isinstance(said, list) else [said]:
        known = _resolved(author, by_id)
        is_person = isinstance(known, dict) and "Person" in str(known.get("@type"))
        names = known.get("name") if isinstance(known, dict) else known
        for name in names if isinstance(names, list) else [names]:
            if isinstance(name, str) and name.strip():
                yield _plain(name), is_person


def _resolved(value: Any, by_id: dict[str, Any]) -> Any:
    """Return the object that a reference points to."""
    is_reference = isinstance(value, dict) and set(value) <= {"@id", "@type"}
    return by_id.get(str(value.get("@id")), value) if is_reference else value


def _name(value: Any) -> str:
    return _plain(_text(value.get("name") if isinstance(value, dict) else value))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def _plain(value: str) -> str:
    """Return text without the HTML that some publishers leave in it."""
    return html.unescape(_TAG.sub("", _LINE_ENDS.sub("\n", html.unescape(value)))).strip()
