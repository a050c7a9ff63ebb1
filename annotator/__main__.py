"""`python -m annotator` and the command `annotator`."""

from annotator.cli import main

if __name__ == "__main__":
    main()
