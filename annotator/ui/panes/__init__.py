"""The panes around the page: lists, facts, notes, search, status."""
