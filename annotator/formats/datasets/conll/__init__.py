"""CoNLL columns."""
