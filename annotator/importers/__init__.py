"""Reading articles from files: one module a source format, found by the file's suffix."""
