"""Merge the work of two people on one article, without choosing between them.

A mark that only one of them changed is taken over. If both changed the same claim, it is
undecided again and keeps both readings; if both moved it, both claims stay.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from annotator.core.article import Article, Header, mark_number
from annotator.core.changes import Change, ClaimEdit, EntityEdit, ZoneEdit, new_text
from annotator.core.spans import Claim, Entity, Mark, PersonReading, Zone

M = TypeVar("M", Claim, Entity, Zone)


class Sides(NamedTuple):
    """Two people's states of an article, and their common state before."""

    base: Article
    mine: Article
    theirs: Article


class Together(NamedTuple):
    """The merged article, and the ids of the claims they disagree on."""

    article: Article
    conflicts: tuple[str, ...]


def together(sides: Sides) -> Together:
    """Merge both sides; the article is `theirs` with the additions of `mine`."""
    base, mine, theirs = sides
    numbers = _Numbers(max(base.last_id, mine.last_id, theirs.last_id))
    conflicts: list[str] = []
    claims = _claims(base, mine, theirs, numbers, conflicts)
    ids = {claim.id for claim in claims}
    article = replace(
        theirs,
        header=_header(base.header, mine.header, theirs.header),
        zones=_stretches(base.zones, mine.zones, theirs.zones, numbers),
        entities=_stretches(base.entities, mine.entities, theirs.entities, numbers),
        claims=tuple(
            claim if claim.nested_in in ids else replace(claim, nested_in=None)
            for claim in _in_order(claims)
        ),
        last_id=numbers.last,
    )
    return Together(article, tuple(conflicts))


def sides_of(theirs: Article, mine: Sequence[Change]) -> Sides | None:
    """Return both sides if one is an article and the other only a list of changes.

    A mark whose state in `theirs` is one that it once had in `mine` was not changed there.
    None if the changes were made on another text.
    """
    if any(change.text != theirs.sha256[:16] or new_text(change) for change in mine):
        return None
    states = _states(mine)
    base, last = dict(_by_id(theirs)), dict(_by_id(theirs))
    for id_, (before, course) in states.items():
        untouched = theirs_state in course if (theirs_state := base.get(id_)) else before is None
        _set(base, id_, theirs_state if untouched else before)
        _set(last, id_, course[-1])
    digest = mine[-1].digest if mine else None
    return Sides(_with(theirs, base), replace(_with(theirs, last), digest=digest), theirs)


class _Numbers:
    """Assign numbers for new ids."""

    def __init__(self, last: int) -> None:
        self.last = last

    def id(self, letter: str) -> str:
        self.last += 1
        return f"{letter}{self.last}"


def _states(changes: Iterable[Change]) -> dict[str, tuple[Mark | None, list[Mark | None]]]:
    """Return each mark's state before a person first changed it, and all its states."""
    found: dict[str, tuple[Mark | None, list[Mark | None]]] = {}
    for change in changes:
        for edit in change.edits:
            if not isinstance(edit, ClaimEdit | EntityEdit | ZoneEdit):
                continue
            mark = edit.after or edit.before
            assert mark is not None
            before, course = found.get(mark.id, (edit.before, [edit.before]))
            if change.origin.kind == "model" and len(course) == 1:
                before = edit.after
            found[mark.id] = (before, [*course, edit.after])
    return found


def _by_id(article: Article) -> dict[str, Mark]:
    return {mark.id: mark for mark in article.marks()}


def _set(marks: dict[str, Mark], id_: str, mark: Mark | None) -> None:
    if mark is None:
        marks.pop(id_, None)
    else:
        marks[id_] = mark


def _with(article: Article, marks: dict[str, Mark]) -> Article:
    return replace(
        article,
        zones=_in_order(mark for mark in marks.values() if isinstance(mark, Zone)),
        entities=_in_order(mark for mark in marks.values() if isinstance(mark, Entity)),
        claims=_in_order(mark for mark in marks.values() if isinstance(mark, Claim)),
        last_id=max([article.last_id, *map(mark_number, marks.values())]),
    )


def _in_order(marks: Iterable[M]) -> tuple[M, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.start, len(mark.id), mark.id)))


