"""The interface in other languages: a catalogue is a TOML file, English on the left."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale, QObject, QTranslator


class Catalogue(QTranslator):
    """Translate by the English text itself, wherever it stands."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = msgspec.toml.decode(path.read_bytes(), type=dict[str, str])

    def isEmpty(self) -> bool:
        """Tell Qt whether asking is worth it."""
        return not self._texts

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Return the text in the catalogue's language; Qt keeps the English where there is none."""
        # None is Qt's null string, which means that this translator does not know the text.
        return self._texts.get(source)  # type: ignore[return-value]


def interface_language(chosen: str) -> str:
    """Return the language of the interface: the chosen one, else the desktop's if we have it."""
    if chosen != "system":
        return chosen
    return "id" if QLocale.system().language() == QLocale.Language.Indonesian else "en"
