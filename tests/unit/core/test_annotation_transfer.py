"""An updated text keeps the marks of the text before it, and none is lost silently."""

from collections import Counter

import pytest
from builders import MODEL, NOW, PERSON, tagging
from hard_articles import hard_articles, span_of, spans_of
from hypothesis import given, settings
from hypothesis import strategies as st
from lines_run import lines_run
from msgspec.structs import replace
from repeats import REPEATS

from annotator.core import record
from annotator.core.alignment import Alignment, sentences
from annotator.core.annotation_transfer import Carried, carry
from annotator.core.article import Article, Header, Reading
from annotator.core.changes import apply, make_change, take_back, undo_stacks
from annotator.core.decisions import Passage, take_in
from annotator.core.errors import AnnotatorError, ConflictingChangeError
from annotator.core.spans import Claim, Decision, Entity, Mark, Span, Zone
from annotator.formats.selection import Choice, Selection

OLD = (
    "Jembatan Lama ditutup\n"
    "Kepala Dinas Ani Sari mengatakan jembatan ditutup sampai Jumat. Warga menduga jembatan itu "
    "sudah retak sejak lama.\n"
    "“Kami sudah lapor tiga kali,” kata Ketua RT Budi Santoso.\n"
    "Pemerintah kota menyiapkan dua rute pengganti untuk bus sekolah.\n"
    "Baca juga: Rute bus baru"
)
DECISION = Decision("rina", NOW, "evidence")


def claim(id_: str, content: str, source: str, cue: str, label: str | None = "sourced") -> Claim:
    return Claim(
        id_,
        spans_of(OLD, content),
        source=span_of(OLD, source),
        cue=spans_of(OLD, cue),
        label=label,
        note=f"catatan {id_}",
        decision=DECISION if label else None,
        origin=MODEL,
    )


def annotated() -> Article:
    claims = (
        claim("c1", "jembatan ditutup sampai Jumat", "Kepala Dinas Ani Sari", "mengatakan"),
        claim("c2", "jembatan itu sudah retak sejak lama", "Warga", "menduga"),
        claim("c3", "“Kami sudah lapor tiga kali,”", "Ketua RT Budi Santoso", "kata"),
    )
    name = span_of(OLD, "Ani Sari")
    zone = span_of(OLD, "Baca juga: Rute bus baru")
    return replace(
        Article.of("jembatan", OLD, source="jembatan.txt"),
        header=Header("id", "Jembatan Lama ditutup", reading=Reading("test 1", len(OLD))),
        claims=claims,
        entities=(Entity("e4", name.start, name.end, "PER", PERSON),),
        zones=(Zone("z5", zone.start, zone.end, "related", PERSON),),
        last_id=5,
    )


def updated(article: Article, text: str) -> tuple[Article, Carried]:
    carried = carry(article, Article.of("other", text), NOW)
    change = make_change(article, "update", carried.edits, origin=PERSON)
    return apply(article, change), carried


def outcome(carried: Carried, id_: str) -> str:
    return next(outcome.became for outcome in carried.outcomes if outcome.mark.id == id_)


def test_what_stands_as_it_was_is_carried_with_every_piece_and_its_label() -> None:
    old = annotated()
    new, carried = updated(old, "Diperbarui pukul 12.\n\n" + OLD)
    assert {outcome.became for outcome in carried.outcomes} == {"carried"}
    for before, after in zip(old.claims, new.claims, strict=True):
        assert new.content_text(after) == old.content_text(before)
        assert (after.label, after.decision, after.note) == ("sourced", DECISION, before.note)
        assert after.source is not None
        assert before.source is not None
        assert new.slice(after.source) == old.slice(before.source)
        assert [new.slice(cue) for cue in after.cue] == [old.slice(cue) for cue in before.cue]
    assert new.slice(new.zones[0]) == "Baca juga: Rute bus baru"


def test_a_paragraph_that_moved_takes_its_claims_along() -> None:
    lines = OLD.split("\n")
    moved = "\n".join([lines[0], lines[2], lines[3], lines[1], lines[4]])
    new, carried = updated(annotated(), moved)
    assert {outcome.became for outcome in carried.outcomes} == {"carried"}
    assert [claim.id for claim in new.claims] == ["c3", "c1", "c2"]
    assert all(claim.decided for claim in new.claims)


