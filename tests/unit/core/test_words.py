"""Edges move and selections snap by whole words."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span
from annotator.core.words import REACH, next_end, next_start, snap

TEXT = "Ma'ruf, orang-orang naik 5,2 persen 😀."


def said(span: Span) -> str:
    return TEXT[span.start : span.end]


def test_a_selection_snaps_to_whole_words() -> None:
    assert said(snap(TEXT, Span(1, 3))) == "Ma'ruf"
    assert said(snap(TEXT, Span(9, 23))) == "orang-orang naik"
    assert said(snap(TEXT, Span(26, 27))) == "5,2"
    assert said(snap(TEXT, Span(6, 9))) == ", orang-orang"
    assert snap(TEXT, Span(7, 8)) == Span(8, 8)
    assert said(snap(TEXT, Span(7, 20))) == "orang-orang"


def test_edges_step_from_word_to_word() -> None:
    starts = [0]
    while (at := next_start(TEXT, starts[-1], 1)) != starts[-1]:
        starts.append(at)
    assert [TEXT[at] for at in starts] == list("M,on5p😀.")
    assert next_start(TEXT, 3, -1) == 0
    assert next_start(TEXT, 0, -1) == 0
    assert TEXT[: next_end(TEXT, 0, 1)] == "Ma'ruf"
    assert next_end(TEXT, len(TEXT), 1) == len(TEXT)


@given(st.text(max_size=60), st.data())
def test_snapping_never_loses_a_character_and_is_settled(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    snapped = snap(text, Span(start, end))
    wanted = text[start:end].strip()
    assert wanted in text[snapped.start : snapped.end]
    assert snap(text, snapped) == snapped


def test_a_word_is_whole_however_far_it_reaches() -> None:
    long = "x" * (4 * REACH)
    text = f"awal {long} akhir"
    middle = text.index(long) + 2 * REACH
    assert snap(text, Span(middle, middle + 1)) == Span(5, 5 + len(long))
    assert next_start(text, middle, -1) == 5
    assert next_end(text, middle, 1) == 5 + len(long)
