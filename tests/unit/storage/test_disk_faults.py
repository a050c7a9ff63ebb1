"""Whatever call to the disk fails, and from whichever on: what was acknowledged is there again.

The same day of work is done once for every call it makes to the operating system, and that
call fails: once, or it and all after it, or after writing half.
"""

import contextlib
import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import MODEL, NOW, article, change, new_claim, tagging
from failing_disk import Disk
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import record
from annotator.core.article import Article
from annotator.core.changes import as_of
from annotator.core.decisions import Passage, take_in
from annotator.core.errors import AnnotatorError, NewerSchemaError
from annotator.core.spans import Entity
from annotator.storage.corpus import Corpus
from annotator.storage.history import history_path


def a_day_of_work(path: Path) -> list[Article]:
    """Open, read, mark, tag, save, compact, close; return what was acknowledged, in order."""
    acknowledged: list[Article] = []

    def step(act: Callable[[], Article | None]) -> None:
        with contextlib.suppress(AnnotatorError):
            done = act()
            if done is not None:
                acknowledged.append(done)

    def nothing(act: Callable[[], object]) -> Callable[[], None]:
        def quietly() -> None:
            act()

        return quietly

    try:
        corpus = Corpus.of(path, [article()])
    except AnnotatorError:
        return []

    def now() -> Article:
        return corpus.article("a1")

    passage = Passage(0, 80, "id", "test 1", entities=(Entity("e1", 8, 16, "PER", MODEL),))
    step(nothing(lambda: corpus.record(
        change(now(), "read", take_in(now(), passage, NOW), MODEL))))  # fmt: skip
    step(lambda: corpus.record(new_claim(now(), 28, 44)))
    step(
        lambda: corpus.record(tagging(now(), now().claims[0], "official")) if now().claims else None
    )
    step(nothing(corpus.save))
    step(lambda: corpus.record(new_claim(now(), 0, 16)))
    step(nothing(corpus.compact))
    step(
        lambda: corpus.record(tagging(now(), now().claims[-1], "sourced")) if now().claims else None
    )
    step(nothing(corpus.close))
    corpus.leave()
    return acknowledged


def calls_of_a_day(folder: Path) -> int:
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch)
        done = a_day_of_work(folder / "count.jsonl")
    assert len(done) == 4
    return disk.count


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("how", ["once", "for good", "half"])
def test_nothing_acknowledged_is_lost(tmp_path: Path, how: str, code: int) -> None:
    total = calls_of_a_day(tmp_path)
    assert total > 40
    for failing in range(1, total + 1):
        path = tmp_path / f"{failing}.jsonl"
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk(patch)
            disk.failing, disk.code = failing, code
            disk.for_good, disk.half = how == "for good", how == "half"
            done = a_day_of_work(path)
        if not done:
            continue
        again = Corpus.open(path)
        assert again.refusal is None, f"call {failing}: {again.refusal}"
        found = again.article("a1")
        # A disk that dies for good may keep the one action it was asked to take back.
        if how == "for good" and found.revision == done[-1].revision + 1:
            found = as_of(found, again.changes("a1"), done[-1].revision)
        assert found.claims == done[-1].claims, f"call {failing}"
        assert found.revision in (done[-1].revision, done[-1].revision + 2)
        again.leave()
        assert not list(tmp_path.glob(f".{failing}*.tmp")), f"call {failing} left a file"
        record.decode(path.read_bytes().splitlines()[0])


@given(st.data())
def test_a_damaged_history_is_never_fatal_and_never_invents(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("damage") / "a.jsonl"
    states = [article(), *a_day_of_work(path)]
    log = history_path(path)
    raw = bytearray(log.read_bytes())
    # An older corpus, so that the history is needed.
    path.write_bytes(record.encode(article()) + b"\n")
    at = data.draw(st.integers(0, len(raw) - 1))
    match data.draw(st.sampled_from(["cut", "flip", "insert", "drop line"])):
        case "cut":
            del raw[at:]
        case "flip":
            raw[at] ^= data.draw(st.integers(1, 255))
        case "insert":
            raw[at:at] = data.draw(st.binary(min_size=1, max_size=30))
        case _:
            lines = bytes(raw).splitlines(keepends=True)
            del lines[at % len(lines)]
            raw = bytearray(b"".join(lines))
    log.write_bytes(bytes(raw))
    before = bytes(raw), path.read_bytes()
    try:
        corpus = Corpus.open(path)
    except NewerSchemaError:
        # The flipped letter is in the number of the schema; it is refused, and left alone.
        assert (log.read_bytes(), path.read_bytes()) == before
        return
    found = corpus.article("a1")
    known = [state.claims for state in states]
    if found.claims not in known:
        # Only what a flipped letter says can differ, and only within a change that still fits.
        assert len(found.claims) <= max(len(claims) for claims in known)
    if corpus.refusal is not None:
        with pytest.raises(AnnotatorError):
            corpus.record(new_claim(found, 45, 50))
        assert (log.read_bytes(), path.read_bytes()) == before
    corpus.leave()


def test_a_line_that_cannot_be_read_is_kept_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    odd = [
        b'{"id":"s","text":"half a pair \\ud83d here"}',
        b'{"id": "n", "text": "a\\u0000b", "entities": [{"start": 0, "end": 9, "label": "X"}]}',
        b"\xff\xfe not even text",
        b"",
        b'{"schema":2,"id":"u","text":"\xe2\x80\xa8 \xf0\x9f\x98\x80 e\xcc\x81","x":1.50}   ',
    ]
    path.write_bytes(b"\n".join([record.encode(article()), *odd]) + b"\n")
    corpus = Corpus.open(path)
    corpus.record(new_claim(corpus.article("a1"), 0, 7))
    corpus.close()
    assert path.read_bytes().split(b"\n")[1:-1] == odd