def test_a_claim_in_other_words_comes_back_open_with_its_label_suggested() -> None:
    new, carried = updated(annotated(), OLD.replace("Jumat", "Sabtu depan"))
    assert outcome(carried, "c1") == "changed"
    (changed,) = carried.claims("changed")
    assert (changed.was, changed.now) == (
        "jembatan ditutup sampai Jumat",
        "jembatan ditutup sampai Sabtu depan",
    )
    first = new.claims[0]
    assert not first.decided
    assert (first.label, first.decision, first.note) == (None, None, "catatan c1")
    assert first.suggestion is not None
    assert first.suggestion.label == "sourced"
    assert "jembatan ditutup sampai Jumat" in first.suggestion.reasons[0]
    assert first.source is not None
    assert new.slice(first.source) == "Kepala Dinas Ani Sari"
    assert outcome(carried, "c2") == "carried"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("mengatakan jembatan", "mengatakan mungkin jembatan"),
        ("Ani Sari mengatakan", "Ani Sari membantah"),
        ("Kepala Dinas Ani Sari", "Wali Kota Dewi"),
    ],
)
def test_a_new_hedge_cue_or_source_reopens_a_claim_whose_content_stays(was: str, now: str) -> None:
    new, carried = updated(annotated(), OLD.replace(was, now))
    assert outcome(carried, "c1") == "changed"
    first = new.claims[0]
    assert new.content_text(first) == "jembatan ditutup sampai Jumat"
    assert not first.decided
    if now == "Wali Kota Dewi":
        assert first.source is not None
        assert new.slice(first.source) == now


def test_a_name_that_a_source_goes_back_to_must_still_be_there() -> None:
    old = annotated()
    claims = (replace(old.claims[0], source_ref="Budi Santoso"), *old.claims[1:])
    text = OLD.replace("Budi Santoso", "Joko")
    assert outcome(updated(replace(old, claims=claims), text)[1], "c1") == "changed"
    assert outcome(updated(old, text)[1], "c1") == "carried"


def test_what_is_gone_is_told_and_kept_in_the_record() -> None:
    lines = OLD.split("\n")
    new, carried = updated(annotated(), "\n".join([*lines[:2], *lines[3:4]]))
    assert [outcome.was for outcome in carried.claims("vanished")] == [
        "“Kami sudah lapor tiga kali,”"
    ]
    again = record.decode(record.encode(new))
    assert again == new
    (earlier,) = again.earlier
    assert earlier.sha256 == annotated().sha256
    kept = {mark["id"]: mark for mark in earlier.vanished}
    assert set(kept) == {"c3", "z5"}
    assert kept["c3"]["content_text"] == "“Kami sudah lapor tiga kali,”"
    assert kept["c3"]["source_text"] == "Ketua RT Budi Santoso"
    assert (kept["c3"]["label"], kept["c3"]["note"]) == ("sourced", "catatan c3")
    assert kept["z5"]["text"] == "Baca juga: Rute bus baru"


def test_a_claim_is_found_where_its_sentence_went_and_was_altered() -> None:
    lines = OLD.split("\n")
    altered = lines[2].replace("lapor", "melapor ke dinas")
    new, carried = updated(annotated(), "\n".join([altered, lines[0], lines[1], lines[3]]))
    (changed,) = carried.claims("changed")
    assert changed.now == "“Kami sudah melapor ke dinas tiga kali,”"
    assert new.claims[0].id == "c3"


def test_the_update_says_title_and_date_and_the_work_goes_on() -> None:
    old = replace(annotated(), header=replace(annotated().header, state="flagged"))
    update = replace(
        Article.of("x", "Baru.\n" + OLD, source="baru.html", source_sha256="ab"),
        header=Header(None, "Jembatan Lama dibuka", date="2026-11-24"),
    )
    edits = carry(old, update, NOW).edits
    new = apply(old, make_change(old, "update", edits, origin=PERSON))
    assert new.id == "jembatan"
    assert (new.header.title, new.header.date) == ("Jembatan Lama dibuka", "2026-11-24")
    assert (new.header.lang, new.header.state) == ("id", "flagged")
    assert (new.source, new.source_sha256) == ("baru.html", "ab")
    tagged = apply(new, tagging(new, new.claims[0], "official"))
    assert tagged.claims[0].label == "official"


def test_the_machine_reads_on_from_the_first_new_line_and_doubles_nothing() -> None:
    new, _ = updated(annotated(), OLD.replace("Warga menduga", "Sejak itu warga menduga"))
    reading = new.header.reading
    assert reading is not None
    assert reading.to == OLD.index("Kepala Dinas")
    passage = Passage(
        0,
        len(new.text),
        "id",
        "test 2",
        claims=(
            replace(new.claims[0], id="c1", label=None, decision=None),
            Claim("c2", spans_of(new.text, "dua rute pengganti untuk bus sekolah"), origin=MODEL),
        ),
    )
    read = apply(new, make_change(new, "read", take_in(new, passage, NOW), origin=MODEL))
    assert [claim.id for claim in read.claims] == ["c1", "c2", "c3", "c6"]


