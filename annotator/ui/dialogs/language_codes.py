"""Languages as a person types them: by their codes (BCP 47), as files have them."""

import re

from annotator.ui.i18n import translate

_CODE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]+)*")


def is_language(code: str) -> bool:
    """Return True if this looks like a language's code."""
    return _CODE.fullmatch(code) is not None


def not_a_language() -> str:
    """Say what was expected instead."""
    return translate("Languages", "Give a language by its code: id, en, ms, zh-Hant.")
