"""What can be chosen, in words, for menus and settings alike."""

from PySide6.QtCore import QCoreApplication

SMALLEST_TEXT, LARGEST_TEXT = 11, 40


def assists() -> dict[str, str]:
    """Return the assist modes in words."""
    return {
        "off": _said("Off: only what is marked"),
        "evidence": _said("Evidence: who, how, why; no label"),
        "suggest": _said("Suggest: a label as well, Enter accepts"),
    }


def themes() -> dict[str, str]:
    """Return the themes in words."""
    return {
        "system": _said("As the Desktop"),
        "light": _said("Light"),
        "dark": _said("Dark"),
        "contrast": _said("High Contrast"),
    }


def languages() -> dict[str, str]:
    """Return the languages of the interface, each in its own words."""
    return {"system": _said("As the Desktop"), "en": "English", "id": "Bahasa Indonesia"}


def _said(text: str) -> str:
    return QCoreApplication.translate("Choices", text)
