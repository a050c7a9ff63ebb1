"""JSON that people have every day: whatever its keys are called, and in whatever shape."""

import json
import os
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from dataset_files import taken

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError, NoTextColumnError
from annotator.formats import registry
from annotator.formats.importer import ImportSettings
from annotator.workflows.classify import classify

SHARED = Path(os.environ.get("ANNOTATOR_SHARED", "../shared"))
LONG = "🚨 Menteri Budi mengatakan harga beras turun. Ani membantah."


def write(path: Path, *lines: Any) -> Path:
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    return path


def articles(path: Path) -> list[Article]:
    found, errors = taken(path)
    assert errors == []
    return found


@pytest.mark.parametrize(
    "record",
    [
        {"text": LONG},
        {"id": 7, "text": LONG},
        {"headline": "Beras", "content": LONG},
        {"judul": "Beras", "isi": LONG, "tanggal": "2026-05-04"},
        {"title": "Beras", "maintext": LONG, "date_publish": "2026-05-04 10:00:00"},
        {"title": "Beras", "articleBody": LONG},
    ],
)
@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.txt"])
def test_a_record_is_an_article(tmp_path: Path, record: dict[str, Any], name: str) -> None:
    (article,) = articles(write(tmp_path / name, record))
    assert article.text == LONG
    if "title" in record or "headline" in record or "judul" in record:
        assert article.header.title == "Beras"


def test_an_answer_of_a_news_service(tmp_path: Path) -> None:
    one = {
        "source": {"id": None, "name": "Harian Uji"},
        "author": "Rina",
        "title": "Beras",
        "description": "Ringkas",
        "url": "https://uji.example/1",
        "publishedAt": "2026-05-04T10:00:00Z",
        "content": LONG,
    }
    path = write(tmp_path / "news.json", {"status": "ok", "totalResults": 1, "articles": [one]})
    (article,) = articles(path)
    header = article.header
    assert (header.outlet, header.author, header.title) == ("Harian Uji", "Rina", "Beras")
    assert (header.url, header.date) == ("https://uji.example/1", "2026-05-04T10:00:00Z")


def test_a_list_with_values_that_json_does_not_know(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(f'[{{"id": 1, "text": "{LONG}", "score": NaN}}]', "utf-8")
    assert [article.text for article in articles(tmp_path / "a.json")] == [LONG]


def test_half_a_surrogate_pair_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [f'{{"id": 2, "text": "{LONG}"}}', f'{{"id": 1, "text": "{LONG}", "\\ud800": 1}}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    importer = classify(tmp_path / "a.jsonl").importer
    first, second = importer.articles(tmp_path / "a.jsonl", ImportSettings())
    assert isinstance(first, Article)
    assert first.text == LONG
    assert isinstance(second, AnnotatorError)
    assert "line 2" in str(second)


def test_records_without_a_text_are_asked_about(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"menu": 1}, {"menu": 2})
    assert classify(path).what == "table"
    with pytest.raises(NoTextColumnError, match="menu"):
        taken(path)


@pytest.mark.parametrize("end", [14, 15])
def test_the_unit_of_doccano_is_found_by_the_words(tmp_path: Path, end: int) -> None:
    """`end` 14 counts code points, 15 counts UTF-16 units."""
    more = end - 14
    label = [[2 + more, end, "PER"], [26 + more, 43 + more, "Claim"]]
    path = write(tmp_path / "a.jsonl", {"id": 1, "text": LONG, "label": label})
    (article,) = articles(path)
    assert [article.slice(entity) for entity in article.entities] == ["Menteri Budi"]
    assert [article.content_text(claim) for claim in article.claims] == ["harga beras turun"]


def test_graphemes_are_found_out_too(tmp_path: Path) -> None:
    text = "👩‍👩‍👧 Budi datang dari 👩‍👩‍👧 Bandung."
    label = [[2, 6, "PER"], [21, 28, "GPE"]]
    (article,) = articles(write(tmp_path / "a.jsonl", {"text": text, "label": label}))
    assert [article.slice(entity) for entity in article.entities] == ["Budi", "Bandung"]


ENTITIES = {"entities": [[2, 14, "PER"], [26, 43, "Claim"]]}
OBJECTS = [
    {"start": 2, "end": 14, "label": "PER"},
    {"start": 26, "end": 43, "label": "Claim"},
]


@pytest.mark.parametrize(
    "whole",
    [
        {"text": LONG, **ENTITIES},
        [[LONG, ENTITIES]],
        {"classes": ["PER"], "annotations": [[LONG, ENTITIES]]},
        [{"text": LONG, "spans": OBJECTS}],
    ],
)
def test_training_examples_of_spacy(tmp_path: Path, whole: Any) -> None:
    path = write(tmp_path / "a.json", whole)
    (article,) = articles(path)
    assert article.text == LONG
    assert [article.slice(entity) for entity in article.entities] == ["Menteri Budi"]
    assert [article.content_text(claim) for claim in article.claims] == ["harga beras turun"]


def test_a_blank_at_the_end_of_a_mark_is_cut_off(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"data": "James is cool.", "label": [[0, 6, "PER"]]})
    (article,) = articles(path)
    assert [article.slice(entity) for entity in article.entities] == ["James"]


