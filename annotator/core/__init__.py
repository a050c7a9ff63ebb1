"""The domain: articles, marks, changes. No Qt, no spaCy, no files."""
