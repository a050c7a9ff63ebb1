"""The history says in words what each change did."""

from typing import get_args

from builders import PERSON, article, new_claim
from msgspec.structs import replace

from annotator.core.change_record import Did, decode, encode
from annotator.core.changes import apply, invert
from annotator.ui.change_texts import did_text, did_texts, taken_back_text


def test_every_change_the_program_makes_has_words_of_its_own() -> None:
    words = did_texts()
    assert set(words) == set(get_args(Did))
    assert len(set(words.values())) == len(words)
    assert [did for did, said in words.items() if said == did] == []


def test_the_word_of_another_program_is_read_and_shown_as_it_stands() -> None:
    start = article()
    newer = decode(encode(replace(new_claim(start, 0, 15), did="underline twice")))
    made = apply(start, newer)
    assert len(made.claims) == 1
    assert did_text(newer.did) == "underline twice"
    undone = invert(newer, made, PERSON)
    assert did_text(undone.did) == "undone: underline twice"
    assert taken_back_text(undone) == "Undone: underline twice"
    assert taken_back_text(invert(undone, apply(made, undone), PERSON)) == "Redone: underline twice"
