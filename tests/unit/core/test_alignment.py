"""A stretch of a text is found in a later version, or said not to be there."""

from builders import NOW
from msgspec.structs import replace

from annotator.core import alignment
from annotator.core.alignment import Alignment, likeness
from annotator.core.annotation_transfer import carry
from annotator.core.article import Article
from annotator.core.spans import Claim, Span

OLD = "Gubernur meresmikan jembatan itu. Warga senang sekali. Hujan turun sampai sore hari."


def words_of(found: Span | None, text: str) -> str | None:
    return None if found is None else text[found.start : found.end]


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_long_stretches_are_as_alike_as_the_words_they_share() -> None:
    half, other = "satu dua tiga " * 40, "enam tujuh delapan " * 40
    assert likeness(half + half, half + half) == 1
    assert likeness(half + half, half + other) == 0.5
    assert likeness(half + half, other + other) == 0


def test_a_stretch_with_a_sentence_altered_inside_is_not_as_it_was() -> None:
    new = OLD.replace("Warga senang sekali.", "Warga protes keras.")
    whole = Span(0, len(OLD))
    found = Alignment(OLD, new)
    assert found.same(whole) is None
    assert words_of(found.altered(whole), new) == new


def test_a_stretch_from_a_kept_sentence_into_an_altered_one() -> None:
    new = "Kabar.\n" + OLD.replace("senang sekali", "sangat senang")
    stretch = span(OLD, "jembatan itu. Warga senang")
    found = Alignment(OLD, new).altered(stretch)
    assert words_of(found, new) == "jembatan itu. Warga sangat senang"


def test_blank_space_before_the_first_sentence_is_nowhere() -> None:
    found = Alignment("\n\n" + OLD, OLD)
    assert found.same(Span(0, 1)) is None
    assert found.altered(Span(0, 1)) is None


def test_blank_space_that_is_gone_is_not_found() -> None:
    assert Alignment(OLD + "   ", OLD).same(Span(len(OLD), len(OLD) + 2)) is None


def test_a_short_sentence_elsewhere_is_not_taken_for_the_same() -> None:
    kept = "Gubernur meresmikan jembatan itu. Warga senang sekali."
    old = f"Tidak. {kept}"
    new = f"{kept} Hujan turun lagi. Tidak. Sore hari cerah."
    found = Alignment(old, new)
    assert found.same(span(old, "Tidak.")) is None
    assert words_of(found.same(span(old, kept)), new) == kept


def test_a_very_long_text_cut_in_the_middle_keeps_both_ends() -> None:
    many = alignment.MOST_ITEMS + 1
    gone = "\n".join(f"Baris {number}" for number in range(many))
    old, new = f"Awal berita.\n{gone}\nAkhir berita.", "Awal berita.\nAkhir berita."
    found = Alignment(old, new)
    assert words_of(found.same(span(old, "Awal berita.")), new) == "Awal berita."
    assert words_of(found.same(span(old, "Akhir berita.")), new) == "Akhir berita."
    assert found.same(span(old, "Baris 7\n")) is None


def test_a_very_long_insertion_keeps_both_ends() -> None:
    more = "\n".join(f"Baris {number}" for number in range(alignment.MOST_ITEMS + 1))
    old, new = "Awal berita.\nAkhir berita.", f"Awal berita.\n{more}\nAkhir berita."
    found = Alignment(old, new)
    assert words_of(found.same(Span(0, 12)), new) == "Awal berita."
    assert words_of(found.same(Span(13, len(old))), new) == "Akhir berita."


def test_a_word_that_stands_everywhere_leads_nowhere() -> None:
    old = "Awal berita di sini. Warga marah besar."
    new = "Awal berita di sini. " + " ".join(f"Warga {n} datang." for n in range(30))
    claim = Claim("c1", (span(old, "Warga marah besar"),))
    made = replace(Article.of("a", old), claims=(claim,))
    carried = carry(made, Article.of("a", new), NOW)
    assert [outcome.was for outcome in carried.claims("vanished")] == ["Warga marah besar"]
