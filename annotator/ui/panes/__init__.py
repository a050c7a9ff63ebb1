"""What stands around the page: lists, facts, notes, search, status."""
