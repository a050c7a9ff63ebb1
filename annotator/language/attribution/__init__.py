"""Find who says what: chunking, constructions, resolution."""
