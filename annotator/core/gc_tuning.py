"""Run the garbage collector less often, where marks are made by the million."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects between two collections; some formats leave much garbage.
OBJECTS = 200_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Collect garbage less often: marks hold no cycles, and looking for cycles takes a third."""
    usual = gc.get_threshold()
    gc.set_threshold(OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
