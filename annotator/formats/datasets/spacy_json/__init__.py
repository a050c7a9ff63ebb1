"""Training examples of spaCy in JSON: the importer."""
