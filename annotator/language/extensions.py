"""The extension attributes in which the components leave what they found."""

from spacy.tokens import Doc


def register() -> None:
    """Register the attributes with spaCy; doing it twice does no harm."""
    for name in ("claims", "zones", "drafts"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=[])
    for name in ("memory", "view", "titled"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
