"""Compare a corpus with its history, and fold in the changes that only the history has."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.core.article import Article
from annotator.core.changes import apply
from annotator.core.errors import (
    AnnotatorError,
    ConflictingChangeError,
    HistoryMismatchError,
    LostArticleError,
    LostHistoryError,
    MissingChangesError,
    RepeatedChangeError,
    SidesDifferError,
    SpanError,
    SwappedChangesError,
    TornLineError,
)
from annotator.review.three_way import Sides, sides_of
from annotator.storage.chain import Fault, Place
from annotator.storage.history import History
from annotator.storage.index import Summary


class Way(NamedTuple):
    """How an article continues from its record: the rest of a branch of its history.

    `off` is a branch that the record lacks, and that nobody merged with it.
    """

    rest: list[Place]
    off: list[Place]


class Replayed:
    """A corpus with its history folded in; `refusal` says why nothing may be written."""

    def __init__(
        self,
        path: Path,
        history: History,
        summaries: Iterable[Summary],
        read: Callable[[str], Article],
    ) -> None:
        """`read` reads an article as its record has it."""
        self.articles: dict[str, Article] = {}
        self.problems: list[AnnotatorError] = []
        self.refusal: AnnotatorError | None = None
        # Articles whose work differs between corpus and history, by id.
        self.sides: dict[str, Sides] = {}
        self._history = history
        self._read = read
        known = {summary.id: summary for summary in summaries}
        if history.torn:
            self.problems.append(TornLineError(path=history.path))
        if history.broken is not None:
            number, reason = history.broken
            self.refusal = HistoryMismatchError(path=history.path, line=number, reason=reason)
        self.problems += _faults(history)
        self.problems += _missing(path, history, known)
        for summary in known.values():
            if history.places(summary.id):
                self._article(summary)
        if self.sides and self.refusal is None:
            names = ", ".join(self.sides)
            self.refusal = SidesDifferError(path=path, history=history.path, articles=names)

    def _article(self, summary: Summary) -> None:
        way = _way(self._history, summary)
        if not way.rest and not way.off:
            return
        try:
            article = self._read(summary.id)
        except AnnotatorError as error:
            self.problems.append(error)
            return
        try:
            article = self._on(article, way.rest)
            if way.off:
                self._differs(article, way.off)
        except AnnotatorError as error:
            self.refusal = self.refusal or error

    def _differs(self, article: Article, places: list[Place]) -> None:
        """Note changes that were made on another state of the article."""
        sides = sides_of(article, [change for _, change in self._history.read(places)])
        if sides is None:
            raise HistoryMismatchError(
                path=self._history.path, line=places[-1].line, reason="it is on another text"
            )
        self.sides[article.id] = sides

    def _on(self, article: Article, places: list[Place]) -> Article:
        """Fold changes in; if one does not fit, the state before it is shown."""
        try:
            for place, change in self._history.read(places):
                try:
                    article = apply(article, change)
                except (ConflictingChangeError, SpanError) as error:
                    raise HistoryMismatchError(
                        path=self._history.path, line=place.line, reason=error
                    ) from error
        finally:
            self.articles[article.id] = article
        return article


def _way(history: History, summary: Summary) -> Way:
    """Return how an article continues from its record.

    From then on the history uses the record's branch as the article's changes.
    """
    branches = history.branches(summary.id)
    positions = [_position(branch, summary) for branch in branches]
    on = next((number for number, at in enumerate(positions) if at is not None), None)
    if on is None:
        # If only the last lines are missing, which is reported, there is nothing to replay.
        ahead = [branch for branch in branches if branch[-1].revision >= summary.revision]
        return Way([], ahead[0] if ahead else [])
    history.follow(summary.id, branches[on])
    others = [branch for number, branch in enumerate(branches) if number != on]
    return Way(branches[on][positions[on] :], others[0] if others else [])


def _position(branch: list[Place], summary: Summary) -> int | None:
    """Return where a branch continues from a record, None if the record is not on it."""
    if summary.digest is None:
        # A record of schema 1 has only its revision.
        return sum(place.revision <= summary.revision for place in branch)
    for at, place in enumerate(branch):
        if place.digest == summary.digest:
            return at + 1
        if place.previous == summary.digest and place.previous is not None:
            return at
    return None


def _faults(history: History) -> Iterator[AnnotatorError]:
    for article, found in history.chains.items():
        for fault in found.faults:
            yield _error(history.path, article, fault)


def _error(path: Path, article: str, fault: Fault) -> AnnotatorError:
    match fault.kind:
        case "twice":
            return RepeatedChangeError(path=path, line=fault.line, article=article)
        case "swapped":
            return SwappedChangesError(path=path, line=fault.line, article=article)
        case "missing":
            return MissingChangesError(
                path=path, article=article, first=fault.first, last=fault.last
            )


def _missing(path: Path, history: History, known: dict[str, Summary]) -> Iterator[AnnotatorError]:
    """Name the work that one of the two files has and the other lacks."""
    lost: list[str] = []
    for summary in known.values():
        places = history.places(summary.id)
        if summary.digest is None:
            continue
        if not places:
            lost.append(summary.id)
            continue
        last = max(place.revision for branch in history.branches(summary.id) for place in branch)
        if last < summary.revision:
            yield MissingChangesError(
                path=history.path, article=summary.id, first=last + 1, last=summary.revision
            )
    if lost:
        yield LostHistoryError(path=history.path, article=lost[0], count=len(lost))
    for article in history.articles():
        if article not in known:
            yield LostArticleError(article=article, history=history.path, path=path)
