"""The ways an article says who says what: one module a construction."""
