"""Writing articles for other tools: one module a format, found by name in registry.py."""
