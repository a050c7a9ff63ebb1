"""Files as other tools write them: what a person decided there, and what was only guessed."""

import csv
import json
import zipfile
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from dataset_files import SCHEME, SETTING, taken
from hard_articles import emoji
from msgspec.structs import replace
from spacy.language import Language

from annotator.core.article import Article
from annotator.core.errors import (
    AnnotatorError,
    LeftOutError,
    NoSuchColumnError,
    NoTextColumnError,
    UnknownFileError,
    UnknownFormatError,
)
from annotator.core.spans import Span
from annotator.formats import registry
from annotator.formats.importer import Importer, ImportSettings
from annotator.workflows import export_articles

TEXT = "🌋 “Kawah masih aktif,” kata Rina Wulan, kepala pos. Warga diminta menjauh."
CONTENT, CUE, SOURCE = "“Kawah masih aktif,”", "kata", "Rina Wulan"


def place(words: str, units: bool = False) -> tuple[int, int]:
    """Return where words stand, in code points or in UTF-16 units."""
    start = TEXT.index(words)
    before = len(TEXT[:start].encode("utf-16-le")) // 2 if units else start
    return before, before + len(words)


def write(path: Path, said: object, *more: object) -> Path:
    lines = [one if isinstance(one, str) else json.dumps(one) for one in (said, *more)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def spans(*, units: bool = False) -> list[dict[str, Any]]:
    return [
        {"start": place(words, units)[0], "end": place(words, units)[1], "label": label}
        for words, label in ((CONTENT, "CLAIM"), (CUE, "CUE"), (SOURCE, "SOURCE"))
    ]


def test_what_prodigy_accepted_is_a_label_and_the_rest_suggestions(tmp_path: Path) -> None:
    marked = [{**span, "token_start": n, "token_end": n} for n, span in enumerate(spans())]
    marked[0]["status"] = "sourced"
    task = {"text": TEXT, "spans": marked, "meta": {"outlet": "Kabar Gunung", "batch": 4}}
    tied = {"head": 2, "child": 0, "label": "SAYS"}
    path = write(
        tmp_path / "tasks.jsonl",
        {**task, "answer": "accept", "relations": [tied], "_annotator_id": "rina"},
        task,
        {**task, "answer": "reject"},
    )
    (accepted, guessed, rejected), errors = taken(path)
    (claim,) = accepted.claims
    assert accepted.header.outlet == "Kabar Gunung"
    assert accepted.extra == {"prodigy": {"batch": 4}}
    assert accepted.content_text(claim) == CONTENT
    assert claim.source is not None
    assert accepted.slice(claim.source) == SOURCE
    assert (claim.label, claim.decided, claim.decision) == ("sourced", True, None)
    assert claim.origin.by == "prodigy, tasks.jsonl, rina"
    # The cue is tied to nothing, though there are ties, so that it is kept as it is.
    assert [entity.label for entity in accepted.entities] == ["CUE"]
    (claim,) = guessed.claims
    assert (claim.label, claim.decided) == (None, False)
    assert claim.suggestion is not None
    assert claim.suggestion.label == "sourced"
    assert [guessed.slice(cue) for cue in claim.cue] == [CUE]
    assert rejected.claims == ()
    assert [str(error) for error in errors] == [
        f"{path}: 3 marks left out (first in line 3), since a person rejected or ignored their "
        "task. The articles themselves are read."
    ]


def test_doccano_counts_in_utf16_units(tmp_path: Path) -> None:
    given = [[s["start"], s["end"], s["label"]] for s in spans(units=True)]
    path = write(
        tmp_path / "export.jsonl",
        {"id": 7, "text": TEXT, "label": given, "Comments": ["cek lagi"], "author": "Sari"},
        {"id": 8, "data": TEXT, "labels": ["berita"]},
    )
    (article, whole), errors = taken(path)
    assert article.id == "export-7"
    assert article.header.author == "Sari"
    assert article.extra == {"doccano": {"Comments": ["cek lagi"]}}
    assert [article.content_text(claim) for claim in article.claims] == [CONTENT]
    assert whole.claims == ()
    assert isinstance(errors[0], LeftOutError)


def test_label_studio_counts_as_its_own_texts_say(tmp_path: Path) -> None:
    def result(id_: str, span: dict[str, Any]) -> dict[str, Any]:
        value = {"start": str(span["start"]), "end": span["end"], "labels": [span["label"]]}
        return {"id": id_, "type": "labels", "value": value | {"text": span["text"]}}

    words = (CONTENT, CUE, SOURCE)
    for units in (False, True):
        marked = [
            result(f"r{number}", span | {"text": said})
            for number, (span, said) in enumerate(zip(spans(units=units), words, strict=True))
        ]
        choice = {"id": "r0", "type": "choices", "value": {"choices": ["speculative"]}}
        tie = {"type": "relation", "from_id": "r0", "to_id": "r2", "direction": "left"}
        work = {"result": [*marked, choice, tie], "completed_by": {"email": "b@x.example"}}
        data = {"text": TEXT, "date": "2026-05-04"}
        cancelled = {"result": [], "was_cancelled": True}
        path = write(
            tmp_path / f"{units}.json",
            [
                {"id": 1, "data": data, "annotations": [work, cancelled]},
                {"id": 2, "data": data, "predictions": [work]},
            ],
        )
        (done, guessed), errors = taken(path)
        assert errors == []
        assert done.header.date == "2026-05-04"
        assert done.content_text(done.claims[0]) == CONTENT
        assert done.claims[0].source == Span(*place(SOURCE))
        assert done.claims[0].label == "speculative"
        assert done.claims[0].origin.by == f"label-studio, {units}.json, b@x.example"
        assert guessed.claims[0].label is None
        assert guessed.claims[0].suggestion is not None


def test_label_studio_in_few_words(tmp_path: Path) -> None:
    marked = [{**span, "labels": [span.pop("label")]} for span in spans()]
    task = {"id": 5, "text": TEXT, "span": marked, "annotator": 2, "rubric": "Sains"}
    said = [task | {"annotation_id": 9, "lead_time": 4.5, "created_at": "2026-05-04T00:00:00Z"}]
    path = write(tmp_path / "min.json", said)
    assert registry.recognise(path).name == "label-studio"
    (article,), errors = taken(path)
    assert errors == []
    assert article.id == "min-5"
    assert [article.content_text(claim) for claim in article.claims] == [CONTENT]
    assert article.claims[0].origin.by == "label-studio, min.json, 2"
    assert article.extra == {"label-studio": {"rubric": "Sains"}}


def test_brat_events_pieces_and_line_ends(tmp_path: Path) -> None:
    text = "Harga beras,\r\nkata Budi, turun.\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    (tmp_path / "b.txt").write_bytes(b"Tanpa tanda.")
    (tmp_path / "a.ann").write_text(
        "T1\tClaim 0 11;25 30\tHarga beras turun\n"
        "T2\tCue 14 18\tkata\n"
        "T3\tSource 19 23\tBudi\n"
        "T4\tPerson 19 23\tBudi\n"
        "E1\tAttribution:T2 Content:T1 Source:T3\n"
        "A1\tStatus E1 official\n"
        "A2\tNegation T1\n"
        "A3\tMood T1 sad\n"
        "#1\tAnnotatorNotes T1\tcek ke BPS\n"
        "*\tEquiv T3 T4\n",
        "utf-8",
    )
    (article, bare), errors = taken(tmp_path)
    assert article.text == "Harga beras,\nkata Budi, turun.\n"
    assert bare.text == "Tanpa tanda."
    (claim,) = article.claims
    assert article.content_text(claim) == "Harga beras … turun"
    assert claim.source is not None
    assert article.slice(claim.source) == "Budi"
    assert [article.slice(cue) for cue in claim.cue] == ["kata"]
    assert (claim.polarity, claim.note) == ("neg", "cek ke BPS")
    assert claim.suggestion is not None
    assert claim.suggestion.label == "official"
    assert [(article.slice(e), e.label) for e in article.entities] == [("Budi", "Person")]
    assert sorted(str(error.values["what"]) for error in errors) == [
        "attributes",
        "lines of the kind '*'",
    ]


def test_web_annotations_of_others_are_found_by_their_quotes(tmp_path: Path) -> None:
    (tmp_path / "kawah.txt").write_text(TEXT, "utf-8")

    def annotation(tag: str, selector: dict[str, Any], **more: Any) -> dict[str, Any]:
        target = {"source": "kawah.txt", "selector": selector}
        body = [{"type": "TextualBody", "purpose": "tagging", "value": tag}]
        return {"type": "Annotation", "body": body, "target": target, **more}

    quote = {"type": "TextQuoteSelector", "exact": CONTENT, "suffix": " kata"}
    path = write(
        tmp_path / "list.json",
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "AnnotationPage",
            "items": [
                annotation("claim", quote),
                annotation("PER", {"type": "TextPositionSelector", "start": 28, "end": 38}),
            ],
        },
    )
    assert registry.recognise(path).name == "web-annotation"
    (article,), errors = taken(path)
    assert errors == []
    assert [article.content_text(claim) for claim in article.claims] == [CONTENT]
    assert [article.slice(entity) for entity in article.entities] == [SOURCE]


