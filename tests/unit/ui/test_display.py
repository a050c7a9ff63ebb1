"""The displayed text has the length of the article's text, and hides nothing."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.page.display import LONG_LINE, PIECE, display


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(st.one_of(st.characters(), st.sampled_from("\r\n\u2028\u202e\x00\ufdd0😀"))))
def test_unit_for_unit(text: str) -> None:
    shown = display(text)
    assert units(shown) == units(text)
    assert not set(shown) & set("\r\u2028\u2029\u202e\x00\ufdd0\ufdd1")


def test_plain_text_is_shown_as_it_is() -> None:
    assert display("Harga\u00a0naik\t5 😀\nAman.") == "Harga\u00a0naik\t5 😀\nAman."


def test_an_override_is_shown_not_obeyed() -> None:
    assert display("a\u202eb") == "a▯b"
    assert display("a\x1bb") == "a␛b"


def test_an_endless_line_is_shown_in_pieces() -> None:
    line = "kata " * LONG_LINE
    pieces = display(line).split("\n")
    assert max(len(piece) for piece in pieces) <= PIECE + 10
    assert display("kata " * 100) == "kata " * 100
