"""Read a day as pages write it: ISO 8601, or with the month's name in Indonesian or English."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "januari", "jan"),
            ("february", "februari", "pebruari", "feb", "peb"),
            ("march", "maret", "mar"),
            ("april", "apr"),
            ("may", "mei"),
            ("june", "juni", "jun"),
            ("july", "juli", "jul"),
            ("august", "agustus", "aug", "agu", "agt", "ags"),
            ("september", "sept", "sep"),
            ("october", "oktober", "oct", "okt"),
            ("november", "nopember", "nov", "nop"),
            ("december", "desember", "dec", "des"),
        ),
        1,
    )
    for name in names
}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_FORMS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"^(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{4,6}Z?)?$"),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<name>{_NAMES})"
        r"\.?,?[ -](?P<year>\d{4})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![a-z])(?P<name>{_NAMES})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
        re.IGNORECASE,
    ),
    # Day before month, as both Indonesian and British outlets write it.
    re.compile(r"(?<!\d)(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})(?!\d)"),
)


def day(text: str) -> str | None:
    """Return the first day that a text names as YYYY-MM-DD, None if it names none."""
    for form in _FORMS:
        found = form.search(text[:200])
        if found is None:
            continue
        said = found.groupdict()
        month = int(said["month"]) if "month" in said else _MONTHS[said["name"].lower()]
        try:
            return date(int(said["year"]), month, int(said["day"])).isoformat()
        except ValueError:
            continue
    return None
