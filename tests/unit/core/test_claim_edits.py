"""Whatever is done to a claim's shape, its spans stay sound and nothing else is lost."""

from collections.abc import Callable

import pytest
from builders import MODEL, PERSON, article, change, new_claim, tagging
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core import claim_edits
from annotator.core.article import Article
from annotator.core.change_record import Change, ClaimEdit, Edit, EntityEdit
from annotator.core.changes import apply, invert
from annotator.core.spans import Claim, Entity, Span, check_spans

TEXT = (
    "Menteri Ani Sari mengatakan stok beras aman dan harga mungkin turun.\nBaca juga: Resep nasi\n"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def state() -> Article:
    start = article(TEXT)
    return apply(start, new_claim(start, *_ends("stok beras aman")))


def _ends(words: str) -> tuple[int, int]:
    found = span(words)
    return found.start, found.end


def do(state: Article, edits: list[Edit]) -> Article:
    return apply(state, change(state, "content", edits))


def test_source_cue_and_hedge_from_a_selection(state: Article) -> None:
    state = do(state, claim_edits.set_source(state, state.claims[0], span("Menteri Ani Sari ")))
    state = do(state, claim_edits.set_cue(state, state.claims[0], span(" mengatakan")))
    state = do(state, claim_edits.toggle_hedge(state, state.claims[0], span("mungkin")))
    claim = state.claims[0]
    assert claim.source == span("Menteri Ani Sari")
    assert claim.cue == (span("mengatakan"),)
    assert claim.hedges == (span("mungkin"),)
    state = do(state, claim_edits.set_cue(state, claim, span("dan"), add=True))
    assert state.claims[0].cue == (span("mengatakan"), span("dan"))
    state = do(state, claim_edits.toggle_hedge(state, state.claims[0], span("mungkin turun")))
    assert state.claims[0].hedges == ()
    state = do(state, claim_edits.set_source(state, state.claims[0], span("Menteri Ani Sari")))
    assert state.claims[0].source is None


def test_edges_move_by_word_and_by_character(state: Article) -> None:
    def content() -> str:
        return state.content_text(state.claims[0])

    steps: list[tuple[claim_edits.Edge, int, bool, str]] = [
        ("end", 1, False, "stok beras aman dan"),
        ("start", 1, False, "beras aman dan"),
        ("start", -1, False, "stok beras aman dan"),
        ("end", -1, True, "stok beras aman da"),
        ("start", -1, True, " stok beras aman da"),
    ]
    for edge, step, by_character, expected in steps:
        edits = claim_edits.move_edge(
            state,
            state.claims[0],
            edge,
            step,
            by_character=by_character,
        )
        state = do(state, edits)
        assert content() == expected


def test_an_edge_never_crosses_the_other(state: Article) -> None:
    for _ in range(5):
        edits = claim_edits.move_edge(state, state.claims[0], "start", 1)
        state = do(state, edits) if edits else state
    assert state.content_text(state.claims[0]) == "aman"


def test_merging_keeps_what_both_had(state: Article) -> None:
    state = apply(state, new_claim(state, *_ends("harga mungkin turun")))
    first, second = state.claims
    state = do(state, claim_edits.toggle_hedge(state, second, span("mungkin")))
    state = do(state, claim_edits.set_source(state, state.claims[1], span("Menteri Ani Sari")))
    state = do(state, claim_edits.merge(state, state.claims[0], state.claims[1]))
    (merged,) = state.claims
    assert merged.content == (span("stok beras aman"), span("harga mungkin turun"))
    assert merged.hedges == (span("mungkin"),)
    assert merged.source == span("Menteri Ani Sari")
    assert merged.id == first.id


def test_two_labels_merged_are_open_again(state: Article) -> None:
    state = apply(state, new_claim(state, *_ends("harga mungkin turun")))
    state = apply(state, tagging(state, state.claims[0], "official"))
    state = apply(state, tagging(state, state.claims[1], "speculative"))
    state = do(state, claim_edits.merge(state, *state.claims))
    assert not state.claims[0].decided


def test_dividing_at_the_caret(state: Article) -> None:
    state = apply(state, tagging(state, state.claims[0], "official"))
    state = do(state, claim_edits.divide(state, state.claims[0], TEXT.index("beras"), PERSON))
    assert [state.content_text(claim) for claim in state.claims] == ["stok", "beras aman"]
    assert [claim.label for claim in state.claims] == ["official", None]
    assert claim_edits.divide(state, state.claims[0], 0, PERSON) == []


def test_an_entity_gives_way_to_a_new_one(state: Article) -> None:
    old = Entity("e9", *_ends("Menteri Ani Sari"), "LOC", MODEL)
    state = do(state, [EntityEdit(after=old)])
    state = do(state, claim_edits.create_entity(state, span("Ani Sari"), "PER", PERSON))
    assert [(state.slice(e), e.label) for e in state.entities] == [("Ani Sari", "PER")]
    state = do(state, claim_edits.remove_entities(state, Span(10, 10)))
    assert state.entities == ()


def test_furniture_takes_the_machines_marks_with_it_and_never_a_persons(state: Article) -> None:
    machine = Claim("c8", (span("Resep nasi"),), origin=MODEL)
    state = do(state, [ClaimEdit(after=machine)])
    edits = claim_edits.toggle_furniture(state, span("juga"), PERSON)
    marked = do(state, edits)
    assert [marked.slice(zone) for zone in marked.zones] == ["Baca juga: Resep nasi"]
    assert machine not in marked.claims
    assert do(marked, claim_edits.toggle_furniture(marked, span("Baca"), PERSON)).zones == ()
    assert claim_edits.toggle_furniture(state, span("Menteri"), PERSON) == []


@given(st.data())
def test_any_shaping_is_sound_and_can_be_undone(data: st.DataObject) -> None:
    state = article(TEXT)
    state = apply(state, new_claim(state, *_ends("stok beras aman")))
    state = apply(state, new_claim(state, *_ends("harga mungkin turun")))
    for _ in range(data.draw(st.integers(1, 8))):
        if not state.claims:
            break
        claim = data.draw(st.sampled_from(state.claims))
        low = data.draw(st.integers(0, len(TEXT) - 1))
        selection = Span(low, data.draw(st.integers(low, len(TEXT))))
        edits = data.draw(st.sampled_from(_shapings(state, claim, selection)))()
        if not edits:
            continue
        before = state
        done: Change = change(state, "content", edits)
        state = apply(state, done)
        for mark in state.marks():
            check_spans(state.text, mark)
        back = apply(state, invert(done, state, PERSON))
        assert (back.claims, back.entities, back.zones) == (
            before.claims,
            before.entities,
            before.zones,
        )


def _shapings(state: Article, claim: Claim, selection: Span) -> list[Callable[[], list[Edit]]]:
    other = next((c for c in state.claims if c.id != claim.id), claim)
    return [
        lambda: claim_edits.set_source(state, claim, selection),
        lambda: claim_edits.set_cue(state, claim, selection),
        lambda: claim_edits.toggle_hedge(state, claim, selection),
        lambda: claim_edits.add_content(state, claim, selection),
        lambda: claim_edits.move_edge(state, claim, "start", -1),
        lambda: claim_edits.move_edge(state, claim, "end", 1, by_character=True),
        lambda: claim_edits.merge(state, claim, other) if other != claim else [],
        lambda: claim_edits.divide(state, claim, selection.start, PERSON),
        lambda: claim_edits.create_entity(state, selection, "ORG", PERSON),
        lambda: claim_edits.toggle_furniture(state, selection, PERSON),
        lambda: [ClaimEdit(before=claim, after=replace(claim, note="x"))],
    ]
