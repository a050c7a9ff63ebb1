"""An article is known again by its text, address, record or title."""

import pytest

from annotator.core.identity import MOST_NAMESAKES, Identity, Known


def known(*identities: Identity) -> Known:
    made = Known()
    for identity in identities:
        made.add(identity)
    return made


def rule(found: Known, identity: Identity) -> str | None:
    match = found.find(identity)
    return match.rule if match else None


def test_the_same_text_is_known_whatever_else_is_said() -> None:
    found = known(Identity("a", "1", title="Cuaca"))
    assert rule(found, Identity("b", "1", title="Lain")) == "text"
    assert rule(found, Identity("b", "2", title="Lain")) is None


def test_the_same_address_is_known_whatever_the_links_add() -> None:
    found = known(Identity("a", "1", url="https://www.koran.test/berita?id=7&utm_source=x"))
    assert rule(found, Identity("b", "2", url="http://koran.test/berita/?id=7")) == "address"
    assert rule(found, Identity("b", "2", url="http://koran.test/berita/?id=8")) is None


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        (Identity("b", "2", title="HARGA beras"), "title"),
        (Identity("b", "2", title="Harga beras", outlet="Koran B"), None),
        (Identity("b", "2", title="Harga beras", date="2026-11-02"), None),
        (
            Identity("b", "2", title="Harga beras", outlet="koran a", date="2026-11-01T09"),
            "title",
        ),
        (Identity("b", "2"), None),
    ],
)
def test_a_title_is_the_same_unless_something_speaks_against_it(
    theirs: Identity, expected: str | None
) -> None:
    ours = Identity("a", "1", title="Harga beras", outlet="Koran A", date="2026-11-01")
    assert rule(known(ours), theirs) == expected


def test_a_title_that_many_share_says_nothing() -> None:
    some = [Identity(f"a{n}", f"{n}", title="Cuaca") for n in range(MOST_NAMESAKES + 5)]
    theirs = Identity("b", "x", title="Cuaca")
    assert rule(known(*some[:MOST_NAMESAKES]), theirs) == "title"
    assert rule(known(*some), theirs) is None


def test_the_earlier_of_two_is_known_by_what_both_say() -> None:
    day, minute = Identity("a", date="2026-11-01"), Identity("b", date="2026-11-01T09:00")
    assert not day.older(minute)
    assert day.older(Identity("c", date="2026-11-02T07:00"))
    assert not day.older(Identity("c"))
