"""Files that are wrong on purpose: each fault is named with its place, and the rest is read."""

import json
import zipfile
import zlib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from dataset_files import SETTING, exported, parted, taken
from hard_articles import emoji, right_to_left

from annotator.core import record
from annotator.core.article import Article
from annotator.core.errors import (
    AnnotatorError,
    BrokenArticleError,
    NotReadableError,
    NotThisFormatError,
    TooLargeFileError,
)
from annotator.formats import files, registry

TEXT = "Harga beras naik, kata Budi."
DEEP = 100_000


def imported(format_: str, path: Path) -> tuple[list[Article], list[AnnotatorError]]:
    return parted(registry.importer(format_).articles(path, SETTING))


def lines(tmp_path: Path, *said: object) -> Path:
    path = tmp_path / "in.jsonl"
    raw = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in said]
    path.write_bytes(b"\n".join(raw) + b"\n")
    return path


def span(**changed: object) -> dict[str, Any]:
    return {"text": TEXT, "spans": [{"start": 0, "end": 11, "label": "CLAIM"} | changed]}


def entity(start: object, end: object, label: object = "CLAIM") -> dict[str, Any]:
    return {"text": TEXT, "label": [[start, end, label]]}


def ours(**changed: object) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.json.decode(record.encode(Article.of("a", TEXT)))
    return plain | changed


def claim(start: int, end: int, **more: object) -> list[dict[str, Any]]:
    return [{"id": "c1", "content": [[start, end]], **more}]


LOST = {
    "sha256": "x",
    "until": "2026-01-01T00:00:00Z",
    "vanished": [{"id": json.loads("[" * 40 + "]" * 40)}],
}
GOOD = {
    "jsonl": ours(),
    "prodigy": span(),
    "doccano": entity(0, 11),
}
BAD: list[tuple[str, object, str]] = [
    ("jsonl", ours(claims=claim(5, 999)), "lies outside the text"),
    ("jsonl", ours(claims=claim(5, 5)), "lies outside the text"),
    ("jsonl", ours(claims=claim(0, 5, content_text="Padi")), "says 'Padi'"),
    ("jsonl", ours(claims=claim(0, 10**30)), "lies outside the text"),
    ("jsonl", ours(last_id=10**400), "is not a count"),
    ("jsonl", ours(text="Lain."), "sha256 differs"),
    ("jsonl", ours(claims="c1"), "is not a list of objects"),
    ("jsonl", ours(id=""), "is missing, empty"),
    ("jsonl", ours(schema=99), "is newer than this program"),
    ("jsonl", b'{"id": "a", "text": "cut', "it is not JSON"),
    ("jsonl", b'{"id":"a","text":"x","y":' + b"[" * DEEP, "it is not JSON"),
    ("jsonl", b'{"id":"a","text":"x","y":' + b"[" * 99 + b"]" * 99 + b"}", "nested more than 32"),
    ("jsonl", b'{"id": "a", "text": "\xff"}', "it is not JSON"),
    ("prodigy", span(end=999), "lies outside the text"),
    ("prodigy", span(start=-3), "lies outside the text"),
    ("prodigy", span(end=10**30), "lies outside the text"),
    ("prodigy", span(end="11"), "Expected `int`, got `str`"),
    ("prodigy", span(text="Padi"), "says 'Padi', but the text is 'Harga beras'"),
    ("prodigy", span(label=None), "has no label"),
    ("prodigy", span(exact=[0, 20]), "lies outside it"),
    ("prodigy", span() | {"text": 7}, "Expected `str`, got `int`"),
    ("prodigy", span() | {"text": " \n "}, "there is no text"),
    ("prodigy", span() | {"_timestamp": 1e300}, "is not a time"),
    ("prodigy", b'{"text":"x","meta":{"a":' + b"[" * DEEP, "nested too deeply"),
    ("prodigy", {"text": "\ud800", "spans": []}, "surrogate pair"),
    (
        "prodigy",
        {"text": TEXT, "spans": [{"start": 0, "end": 5, "label": "X"}] * 10_001},
        "more than 10,000 marks",
    ),
    ("prodigy", span() | {"annotator": {"sha256": "x", "last_id": -1}}, "a count that can't be"),
    (
        "prodigy",
        span() | {"annotator": {"sha256": "x", "extra": {"text": "Lain."}}},
        "'text' is kept beside the marks",
    ),
    ("prodigy", span() | {"annotator": {"sha256": 5}}, "is broken: Expected `str`"),
    ("prodigy", span() | {"annotator": {"sha256": "x", "earlier": [LOST]}}, "more than 32 deep"),
    ("jsonl", ours(earlier=[LOST]), "more than 32 deep"),
    ("doccano", entity(0, 999), "lies outside the text"),
    ("doccano", entity("a", 11), "Expected `int`"),
    ("doccano", entity(0, 11, ""), "has no label"),
    ("doccano", {"label": [[0, 3, "X"]]}, "there is no text"),
    (
        "doccano",
        entity(0, 5) | {"relations": [{"from_id": 1, "to_id": 2, "type": "x"}]},
        "which is not a mark",
    ),
]