def test_an_update_is_taken_back_with_what_was_read_in_it_and_done_again() -> None:
    old = annotated()
    edits = carry(old, Article.of("x", OLD.replace("Jumat", "Sabtu")), NOW).edits
    update = make_change(old, "update", edits, origin=PERSON)
    new = apply(old, update)
    content = spans_of(new.text, "dua rute pengganti")
    passage = Passage(0, len(new.text), "id", "t", claims=(Claim("c1", content, origin=MODEL),))
    read = make_change(new, "read", take_in(new, passage, NOW), origin=MODEL)
    later = apply(new, read)
    assert len(later.claims) == 4
    undo = take_back(update, later, [update, read], PERSON)
    back = apply(later, undo)
    assert replace(back, revision=0, digest=None, last_id=5) == old
    assert undo_stacks([update, read, undo]) == ([], [undo])
    redo = take_back(undo, back, [update, read, undo], PERSON)
    again = apply(back, redo)
    assert replace(again, revision=later.revision, digest=later.digest) == later


def test_what_was_done_on_a_text_that_a_machine_replaced_is_not_undone_on_another() -> None:
    old = annotated()
    tag = tagging(old, old.claims[0], "official")
    tagged = apply(old, tag)
    edits = carry(tagged, Article.of("x", "Lain.\n" + OLD), NOW).edits
    update = make_change(tagged, "update", edits, origin=MODEL)
    assert undo_stacks([tag, update]) == ([], [])


def test_an_update_of_another_text_does_not_fit() -> None:
    old = annotated()
    edits = carry(old, Article.of("x", OLD[:50]), NOW).edits
    update = make_change(old, "update", edits, origin=PERSON)
    with pytest.raises(ConflictingChangeError):
        apply(replace(old, source="elsewhere.txt"), update)
    with pytest.raises(AnnotatorError):
        # Marks that the update does not move would be outside the text.
        apply(old, replace(update, edits=update.edits[:1]))


def test_marks_that_the_update_brings_are_added_where_there_are_none() -> None:
    text = OLD.replace("Jumat", "Sabtu")
    brought = replace(
        Article.of("x", text),
        claims=(
            Claim("c1", spans_of(text, "jembatan ditutup sampai Sabtu"), label="official"),
            Claim("c2", spans_of(text, "dua rute pengganti"), label="official"),
        ),
    )
    old = annotated()
    edits = carry(old, brought, NOW).edits
    new = apply(old, make_change(old, "update", edits, origin=PERSON))
    assert [(claim.id, claim.label) for claim in new.claims] == [
        ("c1", None),
        ("c2", "sourced"),
        ("c3", "sourced"),
        ("c6", "official"),
    ]


def test_sentences_cover_all_but_white_space() -> None:
    text = "  Satu. Dua?\n\n“Tiga!” Rp5.000 naik…  akhir "
    found = [text[span.start : span.end] for span in sentences(text)]
    assert found == ["Satu.", "Dua?", "“Tiga!”", "Rp5.000 naik…", "akhir"]


# Whatever the texts

WORDS = st.sampled_from(
    [
        *("harga", "beras", "naik", "turun", "Menteri", "Ani", "mengatakan", "mungkin", "besok"),
        *("5", "persen", "“ya”", "kata", "😀", "👩\u200d👩\u200d👧", "e\u0301", "\u200b", "\u00a0"),
        *("الوزير", "שלום", ".", ",", "!", "?"),
    ]
)
TEXTS = st.lists(
    st.one_of(WORDS, st.just("\n"), st.just(". "), st.text(max_size=3)), min_size=1, max_size=60
).map(lambda words: " ".join(words).strip() or "x")


