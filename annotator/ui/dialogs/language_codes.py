"""Check language codes (BCP 47) that a person types."""

import re

from annotator.ui.i18n import translate

_CODE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]+)*")


def is_language(code: str) -> bool:
    """Return True if a text looks like a language code."""
    return _CODE.fullmatch(code) is not None


def not_a_language() -> str:
    """Say what was expected instead."""
    return translate("Languages", "Give a language by its code: id, en, ms, zh-Hant.")
