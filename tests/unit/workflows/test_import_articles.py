"""What comes in is new, known or another version; no one's work is lost, whatever happens."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from builders import MODEL, NOW, PERSON, new_claim, tagging
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from annotator.cli import app
from annotator.core import record
from annotator.core.article import Article, Header
from annotator.core.changes import as_of, undo_stacks
from annotator.core.errors import AnnotatorError, BadOptionError, EmptyFileError, InUseError
from annotator.core.identity import MOST_NAMESAKES, Identity, Known, address, common_words
from annotator.core.spans import Claim, Decision, Evidence, Span
from annotator.formats import registry
from annotator.formats.importer import Importer, ImportSettings
from annotator.storage.corpus import Corpus
from annotator.workflows import import_articles
from annotator.workflows.import_articles import ImportOrder, new_columns, run

FIRST = (
    "Jembatan Lama ditutup\n"
    "Kepala Dinas Ani Sari mengatakan jembatan ditutup sampai Jumat.\n"
    "Warga menduga jembatan itu sudah retak sejak lama.\n"
    "Pemerintah kota menyiapkan dua rute pengganti untuk bus sekolah.\n"
)
SECOND = (
    FIRST.replace("Jumat", "Sabtu depan").replace(
        "Warga menduga jembatan itu sudah retak sejak lama.\n", ""
    )
    + "Bus sekolah berangkat lebih pagi mulai besok.\n"
)
OTHER = "Panen raya dimulai\nPetani di tiga desa mulai memanen padi sejak Senin pagi.\n"


class Wire(Importer):
    """A list of articles as JSON; `null` stands for one that can't be read."""

    name = "wire"
    title = "Wire"
    suffixes = (".wire",)
    many = True

    def articles(self, path: Path, setting: ImportSettings) -> Iterator[Article | AnnotatorError]:
        for raw in json.loads(path.read_text("utf-8")):
            if raw is None:
                yield EmptyFileError(path=path)
                continue
            known = {key: raw[key] for key in Header.__struct_fields__ if key in raw}
            article = Article.of(raw["id"], raw["text"], source=path.name)
            yield replace(
                article,
                header=replace(article.header, **known),
                claims=tuple(raw.get("claims", ())),
            )


@pytest.fixture(autouse=True)
def wire(monkeypatch: pytest.MonkeyPatch) -> None:
    real = registry.importer
    monkeypatch.setattr(registry, "importer", lambda n: Wire() if n == "wire" else real(n))


def articles(path: Path) -> dict[str, Article]:
    return {article.id: article for article in map(record.decode, path.read_bytes().splitlines())}


def import_(out: Path, *inputs: Path | Sequence[dict[str, Any] | None], **rest: Any) -> Any:
    """Import text files, or lists of articles as a wire file."""
    files = []
    for number, given in enumerate(inputs):
        if not isinstance(given, Path):
            file = out.with_name(f"{number}.wire")
            file.write_text(json.dumps(given), "utf-8")
            rest["format"] = "wire"
            files.append(file)
        else:
            files.append(given)
    return run(ImportOrder(tuple(files), out, **rest))


def text(path: Path, content: str) -> Path:
    path.write_text(content, "utf-8")
    return path


@pytest.fixture
def worked_on(tmp_path: Path) -> Path:
    """A corpus with one article that someone has worked on, closed."""
    out = tmp_path / "corpus.jsonl"
    import_(out, text(tmp_path / "jembatan.txt", FIRST))
    corpus = Corpus.open(out)
    for words in (
        "jembatan ditutup sampai Jumat",
        "jembatan itu sudah retak sejak lama",
        "Pemerintah kota menyiapkan dua rute pengganti untuk bus sekolah",
    ):
        now = corpus.article("jembatan")
        start = FIRST.index(words)
        now = corpus.record(new_claim(now, start, start + len(words)))
        claim = next(claim for claim in now.claims if claim.start == start)
        corpus.record(tagging(now, claim, "sourced"))
    corpus.close()
    return out


