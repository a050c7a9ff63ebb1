"""A person's actions on the claim in focus, each as one change on the desk."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from annotator.core import claim_edits, decisions
from annotator.core.article import Article, State
from annotator.core.change_record import ClaimEdit, Did, Edit, HeaderEdit
from annotator.core.changes import as_of, difference
from annotator.core.checks import oddities
from annotator.core.claim_edits import Edge
from annotator.core.claim_navigation import at_or_after, neighbour, position
from annotator.core.errors import AnnotatorError
from annotator.core.scheme import Scheme
from annotator.core.spans import Claim, Decision, Evidence, Span
from annotator.ui.session.desk import Desk

Shaping = Callable[[Article, Claim], list[Edit]]


class ClaimEditor(QObject):
    """Turn a person's actions into edits; an action that does not apply does nothing."""

    # The action would remove something out of sight; the message says so instead.
    refused = Signal(str)
    # A given label looks odd: the claim's number, and why.
    warned = Signal(int, str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._scheme: Scheme | None = None
        self._last_label: str | None = None
        self._focus_since = time.monotonic()
        desk.focused.connect(self._start_watch)

    # Labels

    def set_scheme(self, scheme: Scheme) -> None:
        """Accept suggestions of this scheme only."""
        self._scheme = scheme

    def tag(self, label: str) -> None:
        """Tag the claim in focus and go on to the next open one."""
        claim = self._desk.claim()
        person = self._desk.person() if claim else None
        if claim is None or person is None:
            return
        settings = self._desk.settings
        decision = Decision(
            by=person.by,
            at=datetime.now(UTC),
            assist=settings.assist,
            shown=self._suggested(claim),
            seconds=round(time.monotonic() - self._focus_since, 1),
        )
        if self._desk.do("tag", decisions.tag(claim, label, decision)):
            self._last_label = label
            tagged = claim.id
            self._desk.move(1, only_open=True)
            self._warn(tagged)

    def accept(self) -> None:
        """Tag the claim in focus as suggested, where suggestions are shown."""
        claim = self._desk.claim()
        label = self._suggested(claim) if claim else None
        if label is not None:
            self.tag(label)

    def _suggested(self, claim: Claim) -> str | None:
        """Return the suggested label that is on screen; one of another scheme never is."""
        if claim.suggestion is None or self._desk.settings.assist != "suggest":
            return None
        label = claim.suggestion.label
        return label if self._scheme is None or self._scheme.has(label) else None

    def repeat(self) -> None:
        """Give the claim in focus the last label again."""
        if self._last_label is not None:
            self.tag(self._last_label)

    def clear(self) -> None:
        """Remove the label of the claim in focus."""
        claim = self._desk.claim()
        if claim is not None and claim.label is not None:
            self._desk.do("clear", decisions.clear(claim))

    def reject(self) -> None:
        """Remove the claim in focus, because it is not a claim, and go on to the next."""
        article, claim = self._desk.article, self._desk.claim()
        if article is None or claim is None:
            return
        following = neighbour(article.claims, claim.id, 1)
        if self._desk.do("reject", decisions.reject(article, claim)):
            self._desk.set_focus(following if following and following.id != claim.id else None)

    # Shapes

    def create_claim(self, selection: Span) -> bool:
        """Make a selection a claim and focus it; return True if one was made."""
        article, person = self._desk.article, self._desk.person()
        if article is None or person is None:
            return False
        edits = decisions.create_claim(article, selection, person)
        if not edits or not self._desk.do("create", edits):
            return False
        self._desk.point_to(f"c{article.last_id + 1}")
        return True

    def add_content(self, selection: Span) -> bool:
        """Add a selection to the content of the claim in focus."""
        return self._shape("content", lambda a, c: claim_edits.add_content(a, c, selection))

    def set_source(self, selection: Span) -> bool:
        """Make a selection the source."""
        return self._shape("source", lambda a, c: claim_edits.set_source(a, c, selection))

    def set_cue(self, selection: Span) -> bool:
        """Make a selection the cue."""
        return self._shape("cue", lambda a, c: claim_edits.set_cue(a, c, selection))

    def add_cue(self, selection: Span) -> bool:
        """Make a selection one more piece of the cue."""
        return self._shape("cue", lambda a, c: claim_edits.set_cue(a, c, selection, add=True))

    def toggle_hedge(self, selection: Span) -> bool:
        """Make a selection a hedge, or remove one."""
        return self._shape("hedge", lambda a, c: claim_edits.toggle_hedge(a, c, selection))

    def move_edge(self, edge: Edge, step: int, *, by_character: bool = False) -> None:
        """Move an edge of the content of the claim in focus."""
        self._shape(
            "move", lambda a, c: claim_edits.move_edge(a, c, edge, step, by_character=by_character)
        )

    def merge(self) -> None:
        """Merge the claim in focus with the next one."""
        article, claim = self._desk.article, self._desk.claim()
        if article is None or claim is None:
            return
        other = neighbour(article.claims, claim.id, 1)
        if other is not None and other.start > claim.start:
            self._shape("merge", lambda a, c: claim_edits.merge(a, c, other))
            self._desk.point_to(claim.id)

    def divide(self, caret: int) -> None:
        """Divide the claim in focus at the caret."""
        person = self._desk.person()
        if person is not None:
            self._shape("divide", lambda a, c: claim_edits.divide(a, c, caret, person))

    def create_entity(self, selection: Span, label: str) -> None:
        """Make a selection an entity."""
        article, person = self._desk.article, self._desk.person()
        if article is not None and person is not None:
            edits = claim_edits.create_entity(article, selection, label, person)
            self._desk.do("entity", edits)

    def remove_entities(self, selection: Span) -> None:
        """Remove the entities a selection or caret touches."""
        article = self._desk.article
        if article is not None:
            self._desk.do("no entity", claim_edits.remove_entities(article, selection))

    def toggle_furniture(self, selection: Span) -> None:
        """Make the selection's lines page furniture, or remove the furniture they touch."""
        article, person = self._desk.article, self._desk.person()
        if article is None or person is None:
            return
        edits = claim_edits.toggle_furniture(article, selection, person)
        if not edits:
            self.refused.emit(
                self.tr(
                    "You have marked claims in these lines. Remove those first (X), then try again."
                )
            )
        elif self._desk.do("furniture", edits) and self._desk.claim() is None:
            article = self._desk.article
            self._desk.set_focus(at_or_after(article.claims, selection.start) if article else None)

    # The person's own knowledge

    def set_source_type(self, kind: str | None) -> None:
        """Set the kind of the claim's source."""
        self._shape("source type", lambda _, c: _changed(c, replace(c, source_type=kind)))

    def set_note(self, note: str) -> None:
        """Save a note on the claim in focus."""
        said = note.strip() or None
        self._shape("note", lambda _, c: _changed(c, replace(c, note=said)))

    def set_evidence(self, before: Evidence | None, after: Evidence) -> None:
        """Save evidence on the claim in focus, in place of `before` if given."""

        def kept(claim: Claim) -> tuple[Evidence, ...]:
            if before is None:
                return (*claim.evidence, after)
            return tuple(after if piece == before else piece for piece in claim.evidence)

        self._shape("evidence", lambda _, c: _changed(c, replace(c, evidence=kept(c))))

    def remove_evidence(self, evidence: Evidence) -> None:
        """Remove a piece of evidence."""
        self._shape("no evidence", lambda _, c: _changed(c, _without(c, evidence)))

    def toggle_state(self, state: State) -> None:
        """Flag or skip the current article, or undo that."""
        article = self._desk.article
        if article is not None:
            new = None if article.header.state == state else state
            after = replace(article.header, state=new)
            self._desk.do(state, [HeaderEdit(before=article.header, after=after)])

    def set_details(self, **fields: Any) -> None:
        """Give the current article other details: title, outlet, author, date and the like."""
        article = self._desk.article
        if article is not None:
            after = replace(article.header, **fields)
            if after != article.header:
                self._desk.do("details", [HeaderEdit(before=article.header, after=after)])

    def restore(self, revision: int) -> None:
        """Give the current article the marks it had after its change number `revision`."""
        article, place = self._desk.article, self._desk.place
        if article is None or place is None:
            return
        try:
            then = as_of(article, place.corpus.changes(article.id), revision)
        except AnnotatorError as error:
            self._desk.failed.emit(error)
            return
        if self._desk.do("restore", difference(article, then)) and self._desk.claim() is None:
            self._desk.move(1)

    # Inside

    def _warn(self, claim_id: str) -> None:
        """Say what looks odd about a claim just labelled, since the focus has moved on."""
        article = self._desk.article
        claim = article.claim(claim_id) if article else None
        if article is not None and claim is not None:
            number = (position(article.claims, claim_id) or 0) + 1
            for oddity in oddities(article, claim)[:1]:
                self.warned.emit(number, oddity.sentence)

    def _shape(self, did: Did, make: Shaping) -> bool:
        article, claim = self._desk.article, self._desk.claim()
        if article is None or claim is None:
            return False
        edits = make(article, claim)
        return bool(edits) and self._desk.do(did, edits)

    def _start_watch(self) -> None:
        self._focus_since = time.monotonic()


def _changed(before: Claim, after: Claim) -> list[Edit]:
    return [ClaimEdit(before=before, after=after)] if before != after else []


def _without(claim: Claim, evidence: Evidence) -> Claim:
    return replace(claim, evidence=tuple(piece for piece in claim.evidence if piece != evidence))
