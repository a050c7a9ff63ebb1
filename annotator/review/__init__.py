"""More than one reading of an article: put together, compared, settled."""
