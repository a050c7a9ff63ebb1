"""A separate process that unpacks a Parquet file into lines of JSON.

The library crashes on some broken files, and a small file may unpack to any size: here
neither harms the main program.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from annotator.core.libraries import need

WHAT = "Parquet"
# As many rows as are unpacked at a time.
BATCH = 128
LARGEST_MEMORY = 4096 * 2**20


def launch(path: Path) -> subprocess.Popen[bytes]:
    """Start the process; -P keeps the current folder out of the module path."""
    if getattr(sys, "frozen", False):
        command = [sys.executable, "parquet-rows"]
    else:
        command = [sys.executable, "-P", "-m", "annotator.formats.datasets.parquet_process"]
    return subprocess.Popen(
        [*command, os.path.abspath(path)],  # noqa: PTH100
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def main(path: Path) -> None:
    """Write the columns' names, the classes of each column, and then each row, as lines."""
    _limit_memory()
    encoder = msgspec.json.Encoder(enc_hook=str)
    for row in _rows(path):
        sys.stdout.buffer.write(encoder.encode(row) + b"\n")
    sys.stdout.flush()


def _rows(path: Path) -> Iterator[Any]:
    reader = need("arro3.io", WHAT, "arro3-io").read_parquet(path, batch_size=BATCH)
    yield reader.schema.names
    classes = _classes(reader.schema.metadata or {})
    yield [classes.get(name) for name in reader.schema.names]
    for batch in reader:
        columns = [batch.column(at).to_pylist() for at in range(batch.num_columns)]
        yield from zip(*columns, strict=True)


def _classes(metadata: Mapping[bytes, bytes]) -> dict[str, list[str]]:
    """Return the names behind the numbers of each column, where Hugging Face keeps them."""
    try:
        said = msgspec.json.decode(metadata.get(b"huggingface", b"{}"))
        features = said["info"]["features"]
        return {name: _names(feature) for name, feature in features.items()}
    except (KeyError, TypeError, AttributeError, msgspec.MsgspecError, RecursionError):
        return {}


def _names(feature: Any) -> list[str]:
    while isinstance(feature, list | dict) and "names" not in feature:
        feature = feature[0] if isinstance(feature, list) else feature.get("feature")
    return [str(name) for name in feature["names"]] if isinstance(feature, dict) else []


def _limit_memory() -> None:
    """Limit the memory for a file, if the system can."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = LARGEST_MEMORY if most == resource.RLIM_INFINITY else min(LARGEST_MEMORY, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
