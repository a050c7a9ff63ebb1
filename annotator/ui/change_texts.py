"""Describe changes in words, for the history and for undo."""

from collections.abc import Mapping

from annotator.core.changes import UNDO, Change
from annotator.ui.i18n import translate


def did_text(did: str) -> str:
    """Describe a change; a description that another program wrote is shown unchanged."""
    if did.startswith(UNDO):
        said = translate("Changes", "undone: {what}")
        return said.format(what=did_text(did.removeprefix(UNDO)))
    return did_texts().get(did, did)


def taken_back_text(change: Change) -> str:
    """Describe an undo or a redo, which is a change that names the change it undoes."""
    if change.did.startswith(UNDO):
        undone = did_text(change.did.removeprefix(UNDO))
        return translate("Changes", "Undone: {what}").format(what=undone)
    return translate("Changes", "Redone: {what}").format(what=did_text(change.did))


def did_texts() -> Mapping[str, str]:
    """Return the words for every Did of core/changes.py."""
    return {
        "read": translate("Changes", "article read"),
        "import": translate("Changes", "annotations imported"),
        "tag": translate("Changes", "label given"),
        "clear": translate("Changes", "label cleared"),
        "reject": translate("Changes", "marked as not a claim"),
        "create": translate("Changes", "claim made"),
        "content": translate("Changes", "words added to the claim"),
        "source": translate("Changes", "source set"),
        "cue": translate("Changes", "cue set"),
        "hedge": translate("Changes", "hedge set or removed"),
        "move": translate("Changes", "claim's bounds moved"),
        "merge": translate("Changes", "claims merged"),
        "divide": translate("Changes", "claim divided"),
        "entity": translate("Changes", "entity marked"),
        "no entity": translate("Changes", "entity removed"),
        "furniture": translate("Changes", "page furniture set or removed"),
        "source type": translate("Changes", "kind of source set"),
        "note": translate("Changes", "note written"),
        "evidence": translate("Changes", "evidence added"),
        "no evidence": translate("Changes", "evidence removed"),
        "flagged": translate("Changes", "flag set or removed"),
        "skipped": translate("Changes", "skipped, or no longer"),
        "details": translate("Changes", "article details changed"),
        "restore": translate("Changes", "earlier state restored"),
        "relabel": translate("Changes", "labels renamed"),
        "put together": translate("Changes", "work of two files merged"),
        "update": translate("Changes", "article updated"),
    }
