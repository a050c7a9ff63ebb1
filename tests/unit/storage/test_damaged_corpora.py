"""Whatever stands in a corpus, its history or its index: named errors only, and nothing is lost.

Lines as the program writes them are damaged, as bytes and as values; the budget is fixed in
`make test`, and `make nightly` searches for longer.
"""

import contextlib
import copy
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from builders import NOW, article, change, new_claim, tagging
from hard_articles import hard_articles
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repeats import NIGHTLY, REPEATS

from annotator.core import record
from annotator.core.annotation_transfer import carry
from annotator.core.article import Article
from annotator.core.changes import apply
from annotator.core.errors import AnnotatorError, LineTooLongError
from annotator.core.record import RecordError
from annotator.storage import index, index_cache
from annotator.storage.corpus import Corpus
from annotator.storage.history import history_path

EXAMPLES = 60 * REPEATS
pytestmark = pytest.mark.repeated
FUZZ = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=not NIGHTLY,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def updated() -> Article:
    """An article that had another text before, with a mark that vanished."""
    old = apply(article(), new_claim(article(), 0, 16))
    carried = carry(old, Article.of("x", "Teks yang lain sama sekali."), NOW)
    return apply(old, change(old, "update", list(carried.edits)))


LINES = [record.encode(each) for each in (*hard_articles(), article(), updated())]

# Without the last one, whose id stands before it.
WHOLE = b"\n".join(LINES[:-1]) + b"\n"

JUNK: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(None, True, -1, 0, 1, 2**31, 2**53, 2**63, 2**64, 10**25, -(10**25), 1.5, 1e308),
        *("", "x", "c1", "\ud800", "\x00", "\u2028", "é" * 50, "9" * 400, "official", "2026-13-99"),
        *([], {}, [[]], [[1, 2]], [[-1, 3]], [[0, 10**25]], {"start": 0, "end": 10**9}),
        *([{"id": "c1"}], [{"id": "e1", "start": 0, "end": 1, "label": "PER", "zz": {}}], ["a"]),
        *(
            [{"content": [[0, 1]]}] * 3,
            {"kind": "person"},
            {"kind": "?"},
            {"by": "b", "to": 10**25},
        ),
        *([{"sha256": "", "until": "2026-11-23T09:00:00Z", "vanished": [{"id": 1}]}],),
    ]
)
# Each a copy of its own, which may be damaged further.
NEW_JUNK = JUNK.map(copy.deepcopy)
BYTES = st.sampled_from(
    [
        *(
            b"",
            b"\x00",
            b"\xff",
            b"\xed\xa0\x80",
            b"\n",
            b"\r",
            b'"',
            b"\\",
            b"\\ud800",
            b"\\u0000",
        ),
        *(b"[" * 5_000, b'{"a":' * 5_000, b"9" * 400, b"1e999", b"-", b"NaN", b"\xef\xbb\xbf"),
        *(b"null", b"[]", b"{}", b',"id":"a1"', b',"text":""', b',"claims":{}', b"}"),
    ]
)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every container of a value with every key in it."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from places(value[key])


