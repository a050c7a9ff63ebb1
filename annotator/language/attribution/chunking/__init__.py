"""The pieces a sentence is cut into: quotations, clauses, phrases."""
