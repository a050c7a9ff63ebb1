"""One article, one line: what is written is read back the same, and what is wrong is named."""

import contextlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from builders import MODEL, PERSON, TEXT, article
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator import resources
from annotator.core import record, record_loose, record_schema
from annotator.core.article import Article, Header, Reading, text_sha256
from annotator.core.errors import SpanError
from annotator.core.spans import Claim, Entity, Evidence, Span, Suggestion, Verdict, Zone

SHARED_GOLD = Path(__file__).parents[4] / "shared" / "gold"


def full() -> Article:
    start = article()
    return replace(
        start,
        header=replace(start.header, lang="id", reading=Reading("test 1", 80)),
        zones=(Zone("z1", 45, 50, "bio", MODEL),),
        entities=(Entity("e2", 8, 16, "PER", MODEL, {"confidence": 0.5}),),
        claims=(
            Claim(
                "c3",
                (Span(28, 32), Span(39, 43)),
                source=Span(0, 16),
                cue=(Span(17, 27),),
                hedges=(Span(51, 57),),
                direct="mixed",
                evidence=(Evidence("https://bps.example/beras"),),
                suggestion=Suggestion("official", ("the speaker is a minister",)),
                origin=PERSON,
                refuted=True,
                verdict=Verdict("Salah", by="desk"),
                extra={"desk": {"by": "rina"}},
            ),
        ),
        revision=7,
        last_id=9,
        extra={"shelfmark": "B-17"},
    )


def line(**changes: Any) -> bytes:
    return json.dumps({**json.loads(record.encode(full())), **changes}).encode()


def own_line(**changes: Any) -> bytes:
    """A line with nothing that is unknown, so that the fast reader takes it."""
    made = full()
    plain = replace(
        made,
        extra={},
        entities=tuple(replace(entity, extra={}) for entity in made.entities),
        claims=tuple(replace(claim, extra={}) for claim in made.claims),
    )
    return json.dumps({**json.loads(record.encode(plain)), **changes}).encode()


def claim_line(**fields: Any) -> bytes:
    """A line whose one claim says something else of itself."""
    return own_line(claims=[json.loads(own_line())["claims"][0] | fields])


def test_everything_comes_back_and_unknown_keys_are_kept() -> None:
    written = record.encode(full())
    assert record.decode(written) == full()
    plain = json.loads(written)
    assert plain["shelfmark"] == "B-17"
    assert plain["claims"][0]["desk"] == {"by": "rina"}
    assert plain["claims"][0]["content_text"] == "stok … aman"
    assert plain["boilerplate"] == [[45, 50]]


def test_every_field_of_the_header_comes_back() -> None:
    values = {
        "lang": "id",
        "title": "T",
        "author": "A",
        "outlet": "O",
        "date": "2026-11-23",
        "url": "https://o.example/1",
        "machine_translated": True,
        "original_lang": "ar",
        "state": "flagged",
        "reading": Reading("test 1", 5),
    }
    header = msgspec.convert(values, Header)
    assert set(Header.__struct_fields__) == set(values)
    assert record.decode(record.encode(replace(full(), header=header))).header == header


def test_a_line_fits_the_published_schema() -> None:
    schema = json.loads(resources.path("schemas", "article.schema.json").read_text())
    assert schema == json.loads(json.dumps(record_schema.json_schema())), "run `make schema`"
    jsonschema.Draft202012Validator(schema).validate(json.loads(record.encode(full())))


def test_the_annotation_of_others_in_our_field_names_is_read() -> None:
    plain = {
        "id": "x",
        "text": TEXT,
        "boilerplate": [[45, 50]],
        "entities": [{"start": 8, "end": 16, "label": "PER", "text": "Ani Sari"}],
        "claims": [{"id": "c1", "content": [[28, 43]], "label": "official"}],
    }
    read = record.decode(json.dumps(plain).encode())
    assert read.zones[0].id == "z1"
    assert read.entities[0].id == "e1"
    assert read.claims[0].decided
    assert read.last_id == 1


@pytest.mark.parametrize("unknown", [{}, {"x": 1}])
def test_a_label_that_the_machine_wrote_in_schema_1_is_a_suggestion(
    unknown: dict[str, object],
) -> None:
    claims: list[dict[str, Any]] = [
        {"content": [[28, 43]], "label": "official", "origin": {"kind": "model"}},
        {
            "content": [[8, 16]],
            "label": "sourced",
            "origin": {"kind": "model"},
            "suggestion": {"label": "sourced", "reasons": ["by_source"]},
            "decision": {"by": "rina", "at": "2026-11-23T09:00:00Z", "assist": "off"},
        },
        {"content": [[0, 7]], "label": "sourced"},
    ]
    zones, entities = (
        [{"id": "z9", "start": 45, "end": 50}],
        [{"id": "e8", "start": 8, "end": 16, "label": "PER", "origin": {"kind": "model"}}],
    )
    plain = {
        "schema": 1,
        "id": "x",
        "text": TEXT,
        "sha256": text_sha256(TEXT),
        "zones": zones,
        "entities": entities,
        "claims": [{"id": f"c{n}", **claim} for n, claim in enumerate(claims, 1)],
    }
    read = record.decode(json.dumps(plain | unknown).encode())
    assert [claim.label for claim in read.claims] == [None, "sourced", "sourced"]
    assert [claim.decided for claim in read.claims] == [False, True, True]
    assert read.claims[0].suggestion == Suggestion("official")
    assert read.claims[1].suggestion == Suggestion("sourced", ("by_source",))
    assert record.decode(record.encode(read)) == read


