"""Tasks of both the window and the command line: open, import, export, prelabel."""
