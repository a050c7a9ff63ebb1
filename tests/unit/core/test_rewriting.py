"""Marks stay on their words when stretches of the text are replaced."""

from builders import PERSON, article
from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.rewriting import Replacement, rewrite
from annotator.core.spans import Claim, Entity, Span

TEXT = "Ani Sari mengatakan stok aman. Warga ragu."


def marked() -> Article:
    return replace(
        article(TEXT),
        claims=(
            Claim("c1", (Span(20, 29),), source=Span(0, 8), cue=(Span(9, 19),), origin=PERSON),
            Claim("c2", (Span(31, 41),), nested_in="c1", origin=PERSON),
        ),
        entities=(Entity("e3", 0, 8, "PER", PERSON),),
    )


def test_nothing_to_replace_changes_nothing() -> None:
    assert rewrite(marked(), []) == (marked(), 0)


def test_marks_move_and_take_in_what_stands_there_instead() -> None:
    new, gone = rewrite(marked(), [Replacement(0, 8, "Person 1"), Replacement(25, 29, "cukup")])
    assert gone == 0
    assert new.text == "Person 1 mengatakan stok cukup. Warga ragu."
    assert [new.content_text(claim) for claim in new.claims] == ["stok cukup", "Warga ragu"]
    assert new.slice(new.entities[0]) == "Person 1"


def test_a_claim_whose_words_are_gone_vanishes_and_none_is_nested_in_it() -> None:
    new, gone = rewrite(marked(), [Replacement(0, 31, "")])
    assert gone == 2
    assert new.text == "Warga ragu."
    assert [(claim.id, claim.nested_in) for claim in new.claims] == [("c2", None)]
    assert new.content_text(new.claims[0]) == "Warga ragu"
    assert new.entities == ()
