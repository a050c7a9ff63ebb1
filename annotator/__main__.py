"""`python -m annotator` and the command `annotator`."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Open the window straight away if nothing else is asked for: typer costs 0.1 s."""
    match sys.argv[1:]:
        case [] | ["open", *_] if not any(one.startswith("-") for one in sys.argv):
            from annotator.start import open_window

            sys.exit(open_window([Path(one) for one in sys.argv[2:]]))
        case _:
            from annotator.cli import main as command_line

            command_line()


def window() -> None:
    """Open the window on the files given, where there is no console to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    from annotator.start import open_window

    sys.exit(open_window([Path(one) for one in sys.argv[1:]]))


if __name__ == "__main__":
    main()
