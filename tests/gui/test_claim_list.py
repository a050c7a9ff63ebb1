"""The list of claims follows each change as if it had been made from the article after it."""

import pytest
from builders import article, new_claim, removal, tagging
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.article import Article
from annotator.core.change_record import Change
from annotator.core.changes import apply
from annotator.core.scheme import Scheme
from annotator.storage.index import Summary
from annotator.ui.panes.claim_list import ALL, CLAIM, NUMBER, OPEN, ClaimModel

TEXT = "Menteri mengatakan stok aman. " * 4
ACTIONS = st.lists(st.tuples(st.sampled_from("ctr"), st.integers(0, 90)), max_size=25)

SCHEME = Scheme("s", "", ())


def acted(state: Article, action: str, number: int) -> Change | None:
    """Return the change of an action: c for a new claim, t for a label, r for none."""
    if action == "c":
        return new_claim(state, number, number + 12)
    if not state.claims:
        return None
    claim = state.claims[number % len(state.claims)]
    return removal(state, claim) if action == "r" else tagging(state, claim, "sourced")


def rows(model: ClaimModel) -> list[tuple[object, object]]:
    places = [model.index(row) for row in range(model.rowCount())]
    return [(model.data(place, NUMBER), model.data(place, CLAIM)) for place in places]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("chosen", [ALL, OPEN, "sourced"])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(actions=ACTIONS)
def test_rows_and_counts_follow_by_difference(chosen: str, actions: list[tuple[str, int]]) -> None:
    state, followed = article(TEXT), ClaimModel(SCHEME)
    followed.filter = chosen
    followed.take(state)
    summary = Summary.of(state)
    for action, number in actions:
        new = acted(state, action, number)
        if new is None:
            continue
        state = apply(state, new)
        followed.follow(state, new)
        summary = summary.after(state, new)
        fresh = ClaimModel(SCHEME)
        fresh.filter = chosen
        fresh.take(state)
        assert rows(followed) == rows(fresh)
        assert summary == Summary.of(state)
        assert all(followed.row_of(claim.id) == fresh.row_of(claim.id) for claim in state.claims)
