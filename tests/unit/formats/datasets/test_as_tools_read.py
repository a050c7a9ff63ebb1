"""Exports as the tools they are for read them: by their rules, not by our reader."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from exported import export
from hard_articles import PERSON, emoji, hard_articles, overlap, signs
from lxml import etree
from msgspec.structs import replace
from unfolded import docs

from annotator.core.article import Article
from annotator.core.spans import Claim, Evidence, Span, Verdict, Zone
from annotator.formats import registry
from annotator.formats.graph import Graph
from annotator.formats.importer import ImportSettings
from annotator.formats.selection import Choice

HERE = Path(__file__).parent


def marks(article: Article) -> list[tuple[str, str]]:
    """Return name and text of everything that is marked."""
    return sorted(
        (node.name, article.text[node.start : node.end]) for node in Graph.of(article).nodes
    )


def json_lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


# Offsets in UTF-16 units, as JavaScript and Java count


def test_doccano_finds_its_spans_by_utf_16(tmp_path: Path) -> None:
    export("doccano", tmp_path / "x.jsonl")
    for article, example in zip(hard_articles(), json_lines(tmp_path / "x.jsonl"), strict=True):
        units = example["text"].encode("utf-16-le")
        found = [
            (e["label"], units[2 * e["start_offset"] : 2 * e["end_offset"]].decode("utf-16-le"))
            for e in example["entities"]
        ]
        # A decided claim is called by its label.
        labels = {claim.label for claim in article.claims}
        named = [("CLAIM" if name in labels else name, text) for name, text in found]
        assert sorted(named) == marks(article)
        assert {name for name, _ in found} >= {label for label in labels if label}
        ids = {entity["id"] for entity in example["entities"]}
        assert all({r["from_id"], r["to_id"]} <= ids for r in example["relations"])
    assert (tmp_path / "x.jsonl").read_bytes().isascii()


def test_every_doccano_line_has_the_same_keys(tmp_path: Path) -> None:
    export("doccano", tmp_path / "x.jsonl")
    assert len({tuple(example) for example in json_lines(tmp_path / "x.jsonl")}) == 1


@pytest.mark.parametrize("format_", ["cas-xmi", "cas-json"])
def test_cassis_loads_every_cas(tmp_path: Path, format_: str) -> None:
    import cassis

    export(format_, tmp_path / "x")
    for article, path in zip(
        hard_articles(), sorted_by_article(tmp_path / "x", format_), strict=True
    ):
        with path.open("rb") as stream:
            if format_ == "cas-json":
                cas = cassis.load_cas_from_json(stream)
            else:
                types = cassis.load_typesystem(tmp_path / "x" / "TypeSystem.xml")
                cas = cassis.load_cas_from_xmi(stream, typesystem=types)
        assert cas.sofa_string == article.text
        parts = cas.select("webanno.custom.ClaimPart")
        names = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
        found = [(part.role.upper(), part.get_covered_text()) for part in parts]
        found += [(name.value, name.get_covered_text()) for name in names]
        assert sorted(found) == marks(article)
        links = cas.select("webanno.custom.ClaimLink")
        assert len(links) == len(Graph.of(article).links)
        assert all(link.Governor in parts and link.Dependent in parts for link in links)


def sorted_by_article(folder: Path, format_: str) -> list[Path]:
    suffix = format_.removeprefix("cas-")
    names = ["emoji", "overlap", "rtl", "signs_1_2", "bare"]
    return [folder / f"{name}.{suffix}" for name in names]


# Offsets in tokens


def test_prodigy_finds_its_spans_by_tokens_and_by_characters(tmp_path: Path) -> None:
    export("prodigy", tmp_path / "x.jsonl")
    tasks = json_lines(tmp_path / "x.jsonl")
    assert len({task["_input_hash"] for task in tasks}) == len(tasks)
    for task in tasks:
        text, tokens = task["text"], task["tokens"]
        for number, token in enumerate(tokens):
            assert token["id"] == number
            assert text[token["start"] : token["end"]] == token["text"]
            assert token["ws"] == (text[token["end"] : token["end"] + 1] == " ")
        for span in task["spans"]:
            assert tokens[span["token_start"]]["start"] == span["start"]
            assert tokens[span["token_end"]]["end"] == span["end"]
        for relation in task["relations"]:
            assert relation["head_span"]["token_end"] == relation["head"]
            assert relation["child_span"]["token_end"] == relation["child"]
    # What is half decided is two tasks; of the bare article there is only the open one.
    half, decided, bare_ = ["accept", None], ["accept"], [None]
    assert [task.get("answer") for task in tasks] == [*half, *half, *half, *decided, *bare_]


def test_spacy_reads_entities_spans_and_text(tmp_path: Path) -> None:
    export("docbin", tmp_path / "x")
    found = docs(tmp_path / "x" / "articles.spacy")
    assert [doc.text for doc in found] == [article.text for article in hard_articles()]
    emojis = found[0]
    assert [(e.label_, e.text) for e in emojis.ents] == [("PER", "Ani Sari"), ("CARDINAL", "5")]
    said = [span.text for span in emojis.spans["sc"] if span.label_ == "CLAIM"]
    assert said == ["“Jalan 🛣️ itu,”", "“belum dibuka.”", "stok beras aman", "warga tenang 🇮🇩"]
    assert [span.text for span in emojis.spans["zones"]] == ["Baca juga: 5 resep 🍚"]
    labelled = [(span.label_, span.text) for span in emojis.spans["labels"]]
    assert labelled == [
        ("official", "“Jalan 🛣️ itu,”"),
        ("official", "“belum dibuka.”"),
        ("sourced", "warga tenang 🇮🇩"),
    ]
    config = (tmp_path / "x" / "config.cfg").read_text("utf-8")
    assert 'spans_key = "labels"' in config
    assert "spans_labels_f = " in config


def test_docbin_is_split_for_training_and_development(tmp_path: Path) -> None:
    articles = [replace(Article.of(f"a{n}", f"Berita {n}."), source=None) for n in range(40)]
    export("docbin", tmp_path / "x", *articles, choice=Choice(claims="all", shares=(60, 20, 20)))
    config = (tmp_path / "x" / "config.cfg").read_text()
    assert 'train = "train.spacy"' in config
    assert 'dev = "dev.spacy"' in config
    assert sum(len(docs(path)) for path in (tmp_path / "x").glob("*.spacy")) == 40


def test_conll_has_as_many_blocks_as_articles_and_only_known_tags(tmp_path: Path) -> None:
    done = export("conll", tmp_path / "x")
    for path in (tmp_path / "x").glob("*.conll"):
        lines = path.read_text("utf-8").split("\n")
        assert lines.count("-DOCSTART- -X- O O") == 5
        before = "O"
        for line in lines:
            if "\t" not in line:
                before = "O"
                continue
            word, tag = line.split("\t")
            assert word.strip() == word != ""
            kind, _, _ = tag.partition("-")
            # IOB2: what goes on has begun.
            assert kind in ("O", "B") or (kind == "I" and before[1:] == tag[1:] and before != "O")
            before = tag
    assert {"overlapping marks", "marks over line ends"} <= {loss.what for loss in done.losses}


# Code points


def test_label_studio_regions_lie_where_they_say(tmp_path: Path) -> None:
    export("label-studio", tmp_path / "x")
    tasks = json.loads((tmp_path / "x" / "articles.json").read_text("utf-8"))
    config = etree.parse(tmp_path / "x" / "labelling-config.xml")
    labels = set(config.xpath("//Label/@value"))
    choices = set(config.xpath("//Choice/@value"))
    relations = set(config.xpath("//Relation/@value"))
    for article, task in zip(hard_articles(), tasks, strict=True):
        works = [*task.get("annotations", ()), *task.get("predictions", ())]
        results = [result for work in works for result in work["result"]]
        regions = {r["id"]: r for r in results if r["type"] == "labels"}.values()
        said = [r["value"] for r in regions]
        assert all(task["data"]["text"][v["start"] : v["end"]] == v["text"] for v in said)
        assert sorted((v["labels"][0], v["text"]) for v in said) == marks(article)
        assert {v["labels"][0] for v in said} <= labels
        for result in results:
            if result["type"] == "choices":
                assert set(result["value"]["choices"]) <= choices
                assert result["id"] in {region["id"] for region in regions}
            if result["type"] == "relation":
                assert set(result["labels"]) <= relations
                assert {result["from_id"], result["to_id"]} <= {r["id"] for r in regions}


def test_what_no_person_decided_is_a_prediction_for_label_studio(tmp_path: Path) -> None:
    machine = replace(overlap(), claims=overlap().claims[4:5])
    export("label-studio", tmp_path / "x", machine, emoji())
    by_machine, by_person = json.loads((tmp_path / "x" / "articles.json").read_text("utf-8"))
    assert by_machine["predictions"][0]["model_version"] == "annotator 0.1 · rules"
    assert "annotations" not in by_machine
    assert by_person["annotations"][0]["lead_time"] == 4.5


def test_brat_text_column_is_what_the_offsets_cut_out(tmp_path: Path) -> None:
    export("brat", tmp_path / "x")
    for path in (tmp_path / "x").glob("*.ann"):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        assert "\r" not in text
        ids = set()
        for line in path.read_text("utf-8").splitlines():
            id_, _, rest = line.partition("\t")
            assert id_ not in ids
            ids.add(id_)
            if id_.startswith("T"):
                where, said = rest.split("\t", 1)
                pieces = [piece.split() for piece in where.split(" ", 1)[1].split(";")]
                cut = " ".join(text[int(start) : int(end)] for start, end in pieces)
                assert cut.replace("\n", " ") == said
    config = (tmp_path / "x" / "annotation.conf").read_text("utf-8")
    for section in ("[entities]", "[relations]", "[events]", "[attributes]"):
        assert section in config


def test_configurations_name_every_value_that_is_written(tmp_path: Path) -> None:
    odd = replace(overlap().claims[0], label="rumour", source_type="oracle")
    own = replace(overlap(), claims=(odd,), zones=(Zone("z1", 0, 7, "bio"),))
    export("brat", tmp_path / "brat", own)
    config = (tmp_path / "brat" / "annotation.conf").read_text("utf-8")
    values = {
        line.split("\t")[0]: line.split("Value:")[1].split("|")
        for line in config.splitlines()
        if "Value:" in line
    }
    for line in (tmp_path / "brat" / "overlap.ann").read_text("utf-8").splitlines():
        if line.startswith("A"):
            type_, _, value = line.split("\t")[1].split(" ")
            assert value in values[type_]
    export("label-studio", tmp_path / "ls", own)
    choices = etree.parse(tmp_path / "ls" / "labelling-config.xml").xpath("//Choice/@value")
    assert choices == ["official", "sourced", "speculative", "rumour"]


def test_citron_quotes_have_one_cue_and_true_offsets(tmp_path: Path) -> None:
    export("citron", tmp_path / "x")
    for path in (tmp_path / "x").glob("*.json"):
        whole = json.loads(path.read_text("utf-8"))
        for quote in whole["quotes"]:
            for part in (quote["cue"], *quote["sources"], *quote["contents"]):
                assert whole["text"][part["start"] : part["end"]] == part["text"] != ""


# Linked data

# What of http://www.w3.org/ns/anno.jsonld these files use, written down here since a test
# may not go online.
OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
XSD = "http://www.w3.org/2001/XMLSchema#"
CONTEXT: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    **{
        name: OA + name
        for name in (
            "Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector",
            "TextPositionSelector", "TimeState", "exact", "prefix", "suffix", "tagging",
            "classifying", "commenting", "describing", "identifying", "linking", "moderating",
        )
    },
    **{
        name: {"@id": OA + term, "@type": "@id"}
        for name, term in {
            "body": "hasBody", "target": "hasTarget", "source": "hasSource",
            "selector": "hasSelector", "state": "hasState", "cached": "cachedSource",
        }.items()
    },
    "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": OA + "hasPurpose", "@type": "@vocab"},
    **{name: {"@id": OA + name, "@type": XSD + "nonNegativeInteger"} for name in ("start", "end")},
    "AnnotationCollection": AS + "OrderedCollection",
    "AnnotationPage": AS + "OrderedCollectionPage",
    "first": {"@id": AS + "first", "@type": "@id"},
    "partOf": {"@id": AS + "partOf", "@type": "@id"},
    "items": {"@id": AS + "items", "@type": "@id", "@container": "@list"},
    "total": {"@id": AS + "totalItems", "@type": XSD + "nonNegativeInteger"},
    "startIndex": {"@id": AS + "startIndex", "@type": XSD + "nonNegativeInteger"},
    "Software": AS + "Application",
    "generator": {"@id": AS + "generator", "@type": "@id"},
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "name": "http://xmlns.com/foaf/0.1/name",
    "nickname": "http://xmlns.com/foaf/0.1/nick",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "creator": {"@id": "http://purl.org/dc/terms/creator", "@type": "@id"},
    "created": {"@id": "http://purl.org/dc/terms/created", "@type": XSD + "dateTime"},
    "generated": {"@id": "http://purl.org/dc/terms/issued", "@type": XSD + "dateTime"},
}  # fmt: skip


def local(url: str, options: Any) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


def test_a_json_ld_processor_expands_the_annotations(tmp_path: Path) -> None:
    jsonld = pytest.importorskip("pyld.jsonld")
    export("web-annotation", tmp_path / "x")
    whole = json.loads((tmp_path / "x" / "annotations.jsonld").read_text("utf-8"))
    options = {"documentLoader": local, "base": "https://newsroom.example/x/annotations.jsonld"}
    (collection,) = jsonld.expand(whole, options)
    (page,) = collection[AS + "first"]
    (items,) = page[AS + "items"]
    assert collection[AS + "totalItems"][0]["@value"] == len(items["@list"])
    # A key that the context does not know would be dropped without a word.
    keys = {key for item in items["@list"] for key in item}
    assert keys == {
        "@id", "@type", OA + "motivatedBy", OA + "hasBody", OA + "hasTarget",
        AS + "generator", "http://purl.org/dc/terms/creator",
        "http://purl.org/dc/terms/created", "http://purl.org/dc/terms/issued",
    }  # fmt: skip
    assert unknown_keys(whole) == set()
    texts = {path.name: path.read_bytes().decode() for path in (tmp_path / "x").rglob("*.txt")}
    said = sorted(selected(items["@list"], texts))
    assert said == sorted(text for article in hard_articles() for _, text in marks(article))
    triples = jsonld.to_rdf(whole, {**options, "format": "application/n-quads"})
    assert "oa#TextPositionSelector" in triples


def unknown_keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return {key for each in value for key in unknown_keys(each)}
    if not isinstance(value, dict):
        return set()
    here = set(value) - set(CONTEXT) - {"@context"}
    return here.union(*(unknown_keys(each) for each in value.values()))


def selected(items: list[Any], texts: dict[str, str]) -> Iterator[str]:
    for item in items:
        for target in item[OA + "hasTarget"]:
            (state,) = target[OA + "hasState"]
            text = texts[state[OA + "cachedSource"][0]["@id"].rpartition("/")[2]]
            for selector in target.get(OA + "hasSelector", ()):
                if OA + "start" in selector:
                    start, end = (selector[OA + key][0]["@value"] for key in ("start", "end"))
                    assert (type(start), type(end)) == (int, int)
                    yield text[start:end]


def test_only_a_verdict_makes_a_review(tmp_path: Path) -> None:
    verdict = Verdict("Benar", value=5, best=5, worst=1, url="https://x.test/1")
    claims = emoji().claims
    judged = replace(
        emoji(),
        claims=(
            replace(claims[0], verdict=verdict),
            replace(claims[1], verdict=Verdict("Salah")),
            replace(claims[2], verdict=Verdict(by="desk")),
        ),
    )
    done = export("claimreview", tmp_path / "x.jsonld", judged)
    first, second, third = json.loads((tmp_path / "x.jsonld").read_text("utf-8"))["@graph"]
    assert (first["@type"], second["@type"], third["@type"]) == (
        "ClaimReview", "ClaimReview", "Claim",
    )  # fmt: skip
    assert first["reviewRating"] == {
        "@type": "Rating", "alternateName": "Benar", "ratingValue": 5, "bestRating": 5,
        "worstRating": 1,
    }  # fmt: skip
    assert first["claimReviewed"] == first["itemReviewed"]["text"]
    assert first["itemReviewed"]["author"]["name"] == "Kepala Dinas Ani Sari"
    lost = {loss.what: loss.count for loss in done.losses}
    assert (lost["reviews"], lost["verdicts"]) == (1, 1)


def test_a_json_ld_processor_finds_claims_and_who_made_them(tmp_path: Path) -> None:
    jsonld = pytest.importorskip("pyld.jsonld")
    export("claimreview", tmp_path / "x.jsonld")

    def schema_org(url: str, options: Any) -> dict[str, Any]:
        assert url == "https://schema.org"
        # What schema.org's own context comes to for plain names.
        context = {"@vocab": "https://schema.org/"}
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": context}}

    whole = json.loads((tmp_path / "x.jsonld").read_text("utf-8"))
    found = jsonld.expand(whole, {"documentLoader": schema_org})
    assert len(found) == sum(len(article.claims) for article in hard_articles())
    assert {type_ for node in found for type_ in node["@type"]} == {"https://schema.org/Claim"}
    (author,) = found[0]["https://schema.org/author"]
    assert author["https://schema.org/name"] == [{"@value": "Kepala Dinas Ani Sari"}]
    assert author["@type"] == ["https://schema.org/Person"]


# Reports


class Page(HTMLParser):
    """What a browser makes of a page: the text of each article, and what could harm."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.texts: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.links += [given["href"] or ""] if "href" in given else []
        assert not any(name.startswith("on") for name in given)
        if tag == "meta":
            return
        self._inside.append("number" if "number" in (given.get("class") or "") else tag)
        if given.get("class") == "text":
            self._inside[-1] = "text"
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag != "meta":
            self._inside.pop()
        if tag == "p" and "text" in self._inside:
            self.texts[-1] += "\n"

    def handle_data(self, data: str) -> None:
        in_text = "text" in self._inside and "p" in self._inside
        if in_text and "number" not in self._inside:
            self.texts[-1] += data


