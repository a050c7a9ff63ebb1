"""Reports for people to read: one module a format."""