@pytest.mark.parametrize("pieces", [1, 3])
def test_a_docbin_of_spacy_itself(tmp_path: Path, pieces: int, indonesian_blank: Language) -> None:
    from spacy.tokens import Doc, DocBin, SpanGroup

    if not Doc.has_extension("outlet_of"):
        Doc.set_extension("outlet_of", default=None)
    store = DocBin(store_user_data=True, attrs=["ENT_IOB", "ENT_TYPE", "LEMMA"])
    for number in range(pieces):
        doc = indonesian_blank(TEXT)
        doc._.outlet_of = f"harian {number}"
        doc.user_data["title"] = "Kawah"
        name = doc.char_span(*place(SOURCE), label="PERSON")
        content = doc.char_span(*place(CONTENT), label="CLAIM")
        assert name is not None
        assert content is not None
        doc.set_ents([name])
        doc.spans["sc"] = SpanGroup(doc, name="other", spans=[content])
        store.add(doc)
    store.to_disk(tmp_path / "x.spacy")
    articles, errors = taken(tmp_path / "x.spacy")
    assert errors == []
    assert [article.text for article in articles] == [TEXT] * pieces
    for number, article in enumerate(articles):
        assert article.header.title == "Kawah"
        assert article.extra == {"docbin": {"outlet_of": f"harian {number}"}}
        assert [(article.slice(e), e.label) for e in article.entities] == [(SOURCE, "PERSON")]
        assert [article.content_text(claim) for claim in article.claims] == [CONTENT]