def page(path: Path) -> Page:
    read = Page()
    read.feed(path.read_text("utf-8"))
    read.close()
    return read


def test_a_browser_reads_the_very_text_and_nothing_that_runs(tmp_path: Path) -> None:
    links = ("javascript:alert(1)", " https://a.test", "data:text/html,x", "HTTPS://ok.test/?a&b")
    evidence = tuple(Evidence(link, "<script>alert(2)</script>") for link in links)
    nasty = replace(
        signs(),
        claims=(replace(signs().claims[0], evidence=evidence, source_ref='"><img src=x>'),),
        header=replace(signs().header, title="</title><script>x</script>", lang='x" onload="y'),
    )
    export("html", tmp_path / "x.html", emoji(), overlap(), nasty)
    read = page(tmp_path / "x.html")
    assert read.texts == [a.text + "\n" for a in (emoji(), overlap(), nasty)]
    assert read.tags.isdisjoint({"script", "img", "iframe", "object", "link", "form"})
    outside = [link for link in read.links if not link.startswith("#")]
    assert outside == [
        "https://uji.example/kabar?a=1&b=2", "https://dinas.example/jalan", "HTTPS://ok.test/?a&b",
    ]  # fmt: skip
    assert "default-src 'none'" in (tmp_path / "x.html").read_text("utf-8")