def _header(base: Header, mine: Header, theirs: Header) -> Header:
    """Take marks that only I changed; marks that both changed stay as theirs."""
    changed = {
        field: getattr(mine, field)
        for field in Header.__struct_fields__
        if getattr(mine, field) != getattr(base, field) == getattr(theirs, field)
    }
    return replace(theirs, **changed)


def _stretches(
    base: Sequence[M], mine: Sequence[M], theirs: Sequence[M], numbers: _Numbers
) -> tuple[M, ...]:
    before, here = {m.id: m for m in base}, {m.id: m for m in mine}
    found = {m.id: m for m in theirs}
    for id_ in before.keys() - here.keys():
        if found.get(id_) == before[id_]:
            del found[id_]
    places = {(m.start, m.end) for m in theirs if isinstance(m, Entity | Zone)}
    for id_, mark in here.items():
        if mark == before.get(id_) or mark == found.get(id_):
            continue
        if found.get(id_) == before.get(id_):
            found[id_] = mark
        elif isinstance(mark, Entity | Zone) and (mark.start, mark.end) not in places:
            new = replace(mark, id=numbers.id(mark.id[:1]))
            found[new.id] = new
    return _in_order(found.values())


def _claims(
    base: Article, mine: Article, theirs: Article, numbers: _Numbers, conflicts: list[str]
) -> list[Claim]:
    before, here = _claims_of(base), _claims_of(mine)
    found = _claims_of(theirs)
    for id_, old in before.items():
        if id_ in here:
            continue
        if found.get(id_) == old:
            del found[id_]
        elif id_ in found:
            # I removed a mark that they worked on: it stays, and is reported.
            conflicts.append(id_)
    same_content = {claim.content: claim.id for claim in theirs.claims if claim.id not in before}
    for id_, claim in here.items():
        old_claim, other = before.get(id_), found.get(id_)
        if claim in (old_claim, other):
            continue
        if other == old_claim and (other is not None or old_claim is not None):
            found[id_] = claim
        elif old_claim is None and claim.content in same_content:
            twin = same_content[claim.content]
            found[twin] = _both(found[twin], claim, None, conflicts)
        elif old_claim is None and other is None:
            found[id_] = claim
        elif old_claim is None or other is None or other.content != claim.content:
            new = replace(claim, id=numbers.id("c"))
            found[new.id] = new
            conflicts.append(new.id)
        else:
            found[id_] = _both(other, claim, old_claim, conflicts)
    return list(found.values())


def _claims_of(article: Article) -> dict[str, Claim]:
    return {claim.id: claim for claim in article.claims}


def _both(theirs: Claim, mine: Claim, base: Claim | None, conflicts: list[str]) -> Claim:
    """Merge a claim that both worked on, field by field, with both readings if they differ."""
    old = base or replace(theirs, label=None, decision=None)
    taken = {
        field: getattr(mine, field)
        for field in Claim.__struct_fields__
        if field not in ("id", "label", "decision", "origin")
        and getattr(mine, field) != getattr(old, field) == getattr(theirs, field)
    }
    merged = replace(theirs, **taken)
    if mine.note and theirs.note and mine.note not in (theirs.note, old.note):
        merged = replace(merged, note=f"{theirs.note}\n{mine.note}")
    if (mine.label, mine.decision) in (
        (old.label, old.decision),
        (theirs.label, theirs.decision),
    ):
        return merged
    if (theirs.label, theirs.decision) == (old.label, old.decision):
        return replace(merged, label=mine.label, decision=mine.decision)
    readings = tuple(_reading(claim) for claim in (theirs, mine))
    readings = tuple(one for one in readings if one not in merged.readings)
    merged = replace(merged, readings=(*merged.readings, *readings))
    if mine.label == theirs.label:
        return merged
    conflicts.append(merged.id)
    return replace(merged, label=None, decision=None)


def _reading(claim: Claim) -> PersonReading:
    by = claim.decision.by if claim.decision else claim.origin.by
    return PersonReading(by, claim.label, claim.decision, claim.alt_labels, claim.note)
