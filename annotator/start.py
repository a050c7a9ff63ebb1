"""Open the window as fast as possible: the reading process first, then Qt."""

import sys
from pathlib import Path

from annotator import resources, system_libraries
from annotator.core.gc_tuning import seldom_collected
from annotator.language.launch import launch


def open_window(files: list[Path], sample: str | None = None) -> int:
    """Open the window and return the exit status; 2, after a sentence, if it can't open."""
    complaint = system_libraries.complaint(window=system_libraries.wants_window())
    if complaint:
        sys.stderr.write(f"{complaint}\n")
        return 2
    # The reading process loads while the window is imported and built.
    first = resources.path("samples", sample) if sample else next(iter(files), None)
    process = launch(first)
    with seldom_collected():
        from annotator import app

    return app.run(files, process, sample=sample)
