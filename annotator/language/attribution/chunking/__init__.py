"""Divide sentences into quotations, clauses and phrases."""
