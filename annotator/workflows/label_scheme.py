"""Find the label scheme for an import, an export or a reading."""

from pathlib import Path

from annotator import resources
from annotator.core.errors import BadOptionError, SchemeMissingError
from annotator.core.scheme import Scheme, SchemeSource, in_language
from annotator.storage import settings
from annotator.storage.schemes import Schemes, read_scheme


def chosen_scheme(given: str | None = None) -> Scheme:
    """Return the scheme of a file or key, or the settings' scheme.

    Raises BadSchemeError, BadOptionError if no scheme has the key, or SchemeMissingError
    if the settings name one that is not found.
    """
    home = settings.home()
    schemes = Schemes(resources.path("schemes"), home / "schemes")
    if given is None:
        name = settings.load(home / settings.FILE).scheme
        source = schemes.load(name)
        if source.id != name:
            raise SchemeMissingError(name=name)
        return _english(source)
    if given.lower().endswith(".toml") or Path(given).is_file():
        return _english(read_scheme(Path(given)))
    known = {source.id: source for source in schemes.all()}
    if given not in known:
        wanted = f"a scheme file, or one of {', '.join(known)}"
        raise BadOptionError(option="--scheme", value=given, wanted=wanted)
    return _english(known[given])


def _english(source: SchemeSource) -> Scheme:
    # Files are written in English, like the formats themselves.
    return in_language(source, "en")