@pytest.mark.parametrize(("format_", "bad", "reason"), BAD)
def test_a_bad_line_is_named_and_the_rest_read(
    tmp_path: Path, format_: str, bad: object, reason: str
) -> None:
    path = lines(tmp_path, GOOD[format_], bad, GOOD[format_])
    articles, errors = imported(format_, path)
    assert [article.text for article in articles] == [TEXT, TEXT]
    (error,) = errors
    assert isinstance(error, BrokenArticleError)
    assert str(error).startswith(f"{path}, line 2: ")
    assert reason in str(error)
    advice = "or update this one." if "newer" in reason else "Mend it there and import it again."
    assert str(error).endswith(advice)


def test_links_in_a_circle(tmp_path: Path) -> None:
    marks = [{"start": 0, "end": 5, "label": "CLAIM"}, {"start": 6, "end": 11, "label": "CLAIM"}]
    for name in ("CONTINUES", "INSIDE"):
        tied = [
            {"head": 0, "child": 0, "label": name, "head_span": one, "child_span": other}
            for one, other in (marks, marks[::-1])
        ]
        path = lines(tmp_path, {"text": TEXT, "spans": marks, "relations": tied})
        articles, (error,) = imported("prodigy", path)
        assert articles == []
        assert "in a circle" in str(error)


def test_a_line_of_any_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_LINE", 2_000)
    path = lines(tmp_path, span(), {"text": "x" * 9_000}, span())
    articles, (error,) = imported("prodigy", path)
    assert len(articles) == 2
    assert "line 2: it is longer than" in str(error)


def test_a_text_of_any_length(tmp_path: Path) -> None:
    path = lines(tmp_path, {"text": "x" * 10_000_001}, span())
    articles, (error,) = imported("prodigy", path)
    assert len(articles) == 1
    assert "the text has 10,000,001 characters" in str(error)


@pytest.mark.parametrize("format_", [n for n in registry.IMPORTERS if registry.importer(n).many])
def test_a_file_that_is_not_there(format_: str, tmp_path: Path) -> None:
    importer = registry.importer(format_)
    path = tmp_path / f"gone{next(iter(importer.suffixes), '')}"
    try:
        articles, errors = imported(format_, path)
    except AnnotatorError as error:
        articles, errors = [], [error]
    assert articles == []
    assert "gone" in str(errors[0])
    with pytest.raises(NotReadableError):
        registry.recognise(path)


# Label Studio


def task(**value: object) -> dict[str, Any]:
    said = {"start": 0, "end": 11, "labels": ["CLAIM"]} | value
    result = {"id": "r", "type": "labels", "value": said}
    return {"id": 1, "data": {"text": TEXT}, "annotations": [{"result": [result]}]}


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (task(end=99), "lies outside the text"),
        (task(end="9" * 5_000), "is not a number"),
        (task(end=None), "lacks its place"),
        (task(text="Padi"), "says 'Padi'"),
        ({"data": {"a": "x", "b": "y"}}, "none of its fields is known as the text: a, b"),
        ({"data": []}, "Expected `object`"),
        ({"data": {"text": TEXT}, "annotations": 5}, "Expected `array`"),
    ],
)
def test_a_bad_task_is_named_and_the_rest_read(tmp_path: Path, bad: object, reason: str) -> None:
    path = tmp_path / "in.json"
    path.write_text(json.dumps([task(), bad, task()]), "utf-8")
    articles, (error,) = imported("label-studio", path)
    assert len(articles) == 2
    assert f"{path}, task 2: " in str(error)
    assert reason in str(error)


