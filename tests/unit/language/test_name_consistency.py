"""Names of one article agree, whatever the model said of them sentence by sentence."""

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from annotator.language import extensions
from annotator.language.discourse import Discourse
from annotator.language.lexicon import Lexicon
from annotator.language.name_consistency import NameConsistency

VOCAB = Vocab()
AGREEMENT = NameConsistency(Lexicon("id", lambda form: form.lower().split()))
Said = tuple[str, str]


def passage(text: str, *said: Said, memory: Discourse | None = None) -> list[Said]:
    """Return the names of a text after the model said some of them, in their order."""
    extensions.register()
    words = text.split()
    proper = ["NNP" if word[0].isupper() else "NN" for word in words]
    doc = Doc(VOCAB, words=words, tags=proper)
    doc._.memory = memory
    spans, at = [], 0
    for name, label in said:
        size = len(name.split())
        at = next(i for i in range(at, len(words)) if words[i : i + size] == name.split())
        spans.append(Span(doc, at, at + size, label=label))
        at += size
    doc.set_ents(spans)
    return [(ent.text, ent.label_) for ent in AGREEMENT(doc).ents]


def test_a_part_of_a_persons_name_is_that_person() -> None:
    found = passage(
        "Robi Fahlefi diam . kata Robi , kasus itu selesai . Robi pulang",
        ("Robi Fahlefi", "PER"),
        ("Robi", "GPE"),
    )
    assert found == [("Robi Fahlefi", "PER"), ("Robi", "PER"), ("Robi", "PER")]


def test_a_name_keeps_the_label_it_has_most_often() -> None:
    found = passage(
        "Kemhan diam . Dari Kemhan tidak ada kabar . Lalu Kemhan bicara",
        ("Kemhan", "ORG"),
        ("Kemhan", "GPE"),
        ("Kemhan", "ORG"),
    )
    assert {label for _, label in found} == {"ORG"}


def test_a_word_inside_another_name_is_left_alone() -> None:
    found = passage("Robi Fahlefi tinggal di Jalan Robi Kencana", ("Robi Fahlefi", "PER"))
    assert found == [("Robi Fahlefi", "PER")]


def test_a_lower_case_word_and_a_small_one_are_no_names() -> None:
    found = passage("Putri de Wit bicara . kata putri itu , de", ("Putri de Wit", "PER"))
    assert found == [("Putri de Wit", "PER")]


def test_what_is_no_name_keeps_its_label() -> None:
    said = [("Selasa", "DATE"), ("Selasa", "TIME")]
    assert passage("Selasa itu , dan Selasa malam", *said) == said


def test_the_names_of_earlier_passages_count() -> None:
    memory = Discourse()
    passage("Robi Fahlefi diam", ("Robi Fahlefi", "PER"), memory=memory)
    assert passage("kata Robi , selesai", memory=memory) == [("Robi", "PER")]
    assert passage("kata Robi , selesai", memory=Discourse()) == []


def test_a_person_of_one_word_takes_in_the_name_before_it() -> None:
    found = passage("kemarin , Alexei Polishchuk pulang", ("Polishchuk", "PER"))
    assert found == [("Alexei Polishchuk", "PER")]


def test_a_title_and_another_name_are_not_taken_in() -> None:
    assert passage("kata Bupati Ani", ("Ani", "PER")) == [("Ani", "PER")]
    said = [("Pertamina", "ORG"), ("Nicke", "PER")]
    assert passage("kata bos Pertamina Nicke", *said) == said
    assert passage("Kantor Wali Nagari Ani", ("Ani", "PER")) == [("Ani", "PER")]
