"""The stretches of an article are found by place, also after changes."""

from builders import MODEL, article, change, new_claim, tagging
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.change_record import EntityEdit
from annotator.core.changes import apply
from annotator.core.decisions import reject
from annotator.core.spans import Entity
from annotator.ui.page.mark_index import MarkIndex, Stretch


def test_stretches_that_touch_a_part_of_the_text() -> None:
    start = article()
    entity = Entity("e1", 8, 16, "PER", MODEL)
    state = apply(start, change(start, "read", [EntityEdit(after=entity)], MODEL))
    state = apply(state, new_claim(state, 0, 44))
    marks = MarkIndex(state)
    assert list(marks.between(40, 60)) == [Stretch(0, 43, "content", "c2")]
    assert list(marks.between(43, 60)) == []
    assert [s.id for s in marks.between(15, 16)] == ["c2", "e1"]


@given(st.lists(st.tuples(st.integers(0, 70), st.integers(1, 30), st.booleans()), max_size=20))
def test_following_changes_is_the_same_as_starting_anew(
    actions: list[tuple[int, int, bool]],
) -> None:
    state = article()
    marks = MarkIndex(state)
    for start, length, remove in actions:
        if remove and state.claims:
            claim = state.claims[start % len(state.claims)]
            new = change(state, "reject", reject(state, claim))
        elif length % 3 == 0 and state.claims:
            new = tagging(state, state.claims[start % len(state.claims)], "sourced")
        else:
            new = new_claim(state, start, min(start + length, len(state.text)))
        state = apply(state, new)
        marks.take(new)
        anew = MarkIndex(state)
        assert marks.claims == anew.claims
        assert list(marks.between(0, 99)) == list(anew.between(0, 99))
        assert list(marks.between(start, start + 1)) == list(anew.between(start, start + 1))