@pytest.mark.parametrize("raw", [b"[{", b"{}", b"[" * DEEP, b"", b"\xff\xfe"])
def test_what_is_no_list_of_tasks(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "in.json"
    path.write_bytes(raw)
    with pytest.raises(NotThisFormatError, match=r"in\.json can't be read as Label Studio"):
        imported("label-studio", path)


# Folders: brat, Citron, Web Annotation, CAS


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("T1\tClaim 0 99\tHarga", "T1 says 'Harga'"),
        ("T1\tClaim 0 5\tPadi", "T1 says 'Padi'"),
        ("T1\tClaim 0 99", "lies outside the text"),
        ("T1\tClaim -1 5\tHarga", "has no place"),
        (f"T1\tClaim 0 {'9' * 5000}\tHarga", "has no place"),
        ("T1\tClaim 0;5", "has no place"),
        ("T1", "line 1 is cut short"),
        ("T1\tClaim 0 5\tHarga\nT1\tClaim 0 5\tHarga", "is given to two marks"),
        ("R1\tSays Arg1:T8 Arg2:T9", "which is not a mark"),
        ("R1\tSays Arg1:T8", "has not two ends"),
    ],
)
def test_brat_lines(tmp_path: Path, line: str, reason: str) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.ann").write_text(line, "utf-8")
    (tmp_path / "b.ann").write_text("T1\tClaim 0 5\tHarga", "utf-8")
    (article,), (error,) = imported("brat", tmp_path)
    assert article.id == "b"
    assert f"{tmp_path / 'a.ann'}, a.ann: " in str(error)
    assert reason in str(error)


def test_brat_without_its_text_or_through_a_link(tmp_path: Path) -> None:
    room, secret = tmp_path / "room", tmp_path / "secret.txt"
    room.mkdir()
    secret.write_text("rahasia", "utf-8")
    (room / "a.ann").write_text("", "utf-8")
    (room / "b.ann").write_text("", "utf-8")
    (room / "b.txt").symlink_to(secret)
    articles, errors = imported("brat", room)
    assert articles == []
    assert "a.txt can't be read" in str(errors[0])
    assert "lies outside the folder" in str(errors[1])


@pytest.mark.parametrize(
    "name", ["../secret.txt", "/etc/hostname", "texts/../../secret.txt", ".", "a\0b"]
)
def test_web_annotations_speak_only_of_texts_beside_them(tmp_path: Path, name: str) -> None:
    room = tmp_path / "room"
    room.mkdir()
    (tmp_path / "secret.txt").write_text("rahasia", "utf-8")
    target = {"source": name, "selector": {"type": "TextPositionSelector", "start": 0, "end": 3}}
    body = {"type": "TextualBody", "purpose": "tagging", "value": "claim"}
    said = {"@context": "x", "items": [{"body": body, "target": target}]}
    (room / "a.jsonld").write_text(json.dumps(said), "utf-8")
    articles, (error,) = imported("web-annotation", room)
    assert articles == []
    assert isinstance(error, BrokenArticleError)


