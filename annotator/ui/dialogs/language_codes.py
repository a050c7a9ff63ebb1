"""Languages as a person types them: by their codes (BCP 47), as files have them."""

import re

from PySide6.QtCore import QCoreApplication

_CODE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]+)*")


def is_language(code: str) -> bool:
    """Tell whether this looks like a language's code."""
    return _CODE.fullmatch(code) is not None


def not_a_language() -> str:
    """Say what was expected instead."""
    return _said("Give a language by its code: id, en, ms, zh-Hant.")


def _said(text: str) -> str:
    return QCoreApplication.translate("Languages", text)
