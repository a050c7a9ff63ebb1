"""The names of choices in menus and settings."""

from annotator.ui.i18n import translate

SMALLEST_TEXT, LARGEST_TEXT = 11, 40


def assists() -> dict[str, str]:
    """Return the assist modes in words."""
    return {
        "off": translate("Choices", "Off: marks only"),
        "evidence": translate("Choices", "Evidence: who, how, why; no label"),
        "suggest": translate("Choices", "Suggest: a label as well, Enter accepts"),
    }


def themes() -> dict[str, str]:
    """Return the themes in words."""
    return {
        "system": translate("Choices", "Follow the System"),
        "light": translate("Choices", "Light"),
        "dark": translate("Choices", "Dark"),
        "contrast": translate("Choices", "High Contrast"),
    }


def languages() -> dict[str, str]:
    """Return the languages of the interface, each in its own words."""
    return {
        "system": translate("Choices", "Follow the System"),
        "en": "English",
        "id": "Bahasa Indonesia",
    }
