"""Looking for garbage less often, where marks are made by the million."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Garbage is looked for each time so many objects are there anew; some formats leave much.
OBJECTS = 200_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for garbage less often: marks hold no cycles, and looking for some takes a third."""
    usual = gc.get_threshold()
    gc.set_threshold(OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
