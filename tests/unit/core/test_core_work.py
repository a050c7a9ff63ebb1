"""What a person made of an article counts as work; what the machine read does not."""

from datetime import UTC, datetime

import pytest
from builders import MODEL, PERSON, article
from msgspec.structs import replace

from annotator.core.article import Header
from annotator.core.spans import Claim, Decision, Entity, Mark, Span, Suggestion, Zone
from annotator.core.work import work, worked_on

CLAIM = Claim("c1", (Span(28, 43),), origin=MODEL, suggestion=Suggestion("official"))
DECISION = Decision("rina", datetime(2026, 11, 28, tzinfo=UTC), "evidence")


@pytest.mark.parametrize(
    ("mark", "counts"),
    [
        (CLAIM, False),
        (replace(CLAIM, label="official", decision=DECISION), True),
        (replace(CLAIM, note="periksa"), True),
        (replace(CLAIM, origin=PERSON), True),
        (Entity("e1", 8, 16, "PER", MODEL), False),
        (Entity("e1", 8, 16, "PER", PERSON), True),
        (Zone("z1", 0, 5, "related", MODEL), False),
        (Zone("z1", 0, 5, "related", PERSON), True),
    ],
)
def test_work_is_what_a_person_made(mark: Mark, counts: bool) -> None:
    made = replace(
        article(),
        claims=(mark,) if isinstance(mark, Claim) else (),
        entities=(mark,) if isinstance(mark, Entity) else (),
        zones=(mark,) if isinstance(mark, Zone) else (),
    )
    assert worked_on(made) is counts
    assert len(work(made)) == int(counts)


def test_a_flag_is_work() -> None:
    assert worked_on(replace(article(), header=Header(state="flagged")))


def test_the_same_work_under_other_ids_is_the_same() -> None:
    one = replace(article(), entities=(Entity("e1", 8, 16, "PER", PERSON),))
    other = replace(article(), entities=(Entity("e9", 8, 16, "PER", PERSON),))
    third = replace(article(), entities=(Entity("e1", 8, 16, "ORG", PERSON),))
    assert work(one) == work(other)
    assert work(one) != work(third)
