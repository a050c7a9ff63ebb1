"""Every reason that the reading gives can be said in another language."""

import pytest

from annotator import resources
from annotator.core.reasons import SENTENCES, recognise, say
from annotator.language.reading import read


@pytest.mark.parametrize(("lang", "sample"), [("id", "id-tanggul.txt"), ("en", "en-bridge.txt")])
def test_every_reason_of_the_samples_is_recognised(lang: str, sample: str) -> None:
    text = resources.path("samples", sample).read_text("utf-8")
    claims = [claim for passage in read(text, lang) for claim in passage.claims]
    said = {line for claim in claims for line in claim.reasons}
    said |= {line for claim in claims if claim.suggestion for line in claim.suggestion.reasons}
    assert len(said) > 20
    assert [line for line in sorted(said) if recognise(line) is None] == []


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_a_sentence_is_found_again_with_its_words(key: str) -> None:
    words = {name: f"kata “{name}” (x)" for name in ("cue", "words", "name", "why", "hedge")}
    found = recognise(say(key, **words))
    assert found is not None
    sentence, filled = found
    assert sentence.format(**filled) == say(key, **words)


def test_what_was_not_said_here_is_left_alone() -> None:
    assert recognise("an importer's own remark") is None
