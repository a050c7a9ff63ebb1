"""Find the first keys of a JSON file from its beginning alone."""

import re
from functools import lru_cache
from pathlib import Path

from annotator.formats.files import BOM

# Names of files that may hold JSON; texts and files without a suffix may, too.
SUFFIXES = (".json", ".jsonl", ".ndjson", ".jl", ".jsonld", ".txt", ".text", "")
_TOKEN = re.compile(rb'"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[{}\[\]]', re.DOTALL)


def may_hold_json(path: Path) -> bool:
    """Return True if a file's name allows JSON in it."""
    return path.suffix.lower() in SUFFIXES


@lru_cache(maxsize=4)
def keys(head: bytes) -> tuple[str, frozenset[str]]:
    """Return the first bracket of a JSON text, "" if it has none, and its first object's keys."""
    said = head.removeprefix(BOM).lstrip()
    bracket = said[:1].decode("ascii", "replace")
    if bracket not in ("{", "["):
        return "", frozenset()
    level, depth = (1 if bracket == "{" else 2), 0
    found: set[str] = set()
    for token in _TOKEN.finditer(said):
        if token[0] in (b"{", b"["):
            depth += 1
        elif token[0] in (b"}", b"]"):
            depth -= 1
            if depth < level:
                break
        elif token[2] and depth == level:
            found.add(token[1].decode("utf-8", "replace"))
    return bracket, frozenset(found)
