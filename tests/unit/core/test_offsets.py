"""Offsets are code points in the program and UTF-16 units in Qt; going there and back is safe."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import normalise
from annotator.core.offsets import OffsetMap
from annotator.core.spans import Span

TEXTS = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("😀👩‍👩‍👧‍👦e\u0301\u00a0\u2028\u202e\u200b\ufeff“”🇮🇩")
    )
)


@given(TEXTS)
def test_there_and_back_is_the_identity(text: str) -> None:
    offsets = OffsetMap(text)
    for position in range(len(text) + 1):
        qt_position = offsets.to_qt(position)
        assert qt_position == len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
        assert offsets.from_qt(qt_position) == position


def test_a_position_inside_a_pair_is_the_border_before_it() -> None:
    offsets = OffsetMap("a😀b")
    assert offsets.from_qt(2) == 1
    assert offsets.span_from_qt(1, 3) == Span(1, 2)


@given(TEXTS)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert not set(once) & set("\r\u2028\u2029")
    assert normalise(once.lstrip("\ufeff")) == once.lstrip("\ufeff")


def test_a_no_break_space_stays_one() -> None:
    assert normalise("\ufeffRp\u00a05.000\r\nb\rc\u2028d") == "Rp\u00a05.000\nb\nc\nd"