def test_a_new_corpus(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    done = import_(out, text(tmp_path / "a.txt", FIRST), text(tmp_path / "b.txt", OTHER))
    assert done.new == 2
    assert [article.text for article in articles(out).values()] == [FIRST, OTHER]
    assert out.stat().st_mode & 0o077 == 0
    assert not list(tmp_path.glob(".*"))


def test_what_is_known_is_not_taken_again(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    one = text(tmp_path / "a.txt", FIRST)
    again = text(tmp_path / "b.txt", FIRST.replace("\n", "\r\n"))
    assert import_(out, one, again).left_out == {"text": 1}
    before = out.read_bytes()
    assert import_(out, one, again).left_out == {"text": 2}
    assert out.read_bytes() == before


def test_the_same_id_on_another_text_is_another_article(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    import_(out, [{"id": "1", "text": FIRST}])
    done = import_(out, [{"id": "1", "text": OTHER}, {"id": "1", "text": "Lain lagi."}])
    assert done.new == 2
    assert list(articles(out)) == ["1", "1-2", "1-3"]


def test_an_updated_file_keeps_the_work_and_says_what_became_of_it(
    worked_on: Path, tmp_path: Path
) -> None:
    done = import_(worked_on, text(tmp_path / "jembatan.txt", SECOND))
    (update,) = done.updates
    assert (update.id, update.rule) == ("jembatan", "record")
    (now,) = articles(worked_on).values()
    assert now.text == SECOND
    said = {now.content_text(claim): claim.label for claim in now.claims}
    assert said == {
        "jembatan ditutup sampai Sabtu depan": None,
        "Pemerintah kota menyiapkan dua rute pengganti untuk bus sekolah": "sourced",
    }
    (vanished,) = now.earlier[0].vanished
    assert vanished["content_text"] == "jembatan itu sudah retak sejak lama"
    report = "\n".join(done.lines())
    assert "1 updated" in report
    assert "claims 1 carried, 1 changed, 1 vanished" in report
    assert "“jembatan ditutup sampai Jumat” → “jembatan ditutup sampai Sabtu depan”" in report
    assert "vanished, kept in the record: “jembatan itu sudah retak sejak lama”" in report


def test_a_claim_whose_sentence_changed_around_it_is_told_as_such(
    worked_on: Path, tmp_path: Path
) -> None:
    hedged = FIRST.replace("mengatakan jembatan", "mengatakan mungkin jembatan")
    done = import_(worked_on, text(tmp_path / "jembatan.txt", hedged))
    assert "“jembatan ditutup sampai Jumat”: the same words, but around them" in "\n".join(
        done.lines()
    )


def test_an_update_is_one_line_of_the_history_and_can_be_taken_back(
    worked_on: Path, tmp_path: Path
) -> None:
    before = articles(worked_on)["jembatan"]
    import_(worked_on, text(tmp_path / "jembatan.txt", SECOND))
    corpus = Corpus.open(worked_on)
    changes = corpus.changes("jembatan")
    assert [change.did for change in changes][-1] == "update"
    assert undo_stacks(changes)[0][-1].did == "update"
    then = as_of(corpus.article("jembatan"), changes, before.revision)
    assert (then.text, then.claims) == (FIRST, before.claims)
    corpus.leave()


def test_an_earlier_or_older_text_does_not_come_back(worked_on: Path, tmp_path: Path) -> None:
    import_(worked_on, text(tmp_path / "jembatan.txt", SECOND))
    done = import_(worked_on, text(tmp_path / "jembatan.txt", FIRST))
    assert (done.left_out, done.updates) == ({"earlier": 1}, [])
    out = tmp_path / "d.jsonl"
    url = "https://uji.example/jembatan"
    import_(out, [{"id": "1", "text": SECOND, "url": url, "date": "2026-11-24T08:00"}])
    done = import_(out, [{"id": "1", "text": FIRST, "url": url, "date": "2026-11-23"}])
    assert done.left_out == {"older": 1}


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ({"url": "https://www.uji.example/a/?utm_source=x"}, {"url": "http://uji.example/a"}, True),
        ({"url": "https://uji.example/a"}, {"url": "https://uji.example/b"}, False),
        ({"title": "Jembatan"}, {"title": " jembatan "}, True),
        ({"title": "Jembatan", "outlet": "A"}, {"title": "Jembatan", "outlet": "B"}, False),
        ({"title": "Cuaca", "date": "2026-11-23"}, {"title": "Cuaca", "date": "2026-11-24"}, False),
        ({"title": "Jembatan"}, {"title": "Rute"}, False),
    ],
)
def test_what_makes_two_texts_versions_of_one_article(
    tmp_path: Path, one: dict[str, str], other: dict[str, str], rule: bool
) -> None:
    out = tmp_path / "c.jsonl"
    text_ = FIRST + "Kalimat baru.\n"
    first = {"id": "x", "text": FIRST, "title": "", **one}
    second = {"id": "y", "text": text_, "title": "", **other}
    # In one file as in two.
    for inputs in ([[first, second]], [[first], [second]]):
        out.unlink(missing_ok=True)
        out.with_name("c.history.jsonl").unlink(missing_ok=True)
        updates = [update for given in inputs for update in import_(out, given).updates]
        assert len(updates) == int(rule)
        assert len(articles(out)) == 2 - int(rule)
        assert articles(out)["x"].text == (text_ if rule else FIRST)


def test_the_same_address_with_an_unlike_text_is_another_article(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    url = "https://uji.example/terkini"
    done = import_(
        out, [{"id": "1", "text": FIRST, "url": url}, {"id": "2", "text": OTHER, "url": url}]
    )
    assert (done.new, done.updates) == (2, [])


def test_an_article_without_a_title_is_known_by_its_first_line(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    text(out, json.dumps({"id": "seed", "text": FIRST}) + "\n")
    done = import_(out, text(tmp_path / "lain.txt", FIRST + "Kalimat baru.\n"))
    assert [(update.id, update.rule) for update in done.updates] == [("seed", "title")]


def test_a_heading_that_many_share_names_no_article(tmp_path: Path) -> None:
    known = Known()
    for number in range(MOST_NAMESAKES + 1):
        known.add(Identity(str(number), str(number), title="Cuaca"), str(number))
    assert known.find(Identity("x", "x", title="Cuaca")) is None


def test_an_address_without_what_only_tracks() -> None:
    assert address("HTTPS://www.Uji.example/a/b/?utm_x=1&id=7&page=all#top") == address(
        "http://uji.example/a/b?id=7"
    )
    assert address("uji.example") == address("https://uji.example/")
    assert address("http://[") == "[/?"


def test_marks_are_taken_where_nobody_worked_and_left_where_someone_did(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    guess = Claim("c1", (Span(0, 8),), origin=MODEL)
    work = replace(guess, label="official", decision=Decision("budi", NOW, "off"))
    bare = Article.of("1", FIRST)

    def bring(claim: Claim) -> dict[str, int]:
        line = record.encode(replace(bare, claims=(claim,)))
        given = text(tmp_path / "theirs.jsonl", line.decode() + "\n")
        return dict(_import_corpus(out, given).left_out)

    import_(out, [{"id": "1", "text": FIRST}])
    assert bring(guess) == {"text": 1}
    assert bring(work) == {}
    assert articles(out)["1"].claims == (work,)
    assert bring(work) == {"text": 1}
    assert bring(replace(work, label="sourced")) == {"other marks": 1}
    assert articles(out)["1"].claims == (work,)


def _import_corpus(out: Path, given: Path) -> Any:
    return run(ImportOrder((given,), out, "jsonl"))


def test_a_text_comes_with_the_annotations_beside_it(tmp_path: Path) -> None:
    file = text(tmp_path / "jembatan.txt", FIRST)
    beside = Corpus.of(
        tmp_path / "jembatan.annotations.jsonl",
        [Article.of("jembatan", FIRST, source="jembatan.txt")],
    )
    beside.record(new_claim(beside.article("jembatan"), 0, 21))
    # Not saved: the history alone has it.
    beside.leave()
    out = tmp_path / "c.jsonl"
    done = import_(out, file)
    assert (done.new, done.left_out) == (1, {})
    assert len(articles(out)["jembatan"].claims) == 1
    text(file, SECOND)
    other = tmp_path / "d.jsonl"
    done = import_(other, file)
    assert (done.new, len(done.updates)) == (1, 1)
    assert articles(other)["jembatan"].text == SECOND


def test_a_folder_is_not_taken_into_itself(tmp_path: Path) -> None:
    text(tmp_path / "a.txt", FIRST)
    out = tmp_path / "c.jsonl"
    assert import_(out, tmp_path).new == 1
    assert import_(out, tmp_path).left_out == {"text": 1}


def test_what_cannot_be_read_is_told_and_the_rest_is_taken(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    done = import_(out, [{"id": "1", "text": FIRST}, None, {"id": "2", "text": OTHER}])
    assert done.new == 2
    assert ["is empty" in str(problem) for problem in done.problems] == [True]


def test_a_corpus_in_use_is_not_touched(worked_on: Path, tmp_path: Path) -> None:
    corpus = Corpus.open(worked_on)
    before = worked_on.read_bytes()
    with pytest.raises(InUseError):
        import_(worked_on, text(tmp_path / "b.txt", OTHER))
    assert worked_on.read_bytes() == before
    corpus.leave()


def test_an_importer_that_breaks_off_leaves_the_corpus_as_it_was(
    worked_on: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Iterator[Article]:
        yield Article.of("n", OTHER)
        raise RuntimeError("a fault in the importer")

    monkeypatch.setattr(Wire, "articles", broken)
    before = worked_on.read_bytes()
    with pytest.raises(RuntimeError):
        import_(worked_on, [])
    assert worked_on.read_bytes() == before
    assert not list(tmp_path.glob(".*"))
    Corpus.open(worked_on).leave()


def test_notes_and_evidence_count_as_work(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    import_(out, [{"id": "1", "text": FIRST}])
    corpus = Corpus.open(out)
    made = new_claim(corpus.article("1"), 0, 8, MODEL)
    (edit,) = made.edits
    noted = replace(edit.after, evidence=(Evidence("x"),))  # type: ignore[type-var]
    corpus.record(replace(made, edits=(replace(edit, after=noted),), origin=PERSON))
    corpus.close()
    work = Claim("c1", (Span(0, 8),), label="official", decision=Decision("b", NOW, "off"))
    given = record.encode(replace(Article.of("1", FIRST), claims=(work,))).decode()
    assert _import_corpus(out, text(tmp_path / "t", given)).left_out == {"other marks": 1}


def test_columns() -> None:
    assert new_columns(["text=body", "title=judul berita"]) == {
        "text": "body",
        "title": "judul berita",
    }
    for wrong in ("body", "text=", "colour=red"):
        with pytest.raises(BadOptionError):
            new_columns([wrong])


# The command


def command(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["import", *(str(argument) for argument in arguments)])


def test_the_command_says_what_came_in(tmp_path: Path) -> None:
    out = tmp_path / "c.jsonl"
    file = text(tmp_path / "jembatan.txt", FIRST)
    done = command(file, "--out", out)
    assert done.exit_code == 0, done.output
    assert "1 new article, 0 updated, 0 left out, 0 not readable" in done.output
    text(file, SECOND)
    done = command(file, text(tmp_path / "kosong.txt", ""), "--out", out, "--lang", "id")
    assert done.exit_code == 1
    assert "updated jembatan" in done.output
    assert "kosong.txt is empty" in done.output


@pytest.mark.parametrize(
    "wrong",
    [("--format", "nothing"), ("--column", "body"), ("missing.txt",)],
    ids=lambda arguments: arguments[0],
)
def test_the_command_refuses_and_writes_nothing(tmp_path: Path, wrong: tuple[str, ...]) -> None:
    out = tmp_path / "c.jsonl"
    empty = text(tmp_path / "kosong.txt", "")
    done = command(*([empty] if wrong[0].startswith("--") else []), *wrong, "--out", out)
    assert done.exit_code == 2, done.output
    assert not out.exists()


def test_what_has_no_place_here_is_told_and_is_no_failure(tmp_path: Path) -> None:
    mark = {"start_offset": 0, "end_offset": 6, "label": "MOOD", "id": 1}
    example = {"id": 1, "text": "Bupati datang.", "entities": [mark]}
    example["relations"] = [{"id": 2, "from_id": 1, "to_id": 1, "type": "likes"}]
    examples = tmp_path / "examples.jsonl"
    examples.write_text(json.dumps(example) + "\n", "utf-8")
    done = command(examples, "--format", "doccano", "--out", tmp_path / "c.jsonl")
    assert "left out" in done.output
    assert "0 not readable" in done.output
    assert done.exit_code == 0


def test_articles_that_share_only_a_headline_are_told_apart_by_a_quick_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def counted(old: str, new: str) -> float:
        compared.append(new)
        return common_words(old, new)

    monkeypatch.setattr(import_articles, "common_words", counted)
    many = [
        {"id": str(n), "title": "Cuaca", "text": " ".join(f"kata{n}-{word}" for word in range(99))}
        for n in range(MOST_NAMESAKES)
    ]
    done = import_(tmp_path / "c.jsonl", many)
    assert (done.new, compared) == (MOST_NAMESAKES, [])
