"""Run by the Python that has datasets and pandas: say what they read, as JSON."""

import json
import os
import sys

os.environ |= {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}

import datasets
import pandas
from huggingface_hub import DatasetCard


def main(folder: str, cache: str) -> None:
    """Load a dataset folder with each of the three."""
    loaded = datasets.load_dataset(folder, cache_dir=cache)
    said = {
        name: [
            (row["id"], part["text"], row["text"][part["start"] : part["end"]])
            for row in split
            for claim in row["claims"]
            for part in claim["content"]
        ]
        for name, split in loaded.items()
    }
    frames = {name: len(pandas.read_parquet(f"{folder}/data/{name}.parquet")) for name in loaded}
    card = DatasetCard.load(f"{folder}/README.md").data.to_dict()
    features = sorted(next(iter(loaded.values())).features)
    json.dump({"said": said, "frames": frames, "card": card, "features": features}, sys.stdout)


main(*sys.argv[1:])
