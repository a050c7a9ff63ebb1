"""Everything done is a change; undoing appends its inverse; the state is the fold."""

from collections.abc import Callable

import pytest
from builders import MODEL, NOW, PERSON, article, change, new_claim, removal, tagging
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core.article import Article, Reading
from annotator.core.change_record import Change, ClaimEdit, HeaderEdit, ZoneEdit, decode, encode
from annotator.core.changes import (
    apply,
    as_of,
    difference,
    fold,
    invert,
    make_change,
    take_back,
    undo_stacks,
    without_edits,
)
from annotator.core.claim_edits import add_content, toggle_hedge
from annotator.core.decisions import Passage, clear, create_claim, reject, take_in, trim
from annotator.core.errors import ConflictingChangeError, HistoryTooShortError, SpanError
from annotator.core.spans import Claim, Entity, Span, Zone


def test_a_tag_can_be_undone_and_redone() -> None:
    start = article()
    made = apply(start, new_claim(start, 28, 44))
    tagged = apply(made, tagging(made, made.claims[0], "official"))
    assert tagged.claims[0].label == "official"
    undo = invert(tagging(made, made.claims[0], "official"), tagged, PERSON)
    undone = apply(tagged, undo)
    assert undone.claims == made.claims
    redone = apply(undone, invert(undo, undone, PERSON))
    assert redone.claims == tagged.claims
    assert redone.revision == 4


def test_a_new_claim_is_cut_to_its_words() -> None:
    start = article()
    made = apply(start, new_claim(start, 27, 45))
    assert made.content_text(made.claims[0]) == "stok beras aman"


def test_a_change_that_does_not_fit_is_refused_and_alters_nothing() -> None:
    start = article()
    made = apply(start, new_claim(start, 28, 44))
    stale = removal(start, replace(made.claims[0], label="sourced"))
    with pytest.raises(ConflictingChangeError):
        apply(made, replace(stale, revision=2))
    with pytest.raises(ConflictingChangeError):
        apply(made, new_claim(start, 0, 4))
    with pytest.raises(ConflictingChangeError):
        apply(article("Another text."), new_claim(start, 0, 4))


def test_a_span_outside_the_text_is_refused() -> None:
    start = article()
    zone = change(start, "furniture", [ZoneEdit(after=Zone("z1", 70, 700))])
    with pytest.raises(SpanError):
        apply(start, zone)


def test_an_id_is_never_given_twice() -> None:
    state = article()
    state = apply(state, new_claim(state, 28, 44))
    state = apply(state, removal(state, state.claims[0]))
    state = apply(state, new_claim(state, 0, 16))
    assert state.claims[0].id == "c2"


def test_a_header_edit_by_a_person_is_undone_even_if_the_machine_read_on() -> None:
    state = article()
    title = change(
        state, "details", [HeaderEdit(before=state.header, after=replace(state.header, title="T"))]
    )
    state = apply(state, title)
    read_on = replace(state.header, reading=Reading("test 1", 10))
    state = apply(state, change(state, "read", [HeaderEdit(state.header, read_on)], MODEL))
    state = apply(state, invert(title, state, PERSON))
    assert state.header.title == article().header.title
    assert state.header.reading == Reading("test 1", 10)


def test_rejecting_a_claim_frees_what_was_nested_in_it() -> None:
    state = article()
    state = apply(state, new_claim(state, 0, 43))
    state = apply(state, new_claim(state, 28, 43))
    outer, inner = state.claims
    nest = change(state, "content", [ClaimEdit(inner, replace(inner, nested_in=outer.id))])
    state = apply(state, nest)
    state = apply(state, change(state, "reject", reject(state, outer)))
    assert [claim.nested_in for claim in state.claims] == [None]


def passage(end: int, *claims: Claim, by: str = "test 1") -> Passage:
    return Passage(0, end, "id", by, entities=(Entity("e1", 8, 16, "PER", MODEL),), claims=claims)


def test_reading_is_taken_in_once_and_never_over_a_persons_work() -> None:
    state = article()
    state = apply(state, new_claim(state, 28, 44))
    late = passage(
        44,
        Claim("x1", (Span(28, 43),), origin=MODEL),
        Claim("x2", (Span(0, 16),), origin=MODEL),
        Claim("x3", (Span(8, 16),), nested_in="x2", origin=MODEL),
    )
    state = apply(state, change(state, "read", take_in(state, late, NOW), MODEL))
    assert [state.content_text(claim) for claim in state.claims] == [
        "Menteri Ani Sari",
        "Ani Sari",
        "stok beras aman",
    ]
    assert state.claims[1].nested_in == state.claims[0].id
    assert state.claims[2].origin.kind == "person"
    assert state.header.lang == "id"
    assert take_in(state, late, NOW) == []


def test_only_a_persons_changes_are_undone() -> None:
    state = article()
    read = change(state, "read", take_in(state, passage(44), NOW), MODEL)
    state = apply(state, read)
    made = new_claim(state, 28, 44)
    state = apply(state, made)
    undo, redo = undo_stacks([read, made])
    assert undo == [made]
    taken_back = invert(made, state, PERSON)
    undo, redo = undo_stacks([read, made, taken_back])
    assert (undo, redo) == ([], [taken_back])


def test_trim_of_nothing_but_space_is_nothing() -> None:
    assert trim("a   b", Span(1, 4)) is None