@pytest.mark.parametrize(
    "name",
    [
        "field/F05-intid.jsonl", "field/F05-j-noid-title.jsonl", "field/F05-j-meta.jsonl",
        "field/F05-j-content-id.jsonl", "field/F05-j-csvjson.json", "field/F05-onlytext.json",
        "field/F05-nan.jsonl", "formats/cases/textonly.jsonl", "formats/cases/ents.jsonl",
        "formats/cases/codepoints.jsonl",
    ],
)  # fmt: skip
def test_files_from_the_field(name: str) -> None:
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"{path} is not here")
    found = articles(path)
    assert found
    for entity, article in ((e, a) for a in found for e in a.entities):
        assert article.slice(entity) == "Menteri Budi"


def test_prose_that_begins_with_a_bracket_stays_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("[JAKARTA] Menteri datang.\n", "utf-8")
    assert registry.recognise(tmp_path / "a.txt").name == "text"


def tokens_file(path: Path, *, named: bool) -> None:
    """Write tokens with numbered tags as `datasets` does, with or without their names."""
    core, io = pytest.importorskip("arro3.core"), pytest.importorskip("arro3.io")
    item = core.DataType
    fields = [
        core.Field("id", item.utf8(), nullable=True),
        core.Field("tokens", item.list(core.Field("item", item.utf8())), nullable=True),
        core.Field("ner_tags", item.list(core.Field("item", item.int64())), nullable=True),
    ]
    names = {"names": ["O", "B-PER", "I-PER"], "_type": "ClassLabel"}
    features = {"ner_tags": {"feature": names, "_type": "List"}}
    metadata = {"huggingface": json.dumps({"info": {"features": features}})} if named else {}
    rows = {"id": "7", "tokens": ["Budi", "Santoso", "datang", "."], "ner_tags": [1, 2, 0, 0]}
    raw = BytesIO(json.dumps(rows).encode() + b"\n")
    target = BytesIO()
    io.write_parquet(io.read_json(raw, core.Schema(fields, metadata=metadata)), target)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(target.getvalue())


def test_tokens_and_tags_of_hugging_face(tmp_path: Path) -> None:
    tokens_file(tmp_path / "data" / "train-00000-of-00001.parquet", named=True)
    for path in (tmp_path, tmp_path / "data" / "train-00000-of-00001.parquet"):
        (article,) = articles(path)
        assert article.text == "Budi Santoso datang."
        assert [(e.label, article.slice(e)) for e in article.entities] == [("PER", "Budi Santoso")]


def test_tags_without_names_are_counted(tmp_path: Path) -> None:
    tokens_file(tmp_path / "a.parquet", named=False)
    (article,), (error,) = taken(tmp_path / "a.parquet")
    assert article.entities == ()
    assert "does not say what the numbers stand for" in str(error)


def test_tokens_and_tags_in_json(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"tokens": ["Ani", "pergi"], "ner_tags": ["B-PER", "O"]})
    (article,) = articles(path)
    assert [(e.label, article.slice(e)) for e in article.entities] == [("PER", "Ani")]
