"""Moving between claims goes round, and passes over tagged ones only when asked."""

from annotator.core.claim_navigation import at_or_after, innermost, neighbour
from annotator.core.spans import Claim, Span

CLAIMS = (
    Claim("a", (Span(0, 50),), label="official"),
    Claim("b", (Span(10, 20), Span(30, 40))),
    Claim("c", (Span(60, 70),)),
)


def test_next_and_previous_go_round() -> None:
    assert [neighbour(CLAIMS, id_, 1) for id_ in ("a", "b", "c")] == [*CLAIMS[1:], CLAIMS[0]]
    assert neighbour(CLAIMS, "a", -1) == CLAIMS[2]
    assert neighbour(CLAIMS, None, 1) == CLAIMS[0]
    assert neighbour(CLAIMS, None, -1) == CLAIMS[2]
    assert neighbour((), None, 1) is None


def test_only_open_ones() -> None:
    assert neighbour(CLAIMS, "c", 1, only_open=True) == CLAIMS[1]
    assert neighbour(CLAIMS[:1], "a", 1, only_open=True) is None


def test_the_innermost_claim_is_meant() -> None:
    assert innermost(CLAIMS, 15) == CLAIMS[1]
    assert innermost(CLAIMS, 25) == CLAIMS[0]
    assert innermost(CLAIMS, 55) is None


def test_the_claim_that_follows_a_place() -> None:
    assert at_or_after(CLAIMS, 11) == CLAIMS[2]
    assert at_or_after(CLAIMS, 99) == CLAIMS[2]
    assert at_or_after((), 0) is None