@st.composite
def marked(draw: st.DrawFn) -> Article:
    text = draw(TEXTS)
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30)).map(
        lambda pair: Span(pair[0], min(len(text), pair[0] + pair[1]))
    )
    claims = draw(
        st.lists(
            st.builds(
                Claim,
                id=st.just("c"),
                content=st.lists(spans, min_size=1, max_size=3).map(tuple),
                source=st.none() | spans,
                cue=st.lists(spans, max_size=2).map(tuple),
                hedges=st.lists(spans, max_size=1).map(tuple),
                label=st.none() | st.sampled_from(["official", "sourced"]),
                note=st.none() | st.just("catatan"),
                origin=st.sampled_from([PERSON, MODEL]),
            ),
            max_size=5,
        )
    )
    stretches = draw(st.lists(spans, max_size=4))
    return replace(
        Article.of("a", text),
        claims=tuple(
            sorted(
                (replace(claim, id=f"c{number}") for number, claim in enumerate(claims)),
                key=lambda claim: claim.start,
            )
        ),
        entities=tuple(
            sorted(
                (Entity(f"e{10 + n}", *_ends(s), "PER") for n, s in enumerate(stretches)),
                key=lambda entity: entity.start,
            )
        ),
        zones=tuple(Zone(f"z{20 + n}", *_ends(s)) for n, s in enumerate(stretches[:1])),
        last_id=30,
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """Cut, put in, and move pieces of a text."""
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        match draw(st.sampled_from(["cut", "put", "move"])):
            case "cut":
                text = text[:start] + text[end:]
            case "put":
                text = text[:start] + draw(st.text(max_size=8) | TEXTS) + text[end:]
            case _:
                lines = text.split("\n")
                text = "\n".join(draw(st.permutations(lines)))
    return text or "y"


@pytest.mark.repeated
@settings(max_examples=50 * REPEATS, deadline=None)
@given(st.data())
def test_nothing_is_lost_and_what_is_carried_says_the_same(data: st.DataObject) -> None:
    old = data.draw(marked())
    text = data.draw(st.one_of(edited(old.text), TEXTS))
    before = record.encode(old)
    new, carried = updated(old, text)
    assert record.encode(old) == before
    assert new.text == text
    assert record.decode(record.encode(new)) == new
    # Every mark has one outcome, and what is not gone is there.
    assert Counter(mark.id for mark in old.marks()) == Counter(
        outcome.mark.id for outcome in carried.outcomes
    )
    there: dict[str, Mark] = {mark.id: mark for mark in new.marks()}
    gone = {outcome.mark.id for outcome in carried.those("vanished")}
    assert there.keys() | gone == {mark.id for mark in old.marks()}
    assert not there.keys() & gone
    for outcome in carried.those("carried"):
        now = there[outcome.mark.id]
        was_said = sorted(" ".join(_said(old, s).split()) for _, s in outcome.mark.spans())
        assert was_said == sorted(" ".join(_said(new, s).split()) for _, s in now.spans())
    for outcome in carried.claims("changed"):
        now = there[outcome.mark.id]
        assert isinstance(now, Claim)
        assert isinstance(outcome.mark, Claim)
        assert not now.decided
        assert (now.note, now.origin) == (outcome.mark.note, outcome.mark.origin)
        if outcome.mark.label:
            assert now.suggestion is not None
            assert now.suggestion.label == outcome.mark.label
    kept = {mark["id"] for mark in new.earlier[-1].vanished}
    assert {outcome.mark.id for outcome in carried.claims("vanished")} <= kept
    update = make_change(old, "update", carried.edits, origin=PERSON)
    back = apply(new, take_back(update, new, [update], PERSON))
    assert replace(back, revision=0, digest=None, last_id=30) == old


def _said(article: Article, span: Span) -> str:
    return article.slice(span)


@pytest.mark.parametrize("old", hard_articles(), ids=lambda article: article.id)
def test_the_same_text_carries_all(old: Article) -> None:
    carried = carry(old, Article.of("x", old.text), NOW)
    assert {outcome.became for outcome in carried.outcomes} <= {"carried"}
    for mark, outcome in zip(old.marks(), carried.outcomes, strict=True):
        assert outcome.after == mark


@pytest.mark.parametrize("new", ["a. " * 40_000, "x" * 100_000, "b c " * 25_000])
def test_texts_that_repeat_themselves_take_little_work(new: str) -> None:
    def ask() -> None:
        alignment = Alignment("a. " * 30_000 + "a b " * 3_000, new)
        for at in range(0, 90_000, 1_000):
            span = Span(at, at + 50)
            _ = alignment.same(span) or alignment.altered(span)

    assert lines_run(ask) < 40 * len(new)


@pytest.mark.parametrize(
    "choice", [Choice(hide_sources=True), Choice(hide_deciders=True), Choice(labels=("sourced",))]
)
def test_an_export_that_chooses_or_hides_says_nothing_of_earlier_texts(choice: Choice) -> None:
    lines = OLD.split("\n")
    text = "\n".join([*lines[:2], *lines[3:]]).replace("Ani Sari", "seorang pejabat")
    new, _ = updated(annotated(), text)
    (out,) = Selection(choice, lambda: [new]).articles()
    line = record.encode(out)
    assert out.earlier == ()
    assert b"Budi Santoso" not in line
    assert b"where it read" not in line
    (whole,) = Selection(Choice(), lambda: [new]).articles()
    assert whole == new
