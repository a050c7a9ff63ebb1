"""Names of an article's header fields in other tools and tables."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from annotator.core.article import Header

CALLED = {
    "title": ("title", "headline", "judul"),
    "author": ("author", "authors", "byline", "penulis"),
    "outlet": (
        "outlet",
        "publisher",
        "publication",
        "newspaper",
        "media",
        "site_name",
        "sitename",
        "source_name",
        "source_domain",
        "source",
    ),
    "date": (
        "date",
        "published",
        "published_at",
        "publishedat",
        "publish_date",
        "date_publish",
        "pub_date",
        "pubdate",
        "datepublished",
        "date_published",
        "publication_date",
        "tanggal",
        "tanggal_terbit",
    ),
    "url": ("url", "link", "uri", "address", "weburl", "web_url", "source_url"),
    "lang": ("lang", "language", "bahasa"),
    "machine_translated": ("machine_translated", "translated"),
    "original_lang": ("original_lang", "original_language", "source_language"),
}
_LANGUAGES = {"indonesian": "id", "bahasa indonesia": "id", "indonesia": "id", "english": "en"}
_CODE = re.compile("[a-z]{2,3}(?:[-_][a-z0-9]+)*")
_TRUTH = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def header(given: Mapping[str, Any]) -> tuple[Header, dict[str, Any]]:
    """Return the header that a tool's fields make, and the fields that it doesn't take."""
    found: dict[str, Any] = {}
    taken: set[str] = set()
    plain = {_plain(name): name for name in reversed([*given])}
    for field, names in CALLED.items():
        for name in names:
            value = _value(field, given[plain[name]]) if name in plain else None
            if value is not None:
                found[field] = value
                taken.add(plain[name])
                break
    return Header(**found), {name: value for name, value in given.items() if name not in taken}


def guess(columns: Iterable[str], names: Iterable[str]) -> str | None:
    """Return the first column that is called by one of the names."""
    plain = {_plain(column): column for column in reversed(list(columns))}
    return next((plain[name] for name in names if name in plain), None)


@lru_cache(maxsize=1_000)
def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().lower())


def _value(field: str, value: object) -> str | bool | None:
    if field == "machine_translated":
        return value if isinstance(value, bool) else _TRUTH.get(str(value).strip().lower())
    if isinstance(value, dict):
        # NewsAPI and schema.org put a name into an object.
        value = value.get("name")
    if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    said = " ".join(str(value).split()) if isinstance(value, str) else f"{value:d}"
    if field in ("lang", "original_lang"):
        code = _LANGUAGES.get(said.lower(), said.lower())
        return code if _CODE.fullmatch(code) else None
    return said or None
