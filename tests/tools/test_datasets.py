"""`datasets`, `pandas` and the Hub's own reader of dataset cards take the folder."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from exported import export
from hard_articles import hard_articles
from msgspec.structs import replace

from annotator.core.article import text_sha256
from annotator.formats.selection import Choice

pytestmark = pytest.mark.slow
SCRIPT = Path(__file__).with_name("load_with_datasets.py")


def test_load_dataset_and_pandas_read_the_folder(
    tmp_path: Path, python_of: Callable[[str], str]
) -> None:
    articles = [
        replace(article, id=f"{article.id} {number}", text=text, sha256=text_sha256(text))
        for number in range(10)
        for article in hard_articles()
        for text in [f"{article.text}\n{number}"]
    ]
    done = export(
        "huggingface",
        tmp_path / "x",
        *articles,
        choice=Choice(shares=(60, 20, 20)),
        licence="cc-by-4.0",
    )
    ran = subprocess.run(
        [python_of("data"), SCRIPT, tmp_path / "x", tmp_path / "cache"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    read = json.loads(ran.stdout)
    sizes = {"train": "train", "dev": "validation", "test": "test"}
    assert read["frames"] == {sizes[name]: count for name, count in done.splits.items()}
    found = [each for split in read["said"].values() for each in split]
    assert len(found) == sum(len(c.content) for a in articles for c in a.claims)
    assert all(given == cut for _, given, cut in found)
    assert read["card"]["license"] == "cc-by-4.0"
    assert read["card"]["language"] == ["ar", "id"]
    assert {"text", "claims", "entities", "zones", "machine_translated"} <= set(read["features"])


def test_pandas_reads_the_tables_of_claims(tmp_path: Path, python_of: Callable[[str], str]) -> None:
    for name in ("csv", "parquet", "claims-jsonl"):
        export(name, tmp_path / name)
    code = (
        "import json, sys, pandas as p; folder = sys.argv[1]; "
        "read = [p.read_csv(folder + '/csv'), p.read_parquet(folder + '/parquet'), "
        "p.read_json(folder + '/claims-jsonl', lines=True)]; "
        "print(json.dumps([list(frame.source.dropna()) for frame in read]))"
    )
    ran = subprocess.run(
        [python_of("data"), "-c", code, tmp_path], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    claims = [(a, claim) for a in hard_articles() for claim in a.claims]
    sources = [article.slice(claim.source) for article, claim in claims if claim.source]
    assert json.loads(ran.stdout) == [sources] * 3
