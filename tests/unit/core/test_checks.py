"""Odd claims get a warning, and correct ones don't."""

import pytest
from builders import article
from msgspec.structs import replace

from annotator.core.checks import SENTENCES, oddities
from annotator.core.spans import Claim, Span, Suggestion, Zone

START = article()
GOOD = Claim(
    "c1",
    (Span(28, 43),),
    source=Span(0, 16),
    source_type="official",
    cue=(Span(17, 27),),
    label="official",
)


def odd(claim: Claim, **article_values: object) -> list[str]:
    return [oddity.check for oddity in oddities(replace(START, **article_values), claim)]


def test_a_sound_claim_is_left_alone() -> None:
    assert odd(GOOD) == []
    assert odd(replace(GOOD, label=None, source_type=None)) == []


def test_each_oddity() -> None:
    hedged = replace(GOOD, hedges=(Span(28, 32),), suggestion=Suggestion("speculative"))
    assert odd(replace(GOOD, source_type="person")) == ["official_without_institution"]
    assert odd(hedged) == ["official_but_hedged"]
    assert odd(replace(hedged, label="sourced")) == ["sourced_but_hedged"]
    assert odd(replace(hedged, label="speculative")) == []
    assert odd(replace(GOOD, label="speculative")) == ["speculative_without_hedge"]
    assert odd(replace(GOOD, source=None)) == ["reporter_with_cue"]
    assert odd(replace(GOOD, content=(Span(45, 60),), cue=())) == ["source_without_cue"]
    assert odd(replace(GOOD, content=(Span(0, 43),))) == ["source_in_content"]
    assert odd(GOOD, zones=(Zone("z1", 0, 44),)) == ["content_in_furniture"]
    assert odd(GOOD, claims=(GOOD, replace(GOOD, id="c2"))) == ["same_content"]


@pytest.mark.parametrize("label", ["official", "sourced"])
def test_the_sentence_on_a_hedge_names_the_label_that_was_given(label: str) -> None:
    claim = replace(GOOD, label=label, hedges=(Span(28, 32),), suggestion=Suggestion("speculative"))
    (oddity,) = oddities(START, claim)
    assert oddity.sentence == (f"{label.capitalize()}, but a hedge weakens the first predicate.")


@pytest.mark.parametrize("label", ["true", "needs_context"])
def test_labels_of_another_scheme_are_left_alone(label: str) -> None:
    hedged = replace(
        GOOD, label=label, hedges=(Span(28, 32),), suggestion=Suggestion("speculative")
    )
    assert odd(hedged) == []


def test_hearsay_has_no_source_and_that_is_right() -> None:
    hearsay = replace(GOOD, source=None, source_type="unspecified", label="speculative")
    assert odd(hearsay) == []


def test_every_check_has_its_sentence() -> None:
    assert all(sentence.endswith(".") for sentence in SENTENCES.values())
