"""File names made from article ids, which may hold any character."""

import re

_UNSAFE = re.compile(r"[^\w.-]+")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(10))}
LONGEST = 100


class Names:
    """Give each article its own file name, its id where every system allows that."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name(self, id_: str) -> str:
        """Return a name that differs from all others in more than letter case."""
        safe = _UNSAFE.sub("_", id_).strip("._")[:LONGEST] or "article"
        if safe.split(".")[0].lower() in _RESERVED:
            safe = f"_{safe}"
        name, number = safe, 1
        while name.lower() in self._taken:
            number += 1
            name = f"{safe}_{number}"
        self._taken.add(name.lower())
        return name