def test_a_report_has_legend_numbers_and_claims(tmp_path: Path) -> None:
    export("html", tmp_path / "x.html", overlap())
    said = (tmp_path / "x.html").read_text("utf-8")
    assert "A state institution says it as a fact." in said
    assert ">◆3</a>" in said
    assert '<dt>Inside</dt><dd dir="auto">claim 1</dd>' in said
    assert "6 (1 official, 3 not tagged, 1 speculative, 1 sourced)" in said


def test_word_reads_the_text_and_the_looks(tmp_path: Path) -> None:
    import docx

    export("docx", tmp_path / "x.docx")
    document = docx.Document(str(tmp_path / "x.docx"))
    said = [
        "".join(r.text for r in p.runs if r.style.name != "ClaimNumber")
        for p in document.paragraphs
        if p.style and p.style.name == "ArticleText"
    ]
    assert "\n".join(said) == "\n".join(article.text for article in hard_articles())
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings[0] == "Kabar 👩‍👩‍👧 hari ini"
    runs = {r.text: r for p in document.paragraphs for r in p.runs}
    assert runs["Kepala Dinas Ani Sari"].underline
    assert runs["mengatakan"].italic
    assert 'w:fill="d3efe3"' in runs["warga tenang 🇮🇩"]._r.xml


