"""Persons who are sources are hidden wherever an article says their names."""

from hard_articles import emoji, span_of
from msgspec import to_builtins
from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.pseudonyms import Pseudonyms
from annotator.core.spans import Claim, Entity, Evidence, Origin, Span

TEXT = (
    "BUDI SANTOSO: HARGA AMAN\n"
    "Warga bernama Budi Santoso mengatakan harga aman. Budi\nSantoso tinggal di Jalan Santosa.\n"
    "Menurut Santoso, “stok cukup”.\n"
)


def article() -> Article:
    name = span_of(TEXT, "Budi Santoso")
    claims = (
        Claim(
            "c1",
            (span_of(TEXT, "harga aman"),),
            source=span_of(TEXT, "Warga bernama Budi Santoso"),
            source_type="person",
            cue=(span_of(TEXT, "mengatakan"),),
            note="Budi bilang begitu",
            via="blog Budi Santoso",
            evidence=(
                Evidence("https://x.test/budi-santoso-bicara", "Kata Budi"),
                Evidence("https://x.test/harga", "Harga"),
            ),
            reasons=("Budi Santoso adalah narasumber",),
            origin=Origin("import", "brat, wawancara-budi.ann"),
            extra={"catatan": ["telepon Santoso", 7], "Budi": None},
        ),
        Claim(
            "c2",
            (span_of(TEXT, "“stok cukup”"),),
            source=Span(TEXT.rindex("Santoso"), TEXT.rindex("Santoso") + 7),
            source_type="person",
        ),
    )
    made = Article.of("wawancara-budi-santoso", TEXT, source="wawancara-budi.txt")
    return replace(
        made,
        claims=claims,
        entities=(Entity("e1", name.start, name.end, "PER", extra={"wiki": "Budi Santoso"}),),
        header=replace(made.header, url="https://x.test/budi"),
        extra={"arsip": {"nama": "Budi Santoso"}},
    )


def test_no_name_is_left_anywhere() -> None:
    pseudonyms = Pseudonyms()
    hidden = pseudonyms.hide(article())
    said = str(to_builtins(hidden)).casefold()
    assert "budi" not in said
    assert "santoso" not in said
    assert "jalan santosa" in said
    assert "https://x.test/harga" in said
    assert pseudonyms.key() == {
        "Person 1": "Budi Santoso",
        "article 1": "wawancara-budi-santoso",
    }


def test_marks_lie_on_the_same_words_afterwards() -> None:
    hidden = Pseudonyms().hide(article())
    first, second = hidden.claims
    assert hidden.content_text(first) == "harga aman"
    assert first.source is not None
    assert second.source is not None
    assert hidden.slice(first.source) == "Warga bernama Person 1"
    assert hidden.slice(second.source) == "Person 1"
    assert [hidden.slice(entity) for entity in hidden.entities] == ["Person 1"]
    assert hidden.text.startswith("Person 1: HARGA AMAN")


def test_a_person_has_one_pseudonym_in_all_articles() -> None:
    pseudonyms = Pseudonyms()
    pseudonyms.hide(emoji())
    again = pseudonyms.hide(replace(article(), id="b1"))
    assert "Person 2" in again.text
    assert pseudonyms.hide(replace(article(), id="b2")).text == again.text
    assert set(pseudonyms.key()) == {"Person 1", "Person 2"}


def test_an_institution_keeps_its_name() -> None:
    text = "Bank Indonesia mengatakan rupiah stabil."
    claim = Claim(
        "c1",
        (span_of(text, "rupiah stabil"),),
        source=span_of(text, "Bank Indonesia"),
        source_type="organization",
    )
    made = replace(Article.of("bi", text), claims=(claim,))
    pseudonyms = Pseudonyms()
    assert pseudonyms.hide(made) == made
    assert pseudonyms.key() == {}


def test_an_unmarked_source_with_a_name_is_hidden_whole() -> None:
    text = "Ani Sari ragu. Petani itu heran."
    claims = (
        Claim("c1", (span_of(text, "ragu"),), source=span_of(text, "Ani Sari")),
        Claim("c2", (span_of(text, "heran"),), source_ref="Budi Santoso"),
    )
    pseudonyms = Pseudonyms("Orang")
    hidden = pseudonyms.hide(replace(Article.of("a", text), claims=claims))
    assert hidden.text == "Orang 1 ragu. Petani itu heran."
    assert hidden.claims[1].source_ref == "Orang 2"
