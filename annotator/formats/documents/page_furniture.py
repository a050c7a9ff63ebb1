"""Know lines that belong to a page by their words: bylines, "Baca juga", copyright notes.

The words are those the reading goes by as well: resources/languages/*/furniture.toml.
"""

import re
import tomllib
from functools import cache

from annotator import resources
from annotator.formats.documents.written_dates import day

# A longer line is a paragraph, whatever words are in it.
_LONGEST = 400
_SHORT_WORDS = 12
_DATE_WORDS = 9
_WORD = re.compile(r"[^\W_]+")
_NETWORKS = "facebook|instagram|telegram|tiktok|twitter|whatsapp|youtube"
_CONTACT = re.compile(rf"\w@\w|\b(?:{_NETWORKS})\b.*\b(?:{_NETWORKS})\b", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Return True if a line at the edge of an article belongs to the page."""
    if len(line) > _LONGEST:
        return False
    words = len(_WORD.findall(line))
    dated = words <= _DATE_WORDS and day(line) is not None
    return words == 0 or dated or any(pattern.search(line) for pattern in _patterns())


def interrupts(line: str) -> bool:
    """Return True if a line within an article belongs to the page: it is short as well."""
    return len(_WORD.findall(line[:_LONGEST])) <= _SHORT_WORDS and is_furniture(line)


def is_contact(line: str) -> bool:
    """Return True if a line names an address to write to, or the networks to follow."""
    return len(line) <= _LONGEST and _CONTACT.search(line) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return one pattern a kind, of all languages: outlets mix them."""
    rules: dict[str, list[str]] = {}
    for file in sorted(resources.path("languages").glob("*/furniture.toml")):
        for kind, said in tomllib.loads(file.read_text("utf-8")).items():
            found = rules.setdefault(kind, [])
            found += [rf"^\W*(?:{rule})\W*$" for rule in said.get("whole", ())]
            found += [rf"^\W*(?:{rule})" for rule in said.get("starts", ())]
            found += [rf"(?:{rule})$" for rule in said.get("ends", ())]
            found += [rf"(?:{rule})" for rule in said.get("contains", ())]
    return tuple(re.compile("|".join(found), re.IGNORECASE) for found in rules.values())
