"""A field added to Claim, in one line, goes through every format or is counted as lost."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import annotator

PACKAGE = Path(annotator.__file__).parent
BEFORE = '    note: Annotated[str | None, Said("notes", "notes")] = None\n'
NEW = '    mood: Annotated[str | None, Said("mood", "moods")] = None\n'

# What runs over the copy: exports one claim with the new field in every format.
TRY = """
import json, sys
from pathlib import Path
from msgspec.structs import replace
from annotator.core import record, record_schema
from annotator.core.article import Article
from annotator.core.spans import Claim, Origin, Span
from annotator.formats import registry
from annotator.formats.exporter import WHOLE, ExportSettings
from annotator.formats.importer import ImportSettings
from annotator.formats.losses import EVERYTHING
from annotator.core.scheme import Scheme

out = Path(sys.argv[1])
text = "Menteri Ani Sari mengatakan stok beras aman."
claim = Claim("c1", (Span(28, 43),), label="official", mood="wistful", origin=Origin("person"))
article = replace(Article.of("a1", text), claims=(claim,), last_id=1)
line = record.encode(article)
loose = json.dumps(json.loads(line) | {"unknown": 1}).encode()
found = {
    "record": record.decode(line).claims[0].mood,
    "loose": record.decode(loose).claims[0].mood,
    "schema": record_schema.json_schema()["$defs"]["Claim"]["properties"].get("mood"),
}
formats = {}
for name in registry.exporter_names():
    exporter = registry.exporter(name)(ExportSettings("x", Scheme("claims", "Claims", ())))
    files = {}
    for piece in [*exporter.pieces([article], WHOLE), *exporter.closing()]:
        files[piece.name] = files.get(piece.name, b"") + piece.data
    folder = out / name
    for file, data in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(data)
    back = None
    if name in registry.importer_names() and exporter.holds == EVERYTHING:
        path = folder if not exporter.suffix else next(iter(folder.iterdir()))
        for read in registry.importer(name).articles(path, ImportSettings()):
            back = [one.mood for one in read.claims] if isinstance(read, Article) else str(read)
    formats[name] = {
        "lossless": exporter.holds == EVERYTHING,
        "back": back,
        "written": any(b"wistful" in data for data in files.values()),
        "lost": any(loss.what == "moods" for loss in exporter.counts.losses()),
    }
print(json.dumps({"found": found, "formats": formats}))
"""
# Formats whose bytes are compressed, so that a word of theirs can't be looked for.
PACKED = {"xlsx", "parquet", "huggingface"}


def test_a_field_declared_once_travels_or_is_counted_as_lost(tmp_path: Path) -> None:
    copy = tmp_path / "annotator"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "resources").symlink_to(PACKAGE.parent / "resources")
    spans = copy / "core" / "spans.py"
    source = spans.read_text("utf-8")
    assert BEFORE in source
    spans.write_text(source.replace(BEFORE, BEFORE + NEW), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", TRY, str(tmp_path / "out")],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["found"]["record"] == said["found"]["loose"] == "wistful"
    assert said["found"]["schema"]
    for name, found in said["formats"].items():
        if found["lossless"]:
            assert found["back"] in (["wistful"], None), name
        else:
            assert found["lost"] or found["written"] or name in PACKED, name
    lossless = {name for name, found in said["formats"].items() if found["lossless"]}
    assert {"jsonl", "prodigy", "doccano", "label-studio", "cas-json", "docbin"} <= lossless
    lost = {name for name, found in said["formats"].items() if found["lost"]}
    assert {"brat", "conll", "claimreview", "html", "docx", "odt", "refi-qda"} <= lost