def test_libreoffice_format_keeps_spaces_and_tabs(tmp_path: Path) -> None:
    import odfdo

    text = "  dua  spasi\tdan   tab  \n akhir \n"
    article = Article.of("spaces", text)
    export("odt", tmp_path / "x.odt", article, *hard_articles())
    body = odfdo.Document(str(tmp_path / "x.odt")).body
    lines = [p.inner_text for p in body.get_paragraphs() if p.style in ("text", "text_rtl")]
    assert lines[:3] == text.split("\n")
    headings = [heading.inner_text for heading in body.get_headers()]
    assert "Kabar 👩‍👩‍👧 hari ini" in headings
    with ZipFile(tmp_path / "x.odt") as packed:
        first = packed.infolist()[0]
        # How a file is known to be an ODT: by an uncompressed type at its very beginning.
        assert (first.filename, first.compress_type) == ("mimetype", 0)


# REFI-QDA and Hugging Face


def test_the_project_fits_the_schema_and_its_guids_exist(tmp_path: Path) -> None:
    """refi-qda.xsd says in our words what of the standard's schema a project here uses."""
    export("refi-qda", tmp_path / "x.qdpx")
    with ZipFile(tmp_path / "x.qdpx") as packed:
        project = etree.fromstring(packed.read("project.qde"))
        files = set(packed.namelist())
    schema = etree.XMLSchema(etree.parse(HERE / "refi-qda.xsd"))
    schema.assertValid(project)
    guids = project.xpath("//@guid")
    assert len(guids) == len(set(guids))
    references = project.xpath("//@targetGUID | //@originGUID | //@creatingUser")
    assert set(references) <= set(guids)
    q = {"q": "urn:QDA-XML:project:1.0"}
    names = [*project.xpath("//q:Code/@name", namespaces=q)]
    assert len(names) == len(set(names))
    for path in project.xpath("//q:TextSource/@plainTextPath", namespaces=q):
        assert path.replace("internal://", "sources/") in files


