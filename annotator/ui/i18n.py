"""The language of the interface: Qt's own translators, by the .qm files of resources/i18n.

`tr` and `translate` take texts as they stand in the source. The sentences of core and formats
are translated here in contexts of their own; see packaging/i18n and decision 80.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

translate = QCoreApplication.translate


class Translator(QTranslator):
    """A translator that holds its texts itself.

    One that loads a file maps it into memory, and the program dies of a bus error if the file
    is written again meanwhile.
    """

    def read(self, path: Path) -> bool:
        """Read a .qm file; return False if it is missing or not one."""
        # Qt does not copy the bytes.
        self._texts = path.read_bytes() if path.exists() else b""
        return self.load(self._texts)


def interface_language(chosen: str) -> str:
    """Return the language of the interface: the chosen one, else the desktop's if we have it."""
    if chosen != "system":
        return chosen
    return "id" if QLocale.system().language() == QLocale.Language.Indonesian else "en"


def speak(language: str, folder: Path) -> None:
    """Let the program speak a language from now on, and write its numbers as that does."""
    app = QCoreApplication.instance()
    assert app is not None
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    translator = Translator(app)
    # English has a file too: its plurals.
    if translator.read(folder / f"annotator_{language}.qm"):
        app.installTranslator(translator)
    QLocale.setDefault(QLocale(language))


def language() -> str:
    """Return the language that is spoken."""
    return QLocale().name().split("_")[0]


def number(count: int) -> str:
    """Return a number as the interface's language writes it: 1,000 or 1.000."""
    return QLocale().toString(count)
