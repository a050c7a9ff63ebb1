"""Who says what: one module for each way an article ties a content to a source."""