def test_the_card_is_yaml_and_says_what_is_in_it(tmp_path: Path) -> None:
    import srsly

    articles = (
        *hard_articles(),
        replace(emoji(), id="no", header=replace(emoji().header, lang="no")),
    )
    export(
        "huggingface",
        tmp_path / "cek: <b>fakta #1",
        *articles,
        choice=Choice(claims="all", shares=(50, 25, 25), seed=1),
        licence="CC-BY-4.0",
        agreement="κ = 0.81\n\n<script>x</script> | ya",
    )
    card = (tmp_path / "cek: <b>fakta #1" / "README.md").read_text("utf-8")
    _, front, body = card.split("---\n", 2)
    said = srsly.yaml_loads(front)
    assert said["pretty_name"] == "cek: <b>fakta #1"
    assert said["language"] == ["ar", "id", "no"]
    assert said["license"] == "cc-by-4.0"
    assert said["size_categories"] == ["n<1K"]
    files = {each["split"]: each["path"] for each in said["configs"][0]["data_files"]}
    assert set(files) == {"train", "validation", "test"}
    assert all((tmp_path / "cek: <b>fakta #1" / path).exists() for path in files.values())
    assert r"κ = 0.81 \<script\>x\</script\> \| ya" in body
    assert "machine-translated: 1 of 6 articles (17%)" in body
    assert "A state institution says it as a fact." in body
    assert "code points" in body
    assert "under their own names" in body