def test_keys_of_schema_1_that_became_fields_are_taken_as_such_if_they_fit() -> None:
    def read(verdict: object) -> Claim:
        claim = {"id": "c1", "content": [[28, 43]], "verdict": verdict}
        plain = {"schema": 1, "id": "x", "text": TEXT, "digest": 5, "claims": [claim]}
        found = record.decode(json.dumps(plain).encode())
        assert found.extra == {"digest (schema 1)": 5}
        assert record.decode(record.encode(found)) == found
        return found.claims[0]

    assert read({"text": "Benar", "by": "desk"}).verdict == Verdict("Benar", by="desk")
    assert read("Salah").verdict == Verdict("Salah")
    assert read(7).extra == {"verdict (schema 1)": 7}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (b"{", "line"),
        (b"[1]", "line"),
        (b"\xff", "line"),
        (b'{"id":"a","text":"\\ud800"}', "line"),
        (b"[" * 100_000, "line"),
        (b'{"text":"a"}', "id"),
        (b'{"id":"a"}', "text"),
        (line(schema=99), "schema"),
        (line(offset_unit="UTF-16"), "offset_unit"),
        (line(text=TEXT.replace("aman", "aman!")), "text"),
        (line(entities=[{"start": 70, "end": 900, "label": "PER"}]), "e1"),
        (line(entities=[{"start": 8, "end": 16, "label": "PER", "text": "Ani"}]), "entities[0]"),
        (line(entities=[{"start": "8", "end": 16, "label": "PER"}]), "entities[0].start"),
        (line(claims=[{"id": "c1", "content": []}]), "c1"),
        (line(claims=[{"id": "c1", "content": [[5, 5]]}]), "c1"),
        (line(claims=[{"id": "c1", "content": [[-5, 5]]}]), "c1"),
        (line(claims=[{"id": "c", "content": [[0, 5]]}] * 2), "claims[1].id"),
        (line(claims={"id": "c1"}), "claims"),
        (line(claims=[7]), "claims"),
        (line(zones=[], boilerplate=[[5]]), "boilerplate"),
        (own_line(zones=[{"id": "z1", "start": 70, "end": 900, "kind": "bio"}]), "z1"),
        (line(entities=[{"id": "e1", "start": 8, "end": 16, "label": "PER", "text": "Ani"}]), "e"),
        (own_line(entities=[json.loads(own_line())["entities"][0] | {"text": "Ani"}]), "e"),
        (claim_line(content_text="stok"), "c"),
        (claim_line(source_text="Menteri"), "c"),
        (claim_line(source=None, source_text="Menteri Ani"), "c"),
        (claim_line(cue_text=["kata"]), "c"),
        (claim_line(hedge_text=[]), "c"),
    ],
)
def test_what_is_wrong_is_named(wrong: bytes, field: str) -> None:
    with pytest.raises(record.RecordError) as raised:
        record.decode(wrong)
    assert raised.value.field.startswith(field)
    assert raised.value.reason


def test_a_span_outside_the_text_is_never_written() -> None:
    broken = replace(full(), entities=(Entity("e1", 70, 700, "PER"),))
    with pytest.raises(SpanError):
        record.encode(broken)


def test_an_id_that_two_kinds_of_marks_share_is_read_alike_by_both_readers() -> None:
    raw = own_line(
        entities=[{"id": "x1", "start": 8, "end": 16, "label": "PER"}],
        zones=[{"id": "x1", "start": 45, "end": 50, "kind": "bio"}],
        claims=[],
    )
    assert record.decode(raw) == record_loose.decode(raw)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_any_text_and_span_survive_the_file(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    marked = replace(
        article(text), claims=(Claim("c1", (Span(start, end),), origin=PERSON),), last_id=1
    )
    written = record.encode(marked)
    assert b"\n" not in written
    assert record.decode(written) == marked


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"shelfmark": None, "zones": None},
        {"last_id": 0},
        {"entities": [], "boilerplate": []},
        {"claims": [{"id": "c1", "content": [[0, 5]], "extra": {"a": 1}}]},
        {"entities": [{"id": "c3", "start": 0, "end": 5, "label": "X", "text": "Mente"}]},
    ],
)
def test_the_fast_reader_and_the_loose_one_say_the_same(changes: dict[str, Any]) -> None:
    plain = {**json.loads(line()), **changes}
    for left_out in ((), ("shelfmark",), ("shelfmark", "sha256")):
        raw = json.dumps({k: v for k, v in plain.items() if k not in left_out}).encode()
        assert record.decode(raw) == record_loose.decode(raw)


@given(st.binary() | st.text().map(str.encode))
def test_no_line_crashes_the_reader(junk: bytes) -> None:
    with contextlib.suppress(record.RecordError):
        record.decode(junk)


@pytest.mark.skipif(
    not SHARED_GOLD.exists(), reason=f"SKIPPED: the gold articles are not at {SHARED_GOLD}"
)
@pytest.mark.parametrize("name", ["seed.jsonl", "dev.jsonl"])
def test_the_gold_articles_come_back_field_by_field(name: str) -> None:
    for raw in (SHARED_GOLD / name).read_bytes().splitlines():
        gold = json.loads(raw)
        written = json.loads(record.encode(record.decode(raw)))
        for key in gold.keys() - {"entities", "claims"}:
            assert written[key] == gold[key]
        for key in ("entities", "claims"):
            for ours, theirs in zip(written[key], gold[key], strict=True):
                assert {k: ours.get(k) for k in theirs} == theirs
