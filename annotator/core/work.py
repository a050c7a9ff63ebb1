"""The work on an article by people or other files, not by the machine alone."""

from annotator.core.article import Article
from annotator.core.spans import Claim, Entity, Mark


def worked_on(article: Article) -> bool:
    """Return True if anybody has worked on an article."""
    return bool(work(article)) or article.header.state is not None


def work(article: Article) -> set[object]:
    """Return the manual work on an article, regardless of ids."""
    return {_essence(mark) for mark in article.marks() if _by_hand(mark)}


def _by_hand(mark: Mark) -> bool:
    if mark.origin.kind != "model":
        return True
    return isinstance(mark, Claim) and bool(mark.decided or mark.note or mark.evidence)


def _essence(mark: Mark) -> object:
    spans = tuple(mark.spans())
    if isinstance(mark, Claim):
        return spans, mark.label, mark.note, mark.evidence, mark.source_type, mark.polarity
    return spans, mark.label if isinstance(mark, Entity) else mark.kind
