"""CoNLL in the columns of each shared task: the right words and tags, whatever the suffix."""

import os
from pathlib import Path

import pytest
from dataset_files import taken

from annotator.core.article import Article

SHARED = Path(os.environ.get("ANNOTATOR_SHARED", "../shared"))

IOB2 = "Budi\tB-PERSON\ndatang\tO\nke\tO\nBandung\tB-PLACE\n.\tO\n\nAni\tB-PERSON\npergi\tO\n"
TEXT = "Budi datang ke Bandung.\nAni pergi"
NAMES = ["PERSON Budi", "PLACE Bandung", "PERSON Ani"]
UNIVERSAL = (
    "# sent_id = 1\n# text = Kota Bandung banjir.\n1\tKota\tO\t-\tann\n2\tBandung\tB-LOC\t-\tann\n"
    "3\tbanjir\tO\t-\tann\n4\t.\tO\t-\tann\n"
)
OF_2000 = "Budi NNP B-NP\ndatang VBD B-VP\n. . O\n"
OF_2003 = "-DOCSTART- -X- O O\n\nBudi NNP I-NP I-PER\ndatang VBD I-VP O\n. . O O\n"
OF_2006 = "".join(
    f"{number}\t{word}\t{word.lower()}\tN\tNN\t_\t{number - 1}\tSBJ\t_\t_\n"
    for number, word in enumerate(("Budi", "datang", "kemarin"), 1)
)
OF_2009 = "".join(
    f"{number}\t{word}\tx\tx\tN\tN\t_\t_\t0\t0\tSBJ\tSBJ\t_\t_\n"
    for number, word in enumerate(("Budi", "datang"), 1)
)
CONLLU = (
    "# newdoc id = d1\n# text = Menteri datang, dibelinya.\n"
    "1\tMenteri\tmenteri\tNOUN\t_\t_\t2\tnsubj\t_\t_\n"
    "2\tdatang\tdatang\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
    "3\t,\t,\tPUNCT\t_\t_\t2\tpunct\t_\t_\n"
    "4-5\tdibelinya\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "4\tdibeli\tbeli\tVERB\t_\t_\t2\tconj\t_\t_\n5\tnya\tnya\tPRON\t_\t_\t4\tobj\t_\t_\n"
    "6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n"
    "# newdoc id = d2\n1\tBenar\tbenar\tADJ\t_\t_\t0\troot\t_\t_\n"
    "2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_\n"
)
OF_2012 = (
    "#begin document (nw/x); part 000\n"
    "nw/x 0 0 Kota NN (TOP(NP* - - - S#1 (GPE* * (1\n"
    "nw/x 0 1 Meranti NNP *) - - - S#1 *) * 1)\n"
    "nw/x 0 2 banjir VB *) - - - S#1 * * -\n\n#end document\n"
)


def read(path: Path, said: str) -> list[Article]:
    path.write_text(said, "utf-8")
    articles, errors = taken(path)
    assert all("Annotator has no field" in str(error) for error in errors)
    return articles


@pytest.mark.parametrize("suffix", [".txt", ".conll", ".iob2", ".tsv", ""])
@pytest.mark.parametrize(
    ("said", "text", "marks"),
    [
        (IOB2, TEXT, NAMES),
        ("token\ttag\n" + IOB2, TEXT, NAMES),
        (UNIVERSAL, "Kota Bandung banjir.", ["LOC Bandung"]),
        (OF_2000, "Budi datang.", []),
        (OF_2003, "Budi datang.", ["PER Budi"]),
        (OF_2012, "Kota Meranti banjir", ["GPE Kota Meranti"]),
    ],
    ids=["iob2", "header", "universal", "2000", "2003", "2012"],
)  # fmt: skip
def test_tags(tmp_path: Path, suffix: str, said: str, text: str, marks: list[str]) -> None:
    (article,) = read(tmp_path / f"in{suffix}", said)
    assert article.text == text
    assert [f"{e.label} {article.slice(e)}" for e in article.entities] == marks


@pytest.mark.parametrize("suffix", [".txt", ".conll", ".conllu"])
@pytest.mark.parametrize(
    ("said", "texts"),
    [
        (OF_2006, ["Budi datang kemarin"]),
        (OF_2009, ["Budi datang"]),
        (CONLLU, ["Menteri datang, dibelinya.", "Benar ."]),
    ],
    ids=["2006", "2009", "u"],
)
def test_treebanks_are_texts(tmp_path: Path, suffix: str, said: str, texts: list[str]) -> None:
    articles = read(tmp_path / f"in{suffix}", said)
    assert [article.text.replace(" .", ".") for article in articles] == [
        text.replace(" .", ".") for text in texts
    ]
    assert not any(article.entities for article in articles)
    if said is CONLLU:
        assert [article.id for article in articles] == ["d1", "d2"]


def test_prose_is_no_columns(tmp_path: Path) -> None:
    for said in ("Budi datang\nAni pergi\n", "1 Januari\n2 Februari\n", "I-95 O\nA B\n"):
        (article,) = read(tmp_path / "a.txt", said)
        assert article.text == said


@pytest.mark.parametrize("name", ["2012.conll", "ud.conllu", "nergrit.txt"])
def test_files_from_the_field(name: str) -> None:
    path = SHARED / "formats" / "cases" / name
    if not path.is_file():
        pytest.skip(f"{path} is not here")
    articles, _ = taken(path)
    assert articles
    for article in articles:
        assert "\t" not in article.text
        assert not any(entity.label.isdigit() for entity in article.entities)
