"""Entry point of the bundle."""

from annotator.__main__ import main

main()
