"""One claim a line, as JSON."""
