"""Corpora on disk: the current state, the history beside it, and the one writer."""
