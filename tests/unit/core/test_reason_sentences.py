"""A reason is kept as it was said, and found again so that it can be said in another language."""

import pytest

from annotator.core.reasons import recognise, say


@pytest.mark.parametrize("word", ["kata", "(a+b)*", "di balik", "“x”\ny"])
def test_a_sentence_is_found_again_with_its_words(word: str) -> None:
    found = recognise(say("verb", cue=word))
    assert found is not None
    sentence, words = found
    assert words == {"cue": word}
    assert sentence.format(**words) == say("verb", cue=word)


def test_a_sentence_of_another_program_is_not_taken_for_one_of_these() -> None:
    assert recognise("because I say so") is None
