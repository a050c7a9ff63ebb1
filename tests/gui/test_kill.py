"""Kill the program while someone works: nothing acknowledged is lost, nothing is invented."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from busy_person import digest
from repeats import REPEATS
from scene import TEXT

from annotator.storage.corpus import Corpus
from annotator.workflows.locations import annotations_path

KILLS = 4 * REPEATS
ROUNDS_A_FILE = 8
PERSON = Path(__file__).with_name("busy_person.py")


def work_until_killed(folder: Path, article: Path, seed: int) -> tuple[int, str]:
    """Return the last acknowledged state."""
    chance = random.Random(seed)
    process = subprocess.Popen(
        [sys.executable, str(PERSON), str(folder), str(article), str(seed)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    lines = [process.stdout.readline()]
    time.sleep(chance.uniform(0, 0.25))
    process.kill()
    lines += process.stdout.read().splitlines()
    process.wait()
    whole = [
        line.split() for line in lines if len(line.split()) == 2 and len(line.split()[1]) == 64
    ]
    assert whole, "the program never came to work"
    return int(whole[-1][0]), whole[-1][1]


@pytest.mark.repeated
@pytest.mark.parametrize("start", range(0, KILLS, ROUNDS_A_FILE))
def test_nothing_acknowledged_is_lost(tmp_path: Path, start: int) -> None:
    article = tmp_path / "beras.txt"
    article.write_text(TEXT, encoding="utf-8")
    for seed in range(start, min(start + ROUNDS_A_FILE, KILLS)):
        revision, said = work_until_killed(tmp_path, article, seed)
        if not annotations_path(article).exists():
            assert revision <= 1, "a person's decision is gone"
            continue
        corpus = Corpus.open(annotations_path(article))
        found = corpus.article("beras")
        assert corpus.refusal is None
        # Revision 1 is the machine's reading, which is kept from a person's first decision
        # on; before that it is read again. Beyond what was acknowledged there may be the
        # one action that was under way when the program was killed.
        assert found.revision in (range(3) if revision <= 1 else (revision, revision + 1))
        if found.revision == revision:
            assert digest(found) == said
        corpus.leave()
