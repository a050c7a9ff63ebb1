"""doccano imports the examples and exports the same spans, relations and texts."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from exported import export

pytestmark = pytest.mark.slow
SCRIPT = Path(__file__).with_name("doccano_round_trip.py")


def spans(example: dict[str, Any]) -> list[tuple[int, int, str]]:
    return sorted((e["start_offset"], e["end_offset"], e["label"]) for e in example["entities"])


def ties(example: dict[str, Any]) -> list[Any]:
    places = {e["id"]: (e["start_offset"], e["end_offset"]) for e in example["entities"]}
    return sorted(
        (r["type"], places[r["from_id"]], places[r["to_id"]]) for r in example["relations"]
    )


def test_the_same_spans_and_relations_come_back(
    tmp_path: Path, python_of: Callable[[str], str]
) -> None:
    export("doccano", tmp_path / "x.jsonl")
    ran = subprocess.run(
        [python_of("doccano"), SCRIPT, tmp_path / "x.jsonl", tmp_path / "home"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert "error:" not in ran.stdout
    with ZipFile(ran.stdout.split()[-1]) as packed:
        back = [json.loads(line) for line in packed.read("all.jsonl").decode().splitlines()]
    given = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text().splitlines()]
    returned = {example["article"]: example for example in back}
    assert len(back) == len(given)
    for example in given:
        found = returned[example["article"]]
        assert found["text"] == example["text"]
        assert spans(found) == spans(example)
        assert ties(found) == ties(example)
        assert found["annotator"]["sha256"] == example["annotator"]["sha256"]
