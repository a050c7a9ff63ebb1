"""An article's title is its first line, where it says none."""

import pickle
from pathlib import Path

from annotator.core.article import first_line
from annotator.core.errors import NotSavedError


def test_the_first_line_that_says_something_is_the_title() -> None:
    assert first_line("\n  \n  Harga \t beras   naik \nWarga ragu.") == "Harga beras naik"


def test_a_long_line_is_cut_at_a_word() -> None:
    assert first_line("Harga beras naik lagi", limit=14) == "Harga beras…"


def test_a_blank_text_has_no_title() -> None:
    assert first_line("\n \n\t\n") is None


def test_an_error_of_another_process_says_the_same_here() -> None:
    """What reads documents apart sends its errors as bytes."""
    error = NotSavedError(path=Path("c.jsonl"), reason="the disk is full")
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, NotSavedError)
    assert str(again) == str(error)
    assert again.values == error.values
