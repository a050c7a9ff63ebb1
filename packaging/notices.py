"""Write THIRD_PARTY_NOTICES.md: the bundled libraries and data, with their licences.

The table of libraries is made from their own metadata: `make notices`.
"""

import json
import re
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
FILE = ROOT / "THIRD_PARTY_NOTICES.md"
HEAD = """# Third-party notices

Annotator is under the MIT licence (LICENSE). Its packages bring along what is listed here. The
licence text of each library is in the package, in its `.dist-info` folder. Made by
`make notices`.

## Qt

The window is made with Qt for Python (PySide6) and Qt, copyright The Qt Company Ltd. and other
contributors, used under the GNU Lesser General Public License version 3
(<https://www.gnu.org/licenses/lgpl-3.0.html>, with the GPL it refers to at
<https://www.gnu.org/licenses/gpl-3.0.html>). Nothing in them was changed. Their source is at
<https://download.qt.io/official_releases/QtForPython/> and
<https://download.qt.io/official_releases/qt/>. They are separate shared libraries in the
package's `PySide6` and `shiboken6` folders: you may replace them with versions that you built,
and the program will use those.
"""


def closure(name: str, extra: str = "") -> set[str]:
    """Return the libraries that a distribution needs at run time, on any system."""
    found: set[str] = set()
    waiting = [(name, extra)]
    while waiting:
        current, extras = waiting.pop()
        for line in metadata.requires(current) or ():
            requirement = Requirement(line)
            needed = requirement.marker is None or any(
                requirement.marker.evaluate({"extra": one}) for one in (*extras.split(","), "")
            )
            key = re.sub(r"[-_.]+", "-", requirement.name).lower()
            if not needed or key in found:
                continue
            try:
                metadata.distribution(key)
            except metadata.PackageNotFoundError:
                continue
            found.add(key)
            waiting.append((key, ",".join(requirement.extras)))
    return found


def licence(name: str) -> str:
    """Return a library's licence as its metadata give it, "unknown" where they give none."""
    said = _fields(name, "License-Expression")
    if said:
        return said[0]
    classes = [
        one.rpartition(" :: ")[2]
        for one in _fields(name, "Classifier")
        if one.startswith("License :: ") and not one.endswith("OSI Approved")
    ]
    short = "".join(_fields(name, "License")).strip().partition("\n")[0]
    return ", ".join(classes) or short[:60] or "unknown"


def page(name: str) -> str:
    """Return a library's home page."""
    links = [link.partition(", ") for link in _fields(name, "Project-URL")]
    wanted = ("homepage", "source", "repository", "source code", "github")
    for label in wanted:
        for title, _, address in links:
            if title.lower() == label:
                return address
    return "".join(_fields(name, "Home-page")) or f"https://pypi.org/project/{name}/"


def _fields(name: str, field: str) -> list[str]:
    return metadata.metadata(name).get_all(field) or []


def text() -> str:
    """Return the whole page."""
    rows = [
        f"| {metadata.metadata(name)['Name']} | {licence(name)} | {page(name)} |"
        for name in sorted(closure("annotator", "formats"))
    ]
    parts = [HEAD, "## Libraries\n", "| library | licence | home |", "|---|---|---|", *rows]
    parts += ["", "## Fonts\n"]
    parts += [
        f"- {file.stem.removesuffix('-OFL')}: SIL OFL 1.1, in resources/fonts/{file.name}"
        for file in sorted((ROOT / "resources" / "fonts").glob("*.txt"))
    ]
    parts += ["", "## Language models and their data\n"]
    for file in sorted((ROOT / "resources" / "models").glob("*/meta.json")):
        meta = json.loads(file.read_text("utf-8"))
        parts.append(f"- {meta['lang']}_{meta['name']}: {meta['license']}. Trained on:")
        parts += [f"  - {_source(source)}" for source in meta["sources"]]
    return "\n".join(parts) + "\n"


def _source(source: dict[str, str]) -> str:
    return ", ".join(source[key] for key in ("name", "author", "license", "url") if source.get(key))


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
    print(f"Written: {FILE}")  # noqa: T201
