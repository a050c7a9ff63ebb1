"""The language of the interface: Qt's own translators, by the .qm files of resources/i18n.

`tr` and `translate` take the texts of the source. Sentences of core and formats
are translated here in separate contexts; see packaging/i18n and decision 80.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

translate = QCoreApplication.translate


class Translator(QTranslator):
    """A translator that holds its texts itself.

    A translator that loads a file maps it into memory, and the program crashes with a bus
    error if the file is rewritten meanwhile.
    """

    def read(self, path: Path) -> bool:
        """Read a .qm file; return False if it is missing or not one."""
        # Qt does not copy the bytes.
        self._texts = path.read_bytes() if path.exists() else b""
        return self.load(self._texts)


def interface_language(chosen: str) -> str:
    """Return the language of the interface: the chosen one, else the desktop's if translated."""
    if chosen != "system":
        return chosen
    return "id" if QLocale.system().language() == QLocale.Language.Indonesian else "en"


def speak(language: str, folder: Path) -> None:
    """Switch the interface to a language, and its number format too."""
    app = QCoreApplication.instance()
    assert app is not None
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    translator = Translator(app)
    # English has a file too, for its plurals.
    if translator.read(folder / f"annotator_{language}.qm"):
        app.installTranslator(translator)
    QLocale.setDefault(QLocale(language))


def language() -> str:
    """Return the interface's current language."""
    return QLocale().name().split("_")[0]


def number(count: int) -> str:
    """Return a number in the interface's number format: 1,000 or 1.000."""
    return QLocale().toString(count)
