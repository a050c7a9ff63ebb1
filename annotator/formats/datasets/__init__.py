"""Data sets of other annotation programs: one folder a format, its importer and its exporter."""
