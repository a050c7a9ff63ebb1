"""The number of repeats of a kill, a fault or a random example in tests.

`make nightly` sets ANNOTATOR_REPEATS and runs only the tests marked `repeated`, so a new
test of this kind takes part by its mark.
"""

import os

REPEATS = int(os.environ.get("ANNOTATOR_REPEATS", "1"))
NIGHTLY = REPEATS > 1
