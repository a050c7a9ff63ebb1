"""The window; no other package imports Qt."""
