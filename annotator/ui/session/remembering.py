"""Remember where a person stopped, so that the start page can offer to continue there."""

import contextlib
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from annotator.core.claim_navigation import position
from annotator.core.errors import AnnotatorError
from annotator.storage.recent import Recent, RecentCorpora
from annotator.storage.seal import is_sealed
from annotator.ui.session.desk import Desk

# Written this long after the last move, so that no key waits for it.
PAUSE_MS = 1_000
# Up to this many articles, their states are counted each time.
COUNTED = 2_000


class Remembering(QObject):
    """Keep the list of recent corpora in step with the desk."""

    def __init__(self, desk: Desk, recent: RecentCorpora, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.recent = recent
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        desk.focused.connect(lambda _: self._pause.start())

    def keep(self) -> None:
        """Save the person's place; a text without any work on it is not remembered."""
        self._pause.stop()
        recent = self._now()
        if recent is not None:
            # The list is only a help: work continues without it.
            with contextlib.suppress(AnnotatorError, OSError):
                self.recent.keep(recent)

    def resume(self, recent: Recent) -> None:
        """Open a corpus at the article and claim where the person stopped."""
        desk = self._desk
        desk.open([recent.path])
        place = desk.place
        if place is not None and place.corpus.path.resolve() == recent.path and recent.article:
            row = desk.shelf.row_of(place.corpus, recent.article)
            if row >= 0 and row != desk.row:
                desk.show(row)
            if desk.article is not None and desk.article.claim(recent.claim) is not None:
                desk.point_to(recent.claim)

    def found(self, recent: Recent, path: Path) -> None:
        """Open a corpus that was moved, and remember its new place."""
        self.recent.forget(recent.path)
        self._desk.open([path])

    def _now(self) -> Recent | None:
        place, article = self._desk.place, self._desk.article
        if place is None or article is None or not place.corpus.stored:
            return None
        corpus, summary, claim = place.corpus, place.summary, self._desk.claim()
        ids = corpus.ids()
        counted = ids if len(ids) <= COUNTED else []
        return Recent(
            file=str(corpus.path.resolve()),
            at=datetime.now().astimezone(),
            sealed=is_sealed(corpus.path),
            articles=len(ids),
            done=sum(corpus.summary(id_).progress == "done" for id_ in counted),
            claims=summary.claims,
            decided=summary.decided,
            article=article.id,
            title=summary.title or article.id,
            claim=claim.id if claim else "",
            number=(position(article.claims, claim.id) or 0) + 1 if claim else 0,
        )
