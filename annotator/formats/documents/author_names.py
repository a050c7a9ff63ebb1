"""Separate authors' names from other text in the fields and lines for them."""

import re
from collections.abc import Iterable, Iterator

_LEAD = re.compile(
    r"^\W*(?:(?:written|reported|reporting|story|words|posted|edited|published) by|by|oleh|penulis"
    r"|reporter|pewarta|editor|author|laporan(?: wartawan)?|kontributor|jurnalis)\b\s*[:.\-–—]*\s*",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*(?:[;,|/•·\n]|\s[-–—]\s|\s(?:and|dan|with|&)\s|\bfor\s(?=[A-Z]))\s*")
_NOT_IN_NAMES = re.compile(
    r"[\d@_<>{}()\[\]=:!?#]|\bwww\b|\w\.(?:com|co|id|org|net)\b", re.IGNORECASE
)
_SMALL = frozenset(
    (
        *(
            "al",
            "bin",
            "binti",
            "bint",
            "da",
            "de",
            "del",
            "della",
            "den",
            "der",
            "di",
            "dos",
            "du",
            "el",
        ),
        *("ibn", "la", "le", "san", "st", "ten", "ter", "van", "von", "y", "e"),
    )
)
# Words of the form around a name, of offices and of organisations: no person is called so.
_NO_NAMES = frozenset(
    (
        *("admin", "administrator", "agency", "agencies", "associated", "author", "bbc", "biro"),
        *(
            "bureau",
            "by",
            "com",
            "contributor",
            "correspondent",
            "corporation",
            "desk",
            "developer",
        ),
        *("editor", "editorial", "editors", "email", "facebook", "follow", "guest", "https", "in"),
        *(
            "inc",
            "instagram",
            "jurnalis",
            "kantor",
            "kontributor",
            "log",
            "magazine",
            "media",
            "ltd",
        ),
        *("network", "news", "newsroom", "on", "online", "our", "oleh", "penulis", "pers", "post"),
        *(
            "posted",
            "press",
            "published",
            "redaksi",
            "redaktur",
            "reporter",
            "reporters",
            "reuters",
        ),
        *(
            "senior",
            "share",
            "sign",
            "staff",
            "subscribe",
            "team",
            "the",
            "tim",
            "times",
            "twitter",
        ),
        *("unknown", "updated", "user", "username", "webmaster", "whatsapp", "wartawan", "writer"),
        *("afp", "antara", "about", "more", "read", "view", "posts", "all", "chief", "political"),
        *("profile", "published", "service", "wire", "website", "group", "daily", "herald"),
    )
)
_LETTERS = re.compile(r"[\W_]+")


def authors(named: Iterable[list[tuple[str, bool]]], outlet: str | None) -> list[str]:
    """Return the authors' names, from the first source that names a person.

    Each source is a list of texts, with True where the text is in a field for names. If no
    source names a person, an agency is returned that is not the outlet itself.
    """
    agency: list[str] = []
    for source in named:
        people: dict[str, str] = {}
        for text, is_field in source:
            for name in names_in(text):
                if is_person(name) and (is_field or " " in name):
                    people.setdefault(_letters(name), name)
                elif is_field or not agency:
                    agency = agency or _agency(name, outlet)
        found = list(people.values())
        # Beside full names, a single word is a place, a nickname or half of a name.
        full = [name for name in found if " " in name]
        if found:
            return [name for name in full or found if _letters(name) != _letters(outlet or "")]
    return agency


def person(said: str | None) -> str | None:
    """Return the names in a document's author field, None if it holds a login or a program."""
    found = [name for name in names_in(said or "") if is_person(name)]
    return "; ".join(name for name in found if " " in name or name.istitle()) or None


def names_in(text: str) -> Iterator[str]:
    """Yield the pieces of a byline that may be names."""
    for piece in _APART.split(" ".join(text.split())[:500]):
        name = _LEAD.sub("", piece).strip(" .:-–—*\"“”'")
        if name and not _NOT_IN_NAMES.search(name):
            yield name


def is_person(name: str) -> bool:
    """Return True if a text has the form of a person's name."""
    words = name.split()
    if not 1 <= len(words) <= 6 or any(word.lower().strip(".") in _NO_NAMES for word in words):
        return False
    if len(name) < 2:
        return False
    large = [word[0].isupper() or not word[0].isalpha() or word.lower() in _SMALL for word in words]
    # A script without capitals has names all the same.
    return all(large) or not any(char.isupper() or char.islower() for char in name)


def _agency(name: str, outlet: str | None) -> list[str]:
    own = _letters(outlet or "")
    known = any(
        word.lower() in ("press", "reuters", "afp", "antara", "bbc") for word in name.split()
    )
    return [name] if known and len(name) < 40 and _letters(name) != own else []


def _letters(name: str) -> str:
    return _LETTERS.sub("", name).lower()