@pytest.mark.parametrize(
    ("selector", "reason"),
    [
        ({"type": "TextQuoteSelector", "exact": "Padi"}, "the quote 'Padi' is not in the text"),
        ({"type": "TextPositionSelector", "start": 0, "end": 99}, "lies outside the text"),
        ({"type": "TextPositionSelector", "start": 10**30, "end": 10**31}, "outside the text"),
    ],
)
def test_web_annotations_off_the_text(tmp_path: Path, selector: object, reason: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    body = {"type": "TextualBody", "purpose": "tagging", "value": "claim"}
    said = {"items": [{"body": body, "target": {"source": "a.txt", "selector": selector}}]}
    (tmp_path / "a.jsonld").write_text(json.dumps(said), "utf-8")
    articles, (error,) = imported("web-annotation", tmp_path)
    assert articles == []
    assert reason in str(error)


def test_citron_files(tmp_path: Path) -> None:
    bad: list[object] = [
        {"text": TEXT, "quotes": [{"contents": [{"start": 0, "end": 99}]}]},
        {"text": TEXT, "quotes": [{"contents": [{"start": 0, "end": 5, "text": "Padi"}]}]},
        {"text": TEXT, "quotes": {}},
        {"text": TEXT},
    ]
    for number, said in enumerate(bad):
        (tmp_path / f"{number}.json").write_text(json.dumps(said), "utf-8")
    (tmp_path / "9.json").write_text(json.dumps({"text": TEXT, "quotes": []}), "utf-8")
    (article,), errors = imported("citron", tmp_path)
    assert article.id == "9"
    assert len(errors) == len(bad)
    for number, error in enumerate(errors):
        assert f"{number}.json" in str(error)


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>"""


@pytest.mark.parametrize("declared", [ENTITIES, OUTSIDE])
@pytest.mark.parametrize("which", ["emoji.xmi", "TypeSystem.xml"])
def test_xml_that_declares_entities_is_not_read(
    tmp_path: Path, declared: bytes, which: str
) -> None:
    path = exported("cas-xmi", tmp_path, emoji())
    raw = (path / which).read_bytes()
    (path / which).write_bytes(declared + raw.partition(b"?>")[2])
    articles, (error,) = imported("cas-xmi", path)
    assert articles == []
    assert "it declares a document type, which is not read" in str(error)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b'begin="', b'begin="9', "where no character does"),
        (b'end="', b'end="x', "it is not a CAS"),
        (b'sofaString="', b'other="', "it is not a CAS"),
        (b"<xmi:XMI", b"<xmi:XMI><a><b><c/></b></a", "it is"),
        (b"</xmi:XMI>", b"", "it is not XML"),
    ],
)
def test_broken_xmi(tmp_path: Path, old: bytes, new: bytes, reason: str) -> None:
    path = exported("cas-xmi", tmp_path, emoji(), right_to_left())
    raw = (path / "emoji.xmi").read_bytes()
    assert old in raw
    (path / "emoji.xmi").write_bytes(raw.replace(old, new))
    (article,), (error,) = imported("cas-xmi", path)
    assert article == right_to_left()
    assert f"{path / 'emoji.xmi'}, emoji.xmi: " in str(error)
    assert reason in str(error)


def test_half_of_an_emoji_is_no_place(tmp_path: Path) -> None:
    """dkpro-cassis lets such an offset pass, as if it counted characters."""
    path = exported("cas-json", tmp_path, emoji())
    said = json.loads((path / "emoji.json").read_text("utf-8"))
    marked = next(one for one in said["%FEATURE_STRUCTURES"] if one.get("role") == "claim")
    marked["begin"] = 1
    (path / "emoji.json").write_text(json.dumps(said), "utf-8")
    articles, (error,) = imported("cas-json", path)
    assert articles == []
    assert "where no character does" in str(error)


def test_xmi_without_types(tmp_path: Path) -> None:
    path = exported("cas-xmi", tmp_path, emoji())
    (path / "TypeSystem.xml").unlink()
    with pytest.raises(NotThisFormatError, match=r"TypeSystem\.xml, is not beside it"):
        imported("cas-xmi", path)


def test_a_zip_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from annotator.formats.datasets.cas import xmi_importer

    monkeypatch.setattr(xmi_importer, "LARGEST", 100_000)
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("TypeSystem.xml", "<typeSystemDescription/>")
        archive.writestr("bomb.xmi", b"<" + b" " * 5_000_000)
    articles, (error,) = taken(path)
    assert articles == []
    assert "bomb.xmi: it unpacks to more than" in str(error)


# DocBin, CoNLL, tables


def test_a_docbin_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from annotator.formats.datasets.docbin import importer

    monkeypatch.setattr(importer, "LARGEST", 100_000)
    path = tmp_path / "bomb.spacy"
    path.write_bytes(zlib.compress(b"\0" * 5_000_000))
    with pytest.raises(TooLargeFileError):
        imported("docbin", path)


def packed(**changed: object) -> bytes:
    whole = {
        "attrs": [65],
        "tokens": (500).to_bytes(8, "little"),
        "spaces": b"\0",
        "lengths": (1).to_bytes(4, "little"),
        "strings": [],
    }
    return zlib.compress(msgspec.msgpack.encode(whole | changed))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"not packed",
        packed()[:-3],
        packed(attrs=[]),
        packed(attrs=[10**12]),
        packed(tokens=b"123"),
        packed(lengths=(10**6).to_bytes(4, "little")),
        packed(lengths=b"\xff\xff\xff\xff"),
        packed(strings=5),
    ],
)
def test_docbins_that_lie_about_their_sizes(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "in.spacy"
    path.write_bytes(raw)
    with pytest.raises(NotThisFormatError, match=r"in\.spacy can't be read as spaCy DocBin"):
        imported("docbin", path)


def test_docbins_that_lie_about_places(tmp_path: Path) -> None:
    """spaCy itself would take these spans, and read outside its memory when they are used."""
    from annotator.formats.datasets.docbin.importer import SPAN

    spans = SPAN.pack(0, 0, 380, -5, 10**6, 0, 0)
    group = msgspec.msgpack.encode({"name": "sc", "attrs": {}, "spans": [spans]})
    groups = msgspec.msgpack.encode({group: ["sc"]})
    path = tmp_path / "in.spacy"
    path.write_bytes(packed(tokens=(397).to_bytes(8, "little"), span_groups=[groups]))
    articles, (error,) = imported("docbin", path)
    assert articles == []
    assert f"{path}, doc 1: the span -5-1000000 is outside the doc's tokens" in str(error)


def test_a_docbin_runs_nothing(tmp_path: Path) -> None:
    import pickle

    class Trap:
        def __reduce__(self) -> tuple[Any, ...]:
            return (Path.touch, (tmp_path / "sprung",))

    data = msgspec.msgpack.encode({"trap": msgspec.msgpack.Ext(1, pickle.dumps(Trap()))})
    path = tmp_path / "in.spacy"
    path.write_bytes(packed(tokens=(397).to_bytes(8, "little"), user_data=[data]))
    imported("docbin", path)
    assert not (tmp_path / "sprung").exists()


def test_conll_lines(tmp_path: Path) -> None:
    path = tmp_path / "in.conll"
    path.write_text(
        "-DOCSTART- O\n\nBaik O\n\n-DOCSTART- O\n\nsendiri\n\n-DOCSTART- O\n\nLagi B-PER\n", "utf-8"
    )
    articles, (error,) = imported("conll", path)
    assert [article.text for article in articles] == ["Baik", "Lagi"]
    assert "article 2: line 2 is not a token with a tag: 'sendiri'" in str(error)
    path.write_bytes(b"\xff\xfeB\x00")
    with pytest.raises(NotThisFormatError):
        imported("conll", path)


def test_csv_rows(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text('text,claims\nSatu,\n,\nDua,[{}]\nTiga,x,y\nEmpat,5\n"Lima,', "utf-8")
    articles, errors = imported("csv", path)
    assert [article.text for article in articles] == ["Satu"]
    said = [str(error) for error in errors]
    assert f"{path}, row 3: " in said[0]
    assert "row 4: it has 3 cells, the first row 2" in said[1]
    assert "row 5: the column 'claims' does not hold a list" in said[2]
    assert "from row 6 (line 7) on" in said[3]


def test_a_parquet_file_that_ends_the_process_that_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess
    import sys

    from annotator.formats.datasets import parquet_process

    def dies(path: Path) -> subprocess.Popen[bytes]:
        said = "print('[\"text\"]'); print('[null]'); print('[\"Satu\"]', flush=True)"
        code = f"import os; {said}; os.abort()"
        return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)

    path = tmp_path / "in.parquet"
    path.write_bytes(b"PAR1" + b"\xff" * 40 + b"PAR1")
    with pytest.raises(NotThisFormatError, match="it is broken, or too large"):
        imported("parquet", path)
    monkeypatch.setattr(parquet_process, "launch", dies)
    (article,), (error,) = imported("parquet", path)
    assert article.text == "Satu"
    assert "from row 2 on: it is broken" in str(error)


# dkpro-cassis makes Python source of the names of features.
CODE = "x:__import__('pathlib').Path({!r}).touch()"


def test_names_in_a_type_system_are_never_run(tmp_path: Path) -> None:
    sprung = tmp_path / "sprung"
    name = CODE.format(str(sprung))
    path = exported("cas-json", tmp_path, emoji())
    said = json.loads((path / "emoji.json").read_text("utf-8"))
    types = said["%TYPES"]
    types["webanno.custom.ClaimPart"][name] = dict(types["webanno.custom.ClaimPart"]["label"])
    (path / "emoji.json").write_text(json.dumps(said), "utf-8")
    articles, (error,) = imported("cas-json", path)
    assert not sprung.exists()
    assert articles == []
    assert "is not a name of a type or feature" in str(error)


def test_names_in_an_xml_type_system_are_never_run(tmp_path: Path) -> None:
    sprung = tmp_path / "sprung"
    path = exported("cas-xmi", tmp_path, emoji())
    types = (path / "TypeSystem.xml").read_text("utf-8")
    assert "<name>label</name>" in types
    name = CODE.format(str(sprung))
    (path / "TypeSystem.xml").write_text(types.replace(">label<", f">{name}<"), "utf-8")
    articles, (error,) = imported("cas-xmi", path)
    assert not sprung.exists()
    assert articles == []
    assert "is not a name of a type or feature" in str(error)


@pytest.mark.parametrize("name", ["a-b", "class", "a b", "", "a.b", "ä", "x" * 5 + "\n"])
def test_what_is_no_name_in_a_type_system(tmp_path: Path, name: str) -> None:
    path = exported("cas-json", tmp_path, emoji())
    said = json.loads((path / "emoji.json").read_text("utf-8"))
    types = said["%TYPES"]
    types["webanno.custom.ClaimPart"][name] = dict(types["webanno.custom.ClaimPart"]["label"])
    (path / "emoji.json").write_text(json.dumps(said), "utf-8")
    articles, (error,) = imported("cas-json", path)
    assert articles == []
    assert "is not a name of a type or feature" in str(error)
