"""Articles, marks and changes. No Qt, no spaCy, no files."""
