"""Excel workbooks with a table: the importer and the exporter."""
