"""Label schemes on disk: the program's and the person's own."""

from pathlib import Path

import msgspec

from annotator.core.errors import BadSchemeError
from annotator.core.scheme import SchemeSource, parse
from annotator.storage.atomic import not_saved, write_whole

DEFAULT = "claims"


class Schemes:
    """Find, read and keep schemes; a person's own hides the program's scheme with the same id."""

    def __init__(self, shipped: Path, own: Path) -> None:
        self._folders = (own, shipped)

    def all(self) -> list[SchemeSource]:
        """Return every scheme that can be read, the default first."""
        found: dict[str, SchemeSource] = {}
        for folder in self._folders:
            for file in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
                try:
                    source = read_scheme(file)
                except BadSchemeError:
                    continue
                found.setdefault(source.id, source)
        return sorted(found.values(), key=lambda source: source.id != DEFAULT)

    def load(self, id_: str) -> SchemeSource:
        """Return a scheme by its id, the default one if there is none.

        The caller has to say so if it is another one (`Choices`, `chosen_scheme`). Raises
        BadSchemeError if not even the program's own can be read.
        """
        schemes = self.all()
        if not schemes:
            raise BadSchemeError(path=self._folders[-1], reason="no scheme in it can be read.")
        return next((scheme for scheme in schemes if scheme.id == id_), schemes[0])

    def take(self, file: Path) -> SchemeSource:
        """Read a scheme file from anywhere and keep it; raise BadSchemeError if it isn't one."""
        source = read_scheme(file)
        self.save(source)
        return source

    def save(self, source: SchemeSource) -> None:
        """Keep a scheme among the person's own; raise BadSchemeError or NotSavedError."""
        faults = source.faults()
        if faults:
            raise BadSchemeError(path=source.id, reason=" ".join(faults))
        own = self._folders[0]
        path = own / f"{safe_name(source.id)}.toml"
        try:
            own.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise not_saved(path, error) from error
        write_whole(path, [msgspec.toml.encode(source)])


def safe_name(id_: str) -> str:
    """Return a file name for an id, so that none leads out of the folder."""
    return "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in id_) or "-"


def read_scheme(file: Path) -> SchemeSource:
    """Read a scheme file; raise BadSchemeError if it can't be used."""
    try:
        source = parse(file.read_bytes())
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise BadSchemeError(path=file, reason=error) from error
    faults = source.faults()
    if faults:
        raise BadSchemeError(path=file, reason=" ".join(faults))
    return source