@st.composite
def damaged_value(draw: st.DrawFn, line: bytes) -> bytes:
    """Put other values into a line, take some away, repeat or deepen some."""
    raw = json.loads(line)
    for _ in range(draw(st.integers(1, 3))):
        there = list(places(raw))
        if not there:
            break
        container, key = there[draw(st.integers(0, len(there) - 1))]
        match draw(st.sampled_from(["junk", "drop", "more", "deep", "twice"])):
            case "junk":
                container[key] = draw(NEW_JUNK)
            case "drop":
                del container[key]
            case "more" if isinstance(container, dict):
                container[draw(st.sampled_from(["x", "extra", "header", "\ud800"]))] = draw(
                    NEW_JUNK
                )
            case "deep":
                for _ in range(draw(st.sampled_from([3, 100, 400, 900]))):
                    container[key] = [container[key]]
            case _ if isinstance(container, list):
                container.append(copy.deepcopy(container[key]))
    try:
        return json.dumps(raw, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    except RecursionError:
        return b"[" * 1_000


@st.composite
def damaged_bytes(draw: st.DrawFn, line: bytes) -> bytes:
    """Cut, overwrite or repeat a stretch of a line."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(line)))
        end = min(len(line), start + draw(st.integers(0, 40)))
        match draw(st.sampled_from(["cut", "put", "repeat", "short"])):
            case "cut":
                line = line[:start] + line[end:]
            case "put":
                line = line[:start] + draw(BYTES | st.binary(max_size=4)) + line[end:]
            case "repeat":
                line = line[:end] + line[start:]
            case _:
                line = line[:start]
    return line


def damaged(line: bytes) -> st.SearchStrategy[bytes]:
    return damaged_value(line) | damaged_bytes(line)


@FUZZ
@given(st.sampled_from(LINES).flatmap(damaged))
def test_a_damaged_line_is_refused_by_name_or_is_a_sound_article(line: bytes) -> None:
    try:
        read = record.decode(line)
    except RecordError:
        return
    for mark in read.marks():
        for _, span in mark.spans():
            assert 0 <= span.start < span.end <= len(read.text)
    again = record.encode(read)
    assert b"\n" not in again
    assert record.decode(again) == read


@FUZZ
@given(st.lists(st.sampled_from(LINES).flatmap(damaged), min_size=1, max_size=4))
def test_a_damaged_corpus_opens_with_what_is_sound_and_keeps_the_rest(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]
) -> None:
    path = tmp_path_factory.mktemp("corpus") / "c.jsonl"
    good = record.encode(Article.of("sound", "Kalimat yang utuh.", source="s"))
    before = b"\n".join([good, *lines])
    path.write_bytes(before)
    for check in (True, False):
        try:
            corpus = Corpus.open(path, check=check)
        except AnnotatorError:
            # Two of one id may hide the sound one only if it is named "sound", too.
            assert any(b'"sound"' in line for line in lines)
            continue
        assert corpus.ids()[0] == "sound"
        list(corpus.articles())
        list(corpus.identities())
        assert all(isinstance(problem, AnnotatorError) for problem in corpus.problems)
        corpus.leave()
    corpus = Corpus.open(path)
    now = corpus.record(new_claim(corpus.article("sound"), 0, 7))
    # Whoever can be read can be worked on and written.
    for id_ in corpus.ids()[1:]:
        try:
            other = corpus.article(id_)
            corpus.record(new_claim(other, 0, min(4, len(other.text))))
        except AnnotatorError:
            continue
    touched = {id_ for id_ in corpus.ids() if corpus.history.places(id_)}
    kept = [
        line
        for line, entry in zip(before.split(b"\n"), corpus._lines, strict=False)
        if entry.summary is None or entry.summary.id not in touched
    ]
    corpus.close()
    after = path.read_bytes().split(b"\n")
    assert record.decode(after[0]) == now
    assert [line for line in kept if line not in after] == []


def worked_on(folder: Path) -> tuple[Path, list[Article]]:
    path = folder / "c.jsonl"
    corpus = Corpus.of(path, [article()])
    states = [article()]
    states.append(corpus.record(new_claim(states[-1], 28, 44)))
    states.append(corpus.record(tagging(states[-1], states[-1].claims[0], "official")))
    carried = carry(states[-1], Article.of("x", "Diperbarui. " + article().text), NOW)
    states.append(corpus.record(change(states[-1], "update", list(carried.edits))))
    corpus.leave()
    # The corpus file is the oldest, so that the history is needed.
    path.write_bytes(record.encode(states[0]) + b"\n")
    return path, states


@FUZZ
@given(st.data())
def test_a_damaged_history_is_refused_or_read_up_to_the_damage(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path, states = worked_on(tmp_path_factory.mktemp("history"))
    log = history_path(path)
    lines = log.read_bytes().split(b"\n")
    at = data.draw(st.integers(0, len(lines) - 2))
    lines[at] = data.draw(damaged(lines[at]))
    log.write_bytes(b"\n".join(lines))
    before = log.read_bytes(), path.read_bytes()
    try:
        corpus = Corpus.open(path)
    except AnnotatorError:
        assert (log.read_bytes(), path.read_bytes()) == before
        return
    found = corpus.article("a1")
    for mark in found.marks():
        for _, span in mark.spans():
            assert 0 <= span.start < span.end <= len(found.text)
    # What was done before the damage is there.
    assert found.revision >= min(at, states[-1].revision)
    if corpus.refusal is not None:
        with pytest.raises(AnnotatorError):
            corpus.record(change(found, "note", []))
        assert (log.read_bytes(), path.read_bytes()) == before
    else:
        corpus.record(change(found, "note", []))
        corpus.save()
        with contextlib.suppress(AnnotatorError):
            corpus.changes("a1")
    corpus.leave()


@FUZZ
@given(st.data())
def test_a_damaged_index_is_made_anew_or_read_by_name(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("index")
    path = folder / "c.jsonl"
    path.write_bytes(WHOLE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index_cache, "WORTH_BYTES", 0)
        Corpus.open(path, check=None).leave()
        kept = index_cache.cache_path(path)
        raw = kept.read_bytes()
        if data.draw(st.booleans()):
            # A well-formed one that fits the file's stamp, and lies.
            plain = msgspec.msgpack.decode(raw)
            there = [place for place in places(plain[2]) if place[0] is not plain[2]]
            container, key = there[data.draw(st.integers(0, len(there) - 1))]
            container[key] = data.draw(st.sampled_from([-1, 0, 7, 2**40, 2**63, "a1", None]))
            raw = msgspec.msgpack.encode(plain)
        else:
            raw = data.draw(damaged_bytes(raw))
        kept.write_bytes(raw)
        try:
            corpus = Corpus.open(path)
            for id_ in corpus.ids():
                try:
                    assert corpus.article(id_).id == id_
                except AnnotatorError:
                    continue
            list(corpus.articles())
            list(corpus.identities())
        except AnnotatorError:
            pass
        else:
            corpus.leave()
    assert path.read_bytes() == WHOLE


@pytest.mark.parametrize("depth", [50, 500, 990, 1_100, 100_000])
@pytest.mark.parametrize("where", ["extra", "claims", "vanished"])
def test_depth(depth: int, where: str, tmp_path: Path) -> None:
    deep = b"[" * depth + b"]" * depth
    inside = {
        "extra": b'"x":' + deep,
        "claims": b'"claims":[{"id":"c1","content":[[0,1]],"x":' + deep + b"}]",
        "vanished": b'"earlier":[{"sha256":"a","until":"2026-11-23T09:00:00Z","vanished":[{"x":'
        + deep
        + b"}]}]",
    }[where]
    path = tmp_path / "c.jsonl"
    line = b'{"id":"deep","text":"abc",' + inside + b"}"
    path.write_bytes(record.encode(article()) + b"\n" + line + b"\n")
    corpus = Corpus.open(path)
    corpus.record(new_claim(corpus.article("a1"), 0, 7))
    if "deep" in corpus.ids():
        corpus.record(new_claim(corpus.article("deep"), 1, 3))
    corpus.close()
    again = Corpus.open(path)
    assert len(again.article("a1").claims) == 1
    if "deep" in again.ids():
        assert again.article("deep").claims[-1].start == 1
    else:
        assert path.read_bytes().splitlines()[1] == line
    again.leave()


def test_a_line_beyond_the_limit_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "LONGEST_LINE", 2**20)
    path = tmp_path / "c.jsonl"
    path.write_bytes(record.encode(article()) + b"\n" + b"[" * (8 * 2**20))
    tracemalloc.start()
    with pytest.raises(LineTooLongError):
        Corpus.open(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * 2**20


@pytest.mark.parametrize(
    "junk", [b"[],", b"{},", b"0,", b'"",', b'{"a":1},', b"[[],[]],", b'{"content":[[0,1]]},']
)
def test_memory_stays_within_a_multiple_of_the_line(junk: bytes, tmp_path: Path) -> None:
    """A claim of the fewest letters is a value of many fields."""
    size = 200_000
    many = junk * (size // len(junk))
    path = tmp_path / "c.jsonl"
    for key in (b"x", b"claims", b"zones", b"earlier"):
        path.write_bytes(b'{"id":"a","text":"abc","' + key + b'":[' + many[:-1] + b"]}\n")
        tracemalloc.start()
        try:
            corpus = Corpus.open(path, check=True)
            corpus.article("a")
            corpus.leave()
        except AnnotatorError:
            pass
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 150 * size, f"{key!r}: {peak / size:.0f} times"


@pytest.mark.parametrize("junk", [b"[],", b"{},", b'{"content":[[0,1]]},'])
def test_a_large_line_holds_a_limited_number_of_values(junk: bytes) -> None:
    line = b'{"id":"a","text":"abc","claims":[' + junk * 2_100_000 + b"{}]}"
    tracemalloc.start()
    with pytest.raises(RecordError, match="more than 2,000,000 values"):
        record.decode(line)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2**20