def test_a_zip_of_inception(tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis")
    types = cassis.TypeSystem()
    claim = types.create_type("custom.Statement", supertypeName="uima.tcas.Annotation")
    types.create_feature(claim, "status", "uima.cas.String")
    entity = types.create_type(
        "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity",
        supertypeName="uima.tcas.Annotation",
    )
    types.create_feature(entity, "value", "uima.cas.String")
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string = TEXT
    cas.sofa_mime = "text/plain"
    start, end = place(CONTENT)
    cas.add(claim(begin=start, end=end, status="sourced"))
    cas.add(entity(begin=place(SOURCE)[0], end=place(SOURCE)[1], value="PER"))
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("../../kawah.xmi", cas.to_xmi())
        archive.writestr("TypeSystem.xml", types.to_xml())
    (article,), errors = taken(tmp_path / "export.zip")
    assert errors == []
    assert article.id == "kawah"
    assert [article.content_text(claim) for claim in article.claims] == [CONTENT]
    assert article.claims[0].suggestion is not None
    assert article.claims[0].suggestion.label == "sourced"
    assert [(article.slice(e), e.label) for e in article.entities] == [(SOURCE, "PER")]


def test_conll_of_other_tools(tmp_path: Path) -> None:
    lines = [
        '" B-STATEMENT', "Kawah I-STATEMENT", "aktif I-STATEMENT", '" I-STATEMENT', ", O",
        "kata B-CUE", "Rina B-PERSON", "Wulan I-PERSON", "( O", "41 O", ") O", ". O",
    ]  # fmt: skip
    path = write(tmp_path / "pfsa.conll", *lines, "", "Warga -X- _ B-PER", "pergi -X- _ O")
    (article,), errors = taken(path)
    assert errors == []
    assert article.text == '"Kawah aktif", kata Rina Wulan (41).\nWarga pergi'
    assert [article.content_text(claim) for claim in article.claims] == ['"Kawah aktif"']
    assert [article.slice(cue) for cue in article.claims[0].cue] == ["kata"]
    assert [article.slice(e) for e in article.entities] == ["Rina Wulan", "Warga"]


# Tables


def table(path: Path, *rows: list[str], delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(rows)
    return path


@pytest.mark.parametrize(
    ("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t"), ("a.csv", "|")]
)
def test_a_table_is_read_by_what_its_columns_are_called(
    tmp_path: Path, name: str, delimiter: str
) -> None:
    path = table(
        tmp_path / name,
        ["ID", "Judul", "Penulis", "Publisher", "Tanggal", "Link", "Bahasa", "Isi", "Rubrik",
         "machine_translated"],
        ["b1", "Kawah", "Sari", "Harian", "2026-05-04", "https://x.example/1", "Indonesian",
         "Baris satu,\r\nbaris; dua\n", "Sains", "yes"],
        ["b2", "", "", "", "", "", "", "Berita | kedua.", "", ""],
        delimiter=delimiter,
    )  # fmt: skip
    (first, second), errors = taken(path, replace(SETTING, lang="en"))
    assert errors == []
    assert (first.id, first.text) == ("b1", "Baris satu,\nbaris; dua\n")
    header = first.header
    assert (header.title, header.author, header.outlet) == ("Kawah", "Sari", "Harian")
    assert (header.date, header.url, header.lang) == ("2026-05-04", "https://x.example/1", "id")
    assert header.machine_translated is True
    assert first.extra == {"csv": {"Rubrik": "Sains"}}
    assert (second.header.title, second.header.lang) == ("Berita | kedua.", "en")
    assert second.extra == {}


def test_a_person_says_which_column_is_which(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", ["x", "y"], ["Berita satu.", "Koran"])
    with pytest.raises(NoTextColumnError, match="Its columns are: x, y"):
        taken(path)
    with pytest.raises(NoSuchColumnError, match="'z'"):
        taken(path, ImportSettings(columns={"text": "z"}))
    (article,), _ = taken(path, ImportSettings(columns={"text": "x", "outlet": "y"}))
    assert (article.text, article.header.outlet) == ("Berita satu.", "Koran")


def test_a_table_may_hold_marks(tmp_path: Path) -> None:
    claim = {
        "id": "c1",
        "content": [list(place(CONTENT))],
        "label": "sourced",
        "decision": {"by": "x", "at": "2026-01-01T00:00:00Z", "assist": "none"},
    }
    path = table(tmp_path / "a.csv", ["text", "claims"], [TEXT, json.dumps([claim])])
    (article,), errors = taken(path)
    assert errors == []
    (found,) = article.claims
    assert article.content_text(found) == CONTENT
    assert (found.label, found.decision, found.origin.kind) == (None, None, "import")
    assert found.suggestion is not None
    assert found.suggestion.label == "sourced"


def test_a_parquet_table(tmp_path: Path) -> None:
    io = pytest.importorskip("arro3.io")
    from io import BytesIO

    rows = [{"text": f"Berita {n}.", "outlet": "Koran", "page": n} for n in range(300)]
    raw = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    schema = io.infer_json_schema(BytesIO(raw))
    io.write_parquet(io.read_json(BytesIO(raw), schema), tmp_path / "a.parquet")
    articles, errors = taken(tmp_path / "a.parquet")
    assert errors == []
    assert [article.text for article in articles] == [row["text"] for row in rows]
    assert articles[7].header.outlet == "Koran"
    assert articles[7].extra == {"parquet": {"page": 7}}


# Finding the importer


def test_every_format_of_the_list_is_there() -> None:
    for name in registry.IMPORTERS:
        found = registry.importer(name)
        assert isinstance(found, Importer)
        assert found.name == name
        assert found.title


class Quotes(Importer):
    """A format of another package: a quote a line."""

    name = "quotes"
    title = "Quotes"
    suffixes = (".quotes",)
    many = True

    def articles(self, path: Path, setting: ImportSettings) -> Iterator[Article | AnnotatorError]:
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            yield Article.of(f"q{number}", line)


def test_another_package_can_add_a_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        name: EntryPoint(name, where, registry.IMPORTER_GROUP)
        for name, where in (("quotes", f"{__name__}:Quotes"), ("odd", "json:dumps"))
    }
    # What is installed is asked once in a process.
    monkeypatch.setattr(registry, "_plug_ins", lambda group: given)
    (tmp_path / "a.quotes").write_text("Satu.\nDua.\n", "utf-8")
    with pytest.raises(UnknownFormatError):
        registry.importer("odd")
    del given["odd"]
    articles, _ = taken(tmp_path / "a.quotes")
    assert [article.text for article in articles] == ["Satu.", "Dua."]


def test_what_is_no_dataset_is_told(tmp_path: Path) -> None:
    for name, said in (("a.json", '{"menu": 1}'), ("b.jsonl", "no"), ("c.zip", "PK\x03\x04")):
        (tmp_path / name).write_text(said, "utf-8")
        with pytest.raises(UnknownFileError, match=name):
            registry.recognise(tmp_path / name)
    (tmp_path / "d.md5").write_text("Berita", "utf-8")
    assert registry.recognise(tmp_path / "d.md5").name == "text"
    with pytest.raises(UnknownFileError):
        registry.recognise(tmp_path)


def test_a_folder_of_articles_is_no_dataset_for_one_file_in_it(tmp_path: Path) -> None:
    for name in ("model.spacy", "a.conll", "a.xmi", "a.jsonld", "a.json"):
        (tmp_path / name).write_text("{}", "utf-8")
    (tmp_path / "berita.txt").write_text(TEXT, "utf-8")
    with pytest.raises(UnknownFileError):
        registry.recognise(tmp_path)


def test_a_workbook_keeps_what_its_cells_are(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["id", "judul", "isi", "tanggal", "kode"])
    book.active.append([7, "007", "Harga naik.\nKata Budi.", datetime(2026, 5, 4), "1E5"])
    book.create_sheet("lain").append(["x"])
    book.save(tmp_path / "a.xlsx")
    (article,), (left,) = taken(tmp_path / "a.xlsx")
    assert (article.id, article.header.title, article.header.date) == ("7", "007", "2026-05-04")
    assert article.text == "Harga naik.\nKata Budi."
    assert article.extra == {"xlsx": {"kode": "1E5"}}
    assert "further sheets" in str(left)


def test_text_stays_text_in_our_workbook(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    claim = replace(emoji().claims[0], note="=1+1", source_ref="007")
    export_articles.run(
        export_articles.ExportOrder("xlsx", tmp_path / "x.xlsx"),
        lambda: [replace(emoji(), id="1E5", claims=(claim,))],
        SCHEME,
    )
    names, row = openpyxl.load_workbook(tmp_path / "x.xlsx").active.iter_rows()
    cells = {name.value: cell for name, cell in zip(names, row, strict=True)}
    for column, said in (("article", "1E5"), ("note", "=1+1"), ("source_ref", "007")):
        assert (cells[column].value, cells[column].data_type) == (said, "s")
    assert cells["checkable"].value is True
    assert cells["seconds"].value == 4.5