@given(st.lists(st.sampled_from(["make", "tag", "clear", "reject", "undo", "redo"]), max_size=30))
def test_undoing_everything_returns_to_the_start(actions: list[str]) -> None:
    start = state = article()
    log: list[Change] = []

    def do(new: Change) -> None:
        nonlocal state
        state = apply(state, new)
        log.append(new)

    for number, action in enumerate(actions):
        undo, redo = undo_stacks(log)
        claim = state.claims[number % len(state.claims)] if state.claims else None
        if action == "make":
            do(new_claim(state, number, number + 9))
        elif action == "undo" and undo:
            do(invert(undo[-1], state, PERSON))
        elif action == "redo" and redo:
            do(invert(redo[-1], state, PERSON))
        elif claim and action == "tag":
            do(tagging(state, claim, "sourced"))
        elif claim and action == "clear":
            do(change(state, "clear", clear(claim)))
        elif claim and action == "reject":
            do(removal(state, claim))
    assert fold(start, log) == state
    while undo_stacks(log)[0]:
        do(invert(undo_stacks(log)[0][-1], state, PERSON))
    assert state.claims == start.claims
    while undo_stacks(log)[1]:
        do(invert(undo_stacks(log)[1][-1], state, PERSON))
    assert make_change(state, "note", [], origin=PERSON).revision == len(log) + 1


def test_an_article_as_it_was_at_any_time() -> None:
    start = state = article()
    log: list[Change] = []
    states = [start]
    read = change(state, "read", take_in(state, passage(44), NOW), MODEL)
    steps: list[Callable[[Article], Change]] = [
        lambda _: read,
        lambda s: new_claim(s, 28, 44),
        lambda s: tagging(s, s.claims[0], "official"),
        lambda s: new_claim(s, 45, 60),
        lambda s: removal(s, s.claims[0]),
    ]
    for make in steps:
        new = make(state)
        state = apply(state, new)
        log.append(new)
        states.append(state)
    for revision, then in enumerate(states):
        past = as_of(state, log, revision)
        assert (past.claims, past.entities, past.header) == (
            then.claims,
            then.entities,
            then.header,
        )
        restored = apply(state, change(state, "restore", difference(state, past)))
        assert (restored.claims, restored.entities) == (then.claims, then.entities)
    with pytest.raises(HistoryTooShortError):
        as_of(state, log[1:], 0)
    shorter = [without_edits(log[0]), *log[1:]]
    assert as_of(state, shorter, 1).claims == states[1].claims
    with pytest.raises(HistoryTooShortError):
        as_of(state, shorter, 0)


def test_a_header_that_was_changed_otherwise_meanwhile_is_a_conflict() -> None:
    start = article()
    titled = replace(start, header=replace(start.header, title="Satu"))
    edit = HeaderEdit(before=start.header, after=replace(start.header, title="Dua"))
    with pytest.raises(ConflictingChangeError, match="title"):
        apply(titled, make_change(titled, "details", [edit], origin=PERSON))


def test_an_id_is_given_once() -> None:
    made = apply(article(), new_claim(article(), 28, 43))
    again = ClaimEdit(after=replace(made.claims[0], content=(Span(0, 7),)))
    with pytest.raises(ConflictingChangeError, match="exists already"):
        apply(made, make_change(made, "create", [again], origin=PERSON))


def test_a_change_made_on_another_state_of_the_article_is_a_conflict() -> None:
    one = apply(article(), new_claim(article(), 28, 43))
    other = apply(article(), new_claim(article(), 51, 64))
    with pytest.raises(ConflictingChangeError, match="another state"):
        apply(other, tagging(one, one.claims[0], "official"))


def test_a_selection_of_space_alone_makes_no_claim() -> None:
    assert create_claim(article("Satu.   Dua."), Span(5, 8), PERSON) == []


def test_page_furniture_that_the_machine_finds_is_taken_in_with_an_id_of_its_own() -> None:
    start = article()
    passage = Passage(0, 80, "id", "test 1", zones=(Zone("z1", 45, 60, "related", MODEL),))
    read = apply(start, change(start, "read", take_in(start, passage, NOW), MODEL))
    assert [(zone.start, zone.end, zone.kind) for zone in read.zones] == [(45, 60, "related")]
    assert read.last_id == 1


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_a_line_that_is_no_change_is_told(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(line)


def test_the_change_of_a_newer_program_is_refused() -> None:
    newer = replace(new_claim(article(), 0, 15), schema=99)
    with pytest.raises(ValueError, match="schema 99 is newer"):
        decode(encode(newer))


def test_taking_a_label_back_leaves_the_claim() -> None:
    start = article()
    made = apply(start, new_claim(start, 28, 43))
    given = tagging(made, made.claims[0], "official")
    back = take_back(given, apply(made, given), [given], PERSON)
    assert (back.did, back.undoes) == ("undo tag", given.revision)
    assert apply(apply(made, given), back).claims == made.claims


def test_space_adds_nothing_to_a_claim() -> None:
    made = apply(article("Satu.   Dua."), new_claim(article("Satu.   Dua."), 0, 4))
    assert add_content(made, made.claims[0], Span(5, 8)) == []
    assert toggle_hedge(made, made.claims[0], Span(5, 8)) == []


def test_what_takes_back_a_change_that_is_not_there_is_on_no_stack() -> None:
    made = new_claim(article(), 28, 43)
    stray = replace(invert(made, apply(article(), made), PERSON), undoes=99)
    assert undo_stacks([made, stray]) == ([made], [])