def test_the_card_says_that_sources_are_hidden(tmp_path: Path) -> None:
    export(
        "huggingface", tmp_path / "x", emoji(), choice=Choice(claims="all", hide_sources=True),
        key=tmp_path / "key.json", licence="Hanya untuk redaksi",
    )  # fmt: skip
    card = (tmp_path / "x" / "README.md").read_text("utf-8")
    assert "replaced by pseudonyms" in card
    assert 'license: other\nlicense_name: "Hanya untuk redaksi"' in card


def test_ids_are_safe_for_tools_and_links_follow() -> None:
    from annotator.formats.exporter import safe_ids

    odd = replace(emoji(), claims=(replace(emoji().claims[0], id="c 4/…"),))
    graph = safe_ids(Graph.of(odd))
    ids = {node.id for node in graph.nodes}
    assert all(id_.replace("_", "").replace("-", "").isalnum() for id_ in ids)
    assert all({link.head, link.child} <= ids for link in graph.links)


def test_brat_marks_cross_no_line_end(tmp_path: Path) -> None:
    """brat's own reader refuses a mark whose text holds a line end, as str.splitlines sees them."""
    text = "Menteri mengatakan harga akan\nturun\u0085pekan depan."
    claim = Claim("c1", (Span(19, len(text) - 1),), label="Belum: diperiksa", origin=PERSON)
    export("brat", tmp_path / "x", replace(Article.of("a", text), claims=(claim,)))
    (line,) = [
        line
        for line in (tmp_path / "x" / "a.ann").read_text("utf-8").split("\n")
        if line.startswith("T")
    ]
    _, where, said = line.split("\t")
    fragments = [tuple(map(int, part.split())) for part in where.split(" ", 1)[1].split(";")]
    assert [text[start:end] for start, end in fragments] == ["harga akan", "turun", "pekan depan"]
    assert said == "harga akan turun pekan depan"
    (back,) = registry.importer("brat").articles(tmp_path / "x", ImportSettings())
    assert isinstance(back, Article)
    assert back.claims[0].content == claim.content
