"""Any JSON with an article a record: the importer."""
